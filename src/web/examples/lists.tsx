import { Button, LinkButton } from '../components/button.tsx';
import { ProgressBar } from '../components/figure.tsx';
import { Toolbar } from '../components/panel.tsx';
import { StateChip, type TimeState, type WorkState } from '../components/state.tsx';
import { type Column, DataTable, Pagination } from '../components/table.tsx';
import type { Example } from './example.ts';

interface Row {
  code: string;
  title: string;
  lead: string;
  due: string;
  work: WorkState;
  time: TimeState;
  days: number;
  progress: number;
}

const rows: readonly Row[] = [
  {
    code: '03/NQ-CP · 12',
    title: 'Xây dựng Chiến lược dữ liệu quốc gia và khung kiến trúc dữ liệu dùng chung',
    lead: 'Bộ Công an',
    due: '30/06/2025',
    work: 'inProgress',
    time: 'overdue',
    days: 139,
    progress: 60,
  },
  {
    code: '03/NQ-CP · 31',
    title: 'Hoàn thiện hạ tầng số cho 40 phường, xã sau sắp xếp',
    lead: 'UBND thành phố Huế',
    due: '30/11/2025',
    work: 'submitted',
    time: 'atRisk',
    days: 14,
    progress: 90,
  },
  {
    code: '56/TB-VPCP · 4',
    title: 'Ban hành danh mục dịch vụ công trực tuyến toàn trình',
    lead: 'Bộ Khoa học và Công nghệ',
    due: '31/12/2025',
    work: 'inProgress',
    time: 'inTerm',
    days: 45,
    progress: 35,
  },
  {
    code: '214/CĐ-TTg · 1',
    title: 'Báo cáo tình hình cung cấp dữ liệu về Trung tâm Dữ liệu quốc gia',
    lead: 'Bộ Tài chính',
    due: '15/08/2025',
    work: 'completed',
    time: 'doneLate',
    days: 52,
    progress: 100,
  },
];

const columns: readonly Column<Row>[] = [
  {
    key: 'title',
    head: 'Nhiệm vụ',
    main: true,
    sortHref: '#title',
    cell: (row) => (
      <>
        <a href={`#${row.code}`}>{row.title}</a>
        <small>{row.code}</small>
      </>
    ),
  },
  { key: 'lead', head: 'Chủ trì', sortHref: '#lead', cell: (row) => row.lead },
  { key: 'due', head: 'Thời hạn', sortHref: '#due', sorted: 'up', width: 'narrow', cell: (row) => row.due },
  {
    key: 'state',
    head: 'Trạng thái',
    cell: (row) => <StateChip work={row.work} time={row.time} days={row.days} />,
  },
  {
    key: 'progress',
    head: 'Tiến độ',
    cell: (row) => <ProgressBar label={`Tiến độ: ${row.title}`} value={row.progress} />,
  },
];

const figures = [
  { unit: 'Bộ Công an', all: 41, done: 30, late: 2, rate: '73,2' },
  { unit: 'Bộ Khoa học và Công nghệ', all: 138, done: 61, late: 11, rate: '44,2' },
  { unit: 'UBND thành phố Hà Nội', all: 1133, done: 600, late: 7, rate: '53,0' },
];

export const listExamples: readonly Example[] = [
  {
    name: 'DataTable',
    note: 'Sắp xếp bằng liên kết; trên điện thoại mỗi dòng thành một khối.',
    draw: () => (
      <form class="stack">
        <Toolbar
          end={
            <LinkButton href="#xlsx" icon="download" small>
              XLSX
            </LinkButton>
          }
        >
          <Button small icon="bell">
            Nhắc việc
          </Button>{' '}
          <span>
            <b data-selected-count>0</b> đã chọn
          </span>
        </Toolbar>
        <DataTable
          caption="Giao việc của cơ quan"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.code}
          rowHref={(row) => `#${row.code}`}
          rowTone={(row) => (row.time === 'overdue' ? 'bad' : row.time === 'atRisk' ? 'warn' : undefined)}
          select={{ name: 'id', value: (row) => row.code, label: (row) => `Chọn ${row.code}` }}
        />
        <Pagination summary="1–4 trên 279 giao việc" nextHref="#next" previousHref="#previous" />
      </form>
    ),
  },
  {
    name: 'DataTable (số liệu)',
    note: 'Chữ số cùng bề rộng; cuộn ngang trên điện thoại để so sánh được.',
    draw: () => (
      <DataTable
        caption="Kết quả theo cơ quan chủ trì, đến 16/11/2025"
        phone="scroll"
        columns={[
          {
            key: 'unit',
            head: 'Cơ quan',
            main: true,
            cell: (row) => <a href={`#${row.unit}`}>{row.unit}</a>,
          },
          { key: 'all', head: 'Được giao', numeric: true, cell: (row) => row.all.toLocaleString('vi-VN') },
          {
            key: 'done',
            head: 'Hoàn thành',
            numeric: true,
            sorted: 'down',
            sortHref: '#done',
            cell: (row) => row.done,
          },
          { key: 'late', head: 'Quá hạn', numeric: true, cell: (row) => row.late },
          { key: 'rate', head: 'Tỷ lệ (%)', numeric: true, cell: (row) => row.rate },
        ]}
        rows={figures}
        rowKey={(row) => row.unit}
        total={{ unit: 'Cộng (có nhiệm vụ chung)', all: '1.312', done: '691', late: '20', rate: '52,7' }}
      />
    ),
  },
  {
    name: 'DataTable (trống)',
    draw: () => <DataTable caption="Trống" columns={columns} rows={[]} rowKey={(row) => row.code} />,
  },
];
