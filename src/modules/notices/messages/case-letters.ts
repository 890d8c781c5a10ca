import { isDay } from '../../../kit/day.ts';
import type { Lang, Text } from '../../../kit/i18n.ts';
import { formatDay, formatInstant, formatMoney } from '../../../web/format.ts';
import { moreEn, moreVi } from './more-letters.ts';

type Params = Record<string, unknown>;
interface Said {
  title: string;
  body: string;
}

/** What of a notice about a case is written in a language; instants are written as `10:32 16/11/2025`. */
function shown(p: Params, lang: Lang) {
  const text = (key: string): string => (typeof p[key] === 'string' ? p[key] : '');
  const named = (key: string): string => {
    const words = p[key] as Partial<Text> | undefined;
    return words?.[lang] ?? words?.vi ?? '';
  };
  const list = (key: string): string =>
    ((p[key] ?? []) as Partial<Text>[]).map((one) => `- ${one[lang] ?? one.vi ?? ''}`).join('\n');
  return {
    code: text('code'),
    procedure: named('procedure'),
    unit: named('unit'),
    place: named('place'),
    due: text('due') && formatInstant(text('due')),
    until: isDay(text('until')) ? formatDay(text('until')) : text('until') && formatInstant(text('until')),
    day: text('day') && formatDay(text('day')),
    amount: typeof p['amount'] === 'number' ? formatMoney(p['amount'], lang) : '',
    count: String(typeof p['count'] === 'number' ? p['count'] : ''),
    reason: named('reason') || text('reason'),
    basis: text('basis'),
    paper: text('paper'),
    number: text('number'),
    why: named('why'),
    lines: list('lines'),
    points: list('points'),
  };
}
type Shown = ReturnType<typeof shown>;

/** Parts of a letter, one a line; empty ones are left out. */
const lines = (...parts: string[]): string => parts.filter(Boolean).join('\n');

const vi = {
  ...moreVi,
  caseSubmitted: (p) => ({
    title: `Hồ sơ trực tuyến mới: ${p.procedure}`,
    body: `Nộp tại ${p.unit}. Tiếp nhận, yêu cầu bổ sung hoặc từ chối trong 8 giờ làm việc.`,
  }),
  caseAssigned: (p) => ({
    title: `Được giao hồ sơ ${p.code}`,
    body: lines(p.procedure, p.due && `Hạn trả kết quả: ${p.due}.`),
  }),
  caseApologyDue: (p) => ({
    title: `Sắp đến hạn, chưa xong: hồ sơ ${p.code}`,
    body: `${p.procedure}. Hạn trả: ${p.due}. Nếu không kịp, gửi phiếu xin lỗi và hẹn lại trước hạn ít nhất 1 ngày, chỉ một lần.`,
  }),
  caseOverdue: (p) => ({
    title: `Quá hạn, chưa có phiếu xin lỗi: hồ sơ ${p.code}`,
    body: `${p.procedure}. Hạn trả đã qua: ${p.due}. Đang ở ${p.unit}.`,
  }),
  coverageOpened: (p) => ({
    title: `Thiếu người xử lý: ${p.unit}`,
    body: lines(
      `${p.count} bước chưa có người có thẩm quyền:`,
      p.points,
      'Phân công hoặc ủy quyền để hồ sơ không bị tắc.',
    ),
  }),
  mandateEnds: (p) => ({
    title: `Sắp hết hiệu lực ngày ${p.day}: ${p.paper}`,
    body: `${p.reason} theo ${p.paper} của ${p.unit} hết hiệu lực từ ngày ${p.day}. Ban hành văn bản tiếp nối nếu còn cần.`,
  }),
  certificateEnds: (p) => ({
    title: `Chứng thư số sắp hết hạn ngày ${p.day}`,
    body: `Chứng thư số hiệu ${p.number} (${p.unit}) hết hạn ngày ${p.day}. Xin cấp chứng thư mới và đăng ký trước ngày đó để việc ký không bị gián đoạn.`,
  }),
  secondmentEnds: (p) => ({
    title: `Sắp hết hạn biệt phái ngày ${p.day}: ${p.number}`,
    body: `${p.number} được ${p.place} cử sang ${p.unit} theo ${p.paper}; biệt phái hết hạn ngày ${p.day}. Sau ngày đó người này không xử lý được hồ sơ ở ${p.unit}.`,
  }),
  caseReceived: (p) => ({
    title: `Đã tiếp nhận hồ sơ ${p.code}`,
    body: lines(
      `${p.unit} đã tiếp nhận hồ sơ “${p.procedure}”.`,
      p.due && `Hẹn trả kết quả: ${p.due}, tại ${p.place}.`,
      p.amount && `Phí, lệ phí phải nộp: ${p.amount}; mã thanh toán: ${p.code}.`,
      p.lines && `Cách tính ngày hẹn:\n${p.lines}`,
    ),
  }),
  caseSupplement: (p) => ({
    title: `Cần bổ sung hồ sơ${p.code ? ` ${p.code}` : ''} trước ${p.until}`,
    body: lines(
      `Hồ sơ “${p.procedure}” còn thiếu hoặc chưa đúng:`,
      p.points,
      `Bổ sung trước ${p.until}; sau đó hồ sơ tự đóng. Trong lúc chờ, thời hạn giải quyết tạm dừng.`,
    ),
  }),
  caseCloseSoon: (p) => ({
    title: `Sắp tự đóng: hồ sơ${p.code ? ` ${p.code}` : ''} chưa được bổ sung`,
    body: `Hồ sơ “${p.procedure}” sẽ tự đóng lúc ${p.until} nếu chưa nhận được phần bổ sung.`,
  }),
  caseGoesOn: (p) => ({
    title: `Ngày hẹn mới của hồ sơ ${p.code}: ${p.due}`,
    body: lines(
      `${p.reason}. Hồ sơ “${p.procedure}” tiếp tục được giải quyết.`,
      p.lines && `Cách tính ngày hẹn:\n${p.lines}`,
    ),
  }),
  caseDuty: (p) => ({
    title: `Cần nộp ${p.amount}: hồ sơ ${p.code}`,
    body: lines(
      `Hồ sơ “${p.procedure}” cần nộp ${p.amount}. Mã thanh toán là mã hồ sơ: ${p.code}.`,
      p.until && `Nộp trước ${p.until}.`,
      p.basis && `Căn cứ: ${p.basis}.`,
      'Hồ sơ được giải quyết tiếp ngay khi nhận được tiền.',
    ),
  }),
  caseApologised: (p) => ({
    title: `Xin lỗi, hẹn lại ngày trả kết quả: hồ sơ ${p.code}`,
    body: lines(
      `${p.unit} xin lỗi vì chưa trả được kết quả hồ sơ “${p.procedure}” đúng hẹn. Lý do: ${p.reason}`,
      `Ngày hẹn mới: ${p.due}.`,
      p.lines && `Cách tính ngày hẹn:\n${p.lines}`,
    ),
  }),
  caseDueMoved: (p) => ({
    title: `Ngày hẹn trả thay đổi: hồ sơ ${p.code}`,
    body: lines(
      `${p.reason}. Ngày hẹn mới của hồ sơ “${p.procedure}”: ${p.due}.`,
      p.basis && `Căn cứ: ${p.basis}.`,
      p.lines && `Cách tính ngày hẹn:\n${p.lines}`,
    ),
  }),
  caseDraft: (p) => ({
    title: `Xem dự thảo kết quả trước ${p.until}: hồ sơ ${p.code}`,
    body: `Dự thảo kết quả hồ sơ “${p.procedure}” đang chờ bạn kiểm tra. Trả lời trước ${p.until}; không trả lời được coi là đồng ý.`,
  }),
  caseReady: (p) => ({
    title: `Đã có kết quả: hồ sơ ${p.code}`,
    body: `Kết quả hồ sơ “${p.procedure}” đã sẵn sàng tại ${p.place}. Khi nhận, mang theo phiếu hẹn hoặc căn cước.`,
  }),
  caseRefused: (p) => ({
    title: `Hồ sơ ${p.code} bị từ chối`.replace('  ', ' '),
    body: lines(`${p.unit} từ chối hồ sơ “${p.procedure}”. Lý do: ${p.reason}`, `Căn cứ: ${p.basis}.`),
  }),
  caseStopped: (p) => ({
    title: `Dừng giải quyết hồ sơ ${p.code}`,
    body: lines(
      `Hồ sơ “${p.procedure}” đã dừng giải quyết. Lý do: ${p.reason}`,
      p.basis && `Căn cứ: ${p.basis}.`,
    ),
  }),
  caseClosed: (p) => ({
    title: `Hồ sơ ${p.code} đã đóng vì chưa được bổ sung`.replace('  ', ' '),
    body: lines(
      `Quá hạn bổ sung, hồ sơ “${p.procedure}” đã tự đóng. Bạn có thể nộp lại bất cứ lúc nào.`,
      `Căn cứ: ${p.basis}.`,
    ),
  }),
} satisfies Record<string, (p: Shown) => Said>;

export type CaseKind = keyof typeof vi;

const en: Record<CaseKind, (p: Shown) => Said> = {
  ...moreEn,
  caseSubmitted: (p) => ({
    title: `New online application: ${p.procedure}`,
    body: `Handed in at ${p.unit}. Accept it, ask for a supplement or refuse it within 8 working hours.`,
  }),
  caseAssigned: (p) => ({
    title: `Case ${p.code} assigned to you`,
    body: lines(p.procedure, p.due && `Due ${p.due}.`),
  }),
  caseApologyDue: (p) => ({
    title: `Due soon and not finished: case ${p.code}`,
    body: `${p.procedure}. Due ${p.due}. If it cannot be met, apologise with a new date at least 1 day before, once only.`,
  }),
  caseOverdue: (p) => ({
    title: `Overdue without an apology: case ${p.code}`,
    body: `${p.procedure}. Was due ${p.due}. It is with ${p.unit}.`,
  }),
  coverageOpened: (p) => ({
    title: `Nobody to act: ${p.unit}`,
    body: lines(
      `Steps without anybody mandated (${p.count}):`,
      p.points,
      'Assign or delegate, so that no case gets stuck.',
    ),
  }),
  mandateEnds: (p) => ({
    title: `Ends on ${p.day}: ${p.paper}`,
    body: `${p.reason} by ${p.paper} of ${p.unit} has no effect from ${p.day} on. Issue another paper if it is still needed.`,
  }),
  secondmentEnds: (p) => ({
    title: `The secondment of ${p.number} ends on ${p.day}`,
    body: `${p.number} was lent by ${p.place} to ${p.unit} by ${p.paper}; the secondment ends on ${p.day}. After that day no case of ${p.unit} can be handled by this person.`,
  }),
  certificateEnds: (p) => ({
    title: `A signing certificate ends on ${p.day}`,
    body: `The certificate ${p.number} (${p.unit}) ends on ${p.day}. Get a new one and register it before that day, so that signing goes on.`,
  }),
  caseReceived: (p) => ({
    title: `Case ${p.code} received`,
    body: lines(
      `${p.unit} has received your application “${p.procedure}”.`,
      p.due && `The result is promised for ${p.due}, at ${p.place}.`,
      p.amount && `Fee to be paid: ${p.amount}; payment code: ${p.code}.`,
      p.lines && `How the date is counted:\n${p.lines}`,
    ),
  }),
  caseSupplement: (p) => ({
    title: `Please complete case${p.code ? ` ${p.code}` : ''} before ${p.until}`,
    body: lines(
      `Missing or wrong in your application “${p.procedure}”:`,
      p.points,
      `Hand it in before ${p.until}; after that the case closes. The time limit stands still while we wait.`,
    ),
  }),
  caseCloseSoon: (p) => ({
    title: `Closes soon: case${p.code ? ` ${p.code}` : ''} was not completed`,
    body: `Your application “${p.procedure}” closes at ${p.until} unless the supplement arrives.`,
  }),
  caseGoesOn: (p) => ({
    title: `New date of case ${p.code}: ${p.due}`,
    body: lines(
      `${p.reason}. Work on “${p.procedure}” goes on.`,
      p.lines && `How the date is counted:\n${p.lines}`,
    ),
  }),
  caseDuty: (p) => ({
    title: `${p.amount} to be paid: case ${p.code}`,
    body: lines(
      `Your application “${p.procedure}” needs a payment of ${p.amount}. The payment code is the code of the case: ${p.code}.`,
      p.until && `Pay before ${p.until}.`,
      p.basis && `Under: ${p.basis}.`,
      'Work goes on as soon as the payment has arrived.',
    ),
  }),
  caseApologised: (p) => ({
    title: `Our apologies, a new date: case ${p.code}`,
    body: lines(
      `${p.unit} apologises that the result of “${p.procedure}” is not ready as promised. Reason: ${p.reason}`,
      `New date: ${p.due}.`,
      p.lines && `How the date is counted:\n${p.lines}`,
    ),
  }),
  caseDueMoved: (p) => ({
    title: `The date has changed: case ${p.code}`,
    body: lines(
      `${p.reason}. New date of “${p.procedure}”: ${p.due}.`,
      p.basis && `Under: ${p.basis}.`,
      p.lines && `How the date is counted:\n${p.lines}`,
    ),
  }),
  caseDraft: (p) => ({
    title: `Check the draft before ${p.until}: case ${p.code}`,
    body: `A draft of the result of “${p.procedure}” waits for your check. Answer before ${p.until}; no answer means that you agree.`,
  }),
  caseReady: (p) => ({
    title: `The result is ready: case ${p.code}`,
    body: `The result of “${p.procedure}” is ready at ${p.place}. Bring the appointment slip or your identity card.`,
  }),
  caseRefused: (p) => ({
    title: `Case ${p.code} refused`.replace('  ', ' '),
    body: lines(`${p.unit} has refused “${p.procedure}”. Reason: ${p.reason}`, `Under: ${p.basis}.`),
  }),
  caseStopped: (p) => ({
    title: `Case ${p.code} stopped`,
    body: lines(`Work on “${p.procedure}” has stopped. Reason: ${p.reason}`, p.basis && `Under: ${p.basis}.`),
  }),
  caseClosed: (p) => ({
    title: `Case ${p.code} closed, the supplement did not arrive`.replace('  ', ' '),
    body: lines(
      `The time for the supplement is over and “${p.procedure}” is closed. You may apply again at any time.`,
      `Under: ${p.basis}.`,
    ),
  }),
};

const inLang =
  (lang: Lang, table: Record<CaseKind, (p: Shown) => Said>) =>
  (kind: CaseKind, params: Params): Said =>
    table[kind](shown(params, lang));

const sayings = { vi: inLang('vi', vi), en: inLang('en', en) };

/** Title and text of a notice about a case. */
export const sayCase = (kind: CaseKind, params: Params, lang: Lang): Said => sayings[lang](kind, params);

export const isCaseKind = (kind: string): kind is CaseKind => Object.hasOwn(vi, kind);

/** Under mail to applicants: who wrote, and that nobody will ever ask for the secret of a case. */
export const caseFoot = {
  vi: 'Thư tự động của cổng dịch vụ hành chính công. Không ai hỏi mã bí mật của hồ sơ qua thư hay điện thoại.',
  en: 'Sent automatically by the public service portal. Nobody asks for the secret of your case by mail or telephone.',
};
