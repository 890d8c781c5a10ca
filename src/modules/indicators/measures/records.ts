import type { Actor } from '../../../kit/actor.ts';
import { packCursor, unpackCursor } from '../../../kit/contract.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import type { Text } from '../../../kit/i18n.ts';
import { type CaseName, listCaseNames } from '../../cases/index.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import { type CheckedTree, conditionsOf, type FactRecord } from '../language/index.ts';
import { readCounts } from './counts.ts';
import { type FigureAsk, rulesDay, versionsOn, whereOf } from './figures.ts';
import { openFields } from './kinds/case.ts';
import { type CheckedCount, checkCount, type Count, keyOf, SUM_SCALE } from './rules/count.ts';
import { narrowingOf } from './rules/narrowing.ts';
import { reasonOf } from './rules/reason.ts';
import { listMeasureDefinitions, type MeasureDefinition } from './store/definitions.ts';
import { onlyUnits, type Where } from './store/facts.ts';
import {
  type DayChange,
  listCounted,
  listDayChanges,
  listGroups,
  listMoves,
  type MoveRow,
  type RecordRow,
} from './store/records.ts';
import { listSlots } from './store/slots.ts';

/** One figure: a definition for a unit. */
export interface OneFigure extends Omit<FigureAsk, 'codes' | 'unitIds'> {
  code: string;
  unitId: string;
}
export interface RecordAsk extends OneFigure {
  /** The records counted by one side, or those of the denominator's kind, units and period that it leaves out. */
  part: 'numerator' | 'denominator' | 'excluded';
  cursor?: string | undefined;
  limit: number;
}

export interface RecordLine {
  kind: string;
  /** What is counted: a record, or a procedure or unit where those are counted. */
  of: 'records' | 'procedures' | 'units';
  /** Of a record: its id for those who may see it, and its open fields for everybody. Of a procedure or unit: its code. */
  id?: string;
  /** The name under which those who may see it know it: code of the case. */
  code?: string;
  person?: string;
  /** The reader may not see the record itself: it is counted, and nothing is said that names it. */
  withheld: boolean;
  values: FactRecord;
  /** What it adds; for a procedure or unit, how many records it has. */
  worth: number;
  /** Why it is left out. */
  reason?: { condition: string; text: Text };
}
export interface RecordPage {
  lines: RecordLine[];
  next?: string;
}

interface Asked {
  definition: MeasureDefinition;
  where: Where;
}

async function askedOf(tx: Tx, ask: OneFigure): Promise<Asked | undefined> {
  const [snapshot, all] = await Promise.all([loadSnapshot(tx), listMeasureDefinitions(tx)]);
  const full = { ...ask, codes: [ask.code], unitIds: [ask.unitId] };
  const [definition] = versionsOn(all, full.codes, rulesDay(full));
  return definition && { definition, where: whereOf(snapshot, full) };
}

const valuesOf = (of: CheckedCount, row: RecordRow, all: boolean): FactRecord =>
  Object.fromEntries(
    of.kind.fields
      .filter(({ name }) => all || of.kind.code !== 'case' || openFields.includes(name))
      .map(({ name }) => [name, row[name] ?? null]),
  );

/** Cases by name for those who may see them; other kinds are public. */
async function namesOf(tx: Tx, actor: Actor, of: CheckedCount, rows: readonly RecordRow[]) {
  const names =
    of.kind.code === 'case'
      ? await listCaseNames(
          tx,
          actor,
          rows.map(({ id }) => id),
        )
      : [];
  return new Map(names.map((one) => [one.id, one]));
}

function lineOf(
  of: CheckedCount,
  conditions: readonly CheckedTree[],
  row: RecordRow,
  name: CaseName | undefined,
): RecordLine {
  const isOpen = of.kind.code !== 'case' || name !== undefined;
  const unmet = row.reason === null ? undefined : conditions[row.reason];
  const text = unmet && reasonOf(unmet, of.kind, valuesOf(of, row, true));
  return {
    kind: of.kind.code,
    of: 'records',
    ...(isOpen && { id: row.id }),
    ...(name?.code && { code: name.code }),
    ...(name && { person: name.applicantName }),
    withheld: !isOpen,
    values: valuesOf(of, row, isOpen),
    worth: of.sum ? row.worth / SUM_SCALE : row.worth,
    ...(text && { reason: { condition: unmet.text, text } }),
  };
}

/**
 * The records of one side of a figure, or those left out with the reason: as many lines as the count, whoever asks. Empty
 * where the definition or its source is unknown.
 */
export async function listRecords(tx: Tx, actor: Actor, ask: RecordAsk): Promise<RecordPage> {
  const asked = await askedOf(tx, ask);
  const side = ask.part === 'numerator' ? 'numerator' : 'denominator';
  const of = asked && checkCount(asked.definition.body[side]);
  if (!of) return { lines: [] };
  const distinct = of.count.of ?? 'records';
  if (distinct !== 'records' && ask.part !== 'excluded') return groupPage(tx, of, asked.where, ask);
  return pageOfCount(tx, actor, { of, where: asked.where }, ask);
}

/** One page of the records that a count takes in, or of those of its period and units that it leaves out. */
async function pageOfCount(
  tx: Tx,
  actor: Actor,
  { of, where }: { of: CheckedCount; where: Where },
  ask: Pick<RecordAsk, 'part' | 'cursor' | 'limit'>,
): Promise<RecordPage> {
  const after = unpackCursor(ask.cursor) as [Day | null, string] | undefined;
  const conditions = conditionsOf(of.where);
  const part = ask.part === 'excluded' ? ('excluded' as const) : ('counted' as const);
  const rows = await listCounted(tx, of, where, {
    part,
    conditions,
    ...(after && { after }),
    limit: ask.limit + 1,
  });
  const shown = rows.slice(0, ask.limit);
  const names = await namesOf(tx, actor, of, shown);
  const lines = shown.map((row) => lineOf(of, conditions, row, names.get(row.id)));
  const last = shown.at(-1);
  const more = rows.length > shown.length && last;
  return { lines, ...(more && { next: packCursor([last.orderDay, last.id]) }) };
}

/** The records that a count takes in on one day of its period, of units with all below them or of some alone. */
export async function listRecordsOfDay(
  tx: Tx,
  actor: Actor,
  ask: {
    count: Count;
    unitId: string;
    own: boolean;
    day: Day;
    today: Day;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<RecordPage> {
  const of = checkCount(ask.count);
  if (!of) return { lines: [] };
  const { unitId, day, today, own } = ask;
  const month = day.slice(0, 7);
  const snapshot = await loadSnapshot(tx);
  const all = whereOf(snapshot, {
    codes: [],
    unitIds: [unitId],
    from: month,
    to: month,
    asOf: today,
    today,
    tree: 'now',
    rules: 'now',
  });
  const mine = all.units.filter((_, i) => all.holders[i] === unitId);
  const where = { ...(own ? onlyUnits(all, mine) : all), from: day, to: day };
  return pageOfCount(tx, actor, { of, where }, { part: 'numerator', cursor: ask.cursor, limit: ask.limit });
}

async function groupPage(tx: Tx, of: CheckedCount, where: Where, ask: RecordAsk): Promise<RecordPage> {
  const [after] = (unpackCursor(ask.cursor) ?? []) as [string?];
  const rows = await listGroups(tx, of, where, { after, limit: ask.limit + 1 });
  const shown = rows.slice(0, ask.limit);
  const distinct = of.count.of === 'units' ? 'units' : 'procedures';
  const lines = shown.map(({ one, records }): RecordLine => ({
    kind: of.kind.code,
    of: distinct,
    id: one,
    withheld: false,
    values: distinct === 'units' ? { unit: one } : { procedure: one },
    worth: records,
  }));
  const last = shown.at(-1);
  return { lines, ...(rows.length > shown.length && last && { next: packCursor([last.one]) }) };
}

/** How many records each condition of the denominator leaves out; conditions that leave out none are not named. */
export async function excludedBy(tx: Tx, ask: OneFigure): Promise<{ condition: string; records: number }[]> {
  const asked = await askedOf(tx, ask);
  if (!asked) return [];
  const { conditions, counts } = narrowingOf(asked.definition.body.denominator);
  const left: number[] = [];
  for (const read of await readCounts(tx, counts, asked.where))
    left.push(read.state === 'unknown' ? 0 : ((await read.told()).get(ask.unitId) ?? 0));
  return conditions
    .map((condition, i) => ({ condition, records: left[i]! - left[i + 1]! }))
    .filter(({ records }) => records > 0);
}

/** What changed both counts of a figure, day by day after `before` up to `asOf`. Nothing where it is not kept by day. */
export async function changeLog(tx: Tx, ask: OneFigure & { before: Day }): Promise<DayChange[]> {
  const [asked, slots] = await Promise.all([askedOf(tx, ask), listSlots(tx)]);
  if (!asked) return [];
  const placeOf = (side: 'numerator' | 'denominator') => {
    const count = asked.definition.body[side];
    const found = slots.find((slot) => slot.key === keyOf(count) && slot.filledTo === null);
    return count.of && count.of !== 'records' ? undefined : found;
  };
  const [numerator, denominator] = [placeOf('numerator'), placeOf('denominator')];
  if (!numerator || !denominator) return [];
  const rows = await listDayChanges(tx, { numerator, denominator }, asked.where, ask.before);
  const { body } = asked.definition;
  return rows.map((row) => ({
    day: row.day,
    numerator: body.numerator.sum ? row.numerator / SUM_SCALE : row.numerator,
    denominator: body.denominator.sum ? row.denominator / SUM_SCALE : row.denominator,
  }));
}

export interface MoveLine extends Omit<MoveRow, 'id' | 'orderDay'> {
  id?: string;
  code?: string;
  withheld: boolean;
}

/** The records behind a change of a figure between two days: which came into a count, which left it. */
export async function listFigureMoves(
  tx: Tx,
  actor: Actor,
  ask: OneFigure & { before: Day; cursor?: string | undefined; limit: number },
): Promise<{ lines: MoveLine[]; next?: string }> {
  const asked = await askedOf(tx, ask);
  const numerator = asked && checkCount(asked.definition.body.numerator);
  const denominator = asked && checkCount(asked.definition.body.denominator);
  if (!numerator || !denominator || numerator.kind !== denominator.kind) return { lines: [] };
  const after = unpackCursor(ask.cursor) as [Day | null, string] | undefined;
  const { before, limit } = ask;
  const rows = await listMoves(tx, { numerator, denominator }, asked.where, {
    before,
    after,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const isCase = denominator.kind.code === 'case';
  const ids = shown.map(({ id }) => id);
  const names = new Map((isCase ? await listCaseNames(tx, actor, ids) : []).map((one) => [one.id, one]));
  const lines = shown.map(({ id, orderDay: _day, ...row }): MoveLine => {
    const name = names.get(id);
    const isOpen = !isCase || name !== undefined;
    return { ...row, ...(isOpen && { id }), ...(name?.code && { code: name.code }), withheld: !isOpen };
  });
  const last = shown.at(-1);
  return { lines, ...(rows.length > shown.length && last && { next: packCursor([last.orderDay, last.id]) }) };
}
