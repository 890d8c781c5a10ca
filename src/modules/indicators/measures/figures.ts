import { addDays, addMonths, type Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { loadSnapshot, type Snapshot, unitAround } from '../../organisations/index.ts';
import { type ReadCount, readCounts } from './counts.ts';
import { holdersAmong, holdsAll, leavesOf } from './leaves.ts';
import { type Count, SUM_SCALE } from './rules/count.ts';
import { quotient } from './rules/figure.ts';
import { EVERYWHERE } from './rules/slot.ts';
import { listMeasureDefinitions, type MeasureDefinition } from './store/definitions.ts';
import type { Where } from './store/facts.ts';

/** A month, 'YYYY-MM'. */
export type Month = string;

export interface FigureAsk {
  codes: readonly string[];
  /** Each counts with all below it. */
  unitIds: readonly string[];
  /** First and last month of the period; definitions over a state do not heed it. */
  from: Month;
  to: Month;
  /** The figure as it was known at the end of this day. */
  asOf: Day;
  /** The day of today; the tree of 'now' is that of this day. */
  today: Day;
  /** Of units as they stood on `asOf`, or as they stand today with the past of those they came after. */
  tree: 'then' | 'now';
  /** The version of a definition on the last day of the period (or `asOf`, if earlier), or that of today. */
  rules: 'then' | 'now';
  procedure?: string | undefined;
  field?: string | undefined;
}

export type FigureStatus = 'ok' | 'noRecords' | 'sourceMissing' | 'computing' | 'notApplicable';

export interface FigureRow {
  unitId: string;
  code: string;
  version: string;
  numerator: number | null;
  denominator: number | null;
  /** Unrounded; percent where the definition's unit is percent. */
  value: number | null;
  /** As published: rounded by its rule, decimal point, no sign of unit. */
  rounded: string | null;
  status: FigureStatus;
}

const lastDay = (month: Month): Day => addDays(addMonths(`${month}-01`, 1), -1);

/** The version of each code that holds on a day; the first one for days before all. */
export function versionsOn(
  definitions: readonly MeasureDefinition[],
  codes: readonly string[],
  day: Day,
): MeasureDefinition[] {
  return codes.flatMap((code) => {
    const versions = definitions.filter((one) => one.code === code);
    const found = versions.findLast((v) => v.validFrom <= day && (v.validTo === null || day < v.validTo));
    const nearest = found ?? versions.findLast((v) => v.validFrom <= day) ?? versions[0];
    return nearest ? [nearest] : [];
  });
}

/** Which day's rules are asked for. */
export const rulesDay = (ask: Pick<FigureAsk, 'rules' | 'to' | 'asOf' | 'today'>): Day => {
  if (ask.rules === 'now') return ask.today;
  const last = lastDay(ask.to);
  return ask.asOf < last ? ask.asOf : last;
};

/** The units asked for with every id under which their records may stand. */
export function whereOf(snapshot: Snapshot, ask: FigureAsk): Where {
  const day = ask.tree === 'now' ? ask.today : ask.asOf;
  const [asked, units, holders]: [string[], string[], string[]] = [[], [], []];
  const sums: { asked: string[]; units: string[] } = { asked: [], units: [] };
  for (const unitId of new Set(ask.unitIds)) {
    const among = holdersAmong(snapshot, unitId, day);
    const leaves = leavesOf(snapshot, unitId, day);
    for (const leaf of leaves) {
      asked.push(unitId);
      units.push(leaf);
      holders.push(among.get(leaf) ?? leaf);
    }
    for (const unit of holdsAll(snapshot, unitId, day) ? [EVERYWHERE] : leaves) {
      sums.asked.push(unitId);
      sums.units.push(unit);
    }
  }
  const { asOf, procedure, field } = ask;
  const distinct = [...new Set(units)];
  return {
    asked,
    units,
    holders,
    distinct,
    sums: { ...sums, distinct: [...new Set(sums.units)] },
    from: `${ask.from}-01`,
    to: lastDay(ask.to),
    asOf,
    procedure,
    field,
    by: 'unit',
  };
}

const unitLevels: readonly string[] = ['province', 'ministry', 'department', 'commune'];

/** Whether a definition speaks of this kind of unit; of those above all of them it always does. */
function applies(
  { body: { scopes } }: MeasureDefinition,
  snapshot: Snapshot,
  unitId: string,
  day: Day,
): boolean {
  const level = unitAround(snapshot, unitId, day)?.level ?? 'other';
  const named = scopes.filter((scope) => unitLevels.includes(scope));
  if (named.length === 0 || !unitLevels.includes(level)) return true;
  return named.includes(level) || (level === 'department' && named.includes('province'));
}

type Counts = { numerator: number | null; denominator: number | null };

/** A figure from its two counts, by the rules of its definition. */
export function figureRow(
  definition: MeasureDefinition,
  unitId: string,
  counts: Counts,
  status: FigureStatus,
): FigureRow {
  const { code, version, body } = definition;
  const row = { unitId, code, version, value: null, rounded: null, status };
  if (status !== 'ok' || counts.numerator === null || counts.denominator === null)
    return { ...row, numerator: null, denominator: null };
  const [top, bottom] = [counts.numerator, counts.denominator];
  const by = body.unit === 'percent' ? 100 : 1;
  const shown = {
    ...row,
    numerator: body.numerator.sum ? top / SUM_SCALE : top,
    denominator: body.denominator.sum ? bottom / SUM_SCALE : bottom,
  };
  if (bottom === 0) return { ...shown, ...zero(body.zeroDenominator), status: 'noRecords' };
  const [n, d] = [
    body.denominator.sum ? top * SUM_SCALE : top,
    body.numerator.sum ? bottom * SUM_SCALE : bottom,
  ];
  return { ...shown, value: (n * by) / d, rounded: quotient(n, d, by, body.rounding) };
}

const zero = ({ rule, value }: MeasureDefinition['body']['zeroDenominator']) =>
  rule === 'ratio' && value !== undefined
    ? { value: value * 100, rounded: String(value * 100) }
    : { value: null, rounded: null };

/** A definition with both of its counts. */
export interface Sides {
  definition: MeasureDefinition;
  top: ReadCount;
  bottom: ReadCount;
}

/** The definitions asked for, in the order of the codes, each with its counts; and more counts of the same question. */
export async function readSides(
  tx: Tx,
  ask: FigureAsk,
  where: Where,
  more: readonly Count[] = [],
): Promise<{ sides: Sides[]; more: ReadCount[] }> {
  const definitions = versionsOn(await listMeasureDefinitions(tx), ask.codes, rulesDay(ask));
  const counts = definitions.flatMap(({ body }) => [body.numerator, body.denominator]);
  const read = await readCounts(tx, [...counts, ...more], where);
  const sides = definitions.map((definition, i) => ({
    definition,
    top: read[2 * i]!,
    bottom: read[2 * i + 1]!,
  }));
  return { sides, more: read.slice(counts.length) };
}

/** Both numbers of a definition by unit or procedure; none as long as one of them is not there. */
export async function numbersOf({ top, bottom }: Sides): Promise<(key: string) => Counts> {
  if (top.state !== 'ready' || bottom.state !== 'ready')
    return () => ({ numerator: null, denominator: null });
  const [n, d] = [await top.told(), await bottom.told()];
  return (key) => ({ numerator: n.get(key) ?? 0, denominator: d.get(key) ?? 0 });
}

/** Figures of many definitions for many units, in the order of the codes, then of the units. Unknown codes have no rows. */
export async function figuresOf(tx: Tx, ask: FigureAsk): Promise<FigureRow[]> {
  const snapshot = await loadSnapshot(tx);
  const { sides } = await readSides(tx, ask, whereOf(snapshot, ask));
  const rows: FigureRow[] = [];
  for (const one of sides) {
    const numbers = await numbersOf(one);
    for (const unitId of ask.unitIds)
      rows.push(figureRow(one.definition, unitId, numbers(unitId), statusOf(one, snapshot, unitId, ask)));
  }
  return rows;
}

/** Whether a definition can be told of a unit at all, and if not why. */
export function statusOf(
  { definition, top, bottom }: Sides,
  snapshot: Snapshot,
  unitId: string,
  ask: Pick<FigureAsk, 'tree' | 'today' | 'asOf'>,
): FigureStatus {
  const day = ask.tree === 'now' ? ask.today : ask.asOf;
  if (!applies(definition, snapshot, unitId, day) || leavesOf(snapshot, unitId, day).length === 0)
    return 'notApplicable';
  const states = [top.state, bottom.state];
  if (states.includes('unknown')) return 'sourceMissing';
  return states.includes('computing') ? 'computing' : 'ok';
}
