import { dayOf } from '../../kit/day.ts';
import { formatNumber, formatPercent } from '../../web/format.ts';
import type { Cell, DocumentModel, ReportSection, ReportTable, SheetModel } from '../documents/index.ts';
import type { FrozenContent, ReportContent } from './contract/reports.ts';
import { messages, type Messages } from './messages.ts';
import { type ByClass, sumOf } from './rules/classes.ts';
import { classShort } from './rules/words.ts';

type Words = Messages['report'];
type Content = ReportContent | FrozenContent;
const wordsOf = (c: Content): Words => messages[c.language].report;

const share = (c: Content, f: Content['figures'][number]): string =>
  f.rounded === undefined ? '–' : formatPercent(f.rounded, c.language, f.rounding.decimals);
const dayCell = (day: string | undefined, otherwise = ''): Cell => (day === undefined ? otherwise : { day });

const onTime = (b: ByClass): number => sumOf(b, ['doneOnTime', 'doneAhead']);
const others = (b: ByClass): number => sumOf(b, ['doneNoTerm', 'openNoTerm', 'recurring']);

function summaryOf(c: Content): string {
  const n = (value: number): string => formatNumber(value, c.language);
  const total = sumOf(c.byClass) - (c.byClass.cancelled ?? 0) - (c.byClass.merged ?? 0);
  const done = sumOf(c.byClass, ['doneOnTime', 'doneAhead', 'doneLate', 'doneNoTerm']);
  return wordsOf(c).summary(n(total), n(done), n(onTime(c.byClass)), n(c.byClass.overdue ?? 0));
}

function figureTable(c: Content): ReportTable {
  const t = wordsOf(c);
  const forms = new Set(c.onTime.map((f) => f.code));
  const figures = [...c.onTime, ...c.figures.filter((f) => !forms.has(f.code))];
  return {
    columns: [
      { title: t.figure, width: 2.6 },
      { title: t.numerator, width: 0.8, align: 'right' },
      { title: t.denominator, width: 0.8, align: 'right' },
      { title: t.rate, width: 0.9, align: 'right' },
      { title: t.rule, width: 3.4 },
    ],
    rows: figures.map((f) => [
      f.name[c.language],
      f.numerator,
      f.denominator,
      share(c, f),
      `${f.rule[c.language]} (${t.version(f.version)})`,
    ]),
  };
}

function agencyTable(c: Content): ReportTable {
  const t = wordsOf(c);
  return {
    columns: [
      { title: t.agency, width: 3 },
      ...[t.total, t.doneOnTime, t.doneLate, t.inTerm, t.overdue, t.other].map((title) => ({
        title,
        width: 0.9,
        align: 'right' as const,
      })),
    ],
    rows: c.byAgency.map(({ name, byClass, total }) => [
      name,
      total,
      onTime(byClass),
      byClass.doneLate ?? 0,
      byClass.inTerm ?? 0,
      byClass.overdue ?? 0,
      others(byClass),
    ]),
  };
}

const titleIn = (c: Content, item: { titleVi: string; titleEn: string }): string =>
  c.language === 'en' && item.titleEn ? item.titleEn : item.titleVi;

function progressText(c: Content, task: Content['tasks'][number]): string {
  const t = wordsOf(c);
  const state = classShort[task.class][c.language];
  if (task.class.startsWith('done') || task.class === 'cancelled' || task.class === 'recurring') return state;
  return `${state}; ${task.progress === undefined ? t.leads(task.leadsDone, task.leads) : t.percent(task.progress)}`;
}

/** The session report's table, in the columns used in Việt Nam. */
function taskTable(c: Content): ReportTable {
  const t = wordsOf(c);
  const groups: { before: number; text: string }[] = [];
  c.tasks.forEach((task, i) => {
    const title = task.group ? `${task.directiveNumber}: ${task.group}` : task.directiveNumber;
    if (groups.at(-1)?.text !== title) groups.push({ before: i, text: title });
  });
  return {
    columns: [
      { title: t.no, width: 0.5, align: 'center' },
      { title: t.task, width: 3 },
      { title: t.product, width: 1.6 },
      { title: t.due, width: 1.1, align: 'center' },
      { title: t.lead, width: 1.7 },
      { title: t.progress, width: 1.4 },
      { title: t.result, width: 2 },
    ],
    groups,
    rows: c.tasks.map((task, i) => [
      task.number || i + 1,
      titleIn(c, task),
      task.productVi,
      dayCell(task.due, task.deadlineText),
      task.agencies,
      progressText(c, task),
      task.result,
    ]),
  };
}

function lateTable(c: Content): ReportTable {
  const t = wordsOf(c);
  const groups: { before: number; text: string }[] = [];
  const rows: Cell[][] = [];
  for (const group of c.late.groups) {
    groups.push({ before: rows.length, text: `${group.name}: ${group.count}` });
    const own = c.late.items.filter((item) => item.agencies.some((a) => a.id === group.id));
    own.forEach((item, i) =>
      rows.push([
        i + 1,
        titleIn(c, item),
        item.productVi,
        item.directiveNumber,
        dayCell(item.due),
        item.days,
        dayCell(item.doneOn, classShort.overdue[c.language]),
      ]),
    );
  }
  return {
    columns: [
      { title: t.no, width: 0.5, align: 'center' },
      { title: t.task, width: 3.2 },
      { title: t.product, width: 1.6 },
      { title: t.directive, width: 1.2 },
      { title: t.due, width: 1, align: 'center' },
      { title: t.days, width: 0.8, align: 'right' },
      { title: t.doneOn, width: 1.2, align: 'center' },
    ],
    groups,
    rows,
  };
}

function groupTable(c: Content): ReportTable {
  const t = wordsOf(c);
  return {
    columns: [
      { title: t.agency, width: 3 },
      { title: t.count, width: 1, align: 'right' },
      { title: t.overdue, width: 1, align: 'right' },
      { title: t.doneLate, width: 1, align: 'right' },
    ],
    rows: [
      ...c.late.groups.map((g) => [g.name, g.count, g.overdue, g.doneLate]),
      [{ text: t.sum, bold: true }, c.late.sum, '', ''],
      [{ text: t.total, bold: true }, c.late.total, c.late.overdue, c.late.doneLate],
    ],
  };
}

const lateNotes = (c: Content): string[] => (c.late.statement ? [c.late.statement[c.language]] : []);

function reportedSection(c: Content): ReportSection[] {
  const t = wordsOf(c);
  if (c.reported.length === 0) return [];
  return [
    {
      heading: t.sections.reported,
      table: {
        columns: [
          { title: t.source, width: 2.4 },
          { title: t.figure, width: 2.4 },
          { title: t.printed, width: 1, align: 'right' },
          { title: t.rate, width: 1, align: 'right' },
        ],
        rows: c.reported.flatMap((r) =>
          r.counts.map((one, i): Cell[] => [
            i === 0 ? `${r.bodyName}: ${r.source}` : '',
            one.label[c.language],
            one.count,
            one.percent ?? '',
          ]),
        ),
      },
    },
  ];
}

function checksSection(c: Content): ReportSection {
  const t = wordsOf(c);
  const reason = 'statedReason' in c && c.statedReason ? [t.stated(c.statedReason)] : [];
  return {
    heading: t.sections.checks,
    paragraphs: [
      ...c.checks.map(
        (one) =>
          `${one.name[c.language]}: ${one.words[c.language]}${one.suggestions.map((s) => ` ${s.words[c.language]}`).join('')}`,
      ),
      ...reason,
    ],
  };
}

function sessionSections(c: Content): ReportSection[] {
  const t = wordsOf(c);
  const said = (heading: string, paragraphs: readonly string[]): ReportSection[] =>
    paragraphs.length === 0 ? [] : [{ heading, paragraphs }];
  return [
    ...said(t.sections.leadership, c.leadership),
    {
      heading: t.sections.results,
      paragraphs: [`${c.scope.words[c.language]}. ${summaryOf(c)}`],
      table: figureTable(c),
      notes: [t.note],
    },
    { heading: t.sections.byAgency, table: agencyTable(c) },
    { heading: t.sections.tasks, table: taskTable(c) },
    {
      heading: t.sections.late,
      ...(c.late.total === 0 ? { paragraphs: [t.none] } : { table: groupTable(c), notes: lateNotes(c) }),
    },
    ...said(t.sections.limits, c.limits),
    ...said(t.sections.next, c.next),
    ...said(t.sections.proposals, c.proposals),
    ...reportedSection(c),
    checksSection(c),
  ];
}

function lateSections(c: Content): ReportSection[] {
  const t = wordsOf(c);
  if (c.late.total === 0) return [{ paragraphs: [`${c.scope.words[c.language]}. ${t.none}`] }];
  return [
    {
      heading: t.sections.byAgency,
      paragraphs: [`${c.scope.words[c.language]}.`],
      table: groupTable(c),
      notes: lateNotes(c),
    },
    { heading: t.sections.late, table: lateTable(c), notes: [t.note] },
  ];
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const numbered = (sections: readonly ReportSection[]): ReportSection[] => {
  let at = 0;
  return sections.map((s) => (s.heading ? { ...s, heading: `${ROMAN[at++] ?? at}. ${s.heading}` } : s));
};

/** A report on paper: the heading of state papers, its sections, hash and signer where it is frozen. */
export function documentOf(
  c: Content,
  more: { hash?: string; verifyUrl?: string; watermark?: boolean } = {},
): DocumentModel {
  const t = wordsOf(c);
  const { superior, name } = c.unit;
  return {
    lang: c.language,
    heading: {
      kind: 'state',
      agency: name,
      ...(superior ? { superior } : {}),
      ...(c.number ? { number: c.number } : {}),
      place: c.place,
      date: dayOf(c.asOf),
    },
    title: c.title,
    subtitle: c.scope.words[c.language],
    asOf: new Date(c.asOf),
    sections: numbered(c.kind === 'late' ? lateSections(c) : sessionSections(c)),
    recipients: t.recipients.split('\n'),
    ...('frozenBy' in c ? { signature: { title: t.signer, name: c.frozenBy.name } } : {}),
    ...(more.hash ? { hash: more.hash } : {}),
    ...(more.verifyUrl ? { verifyUrl: more.verifyUrl } : {}),
    ...(more.watermark ? { watermark: t.draft } : {}),
  };
}

const sheetOf = (c: Content, name: string, table: ReportTable, notes: string[] = []): SheetModel => ({
  name,
  title: [c.title, c.scope.words[c.language]],
  columns: table.columns.map((column) => ({
    title: column.title,
    width: Math.round((column.width ?? 1) * 16),
  })),
  rows: table.rows,
  ...(notes.length > 0 ? { notes } : {}),
});

/** A report as a workbook: numbers stay numbers. */
export function sheetsOf(c: Content, hash?: string): SheetModel[] {
  const t = wordsOf(c);
  const late = { ...lateTable(c), columns: [{ title: t.agency, width: 2 }, ...lateTable(c).columns] };
  const lateRows = c.late.groups.flatMap((g) =>
    c.late.items
      .filter((i) => i.agencies.some((a) => a.id === g.id))
      .map((item, i): Cell[] => [
        g.name,
        i + 1,
        titleIn(c, item),
        item.productVi,
        item.directiveNumber,
        { day: item.due },
        item.days,
        dayCell(item.doneOn),
      ]),
  );
  const notes = [...lateNotes(c), ...(hash ? [`SHA-256: ${hash}`] : [])];
  const lateSheet = sheetOf(c, t.sheets.late, { ...late, rows: lateRows }, notes);
  if (c.kind === 'late') return [sheetOf(c, t.sheets.agencies, groupTable(c), notes), lateSheet];
  return [
    sheetOf(c, t.sheets.figures, figureTable(c), notes),
    sheetOf(c, t.sheets.agencies, agencyTable(c)),
    sheetOf(c, t.sheets.tasks, taskTable(c)),
    lateSheet,
  ];
}
