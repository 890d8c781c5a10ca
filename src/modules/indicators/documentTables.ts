import { formatNumber, formatPercent } from '../../web/format.ts';
import type { Cell, ReportTable } from '../documents/index.ts';
import type { FrozenContent, ReportContent } from './contract/reports.ts';
import { messages, type Messages } from './messages.ts';
import { type ByClass, sumOf } from './rules/classes.ts';
import { classShort } from './rules/words.ts';

/** The tables of a report, the same on paper and in a workbook. */

type Words = Messages['report'];
export type Content = ReportContent | FrozenContent;
type Spoken = Pick<Content, 'language'>;
export const wordsOf = (c: Spoken): Words => messages[c.language].report;

const share = (c: Content, f: Content['figures'][number]): string =>
  f.rounded === undefined ? '–' : formatPercent(f.rounded, c.language, f.rounding.decimals);
export const dayCell = (day: string | undefined, otherwise = ''): Cell =>
  day === undefined ? otherwise : { day };

const onTime = (b: ByClass): number => sumOf(b, ['doneOnTime', 'doneAhead']);
const others = (b: ByClass): number => sumOf(b, ['doneNoTerm', 'openNoTerm', 'recurring']);

export function summaryOf(c: Content): string {
  const n = (value: number): string => formatNumber(value, c.language);
  const total = sumOf(c.byClass) - (c.byClass.cancelled ?? 0) - (c.byClass.merged ?? 0);
  const done = sumOf(c.byClass, ['doneOnTime', 'doneAhead', 'doneLate', 'doneNoTerm']);
  return wordsOf(c).summary(n(total), n(done), n(onTime(c.byClass)), n(c.byClass.overdue ?? 0));
}

export function figureTable(c: Content): ReportTable {
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

export function agencyTable(c: Spoken & Pick<Content, 'byAgency'>): ReportTable {
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

export const titleIn = (c: Spoken, item: { titleVi: string; titleEn: string }): string =>
  c.language === 'en' && item.titleEn ? item.titleEn : item.titleVi;

function progressText(c: Spoken, task: Content['tasks'][number]): string {
  const t = wordsOf(c);
  const state = classShort[task.class][c.language];
  if (task.class.startsWith('done') || task.class === 'cancelled' || task.class === 'recurring') return state;
  return `${state}; ${task.progress === undefined ? t.leads(task.leadsDone, task.leads) : t.percent(task.progress)}`;
}

/** The session report's table, in the columns used in Việt Nam. */
export function taskTable(c: Spoken & Pick<Content, 'tasks'>): ReportTable {
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

export function lateTable(c: Spoken & Pick<Content, 'late'>): ReportTable {
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

export function groupTable(c: Spoken & Pick<Content, 'late'>): ReportTable {
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

export const lateNotes = (c: Spoken & Pick<Content, 'late'>): string[] =>
  c.late.statement ? [c.late.statement[c.language]] : [];
