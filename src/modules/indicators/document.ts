import { dayOf } from '../../kit/day.ts';
import type { Cell, DocumentModel, ReportSection, ReportTable, SheetModel } from '../documents/index.ts';
import {
  type Content,
  wordsOf,
  dayCell,
  summaryOf,
  figureTable,
  agencyTable,
  titleIn,
  taskTable,
  lateTable,
  groupTable,
  lateNotes,
} from './documentTables.ts';

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

const isNarrow = (c: Content): boolean =>
  ['directiveId', 'ownerUnitId', 'sectionCode', 'unitId', 'field'].some(
    (name) => c.scope.input[name] !== undefined,
  );

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
    ...(isNarrow(c) ? { subtitle: c.scope.words[c.language] } : {}),
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
