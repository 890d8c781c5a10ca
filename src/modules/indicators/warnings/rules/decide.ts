/** Whether a reading begins, keeps or ends a warning. The same reading never does two of these. */
import type { Day } from '../../../../kit/day.ts';
import type { Prediction, Silence, SubjectKind, Threshold, Trend, Watch } from './rule.ts';

export const unsaid = [
  'noRecords',
  'tooFew',
  'sourceMissing',
  'computing',
  'tooLittleHistory',
  'notApplicable',
] as const;
/** Why nothing can be said. */
export type Unsaid = (typeof unsaid)[number];

export interface StepValue {
  day: Day;
  numerator: number | null;
  denominator: number | null;
  /** Per cent. */
  value: number | null;
}

export interface Range {
  p50: number;
  p80: number;
  /** Similar past items it is taken from. */
  similar: number;
  /** What made them similar. */
  basis: string;
}

/** What was measured for one subject on a day. */
export interface Reading {
  subject: { kind: SubjectKind; id: string };
  unitId: string;
  classification: 'internal' | 'restricted';
  /** Per cent (threshold), points (trend), days (silence, prediction); null where nothing can be said. */
  value: number | null;
  why?: Unsaid | undefined;
  numerator?: number | undefined;
  denominator?: number | undefined;
  /** Version of the figure's definition. */
  version?: string | undefined;
  steps?: readonly StepValue[] | undefined;
  range?: Range | undefined;
  /** What the subject is called, and the day it is due. */
  title?: { vi: string; en: string } | undefined;
  due?: Day | undefined;
}

export type Verdict = 'raise' | 'keep' | 'end' | 'none';

/** Over the limit, back behind the end mark, or between them. */
type Side = 'hot' | 'between' | 'cold';

function thresholdSide(w: Threshold, value: number): Side {
  if (w.comparison === 'above') return value > w.limit ? 'hot' : value <= w.endAt ? 'cold' : 'between';
  return value < w.limit ? 'hot' : value >= w.endAt ? 'cold' : 'between';
}

/** Hot while every step goes the wrong way and all together by enough; cold once a step goes the other way by enough. */
function trendSide(w: Trend, reading: Reading): Side {
  const values = (reading.steps ?? []).map((s) => s.value);
  if (values.length < 2 || values.some((v) => v === null)) return 'between';
  const known = values as number[];
  const wrong = w.direction === 'falling' ? -1 : 1;
  const changes = known.slice(1).map((v, i) => (v - known[i]!) * wrong);
  const total = (known.at(-1)! - known[0]!) * wrong;
  if (changes.length >= w.steps && changes.every((c) => c > 0) && total >= w.by) return 'hot';
  return changes.at(-1)! <= -w.endBy ? 'cold' : 'between';
}

function silenceSide(w: Silence, value: number): Side {
  // Days left until a reporting day: fewer is worse. A unit that owes nothing has no reading at all.
  if (w.of === 'reportingDay') return value <= w.days ? 'hot' : 'cold';
  return value >= w.days ? 'hot' : 'cold';
}

const predictionSide = (w: Prediction, value: number): Side =>
  value >= w.lateBy ? 'hot' : value <= w.endAt ? 'cold' : 'between';

function sideOf(watch: Watch, reading: Reading): Side {
  const value = reading.value!;
  switch (watch.kind) {
    case 'threshold':
      return thresholdSide(watch, value);
    case 'trend':
      return trendSide(watch, reading);
    case 'silence':
      return silenceSide(watch, value);
    case 'prediction':
      return predictionSide(watch, value);
  }
}

/**
 * What a reading means for a subject with or without an open warning. Where nothing can be said an open warning stays
 * open: not knowing is no end.
 */
export function judge(watch: Watch, reading: Reading, isOpen: boolean): Verdict {
  if (reading.value === null) return isOpen ? 'keep' : 'none';
  const side = sideOf(watch, reading);
  if (isOpen) return side === 'cold' ? 'end' : 'keep';
  return side === 'hot' ? 'raise' : 'none';
}
