/** Reads one row of an import file. */
import { formatDay, type Day } from '../../../kit/day.ts';
import type { Deadline } from '../rules/deadline.ts';
import type { Target } from '../rules/target.ts';
import { parseTarget } from '../rules/targetText.ts';
import { agencyKey, splitAgencies, type AgencyPart } from './agencies.ts';
import { readDate, readDeadline } from './dates.ts';
import { fault, type Fault, type FaultCode } from './faults.ts';
import type { Column, Layout } from './header.ts';
import { interpretNotes, type Notes } from './notes.ts';
import { parseSourceDocument, type SourceDocument } from './source.ts';

export interface DirectiveRow {
  line: number;
  ref: string;
  kind: 'task' | 'target';
  source: SourceDocument;
  issuedOn?: Day;
  /** Another row, a document number, or a group key. */
  parentRef?: string;
  titleVi: string;
  titleEn?: string;
  /** As printed, and split into named agencies and collectives. */
  leadText: string;
  lead: AgencyPart[];
  coordinatingText?: string;
  coordinating: AgencyPart[];
  deadline: Deadline;
  product?: string;
  /** Goals of a target; also numbers that a task carries. */
  targets: Target[];
  sourceUrl?: string;
  notes: Notes;
  notesText?: string;
}

export interface ReadContext {
  /** Is this name in the register on that day (successors included), is it ambiguous, or not there? */
  resolveAgency: (name: string, on?: Day) => 'found' | 'ambiguous' | 'unknown';
  /** Refs already stored, as possible parents. */
  knownRefs?: ReadonlySet<string>;
  /** For files in the appendix layout, which name no document themselves. */
  sourceDocument?: string;
  issuedOn?: Day;
  /** Begins the codes of an appendix without codes; default made from the number: '03/NQ-CP' → 'NQ03'. */
  refPrefix?: string;
}

/** The cleaned cells of a row, by column, and where each stands. */
export interface RowCells {
  line: number;
  get: (column: Column) => string;
  at: (column: Column) => { line: number; column?: number };
}

const KINDS: Record<string, 'task' | 'target'> = {
  task: 'task',
  'nhiệm vụ': 'task',
  nv: 'task',
  target: 'target',
  'chỉ tiêu': 'target',
  ct: 'target',
  '': 'task',
};

/** Reads a row; `row` is absent when an error refuses it. The ref, the parent and the rest of the file are checked by the caller. */
export function readRow(
  cells: RowCells,
  ref: string,
  layout: Layout,
  context: ReadContext,
): { row?: DirectiveRow; faults: Fault[] } {
  const faults: Fault[] = [];
  const say: Say = (code, column, params) => faults.push(fault(code, cells.at(column), params));
  const kind = layout === 'appendixTargets' ? 'target' : KINDS[cells.get('kind').toLowerCase()];
  if (kind === undefined) say('kindUnknown', 'kind', { value: cells.get('kind') });
  if (cells.get('titleVi') === '') say('titleMissing', 'titleVi');
  const source = readSource(cells, context, say);
  const times = readTimes(cells, context, kind === 'target', say);
  const agencies = readAgencies(cells, context, times.issuedOn, say);
  const targets = readTargets(cells, kind ?? 'task', say);
  if (kind === 'task' && cells.get('product') === '') say('productMissing', 'product');
  if (kind === undefined || !source || faults.some((one) => one.severity === 'error')) return { faults };
  const texts = { titleVi: cells.get('titleVi'), leadText: cells.get('lead'), ...optionalTexts(cells) };
  return { row: { line: cells.line, ref, kind, source, ...times, ...agencies, targets, ...texts }, faults };
}

function optionalTexts(cells: RowCells): Partial<DirectiveRow> {
  const optional = {
    titleEn: cells.get('titleEn'),
    product: cells.get('product'),
    sourceUrl: cells.get('sourceUrl'),
    notesText: cells.get('notes'),
    coordinatingText: cells.get('coordinating'),
    parentRef: cells.get('parentRef'),
  };
  return Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== ''));
}

function readTimes(cells: RowCells, context: ReadContext, ofTarget: boolean, say: Say) {
  const issued = readDate(cells.get('issuedOn'));
  if (issued.fault) say(issued.fault.code, 'issuedOn', issued.fault.params);
  const issuedOn = issued.day ?? context.issuedOn;
  const notes = interpretNotes(cells.get('notes'), issuedOn);
  const { deadline, fault: wrong } = readDeadline(cells.get('deadline'), notes, issuedOn, ofTarget);
  if (wrong) say(wrong.code, 'deadline', wrong.params);
  const last = deadline.lastDay;
  if (issuedOn && last && last < issuedOn) {
    say('deadlineBeforeIssue', 'deadline', { value: formatDay(last), other: formatDay(issuedOn) });
  }
  return { ...(issuedOn && { issuedOn }), notes, deadline };
}

type Say = (code: FaultCode, column: Column, params?: Record<string, string | number>) => unknown;

function readSource(cells: RowCells, context: ReadContext, say: Say): SourceDocument | undefined {
  const cited = cells.get('sourceDocument') || (context.sourceDocument ?? '');
  if (cited === '') {
    say('sourceMissing', 'sourceDocument');
    return undefined;
  }
  const source = parseSourceDocument(cited);
  // Numbers below ten are written with a zero (Decree 30/2020/NĐ-CP); spreadsheets drop it.
  if (source.number && /^\d[/-]/.test(source.number))
    say('documentLostZero', 'sourceDocument', { value: source.number });
  return source;
}

function readAgencies(cells: RowCells, context: ReadContext, on: Day | undefined, say: Say) {
  const isKnown = (name: string) => context.resolveAgency(name, on) !== 'unknown';
  const lead = splitAgencies(cells.get('lead'), isKnown);
  const coordinating = splitAgencies(cells.get('coordinating'), isKnown);
  if (lead.length === 0) say('leadMissing', 'lead');
  for (const part of lead) {
    if (part.kind === 'unknown') say('leadUnknown', 'lead', { value: part.text });
    if (part.kind === 'named' && context.resolveAgency(part.text, on) === 'ambiguous')
      say('leadAmbiguous', 'lead', { value: part.text });
  }
  const leads = new Set(lead.filter((part) => part.kind === 'named').map((part) => agencyKey(part.text)));
  for (const part of coordinating) {
    if (part.kind === 'unknown') say('coordinatorUnknown', 'coordinating', { value: part.text });
    if (leads.has(agencyKey(part.text))) say('agencyTwice', 'coordinating', { value: part.text });
  }
  return { lead, coordinating };
}

function readTargets(cells: RowCells, kind: 'task' | 'target', say: Say): Target[] {
  const value = cells.get('targetValue');
  if (value === '') {
    if (kind === 'target') say('targetWithoutValue', 'targetValue');
    return [];
  }
  const targets = parseTarget(value, cells.get('targetUnit'));
  if (!targets) say('targetUnreadable', 'targetValue', { value });
  else if (targets.some((target) => target.unit === '')) say('targetUnitMissing', 'targetUnit');
  for (const target of targets ?? []) {
    if (target.hasRatio && Number(target.valueTo ?? target.value) > 100)
      say('targetOverHundred', 'targetValue', { value: target.value ?? '' });
  }
  return targets ?? [];
}
