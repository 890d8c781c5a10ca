import { defineMessages } from '../../../kit/i18n.ts';

/** What notices say, by kind. `p` has days already written as dd/mm/yyyy. */
export interface Shown {
  ref: string;
  title: string;
  number: string;
  days: string;
  about: string;
  until: string;
  due: string;
  reason: string;
  document: string;
  text: string;
  answer: string;
  count: string;
  period: string;
  unit: string;
  /** What a warning is about, and its value in words. */
  subject: string;
  value: string;
  role: string;
  past: boolean;
  today: boolean;
  extension: boolean;
}

const task = (p: Shown) => `${p.ref} – ${p.title} (${p.number})`;

/** '1 day', '3 days'. */
const some = (n: string, noun: string): string => `${n} ${noun}${n === '1' ? '' : 's'}`;

export const letters = defineMessages(
  {
    titles: {
      dueIn: (p: Shown) => (p.today ? `Hôm nay đến hạn: ${p.ref}` : `Còn ${p.days} ngày đến hạn: ${p.ref}`),
      overdue: (p: Shown) => `Quá hạn ${p.days} ngày: ${p.ref}`,
      cutoffIn: (p: Shown) =>
        p.today
          ? `Hôm nay chốt báo cáo kỳ ${p.period}: còn ${p.count} nhiệm vụ`
          : `Còn ${p.days} ngày chốt báo cáo kỳ ${p.period}: ${p.count} nhiệm vụ chưa báo cáo`,
      waiting: (p: Shown) =>
        p.extension
          ? `Đề nghị gia hạn đã chờ ${p.days} ngày: ${p.ref}`
          : `Kết quả đã chờ quyết định ${p.days} ngày: ${p.ref}`,
      returned: (p: Shown) => `Đã trả lại ${p.days} ngày, chưa gửi lại: ${p.ref}`,
      difficultyDue: (p: Shown) =>
        p.past
          ? `Quá hạn trả lời ${p.days} ngày: khó khăn, kiến nghị về ${p.ref}`
          : `Còn ${p.days} ngày để trả lời khó khăn, kiến nghị về ${p.ref}`,
      warning: (p: Shown) => `Cảnh báo chưa tiếp nhận ${p.days} ngày: ${p.subject}`,
      warningRaised: (p: Shown) => `Cảnh báo: ${p.subject}`,
      warningEscalated: (p: Shown) => `Cảnh báo chuyển lên cấp trên: ${p.subject}`,
      portalLate: (p: Shown) => `Cổng quốc gia chưa xác nhận sau 2 giờ làm việc: ${p.unit}`,
      portalRefused: (p: Shown) => `Cổng quốc gia từ chối thông điệp: ${p.unit}`,
      portalConflict: (p: Shown) => `Cổng quốc gia ghi trạng thái khác: ${p.unit}`,
      noRecipient: (p: Shown) => `Không có người nhận nhắc việc (${p.role}): ${p.unit}`,
      emailChanged: () => 'Thư điện tử của tài khoản Lienthong đã đổi',
      assigned: (p: Shown) => `Được giao nhiệm vụ: ${p.ref}`,
      toConfirm: (p: Shown) => `Chờ thủ trưởng xác nhận: ${p.ref}`,
      toAccept: (p: Shown) => `Chờ kiểm tra, công nhận: ${p.ref}`,
      accepted: (p: Shown) => `Đã công nhận hoàn thành: ${p.ref}`,
      sentBack: (p: Shown) => `Kết quả bị trả lại: ${p.ref}`,
      reopened: (p: Shown) => `Nhiệm vụ được mở lại: ${p.ref}`,
      cancelled: (p: Shown) => `Nhiệm vụ đã dừng: ${p.ref}`,
      extensionAsked: (p: Shown) => `Xin gia hạn đến ${p.until}: ${p.ref}`,
      extensionGranted: (p: Shown) => `Được gia hạn đến ${p.until}: ${p.ref}`,
      extensionRefused: (p: Shown) => `Không được gia hạn: ${p.ref}`,
      dueChanged: (p: Shown) => `Thời hạn thay đổi: ${p.ref}`,
      difficultyRaised: (p: Shown) => `Khó khăn, kiến nghị cần trả lời trước ${p.until}: ${p.ref}`,
      difficultyAnswered: (p: Shown) => `Khó khăn, kiến nghị đã được trả lời: ${p.ref}`,
    },
    bodies: {
      dueIn: (p: Shown) => `${task(p)}. Thời hạn: ${p.about}.`,
      overdue: (p: Shown) => `${task(p)}. Thời hạn đã qua: ${p.about}.`,
      cutoffIn: (p: Shown) =>
        `Văn bản ${p.number}: ${p.count} nhiệm vụ của đơn vị chưa có báo cáo kỳ ${p.period}. Hạn chốt: ${p.about}.`,
      waiting: (p: Shown) => `${task(p)}. Chờ từ ngày ${p.about}.`,
      returned: (p: Shown) => `${task(p)}. Trả lại ngày ${p.about}. Lý do: ${p.reason}`,
      difficultyDue: (p: Shown) => `${task(p)}. “${p.text}” Hạn trả lời: ${p.about}.`,
      warning: (p: Shown) =>
        `${p.title}. ${p.subject}: ${p.value}. Cảnh báo từ ngày ${p.about}; cần tiếp nhận kèm ý kiến.`,
      warningRaised: (p: Shown) =>
        `${p.title}. ${p.subject}: ${p.value}. Cần tiếp nhận kèm ý kiến; cảnh báo tự kết thúc khi không còn điều kiện.`,
      warningEscalated: (p: Shown) =>
        `${p.title}. ${p.subject}: ${p.value}. Sau ${p.days} ngày chưa ai tiếp nhận, nay thuộc trách nhiệm của bạn.`,
      portalLate: (p: Shown) =>
        `${p.count} thông điệp chưa được xác nhận${p.ref ? `, ví dụ hồ sơ ${p.ref}` : ''}. Hệ thống vẫn tự gửi lại; cần kiểm tra kết nối với Cổng.`,
      portalRefused: (p: Shown) =>
        `Hồ sơ ${p.ref}: “${p.text}”. Sửa dữ liệu rồi gửi lại, hoặc bỏ qua kèm lý do; các thông điệp bị từ chối khác trong ngày cũng ở trang này.`,
      portalConflict: (p: Shown) =>
        `Hồ sơ ${p.ref}: trạng thái ở đây và trên Cổng khác nhau. Xem hai bên và quyết định; không bên nào tự ghi đè.`,
      noRecipient: (p: Shown) =>
        `Đơn vị ${p.unit} chưa có ai nhận nhắc việc với vai trò: ${p.role}. Bổ nhiệm hoặc cấp tài khoản; hệ thống thử lại mỗi ngày làm việc.`,
      emailChanged: (p: Shown) =>
        `Quản trị viên đã đổi địa chỉ đăng nhập của tài khoản; địa chỉ này không còn dùng được.${p.reason ? ` Lý do: ${p.reason}.` : ''} Nếu không phải do bạn đề nghị, báo ngay cho quản trị viên.`,
      assigned: (p: Shown) => `${task(p)}.${p.due ? ` Thời hạn: ${p.due}.` : ''}`,
      toConfirm: (p: Shown) =>
        `${task(p)}. Đơn vị báo đã hoàn thành; cần xác nhận trước khi gửi cơ quan thường trực.`,
      toAccept: (p: Shown) => `${task(p)}. Đơn vị báo đã hoàn thành; cần kiểm tra, công nhận hoặc trả lại.`,
      accepted: (p: Shown) => `${task(p)}.`,
      sentBack: (p: Shown) => `${task(p)}. Lý do: ${p.reason}`,
      reopened: (p: Shown) => `${task(p)}. Lý do: ${p.reason}`,
      cancelled: (p: Shown) => `${task(p)}. Lý do: ${p.reason}`,
      extensionAsked: (p: Shown) => `${task(p)}. Thời hạn hiện tại: ${p.due}. Lý do: ${p.reason}`,
      extensionGranted: (p: Shown) => `${task(p)}. Căn cứ: ${p.document}.`,
      extensionRefused: (p: Shown) => `${task(p)}. Thời hạn vẫn là ${p.due}. Lý do: ${p.reason}`,
      dueChanged: (p: Shown) =>
        `${task(p)}. ${p.until ? `Thời hạn mới: ${p.until}.` : 'Không còn ngày đến hạn.'} Căn cứ: ${p.document}.`,
      difficultyRaised: (p: Shown) => `${task(p)}. “${p.text}”`,
      difficultyAnswered: (p: Shown) => `${task(p)}. Trả lời: ${p.answer}`,
    },
    restricted: 'Nội dung thuộc diện hạn chế: đăng nhập để xem.',
    many: (n: string) => `${n} nhắc việc từ Lienthong`,
    hello: (name: string) => `Kính gửi ${name},`,
    open: 'Mở trong Lienthong',
    foot: 'Thư tự động của hệ thống theo dõi nhiệm vụ. Nhắc việc dừng khi đơn vị báo cáo hoặc xin gia hạn.',
  },
  {
    titles: {
      dueIn: (p) => (p.today ? `Due today: ${p.ref}` : `Due in ${some(p.days, 'day')}: ${p.ref}`),
      overdue: (p) => `${some(p.days, 'day')} overdue: ${p.ref}`,
      cutoffIn: (p) =>
        p.today
          ? `Cut-off of ${p.period} is today: ${some(p.count, 'task')} left`
          : `Cut-off of ${p.period} in ${some(p.days, 'day')}: ${some(p.count, 'task')} without a report`,
      waiting: (p) =>
        p.extension
          ? `A request for more time has waited ${some(p.days, 'day')}: ${p.ref}`
          : `A result has waited ${some(p.days, 'day')} for a decision: ${p.ref}`,
      returned: (p) => `Sent back ${some(p.days, 'day')} ago, nothing since: ${p.ref}`,
      difficultyDue: (p) =>
        p.past
          ? `Answer ${some(p.days, 'day')} late: difficulty about ${p.ref}`
          : `${some(p.days, 'day')} left to answer a difficulty about ${p.ref}`,
      warning: (p) => `Warning not acknowledged for ${some(p.days, 'day')}: ${p.subject}`,
      warningRaised: (p) => `Warning: ${p.subject}`,
      warningEscalated: (p) => `Warning handed up: ${p.subject}`,
      portalLate: (p) => `The national portal has not acknowledged within 2 working hours: ${p.unit}`,
      portalRefused: (p) => `The national portal refuses a message: ${p.unit}`,
      portalConflict: (p) => `The national portal has another status: ${p.unit}`,
      noRecipient: (p) => `Nobody to remind (${p.role}): ${p.unit}`,
      emailChanged: () => 'The e-mail of your Lienthong account was changed',
      assigned: (p) => `Task assigned: ${p.ref}`,
      toConfirm: (p) => `Waits for the head of unit: ${p.ref}`,
      toAccept: (p) => `Waits for checking: ${p.ref}`,
      accepted: (p) => `Accepted as completed: ${p.ref}`,
      sentBack: (p) => `Result sent back: ${p.ref}`,
      reopened: (p) => `Task opened again: ${p.ref}`,
      cancelled: (p) => `Task stopped: ${p.ref}`,
      extensionAsked: (p) => `More time asked for, until ${p.until}: ${p.ref}`,
      extensionGranted: (p) => `More time given, until ${p.until}: ${p.ref}`,
      extensionRefused: (p) => `No more time given: ${p.ref}`,
      dueChanged: (p) => `Deadline changed: ${p.ref}`,
      difficultyRaised: (p) => `Difficulty to be answered by ${p.until}: ${p.ref}`,
      difficultyAnswered: (p) => `Difficulty answered: ${p.ref}`,
    },
    bodies: {
      dueIn: (p) => `${task(p)}. Due ${p.about}.`,
      overdue: (p) => `${task(p)}. Was due ${p.about}.`,
      cutoffIn: (p) =>
        `Directive ${p.number}: ${some(p.count, 'task')} of the unit ${p.count === '1' ? 'has' : 'have'} no report for ${p.period}. Cut-off ${p.about}.`,
      waiting: (p) => `${task(p)}. Waiting since ${p.about}.`,
      returned: (p) => `${task(p)}. Sent back ${p.about}. Reason: ${p.reason}`,
      difficultyDue: (p) => `${task(p)}. “${p.text}” Answer due ${p.about}.`,
      warning: (p) =>
        `${p.title}. ${p.subject}: ${p.value}. A warning since ${p.about}; it asks to be acknowledged with a comment.`,
      warningRaised: (p) =>
        `${p.title}. ${p.subject}: ${p.value}. It asks to be acknowledged with a comment, and ends by itself once its condition is over.`,
      warningEscalated: (p) =>
        `${p.title}. ${p.subject}: ${p.value}. Nobody acknowledged it for ${some(p.days, 'day')}; it is yours to act on now.`,
      portalLate: (p) =>
        `${some(p.count, 'message')} not acknowledged${p.ref ? `, such as case ${p.ref}` : ''}. They are sent again by themselves; look after the connection to the portal.`,
      portalRefused: (p) =>
        `Case ${p.ref}: “${p.text}”. Correct the data and send it again, or set it aside with a reason; what else is refused today stands on the same page.`,
      portalConflict: (p) =>
        `Case ${p.ref}: the status here and at the portal differ. Look at both sides and decide; neither overwrites the other.`,
      noRecipient: (p) =>
        `The unit ${p.unit} has nobody to be reminded as: ${p.role}. Appoint somebody or give an account; the reminder is tried again every working day.`,
      emailChanged: (p) =>
        `An administrator changed the address with which the account signs in; this one no longer does.${p.reason ? ` Reason: ${p.reason}.` : ''} If you did not ask for this, tell an administrator at once.`,
      assigned: (p) => `${task(p)}.${p.due ? ` Due ${p.due}.` : ''}`,
      toConfirm: (p) =>
        `${task(p)}. The unit says it is done; confirm before it goes to the standing office.`,
      toAccept: (p) => `${task(p)}. The unit says it is done; check, then accept or send back.`,
      accepted: (p) => `${task(p)}.`,
      sentBack: (p) => `${task(p)}. Reason: ${p.reason}`,
      reopened: (p) => `${task(p)}. Reason: ${p.reason}`,
      cancelled: (p) => `${task(p)}. Reason: ${p.reason}`,
      extensionAsked: (p) => `${task(p)}. Due now: ${p.due}. Reason: ${p.reason}`,
      extensionGranted: (p) => `${task(p)}. Under: ${p.document}.`,
      extensionRefused: (p) => `${task(p)}. Still due ${p.due}. Reason: ${p.reason}`,
      dueChanged: (p) =>
        `${task(p)}. ${p.until ? `Now due ${p.until}.` : 'No due day any more.'} Under: ${p.document}.`,
      difficultyRaised: (p) => `${task(p)}. “${p.text}”`,
      difficultyAnswered: (p) => `${task(p)}. Answer: ${p.answer}`,
    },
    restricted: 'The content is restricted: sign in to see it.',
    many: (n) => `${some(n, 'notice')} from Lienthong`,
    hello: (name) => `To ${name},`,
    open: 'Open in Lienthong',
    foot: 'Sent automatically by the monitoring of tasks. Reminders stop when the unit reports or asks for more time.',
  },
);

export type NoticeKind = keyof (typeof letters)['vi']['titles'];
