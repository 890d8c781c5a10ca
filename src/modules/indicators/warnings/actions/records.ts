import type { Context } from '../../../../kit/context.ts';
import { addMonths, type Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import { type FigureRow, figuresOf } from '../../measures/index.ts';
import type { FigureRef } from '../rules/rule.ts';
import { listRecordFigures } from '../store/recordFigures.ts';
import type { UnitFigure } from './unit-figure.ts';

/** Figures over records (cases, procedures) that can be watched. */
export const recordFigureNames = (ctx: Context): Promise<{ code: string; name: Text }[]> =>
  listRecordFigures(ctx.tx);

const monthOf = (day: Day): string => day.slice(0, 7);
const back = (day: Day, months: number): string => monthOf(addMonths(`${monthOf(day)}-01`, -months));

interface Asked {
  months: number;
  to: Day;
  asOf: Day;
}
async function ask(
  ctx: Context,
  { code }: FigureRef,
  unitIds: readonly string[],
  { months, to, asOf }: Asked,
): Promise<Map<string, FigureRow>> {
  const rows = await figuresOf(ctx.tx, {
    codes: [code],
    unitIds: [...unitIds],
    from: back(to, months - 1),
    to: monthOf(to),
    asOf,
    today: ctx.today,
    tree: 'then',
    rules: 'then',
  });
  return new Map(rows.map((row) => [row.unitId, row]));
}

const shown = ({ numerator, denominator, value, version, status }: FigureRow): UnitFigure => ({
  numerator,
  denominator,
  value,
  version,
  ...(status !== 'ok' && { why: status }),
});

/** A figure over records for many units, as known at the end of a day, over the months of the rule. */
export async function recordFigures(
  ctx: Context,
  ref: FigureRef,
  unitIds: readonly string[],
  on: Day,
): Promise<Map<string, UnitFigure>> {
  const found = await ask(ctx, ref, unitIds, { months: ref.months ?? 1, to: on, asOf: on });
  return new Map([...found].map(([id, row]) => [id, shown(row)]));
}

/** Records of so many months are compared; what came in before them does not change any more. */
const LOOKED_BACK = 12;

/**
 * What a figure gained between the ends of two days: of the records that joined its denominator, the part that joined
 * its numerator. A share over a whole period hardly moves within a week; this one shows the week itself.
 */
export async function recordGrowth(
  ctx: Context,
  ref: FigureRef,
  unitIds: readonly string[],
  { from, to }: { from: Day; to: Day },
): Promise<Map<string, UnitFigure>> {
  const before = await ask(ctx, ref, unitIds, { months: LOOKED_BACK, to, asOf: from });
  const after = await ask(ctx, ref, unitIds, { months: LOOKED_BACK, to, asOf: to });
  return new Map([...after].map(([id, row]) => [id, gained(before.get(id), row)]));
}

function gained(before: FigureRow | undefined, after: FigureRow): UnitFigure {
  const { version } = after;
  const none = { numerator: null, denominator: null, value: null, version };
  if (after.status !== 'ok') return { ...none, why: after.status };
  const numerator = after.numerator! - (before?.numerator ?? 0);
  const denominator = after.denominator! - (before?.denominator ?? 0);
  // Corrections may take more away than came in; such a step says nothing.
  if (denominator <= 0 || numerator < 0 || numerator > denominator)
    return { ...none, numerator, denominator, why: 'noRecords' };
  return { numerator, denominator, value: (numerator / denominator) * 100, version };
}
