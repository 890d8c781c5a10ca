import type { Unsaid } from '../rules/decide.ts';

/** A figure of one unit, with all below it, as known at the end of a day. */
export interface UnitFigure {
  numerator: number | null;
  denominator: number | null;
  /** Per cent, not rounded. */
  value: number | null;
  version: string;
  why?: Unsaid;
}
