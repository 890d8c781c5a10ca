import type { Context } from '../../../../kit/context.ts';
import type { Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import type { FigureRef } from '../rules/rule.ts';
import type { UnitFigure } from './unit-figure.ts';

/** Figures over records (cases, procedures) that can be watched. */
export async function recordFigureNames(_ctx: Context): Promise<{ code: string; name: Text }[]> {
  return [];
}

/** A figure over records for many units, as known at the end of a day. */
export async function recordFigures(
  _ctx: Context,
  _ref: FigureRef,
  _unitIds: readonly string[],
  _on: Day,
): Promise<Map<string, UnitFigure>> {
  return new Map();
}

/** What a figure gained between the ends of two days: of the records that came in, the part that counts. */
export async function recordGrowth(
  _ctx: Context,
  _ref: FigureRef,
  _unitIds: readonly string[],
  _between: { from: Day; to: Day },
): Promise<Map<string, UnitFigure>> {
  return new Map();
}
