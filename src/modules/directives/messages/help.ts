import { defineMessages } from '../../../kit/i18n.ts';

/** The help page: how to read states, and a short guide for each role. */
export const help = defineMessages(
  {
    title: 'Trợ giúp',
    lead: 'Cách đọc trạng thái, thời hạn, số liệu; và việc của từng vai trò.',
    contents: 'Nội dung',
    readTitle: 'Cách đọc trạng thái',
    read1:
      'Mỗi giao việc đứng trên hai trục. Trục thứ nhất là việc: chưa thực hiện, đang thực hiện, chờ xác nhận, hoàn thành, thường xuyên, đã hủy. Trục thứ hai là thời hạn: trong hạn, có nguy cơ trễ, quá hạn, hoàn thành đúng hạn, hoàn thành quá hạn kèm số ngày.',
    read2:
      'Hoàn thành chỉ được tính khi sản phẩm đã được chấp nhận. Ngày hoàn thành là ngày của sản phẩm, không phải ngày nhập.',
    read3: 'Quá hạn tính từ ngày sau ngày cuối cùng. “Quý II năm 2025” nghĩa là đến hết ngày 30/06/2025.',
    countTitle: 'Nhiệm vụ và giao việc khác nhau thế nào',
    count1:
      'Một nhiệm vụ giao cho nhiều cơ quan là một nhiệm vụ, nhiều giao việc. Mỗi con số đều nói rõ đang đếm gì.',
    count2:
      'Trong danh sách theo cơ quan, nhiệm vụ chung tính một lần cho mỗi cơ quan, nên tổng các cơ quan lớn hơn số nhiệm vụ.',
    count3: 'Mọi tỷ lệ đều kèm tử số và mẫu số, và mở ra được danh sách bản ghi.',
    dueTitle: 'Thời hạn',
    due1: 'Trang nhiệm vụ ghi thời hạn như in trong văn bản, cách hiểu, và từng lần thay đổi kèm văn bản. Thời hạn ban đầu luôn được giữ.',
    due2: 'Kéo thanh “Xem lại quá khứ” để thấy nhiệm vụ đúng như vào ngày đó.',
    unitTitle: 'Cơ quan đã sắp xếp lại',
    unit1:
      'Nhiệm vụ giao cho cơ quan đã hợp nhất được chuyển cho cơ quan kế thừa. Trang ghi cả tên lúc giao và cơ quan đang giữ trách nhiệm.',
    coordinatorTitle: 'Đầu mối cơ quan',
    coordinator1: 'Mở “Việc của tôi”: việc quá hạn đứng đầu, rồi việc có nguy cơ và sắp đến hạn.',
    coordinator2:
      'Mở một giao việc, bấm “Viết báo cáo”. Không có gì mới thì chọn “Không phát sinh trong kỳ”.',
    coordinator3:
      'Khi xong, chọn “Đã hoàn thành, có sản phẩm”, ghi số, ngày của văn bản. Bị trả lại thì xem lý do, sửa và gửi lại.',
    coordinator4: 'Cần thêm thời gian thì xin gia hạn trước hạn, nêu lý do và văn bản.',
    headTitle: 'Thủ trưởng cơ quan',
    head1: 'Mở “Chờ xác nhận, chấp nhận”: xem sản phẩm, xác nhận hoặc trả lại cho đầu mối.',
    head2: 'Trả lời khó khăn, kiến nghị gửi đến cơ quan mình trước hạn trả lời.',
    officeTitle: 'Cơ quan thường trực',
    office1:
      'Nhập văn bản, tách thành nhiệm vụ, hoặc nhập cả phụ lục từ tệp. Xem trước số đơn vị được giao trước khi lưu.',
    office2: 'Kiểm tra sản phẩm trong hàng chờ: chấp nhận, hoặc trả lại kèm lý do.',
    office3:
      'Quyết định gia hạn theo văn bản; mở khóa kỳ báo cáo khi có lý do; theo dõi bảng “Quá hạn và có nguy cơ”.',
    leaderTitle: 'Lãnh đạo',
    leader1: 'Xem bảng điều hành và danh sách quá hạn; mở con số nào cũng đến được từng giao việc.',
    leader2: 'Chốt báo cáo: số liệu được giữ nguyên, ký tên, và vẫn so được với số liệu hiện tại.',
    publicTitle: 'Người dân, nhà báo, nhà nghiên cứu',
    public1: 'Tìm văn bản, nhiệm vụ không cần gõ dấu. Số liệu công khai tải về được và tính lại được.',
    public2: 'Chỉ thông tin công khai mới hiện ở đây.',
    keysTitle: 'Phím tắt',
    keys1: '/ đến ô tìm kiếm; j, k xuống, lên từng dòng; Enter mở; ? xem bảng phím.',
    problems: 'Các thông báo lỗi và cách xử lý',
    api: 'Dùng API',
  },
  {
    title: 'Help',
    lead: 'How to read states, deadlines and figures; and what each role does.',
    contents: 'Contents',
    readTitle: 'How to read states',
    read1:
      'Each assignment stands on two axes. The first is work: not started, in progress, awaiting a decision, completed, recurring, cancelled. The second is time: in term, at risk, overdue, done on time, done late with the days.',
    read2:
      'Completed counts only when the product has been accepted. The date of completion is that of the product, not of the entry.',
    read3:
      'Overdue begins on the day after the last day. “Quarter II of 2025” means until the end of 30/06/2025.',
    countTitle: 'Tasks and assignments',
    count1:
      'A task given to several agencies is one task and several assignments. Every number says which it counts.',
    count2:
      'In lists by agency a shared task counts once for each agency, so the sum exceeds the number of tasks.',
    count3: 'Every share has its numerator and denominator, and opens to its records.',
    dueTitle: 'Deadlines',
    due1: 'The page of a task shows the deadline as printed, how it is read, and every change with its document. The first deadline is always kept.',
    due2: 'Move “Look back” to see a task as it was on a day.',
    unitTitle: 'Reorganised agencies',
    unit1:
      'A task of a merged agency passes to its successor. The page names both the agency of that day and the one that holds the duty now.',
    coordinatorTitle: 'Coordinator of an agency',
    coordinator1: 'Open “My work”: what is overdue comes first, then what is at risk or due soon.',
    coordinator2:
      'Open an assignment and press “Write a report”. If nothing is new, choose “Nothing happened”.',
    coordinator3:
      'When done, choose “Completed, with a product” and give number and date of the document. If it is returned, read the reason, correct and send again.',
    coordinator4:
      'If you need more time, ask for an extension before the deadline, with reason and document.',
    headTitle: 'Head of an agency',
    head1: 'Open “To confirm or accept”: look at the product, confirm it or return it to your coordinator.',
    head2: 'Answer difficulties addressed to your agency in time.',
    officeTitle: 'Standing office',
    office1:
      'Enter documents, split them into tasks, or import a whole appendix. See how many units get it before you save.',
    office2: 'Check products in the queue: accept, or return with the reason.',
    office3:
      'Decide extensions by a document; unlock periods with a reason; watch the board “Late and at risk”.',
    leaderTitle: 'Leader',
    leader1: 'Read the dashboard and the late list; every number opens down to its assignments.',
    leader2: 'Freeze a report: its figures stay, signed, and can be compared with the present ones.',
    publicTitle: 'Citizens, journalists, researchers',
    public1: 'Search documents and tasks without accents. Public figures can be downloaded and recomputed.',
    public2: 'Only public information shows here.',
    keysTitle: 'Keys',
    keys1: '/ goes to the search box; j and k move down and up; Enter opens; ? shows the keys.',
    problems: 'Error messages and what to do',
    api: 'Use the API',
  },
);
