/** Why a record entered, left or changed its place in a rate, from how it stood on two days and what papers say. */
import type { Day } from '../../../kit/day.ts';
import type { Text } from '../../../kit/i18n.ts';
import type { FigureDefinition, LogItem } from '../../directives/index.ts';
import { membershipOf, type RecordClass } from './classes.ts';

export interface MoveFacts {
  id: string;
  before: RecordClass | null;
  after: RecordClass | null;
  /** The class it would have had its term not changed. */
  termKept: RecordClass | null;
  dueBefore: Day | null;
  dueAfter: Day | null;
  directiveNumber: string;
  /** The paper that changed its term in the time asked about. */
  dueDocument?: string;
  /** Paper or reason of its cancelling, redirecting or merging. */
  closingDocument?: string;
  redirectedIn?: boolean;
  redirectedOut?: boolean;
  /** It is a part of a task that was there before. */
  splitFrom?: string;
}

const none = { numerator: false, denominator: false };
type Definition = Pick<FigureDefinition, 'numerator' | 'denominator'>;

const isOut = (one: RecordClass | null): boolean => one === 'cancelled' || one === 'merged';

function resultEvent(before: RecordClass, after: RecordClass): string {
  if (after.startsWith('done'))
    return before.startsWith('done') ? 'fellDue' : after === 'doneLate' ? 'completedLate' : 'completed';
  if (before.startsWith('done')) return 'reopened';
  return after === 'overdue' ? 'overdue' : 'other';
}

function baseEvent(move: MoveFacts): string {
  const { before, after, dueBefore, dueAfter } = move;
  if (before === null) return move.redirectedIn ? 'redirectedIn' : move.splitFrom ? 'split' : 'entered';
  if (after === null) return 'left';
  if (after === 'merged') return 'merged';
  if (before === 'merged') return 'unmerged';
  if (after === 'cancelled') return move.redirectedOut ? 'redirectedOut' : 'cancelled';
  if (before === 'cancelled') return 'reinstated';
  if (after === 'recurring') return 'becameRecurring';
  if (before === 'recurring') return 'gotTerm';
  return dueBefore !== null && dueAfter !== null && dueAfter < dueBefore ? 'broughtForward' : 'postponed';
}

function documentOf(move: MoveFacts): string | undefined {
  if (move.before === null) return move.directiveNumber;
  return isOut(move.before) || isOut(move.after) ? move.closingDocument : move.dueDocument;
}

/**
 * The changes that one record makes to a rate: at most one by its own work or the passing of time, and one by a change
 * of the base. A term that a paper changed is told apart from what would have happened under the old one.
 */
export function logItemsOf(definition: Definition, move: MoveFacts): LogItem[] {
  const { id, before, after, termKept } = move;
  const of = (one: RecordClass | null) => (one === null ? none : membershipOf(definition, one));
  const both = before !== null && after !== null && termKept !== null;
  if (!both)
    return [
      {
        ref: id,
        cause: 'base',
        event: baseEvent(move),
        document: documentOf(move),
        before: of(before),
        after: of(after),
      },
    ];
  // Without a paper a different term means only that another lead now decides the task.
  const middle = move.dueDocument === undefined ? after : termKept;
  const items: LogItem[] = [];
  if (middle !== before)
    items.push({
      ref: id,
      cause: 'result',
      event: resultEvent(before, middle),
      before: of(before),
      after: of(middle),
    });
  if (middle !== after)
    items.push({
      ref: id,
      cause: 'base',
      event: baseEvent(move),
      document: move.dueDocument,
      before: of(middle),
      after: of(after),
    });
  return items;
}

export const moves = (item: LogItem): boolean =>
  item.before.numerator !== item.after.numerator || item.before.denominator !== item.after.denominator;

/** What happened, in words. */
export const eventWords: Record<string, Text> = {
  completed: { vi: 'Hoàn thành đúng hạn', en: 'Completed on time' },
  completedLate: { vi: 'Hoàn thành quá hạn', en: 'Completed late' },
  fellDue: { vi: 'Đã xong trước hạn, nay đến hạn', en: 'Done ahead, its term has now come' },
  overdue: { vi: 'Thời hạn trôi qua, chưa xong', en: 'Its term passed, still open' },
  reopened: { vi: 'Mở lại sau khi hoàn thành', en: 'Re-opened after completion' },
  other: { vi: 'Tình trạng thay đổi', en: 'Its state changed' },
  entered: { vi: 'Giao mới', en: 'Newly assigned' },
  split: { vi: 'Tách ra, cụ thể hóa nhiệm vụ đã có', en: 'Split from, or detailing, a task that was there' },
  redirectedIn: { vi: 'Chuyển đến', en: 'Redirected to this unit' },
  redirectedOut: { vi: 'Chuyển đi', en: 'Redirected to another unit' },
  left: { vi: 'Không còn trong phạm vi', en: 'Left the scope' },
  cancelled: { vi: 'Thôi giao', en: 'Cancelled' },
  reinstated: { vi: 'Giao lại sau khi thôi giao', en: 'Assigned again after cancelling' },
  merged: { vi: 'Gộp vào nhiệm vụ trùng', en: 'Merged into a duplicate' },
  unmerged: { vi: 'Tách khỏi nhiệm vụ đã gộp', en: 'Taken out of a merge' },
  postponed: { vi: 'Lùi thời hạn', en: 'Postponed' },
  broughtForward: { vi: 'Rút ngắn thời hạn', en: 'Brought forward' },
  becameRecurring: { vi: 'Chuyển thành thường xuyên', en: 'Became recurring' },
  gotTerm: { vi: 'Được ấn định thời hạn', en: 'Was given a term' },
};

export const causeWords: Record<LogItem['cause'], Text> = {
  result: { vi: 'Do kết quả thực hiện', en: 'By results' },
  base: { vi: 'Do thay đổi danh mục, thời hạn', en: 'By a changed base' },
};
