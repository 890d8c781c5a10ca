import type { Context } from '../../../kit/context.ts';
import type { ReplyOf } from '../../../kit/contract.ts';
import { Problem } from '../../../kit/problems.ts';
import { findByName, loadSnapshot } from '../../organisations/index.ts';
import { enterDirective } from '../contract/directive.ts';
import { type applyImport, importRefused, type previewImport } from '../contract/import.ts';
import { addTask } from '../contract/task.ts';
import { addParent } from '../contract/task.ts';
import type { DirectiveRow as IntakeRow } from '../intake/row.ts';
import { findDirectiveByNumber, saveRelation, saveSections } from '../store/directive.ts';
import { lockTask, saveTask } from '../store/task.ts';
import {
  type FilePlan,
  type ImportInput,
  type PlannedDirective,
  planImport,
  titleOf,
} from './import-plan.ts';

const kindOf = (d: PlannedDirective) => (d.source.kind === 'law' ? 'other' : d.source.kind);

export const previewImportAction = async (
  ctx: Context,
  input: ImportInput,
): Promise<ReplyOf<typeof previewImport>> => (await planImport(ctx, input)).plan;

/** Imports a file, all or nothing; what is there already and equal is left alone. */
export async function applyImportAction(
  ctx: Context,
  input: ImportInput,
): Promise<ReplyOf<typeof applyImport>> {
  const made = await planImport(ctx, input);
  const { plan } = made;
  if (!plan.ready) {
    const wrong = plan.faults.filter((f) => f.severity === 'error');
    throw new Problem(importRefused, {
      detail: {
        vi: `${wrong.length} lỗi; dòng đầu tiên: ${wrong[0]?.line ?? 1}.`,
        en: `${wrong.length} errors; the first on line ${wrong[0]?.line ?? 1}.`,
      },
      fields: wrong.slice(0, 200).map((f) => ({
        path: `line.${f.line}${f.column ? `.${f.column}` : ''}`,
        message: { vi: `Dòng ${f.line}: ${f.vi}`, en: `Line ${f.line}: ${f.en}` },
      })),
    });
  }
  const ids = new Map<string, string>([...made.stored.values()].map((s) => [s.ref, s.id]));
  const directiveIds = new Map<string, string>();
  for (const d of made.directives) {
    const directiveId = await directiveFor(ctx, input, d, made);
    directiveIds.set(d.number, directiveId);
    for (const row of d.rows) await importRow(ctx, { made, ids }, d, directiveId, row);
  }
  for (const d of made.directives) await linkRows(ctx, made, d, ids, directiveIds);
  return { ...plan, directives: plan.directives.map((d) => ({ ...d, id: directiveIds.get(d.number)! })) };
}

/** Groups of an appendix become sections of the directive whose rows name them. */
async function sectionsOf(
  ctx: Context,
  directiveId: string,
  d: PlannedDirective,
  made: FilePlan,
): Promise<void> {
  const used = new Set(d.rows.map((r) => r.parentRef));
  const groups = made.groups.filter((g) => used.has(g.ref));
  await saveSections(
    ctx.tx,
    directiveId,
    groups.map((g) => ({
      code: g.ref,
      number: g.ref.split('-').at(-1) ?? '',
      titleVi: g.title ?? `Nhóm ${g.ref.split('-').at(-1)}`,
      titleEn: '',
      parentCode: null,
    })),
  );
}

async function directiveFor(
  ctx: Context,
  input: ImportInput,
  d: PlannedDirective,
  made: FilePlan,
): Promise<string> {
  const there = await findDirectiveByNumber(ctx.tx, d.ownerUnitId, d.number, d.issuedOn);
  const snapshot = await loadSnapshot(ctx.tx);
  const issuer = d.source.issuer ? findByName(snapshot, d.source.issuer, d.issuedOn) : undefined;
  const directiveId =
    there?.id ??
    (
      await ctx.call(enterDirective, {
        ownerUnitId: d.ownerUnitId,
        number: d.number,
        kind: kindOf(d),
        titleVi: titleOf(d),
        issuedOn: d.issuedOn,
        classification: input.classification,
        issuerText: d.source.issuer ?? '',
        ...(issuer?.found === 'unit' ? { issuerUnitId: issuer.unitId } : {}),
        summaryVi: d.dated ? '' : 'Chưa rõ ngày ban hành; tạm tính theo văn bản cấp trên.',
      })
    ).id;
  await sectionsOf(ctx, directiveId, d, made);
  return directiveId;
}

/** A row that is stored already: its words follow the file; deadline and agencies only follow a document. */
async function amendTask(ctx: Context, d: PlannedDirective, id: string, row: IntakeRow): Promise<void> {
  const task = await lockTask(ctx.tx, ctx.actor, id);
  const { titleVi, titleEn = '', product: productVi = '', notesText: note = '' } = row;
  const now: Record<string, unknown> = { ...task };
  const changed = Object.entries({ titleVi, titleEn, productVi, note }).filter(
    ([name, value]) => now[name] !== value,
  );
  if (changed.length === 0) return;
  const patch = Object.fromEntries(changed);
  await saveTask(ctx.tx, { ...task, ...patch, version: task.version + 1 });
  ctx.emit({ unitId: d.ownerUnitId, stream: `task:${id}`, kind: 'task.amended', payload: patch });
}

interface Importing {
  made: FilePlan;
  /** Task ids by ref, also those stored before. */
  ids: Map<string, string>;
}

async function importRow(
  ctx: Context,
  { made, ids }: Importing,
  d: PlannedDirective,
  directiveId: string,
  row: IntakeRow,
): Promise<void> {
  const stored = made.stored.get(`${d.ownerUnitId}|${d.number}|${row.ref}`);
  if (stored) return amendTask(ctx, d, stored.id, row);
  const { ref, kind, titleVi, leadText } = row;
  const section = made.groups.some((g) => g.ref === row.parentRef) ? row.parentRef : undefined;
  const task = await ctx.call(addTask, {
    directiveId,
    ref,
    kind,
    titleVi,
    leadText,
    keepUnknown: true,
    number: ref.split('-').at(-1)?.slice(0, 20) ?? '',
    titleEn: row.titleEn ?? '',
    productVi: row.product ?? '',
    coordinatingText: row.coordinatingText ?? '',
    deadlineText: row.deadline.text,
    deadline: {
      ...row.deadline,
      understood: true as const,
    },
    note: row.notesText ?? '',
    ...(section ? { sectionCode: section } : {}),
    ...(row.targets[0] ? { target: row.targets[0] as never } : {}),
    ...(row.sourceUrl ? { sourceUrl: row.sourceUrl } : {}),
  });
  ids.set(ref, task.id);
}

/** After all rows are there: parents among tasks, and which directive implements which. */
async function linkRows(
  ctx: Context,
  made: FilePlan,
  d: PlannedDirective,
  ids: Map<string, string>,
  directiveIds: Map<string, string>,
): Promise<void> {
  for (const row of d.rows) {
    if (!row.parentRef || made.stored.has(`${d.ownerUnitId}|${d.number}|${row.ref}`)) continue;
    const parent = ids.get(row.parentRef);
    const own = ids.get(row.ref);
    if (parent && own) await ctx.call(addParent, { id: own, parentId: parent });
    const above = directiveIds.get(row.parentRef);
    const fromId = directiveIds.get(d.number);
    if (above && fromId && above !== fromId)
      await saveRelation(ctx.tx, { fromId, toId: above, kind: 'implements', note: '' });
  }
}
