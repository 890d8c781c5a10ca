import { DiffList } from '../components/diff.tsx';
import { KeyValueList, TimeLine } from '../components/lists.tsx';
import { EmptyState } from '../components/panel.tsx';
import { Explain, RecordList } from '../components/records.tsx';
import { TimeChip } from '../components/state.tsx';
import { OrgChart, Tree } from '../components/tree.tsx';
import type { Example } from './example.ts';

export const recordExamples: readonly Example[] = [
  {
    name: 'EmptyState',
    draw: () => (
      <EmptyState icon="checkCircle" title="Không còn việc nào chờ cơ quan">
        <p>Kỳ báo cáo tiếp theo mở ngày 25/11/2025.</p>
      </EmptyState>
    ),
  },
  {
    name: 'RecordList',
    draw: () => (
      <RecordList
        items={[
          {
            id: 'r1',
            href: '#r1',
            kicker: 'Nghị quyết 03/NQ-CP · 09/01/2025',
            title: 'Chương trình hành động thực hiện Nghị quyết 57-NQ/TW',
            note: (
              <>
                Chính phủ · 140 nhiệm vụ, trong đó có “<mark>dữ liệu</mark> quốc gia”
              </>
            ),
            end: <TimeChip state="overdue" days={139} />,
          },
          {
            id: 'r2',
            href: '#r2',
            kicker: 'Thông báo 56/TB-VPCP · 15/02/2025',
            title: 'Kết luận của Thủ tướng Chính phủ tại phiên họp của Ban Chỉ đạo',
            note: 'Văn phòng Chính phủ · 21 nhiệm vụ',
            end: <TimeChip state="inTerm" days={45} />,
          },
        ]}
      />
    ),
  },
  {
    name: 'Explain',
    draw: () => (
      <Explain summary="Hạn này từ đâu ra?" open>
        <p>Văn bản ghi “Quý II năm 2025”. Ngày cuối của quý: 30/06/2025.</p>
        <p>Gia hạn đến 30/09/2025 theo Công văn 4512/VPCP-KSTT.</p>
      </Explain>
    ),
  },
  {
    name: 'KeyValueList',
    draw: () => (
      <KeyValueList
        items={[
          { key: 'Cơ quan chủ trì', value: <a href="#unit">Bộ Khoa học và Công nghệ</a> },
          { key: 'Hạn ghi trong văn bản', value: '“Quý II năm 2025”, tức hết ngày 30/06/2025' },
          {
            key: 'Hạn hiện nay',
            value: (
              <>
                30/09/2025 <TimeChip state="overdue" days={47} />
              </>
            ),
          },
        ]}
      />
    ),
  },
  {
    name: 'TimeLine',
    draw: () => (
      <TimeLine
        entries={[
          {
            id: 'e3',
            when: '09:12 14/11/2025',
            title: 'Trả lại báo cáo',
            who: 'Văn phòng Chính phủ, Trần Minh Đức',
            tone: 'bad',
            icon: 'left',
            body: <p>Chưa có số, ngày ban hành của sản phẩm.</p>,
          },
          {
            id: 'e2',
            when: '16:40 12/11/2025',
            title: 'Báo cáo hoàn thành',
            who: 'Bộ Khoa học và Công nghệ',
            tone: 'calm',
            icon: 'upload',
            body: (
              <p>
                <a href="#file">Tờ trình 118/TTr-BKHCN.pdf</a> (1,4 MB)
              </p>
            ),
          },
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
            id: 't1',
            number: 'I',
            title: 'Nâng cao nhận thức, đột phá về đổi mới tư duy',
            open: true,
            end: <span>4 / 9</span>,
            children: [
              {
                id: 't11',
                number: '1',
                title: 'Xây dựng chương trình truyền thông',
                href: '#t11',
                note: 'Bộ Văn hóa, Thể thao và Du lịch',
                end: <TimeChip state="doneOnTime" />,
              },
              {
                id: 't12',
                number: '2',
                title: 'Đưa kết quả chuyển đổi số vào đánh giá cán bộ',
                href: '#t12',
                note: 'Bộ Nội vụ',
                end: <TimeChip state="overdue" days={23} />,
              },
            ],
          },
          {
            id: 't2',
            number: 'II',
            title: 'Hoàn thiện thể chế',
            end: <span>11 / 38</span>,
            children: [{ id: 't21', number: '1', title: 'Luật Dữ liệu', href: '#t21' }],
          },
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
            id: 'cp',
            name: 'Chính phủ',
            kind: 'Trung ương',
            href: '#cp',
            children: [
              {
                id: 'bkhcn',
                name: 'Bộ Khoa học và Công nghệ',
                kind: 'Bộ',
                href: '#bkhcn',
                head: 'Bộ trưởng',
                from: ['Bộ Khoa học và Công nghệ (cũ)', 'Bộ Thông tin và Truyền thông'],
                children: [{ id: 'cds', name: 'Cục Chuyển đổi số quốc gia', kind: 'Cục', href: '#cds' }],
              },
              {
                id: 'btttt',
                name: 'Bộ Thông tin và Truyền thông',
                kind: 'Bộ',
                href: '#btttt',
                endedOn: '28/02/2025',
              },
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
          {
            kind: 'change',
            line: 3,
            title: 'Nhiệm vụ II.4',
            changes: [{ field: 'Thời hạn', was: '30/06/2025', becomes: '30/09/2025' }],
          },
          { kind: 'skip', line: 4, title: 'Nhiệm vụ II.5', reasons: ['Đã có, không có gì khác.'] },
          {
            kind: 'refuse',
            line: 5,
            title: 'Nhiệm vụ II.6',
            reasons: ['Cột “Chủ trì”: không có cơ quan “Bộ XYZ” ngày 09/01/2025.'],
          },
        ]}
      />
    ),
  },
];
