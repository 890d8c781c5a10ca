import { defineMessages } from '../../../kit/i18n.ts';

/** Texts of the report form. */
export const report = defineMessages(
  {
    title: 'Viết báo cáo', lead: 'Nội dung được lưu nháp khi đang gõ; chỉ có hiệu lực sau khi bấm Gửi báo cáo.',
    draftFrom: (when: string) => `Bản nháp lưu lúc ${when} đã được điền lại.`, discard: 'Bỏ bản nháp', discardSure: 'Bỏ bản nháp này? Không lấy lại được.', discarded: 'Đã bỏ bản nháp.',
    closed: 'Lúc này không báo cáo được cho giao việc này', closedHint: 'Giao việc đã hoàn thành, đang chờ quyết định, hoặc bạn không phải đầu mối của cơ quan.', back: 'Về giao việc',
    period: 'Kỳ báo cáo', periodHint: 'Kỳ đã khóa phải xin mở khóa.', periodOption: (name: string, state: string, cutoff: string) => `${name} (${state}, chốt ${cutoff})`, noPeriod: (name: string) => `Văn bản không đặt kỳ báo cáo cố định; báo cáo được ghi vào ${name}.`, locked: (names: string) => `Đã khóa: ${names}. Đề nghị cơ quan thường trực mở khóa nếu cần.`,
    outcome: 'Kết quả kỳ này', outcomes: { progress: 'Có tiến triển', nothing: 'Không phát sinh trong kỳ', done: 'Đã hoàn thành, có sản phẩm' }, outcomeHints: { nothing: 'Vẫn là một báo cáo hợp lệ; tiến độ giữ nguyên.', done: 'Nhập sản phẩm bên dưới; báo cáo sẽ được xác nhận và kiểm tra.' },
    progress: 'Tiến độ', progressHint: 'So với toàn bộ phần việc của cơ quan; bỏ trống nếu không đổi.', result: 'Kết quả đã đạt', resultHint: 'Việc đã làm, văn bản đã ban hành, số liệu chính.', forecast: 'Dự kiến hoàn thành',
    money: 'Kinh phí', allocated: 'Được cấp', paid: 'Đã giải ngân', dong: 'đồng',
    target: 'Giá trị chỉ tiêu', value: 'Giá trị đạt được', valueHint: (goal: string) => `Mức phải đạt: ${goal}. Với thứ hạng, ghi số thứ hạng.`, numerator: 'Tử số', denominator: 'Mẫu số', ratioHint: 'Tỷ lệ do hệ thống tính từ hai số này; không nhập phần trăm.',
    product: 'Sản phẩm', productHint: 'Bắt buộc khi báo hoàn thành. Ngày của sản phẩm là ngày hoàn thành.', productDate: 'Ngày của sản phẩm', number: 'Số, ký hiệu', numberHint: 'Ví dụ: 118/QĐ-TTg', docTitle: 'Tên văn bản', link: 'Liên kết', file: 'Tệp', fileHint: 'PDF, DOCX, XLSX hoặc ảnh, đến 20 MB.', fileKept: (name: string) => `Đã tải lên: ${name}`,
    evidence: 'Minh chứng', evidenceHint: 'Văn bản hoặc tệp chứng minh tiến độ; để trống dòng không dùng.', evidenceN: (n: string) => `Minh chứng ${n}`, date: 'Ngày',
    difficulties: 'Khó khăn, kiến nghị', difficultyHint: 'Mỗi mục được gửi đến cơ quan phải trả lời, có hạn trả lời. Để trống nếu không có.', difficultyN: (n: string) => `Mục ${n}`, kind: 'Loại', body: 'Nội dung', addressee: 'Cơ quan trả lời', addresseeEmpty: 'Cơ quan theo dõi văn bản', due: 'Đề nghị trả lời trước ngày', more: 'Thêm mục nữa',
    send: 'Gửi báo cáo', sent: 'Đã gửi báo cáo.', sentClaim: 'Đã báo hoàn thành; chờ xác nhận.', productButNotDone: 'Đã nhập sản phẩm: chọn “Đã hoàn thành, có sản phẩm”, hoặc xóa phần sản phẩm.',
    last: 'Báo cáo gần nhất', noLast: 'Chưa có báo cáo nào.', standing: 'Đang ở đâu',
  },
  {
    title: 'Write a report', lead: 'A draft is kept while you type; it takes effect only when you send it.',
    draftFrom: (when) => `The draft saved at ${when} has been filled in.`, discard: 'Discard the draft', discardSure: 'Discard this draft? It cannot be brought back.', discarded: 'The draft is discarded.',
    closed: 'No report can be sent for this assignment now', closedHint: 'It is completed, waits for a decision, or you are not the coordinator of its agency.', back: 'Back to the assignment',
    period: 'Reporting period', periodHint: 'A locked period must be unlocked first.', periodOption: (name, state, cutoff) => `${name} (${state}, cut-off ${cutoff})`, noPeriod: (name) => `The document has no fixed periods; the report is filed under ${name}.`, locked: (names) => `Locked: ${names}. Ask the standing office to unlock if needed.`,
    outcome: 'This period', outcomes: { progress: 'There was progress', nothing: 'Nothing happened', done: 'Completed, with a product' }, outcomeHints: { nothing: 'This is a valid report too; progress stays.', done: 'Give the product below; it will be confirmed and checked.' },
    progress: 'Progress', progressHint: 'Of the whole part of your agency; leave blank if unchanged.', result: 'What was achieved', resultHint: 'Work done, documents issued, main figures.', forecast: 'Completion expected',
    money: 'Money', allocated: 'Allocated', paid: 'Paid out', dong: 'VND',
    target: 'Value of the target', value: 'Value reached', valueHint: (goal) => `To be reached: ${goal}. For a rank, give its number.`, numerator: 'Numerator', denominator: 'Denominator', ratioHint: 'The share is computed from both; do not type a percentage.',
    product: 'Product', productHint: 'Required when completion is claimed. Its date is the date of completion.', productDate: 'Date of the product', number: 'Number', numberHint: 'For example: 118/QĐ-TTg', docTitle: 'Title', link: 'Link', file: 'File', fileHint: 'PDF, DOCX, XLSX or image, up to 20 MB.', fileKept: (name) => `Uploaded: ${name}`,
    evidence: 'Evidence', evidenceHint: 'Documents or files that prove the progress; leave unused rows blank.', evidenceN: (n) => `Evidence ${n}`, date: 'Date',
    difficulties: 'Difficulties and proposals', difficultyHint: 'Each one goes to the agency that must answer, with a day. Leave blank if there are none.', difficultyN: (n) => `Entry ${n}`, kind: 'Kind', body: 'Content', addressee: 'To be answered by', addresseeEmpty: 'The agency that follows the document', due: 'Answer wanted by', more: 'One more',
    send: 'Send the report', sent: 'The report is sent.', sentClaim: 'Completion is claimed; it waits for confirmation.', productButNotDone: 'A product is given: choose “Completed, with a product”, or clear it.',
    last: 'Last report', noLast: 'No report yet.', standing: 'Where it stands',
  },
);
