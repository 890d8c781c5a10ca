import { defineMessages } from '../../kit/i18n.ts';
import { letters } from './messages/letters.ts';

/** Everything the pages say; what notices themselves say is in messages/letters.ts. */
const pages = defineMessages(
  {
    nav: 'Nhắc việc',
    navSent: 'Nhắc việc đã gửi',
    navLadders: 'Bậc thang nhắc việc',
    mine: {
      title: 'Nhắc việc của tôi', lead: 'Việc đến hạn, quá hạn, chờ quyết định và những thay đổi liên quan đến đơn vị của bạn.', open: 'Chưa đọc', all: 'Tất cả', none: 'Không có nhắc việc nào chưa đọc.', noneAll: 'Chưa có nhắc việc nào.',
      markSelected: 'Đánh dấu đã đọc', markAll: 'Đánh dấu tất cả đã đọc', marked: (n: string) => `Đã đánh dấu ${n} nhắc việc là đã đọc.`, what: 'Nội dung', when: 'Lúc', state: 'Trạng thái', unread: 'Chưa đọc', read: 'Đã đọc', acted: 'Đã xử lý', select: (t: string) => `Chọn: ${t}`, sent: 'Xem nhắc việc đã gửi',
    },
    sent: {
      title: 'Nhắc việc đã gửi', lead: 'Mỗi bậc nhắc đúng một lần cho mỗi thời hạn. Biên nhận là câu trả lời của máy chủ thư.', unit: 'Mã đơn vị', rung: 'Bậc', state: 'Trạng thái', any: 'Tất cả', none: 'Không có nhắc việc nào khớp bộ lọc.', to: 'Người nhận', what: 'Nội dung', when: 'Lúc', mail: 'Thư',
      nobody: 'Không có người nhận', nobodyRemedy: 'Bổ nhiệm hoặc cấp tài khoản đầu mối cho đơn vị; bậc này được thử lại mỗi ngày làm việc.', failedRemedy: 'Sửa địa chỉ thư của người nhận hoặc kiểm tra máy chủ thư, rồi gửi lại.', resend: 'Gửi lại', resent: 'Đã đưa thư vào hàng chờ gửi.', receipt: 'Biên nhận', messageId: 'Mã thư', tries: (n: string) => `${n} lần thử`, planned: (at: string) => `Gửi từ ${at}`, appOnly: 'Chỉ trong hệ thống', readAt: (at: string) => `Đọc lúc ${at}`,
      states: { queued: 'Đang chờ gửi', sent: 'Đã gửi', failed: 'Không gửi được', dropped: 'Thôi gửi vì đã xử lý', read: 'Đã đọc', acted: 'Đã xử lý', nobody: 'Không có người nhận' },
    },
    ladders: {
      title: 'Bậc thang nhắc việc', lead: 'Ai được nhắc, trước hoặc sau bao nhiêu ngày, trong giờ nào. Mỗi lần đổi là một phiên bản mới có ngày hiệu lực.', inForce: 'Đang áp dụng', version: (n: string) => `Phiên bản ${n}`, standard: 'Bản mặc định', from: (d: string) => `từ ${d}`, rung: 'Bậc', when: 'Khi nào', to: 'Nhắc ai', channels: 'Cách gửi', hours: 'Giờ làm việc', holidays: 'Ngày nghỉ', catchUp: 'Nhắc bù tối đa (ngày)', quiet: 'Không nhắc nếu đã báo cáo trong (ngày)', versions: 'Các phiên bản', note: 'Ghi chú', setBy: 'Người đặt',
      preview: (d: string) => `Nếu không ai làm gì: nhắc việc ngày ${d}`, previewNone: 'Không có bậc nào đến lượt.', count: 'Số nhắc việc', recipients: 'Người nhận', stopped: 'Dừng', nobody: 'Thiếu người nhận', more: '(nhiều hơn số hiện ra)',
      new: 'Phiên bản mới', validFrom: 'Có hiệu lực từ', start: 'Bắt đầu (giờ:phút)', end: 'Kết thúc (giờ:phút)', weekdays: 'Các ngày làm việc', rungsText: 'Các bậc, mỗi dòng một bậc', rungsHint: 'mã | loại | số ngày | người nhận | kênh. Loại: dueIn, overdue, cutoffIn, waiting, returned, difficultyDue. Người nhận: owner, deputy, head, office. Kênh: app, mail. Để trống số ngày của cutoffIn: theo chu kỳ báo cáo của văn bản.', holidaysHint: 'Mỗi ngày một dòng, dạng 2026-01-01 hoặc 01/01/2026', extra: 'Ngày làm bù', save: 'Lưu phiên bản mới', saved: 'Đã lưu phiên bản mới.',
      days: { 1: 'Thứ Hai', 2: 'Thứ Ba', 3: 'Thứ Tư', 4: 'Thứ Năm', 5: 'Thứ Sáu', 6: 'Thứ Bảy', 7: 'Chủ nhật' },
      channel: { app: 'trong hệ thống', mail: 'thư điện tử' },
    },
    who: { owner: 'Đầu mối', deputy: 'Cấp phó', head: 'Thủ trưởng', office: 'Cơ quan thường trực' },
    rungWhen: {
      dueIn: (n: string) => `trước hạn ${n} ngày`, overdue: (n: string) => `quá hạn ${n} ngày`, cutoffIn: (n: string) => `trước hạn chốt kỳ báo cáo ${n} ngày`, cutoffOwn: 'trước hạn chốt, theo chu kỳ của văn bản', waiting: (n: string) => `chờ quyết định ${n} ngày`, returned: (n: string) => `bị trả lại ${n} ngày mà chưa gửi lại`, difficultyDue: (n: string) => `trước hạn trả lời ${n} ngày`, difficultyLate: (n: string) => `quá hạn trả lời ${n} ngày`,
    },
  },
  {
    nav: 'Notices',
    navSent: 'Reminders sent',
    navLadders: 'Reminder ladder',
    mine: {
      title: 'My notices', lead: 'What is due, late or waiting for a decision, and changes that concern your unit.', open: 'Unread', all: 'All', none: 'There are no unread notices.', noneAll: 'There are no notices yet.',
      markSelected: 'Mark as read', markAll: 'Mark all as read', marked: (n) => `${n} notices marked as read.`, what: 'Notice', when: 'At', state: 'State', unread: 'Unread', read: 'Read', acted: 'Acted on', select: (t) => `Select: ${t}`, sent: 'See reminders sent',
    },
    sent: {
      title: 'Reminders sent', lead: 'Each rung reminds exactly once for each deadline. The receipt is the mail server’s answer.', unit: 'Unit code', rung: 'Rung', state: 'State', any: 'All', none: 'No notice fits the filter.', to: 'Recipient', what: 'Notice', when: 'At', mail: 'Mail',
      nobody: 'Nobody to receive it', nobodyRemedy: 'Appoint somebody or give the unit’s coordinator an account; the rung is tried again every working day.', failedRemedy: 'Correct the recipient’s address or look at the mail server, then send again.', resend: 'Send again', resent: 'The mail is queued again.', receipt: 'Receipt', messageId: 'Message id', tries: (n) => `${n} attempts`, planned: (at) => `Leaves from ${at}`, appOnly: 'In the system only', readAt: (at) => `Read ${at}`,
      states: { queued: 'Queued', sent: 'Sent', failed: 'Failed', dropped: 'Dropped, acted on before', read: 'Read', acted: 'Acted on', nobody: 'Nobody to receive it' },
    },
    ladders: {
      title: 'Reminder ladder', lead: 'Who is reminded, how many days before or after, and at which hours. Each change is a new version with its first day.', inForce: 'In force', version: (n) => `Version ${n}`, standard: 'The standard', from: (d) => `from ${d}`, rung: 'Rung', when: 'When', to: 'Who', channels: 'How', hours: 'Working hours', holidays: 'Holidays', catchUp: 'Made up for (days)', quiet: 'No reminder after a report within (days)', versions: 'Versions', note: 'Note', setBy: 'Set by',
      preview: (d) => `If nobody acts: reminders of ${d}`, previewNone: 'No rung is reached.', count: 'Reminders', recipients: 'Recipients', stopped: 'Stopped', nobody: 'Nobody to receive', more: '(more than shown)',
      new: 'New version', validFrom: 'In force from', start: 'Start (hour:minute)', end: 'End (hour:minute)', weekdays: 'Working days', rungsText: 'Rungs, one a line', rungsHint: 'code | kind | days | who | channels. Kinds: dueIn, overdue, cutoffIn, waiting, returned, difficultyDue. Who: owner, deputy, head, office. Channels: app, mail. No days for cutoffIn: the directive’s own reporting cycle.', holidaysHint: 'One day a line, as 2026-01-01 or 01/01/2026', extra: 'Extra working days', save: 'Save the new version', saved: 'The new version is saved.',
      days: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
      channel: { app: 'in the system', mail: 'e-mail' },
    },
    who: { owner: 'Coordinator', deputy: 'Deputy', head: 'Head of unit', office: 'Standing office' },
    rungWhen: {
      dueIn: (n) => `${n} days before it is due`, overdue: (n) => `${n} days overdue`, cutoffIn: (n) => `${n} days before the cut-off of reports`, cutoffOwn: 'before the cut-off, as the directive’s cycle says', waiting: (n) => `waiting ${n} days for a decision`, returned: (n) => `${n} days after it was sent back`, difficultyDue: (n) => `${n} days before the answer is due`, difficultyLate: (n) => `answer ${n} days late`,
    },
  },
);

export const messages = { vi: { ...pages.vi, letters: letters.vi }, en: { ...pages.en, letters: letters.en } };
