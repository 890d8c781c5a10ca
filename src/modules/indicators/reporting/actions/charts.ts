import type { Context } from '../../../../kit/context.ts';
import { addDays, addMonths, type Day, endOfMonth, startOfMonth } from '../../../../kit/day.ts';
import { formatNumber, formatPercent } from '../../../../web/format.ts';
import { ROOT } from '../../../organisations/index.ts';
import { figureOf } from '../../counting.ts';
import { figuresOf } from '../../measures/index.ts';
import { sumOf } from '../../rules/classes.ts';
import type { PaperChart, PaperPart } from '../contract/paper.ts';
import type { Part } from '../contract/parts.ts';
import { messages } from '../messages.ts';
import { type Book, countedAt, factsAsk } from './book.ts';
import { agenciesOf, countWords, sharesByUnit } from './tables.ts';

/** More bars than can be told apart; the table of the same part names all. */
const MOST_BARS = 20;
const MONTHS = 6;

async function statesChart(ctx: Context, book: Book, title: string): Promise<PaperChart> {
  const t = messages[book.frame.language].paper;
  const all = (await agenciesOf(ctx, book)).filter((r) => r.total > 0);
  const rows = all.toSorted((a, b) => b.total - a.total).slice(0, MOST_BARS);
  const series = [
    { name: t.states.doneOnTime, tone: 'good', of: ['doneOnTime', 'doneAhead'] },
    { name: t.states.doneLate, tone: 'late', of: ['doneLate'] },
    { name: t.states.inTerm, tone: 'calm', of: ['inTerm'] },
    { name: t.states.overdue, tone: 'bad', of: ['overdue'] },
    { name: t.states.other, tone: 'idle', of: ['doneNoTerm', 'openNoTerm', 'recurring'] },
  ] as const;
  const worst = all.toSorted((a, b) => (b.byClass.overdue ?? 0) - (a.byClass.overdue ?? 0))[0];
  const named = worst?.byClass.overdue ? `${worst.name} (${worst.byClass.overdue})` : t.none;
  const lead = rows.length < all.length ? `${t.onlyFirst(String(rows.length), String(all.length))} ` : '';
  return {
    form: 'stacked',
    title,
    alt: `${lead}${t.altStates(title, rows.length, named)}`,
    categoryName: t.agency,
    categories: rows.map((r) => r.name),
    series: series.map(({ name, tone, of }) => ({
      name,
      tone,
      values: rows.map((r) => sumOf(r.byClass, of)),
    })),
    unit: t.tasks,
  };
}

const percentName = (book: Book, code: string): string =>
  book.definitions.find((d) => d.code === code)?.name[book.frame.language] ??
  book.measures.get(code)?.name[book.frame.language] ??
  code;

async function unitsChart(ctx: Context, book: Book, title: string, code: string): Promise<PaperChart> {
  const { language } = book.frame;
  const t = messages[language].paper;
  const all = (await sharesByUnit(ctx, book, code)).filter((s) => s.value !== undefined);
  const rows = all.toSorted((a, b) => b.denominator - a.denominator).slice(0, MOST_BARS);
  const shown = rows.toSorted((a, b) => b.value! - a.value!);
  const told = (i: number): string => {
    const one = shown.at(i);
    if (!one) return t.none;
    const rate = formatPercent(one.rounded ?? '0', language, one.decimals);
    return `${one.name} ${t.rate(rate, ...([one.numerator, one.denominator].map((n) => formatNumber(n, language)) as [string, string]))}`;
  };
  const lead = rows.length < all.length ? `${t.onlyFirst(String(rows.length), String(all.length))} ` : '';
  return {
    form: 'bars',
    title,
    alt: `${lead}${t.altBars(title, shown.length, told(0), told(-1))}`,
    categoryName: t.agency,
    categories: shown.map((s) => s.name),
    series: [{ name: percentName(book, code), tone: 'series1', values: shown.map((s) => Number(s.rounded)) }],
    unit: '%',
    max: 100,
    counts: shown.map((s) => countWords(book, s.numerator, s.denominator)),
  };
}

/** The last days of the months up to the day of the report, the oldest first. */
function monthEnds(day: Day): Day[] {
  const found: Day[] = [day];
  for (
    let at = addDays(startOfMonth(day), -1);
    found.length < MONTHS;
    at = endOfMonth(addMonths(startOfMonth(at), -1))
  )
    found.unshift(at);
  return found;
}

interface Point {
  day: Day;
  numerator: number;
  denominator: number;
  value: number | undefined;
  rounded: string | undefined;
}

async function pointAt(ctx: Context, book: Book, code: string, day: Day): Promise<Point | undefined> {
  const definition = book.definitions.find((d) => d.code === code && d.use === 'offered');
  if (definition) {
    const { byClass } = await countedAt(ctx, book, book.frame.aboutUnitId, day);
    const { numerator, denominator, value, rounded } = figureOf(definition, byClass);
    return { day, numerator, denominator, value, rounded };
  }
  const ask = factsAsk(ctx, book, code, [book.frame.aboutUnitId ?? ROOT], false);
  const month = day.slice(0, 7);
  const row = (await figuresOf(ctx.tx, { ...ask, from: month, to: month, asOf: day }))[0];
  if (!row || row.numerator === null || row.denominator === null) return undefined;
  const { numerator, denominator } = row;
  return { day, numerator, denominator, value: row.value ?? undefined, rounded: row.rounded ?? undefined };
}

async function monthsChart(ctx: Context, book: Book, title: string, code: string): Promise<PaperChart> {
  const { language } = book.frame;
  const t = messages[language].paper;
  const points: Point[] = [];
  for (const day of monthEnds(book.frame.day)) {
    const point = await pointAt(ctx, book, code, day);
    if (point) points.push(point);
  }
  const told = (p: Point | undefined): string =>
    p?.rounded === undefined
      ? t.none
      : `${p.day.split('-').toReversed().join('/')}: ${formatPercent(p.rounded, language)} (${countWords(book, p.numerator, p.denominator)})`;
  return {
    form: 'line',
    title,
    alt: t.altLine(title, told(points[0]), told(points.at(-1))),
    categoryName: t.month,
    categories: points.map((p) => `${p.day.slice(5, 7)}/${p.day.slice(0, 4)}`),
    series: [
      {
        name: percentName(book, code),
        tone: 'series1',
        values: points.map((p) => (p.rounded === undefined ? null : Number(p.rounded))),
      },
    ],
    unit: '%',
    counts: points.map((p) => countWords(book, p.numerator, p.denominator)),
  };
}

/** The data of a chart with its words for those who cannot see it; drawing comes later, on screen and on paper. */
export async function chartPart(
  ctx: Context,
  book: Book,
  { id, heading, of, code = 'completionOfAll' }: Extract<Part, { kind: 'chart' }>,
): Promise<PaperPart> {
  const title = heading || percentName(book, code);
  const made = {
    states: () => statesChart(ctx, book, title),
    units: () => unitsChart(ctx, book, title, code),
    months: () => monthsChart(ctx, book, title, code),
  };
  return { kind: 'chart', id, heading, of, chart: await made[of]() };
}
