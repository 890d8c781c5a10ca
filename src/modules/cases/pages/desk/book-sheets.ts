import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { formatNumber } from '../../../../web/format.ts';
import type { Cell } from '../../../documents/index.ts';
import { getBook, getDayBook } from '../../contract.ts';
import { deskMessages } from '../../messages/desk.ts';
import { handledOf, lateCauses, openOf, receivedOf } from '../../rules/book.ts';
import { namesFor } from './parts/names.ts';

/** A report as rows and columns: the same for the page, the spreadsheet and paper. */
export interface Sheet {
  title: string;
  columns: readonly { title: string; isNumber: boolean; width?: number }[];
  rows: readonly (readonly Cell[])[];
  total?: readonly Cell[];
  notes: readonly string[];
}

export const forms = ['day', '06a', '07a', '07b'] as const;
export type BookForm = (typeof forms)[number];
export interface Asked {
  form: BookForm;
  unitId: string;
  from: string;
  to: string;
}

type Line = Pick<ReplyOf<typeof getBook>['total'], 'counts' | 'causes'>;
const text = (title: string, width = 3) => ({ title, isNumber: false, width });
const figure = (title: string) => ({ title, isNumber: true });

const situationKeys = [
  'received',
  'online',
  'direct',
  'post',
  'carried',
  'handled',
  'early',
  'onTime',
  'late',
  'open',
  'inTime',
  'overdue',
] as const;

function situation(p: PageContext, book: ReplyOf<typeof getBook>): Sheet {
  const { book: t } = deskMessages[p.lang];
  const cells = ({ counts: c }: Line): Cell[] => [
    receivedOf(c),
    c.online,
    c.direct,
    c.post,
    c.carried,
    handledOf(c),
    c.early,
    c.onTime,
    c.late,
    openOf(c),
    c.inTime,
    c.overdue,
    `${c.nationalOnTime} / ${c.nationalOverdue}`,
  ];
  const { revoked, replaced } = book.resultsEnded;
  const n = (count: number): string => formatNumber(count, p.lang);
  const named = situationKeys.map((key) => t[key]);
  return {
    title: `${t.forms['06a']}: ${t.f06a}`,
    columns: [text(t.field), ...named.map(figure), figure(t.national)],
    rows: book.byField.map((line) => [line.field, ...cells(line)]),
    total: [t.total, ...cells(book.total)],
    notes: [t.nationalNote, t.resultsEnded(n(revoked), n(replaced))],
  };
}

async function causes(p: PageContext, book: ReplyOf<typeof getBook>, form: '07a' | '07b'): Promise<Sheet> {
  const { book: t, words } = deskMessages[p.lang];
  const cells = (line: Line): Cell[] => [
    line.counts.late + line.counts.overdue,
    ...lateCauses.map((one) => line.causes[one]),
  ];
  const names = await namesFor(p, { units: book.byUnit.map((line) => line.unitId) });
  const lines =
    form === '07a'
      ? book.byField.map((line) => [line.field, line] as const)
      : book.byUnit.map((line) => [names.unit(line.unitId), line] as const);
  return {
    title: `${t.forms[form]}: ${form === '07a' ? t.f07a : t.f07b}`,
    columns: [
      text(form === '07a' ? t.field : words.unit),
      figure(t.total),
      ...lateCauses.map((one) => figure(t.causes[one])),
    ],
    rows: lines
      .filter(([, line]) => line.counts.late + line.counts.overdue > 0)
      .map(([name, line]) => [name, ...cells(line)]),
    total: [t.total, ...cells(book.total)],
    notes: [t.causeNote],
  };
}

const MOST = 5000;
const moment = (value: string | undefined): Cell => (value ? { instant: new Date(value) } : null);

type DayLine = ReplyOf<typeof getDayBook>['items'][number];

async function dayLines(p: PageContext, { unitId, from, to }: Asked): Promise<DayLine[]> {
  const items: DayLine[] = [];
  let cursor: string | undefined;
  do {
    const more = cursor ? { cursor } : {};
    const page: ReplyOf<typeof getDayBook> = await p.call(getDayBook, {
      unitId,
      from,
      to,
      limit: 500,
      ...more,
    });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor && items.length < MOST);
  return items;
}

async function tracking(p: PageContext, asked: Asked): Promise<Sheet> {
  const { book: t, words } = deskMessages[p.lang];
  const items = await dayLines(p, asked);
  const names = await namesFor(p, {
    units: items.map((one) => one.decisionUnitId),
    procedures: items.map((one) => one.procedureCode),
  });
  return {
    title: t.forms.day,
    columns: [
      figure(t.number),
      text(words.code),
      text(words.procedure, 5),
      text(words.applicant),
      text(words.channel, 2),
      text(t.decidedBy),
      text(t.taken, 2),
      text(t.dueAt, 2),
      text(t.endedAt, 2),
      text(t.returnedAt, 2),
      text(words.state, 2),
    ],
    rows: items.map((one, i) => [
      i + 1,
      one.code ?? null,
      `${one.procedureCode} ${names.procedure(one.procedureCode)}`,
      one.applicantName,
      words.channels[one.channel],
      names.unit(one.decisionUnitId),
      moment(one.receivedAt),
      moment(one.dueAt),
      moment(one.endedAt),
      moment(one.returnedAt),
      words.handling[one.handling],
    ]),
    notes: [],
  };
}

/** The report that is asked for. */
export async function sheetOf(p: PageContext, asked: Asked): Promise<Sheet> {
  if (asked.form === 'day') return tracking(p, asked);
  const { unitId, from, to } = asked;
  const book = await p.call(getBook, { unitId, from, to, subtree: asked.form === '07b' });
  return asked.form === '06a' ? situation(p, book) : causes(p, book, asked.form);
}
