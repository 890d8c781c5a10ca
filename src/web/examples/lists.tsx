import type { Example } from '../examples.tsx';
import { Button, LinkButton } from '../components/button.tsx';
import { DiffList } from '../components/diff.tsx';
import { KeyValueList, TimeLine } from '../components/lists.tsx';
import { EmptyState, Toolbar } from '../components/panel.tsx';
import { Explain, RecordList } from '../components/records.tsx';
import { StateChip, TimeChip, type TimeState, type WorkState } from '../components/state.tsx';
import { type Column, DataTable, Pagination } from '../components/table.tsx';
import { OrgChart, Tree } from '../components/tree.tsx';
import { ProgressBar } from '../components/figure.tsx';

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
  { code: '03/NQ-CP · 12', title: 'Xây dựng Chiến lược dữ liệu quốc gia và khung kiến trúc dữ liệu dùng chung', lead: 'Bộ Công an', due: '30/06/2025', work: 'inProgress', time: 'overdue', days: 139, progress: 60 },
  { code: '03/NQ-CP · 31', title: 'Hoàn thiện hạ tầng số cho 40 phường, xã sau sắp xếp', lead: 'UBND thành phố Huế', due: '30/11/2025', work: 'submitted', time: 'atRisk', days: 14, progress: 90 },
  { code: '56/TB-VPCP · 4', title: 'Ban hành danh mục dịch vụ công trực tuyến toàn trình', lead: 'Bộ Khoa học và Công nghệ', due: '31/12/2025', work: 'inProgress', time: 'inTerm', days: 45, progress: 35 },
  { code: '214/CĐ-TTg · 1', title: 'Báo cáo tình hình cung cấp dữ liệu về Trung tâm Dữ liệu quốc gia', lead: 'Bộ Tài chính', due: '15/08/2025', work: 'completed', time: 'doneLate', days: 52, progress: 100 },
];

const columns: readonly Column<Row>[] = [
  { key: 'title', head: 'Nhiệm vụ', main: true, sortHref: '#title', cell: (row) => <><a href={`#${row.code}`}>{row.title}</a><small>{row.code}</small></> },
  { key: 'lead', head: 'Chủ trì', sortHref: '#lead', cell: (row) => row.lead },
  { key: 'due', head: 'Thời hạn', sortHref: '#due', sorted: 'up', width: 'narrow', cell: (row) => row.due },
  { key: 'state', head: 'Trạng thái', cell: (row) => <StateChip work={row.work} time={row.time} days={row.days} /> },
  { key: 'progress', head: 'Tiến độ', cell: (row) => <ProgressBar label={`Tiến độ: ${row.title}`} value={row.progress} /> },
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
        <Toolbar end={<LinkButton href="#xlsx" icon="download" small>XLSX</LinkButton>}><Button small icon="bell">Nhắc việc</Button> <span><b data-selected-count>0</b> đã chọn</span></Toolbar>
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
          { key: 'unit', head: 'Cơ quan', main: true, cell: (row) => <a href={`#${row.unit}`}>{row.unit}</a> },
          { key: 'all', head: 'Được giao', numeric: true, cell: (row) => row.all.toLocaleString('vi-VN') },
          { key: 'done', head: 'Hoàn thành', numeric: true, sorted: 'down', sortHref: '#done', cell: (row) => row.done },
          { key: 'late', head: 'Quá hạn', numeric: true, cell: (row) => row.late },
          { key: 'rate', head: 'Tỷ lệ (%)', numeric: true, cell: (row) => row.rate },
        ]}
        rows={figures}
        rowKey={(row) => row.unit}
        total={{ unit: 'Cộng (có nhiệm vụ chung)', all: '1.312', done: '691', late: '20', rate: '52,7' }}
      />
    ),
  },
  { name: 'DataTable (trống)', draw: () => <DataTable caption="Trống" columns={columns} rows={[]} rowKey={(row) => row.code} /> },
  { name: 'EmptyState', draw: () => <EmptyState icon="checkCircle" title="Không còn việc nào chờ cơ quan"><p>Kỳ báo cáo tiếp theo mở ngày 25/11/2025.</p></EmptyState> },
  {
    name: 'RecordList',
    draw: () => (
      <RecordList
        items={[
          { id: 'r1', href: '#r1', kicker: 'Nghị quyết 03/NQ-CP · 09/01/2025', title: 'Chương trình hành động thực hiện Nghị quyết 57-NQ/TW', note: <>Chính phủ · 140 nhiệm vụ, trong đó có “<mark>dữ liệu</mark> quốc gia”</>, end: <TimeChip state="overdue" days={139} /> },
          { id: 'r2', href: '#r2', kicker: 'Thông báo 56/TB-VPCP · 15/02/2025', title: 'Kết luận của Thủ tướng Chính phủ tại phiên họp của Ban Chỉ đạo', note: 'Văn phòng Chính phủ · 21 nhiệm vụ', end: <TimeChip state="inTerm" days={45} /> },
        ]}
      />
    ),
  },
  {
    name: 'Explain',
    draw: () => <Explain summary="Hạn này từ đâu ra?" open><p>Văn bản ghi “Quý II năm 2025”. Ngày cuối của quý: 30/06/2025.</p><p>Gia hạn đến 30/09/2025 theo Công văn 4512/VPCP-KSTT.</p></Explain>,
  },
  {
    name: 'KeyValueList',
    draw: () => (
      <KeyValueList
        items={[
          { key: 'Cơ quan chủ trì', value: <a href="#unit">Bộ Khoa học và Công nghệ</a> },
          { key: 'Hạn ghi trong văn bản', value: '“Quý II năm 2025”, tức hết ngày 30/06/2025' },
          { key: 'Hạn hiện nay', value: <>30/09/2025 <TimeChip state="overdue" days={47} /></> },
        ]}
      />
    ),
  },
  {
    name: 'TimeLine',
    draw: () => (
      <TimeLine
        entries={[
          { id: 'e3', when: '09:12 14/11/2025', title: 'Trả lại báo cáo', who: 'Văn phòng Chính phủ, Trần Minh Đức', tone: 'bad', icon: 'left', body: <p>Chưa có số, ngày ban hành của sản phẩm.</p> },
          { id: 'e2', when: '16:40 12/11/2025', title: 'Báo cáo hoàn thành', who: 'Bộ Khoa học và Công nghệ', tone: 'calm', icon: 'upload', body: <p><a href="#file">Tờ trình 118/TTr-BKHCN.pdf</a> (1,4 MB)</p> },
          { id: 'e1', when: '09/01/2025', title: 'Được giao tại Nghị quyết 03/NQ-CP', icon: 'file' },
        ]}
      />
    ),
  },
  {
    name: 'Tree',
    draw: () => (
      <Tree
        label="Cây nhiệm vụ"
        nodes={[
          {
            id: 't1', number: 'I', title: 'Nâng cao nhận thức, đột phá về đổi mới tư duy', open: true, end: <span>4 / 9</span>,
            children: [
              { id: 't11', number: '1', title: 'Xây dựng chương trình truyền thông', href: '#t11', note: 'Bộ Văn hóa, Thể thao và Du lịch', end: <TimeChip state="doneOnTime" /> },
              { id: 't12', number: '2', title: 'Đưa kết quả chuyển đổi số vào đánh giá cán bộ', href: '#t12', note: 'Bộ Nội vụ', end: <TimeChip state="overdue" days={23} /> },
            ],
          },
          { id: 't2', number: 'II', title: 'Hoàn thiện thể chế', end: <span>11 / 38</span>, children: [{ id: 't21', number: '1', title: 'Luật Dữ liệu', href: '#t21' }] },
        ]}
      />
    ),
  },
  {
    name: 'OrgChart',
    draw: () => (
      <OrgChart
        label="Cơ quan ngày 01/03/2025"
        nodes={[
          {
            id: 'cp', name: 'Chính phủ', kind: 'Trung ương', href: '#cp',
            children: [
              { id: 'bkhcn', name: 'Bộ Khoa học và Công nghệ', kind: 'Bộ', href: '#bkhcn', head: 'Bộ trưởng', from: ['Bộ Khoa học và Công nghệ (cũ)', 'Bộ Thông tin và Truyền thông'], children: [{ id: 'cds', name: 'Cục Chuyển đổi số quốc gia', kind: 'Cục', href: '#cds' }] },
              { id: 'btttt', name: 'Bộ Thông tin và Truyền thông', kind: 'Bộ', href: '#btttt', endedOn: '28/02/2025' },
            ],
          },
        ]}
      />
    ),
  },
  {
    name: 'DiffList',
    draw: () => (
      <DiffList
        rows={[
          { kind: 'create', line: 2, title: 'Nhiệm vụ II.3: Luật Dữ liệu' },
          { kind: 'change', line: 3, title: 'Nhiệm vụ II.4', changes: [{ field: 'Thời hạn', was: '30/06/2025', becomes: '30/09/2025' }] },
          { kind: 'skip', line: 4, title: 'Nhiệm vụ II.5', reasons: ['Đã có, không có gì khác.'] },
          { kind: 'refuse', line: 5, title: 'Nhiệm vụ II.6', reasons: ['Cột “Chủ trì”: không có cơ quan “Bộ XYZ” ngày 09/01/2025.'] },
        ]}
      />
    ),
  },
];
