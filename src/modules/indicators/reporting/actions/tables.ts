import type { Context } from '../../../../kit/context.ts';
import { formatNumber } from '../../../../web/format.ts';
import type { Cell, ReportTable } from '../../../documents/index.ts';
import { childrenOn, ROOT } from '../../../organisations/index.ts';
import { byAgencies, citedOf, lateOf, MOST_TASKS, reportedOf } from '../../actions/reportParts.ts';
import { reportTasksOf } from '../../actions/reportTasks.ts';
import { unitName } from '../../actions/scope.ts';
import { figureOf } from '../../counting.ts';
import { type Months, periodAround } from '../../definitions/rules/period.ts';
import { agencyTable, groupTable, lateNotes, taskTable } from '../../documentTables.ts';
import { figuresOf } from '../../measures/index.ts';
import { listReportTasks } from '../../store/reportRows.ts';
import type { PaperCell, PaperPart, PaperTable } from '../contract/paper.ts';
import type { Part } from '../contract/parts.ts';
import { messages } from '../messages.ts';
import { type Book, countedAt, factsAsk } from './book.ts';
import { indexRows } from './indexRows.ts';

/** A cell as it is kept: groups and styles of print are dropped, numbers and days stay what they are. */
function keptCell(cell: Cell): PaperCell {
  if (cell === null || typeof cell === 'number' || typeof cell === 'string') return cell;
  if ('day' in cell) return { day: cell.day };
  if ('text' in cell) return cell.text;
  return '';
}

const keptTable = (t: ReportTable, notes: readonly string[] = []): PaperTable => ({
  columns: t.columns.map(({ title, width = 1, align = 'left' }) => ({ title, width, align })),
  rows: t.rows.map((row) => row.map(keptCell)),
  groups: (t.groups ?? []).map(({ before, text }) => ({
    before,
    text: typeof text === 'string' ? text : '',
  })),
  notes: [...notes],
});

const mainOf = (ctx: Context, book: Book) => countedAt(ctx, book, book.frame.aboutUnitId, book.frame.day);

export const agenciesOf = async (ctx: Context, book: Book) =>
  byAgencies(ctx, (await mainOf(ctx, book)).scope, book.frame.aboutUnitId);

async function taskRows(ctx: Context, book: Book): Promise<PaperTable> {
  const { scope } = await mainOf(ctx, book);
  const rows = await listReportTasks(ctx.tx, ctx.actor, scope, MOST_TASKS);
  return keptTable(
    taskTable({ language: book.frame.language, tasks: await reportTasksOf(ctx, scope, rows) }),
  );
}

async function lateRows(ctx: Context, book: Book): Promise<PaperTable> {
  const { late } = await lateOf(ctx, (await mainOf(ctx, book)).scope);
  const spoken = { language: book.frame.language, late };
  return keptTable(groupTable(spoken), lateNotes(spoken));
}

export interface UnitShare {
  unitId: string;
  name: string;
  numerator: number;
  denominator: number;
  rounded?: string | undefined;
  value?: number | undefined;
  decimals: number;
  /** Of a figure over facts: the months counted. */
  months?: Months | undefined;
}

/** One figure of every unit below the one the report is about, in the order of Vietnamese reports. */
export async function sharesByUnit(ctx: Context, book: Book, code: string): Promise<UnitShare[]> {
  const definition = book.definitions.find((d) => d.code === code && d.use === 'offered');
  if (definition) {
    const rows = await agenciesOf(ctx, book);
    return rows.map(({ id, name, byClass }) => {
      const { numerator, denominator, rounded, value, rounding } = figureOf(definition, byClass);
      return { unitId: id, name, numerator, denominator, rounded, value, decimals: rounding.decimals };
    });
  }
  const measure = book.measures.get(code);
  if (!measure) return [];
  const { day } = book.frame;
  const { snapshot } = (await mainOf(ctx, book)).scope;
  const units = childrenOn(snapshot, book.frame.aboutUnitId ?? ROOT, day).map((u) => u.id);
  const ask = factsAsk(ctx, book, code, units, false);
  const rows = await figuresOf(ctx.tx, ask);
  return rows.flatMap((row) =>
    row.numerator === null || row.denominator === null || row.denominator === 0
      ? []
      : [
          {
            unitId: row.unitId,
            name: unitName(snapshot, row.unitId, day),
            numerator: row.numerator,
            denominator: row.denominator,
            rounded: row.rounded ?? undefined,
            value: row.value ?? undefined,
            decimals: measure.rounding.decimals,
            months: { from: ask.from, to: ask.to },
          },
        ],
  );
}

/** Where a figure of a unit opens at the day of the report; one over facts with its months, in the tree of that day. */
export function figureHref(
  code: string,
  unitId: string | undefined,
  day: string,
  { directiveId, months }: { directiveId?: string | undefined; months?: Months | undefined } = {},
): string {
  const facts = months && { period: periodAround(months), asOf: day, tree: 'then' };
  const query = new URLSearchParams({
    ...(directiveId && !facts ? { directiveId } : {}),
    ...(unitId ? { unitId } : {}),
    ...(facts ?? { asOf: day }),
  });
  return `/${facts ? 'measures' : 'figures'}/${code}?${query}`;
}

const shareCell = (book: Book, code: string, s: UnitShare): PaperCell => ({
  numerator: s.numerator,
  denominator: s.denominator,
  decimals: s.decimals,
  ...(s.rounded === undefined ? {} : { rounded: s.rounded }),
  href: figureHref(code, s.unitId, book.frame.day, {
    directiveId: book.frame.directiveId,
    months: s.months,
  }),
});

const nameOf = (book: Book, code: string): string =>
  book.definitions.find((d) => d.code === code)?.name[book.frame.language] ??
  book.measures.get(code)?.name[book.frame.language] ??
  code;

async function unitRows(ctx: Context, book: Book, codes: readonly string[]): Promise<PaperTable> {
  const t = messages[book.frame.language].paper;
  const rows = new Map<string, { name: string; cells: PaperCell[] }>();
  for (const [i, code] of codes.entries())
    for (const share of await sharesByUnit(ctx, book, code)) {
      const row = rows.get(share.unitId) ?? { name: share.name, cells: codes.map(() => null) };
      row.cells[i] = shareCell(book, code, share);
      rows.set(share.unitId, row);
    }
  const columns = [
    { title: t.agency, width: 3, align: 'left' as const },
    ...codes.map((code) => ({ title: nameOf(book, code), width: 1.6, align: 'right' as const })),
  ];
  return { columns, rows: [...rows.values()].map((r) => [r.name, ...r.cells]), groups: [], notes: [] };
}

/** The rows of a table part. */
export async function tablePart(
  ctx: Context,
  book: Book,
  { id, heading, of, codes }: Extract<Part, { kind: 'table' }>,
): Promise<PaperPart> {
  const { language } = book.frame;
  const made = {
    agencies: async () => keptTable(agencyTable({ language, byAgency: await agenciesOf(ctx, book) })),
    units: () => unitRows(ctx, book, codes),
    tasks: () => taskRows(ctx, book),
    late: () => lateRows(ctx, book),
    index: () => indexRows(ctx, book, codes[0]),
  };
  return { kind: 'table', id, heading, of, table: await made[of]() };
}

/** Figures of other bodies, as they were printed, each with its source. */
export async function citesPart(
  ctx: Context,
  book: Book,
  { id, heading, codes }: Extract<Part, { kind: 'cites' }>,
): Promise<PaperPart> {
  const { language } = book.frame;
  const t = messages[language].paper;
  const cited = citedOf(await reportedOf(ctx, codes));
  const groups: PaperTable['groups'] = [];
  const rows: PaperCell[][] = [];
  for (const one of cited) {
    groups.push({ before: rows.length, text: `${one.bodyName}: ${one.source}` });
    rows.push(...one.counts.map((c): PaperCell[] => [c.label[language], c.count, c.percent ?? '']));
  }
  const columns = [
    { title: t.label, width: 3.4, align: 'left' as const },
    { title: t.printed, width: 1, align: 'right' as const },
    { title: t.percent, width: 1, align: 'right' as const },
  ];
  return { kind: 'cites', id, heading, codes, table: { columns, rows, groups, notes: [] } };
}

export const countWords = (book: Book, numerator: number, denominator: number): string =>
  `${formatNumber(numerator, book.frame.language)}/${formatNumber(denominator, book.frame.language)}`;
