/**
 * When an open task is at risk: rules kept as data, versioned, each saying why. No official threshold was found in the
 * published regulations, so the defaults are proposals of this system and every installation may replace them.
 */
import { addDays, diffDays, type Day } from '../../../kit/day.ts';
import type { WorkState } from './axes.ts';
import type { Line } from './explanations.ts';

export type RiskRule =
  /** At least `used` per cent of the time is used and the reported progress is below `progress` per cent. */
  | { code: string; kind: 'timeUsedVsProgress'; used: number; progress: number }
  /** No report for at least `days` days (since creation when there was none). */
  | { code: string; kind: 'silence'; days: number }
  /** A task this one depends on is overdue. */
  | { code: string; kind: 'dependencyLate' }
  /** At most `days` days are left and the reported progress is below `progress` per cent. */
  | { code: string; kind: 'dueWithin'; days: number; progress: number };

export interface RiskRules {
  version: string;
  validFrom: Day;
  rules: RiskRule[];
}

export const defaultRiskRules: RiskRules = {
  version: '1',
  validFrom: '2025-01-01',
  rules: [
    { code: 'half-time', kind: 'timeUsedVsProgress', used: 50, progress: 20 },
    { code: 'late-time', kind: 'timeUsedVsProgress', used: 80, progress: 60 },
    { code: 'silence', kind: 'silence', days: 45 },
    { code: 'dependency', kind: 'dependencyLate' },
    { code: 'due-soon', kind: 'dueWithin', days: 14, progress: 80 },
  ],
};

export interface RiskFacts {
  work: WorkState;
  /** First day of the task: of the assignment, not of its entry. */
  startsOn: Day;
  due?: Day;
  /** Reported progress in per cent 0–100. */
  progress: number;
  lastReportOn?: Day;
  dependencies?: readonly { ref: string; overdue: boolean }[];
}

/** A rule that fired: its code, and the sentence (`explanations.ts`) that says why. */
export interface Risk {
  code: string;
  line: Line;
}

/** Of two sets that start on one day the later stated stands. */
const byStart = (a: RiskRules, b: RiskRules): number =>
  a.validFrom === b.validFrom ? Number(a.version) - Number(b.version) : a.validFrom < b.validFrom ? -1 : 1;

/** A set with the days on which it was, is or will be in force; `validTo` is its last day. */
export type DatedRules = RiskRules & { validTo?: Day; state: 'inForce' | 'coming' | 'past' | 'never' };

/** All sets in the order of their days, as seen on `today`; a set that another replaces from its first day never holds. */
export function datedRules(sets: readonly RiskRules[], today: Day): DatedRules[] {
  const ordered = sets.toSorted(byStart);
  return ordered.map((set, i): DatedRules => {
    const next = ordered[i + 1];
    if (next && next.validFrom === set.validFrom) return { ...set, state: 'never' };
    const state = set.validFrom > today ? 'coming' : next && next.validFrom <= today ? 'past' : 'inForce';
    return { ...set, ...(next && { validTo: addDays(next.validFrom, -1) }), state };
  });
}

/** The set of rules in force on a day; undefined when none is yet. */
export function rulesInForce(sets: readonly RiskRules[], asOf: Day): RiskRules | undefined {
  return sets
    .filter((set) => set.validFrom <= asOf)
    .toSorted(byStart)
    .at(-1);
}

/**
 * The rules that fire for a task on a day, in the order of the rules. Only tasks still worked on can be at risk: what
 * waits for a decision, is done, cancelled or recurring never is.
 */
export function risks(facts: RiskFacts, rules: RiskRules, asOf: Day): Risk[] {
  if (facts.work !== 'notStarted' && facts.work !== 'inProgress') return [];
  return rules.rules.flatMap((rule) => reasons(rule, facts, asOf).map((line) => ({ code: rule.code, line })));
}

function reasons(rule: RiskRule, facts: RiskFacts, asOf: Day): Line[] {
  const { progress, due } = facts;
  switch (rule.kind) {
    case 'timeUsedVsProgress': {
      const used = timeUsed(facts, asOf);
      if (used === undefined || used < rule.used || progress >= rule.progress) return [];
      return [{ key: 'riskTimeUsed', params: { used: Math.floor(used), progress } }];
    }
    case 'silence': {
      const days = diffDays(facts.lastReportOn ?? facts.startsOn, asOf);
      return days >= rule.days ? [{ key: 'riskSilence', params: { days, limit: rule.days } }] : [];
    }
    case 'dependencyLate':
      return (facts.dependencies ?? [])
        .filter((one) => one.overdue)
        .map(({ ref }) => ({ key: 'riskDependency', params: { ref } }));
    case 'dueWithin': {
      const days = due === undefined ? undefined : diffDays(asOf, due);
      if (days === undefined || days < 0 || days > rule.days || progress >= rule.progress) return [];
      return [{ key: 'riskDueSoon', params: { days, progress } }];
    }
  }
}

/** Share of the time used in per cent, 0–100; undefined without a due day. A term of no length is used up at once. */
export function timeUsed({ startsOn, due }: RiskFacts, asOf: Day): number | undefined {
  if (due === undefined) return undefined;
  const whole = diffDays(startsOn, due);
  if (whole <= 0) return 100;
  return Math.min(100, Math.max(0, (diffDays(startsOn, asOf) / whole) * 100));
}
