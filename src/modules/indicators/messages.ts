import { defineMessages } from '../../kit/i18n.ts';

export type Messages = (typeof messages)['vi'];

export const messages = defineMessages(
  {
    asOf: 'tính đến',
    nav: { figures: 'Số liệu', dashboard: 'Bảng điều hành', late: 'Danh sách chậm', changes: 'Biến động số liệu', reports: 'Báo cáo', puzzles: 'Giải mã số liệu' },
    parts: { numerator: 'Tử số', denominator: 'Mẫu số', excluded: 'Không tính' },
    records: { directive: 'Văn bản', ref: 'Mã', title: 'Nhiệm vụ', unit: 'Cơ quan', deadline: 'Thời hạn ghi trong văn bản', due: 'Ngày đến hạn', doneOn: 'Ngày hoàn thành', state: 'Tình trạng', none: 'Không có bản ghi nào', why: 'Vì sao không tính' },
    scope: {
      directive: 'Văn bản', anyDirective: 'Mọi văn bản', section: 'Nhóm nhiệm vụ', anySection: 'Mọi nhóm', unit: 'Cơ quan', anyUnit: 'Mọi cơ quan', field: 'Lĩnh vực', anyField: 'Mọi lĩnh vực',
      kind: 'Loại', kinds: { task: 'Nhiệm vụ', target: 'Chỉ tiêu', all: 'Nhiệm vụ và chỉ tiêu' }, count: 'Cách đếm', counts: { tasks: 'Theo nhiệm vụ', assignments: 'Theo giao việc' }, nouns: { tasks: 'nhiệm vụ', assignments: 'giao việc' }, asOf: 'Tính đến ngày',
      ministries: 'Bộ, cơ quan trung ương', provinces: 'Tỉnh, thành phố', chosen: 'Đang chọn',
    },
    figures: {
      title: 'Số liệu', lead: 'Mỗi tỷ lệ có tử số, mẫu số, quy tắc và danh sách bản ghi tạo ra nó. Không số nào được nhập tay.',
      description: 'Số liệu trực tiếp về thực hiện nhiệm vụ: định nghĩa, tử số, mẫu số, danh sách bản ghi.',
      live: 'trực tiếp', past: 'như đã biết vào cuối ngày này', onTime: 'Ba cách tính “đúng hạn”', onTimeNote: 'Cùng các bản ghi, ba mẫu số khác nhau. Cách tính mặc định đứng đầu.', default: 'mặc định',
      all: 'Các tỷ lệ', spread: 'Tất cả bản ghi theo tình trạng', by: 'Chia theo', bys: { directive: 'văn bản', section: 'nhóm', unit: 'cơ quan', period: 'kỳ đến hạn', field: 'lĩnh vực' },
      row: 'Dòng', total: 'Tổng', done: 'Hoàn thành', overdue: 'Quá hạn', counted: 'Được tính', sum: 'Tổng số',
      changes: 'Vì sao tỷ lệ thay đổi', puzzles: 'Giải mã các số liệu đã công bố', definitions: 'Danh mục chỉ số',
    },
    figure: {
      kicker: (version: string) => `Chỉ số · phiên bản ${version}`, rule: 'Quy tắc', counts: 'Đếm gì', scope: 'Phạm vi', asOf: 'Tính đến', version: 'Phiên bản', since: (version: string, day: string) => `${version}, hiệu lực từ ${day}`,
      rounding: 'Làm tròn', halfUp: (d: number) => `làm tròn nửa lên, ${d} chữ số thập phân`, cut: (d: number) => `cắt bớt, ${d} chữ số thập phân`, source: 'Căn cứ, nơi dùng', reading: 'Chỉ dùng để giải thích số liệu người khác công bố',
      excluded: 'Không tính vào mẫu số', excludedNone: 'Không bỏ bản ghi nào của phạm vi này.', otherCount: 'Nếu đếm cách kia', records: 'Các bản ghi', csv: 'Tải CSV', xlsx: 'Tải XLSX', nothing: 'Chưa có bản ghi nào trong mẫu số, nên không có tỷ lệ.',
      change: 'Vì sao thay đổi', value: 'Giá trị', json: 'JSON', onlyClass: (words: string) => `Chỉ: ${words}`, showAll: 'Xem tất cả',
    },
    paging: { showing: (n: string, more: boolean) => (more ? `${n} bản ghi đầu của trang này, còn nữa` : `${n} bản ghi`) },
  },
  {
    asOf: 'as of',
    nav: { figures: 'Figures', dashboard: 'Dashboard', late: 'Late list', changes: 'Changes of figures', reports: 'Reports', puzzles: 'Puzzles' },
    parts: { numerator: 'Numerator', denominator: 'Denominator', excluded: 'Not counted' },
    records: { directive: 'Directive', ref: 'Code', title: 'Task', unit: 'Agency', deadline: 'Deadline as printed', due: 'Due on', doneOn: 'Completed on', state: 'State', none: 'No records', why: 'Why it is not counted' },
    scope: {
      directive: 'Directive', anyDirective: 'All directives', section: 'Section', anySection: 'All sections', unit: 'Agency', anyUnit: 'All agencies', field: 'Field', anyField: 'All fields',
      kind: 'Kind', kinds: { task: 'Tasks', target: 'Targets', all: 'Tasks and targets' }, count: 'Counting', counts: { tasks: 'By task', assignments: 'By assignment' }, nouns: { tasks: 'tasks', assignments: 'assignments' }, asOf: 'As of',
      ministries: 'Ministries, bodies of the centre', provinces: 'Provinces', chosen: 'Chosen',
    },
    figures: {
      title: 'Figures', lead: 'Each rate has a numerator, a denominator, a rule and the list of records that make it. No figure is typed.',
      description: 'Live figures on how tasks are carried out: definition, both counts, records.',
      live: 'live', past: 'as known at the end of this day', onTime: 'Three forms of “on time”', onTimeNote: 'The same records over three denominators. The default comes first.', default: 'default',
      all: 'The rates', spread: 'All records by how they stand', by: 'Split by', bys: { directive: 'directive', section: 'section', unit: 'agency', period: 'period due', field: 'field' },
      row: 'Row', total: 'Total', done: 'Completed', overdue: 'Overdue', counted: 'Counted', sum: 'Total',
      changes: 'Why rates change', puzzles: 'Published figures explained', definitions: 'List of figures',
    },
    figure: {
      kicker: (version: string) => `Figure · version ${version}`, rule: 'Rule', counts: 'What is counted', scope: 'Scope', asOf: 'As of', version: 'Version', since: (version: string, day: string) => `${version}, in force since ${day}`,
      rounding: 'Rounding', halfUp: (d: number) => `half up, ${d} decimals`, cut: (d: number) => `cut, ${d} decimals`, source: 'Base, where it is used', reading: 'Only kept to explain figures that others published',
      excluded: 'Left out of the denominator', excludedNone: 'No record of this scope is left out.', otherCount: 'Counted the other way', records: 'The records', csv: 'Download CSV', xlsx: 'Download XLSX', nothing: 'No record is in the denominator yet, so there is no rate.',
      change: 'Why it changed', value: 'Value', json: 'JSON', onlyClass: (words: string) => `Only: ${words}`, showAll: 'Show all',
    },
    paging: { showing: (n: string, more: boolean) => (more ? `The first ${n} records of this page, there are more` : `${n} records`) },
  },
);
