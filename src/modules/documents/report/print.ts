import type { Lang } from '../../../kit/i18n.ts';
import { messages } from '../messages.ts';
import type { Carried, Cell, DocumentModel, Inline, ReportChart, Rich } from './model.ts';
import { SEAL_ROOM } from './seal.ts';

/** A run ready for print: `text` has no line feeds, `break` begins a new line before it. */
export interface Run {
  text: string;
  href?: string;
  bold?: boolean;
  italic?: boolean;
  break?: boolean;
}

export type PrintedRow = { group: Run[] } | { cells: Run[][] };
export interface PrintedTable {
  /** Stands in a table without rows. */
  empty: string;
  columns: { title: string; width: number; align: 'left' | 'center' | 'right' }[];
  rows: PrintedRow[];
}
export interface PrintedSection {
  heading: string | null;
  paragraphs: Run[][];
  charts: ReportChart[];
  table: PrintedTable | null;
  notes: Run[][];
}

/** A report with every word decided: what the PDF template and the DOCX writer share. Plain JSON. */
export interface PrintedReport {
  lang: Lang;
  landscape: boolean;
  party: boolean;
  left: { superior: string | null; agency: string; number: string };
  right: { first: string; second: string | null; dateLine: string };
  title: string;
  subtitle: string | null;
  asOf: string | null;
  formLabel: string | null;
  sections: PrintedSection[];
  recipients: { title: string; lines: string[] } | null;
  signature: { title: string; name: string } | null;
  proof: { hash: string[] | null; verify: { label: string; url: string; alt: string } | null };
  watermark: string | null;
  carried: Carried | null;
  /** Room for a seal among the keywords of the PDF. */
  seal: string | null;
}

const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu;
/** Text that every format can hold: composed letters, no control characters, no half characters. */
export const cleanText = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(CONTROL, '');

const safeLink = (href: string): string | undefined =>
  /^(https?:\/\/|mailto:)/i.test(href) ? href : undefined;

function runsOfInline(inline: Inline): Run[] {
  const { text, href, ...style } = typeof inline === 'string' ? { text: inline, href: undefined } : inline;
  const link = href === undefined ? undefined : safeLink(href);
  return cleanText(text)
    .split('\n')
    .map((line, i) => ({
      text: line,
      ...style,
      ...(link ? { href: link } : {}),
      ...(i > 0 ? { break: true } : {}),
    }));
}

export const runsOf = (rich: Rich): Run[] =>
  (Array.isArray(rich) ? rich : [rich]).flatMap((inline) => runsOfInline(inline as Inline));

/** `2025-11-16` as `16/11/2025`. */
export const printDay = (day: string): string => day.split('-').reverse().join('/');

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
});
/** Day and time of day of a moment in Hà Nội: `['16/11/2025', '08:30']`. */
export const printInstant = (instant: Date): [day: string, time: string] =>
  wall.format(instant).split(', ') as [string, string];

export function printNumber(value: number, lang: Lang, decimals?: number): string {
  const digits =
    decimals === undefined
      ? { maximumFractionDigits: 6 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', digits).format(value);
}

/** A value of a table as the runs that are printed. */
export function runsOfCell(cell: Cell, lang: Lang): Run[] {
  if (cell === null) return [];
  if (typeof cell === 'number') return [{ text: printNumber(cell, lang) }];
  if (typeof cell === 'object') {
    if ('number' in cell)
      return [{ text: printNumber(cell.number, lang, cell.decimals) + (cell.suffix ?? '') }];
    if ('day' in cell) return [{ text: printDay(cell.day) }];
    if ('instant' in cell) return [{ text: printInstant(cell.instant).reverse().join(' ') }];
  }
  return runsOf(cell);
}

function printTable(
  table: NonNullable<DocumentModel['sections'][number]['table']>,
  lang: Lang,
): PrintedTable {
  const rows: PrintedRow[] = [];
  const groups = new Map<number, Rich[]>();
  for (const g of table.groups ?? []) groups.set(g.before, [...(groups.get(g.before) ?? []), g.text]);
  table.rows.forEach((cells, at) => {
    for (const text of groups.get(at) ?? []) rows.push({ group: runsOf(text) });
    rows.push({ cells: table.columns.map((_, i) => runsOfCell(cells[i] ?? null, lang)) });
  });
  return {
    empty: messages[lang].report.empty,
    columns: table.columns.map((c) => ({
      title: cleanText(c.title),
      width: c.width ?? 1,
      align: c.align ?? 'left',
    })),
    rows,
  };
}

const hashLines = (hash: string): string[] => hash.match(/.{1,32}/g) ?? [hash];

function headingOf(model: DocumentModel): Pick<PrintedReport, 'party' | 'left' | 'right'> {
  const m = messages[model.lang].report;
  const { kind = 'state', agency, superior, number, place, date } = model.heading;
  const [year = '', month = '', day = ''] = date.split('-');
  const party = kind === 'party';
  return {
    party,
    left: {
      superior: superior ? cleanText(superior) : null,
      agency: cleanText(agency),
      number: number ? m.number(cleanText(number)) : m.noNumber,
    },
    right: {
      first: party ? m.party : m.nation,
      second: party ? null : m.motto,
      dateLine: m.dateLine(cleanText(place), day, month, year),
    },
  };
}

function proofOf(model: DocumentModel): PrintedReport['proof'] {
  const m = messages[model.lang].report;
  const { hash, verifyUrl: url, verifyLabel = m.verify } = model;
  return {
    hash: hash ? [m.hash, ...hashLines(hash)] : null,
    verify: url ? { label: verifyLabel, url, alt: model.formLabel === undefined ? m.qr : verifyLabel } : null,
  };
}

/** Decides every printed word of a report; more than five columns in a table turn the paper. */
export function printReport(model: DocumentModel): PrintedReport {
  const m = messages[model.lang].report;
  const [day, time] = printInstant(model.asOf);
  return {
    lang: model.lang,
    landscape: model.sections.some((s) => (s.table?.columns.length ?? 0) > 5),
    ...headingOf(model),
    title: cleanText(model.title),
    subtitle: model.subtitle ? cleanText(model.subtitle) : null,
    asOf: model.formLabel === undefined ? m.asOf(time, day) : null,
    formLabel: model.formLabel ? cleanText(model.formLabel) : null,
    sections: model.sections.map((s) => ({
      heading: s.heading ? cleanText(s.heading) : null,
      paragraphs: (s.paragraphs ?? []).map(runsOf),
      charts: (s.charts ?? []).map((c) => ({ ...c, title: cleanText(c.title), alt: cleanText(c.alt) })),
      table: s.table ? printTable(s.table, model.lang) : null,
      notes: (s.notes ?? []).map(runsOf),
    })),
    recipients: model.recipients?.length
      ? { title: m.recipients, lines: model.recipients.map(cleanText) }
      : null,
    signature: model.signature
      ? { title: cleanText(model.signature.title), name: cleanText(model.signature.name) }
      : null,
    proof: proofOf(model),
    watermark: model.watermark ? cleanText(model.watermark) : null,
    carried: model.carried ?? null,
    seal: model.carried ? SEAL_ROOM : null,
  };
}
