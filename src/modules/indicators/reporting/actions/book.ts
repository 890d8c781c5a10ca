import { createHash } from 'node:crypto';

import type { Context } from '../../../../kit/context.ts';
import type { Day } from '../../../../kit/day.ts';
import type { Lang } from '../../../../kit/i18n.ts';
import { ROOT } from '../../../organisations/index.ts';
import { resolveScope, type Scope, unitName } from '../../actions/scope.ts';
import { byClassOf, figureOf } from '../../counting.ts';
import { figuresOf } from '../../measures/index.ts';
import { type ByClass, classesOf, type RecordClass } from '../../rules/classes.ts';
import { ruleOf } from '../../rules/words.ts';
import { countClasses } from '../../store/counts.ts';
import { listDefinitions, type StoredDefinition } from '../../store/definitions.ts';
import { listClasses } from '../../store/reportRows.ts';
import type { PaperContent, PaperFigure } from '../contract/paper.ts';
import { messages } from '../messages.ts';
import type { Period } from '../rules/period.ts';
import { findMeasures, type MeasureWords } from '../store/measures.ts';

/** What a report asks of the figures: about whom, over which period, as of which day. */
export interface Frame {
  aboutUnitId: string | undefined;
  /** Only the tasks of this directive; figures over facts do not heed it. */
  directiveId?: string | undefined;
  period: Period;
  day: Day;
  language: Lang;
}

export interface Asked {
  code: string;
  unitId?: string | undefined;
  /** As of the last day of the period before. */
  before: boolean;
}

interface Counted {
  scope: Scope;
  byClass: ByClass;
  total: number;
  entry: PaperContent['scopes'][number];
}

/** Every figure of a report, looked up once, with the rules and the records under it. */
export interface Book {
  frame: Frame;
  definitions: readonly StoredDefinition[];
  measures: ReadonlyMap<string, MeasureWords>;
  figures: PaperFigure[];
  rules: Map<string, PaperContent['rules'][number]>;
  scopes: Map<string, Counted>;
}

export async function openBook(ctx: Context, frame: Frame): Promise<Book> {
  const [definitions, measures] = await Promise.all([
    listDefinitions(ctx.tx, frame.day),
    findMeasures(ctx.tx, frame.day),
  ]);
  return { frame, definitions, measures, figures: [], rules: new Map(), scopes: new Map() };
}

/** The records of a unit on a day, by how they stand. Without a unit: all that may be seen. */
export async function countedAt(
  ctx: Context,
  book: Book,
  unitId: string | undefined,
  day: Day,
): Promise<Counted> {
  const key = `${unitId ?? ''}@${day}`;
  const known = book.scopes.get(key);
  if (known) return known;
  const { language, directiveId } = book.frame;
  const input = {
    ...(unitId ? { unitId } : {}),
    ...(directiveId ? { directiveId } : {}),
    subtree: true,
    kind: 'task',
    role: 'lead',
    count: 'tasks',
  } as const;
  const scope = await resolveScope(ctx, { ...input, asOf: day });
  const byClass = byClassOf(await countClasses(ctx.tx, ctx.actor, scope));
  const listed = await listClasses(ctx.tx, ctx.actor, scope);
  const records: Partial<Record<RecordClass, string[]>> = {};
  for (const { id, class: one } of listed) (records[one] ??= []).push(id);
  const unit = unitId ? unitName(scope.snapshot, unitId, day) : messages[language].paper.all;
  const entry = { key, ...(unitId ? { unitId } : {}), unitName: unit, day, input, records };
  const made = { scope, byClass, total: listed.length, entry };
  book.scopes.set(key, made);
  return made;
}

const unitOf = (book: Book, { unitId }: Asked): string | undefined => {
  const wanted = unitId ?? book.frame.aboutUnitId;
  return wanted === ROOT ? undefined : wanted;
};
const dayOf = (book: Book, { before }: Asked): Day => (before ? book.frame.period.before : book.frame.day);

async function fromStates(ctx: Context, book: Book, asked: Asked, d: StoredDefinition): Promise<PaperFigure> {
  const { language } = book.frame;
  const { byClass, entry } = await countedAt(ctx, book, unitOf(book, asked), dayOf(book, asked));
  const { version, numerator, denominator, value, rounded } = figureOf(d, byClass);
  book.rules.set(`${d.code}@${version}`, {
    code: d.code,
    version,
    name: d.name[language],
    rule: ruleOf(d, 'tasks', 'task')[language],
    source: d.source[language],
    by: 'states',
    numerator: classesOf(d, 'numerator'),
    denominator: classesOf(d, 'denominator'),
    rounding: d.rounding,
    unit: 'percent',
  });
  return {
    key: '',
    code: d.code,
    version,
    scope: entry.key,
    numerator,
    denominator,
    status: value === undefined ? 'noRecords' : 'ok',
    ...(value === undefined ? {} : { value }),
    ...(rounded === undefined ? {} : { rounded }),
  };
}

/** How the figures of facts are asked for, for a list of units. */
export const factsAsk = (
  ctx: Context,
  book: Book,
  code: string,
  unitIds: readonly string[],
  before: boolean,
) => {
  const { period, day } = book.frame;
  return {
    codes: [code],
    unitIds,
    from: (before ? period.beforeFrom : period.from).slice(0, 7),
    to: (before ? period.before : day).slice(0, 7),
    asOf: before ? period.before : day,
    today: ctx.today,
    tree: 'then',
    rules: 'then',
  } as const;
};

/** The scope of a figure over facts lists no tasks: its records are told by their digest. */
function factScope(ctx: Context, book: Book, asked: Asked, scope: Scope): string {
  const unitId = unitOf(book, asked) ?? ROOT;
  const day = dayOf(book, asked);
  const key = `${unitId}@${day}/facts`;
  const { from, to } = factsAsk(ctx, book, asked.code, [unitId], asked.before);
  const entry = {
    key,
    unitId,
    unitName: unitName(scope.snapshot, unitId, day),
    day,
    input: { from, to },
    records: {},
  };
  if (!book.scopes.has(key)) book.scopes.set(key, { scope, byClass: {}, total: 0, entry });
  return key;
}

async function fromFacts(
  ctx: Context,
  book: Book,
  asked: Asked,
  m: MeasureWords,
): Promise<PaperFigure | undefined> {
  const { language } = book.frame;
  const { scope } = await countedAt(ctx, book, unitOf(book, asked), dayOf(book, asked));
  const ask = factsAsk(ctx, book, asked.code, [unitOf(book, asked) ?? ROOT], asked.before);
  const row = (await figuresOf(ctx.tx, ask))[0];
  if (!row) return undefined;
  book.rules.set(`${row.code}@${row.version}`, {
    code: row.code,
    version: row.version,
    name: m.name[language],
    rule: m.rule[language],
    source: m.source[language],
    by: 'facts',
    rounding: m.rounding,
    unit: m.unit,
  });
  const optional = {
    numerator: row.numerator,
    denominator: row.denominator,
    value: row.value,
    rounded: row.rounded,
  };
  return {
    key: '',
    code: row.code,
    version: row.version,
    scope: factScope(ctx, book, asked, scope),
    status: row.status,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
  };
}

/** A figure of the report; undefined when there is none of this code on that day. */
export async function figureIn(ctx: Context, book: Book, asked: Asked): Promise<PaperFigure | undefined> {
  const definition = book.definitions.find((d) => d.code === asked.code && d.use === 'offered');
  const measure = book.measures.get(asked.code);
  const made = definition
    ? await fromStates(ctx, book, asked, definition)
    : measure && (await fromFacts(ctx, book, asked, measure));
  if (!made) return undefined;
  const known = book.figures.find((f) => f.code === made.code && f.scope === made.scope);
  if (known) return known;
  const figure = { ...made, key: `f${book.figures.length + 1}` };
  book.figures.push(figure);
  return figure;
}

export const ruleIn = (book: Book, { code, version }: Pick<PaperFigure, 'code' | 'version'>) =>
  book.rules.get(`${code}@${version}`)!;

/** A digest over ids in order, for lists too long to keep. */
export const digestOf = (ids: readonly string[]): string =>
  createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex');
