/** Rules of warnings of the demonstration, looked at each Monday, and what heads said to some of them. */
import type { InputOf } from '../kit/contract.ts';
import { type Day, instantOf } from '../kit/day.ts';
import {
  acknowledgeWarning,
  defineWarningRule,
  evaluateWarnings,
  listWarnings,
} from '../modules/indicators/contract.ts';
import { headOf, people } from './accounts.ts';
import { CITY } from './staff.ts';
import type { Happening } from './stage.ts';
import { marked } from './wording.ts';

type Rule = InputOf<typeof defineWarningRule>;
const STATED: Day = '2025-10-01';
/** The offices set these limits themselves: none has been published. */
const own = (name: string) => ({
  vi: marked(`Mức do ${name} đặt; chưa có mức chính thức được công bố.`),
  en: '[Illustration] Set by the office; no official limit has been published.',
});

const national: readonly Omit<Rule, 'validFrom' | 'reason' | 'source'>[] = [
  {
    code: 'overdueShareOfAgency',
    name: { vi: 'Tỷ lệ nhiệm vụ quá hạn của bộ, tỉnh cao', en: 'High share of overdue tasks of an agency' },
    explanation: {
      vi: 'Tính trên mọi nhiệm vụ đơn vị chủ trì, cả của các đơn vị trực thuộc.',
      en: 'Over all tasks the agency leads, with those of the units below it.',
    },
    severity: 'urgent',
    watch: {
      kind: 'threshold',
      figure: { of: 'tasks', code: 'overdueShare' },
      comparison: 'above',
      limit: 18,
      endAt: 17,
      minDenominator: 8,
    },
    units: { levels: ['ministry', 'province'] },
    actor: { role: 'head', at: 'unit' },
    escalateAfterDays: 45,
  },
  {
    code: 'silentAgency',
    name: { vi: 'Đơn vị không báo cáo đã lâu', en: 'An agency that has long been silent' },
    explanation: {
      vi: 'Đơn vị còn nhiệm vụ đang mở nhưng không gửi báo cáo nào.',
      en: 'The agency has open tasks and sends no report on any.',
    },
    severity: 'serious',
    watch: { kind: 'silence', of: 'unitReports', days: 40 },
    units: { levels: ['ministry', 'province'] },
    actor: { role: 'coordinator', at: 'unit' },
    escalateAfterDays: 21,
  },
  {
    code: 'reportOwed',
    name: { vi: 'Chưa nộp báo cáo khi sắp chốt kỳ', en: 'Report owed shortly before the cut-off' },
    explanation: {
      vi: 'Nhắc riêng các bộ còn nợ báo cáo kỳ này, để thủ trưởng biết trước ngày chốt.',
      en: 'Ministries that still owe reports of the period, so that their heads know before the cut-off.',
    },
    severity: 'notice',
    watch: { kind: 'silence', of: 'reportingDay', days: 16 },
    units: { levels: ['ministry'] },
    actor: { role: 'head', at: 'unit' },
    escalateAfterDays: 10,
  },
  {
    code: 'taskPredictedLate',
    name: { vi: 'Nhiệm vụ được dự báo chậm', en: 'A task predicted to be late' },
    explanation: {
      vi: 'Theo độ chậm của các nhiệm vụ tương tự đã xong; sai số trước đây ở trang Chất lượng dự báo.',
      en: 'By the delays of similar tasks that have closed; past errors are on the page of quality.',
    },
    severity: 'notice',
    watch: { kind: 'prediction', of: 'assignment', bound: 'p50', lateBy: 30, endAt: 14, floor: 10 },
    units: { levels: ['ministry', 'province'] },
    actor: { role: 'coordinator', at: 'unit' },
    escalateAfterDays: 60,
  },
];

const ofHue: readonly Omit<Rule, 'validFrom' | 'reason' | 'source'>[] = [
  {
    code: 'onTimeFallsInHue',
    name: {
      vi: 'Tỷ lệ hồ sơ đúng hạn giảm ba tuần liền',
      en: 'Share of cases on time falls three weeks in a row',
    },
    explanation: {
      vi: 'Tính trên hồ sơ của quý này, so cuối mỗi tuần; hồ sơ quá hẹn chưa xong cũng bị tính.',
      en: 'Over the cases of this quarter, compared at the end of each week; open ones past their date count too.',
    },
    severity: 'serious',
    watch: {
      kind: 'trend',
      figure: { of: 'records', code: 'local.2.1', period: 'quarter' },
      direction: 'falling',
      steps: 3,
      stepDays: 7,
      by: 5,
      endBy: 2,
      minDenominator: 10,
    },
    units: { levels: ['commune', 'province'], under: CITY },
    actor: { role: 'head', at: 'unit' },
    escalateAfterDays: 7,
  },
  {
    code: 'casePredictedLateInHue',
    name: { vi: 'Hồ sơ được dự báo trễ hoặc sát hẹn', en: 'A case predicted to be late or barely in time' },
    explanation: {
      vi: 'Theo thời gian giải quyết của các hồ sơ cùng thủ tục đã xong.',
      en: 'By the time that closed cases of the same procedure took.',
    },
    severity: 'serious',
    watch: { kind: 'prediction', of: 'case', bound: 'p80', lateBy: -0.2, endAt: -1, floor: 8 },
    units: { levels: ['commune', 'province'], under: CITY },
    actor: { role: 'head', at: 'unit' },
    escalateAfterDays: 3,
  },
];

const states = (rules: typeof national, by: string, office: string): Happening[] =>
  rules.map((rule) => ({
    at: instantOf(STATED, '10:00'),
    key: `warning rule ${rule.code}`,
    run: async (stage) =>
      void (await stage.call(
        defineWarningRule,
        { ...rule, source: own(office), validFrom: STATED, reason: marked('Quy tắc ban đầu') },
        by,
      )),
  }));

const mondays: readonly Day[] = [
  '2025-10-06',
  '2025-10-13',
  '2025-10-20',
  '2025-10-27',
  '2025-11-03',
  '2025-11-10',
];

const lookOn = (day: Day): Happening => ({
  at: instantOf(day, '07:00'),
  key: 'warnings are looked at',
  run: async (stage) => void (await stage.call(evaluateWarnings, {})),
});

const said: readonly { day: Day; unitId: string; comment: string }[] = [
  {
    day: '2025-10-14',
    unitId: 'moj',
    comment: 'Đã rà soát; các nhiệm vụ quá hạn sẽ trình trong tháng 11, riêng hai đề án xin gia hạn.',
  },
  {
    day: '2025-10-21',
    unitId: 'government-office',
    comment: 'Đã giao vụ chủ trì báo cáo tiến độ hằng tuần.',
  },
  { day: '2025-10-28', unitId: CITY, comment: 'Đã yêu cầu các sở báo cáo lại.' },
];

/** A head takes the oldest warning of his unit that nobody has taken yet, where there is one. */
const acknowledges = ({ day, unitId, comment }: (typeof said)[number]): Happening => ({
  at: instantOf(day, '15:10'),
  key: `warning acknowledged ${unitId}`,
  run: async (stage) => {
    const { items } = await stage.call(listWarnings, { unitId, state: 'open', limit: 500 });
    const own = items.findLast((one) => one.unit.id === unitId);
    if (own) await stage.call(acknowledgeWarning, { id: own.id, comment: marked(comment) }, headOf(unitId));
  },
});

export const warningHappenings = (): Happening[] => [
  ...states(national, people.office, 'Văn phòng thường trực'),
  ...states(ofHue, people.hueOffice, 'Văn phòng UBND thành phố Huế'),
  ...mondays.map(lookOn),
  ...said.map(acknowledges),
];
