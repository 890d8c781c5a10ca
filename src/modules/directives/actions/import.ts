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
    for (const row of d.rows) await importRow(ctx, input, made, d, directiveId, row, ids);
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

async function importRow(
  ctx: Context,
  input: ImportInput,
  made: FilePlan,
  d: PlannedDirective,
  directiveId: string,
  row: IntakeRow,
  ids: Map<string, string>,
): Promise<void> {
  const stored = made.stored.get(`${d.ownerUnitId}|${d.number}|${row.ref}`);
  if (stored) {
    const task = await lockTask(ctx.tx, ctx.actor, stored.id);
    const patch = {
      titleVi: row.titleVi,
      titleEn: row.titleEn ?? '',
      productVi: row.product ?? '',
      note: row.notesText ?? '',
    };
    const changed = Object.entries(patch).filter(
      ([name, value]) => (task as unknown as Record<string, unknown>)[name] !== value,
    );
    if (changed.length === 0) return;
    await saveTask(ctx.tx, { ...task, ...patch, version: task.version + 1 });
    ctx.emit({
      unitId: d.ownerUnitId,
      stream: `task:${task.id}`,
      kind: 'task.amended',
      payload: Object.fromEntries(changed),
    });
    return;
  }
  const section = made.groups.some((g) => g.ref === row.parentRef) ? row.parentRef : undefined;
  const task = await ctx.call(addTask, {
    directiveId,
    ref: row.ref,
    kind: row.kind,
    number: row.ref.split('-').at(-1)?.slice(0, 20) ?? '',
    titleVi: row.titleVi,
    titleEn: row.titleEn ?? '',
    productVi: row.product ?? '',
    leadText: row.leadText,
    coordinatingText: row.coordinatingText ?? '',
    deadlineText: row.deadline.text,
    deadline: { ...row.deadline, understood: true as const },
    note: row.notesText ?? '',
    keepUnknown: true,
    ...(section ? { sectionCode: section } : {}),
    ...(row.targets[0] ? { target: row.targets[0] as never } : {}),
    ...(row.sourceUrl ? { sourceUrl: row.sourceUrl } : {}),
  });
  ids.set(row.ref, task.id);
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
