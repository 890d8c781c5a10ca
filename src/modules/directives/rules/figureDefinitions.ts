/** The named definitions. Adding one or a new version is a change of data; old versions stay. */
import type { FigureDefinition } from './figures.ts';

const common = {
  version: '1',
  validFrom: '2025-01-01',
  rounding: { mode: 'halfUp', decimals: 1 },
  zeroDenominator: 'noFigure',
  use: 'offered',
} as const;

const done = { vi: 'nhiệm vụ đã hoàn thành', en: 'completed tasks' };
const onTime = { vi: 'nhiệm vụ hoàn thành đúng hạn', en: 'tasks completed on time' };
const all = { vi: 'toàn bộ nhiệm vụ (trừ nhiệm vụ đã hủy)', en: 'all tasks (without the cancelled)' };

/** The three forms of "on time" side by side, the default first. */
export const onTimeForms = ['onTimeOfClosedAndOverdue', 'onTimeOfClosed', 'onTimeOfDue'] as const;

/** The form used where no other is named. */
export const defaultOnTime = 'onTimeOfClosedAndOverdue';

export const figureDefinitions: readonly FigureDefinition[] = [
  {
    ...common,
    code: 'completionOfAll',
    name: { vi: 'Tỷ lệ hoàn thành trên tổng số nhiệm vụ', en: 'Completed, of all tasks' },
    numerator: ['done'],
    denominator: ['total'],
    numeratorText: done,
    denominatorText: all,
    source: {
      vi: 'Số liệu Văn phòng Chính phủ ngày 20 và 24/10/2025: đã xong, trong hạn, quá hạn trên tổng số',
      en: 'Government Office figures of 20 and 24 October 2025: done, in term and overdue, of all',
    },
  },
  {
    ...common,
    code: 'completionOfDue',
    name: {
      vi: 'Tỷ lệ hoàn thành trên số nhiệm vụ đã xong hoặc quá hạn',
      en: 'Completed, of the completed and the overdue',
    },
    numerator: ['done'],
    denominator: ['done', 'overdue'],
    numeratorText: done,
    denominatorText: {
      vi: 'nhiệm vụ đã hoàn thành và nhiệm vụ quá hạn chưa xong',
      en: 'completed tasks and open overdue ones',
    },
    source: {
      vi: 'Báo cáo năm 2017 của Văn phòng Chính phủ (16.051 đã xong, 223 quá hạn: 98,62 %)',
      en: 'Government Office report for 2017 (16,051 done, 223 overdue: 98.62 %)',
    },
  },
  {
    ...common,
    code: 'onTimeOfClosed',
    name: { vi: 'Tỷ lệ đúng hạn trên số đã hoàn thành', en: 'On time, of the completed' },
    numerator: ['doneOnTime'],
    denominator: ['doneOnTime', 'doneLate'],
    numeratorText: onTime,
    denominatorText: { vi: 'nhiệm vụ có thời hạn đã hoàn thành', en: 'completed tasks that had a term' },
    source: {
      vi: 'Cách tính trong báo cáo địa phương (Huế, quý III/2025: 102 trên 113)',
      en: 'Reading used in local reports (Huế, quarter III/2025: 102 of 113)',
    },
  },
  {
    ...common,
    code: 'onTimeOfClosedAndOverdue',
    name: {
      vi: 'Tỷ lệ đúng hạn trên số đã hoàn thành và quá hạn',
      en: 'On time, of the completed and the overdue',
    },
    numerator: ['doneOnTime'],
    denominator: ['doneOnTime', 'doneLate', 'overdue'],
    numeratorText: onTime,
    denominatorText: {
      vi: 'nhiệm vụ có thời hạn đã hoàn thành và nhiệm vụ quá hạn chưa xong',
      en: 'completed tasks that had a term, and open overdue ones',
    },
    source: {
      vi: 'Cách tính mặc định của hệ thống: nhiệm vụ chậm được tính dù đã đóng hay chưa',
      en: 'Default of this system: a late task counts whether it is closed or not',
    },
  },
  {
    ...common,
    code: 'onTimeOfDue',
    name: { vi: 'Tỷ lệ đúng hạn trên số đã đến hạn', en: 'On time, of all that fell due' },
    numerator: ['doneOnTimeFellDue'],
    denominator: ['doneOnTimeFellDue', 'doneLate', 'overdue'],
    numeratorText: {
      vi: 'nhiệm vụ đã đến hạn và hoàn thành đúng hạn',
      en: 'tasks that fell due and were completed on time',
    },
    denominatorText: { vi: 'nhiệm vụ đã đến hạn', en: 'tasks that fell due' },
    source: {
      vi: 'Cách tính thứ ba: không tính việc xong trước khi thời hạn đến',
      en: 'Third form of on time: what was done ahead of a term still to come is left out',
    },
  },
  {
    ...common,
    code: 'onTimeOfAll',
    name: { vi: 'Tỷ lệ đúng hạn trên tổng số nhiệm vụ', en: 'On time, of all tasks' },
    numerator: ['doneOnTime'],
    denominator: ['total'],
    numeratorText: onTime,
    denominatorText: all,
    source: {
      vi: 'Cách đọc số liệu Huế, quý III/2025: 102 trên 139',
      en: 'Reading of Huế, quarter III/2025: 102 of 139',
    },
    use: 'readingOnly',
  },
  {
    ...common,
    code: 'inTermShare',
    name: { vi: 'Tỷ lệ trong hạn', en: 'In term, of all tasks' },
    numerator: ['inTerm'],
    denominator: ['total'],
    numeratorText: { vi: 'nhiệm vụ chưa xong, còn trong hạn', en: 'open tasks not yet due' },
    denominatorText: all,
    source: {
      vi: 'Số liệu Văn phòng Chính phủ tháng 10/2025',
      en: 'Government Office figures of October 2025',
    },
  },
  {
    ...common,
    code: 'overdueShare',
    name: { vi: 'Tỷ lệ quá hạn', en: 'Overdue, of all tasks' },
    numerator: ['overdue'],
    denominator: ['total'],
    numeratorText: { vi: 'nhiệm vụ quá hạn chưa xong', en: 'open overdue tasks' },
    denominatorText: all,
    rounding: { mode: 'halfUp', decimals: 2 },
    source: {
      vi: 'Số liệu Văn phòng Chính phủ tháng 10/2025',
      en: 'Government Office figures of October 2025',
    },
  },
  {
    ...common,
    code: 'overdueOfDue',
    name: {
      vi: 'Tỷ lệ quá hạn trên số đã xong hoặc quá hạn',
      en: 'Overdue, of the completed and the overdue',
    },
    numerator: ['overdue'],
    denominator: ['done', 'overdue'],
    numeratorText: { vi: 'nhiệm vụ quá hạn chưa xong', en: 'open overdue tasks' },
    denominatorText: {
      vi: 'nhiệm vụ đã hoàn thành và nhiệm vụ quá hạn chưa xong',
      en: 'completed tasks and open overdue ones',
    },
    rounding: { mode: 'halfUp', decimals: 2 },
    source: {
      vi: 'Báo cáo năm 2017 của Văn phòng Chính phủ (in là 100 trừ tỷ lệ hoàn thành)',
      en: 'Government Office report for 2017 (printed as 100 minus the completed)',
    },
  },
  {
    ...common,
    code: 'doneOfDoneAndInTerm',
    name: {
      vi: 'Hoàn thành trên số đã xong và trong hạn',
      en: 'Completed, of the completed and those in term',
    },
    numerator: ['done'],
    denominator: ['done', 'inTerm'],
    numeratorText: done,
    denominatorText: {
      vi: 'nhiệm vụ đã hoàn thành và nhiệm vụ còn trong hạn',
      en: 'completed tasks and open ones not yet due',
    },
    source: {
      vi: 'Cách đọc duy nhất cho ra 67 % ngày 15/11/2025 (370 và 176); bỏ qua nhiệm vụ quá hạn',
      en: 'Only reading that gives the 67 % of 15 November 2025 (370 and 176); it leaves out the overdue',
    },
    use: 'readingOnly',
  },
  {
    ...common,
    code: 'inTermOfDone',
    name: { vi: 'Trong hạn trên số đã hoàn thành', en: 'In term, of the completed' },
    numerator: ['inTerm'],
    denominator: ['done'],
    numeratorText: { vi: 'nhiệm vụ chưa xong, còn trong hạn', en: 'open tasks not yet due' },
    denominatorText: done,
    source: {
      vi: 'Cách hiểu nhầm “trong hạn” thành “đúng hạn”; giữ lại để gọi tên',
      en: 'Misreading that takes "trong hạn" for "on time"; kept to be named',
    },
    use: 'readingOnly',
  },
  {
    ...common,
    code: 'doneAndInTermOfAll',
    name: { vi: 'Đã hoàn thành hoặc còn trong hạn', en: 'Completed or in term, of all tasks' },
    numerator: ['done', 'inTerm'],
    denominator: ['total'],
    numeratorText: { vi: 'nhiệm vụ đã hoàn thành hoặc còn trong hạn', en: 'tasks completed or not yet due' },
    denominatorText: all,
    source: {
      vi: 'Phần bù của tỷ lệ quá hạn khi mọi nhiệm vụ đều có thời hạn',
      en: 'Complement of the overdue share where every task has a term',
    },
    use: 'readingOnly',
  },
];

/** The definition with a code. @throws RangeError when there is none */
export function getDefinition(
  code: string,
  definitions: readonly FigureDefinition[] = figureDefinitions,
): FigureDefinition {
  const found = definitions.find((definition) => definition.code === code);
  if (!found) throw new RangeError(`no figure definition ${code}`);
  return found;
}
