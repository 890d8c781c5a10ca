import { dayOf } from '../../../kit/day.ts';
import { paperChart } from '../../../web/chart-paper.ts';
import type { ChartTone } from '../../../web/chart-types.ts';
import { formatDay, formatNumber, formatPercent } from '../../../web/format.ts';
import type {
  Carried,
  Cell,
  DocumentModel,
  Inline as PrintedInline,
  ReportSection,
  ReportTable,
  Rich,
  SheetModel,
} from '../../documents/index.ts';
import { messages as common } from '../messages.ts';
import { figureHref } from './actions/tables.ts';
import type {
  FrozenPaper,
  Inline,
  PaperCell,
  PaperChart,
  PaperContent,
  PaperFigure,
  PaperPart,
  PaperTable,
} from './contract/paper.ts';
import { messages } from './messages.ts';

type Paper = PaperContent | FrozenPaper;

const figureOf = (c: Paper, key: string): PaperFigure | undefined => c.figures.find((f) => f.key === key);
export const ruleOf = (c: Paper, f: PaperFigure) =>
  c.rules.find((r) => r.code === f.code && r.version === f.version)!;
export const scopeOf = (c: Paper, f: PaperFigure) => c.scopes.find((s) => s.key === f.scope)!;

/** Where a figure of the report opens: its unit, its day. */
export function hrefOf(c: Paper, figure: PaperFigure): string {
  const { unitId, day, input } = scopeOf(c, figure);
  const { directiveId, from, to } = input as { directiveId?: string; from?: string; to?: string };
  const isOfFacts = ruleOf(c, figure).by === 'facts';
  return figureHref(figure.code, unitId, day, {
    directiveId,
    months: isOfFacts && from && to ? { from, to } : undefined,
  });
}

/** The value of a figure as it is printed; a dash where there is none. */
export function valueText(c: Paper, figure: PaperFigure): string {
  if (figure.rounded === undefined) return '–';
  const { rounding, unit } = ruleOf(c, figure);
  return unit === 'percent'
    ? formatPercent(figure.rounded, c.language, rounding.decimals)
    : formatNumber(figure.rounded, c.language, rounding.decimals);
}

/** The difference of two figures in points, with its sign. */
export function gapText(c: Paper, now: PaperFigure, then: PaperFigure | undefined): string {
  if (now.value === undefined || then?.value === undefined) return '–';
  const gap = now.value - then.value;
  const shown = formatNumber(Math.abs(gap), c.language, ruleOf(c, now).rounding.decimals);
  return `${gap > 0 ? '+' : gap < 0 ? '−' : ''}${shown}`;
}

interface Print {
  c: Paper;
  /** Addresses of numbers begin with it. */
  url: string;
}

function runOf({ c, url }: Print, one: Inline): PrintedInline {
  if (typeof one === 'string') return one;
  if ('typed' in one) return { text: `${one.typed}*`, italic: true };
  const figure = figureOf(c, one.figure);
  return figure ? { text: one.text, href: url + hrefOf(c, figure) } : one.text;
}

function cellOf({ c, url }: Print, cell: PaperCell): Cell {
  if (cell === null || typeof cell !== 'object' || 'day' in cell) return cell;
  const [top, bottom] = [cell.numerator, cell.denominator].map((n) => formatNumber(n, c.language));
  const rate = cell.rounded === undefined ? '–' : formatPercent(cell.rounded, c.language, cell.decimals);
  const text = `${rate} (${top}/${bottom})`;
  return cell.href ? { text, href: url + cell.href } : text;
}

const tableOf = (print: Print, t: PaperTable): ReportTable => ({
  columns: t.columns,
  rows: t.rows.map((row) => row.map((cell) => cellOf(print, cell))),
  groups: t.groups,
});

/** The figures of a part with both counts and their rule; with the period before where the part compares. */
export function figuresTable(print: Print, part: Extract<PaperPart, { kind: 'figures' }>): ReportTable {
  const { c, url } = print;
  const t = messages[c.language].paper;
  const words = common[c.language].report;
  const figures = part.keys.flatMap((key) => figureOf(c, key) ?? []);
  const before = part.before.flatMap((key) => figureOf(c, key) ?? []);
  const compared = before.length > 0;
  const rate = (f: PaperFigure | undefined): Rich =>
    f ? { text: valueText(c, f), href: url + hrefOf(c, f) } : '–';
  return {
    columns: [
      { title: t.figure, width: 2.4 },
      { title: words.numerator, width: 0.8, align: 'right' },
      { title: words.denominator, width: 0.8, align: 'right' },
      { title: words.rate, width: 0.9, align: 'right' },
      ...(compared
        ? [
            { title: t.before(formatDay(c.period.before)), width: 1.5, align: 'right' as const },
            { title: t.difference, width: 0.8, align: 'right' as const },
          ]
        : []),
      { title: t.rule, width: 3 },
    ],
    rows: figures.map((f): Cell[] => {
      const rule = ruleOf(c, f);
      const then = before.find((one) => one.code === f.code);
      const counts =
        then &&
        `${formatNumber(then.numerator ?? 0, c.language)}/${formatNumber(then.denominator ?? 0, c.language)}`;
      return [
        rule.name,
        f.numerator ?? '–',
        f.denominator ?? '–',
        rate(f),
        ...(compared ? [then ? `${valueText(c, then)} (${counts})` : '–', gapText(c, f, then)] : []),
        t.version(rule.rule, rule.version),
      ];
    }),
  };
}

export const chartProps = (chart: PaperChart) => ({
  ...chart,
  series: chart.series.map((s) => ({ ...s, tone: s.tone as ChartTone })),
});

/** As many decimals as the rule of the figure left in its values. */
const decimalsOf = (values: readonly (number | null)[]): number =>
  Math.max(0, ...values.map((value) => String(value ?? '').split('.')[1]?.length ?? 0));

/** The values of a chart as a table: what cannot be seen can be read. */
function chartTable(c: Paper, chart: PaperChart): ReportTable {
  const t = messages[c.language].paper;
  const suffix = chart.unit === '%' ? (c.language === 'vi' ? ' %' : '%') : '';
  return {
    columns: [
      { title: chart.categoryName, width: 2.6 },
      ...chart.series.map((s) => ({ title: s.name, width: 1, align: 'right' as const })),
      ...(chart.counts ? [{ title: t.counts, width: 1, align: 'right' as const }] : []),
    ],
    rows: chart.categories.map((name, i): Cell[] => [
      name,
      ...chart.series.map((s): Cell => {
        const value = s.values[i];
        return value === null || value === undefined
          ? '–'
          : suffix
            ? { number: value, decimals: decimalsOf(s.values), suffix }
            : value;
      }),
      ...(chart.counts ? [chart.counts[i] ?? ''] : []),
    ]),
  };
}

const checkLines = (c: Paper): string[] => [
  ...c.checks.map(
    (one) =>
      `${one.name[c.language]}: ${one.words[c.language]}${one.suggestions.map((s) => ` ${s.words[c.language]}`).join('')}`,
  ),
  ...('statedReason' in c && c.statedReason ? [common[c.language].report.stated(c.statedReason)] : []),
];

function sectionOf(print: Print, part: PaperPart): ReportSection {
  const { c } = print;
  const named = part.heading ? { heading: part.heading } : {};
  switch (part.kind) {
    case 'text': {
      const typed = part.paragraphs.flat().some((one) => typeof one === 'object' && 'typed' in one);
      return {
        ...named,
        paragraphs: part.paragraphs.map((line) => line.map((one) => runOf(print, one))),
        ...(typed ? { notes: [messages[c.language].paper.typedNote] } : {}),
      };
    }
    case 'figures':
      return { ...named, table: figuresTable(print, part) };
    case 'table':
    case 'cites':
      return { ...named, table: tableOf(print, part.table), notes: part.table.notes };
    case 'chart': {
      const drawing = paperChart(part.chart.form, chartProps(part.chart), c.language);
      const { alt } = part.chart;
      const title = part.chart.title === part.heading ? '' : part.chart.title;
      return { ...named, charts: [{ title, alt, ...drawing }], table: chartTable(c, part.chart) };
    }
    case 'checks':
      return { ...named, paragraphs: checkLines(c) };
  }
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

/** A part without a word and without a number is left out on paper. */
const isEmpty = (part: PaperPart): boolean =>
  (part.kind === 'text' && part.paragraphs.length === 0) ||
  (part.kind === 'cites' && part.codes.length === 0) ||
  (part.kind === 'chart' && part.chart.categories.length === 0);

export const shownParts = (c: Paper): PaperPart[] => c.parts.filter((part) => !isEmpty(part));

/** A composed report on paper. `carried` is what it takes to check the file elsewhere. */
export function paperDocument(
  c: Paper,
  more: { url: string; hash?: string; verifyUrl?: string; watermark?: boolean; carried?: Carried },
): DocumentModel {
  const t = messages[c.language].paper;
  const { superior, name } = c.unit;
  let at = 0;
  const sections = shownParts(c).map((part) => {
    const section = sectionOf({ c, url: more.url }, part);
    return section.heading ? { ...section, heading: `${ROMAN[at++] ?? at}. ${section.heading}` } : section;
  });
  return {
    lang: c.language,
    heading: {
      kind: 'state',
      agency: name,
      ...(superior ? { superior } : {}),
      ...(c.number ? { number: c.number } : {}),
      place: c.place,
      date: 'frozenAt' in c ? dayOf(c.frozenAt) : c.day,
    },
    title: c.title,
    asOf: new Date(c.asOf),
    sections: [{ paragraphs: [c.period.words] }, ...sections],
    recipients: t.recipients.split('\n'),
    ...('frozenBy' in c ? { signature: { title: t.signer, name: c.frozenBy.name } } : {}),
    ...(more.hash ? { hash: more.hash } : {}),
    ...(more.verifyUrl ? { verifyUrl: more.verifyUrl } : {}),
    ...(more.watermark ? { watermark: t.draft } : {}),
    ...(more.carried ? { carried: more.carried } : {}),
  };
}

const sheetOf = (c: Paper, name: string, table: ReportTable, notes: readonly string[] = []): SheetModel => ({
  name,
  title: [c.title, c.period.words],
  columns: table.columns.map(({ title, width = 1 }) => ({ title, width: Math.round(width * 16) })),
  rows: table.rows,
  ...(notes.length > 0 ? { notes: [...notes] } : {}),
});

const textRow = (print: Print, line: readonly Inline[]): string =>
  line.map((one) => (typeof one === 'string' ? one : 'typed' in one ? `${one.typed}*` : one.text)).join('');

/** A composed report as a workbook: a sheet a part with numbers, one for the text; numbers stay numbers. */
export function paperSheets(c: Paper, url: string, hash?: string): SheetModel[] {
  const t = messages[c.language].paper;
  const print = { c, url };
  const lines = c.parts.flatMap((part) =>
    part.kind === 'text' ? part.paragraphs.map((line): Cell[] => [part.heading, textRow(print, line)]) : [],
  );
  const sheets = shownParts(c).flatMap((part, i): SheetModel[] => {
    const name = `${i + 1} ${part.heading || part.kind}`;
    if (part.kind === 'figures') return [sheetOf(c, name, figuresTable(print, part))];
    if (part.kind === 'table' || part.kind === 'cites')
      return [sheetOf(c, name, tableOf(print, part.table), part.table.notes)];
    return part.kind === 'chart' ? [sheetOf(c, name, chartTable(c, part.chart))] : [];
  });
  const text = {
    columns: [
      { title: t.label, width: 2 },
      { title: t.sheets.text, width: 6 },
    ],
    rows: lines,
  };
  const checks = {
    columns: [{ title: t.checks, width: 8 }],
    rows: checkLines(c).map((line): Cell[] => [line]),
  };
  return [
    ...sheets,
    ...(lines.length > 0 ? [sheetOf(c, t.sheets.text, text)] : []),
    sheetOf(c, t.sheets.checks, checks, hash ? [`SHA-256: ${hash}`] : []),
  ];
}
