import { addDays, type Day, dayOf, diffDays, instantOf, maxDay } from '../../src/kit/day.ts';
import { newId } from '../../src/kit/ids.ts';
import { type AssignmentState, evolve } from '../../src/modules/directives/rules/assignment.ts';
import { type Command, decide } from '../../src/modules/directives/rules/steps.ts';
import { type Random, randomFrom } from '../random.ts';

/** An assignment as it was created, before anybody worked on it. */
export interface Fresh {
  id: string;
  unitId: string;
  taskId: string;
  directiveId: string;
  state: AssignmentState;
  version: number;
}

export interface HistoryEvent {
  unitId: string;
  stream: string;
  /** 1 for the first event of this history in its stream, not of the stream. */
  step: number;
  kind: string;
  at: Date;
  payload: Record<string, unknown>;
}

export interface HistoryReport {
  unitId: string;
  id: string;
  assignmentId: string;
  period: string;
  state: 'submitted' | 'accepted' | 'returned';
  claims: boolean;
  progress: number | null;
  content: { result: string };
  product: object | null;
  submittedAt: Date;
  decidedAt: Date | null;
  reason: string | null;
}

/** What happened to one assignment: its events, its reports, and how it stood after each step. */
export interface History {
  events: HistoryEvent[];
  reports: HistoryReport[];
  stood: { at: Date; state: AssignmentState }[];
}

const settings = { confirm: false, accept: true };

/** Tells one history; it keeps the last state, so that each step follows the product's own rules. */
function tellerOf(row: Fresh) {
  const history: History = { events: [], reports: [], stood: [] };
  const { unitId, id: assignmentId, taskId } = row;
  let { state } = row;
  let steps = 0;
  const tell = (stream: string, step: number, kind: string, at: Date, payload: object) =>
    void history.events.push({ unitId, stream, step, kind, at, payload: { ...payload } });
  return {
    history,
    /** Takes a step on the assignment; false where the rules refuse it. */
    take: (at: Date, on: Day, command: Command): boolean => {
      const decision = decide(state, command, settings, on);
      if ('refused' in decision) return false;
      state = decision.events.reduce<AssignmentState>(evolve, state);
      for (const { type, ...payload } of decision.events)
        tell(`assignment:${assignmentId}`, (steps += 1), type, at, payload);
      history.stood.push({ at, state });
      return true;
    },
    /** The report that goes with a step, with its event. */
    report: (at: Date, said: { progress?: number; product?: object; result: string }): HistoryReport => {
      const { progress = null, product = null, result } = said;
      const claims = product !== null;
      const period = dayOf(at).slice(0, 7);
      const base = {
        assignmentId,
        period,
        state: 'submitted' as const,
        claims,
        progress,
        content: { result },
        product,
      };
      const report: HistoryReport = {
        ...base,
        unitId,
        id: newId(at),
        submittedAt: at,
        decidedAt: null,
        reason: null,
      };
      history.reports.push(report);
      tell(`report:${report.id}`, 1, 'report.submitted', at, {
        ...base,
        taskId,
        nothing: false,
        evidence: [],
      });
      return report;
    },
    decideReport: (
      report: HistoryReport,
      at: Date,
      verdict: 'accepted' | 'returned',
      reason?: string,
    ): void => {
      Object.assign(report, { state: verdict, decidedAt: at, reason: reason ?? null });
      tell(`report:${report.id}`, 2, `report.${verdict}`, at, {
        state: verdict,
        ...(reason ? { reason } : {}),
      });
    },
  };
}
type Teller = ReturnType<typeof tellerOf>;

const RESULTS = [
  'Đã hoàn thành dự thảo, đang lấy ý kiến.',
  'Đang thực hiện theo kế hoạch.',
  'Đã ban hành kế hoạch chi tiết.',
];

/** Days of the reports of one assignment: in order, after its first week, before today. */
function reportDays(row: Fresh, count: number, today: Day, random: Random): Day[] {
  const first = addDays(row.state.createdOn, 7);
  const span = Math.max(1, diffDays(first, today) - 1);
  const offsets = Array.from({ length: count }, () => random.between(0, span - 1));
  return offsets.toSorted((a, b) => a - b).map((offset) => addDays(first, offset));
}

function claim(teller: Teller, on: Day, last: 'accepted' | 'returned' | 'waiting', n: number): void {
  const at = instantOf(on, '15:00');
  const product = { date: on, number: `${n}/BC-ĐK`, title: 'Báo cáo kết quả' };
  if (!teller.take(at, on, { step: 'claim', product })) return;
  const report = teller.report(at, { product, result: 'Đã hoàn thành.' });
  if (last === 'waiting') return;
  const decidedOn = addDays(on, 1);
  const decidedAt = instantOf(decidedOn, '09:00');
  const reason = 'Chưa có tài liệu kiểm chứng.';
  if (last === 'accepted') teller.take(decidedAt, decidedOn, { step: 'accept' });
  else teller.take(decidedAt, decidedOn, { step: 'return', reason });
  teller.decideReport(report, decidedAt, last, last === 'returned' ? reason : undefined);
}

/**
 * The history of one assignment up to `today`: reports at random days; half of the assignments end accepted, some are
 * returned once or wait for a decision, one in eight was never begun.
 * @param reports how many reports an assignment has on average
 */
export function historyOf(row: Fresh, index: number, today: Day, reports: number): History {
  const random = randomFrom(index * 7919 + 13);
  const teller = tellerOf(row);
  const fate = random.next();
  if (fate < 0.125) return teller.history;
  const count = random.between(reports - 2, reports + 4);
  const days = reportDays(row, count, addDays(today, -3), random);
  const closing = row.state.status === 'recurring' || fate > 0.7 ? undefined : days.pop();
  days.forEach((on, i) => {
    const at = new Date(instantOf(on, '10:30').getTime() + i * 1000);
    const progress = Math.min(95, Math.round(((i + 1) / (days.length + 1)) * 100));
    if (!teller.take(at, on, { step: 'report', progress, period: on.slice(0, 7) })) return;
    const report = teller.report(at, { progress, result: random.pick(RESULTS) });
    teller.decideReport(report, instantOf(addDays(on, 1), '08:00'), 'accepted');
  });
  if (closing === undefined) return teller.history;
  const on = maxDay(closing, ...days)!;
  claim(teller, on, fate > 0.66 ? 'waiting' : fate > 0.6 ? 'returned' : 'accepted', index);
  return teller.history;
}
