import type { Snapshot } from '../../modules/organisations/index.ts';
import { unitAround } from '../../modules/organisations/index.ts';
import type { MadeCase } from './cases.ts';
import type { Census } from './census.ts';
import { LAST_DAY } from './days.ts';
import type { Staff } from './people.ts';
import type { Moved } from './reform.ts';
import type { Exam } from './run.ts';

/** What the proofs look at: the same things on the eve and on the morning after. */
export interface Evidence {
  exam: Exam;
  before: Census;
  after: Census;
  staff: Staff;
  moved: Moved;
  made: readonly MadeCase[];
}

/** One line of the report: what was asked, the counts, and by name what is not so. */
export interface Proof {
  key: string;
  ok: boolean;
  vi: string;
  en: string;
  counts: Record<string, number>;
  /** What is wrong, by name. */
  names: string[];
  /** What is refused by name and must be decided by somebody: no fault, but nobody is to overlook it. */
  refused: string[];
}

const shown = 20;

/** A proof that holds where nothing is wrong. Only the first names are kept; the counts speak of all. */
export function proofOf(
  key: string,
  text: { vi: string; en: string },
  counts: Record<string, number>,
  found: { wrong: readonly string[]; refused?: readonly string[] },
): Proof {
  const { wrong, refused = [] } = found;
  return {
    key,
    ok: wrong.length === 0,
    ...text,
    counts: { ...counts, ...(wrong.length > 0 && { wrong: wrong.length }) },
    names: wrong.slice(0, shown),
    refused: refused.slice(0, shown),
  };
}

/** A unit by its former name and code. */
export function nameOf(snapshot: Snapshot, unitId: string): string {
  const unit = unitAround(snapshot, unitId, LAST_DAY);
  return unit ? `${unit.nameVi}${unit.code ? ` (${unit.code})` : ''}` : unitId;
}

/** So many of a list, spread evenly over it. */
export function sampleOf<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!);
}
