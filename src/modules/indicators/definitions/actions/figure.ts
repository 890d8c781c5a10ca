import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { addDays, addMonths, type Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import { fieldProblem, Problem } from '../../../../kit/problems.ts';
import { loadSnapshot, type Snapshot } from '../../../organisations/index.ts';
import { listProcedureNames } from '../../../procedures/index.ts';
import { knownDay } from '../../asOf.ts';
import { checkExpression, conditionsOf, inWords } from '../../language/index.ts';
import {
  changeLog,
  excludedBy,
  factKinds,
  type FigureRow,
  figuresOf,
  listFigureMoves,
  listRecords,
  type OneFigure,
  type RecordLine,
} from '../../measures/index.ts';
import type { CountBody } from '../contract/body.ts';
import { unknownDefinition } from '../contract/catalogue.ts';
import type { getMeasure, listMeasureRecords, measureLog } from '../contract/figure.ts';
import { type Version, versionFor } from '../rules/life.ts';
import { type Months, monthsOf, periodWords } from '../rules/period.ts';
import { nameOfUnit, sideOf, versionsFor, wordsOfBody } from './catalogue.ts';
import { valueWords } from './preview.ts';

type Input = Omit<ParsedOf<typeof getMeasure>, 'code'> & { code: string };

/** What is asked, with everything left open filled in. */
export interface Asked extends OneFigure {
  period: string;
  months: Months;
  versions: readonly Version[];
  version: Version;
  snapshot: Snapshot;
  /** Names of what the figure is narrowed to. */
  names: Names;
}

type Names = ReadonlyMap<string, Text>;
const named = (names: Names, code: string) => ({ code, name: names.get(code) ?? { vi: code, en: code } });

const lastDay = (month: string): Day => addDays(addMonths(`${month}-01`, 1), -1);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** Fills in what was left open. @throws for unknown definitions and units, and for days to come */
export async function resolve(ctx: Context, input: Input): Promise<Asked> {
  const asOf = knownDay(input.asOf, ctx.today);
  const snapshot = await loadSnapshot(ctx.tx);
  if (!snapshot.units.has(input.unitId))
    throw fieldProblem('unitId', 'Không có đơn vị này.', 'There is no such unit.');
  const versions = await versionsFor(ctx, input.code);
  const period = input.period ?? asOf.slice(0, 4);
  const months = monthsOf(period);
  const rulesOn = input.rules === 'now' ? ctx.today : earlier(lastDay(months.to), asOf);
  const version = versionFor(versions, rulesOn);
  if (!version) throw new Problem(unknownDefinition);
  const { code, unitId, tree, rules, procedure, field } = input;
  return {
    code,
    unitId,
    tree,
    rules,
    procedure,
    field,
    asOf,
    today: ctx.today,
    ...months,
    period,
    months,
    versions,
    version,
    snapshot,
    names: await listProcedureNames(ctx.tx, procedure ? [procedure] : []),
  };
}

export const figures = (
  ctx: Context,
  asked: Asked,
  over: Partial<Months & { asOf: Day }> = {},
  unitIds = [asked.unitId],
): Promise<FigureRow[]> => figuresOf(ctx.tx, { ...asked, ...over, codes: [asked.code], unitIds });

const valueOf = ({ numerator, denominator, value, rounded, status }: FigureRow) => ({
  numerator,
  denominator,
  value,
  rounded,
  status,
});
const none = {
  numerator: null,
  denominator: null,
  value: null,
  rounded: null,
  status: 'notApplicable' as const,
};
const first = (rows: readonly FigureRow[]) => (rows[0] ? valueOf(rows[0]) : none);

export const frameOf = (asked: Asked) => ({
  code: asked.code,
  name: asked.version.body.name,
  version: String(asked.version.version),
  unit: { id: asked.unitId, name: nameOfUnit(asked.snapshot, asked.unitId, asked.asOf) },
  period: { period: asked.period, ...asked.months, words: periodWords(asked.period) },
  asOf: asked.asOf,
  tree: asked.tree,
  rules: asked.rules,
  ...(asked.procedure && { procedure: named(asked.names, asked.procedure) }),
  ...(asked.field && { field: asked.field }),
});

/** The conditions of a side by their text, read aloud. */
function conditionWords(count: CountBody) {
  const kind = factKinds.get(count.fact);
  const checked = kind && checkExpression(count.where, kind, 'boolean');
  if (!kind || !checked?.ok) return new Map<string, { vi: string; en: string }>();
  return new Map(conditionsOf(checked.tree).map((one) => [one.text, inWords(one, kind)]));
}

export async function getMeasureAction(
  ctx: Context,
  input: ParsedOf<typeof getMeasure>,
): Promise<ReplyOf<typeof getMeasure>> {
  const asked = await resolve(ctx, input);
  const { body, validFrom, validTo } = asked.version;
  const words = conditionWords(body.denominator);
  const left = await excludedBy(ctx.tx, asked);
  const excluded = left.map(({ condition, records }) => ({
    condition,
    words: words.get(condition) ?? { vi: condition, en: condition },
    n: records,
  }));
  return {
    ...frameOf(asked),
    figure: first(await figures(ctx, asked)),
    definition: {
      validFrom,
      ...(validTo && { validTo }),
      words: wordsOfBody(body),
      numerator: sideOf(body.numerator),
      denominator: sideOf(body.denominator),
      body,
    },
    excluded,
    excludedTotal: excluded.reduce((sum, { n }) => sum + n, 0),
  };
}

/** The fields by which a reader can follow a rule: those that it uses, and the day of its period. */
function fieldsShown({ numerator, denominator }: Version['body']) {
  const kind = factKinds.get(denominator.fact);
  if (!kind) return [];
  const used = [numerator, denominator].flatMap((count) => {
    const checked = count.fact === kind.code ? checkExpression(count.where, kind, 'boolean') : undefined;
    return checked?.ok ? [...checked.tree.fields, ...(count.period ? [count.period] : [])] : [];
  });
  const hidden = new Set(['unit', 'procedure']);
  return kind.fields.filter(({ name }) => used.includes(name) && !hidden.has(name));
}

type Item = ReplyOf<typeof listMeasureRecords>['items'][number];

function itemOf(
  line: RecordLine,
  asked: Asked,
  { words, names }: { words: ReadonlyMap<string, Text>; names: Names },
): Item {
  const { kind, of, id, code, withheld, values, worth, reason } = line;
  const unitId = typeof values['unit'] === 'string' ? values['unit'] : undefined;
  const shown = of === 'records' ? fieldsShown(asked.version.body) : [];
  return {
    of,
    kind,
    ...(id !== undefined && { id }),
    ...(code !== undefined && { code }),
    withheld,
    ...(unitId !== undefined && {
      unit: { id: unitId, name: nameOfUnit(asked.snapshot, unitId, asked.asOf) },
    }),
    ...(typeof values['procedure'] === 'string' && { procedure: named(names, values['procedure']) }),
    values: shown
      .filter(({ name }) => name in values)
      .map((field) => ({
        name: field.name,
        label: field.text,
        value: valueWords(field, values[field.name]),
      })),
    worth,
    ...(reason && {
      reason: {
        condition: reason.condition,
        words: words.get(reason.condition) ?? { vi: reason.condition, en: reason.condition },
        said: reason.text,
      },
    }),
  };
}

export async function listMeasureRecordsAction(
  ctx: Context,
  input: ParsedOf<typeof listMeasureRecords>,
): Promise<ReplyOf<typeof listMeasureRecords>> {
  const asked = await resolve(ctx, input);
  const { part, cursor, limit } = input;
  const page = await listRecords(ctx.tx, ctx.actor, { ...asked, part, cursor, limit });
  const words = conditionWords(asked.version.body.denominator);
  const codes = page.lines.flatMap(({ values: { procedure } }) =>
    typeof procedure === 'string' ? [procedure] : [],
  );
  const names = await listProcedureNames(ctx.tx, codes);
  return {
    items: page.lines.map((line) => itemOf(line, asked, { words, names })),
    ...(page.next && { next: page.next }),
  };
}

const signed = (was: boolean, is: boolean): number => Number(is) - Number(was);

export async function measureLogAction(
  ctx: Context,
  input: ParsedOf<typeof measureLog>,
): Promise<ReplyOf<typeof measureLog>> {
  const asked = await resolve(ctx, input);
  const before = input.before ?? addDays(`${asked.asOf.slice(0, 7)}-01`, -1);
  if (before >= asked.asOf)
    throw fieldProblem(
      'before',
      'Ngày đầu phải trước ngày xem.',
      'The first day must come before the day asked.',
    );
  const moves = await listFigureMoves(ctx.tx, ctx.actor, {
    ...asked,
    before,
    cursor: input.cursor,
    limit: input.limit,
  });
  const names = await listProcedureNames(
    ctx.tx,
    moves.lines.map((one) => one.procedure),
  );
  return {
    ...frameOf(asked),
    before,
    start: first(await figures(ctx, asked, { asOf: before })),
    end: first(await figures(ctx, asked)),
    days: await changeLog(ctx.tx, { ...asked, before }),
    moves: moves.lines.map(({ id, code, withheld, unit, procedure, ...move }) => ({
      ...(id !== undefined && { id }),
      ...(code !== undefined && { code }),
      withheld,
      unit: { id: unit, name: nameOfUnit(asked.snapshot, unit, asked.asOf) },
      procedure: named(names, procedure),
      numerator: signed(move.wasCounted, move.isCounted),
      denominator: signed(move.wasIn, move.isIn),
    })),
    ...(moves.next && { next: moves.next }),
  };
}
