/** Step plans: two as published, and the usual way through a one-stop desk for procedures whose limit is known. */
import type { TimeLimit } from '../../calendar/contract.ts';
import type { Step } from '../rules/model.ts';
import { inOrder, limit, type PlannedStep, step } from './build.ts';

const hours = (value: number): TimeLimit => limit(value, 'workingHour');

// Nghệ An 3857/QĐ-UBND (2025): 168 hours; Cao Bằng 2022/QĐ-UBND (2025): 0.5 + 0.5 + 7 + 0.5 + 1 + 0.5 working days.
const published: Readonly<Record<string, readonly PlannedStep[]>> = {
  '1.012994': [
    step('receive', hours(4)),
    step('assign', hours(4)),
    step('appraise', hours(112)),
    step('check', hours(24)),
    step('sign', hours(16)),
    step('issue', hours(8)),
    step('return'),
  ],
  '1.001806': [
    step('receive', hours(4)),
    step('assign', hours(4)),
    step('appraise', hours(56)),
    step('check', hours(4)),
    step('sign', hours(8)),
    step('issue', hours(4)),
    step('return'),
  ],
};

const HOURS_A_DAY = 8;

/**
 * The plan of a procedure: as published, else the usual steps with the limit divided among them, of which a province's
 * own decision makes its own. Empty where the limit is unknown: nobody can plan time that nobody promised.
 */
export function plannedSteps(code: string, total: TimeLimit | undefined): Step[] {
  const own = published[code];
  if (own) return inOrder(own);
  if (!total) return [];
  const plan = total.unit === 'day' ? inDays(total.value) : inHours(Math.max(total.value, 1) * HOURS_A_DAY);
  return inOrder([...plan, step('return')]);
}

function inHours(total: number): PlannedStep[] {
  if (total <= HOURS_A_DAY)
    return [
      step('receive', hours(1)),
      step('appraise', hours(total - 4)),
      step('sign', hours(2)),
      step('issue', hours(1)),
    ];
  const [receive, assign, check, sign, issue] =
    total <= 24 ? ([2, 2, 2, 4, 2] as const) : ([4, 4, 8, 8, 4] as const);
  return [
    step('receive', hours(receive)),
    step('assign', hours(assign)),
    step('appraise', hours(total - receive - assign - check - sign - issue)),
    step('check', hours(check)),
    step('sign', hours(sign)),
    step('issue', hours(issue)),
  ];
}

function inDays(total: number): PlannedStep[] {
  const day = (value: number): TimeLimit => limit(value, 'day');
  if (total < 6) return inHours(total * HOURS_A_DAY);
  return [
    step('receive', day(1)),
    step('assign', day(1)),
    step('appraise', day(total - 5)),
    step('check', day(1)),
    step('sign', day(1)),
    step('issue', day(1)),
  ];
}
