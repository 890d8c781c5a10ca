/** The sentences that explain a state, in Vietnamese and English; the rules give only keys and parameters. */
import { formatDay, type Day } from '../../../kit/day.ts';
import type { WorkState } from './axes.ts';

export type Language = 'vi' | 'en';

export const workNames: Record<Language, Record<WorkState, string>> = {
  vi: {
    notStarted: 'Chưa thực hiện',
    inProgress: 'Đang thực hiện',
    submitted: 'Đã báo cáo hoàn thành, chờ xác nhận',
    completed: 'Đã hoàn thành',
    cancelled: 'Đã hủy',
    recurring: 'Thường xuyên',
  },
  en: {
    notStarted: 'Not started',
    inProgress: 'In progress',
    submitted: 'Reported as done, waiting for acceptance',
    completed: 'Completed',
    cancelled: 'Cancelled',
    recurring: 'Recurring',
  },
};

const days = (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`;

const vi = {
  work: (p: { work: WorkState }) => `Tình trạng thực hiện: ${workNames.vi[p.work].toLowerCase()}.`,
  cancelledNoTerm: () => 'Nhiệm vụ đã hủy, không tính thời hạn.',
  recurringNoTerm: () => 'Nhiệm vụ thường xuyên, không có ngày hết hạn; từng kỳ báo cáo có hạn riêng.',
  printed: (p: { text: string }) => `Thời hạn ghi trong văn bản: “${p.text}”.`,
  noDue: () => 'Văn bản không xác định ngày hết hạn.',
  due: (p: { day: Day }) => `Ngày cuối cùng còn trong hạn: ${formatDay(p.day)}.`,
  product: (p: { product: string; day: Day }) =>
    `Sản phẩm${p.product ? ` ${p.product}` : ''} ngày ${formatDay(p.day)}; lấy ngày này làm ngày hoàn thành.`,
  claimed: (p: { product: string; day: Day }) =>
    `Sản phẩm${p.product ? ` ${p.product}` : ''} ngày ${formatDay(p.day)} đang chờ xác nhận; trong khi chờ, thời hạn tính theo ngày này.`,
  doneOnTime: () => 'Hoàn thành đúng hạn.',
  doneLate: (p: { days: number }) => `Hoàn thành quá hạn ${p.days} ngày.`,
  overdue: (p: { days: number; asOf: Day; waiting: boolean }) =>
    p.waiting
      ? `Sản phẩm có sau hạn ${p.days} ngày.`
      : `Tính đến ${formatDay(p.asOf)} đã quá hạn ${p.days} ngày.`,
  atRisk: (p: { days: number; asOf: Day }) =>
    `Tính đến ${formatDay(p.asOf)} còn ${p.days} ngày, có nguy cơ quá hạn.`,
  inTerm: (p: { days: number; asOf: Day }) => `Tính đến ${formatDay(p.asOf)} còn ${p.days} ngày trong hạn.`,
  againstFirst: (p: { day: Day; days: number }) =>
    p.days > 0
      ? `So với thời hạn ban đầu ${formatDay(p.day)}: quá ${p.days} ngày.`
      : `Thời hạn ban đầu: ${formatDay(p.day)}, không quá.`,
  riskTimeUsed: (p: { used: number; progress: number }) =>
    `Đã dùng ${p.used} % thời gian nhưng tiến độ báo cáo mới đạt ${p.progress} %.`,
  riskSilence: (p: { days: number; limit: number }) =>
    `Đã ${p.days} ngày không có báo cáo (ngưỡng ${p.limit} ngày).`,
  riskDependency: (p: { ref: string }) => `Nhiệm vụ ${p.ref} mà nhiệm vụ này phụ thuộc đang quá hạn.`,
  riskDueSoon: (p: { days: number; progress: number }) =>
    `Còn ${p.days} ngày mà tiến độ báo cáo mới đạt ${p.progress} %.`,
};

const en: typeof vi = {
  work: (p) => `Work: ${workNames.en[p.work].toLowerCase()}.`,
  cancelledNoTerm: () => 'The task is cancelled; no term runs.',
  recurringNoTerm: () => 'A recurring task has no last day; each reporting period has its own.',
  printed: (p) => `Deadline as printed: “${p.text}”.`,
  noDue: () => 'The document sets no last day.',
  due: (p) => `Last day on time: ${formatDay(p.day)}.`,
  product: (p) =>
    `Product${p.product ? ` ${p.product}` : ''} of ${formatDay(p.day)}; this is the date of completion.`,
  claimed: (p) =>
    `Product${p.product ? ` ${p.product}` : ''} of ${formatDay(p.day)} waits for acceptance; meanwhile the term is judged by this date.`,
  doneOnTime: () => 'Completed on time.',
  doneLate: (p) => `Completed ${days(p.days)} late.`,
  overdue: (p) =>
    p.waiting
      ? `The product came ${days(p.days)} after the last day.`
      : `Overdue by ${days(p.days)} on ${formatDay(p.asOf)}.`,
  atRisk: (p) => `${days(p.days)} left on ${formatDay(p.asOf)}, at risk.`,
  inTerm: (p) => `${days(p.days)} left on ${formatDay(p.asOf)}.`,
  againstFirst: (p) =>
    p.days > 0
      ? `Against the first deadline ${formatDay(p.day)}: ${days(p.days)} late.`
      : `First deadline: ${formatDay(p.day)}, kept.`,
  riskTimeUsed: (p) => `${p.used} % of the time is used, the reported progress is ${p.progress} %.`,
  riskSilence: (p) => `No report for ${days(p.days)} (limit ${days(p.limit)}).`,
  riskDependency: (p) => `Task ${p.ref}, on which this one depends, is overdue.`,
  riskDueSoon: (p) => `${days(p.days)} left, the reported progress is ${p.progress} %.`,
};

export const explanations = { vi, en };

type Keys = keyof typeof vi;

type Params<K extends Keys> = Parameters<(typeof vi)[K]> extends [infer P] ? P : Record<never, never>;

/** One line of an explanation: a key and exactly the parameters its sentence takes. */
export type Line = { [K in Keys]: { key: K; params: Params<K> } }[Keys];

/** The sentence of a line in a language. */
export function sentence(line: Line, language: Language): string {
  const say = explanations[language][line.key] as (params: object) => string;
  return say(line.params);
}
