import type { Context } from '../../../../kit/context.ts';
import { addMonths, type Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import { type FigureRow, figuresOf } from '../../measures/index.ts';
import { type FigureRef, spanOf } from '../rules/rule.ts';
import { listRecordFigures } from '../store/recordFigures.ts';
import type { UnitFigure } from './unit-figure.ts';

/** Figures over records (cases, procedures) that can be watched. */
export const recordFigureNames = (ctx: Context): Promise<{ code: string; name: Text }[]> =>
  listRecordFigures(ctx.tx);

interface Asked {
  from: string;
  to: string;
  asOf: Day;
}
async function ask(
  ctx: Context,
  { code }: FigureRef,
  unitIds: readonly string[],
  { from, to, asOf }: Asked,
): Promise<Map<string, FigureRow>> {
  const rows = await figuresOf(ctx.tx, {
    codes: [code],
    unitIds: [...unitIds],
    from,
    to,
    asOf,
    today: ctx.today,
    tree: 'now',
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

/**
 * A figure over records for many units, as known at the end of a day, over the period that runs today: at its beginning
 * there is nothing to compare, which is said.
 */
export async function recordFigures(
  ctx: Context,
  ref: FigureRef,
  unitIds: readonly string[],
  on: Day,
): Promise<Map<string, UnitFigure>> {
  const found = await ask(ctx, ref, unitIds, { ...spanOf(ctx.today, ref.period ?? 'month'), asOf: on });
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
  const months = { from: addMonths(`${to.slice(0, 7)}-01`, 1 - LOOKED_BACK).slice(0, 7), to: to.slice(0, 7) };
  const before = await ask(ctx, ref, unitIds, { ...months, asOf: from });
  const after = await ask(ctx, ref, unitIds, { ...months, asOf: to });
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
