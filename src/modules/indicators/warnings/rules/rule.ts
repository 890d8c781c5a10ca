/** A rule of warnings as data: what it watches, from when on it warns, until when, and who must act. */
import type { Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';

export const severities = ['urgent', 'serious', 'notice'] as const;
export type Severity = (typeof severities)[number];
export const watchKinds = ['threshold', 'trend', 'silence', 'prediction'] as const;
export type WatchKind = (typeof watchKinds)[number];
export const silences = ['unitReports', 'reportingDay', 'unitCases', 'assignment'] as const;
export type SilenceOf = (typeof silences)[number];
export const actorRoles = ['head', 'deputy', 'coordinator', 'desk', 'office'] as const;
export type ActorRole = (typeof actorRoles)[number];
export const subjectKinds = ['unit', 'assignment', 'case'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const figurePeriods = ['month', 'quarter', 'halfYear', 'year'] as const;
export type FigurePeriod = (typeof figurePeriods)[number];

/** A figure by its code: of directives (classes of tasks or assignments) or of records (cases, procedures). */
export interface FigureRef {
  of: 'tasks' | 'assignments' | 'records';
  code: string;
  /** Of records: the running period that counts. A trend without it compares what each step added. */
  period?: FigurePeriod | undefined;
}

export interface Threshold {
  kind: 'threshold';
  figure: FigureRef;
  comparison: 'above' | 'below';
  /** Per cent: above (below) it the warning begins. */
  limit: number;
  /** Per cent: it ends only at or below (above) this, so that a value that wavers about the limit does not ring each day. */
  endAt: number;
  minDenominator: number;
}
export interface Trend {
  kind: 'trend';
  figure: FigureRef;
  direction: 'falling' | 'rising';
  /** So many steps in a row, each of so many days. */
  steps: number;
  stepDays: number;
  /** Points of per cent between the first and the last value. */
  by: number;
  /** It ends once a step goes the other way by so many points. */
  endBy: number;
  minDenominator: number;
}
export interface Silence {
  kind: 'silence';
  of: SilenceOf;
  /** Days without a report or an event; for a reporting day the days left until it. */
  days: number;
}
export interface Prediction {
  kind: 'prediction';
  of: 'assignment' | 'case';
  /** Which end of the range must be late. */
  bound: 'p50' | 'p80';
  /** Days after the term from which it warns, and at which it ends; negative ones lie before the term. */
  lateBy: number;
  endAt: number;
  /** So many similar past items at least; below it nothing is predicted. */
  floor: number;
}
export type Watch = Threshold | Trend | Silence | Prediction;

export interface RuleBody {
  name: Text;
  explanation: Text;
  /** The legal base, or that there is none. */
  source: Text;
  severity: Severity;
  watch: Watch;
  /** Units of these levels on the day, below one unit where it is named; each is watched by itself. */
  units: { levels: readonly string[]; under?: string | undefined };
  /** Who must act: a role in the unit itself, or in the unit above it. */
  actor: { role: ActorRole; at: 'unit' | 'above' };
  /** Days without acknowledgement after which the next unit up the tree must act. */
  escalateAfterDays: number;
  /** False ends the rule from the version's first day on. */
  active: boolean;
}

export interface Rule extends RuleBody {
  code: string;
  version: number;
  validFrom: Day;
}

/** The version in force on a day: of those whose first day has come the latest; undefined where it says that the rule has ended. */
export function ruleOn<R extends Pick<Rule, 'code' | 'version' | 'validFrom' | 'active'>>(
  versions: readonly R[],
  day: Day,
): R | undefined {
  const found = versions
    .filter((v) => v.validFrom <= day)
    .toSorted((a, b) =>
      a.validFrom === b.validFrom ? a.version - b.version : a.validFrom < b.validFrom ? -1 : 1,
    )
    .at(-1);
  return found?.active ? found : undefined;
}

/** The rules in force on a day, one of each code. */
export function rulesOn<R extends Pick<Rule, 'code' | 'version' | 'validFrom' | 'active'>>(
  versions: readonly R[],
  day: Day,
): R[] {
  const byCode = Map.groupBy(versions, (v) => v.code);
  return [...byCode.values()].flatMap((own) => ruleOn(own, day) ?? []);
}

/** The running period of a kind on a day: its first and last month, 'YYYY-MM', and its code ('2025-11', '2025-Q4', '2025-H2', '2025'). */
export function spanOf(day: Day, period: FigurePeriod): { from: string; to: string; code: string } {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  const length = { month: 1, quarter: 3, halfYear: 6, year: 12 }[period];
  const n = Math.ceil(month / length);
  const written = (m: number): string => `${year}-${String(m).padStart(2, '0')}`;
  const code = { month: written(month), quarter: `${year}-Q${n}`, halfYear: `${year}-H${n}`, year }[period];
  return { from: written((n - 1) * length + 1), to: written(n * length), code };
}
