import type { Text } from '../../../kit/i18n.ts';
import type { FigureDefinition } from '../../directives/index.ts';
import type { RecordClass } from './classNames.ts';

type Count = 'tasks' | 'assignments';

/** How each class is called beside a record; in the part left out it is the reason. */
export const classWords: Record<RecordClass, Text> = {
  doneOnTime: { vi: 'Hoàn thành đúng hạn', en: 'Completed on time' },
  doneAhead: { vi: 'Hoàn thành trước hạn, thời hạn chưa đến', en: 'Completed before a term still to come' },
  doneLate: { vi: 'Hoàn thành quá hạn', en: 'Completed late' },
  doneNoTerm: { vi: 'Hoàn thành, không có thời hạn', en: 'Completed, had no term' },
  inTerm: { vi: 'Chưa xong, còn trong hạn', en: 'Open, not yet due' },
  overdue: { vi: 'Chưa xong, quá hạn', en: 'Open, overdue' },
  openNoTerm: { vi: 'Chưa xong, không có thời hạn', en: 'Open, without a term' },
  recurring: { vi: 'Thường xuyên, không có ngày kết thúc', en: 'Recurring, without an end' },
  cancelled: { vi: 'Đã thôi giao', en: 'Cancelled' },
  merged: { vi: 'Trùng, đã gộp vào nhiệm vụ khác', en: 'Duplicate, merged into another' },
};

/** The same in a word or two, for chips and columns. */
export const classShort: Record<RecordClass, Text> = {
  doneOnTime: { vi: 'Xong đúng hạn', en: 'Done on time' },
  doneAhead: { vi: 'Xong trước hạn', en: 'Done ahead' },
  doneLate: { vi: 'Xong quá hạn', en: 'Done late' },
  doneNoTerm: { vi: 'Xong, không thời hạn', en: 'Done, no term' },
  inTerm: { vi: 'Trong hạn', en: 'In term' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  openNoTerm: { vi: 'Không có thời hạn', en: 'No term' },
  recurring: { vi: 'Thường xuyên', en: 'Recurring' },
  cancelled: { vi: 'Đã thôi giao', en: 'Cancelled' },
  merged: { vi: 'Trùng, đã gộp', en: 'Merged duplicate' },
};

const more: Partial<Record<string, Text>> = {
  task: { vi: 'nhiệm vụ', en: 'tasks' },
  target: { vi: 'chỉ tiêu', en: 'targets' },
  all: { vi: 'nhiệm vụ và chỉ tiêu', en: 'tasks and targets' },
};

/** The words of a rule say "nhiệm vụ"; where assignments or targets are counted they say so. */
export function inCountedWords(text: Text, count: Count, kind: string): Text {
  if (count === 'tasks' && kind === 'task') return text;
  const vi = count === 'assignments' ? 'giao việc' : more[kind]!.vi;
  const en = count === 'assignments' ? 'assignments' : more[kind]!.en;
  return { vi: text.vi.replaceAll('nhiệm vụ', vi), en: text.en.replaceAll('tasks', en) };
}

/** What is divided by what, in words. */
export const ruleOf = (
  d: Pick<FigureDefinition, 'numeratorText' | 'denominatorText'>,
  count: Count,
  kind: string,
): Text => {
  const top = inCountedWords(d.numeratorText, count, kind);
  const bottom = inCountedWords(d.denominatorText, count, kind);
  return { vi: `${upper(top.vi)}, chia cho ${bottom.vi}`, en: `${upper(top.en)}, divided by ${bottom.en}` };
};

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Which things are counted, how often each. */
export function countWords(count: Count, kind: string, role: string): Text {
  const what = more[kind]!;
  if (count === 'tasks') {
    return {
      vi: `Đếm ${what.vi}: mỗi ${kind === 'target' ? 'chỉ tiêu' : 'nhiệm vụ'} một lần, theo tình trạng của tất cả cơ quan chủ trì`,
      en: `Counts ${what.en}: each once, by the state of all its lead agencies`,
    };
  }
  const who = {
    lead: { vi: 'cơ quan chủ trì', en: 'lead agency' },
    coordinating: { vi: 'cơ quan phối hợp', en: 'coordinating agency' },
    all: { vi: 'cơ quan được giao', en: 'assigned agency' },
  }[role as 'lead'];
  return {
    vi: `Đếm giao việc của ${what.vi}: một lần cho mỗi ${who.vi}, theo phần của cơ quan đó`,
    en: `Counts assignments of ${what.en}: once for each ${who.en}, by that agency's own part`,
  };
}

export interface ScopeNames {
  directive?: string | undefined;
  owner?: Text | undefined;
  section?: Text | undefined;
  unit?: Text | undefined;
  subtree?: boolean | undefined;
  field?: string | undefined;
}

/** The scope of a figure in one sentence. */
export function scopeWords(names: ScopeNames): Text {
  const { directive, owner, section, unit, subtree, field } = names;
  const vi = [
    directive && `văn bản ${directive}`,
    section && `nhóm “${section.vi}”`,
    owner && `văn bản của ${owner.vi}`,
    unit && `${unit.vi}${subtree ? ' và các đơn vị trực thuộc' : ''}`,
    field && `lĩnh vực ${field}`,
  ].filter(Boolean);
  const en = [
    directive && `directive ${directive}`,
    section && `section “${section.en}”`,
    owner && `directives of ${owner.en}`,
    unit && `${unit.en}${subtree ? ' with the units below it' : ''}`,
    field && `field ${field}`,
  ].filter(Boolean);
  return {
    vi: vi.length > 0 ? upper(vi.join(', ')) : 'Tất cả văn bản được xem',
    en: en.length > 0 ? upper(en.join(', ')) : 'All directives that may be seen',
  };
}

const ROMAN = ['I', 'II', 'III', 'IV'];

/** `2025-Q3` → `Quý III/2025`. */
export function quarterWords(key: string): Text {
  const [year, quarter] = key.split('-Q');
  const roman = ROMAN[Number(quarter) - 1] ?? quarter;
  return { vi: `Quý ${roman}/${year}`, en: `Quarter ${roman}/${year}` };
}
