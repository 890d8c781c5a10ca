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
    dashboard: {
      title: 'Bảng điều hành', lead: 'Việc gì chậm, vì sao, ai phải làm. Mỗi số đều mở được danh sách.', tasks: 'Nhiệm vụ', done: 'Hoàn thành', overdue: 'Quá hạn, chưa xong', atRisk: 'Có nguy cơ chậm', inTerm: 'Trong hạn', late: 'Hoàn thành quá hạn', of: 'trên tổng số',
      byDirective: 'Giao việc theo văn bản và tình trạng', byAgency: 'Giao việc theo cơ quan và tình trạng', topNote: (n: number) => `${n} dòng có nhiều việc quá hạn nhất; bảng đầy đủ ở trang Số liệu.`, categoryDirective: 'Văn bản', categoryAgency: 'Cơ quan',
      whoActs: 'Ai phải làm', whoActsNote: 'Cơ quan có nhiệm vụ quá hạn và người giữ chức vụ tại ngày này.', agency: 'Cơ quan', person: 'Người phải làm', nobody: 'Chưa có người giữ chức vụ', open: 'Quá hạn', all: 'Cả danh sách chậm', change: 'Tỷ lệ thay đổi từ đầu tháng', fullBoard: 'Bảng đầy đủ', noLate: 'Không có nhiệm vụ chậm.',
      groups: { doneOnTime: 'Hoàn thành đúng hạn', doneLate: 'Hoàn thành quá hạn', inTerm: 'Trong hạn', overdue: 'Quá hạn', other: 'Thường xuyên, không thời hạn' }, report: 'Lập báo cáo',
    },
    late: {
      title: 'Danh sách nhiệm vụ chậm theo cơ quan', lead: 'Bộ, ngành trước, địa phương sau. Nhiệm vụ chung tính cho từng cơ quan chủ trì có phần việc chậm.', overdue: 'Quá hạn', doneLate: 'Hoàn thành quá hạn', count: 'Cộng', agency: 'Cơ quan', kinds: { ministry: 'Bộ, cơ quan trung ương', province: 'Tỉnh, thành phố', other: 'Đơn vị khác' },
      sum: 'Cộng theo cơ quan', total: 'Tổng số nhiệm vụ, mỗi nhiệm vụ một lần', task: 'Nhiệm vụ', product: 'Kết quả yêu cầu', due: 'Thời hạn', days: 'Số ngày chậm', state: 'Tình trạng', agencies: 'Cơ quan chủ trì chậm', none: 'Không có nhiệm vụ chậm trong phạm vi này.', of: (name: string) => `Nhiệm vụ chậm của ${name}`, all: 'Tất cả nhiệm vụ chậm', showAll: 'Xem tất cả cơ quan',
      unnamed: (n: string) => `Còn ${n} nhiệm vụ nữa; chọn một cơ quan để xem.`, people: 'Người phải làm', andMore: (n: number) => `và ${n} cơ quan khác`, first: (day: string) => `hạn đầu ${day}`,
    },
    changes: {
      title: 'Vì sao tỷ lệ thay đổi', lead: 'Thay đổi của một tỷ lệ giữa hai ngày được tách thành phần do kết quả và phần do thay đổi danh mục, thời hạn. Hai phần cộng lại đúng bằng thay đổi.', figure: 'Chỉ số', from: 'Từ ngày', to: 'Đến ngày', before: 'Ngày đầu', after: 'Ngày cuối',
      change: 'Thay đổi', results: 'Do kết quả', changedBase: 'Do danh mục, thời hạn', unexplained: 'Chưa giải thích', points: 'điểm %', noRate: 'Một trong hai ngày không có mẫu số nên không tách được thành điểm phần trăm.', events: 'Việc gì đã xảy ra', event: 'Sự việc', cause: 'Do', n: 'Số bản ghi', num: 'Tử số', den: 'Mẫu số', items: 'Từng bản ghi', document: 'Theo văn bản',
      complete: 'Danh sách giải thích hết thay đổi.', missing: (num: number, den: number) => `Chưa giải thích: tử số ${num}, mẫu số ${den}.`, none: 'Không có gì thay đổi chỗ trong tỷ lệ này giữa hai ngày.', entered: 'Vào mẫu số', left: 'Ra khỏi mẫu số', order: 'Kết quả được áp trước trên danh mục cũ, sau đó mới đến thay đổi danh mục.', effect: 'Chỗ trong tỷ lệ', in: 'vào', out: 'ra', stays: 'giữ',
    },
    puzzles: {
      title: 'Giải mã các số liệu đã công bố', lead: 'Số liệu do cơ quan khác công bố, ghi nguyên văn kèm nguồn, không trộn với số liệu của hệ thống. Mỗi trang cho biết cách đọc nào cho ra con số đã in.', question: 'Câu hỏi', printed: 'Số đã in', source: 'Nguồn', asOf: 'Thời điểm', body: 'Cơ quan công bố', scope: 'Phạm vi', label: 'Nội dung', role: 'Vai trò', use: 'Dùng để', count: 'Số', percent: 'Tỷ lệ in kèm',
      roles: { total: 'Tổng', part: 'Phần của tổng', ofWhich: 'Trong đó', derived: 'Suy ra' }, readings: 'Cách đọc cho ra tỷ lệ đã in', reading: 'Cách tính', counts: 'Tử số / mẫu số', exact: 'Giá trị', mode: 'Làm tròn', modes: { halfUp: 'làm tròn', cut: 'cắt bớt' }, offered: 'dùng được cho báo cáo', notOffered: 'chỉ để giải thích', noReading: 'Không có cách tính nào từ các số đã in cho ra tỷ lệ này.',
      behind: (from: string, to: string, total: string) => `từ ${from} đến ${to} trên ${total}`, behindRounded: 'Nếu làm tròn', behindCut: 'Nếu cắt bớt', behindTitle: 'Số hoàn thành có thể đứng sau', check: 'Kiểm tra tổng', ok: 'Cộng đúng', notOk: 'Không cộng đúng', answer: 'Trả lời', related: 'Liên quan', live: 'Số liệu trực tiếp của hệ thống', none: 'Chưa ghi số liệu nào của cơ quan khác.',
    },
    reports: {
      title: 'Báo cáo', lead: 'Báo cáo đã đóng giữ nguyên số liệu, phiên bản quy tắc và mã bản ghi, có mã băm và chữ ký. Số liệu trực tiếp vẫn chạy bên cạnh.', new: 'Lập báo cáo', none: 'Chưa có báo cáo nào được đóng.', name: 'Báo cáo', unit: 'Cơ quan', asOf: 'Số liệu đến', frozen: 'Đóng lúc', by: 'Người ký',
      kinds: { session: 'Báo cáo phiên họp', late: 'Danh sách chậm' }, kind: 'Loại báo cáo', signs: 'Cơ quan ký', about: 'Về cơ quan', aboutAny: 'Mọi cơ quan', heading: 'Tên báo cáo', number: 'Số, ký hiệu', place: 'Địa danh', language: 'Ngôn ngữ', classification: 'Mức phổ biến', classifications: { public: 'Công khai', internal: 'Nội bộ', restricted: 'Hạn chế' },
      paragraphs: 'Mỗi dòng là một đoạn.', cites: 'Trích dẫn số liệu đã công bố', preview: 'Xem trước', freeze: 'Đóng và ký', confirm: 'Đóng báo cáo? Sau khi đóng không sửa được.', reason: 'Lý do vẫn ký khi kiểm tra tổng chưa đạt', frozenFlash: 'Đã đóng và ký báo cáo.', previewTitle: 'Bản xem trước', failed: 'Kiểm tra tổng chưa đạt: cần ghi lý do thì mới ký được.', ok: 'Kiểm tra tổng đạt.',
      intact: 'Nguyên vẹn: nội dung khớp mã băm, chữ ký khớp', broken: 'KHÔNG nguyên vẹn: nội dung hoặc chữ ký không khớp', hash: 'Mã băm SHA-256', key: 'Khóa', files: 'Tải về', proof: 'Tệp kiểm chứng', verify: 'Kiểm tra ngoài hệ thống: npx lienthong verify report TỆP', beside: 'Đã đóng và hiện nay', then: 'Khi đóng', now: 'Hiện nay', difference: 'Khác', same: (n: string) => `${n} bản ghi giữ nguyên tình trạng`, changed: (n: string) => `${n} bản ghi đã đổi`, from: 'Khi đóng', to: 'Hiện nay', absent: 'chưa có', gone: 'không còn', n: 'Số bản ghi', print: 'In', rights: 'Phần hiện nay tính theo quyền xem của bạn.', statedReason: 'Lý do ký', day: 'Số liệu đến ngày',
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
    dashboard: {
      title: 'Dashboard', lead: 'What is late, why, and who must act. Every number opens its list.', tasks: 'Tasks', done: 'Completed', overdue: 'Open and overdue', atRisk: 'At risk', inTerm: 'In term', late: 'Completed late', of: 'of all',
      byDirective: 'Assignments by directive and state', byAgency: 'Assignments by agency and state', topNote: (n: number) => `The ${n} rows with most overdue; all are on the page of figures.`, categoryDirective: 'Directive', categoryAgency: 'Agency',
      whoActs: 'Who must act', whoActsNote: 'Agencies with overdue tasks, and who holds office there on this day.', agency: 'Agency', person: 'Who must act', nobody: 'Nobody holds an office', open: 'Overdue', all: 'The whole late list', change: 'Change of rates since the first of the month', fullBoard: 'The whole board', noLate: 'No task is late.',
      groups: { doneOnTime: 'Completed on time', doneLate: 'Completed late', inTerm: 'In term', overdue: 'Overdue', other: 'Recurring, no term' }, report: 'Write a report',
    },
    late: {
      title: 'Late tasks by agency', lead: 'Ministries first, then provinces. A shared task counts for each lead agency whose part is late.', overdue: 'Overdue', doneLate: 'Completed late', count: 'Sum', agency: 'Agency', kinds: { ministry: 'Ministries, bodies of the centre', province: 'Provinces', other: 'Other units' },
      sum: 'Sum of the agencies', total: 'All tasks, each once', task: 'Task', product: 'Required result', due: 'Due', days: 'Days late', state: 'State', agencies: 'Late lead agencies', none: 'No task of this scope is late.', of: (name: string) => `Late tasks of ${name}`, all: 'All late tasks', showAll: 'Show all agencies',
      unnamed: (n: string) => `${n} more; choose an agency to see them.`, people: 'Who must act', andMore: (n: number) => `and ${n} more`, first: (day: string) => `first due ${day}`,
    },
    changes: {
      title: 'Why rates change', lead: 'The change of a rate between two days is split into what came by results and what came by a changed base. Both add up to the change exactly.', figure: 'Figure', from: 'From', to: 'To', before: 'First day', after: 'Last day',
      change: 'Change', results: 'By results', changedBase: 'By a changed base', unexplained: 'Unexplained', points: 'points', noRate: 'One of the days has no denominator, so there is nothing to split into points.', events: 'What happened', event: 'Event', cause: 'Cause', n: 'Records', num: 'Numerator', den: 'Denominator', items: 'Each record', document: 'Under',
      complete: 'The list explains the whole change.', missing: (num: number, den: number) => `Unexplained: numerator ${num}, denominator ${den}.`, none: 'Nothing changed its place in this rate between the two days.', entered: 'Entered the denominator', left: 'Left the denominator', order: 'Results are applied first, to the old base; then the base changes.', effect: 'Place in the rate', in: 'in', out: 'out', stays: 'stays',
    },
    puzzles: {
      title: 'Published figures explained', lead: 'Figures that other bodies published, as printed, with their source; never mixed with figures of this system. Each page says which reading gives the number printed.', question: 'Question', printed: 'As printed', source: 'Source', asOf: 'As of', body: 'Published by', scope: 'Scope', label: 'What', role: 'Role', use: 'Use', count: 'Count', percent: 'Percentage beside it',
      roles: { total: 'Total', part: 'Part of the total', ofWhich: 'Of which', derived: 'Worked out' }, readings: 'Readings that give the percentage printed', reading: 'Rule', counts: 'Numerator / denominator', exact: 'Value', mode: 'Rounding', modes: { halfUp: 'rounded', cut: 'cut' }, offered: 'may be used for reports', notOffered: 'only to explain', noReading: 'No rule gives this percentage from the counts printed.',
      behind: (from: string, to: string, total: string) => `${from} to ${to} of ${total}`, behindRounded: 'If rounded', behindCut: 'If cut', behindTitle: 'Counts that can stand behind it', check: 'Total check', ok: 'Adds up', notOk: 'Does not add up', answer: 'Answer', related: 'Related', live: 'Live figures of this system', none: 'No figures of other bodies have been recorded.',
    },
    reports: {
      title: 'Reports', lead: 'A frozen report keeps its figures, rule versions and record ids, with a hash and a signature. The live figures go on beside it.', new: 'Write a report', none: 'No report has been frozen yet.', name: 'Report', unit: 'Unit', asOf: 'Figures as of', frozen: 'Frozen at', by: 'Signed by',
      kinds: { session: 'Session report', late: 'Late list' }, kind: 'Kind of report', signs: 'Signing unit', about: 'About', aboutAny: 'All agencies', heading: 'Title', number: 'Number and sign', place: 'Place', language: 'Language', classification: 'Classification', classifications: { public: 'Public', internal: 'Internal', restricted: 'Restricted' },
      paragraphs: 'Each line is a paragraph.', cites: 'Cite published figures', preview: 'Preview', freeze: 'Freeze and sign', confirm: 'Freeze the report? It cannot be changed afterwards.', reason: 'Reason to sign although a total check failed', frozenFlash: 'The report is frozen and signed.', previewTitle: 'Preview', failed: 'A total check failed: it can be signed only with a reason.', ok: 'The total checks hold.',
      intact: 'Intact: content, hash and signature fit', broken: 'NOT intact: content or signature do not fit', hash: 'SHA-256', key: 'Key', files: 'Download', proof: 'Verification file', verify: 'To check it elsewhere: npx lienthong verify report FILE', beside: 'Then and now', then: 'When frozen', now: 'Now', difference: 'Difference', same: (n: string) => `${n} records stand as they did`, changed: (n: string) => `${n} records changed`, from: 'When frozen', to: 'Now', absent: 'not there yet', gone: 'no longer there', n: 'Records', print: 'Print', rights: 'The present part is counted under your own rights.', statedReason: 'Reason for signing', day: 'Figures as of',
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
