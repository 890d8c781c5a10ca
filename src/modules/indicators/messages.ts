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
    report: {
      sections: { leadership: 'Công tác lãnh đạo, chỉ đạo', results: 'Kết quả thực hiện nhiệm vụ', byAgency: 'Kết quả theo cơ quan', tasks: 'Danh mục nhiệm vụ', late: 'Nhiệm vụ chậm theo cơ quan', limits: 'Hạn chế, nguyên nhân', next: 'Nhiệm vụ thời gian tới', proposals: 'Đề xuất, kiến nghị', reported: 'Số liệu do cơ quan khác công bố', checks: 'Kiểm tra tổng' },
      summary: (total: string, done: string, onTime: string, overdue: string) => `Tổng số ${total} nhiệm vụ; đã hoàn thành ${done}, trong đó ${onTime} đúng hạn; quá hạn chưa xong ${overdue}.`,
      figure: 'Chỉ số', numerator: 'Tử số', denominator: 'Mẫu số', rate: 'Tỷ lệ', rule: 'Cách tính', version: (v: string) => `phiên bản ${v}`,
      agency: 'Cơ quan', total: 'Tổng số', doneOnTime: 'Hoàn thành đúng hạn', doneLate: 'Hoàn thành quá hạn', inTerm: 'Trong hạn', overdue: 'Quá hạn', other: 'Khác', count: 'Số nhiệm vụ chậm', sum: 'Cộng theo cơ quan',
      no: 'STT', task: 'Nhiệm vụ', product: 'Kết quả yêu cầu', due: 'Thời hạn', lead: 'Cơ quan chủ trì', progress: 'Tiến độ', result: 'Kết quả đến nay', days: 'Số ngày chậm', doneOn: 'Ngày hoàn thành', directive: 'Văn bản giao',
      leads: (done: number, all: number) => `${done}/${all} cơ quan xong`, percent: (n: number) => `${n} %`, source: 'Nguồn', printed: 'Số in', none: 'Không có nhiệm vụ chậm.', stated: (reason: string) => `Ký khi kiểm tra tổng chưa đạt, lý do: ${reason}`,
      note: 'Mỗi nhiệm vụ tính một lần theo tình trạng của tất cả cơ quan chủ trì. Thời hạn theo văn bản giao; tiến độ do cơ quan báo cáo, kết quả đã được chấp nhận mới tính hoàn thành.',
      draft: 'DỰ THẢO', recipients: 'Như trên;\nLưu: VT.', sheets: { figures: 'Chỉ số', agencies: 'Theo cơ quan', tasks: 'Nhiệm vụ', late: 'Nhiệm vụ chậm' }, signer: 'Người ký đóng báo cáo',
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
    report: {
      sections: { leadership: 'Leadership', results: 'Results', byAgency: 'Results by agency', tasks: 'List of tasks', late: 'Late tasks by agency', limits: 'Limits and causes', next: 'Tasks of the next period', proposals: 'Proposals', reported: 'Figures published by other bodies', checks: 'Total check' },
      summary: (total: string, done: string, onTime: string, overdue: string) => `${total} tasks in all; ${done} completed, ${onTime} of them on time; ${overdue} open and overdue.`,
      figure: 'Figure', numerator: 'Numerator', denominator: 'Denominator', rate: 'Rate', rule: 'Rule', version: (v: string) => `version ${v}`,
      agency: 'Agency', total: 'Total', doneOnTime: 'Completed on time', doneLate: 'Completed late', inTerm: 'In term', overdue: 'Overdue', other: 'Other', count: 'Late tasks', sum: 'Sum of the agencies',
      no: 'No.', task: 'Task', product: 'Required result', due: 'Due', lead: 'Lead agency', progress: 'Progress', result: 'Result so far', days: 'Days late', doneOn: 'Completed on', directive: 'Assigned by',
      leads: (done: number, all: number) => `${done}/${all} agencies done`, percent: (n: number) => `${n} %`, source: 'Source', printed: 'As printed', none: 'No task is late.', stated: (reason: string) => `Signed although a total check failed; reason: ${reason}`,
      note: 'Each task counts once, by the state of all its lead agencies. Terms as assigned; progress as reported by the agency; only accepted results count as completed.',
      draft: 'DRAFT', recipients: 'As above;\nFile.', sheets: { figures: 'Figures', agencies: 'By agency', tasks: 'Tasks', late: 'Late tasks' }, signer: 'Frozen and signed by',
    },
    paging: { showing: (n: string, more: boolean) => (more ? `The first ${n} records of this page, there are more` : `${n} records`) },
  },
);
