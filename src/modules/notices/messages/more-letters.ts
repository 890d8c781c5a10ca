/** Letters to applicants about what they did themselves, about results that end, and about what is offered to them. */

export interface MoreShown {
  code: string;
  procedure: string;
  unit: string;
  until: string;
  day: string;
  reason: string;
  basis: string;
  paper: string;
  /** Why it is offered. */
  why: string;
  number: string;
}
interface Said {
  title: string;
  body: string;
}
const lines = (...parts: string[]): string => parts.filter(Boolean).join('\n');

export const moreKinds = [
  'caseHandedIn',
  'caseWithdrawn',
  'caseRevoked',
  'caseReplaced',
  'offerMade',
  'offerStarted',
  'offerHeld',
  'offerUndone',
] as const;
export type MoreKind = (typeof moreKinds)[number];
type Letters = Record<MoreKind, (p: MoreShown) => Said>;

export const moreVi: Letters = {
  caseHandedIn: (p) => ({
    title: `Đã nộp hồ sơ: ${p.procedure}`,
    body: lines(
      `Hồ sơ của bạn đã đến ${p.unit}. Mã hồ sơ và ngày hẹn được gửi khi tiếp nhận, trong 8 giờ làm việc.`,
      'Nếu không phải bạn nộp, mở trang theo dõi hồ sơ và rút hồ sơ.',
    ),
  }),
  caseWithdrawn: (p) => ({
    title: `Đã rút hồ sơ${p.code && ` ${p.code}`}`,
    body: lines(`${p.unit} dừng giải quyết “${p.procedure}”.`, p.reason && `Lý do: ${p.reason}`),
  }),
  caseRevoked: (p) => ({
    title: `Kết quả của hồ sơ ${p.code} bị thu hồi`,
    body: lines(
      `Kết quả “${p.procedure}” hết giá trị từ ngày ${p.day}${p.paper && `, theo quyết định ${p.paper}`}.`,
      `Lý do: ${p.reason}`,
      `Căn cứ: ${p.basis}.`,
      'Bạn có quyền khiếu nại với cơ quan đã ký quyết định.',
    ),
  }),
  caseReplaced: (p) => ({
    title: `Kết quả của hồ sơ ${p.code} được thay bằng kết quả khác`,
    body: lines(
      `Kết quả mới số ${p.number} thay kết quả cũ từ ngày ${p.day}, theo quyết định ${p.paper}.`,
      `Lý do: ${p.reason}`,
      `Căn cứ: ${p.basis}.`,
    ),
  }),
  offerMade: (p) => ({
    title: `Có thể bạn cần: ${p.procedure}`,
    body: lines(
      p.why,
      p.day && `Vì bạn đã cho phép từ trước, thủ tục tự bắt đầu ngày ${p.day} nếu bạn không từ chối.`,
      `Xem những gì được điền sẵn, nhận, sửa hoặc từ chối đến hết ngày ${p.until}. Từ chối thì không bị hỏi lại.`,
    ),
  }),
  offerStarted: (p) => ({
    title: `Đã tự bắt đầu: ${p.procedure}`,
    body: lines(
      'Thủ tục được nộp thay bạn theo sự đồng ý bạn đã cho từ trước.',
      `Bạn hoàn tác được đến hết ngày ${p.until}; dữ liệu của bạn trở lại như cũ.`,
    ),
  }),
  offerHeld: (p) => ({
    title: `Không tự bắt đầu: ${p.procedure}`,
    body: `Sự đồng ý đã được rút hoặc thủ tục đã thay đổi. Bạn vẫn tự nhận được đến hết ngày ${p.until}.`,
  }),
  offerUndone: (p) => ({
    title: `Đã hoàn tác: ${p.procedure}`,
    body: 'Hồ sơ đã được rút, kết quả (nếu có) hết giá trị, dữ liệu của bạn trở lại như trước.',
  }),
};

export const moreEn: Letters = {
  caseHandedIn: (p) => ({
    title: `Handed in: ${p.procedure}`,
    body: lines(
      `Your application has reached ${p.unit}. Its code and the day of return follow when it is received, within 8 working hours.`,
      'If it was not you who handed it in, open the page on which it is followed and withdraw it.',
    ),
  }),
  caseWithdrawn: (p) => ({
    title: `Withdrawn${p.code && `: case ${p.code}`}`,
    body: lines(`${p.unit} does not go on with “${p.procedure}”.`, p.reason && `Reason: ${p.reason}`),
  }),
  caseRevoked: (p) => ({
    title: `The result of case ${p.code} is revoked`,
    body: lines(
      `The result “${p.procedure}” does not hold from ${p.day}${p.paper && `, by decision ${p.paper}`}.`,
      `Reason: ${p.reason}`,
      `Under: ${p.basis}.`,
      'You may complain to the agency that signed the decision.',
    ),
  }),
  caseReplaced: (p) => ({
    title: `The result of case ${p.code} is replaced by another`,
    body: lines(
      `Result number ${p.number} takes the place of the former one from ${p.day}, by decision ${p.paper}.`,
      `Reason: ${p.reason}`,
      `Under: ${p.basis}.`,
    ),
  }),
  offerMade: (p) => ({
    title: `You may need: ${p.procedure}`,
    body: lines(
      p.why,
      p.day && `Because you allowed it before, it begins by itself on ${p.day} unless you refuse.`,
      `See what is filled in, accept, change or refuse until the end of ${p.until}. Refused, it is not asked again.`,
    ),
  }),
  offerStarted: (p) => ({
    title: `Began by itself: ${p.procedure}`,
    body: lines(
      'It was handed in for you, with the consent you gave before.',
      `You can undo it until the end of ${p.until}; your data are then as they were before.`,
    ),
  }),
  offerHeld: (p) => ({
    title: `Does not begin by itself: ${p.procedure}`,
    body: `The consent was taken back or the procedure has changed. You can still accept it until the end of ${p.until}.`,
  }),
  offerUndone: (p) => ({
    title: `Undone: ${p.procedure}`,
    body: 'The case is withdrawn, a result that was out does not hold, and your data are as they were before.',
  }),
};
