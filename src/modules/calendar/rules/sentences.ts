import { formatDay } from '../../../kit/day.ts';
import type { Text } from '../../../kit/i18n.ts';
import { clockOf, clockText, dayNumber, dayNumberOf, dayText, weekdayOf } from './minutes.ts';
import type { Day, DayException, Pause } from './model.ts';
import { weekdays } from './model.ts';
import { pauseNames, weekdayNames } from './words.ts';

/** A minute in words: '08:00, thứ Hai 16/11/2026'. */
export function momentText(minute: number): Text {
  const number = dayNumberOf(minute);
  const weekday = weekdayNames[weekdays[weekdayOf(number)]!];
  const clock = clockText(clockOf(minute));
  const day = formatDay(dayText(number));
  return { vi: `${clock}, ${weekday.vi} ${day}`, en: `${clock}, ${weekday.en} ${day}` };
}

/** A day in words: 'thứ Hai 16/11/2026'. */
export function dayWords(day: Day): Text {
  const weekday = weekdayNames[weekdays[weekdayOf(dayNumber(day))]!];
  return { vi: `${weekday.vi} ${formatDay(day)}`, en: `${weekday.en} ${formatDay(day)}` };
}

const basis = (text: string): string => (text === '' ? '' : ` (${text})`);

function spanWords(first: Day, last: Day): Text {
  if (first === last) return dayWords(first);
  return {
    vi: `${formatDay(first)} đến ${formatDay(last)}`,
    en: `${formatDay(first)} to ${formatDay(last)}`,
  };
}

const notVerified = ({ unverified }: { unverified?: string }): Text =>
  unverified
    ? { vi: '; chưa đối chiếu văn bản gốc', en: '; not checked against the primary text' }
    : { vi: '', en: '' };

/** The sentences of an explanation; the parts in both languages come in, both languages come out. */
export const sentences = {
  received: (at: Text, channel: Text): Text => ({
    vi: `Nhận hồ sơ lúc ${at.vi} (${channel.vi}).`,
    en: `Received at ${at.en} (${channel.en}).`,
  }),
  after: (clock: string): Text => ({ vi: `Nhận sau ${clock}`, en: `Received after ${clock}` }),
  inLastHour: {
    vi: 'Nhận trong giờ làm việc cuối cùng của ngày',
    en: 'Received in the last working hour of the day',
  },
  startNextWorkingDay: (when: Text, law: string): Text => ({
    vi: `${when.vi}: tính từ ngày làm việc tiếp theo${basis(law)}.`,
    en: `${when.en}: counted from the next working day${basis(law)}.`,
  }),
  dueNextWorkingDay: (when: Text, law: string): Text => ({
    vi: `${when.vi}: kết quả được trả sang ngày làm việc tiếp theo${basis(law)}.`,
    en: `${when.en}: the result moves to the next working day${basis(law)}.`,
  }),
  resultNextDay: (before: Text): Text => ({
    vi: `Nếu nhận trước giờ chốt, hạn là ${before.vi}; được chuyển sang ngày làm việc tiếp theo.`,
    en: `Before the cut-off it would have been due at ${before.en}; it moves to the next working day.`,
  }),
  start: (at: Text, why: Text): Text => ({
    vi: `Bắt đầu tính thời hạn từ ${at.vi}: ${why.vi}.`,
    en: `Time counts from ${at.en}: ${why.en}.`,
  }),
  outsideHours: {
    vi: 'nhận ngoài giờ làm việc thì tính từ khi cơ quan làm việc trở lại',
    en: 'what comes outside working hours counts when work resumes',
  },
  receivedOnDayOff: {
    vi: 'nhận vào ngày nghỉ thì tính từ đầu ngày làm việc tiếp theo',
    en: 'what comes on a day off counts from the start of the next working day',
  },
  movedByCutoff: { vi: 'nhận sau giờ chốt', en: 'received after the cut-off' },
  limit: (limit: Text, how: Text, law: string): Text => ({
    vi: `Thời hạn: ${limit.vi}, ${how.vi}${law && ` – ${law}`}.`,
    en: `Limit: ${limit.en}, ${how.en}${law && ` – ${law}`}.`,
  }),
  firstDayLeftOut: {
    vi: 'không tính ngày bắt đầu, hết hạn vào cuối giờ làm việc (Bộ luật Dân sự 2015, Điều 147 khoản 2)',
    en: 'the first day is not counted, it ends with the day’s work (Civil Code 2015, article 147 clause 2)',
  },
  sameDay: { vi: 'hết hạn vào cuối giờ làm việc', en: 'it ends with the day’s work' },
  eightHours: {
    vi: 'tính theo giờ: 8 giờ làm việc là 1 ngày làm việc',
    en: 'counted by the hour: 8 working hours are 1 working day',
  },
  fromStart: { vi: 'tính từ thời điểm bắt đầu', en: 'counted from the start' },
  addition: (limit: Text, one: { reasonVi: string; reasonEn: string; basis: string }): Text => ({
    vi: `Cộng thêm ${limit.vi}: ${one.reasonVi}${basis(one.basis)}.`,
    en: `Plus ${limit.en}: ${one.reasonEn}${basis(one.basis)}.`,
  }),
  subtracted: (pause: Pause, from: Text, to: Text): Text => ({
    vi: `Tạm dừng từ ${from.vi} đến ${to.vi}: ${pauseNames[pause.reason].vi}${basis(pause.basis)}; thời gian này được trừ ra.`,
    en: `Paused from ${from.en} to ${to.en}: ${pauseNames[pause.reason].en}${basis(pause.basis)}; this time is taken out.`,
  }),
  stood: (pause: Pause, from: Text, to: Text): Text => ({
    vi: `Tạm dừng từ ${from.vi} đến ${to.vi}: ${pauseNames[pause.reason].vi}${basis(pause.basis)}.`,
    en: `Paused from ${from.en} to ${to.en}: ${pauseNames[pause.reason].en}${basis(pause.basis)}.`,
  }),
  pausedTooLate: (pause: Pause, from: Text): Text => ({
    vi: `Tạm dừng từ ${from.vi} (${pauseNames[pause.reason].vi}) khi thời hạn đã hết: không làm thay đổi hạn.`,
    en: `Paused from ${from.en} (${pauseNames[pause.reason].en}) when the time was already over: the due date stays.`,
  }),
  open: (pause: Pause, from: Text): Text => ({
    vi: `Đang tạm dừng từ ${from.vi}: ${pauseNames[pause.reason].vi}${basis(pause.basis)}; chưa có ngày hẹn trả.`,
    en: `Paused since ${from.en}: ${pauseNames[pause.reason].en}${basis(pause.basis)}; there is no due date yet.`,
  }),
  restart: (at: Text, limit: Text): Text => ({
    vi: `Tính lại từ đầu ${limit.vi} từ ${at.vi}.`,
    en: `The ${limit.en} start anew at ${at.en}.`,
  }),
  restDays: (count: number, names: readonly Text[]): Text => ({
    vi: `Không tính ${count} ngày nghỉ hằng tuần (${names.map((n) => n.vi).join(', ')}).`,
    en: `${count} weekly ${count === 1 ? 'day' : 'days'} of rest not counted (${names.map((n) => n.en).join(', ')}).`,
  }),
  dayOff: (e: DayException, first: Day, last: Day, days: number): Text => ({
    vi: `Nghỉ ${e.nameVi}: ${spanWords(first, last).vi}${days > 1 ? ` (${days} ngày)` : ''} – ${e.decision}${notVerified(e).vi}.`,
    en: `Off for ${e.nameEn}: ${spanWords(first, last).en}${days > 1 ? ` (${days} days)` : ''} – ${e.decision}${notVerified(e).en}.`,
  }),
  makeUp: (e: DayException, day: Day): Text => ({
    vi: `Làm bù ${dayWords(day).vi}${e.insteadOf ? ` thay cho ${dayWords(e.insteadOf).vi}` : ''}: tính là ngày làm việc – ${e.decision}${notVerified(e).vi}.`,
    en: `Make-up day ${dayWords(day).en}${e.insteadOf ? ` for ${dayWords(e.insteadOf).en}` : ''}: counted as a working day – ${e.decision}${notVerified(e).en}.`,
  }),
  endsOnDayOff: (day: Day): Text => ({
    vi: `Ngày cuối của thời hạn (${dayWords(day).vi}) là ngày nghỉ: chuyển sang ngày làm việc tiếp theo (Bộ luật Dân sự 2015, Điều 148 khoản 5).`,
    en: `The last day (${dayWords(day).en}) is a day off: it moves to the next working day (Civil Code 2015, article 148 clause 5).`,
  }),
  due: (at: Text): Text => ({ vi: `Hạn trả kết quả: ${at.vi}.`, en: `Due: ${at.en}.` }),
  legalDue: (at: Text, limit: Text): Text => ({
    vi: `Hạn tối đa theo pháp luật (${limit.vi}): ${at.vi}.`,
    en: `At most by law (${limit.en}): ${at.en}.`,
  }),
  closes: (at: Text, days: number): Text => ({
    vi: `Nếu không nhận được bổ sung trong ${days} ngày làm việc, hồ sơ tự kết thúc lúc ${at.vi}.`,
    en: `Without the supplement in ${days} working days the case closes by itself at ${at.en}.`,
  }),
};
