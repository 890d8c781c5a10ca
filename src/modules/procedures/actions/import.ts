import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { decodeText } from '../../../kit/csv.ts';
import { formatDay } from '../../../kit/day.ts';
import { Problem } from '../../../kit/problems.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import type * as contract from '../contract.ts';
import { importRefused } from '../contract/import.ts';
import { saveDraft } from '../contract/procedure.ts';
import { namedCounts } from '../findings/actions.ts';
import { signsOf } from '../findings/ministries.ts';
import { countByMinistry, ministryOf } from '../findings/rules.ts';
import type { Fault, ReadFile, ReadProcedure } from '../intake/model.ts';
import { readRecords } from '../intake/record.ts';
import { readRows } from '../intake/rows.ts';
import { assertMay } from '../rights.ts';
import { checks as allChecks } from '../rules/checks/all.ts';
import { blocksIn } from '../rules/checks/run.ts';
import { diffOf, type WordChange } from '../rules/diff.ts';
import type { ProcedureState } from '../rules/life.ts';
import type { Announcement, ProcedureContent, ProcedureVersion } from '../rules/model.ts';
import { say } from '../rules/say.ts';
import { loadProcedure } from '../store/procedure.ts';
import { checksOf } from './checking.ts';

type Input = ParsedOf<typeof contract.previewImport>;
type Plan = ReplyOf<typeof contract.previewImport>;
type Row = Plan['rows'][number];

function readFile(bytes: Buffer): ReadFile & { format: Plan['format'] } {
  const text = decodeText(bytes)?.trimStart() ?? '';
  return /^[[{]/.test(text.replace(/^\uFEFF/, ''))
    ? { format: 'record', ...readRecords(text.replace(/^\uFEFF/, '')) }
    : { format: 'csv', ...readRows(bytes) };
}

const newest = (state: ProcedureState) => state.versions.findLast((one) => one.state !== 'withdrawn');

/** What a file states over what is there: parts it says nothing about (steps, form, rules) stay as they are. */
function over(there: ProcedureContent | undefined, read: ProcedureContent): ProcedureContent {
  if (!there) return read;
  const stated = Object.entries(read).filter(
    ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  const { templates, rules, caseKinds } = there;
  return { ...there, ...Object.fromEntries(stated), templates, rules, caseKinds };
}

/** A draft whose decision got a day; what was published keeps what was stated then. */
const decided = (there: ProcedureVersion, read: Announcement | undefined): WordChange[] =>
  read && there.state === 'draft' && there.announcement?.day !== read.day
    ? [{ path: 'announcement.day', ...say.announced, becomes: formatDay(read.day) }]
    : [];

async function planned(ctx: Context, input: Input, read: ReadProcedure) {
  const state = await loadProcedure(ctx.tx, read.code);
  const there = newest(state);
  const content = over(there?.content, read.content);
  const changes = there ? [...diffOf(there.content, content), ...decided(there, read.announcement)] : [];
  const what: Row['what'] = !there ? 'create' : changes.length > 0 ? 'change' : 'skip';
  const checks = await checksOf(ctx.tx, read.code, content, input.validFrom ?? ctx.today);
  const { line, code, announcement } = read;
  const row: Row = { line, code, nameVi: content.name.vi, fieldVi: content.fieldVi, what, changes, checks };
  return { row, content, announcement, draft: there?.state === 'draft' ? there.id : undefined };
}

/** A code twice in a file: which of the two is meant is not ours to say. */
const doubled = (procedures: readonly ReadProcedure[]): Fault[] =>
  procedures
    .filter(({ code }, at) => procedures.slice(0, at).some((one) => one.code === code))
    .map(({ line, code }) => ({
      line,
      column: 'code',
      severity: 'error',
      message: {
        vi: `Mã ${code} đã có ở dòng trên.`,
        en: `The code ${code} stands on a line above already.`,
      },
    }));

function findingsOf(rows: readonly Row[]): Plan['findings'] {
  return allChecks
    .flatMap(({ name, severity, title }) => {
      const records = rows.filter((row) => row.checks.some((one) => one.check === name)).length;
      return records > 0 ? [{ check: name, severity, records, ...title }] : [];
    })
    .sort((a, b) => b.records - a.records);
}

function byField(rows: readonly Row[]): Plan['byField'] {
  const fields = new Map<string, { procedures: number; blocked: number }>();
  for (const { fieldVi, checks } of rows) {
    const count = fields.get(fieldVi) ?? { procedures: 0, blocked: 0 };
    count.procedures += 1;
    if (blocksIn(checks).length > 0) count.blocked += 1;
    fields.set(fieldVi, count);
  }
  return [...fields].map(([field, count]) => ({ field, ...count })).sort((a, b) => b.blocked - a.blocked);
}

async function byMinistry(
  ctx: Context,
  made: readonly { row: Row; content: ProcedureContent }[],
): Promise<Plan['byMinistry']> {
  const snapshot = await loadSnapshot(ctx.tx);
  const signs = signsOf(snapshot, ctx.today);
  const checked = made.map(({ row, content }) => ({
    ministryId: ministryOf(content.decision, signs),
    checks: row.checks,
  }));
  return namedCounts(ctx, snapshot, countByMinistry(checked));
}

async function planImport(ctx: Context, input: Input) {
  assertMay(ctx, 'procedure.edit');
  const { format, procedures, faults: read } = readFile(Buffer.from(input.content, 'base64'));
  const faults = [...read, ...doubled(procedures)];
  const made = [];
  for (const procedure of procedures) made.push(await planned(ctx, input, procedure));
  const rows = made.map(({ row }) => row);
  const count = (what: Row['what']) => rows.filter((row) => row.what === what).length;
  const errors = faults.filter((one) => one.severity === 'error').length;
  const plan: Plan = {
    format,
    rows,
    counts: {
      create: count('create'),
      change: count('change'),
      skip: count('skip'),
      blocked: rows.filter((row) => blocksIn(row.checks).length > 0).length,
      errors,
    },
    findings: findingsOf(rows),
    byField: byField(rows),
    byMinistry: await byMinistry(ctx, made),
    faults: faults.map(({ message, ...one }) => ({ ...one, ...message })),
    ready: errors === 0 && rows.length > 0,
  };
  return { plan, made };
}

export const previewImportAction = async (ctx: Context, input: Input): Promise<Plan> =>
  (await planImport(ctx, input)).plan;

/** Refuses a file with errors, each named by its line. */
export function refuseFaults(
  faults: readonly { line: number; column?: string; vi: string; en: string }[],
): never {
  throw new Problem(importRefused, {
    detail: {
      vi: `${faults.length} lỗi; dòng đầu tiên: ${faults[0]?.line ?? 1}.`,
      en: `${faults.length} errors; the first on line ${faults[0]?.line ?? 1}.`,
    },
    fields: faults.slice(0, 200).map(({ line, column, vi, en }) => ({
      path: `line.${line}${column ? `.${column}` : ''}`,
      message: { vi: `Dòng ${line}: ${vi}`, en: `Line ${line}: ${en}` },
    })),
  });
}

/** Imports a file as drafts, all or nothing; what says the same already is left alone. Publishing is another step. */
export async function applyImportAction(ctx: Context, input: Input): Promise<Plan> {
  const { plan, made } = await planImport(ctx, input);
  if (!plan.ready) refuseFaults(plan.faults.filter((one) => one.severity === 'error'));
  const validFrom = input.validFrom ?? ctx.today;
  for (const { row, content, announcement, draft } of made)
    if (row.what !== 'skip')
      await ctx.call(saveDraft, {
        code: row.code,
        validFrom,
        content,
        ...(draft && { versionId: draft }),
        ...(announcement && { announcement }),
      });
  return plan;
}
