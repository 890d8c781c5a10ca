import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { tryReadXlsx } from '../../documents/index.ts';
import { findByName, loadSnapshot, ROOT, type Snapshot } from '../../organisations/index.ts';
import type { previewImport } from '../contract/import.ts';
import { fanOut } from '../fan-out.ts';
import { type CsvRecord, readCsv } from '../intake/csv.ts';
import { type Fault, refuses } from '../intake/faults.ts';
import { readDirectiveRows, type ReadResult } from '../intake/plan.ts';
import type { DirectiveRow as IntakeRow } from '../intake/row.ts';
import { listRefs, type StoredRef } from '../store/import.ts';

export type ImportInput = ParsedOf<typeof previewImport>;
type Plan = ReplyOf<typeof previewImport>;

/** One directive of a file: its rows in order, whose it is, and the day it counts from. */
export interface PlannedDirective {
  number: string;
  source: IntakeRow['source'];
  issuedOn: string;
  dated: boolean;
  ownerUnitId: string;
  rows: IntakeRow[];
}

export interface FilePlan {
  directives: PlannedDirective[];
  groups: ReadResult['groups'];
  stored: Map<string, StoredRef>;
  plan: Plan;
}

async function recordsOf(input: ImportInput): Promise<{ records: readonly CsvRecord[]; faults: Fault[] }> {
  const bytes = Buffer.from(input.content, 'base64');
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip || !/\.xlsx$/i.test(input.filename)) return readCsv(bytes);
  const read = await tryReadXlsx(bytes);
  if ('fault' in read)
    throw fieldProblem(
      'content',
      `Không đọc được sổ tính (${read.fault}).`,
      `The workbook cannot be read (${read.fault}).`,
    );
  const sheet = read.sheets.find((one) => !one.hidden);
  return { records: (sheet?.rows ?? []).map((row) => ({ line: row.number, cells: row.cells })), faults: [] };
}

/** The unit a document of a place belongs to, where its citation names one ("Kế hoạch 139/KH-UBND (Hà Nội)"). */
function ownerOf(
  ctx: Context,
  snapshot: Snapshot,
  row: IntakeRow,
  issuedOn: string,
  otherwise: string,
): string {
  const { detail } = row.source;
  const found = detail ? findByName(snapshot, detail, issuedOn) : undefined;
  if (found?.found !== 'unit') return otherwise;
  return may(ctx.actor, 'directive.edit', found.unitId) ? found.unitId : otherwise;
}

/** Gathers rows by document. A document without a date counts from the day of the one above it, else from today. */
function gather(ctx: Context, snapshot: Snapshot, read: ReadResult, input: ImportInput): PlannedDirective[] {
  const byKey = new Map<string, IntakeRow[]>();
  for (const row of read.rows) byKey.set(row.source.key, [...(byKey.get(row.source.key) ?? []), row]);
  const dateOf = new Map(read.rows.map((row) => [row.ref, row.issuedOn]));
  return [...byKey.values()]
    .map((rows) => {
      const days = rows.flatMap((r) => r.issuedOn ?? r.source.heldOn ?? []).sort();
      const above = rows.flatMap((r) => (r.parentRef ? (dateOf.get(r.parentRef) ?? []) : []))[0];
      const issuedOn = days[0] ?? input.issuedOn ?? above ?? ctx.today;
      const [first] = rows as [IntakeRow];
      return {
        number: first.source.number ?? first.source.key,
        source: first.source,
        issuedOn,
        dated: days.length > 0,
        ownerUnitId: ownerOf(ctx, snapshot, first, issuedOn, input.ownerUnitId ?? ROOT),
        rows,
      };
    })
    .sort((a, b) => a.issuedOn.localeCompare(b.issuedOn));
}

/** Which fields of a row are not as stored. Deadlines and agencies are shown but only changed by a document of their own. */
function differences(row: IntakeRow, stored: StoredRef): string[] {
  const pairs: [string, string, string][] = [
    ['title', row.titleVi, stored.titleVi],
    ['titleEn', row.titleEn ?? '', stored.titleEn],
    ['product', row.product ?? '', stored.productVi],
    ['notes', row.notesText ?? '', stored.note],
    ['lead', row.leadText, stored.leadText],
    ['deadline', row.deadline.text, stored.deadlineText],
  ];
  return pairs.filter(([, a, b]) => a !== b).map(([name]) => name);
}

function planRow(
  snapshot: Snapshot,
  d: PlannedDirective,
  row: IntakeRow,
  stored: StoredRef | undefined,
): Plan['rows'][number] {
  const leads = fanOut(snapshot, row.leadText, d.issuedOn, d.ownerUnitId);
  const others = fanOut(snapshot, row.coordinatingText ?? '', d.issuedOn, d.ownerUnitId);
  const leadIds = new Set(leads.units.map((u) => u.unitId));
  const fields = stored ? differences(row, stored) : [];
  return {
    line: row.line,
    what: !stored ? 'create' : fields.length > 0 ? 'change' : 'skip',
    ref: row.ref,
    directive: d.number,
    kind: row.kind,
    titleVi: row.titleVi,
    deadlineText: row.deadline.text,
    leads: leads.units.length,
    coordinating: others.units.filter((u) => !leadIds.has(u.unitId)).length,
    unknown: [...leads.unknown, ...others.unknown],
    fields,
  };
}

function readRows(
  ctx: Context,
  snapshot: Snapshot,
  input: ImportInput,
  records: readonly CsvRecord[],
  known: readonly StoredRef[],
) {
  return readDirectiveRows(records, {
    resolveAgency: (name, on = ctx.today) => {
      if (findByName(snapshot, name, on).found === 'ambiguous') return 'ambiguous';
      return fanOut(snapshot, name, on).unknown.length === 0 ? 'found' : 'unknown';
    },
    knownRefs: new Set(known.map((s) => s.ref)),
    ...(input.sourceDocument ? { sourceDocument: input.sourceDocument } : {}),
    ...(input.issuedOn ? { issuedOn: input.issuedOn } : {}),
  });
}

function countsOf(rows: Plan['rows'], faults: readonly Fault[]): Plan['counts'] {
  const of = (what: string): number => rows.filter((r) => r.what === what).length;
  const fresh = rows.filter((r) => r.what === 'create');
  return {
    create: of('create'),
    change: of('change'),
    skip: of('skip'),
    assignments: fresh.reduce((n, r) => n + r.leads + r.coordinating, 0),
    errors: faults.filter((f) => f.severity === 'error').length,
    warnings: faults.filter((f) => f.severity === 'warning').length,
  };
}

const shownFault = ({ line, column, code, severity, vi, en }: Fault): Plan['faults'][number] => ({
  line,
  code,
  severity,
  vi,
  en,
  ...(column ? { column } : {}),
});

/** Reads a file and says what importing it would do; nothing is written. */
export async function planImport(ctx: Context, input: ImportInput): Promise<FilePlan> {
  const snapshot = await loadSnapshot(ctx.tx);
  const { records, faults: raw } = await recordsOf(input);
  const known = await listRefs(ctx.tx, ctx.actor);
  const stored = new Map(known.map((s) => [`${s.ownerUnitId}|${s.number}|${s.ref}`, s]));
  const read = refuses(raw)
    ? { rows: [], groups: [], faults: [] }
    : readRows(ctx, snapshot, input, records, known);
  const faults = [...raw, ...read.faults];
  const directives = gather(ctx, snapshot, read, input);
  const planOf = (d: PlannedDirective) =>
    d.rows.map((row) => planRow(snapshot, d, row, stored.get(`${d.ownerUnitId}|${d.number}|${row.ref}`)));
  const rows = directives.flatMap(planOf).sort((a, b) => a.line - b.line);
  const isNew = (d: PlannedDirective) =>
    !known.some((s) => s.ownerUnitId === d.ownerUnitId && s.number === d.number);
  const plan: Plan = {
    directives: directives.map((d) => ({
      number: d.number,
      titleVi: titleOf(d),
      issuedOn: d.issuedOn,
      owner: d.ownerUnitId,
      isNew: isNew(d),
    })),
    rows,
    counts: countsOf(rows, faults),
    faults: faults.map(shownFault),
    ready: !refuses(faults) && rows.length > 0,
  };
  return { directives, groups: read.groups, stored, plan };
}

/** What a document without a title of its own is called: how it was cited. */
export const titleOf = (d: PlannedDirective): string =>
  d.source.detail ? `${d.number} – ${d.source.detail}` : (d.source.number ?? d.source.text);
