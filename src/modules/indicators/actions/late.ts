import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { diffDays } from '../../../kit/day.ts';
import { lateList, type LateList, lateListStatement, type LateTask } from '../../directives/index.ts';
import { holdersOf, listOfficeHolders, ranks } from '../../organisations/index.ts';
import type { listLate } from '../contract/lists.ts';
import { type LatePart, listLateParts, listTasksByIds } from '../store/late.ts';
import type { RecordRow } from '../store/records.ts';
import { agencyKind, byAgency } from './groups.ts';
import { frameOf, resolveScope, type Scope, unitName } from './scope.ts';

/** The unit that answers for a lead on the day: the successor where there is one. */
function agencyOf(
  scope: Scope,
  unitId: string,
): { code: string; name: string; kind: 'ministry' | 'province' | 'other' } {
  const holding = holdersOf(scope.snapshot, unitId, scope.asOf);
  const code = 'holder' in holding ? holding.holder : unitId;
  return { code, name: unitName(scope.snapshot, code, scope.asOf), kind: agencyKind(scope.snapshot, code) };
}

/**
 * Late tasks with the agencies to name: the leads whose own part is late; where the whole is late but no part of its
 * own (a claim in time that waits for the decision), the leads that have not finished.
 */
function lateTasks(scope: Scope, parts: readonly LatePart[]): LateTask[] {
  const byTask = new Map<string, LatePart[]>();
  for (const part of parts) byTask.set(part.taskId, [...(byTask.get(part.taskId) ?? []), part]);
  return [...byTask].map(([ref, leads]) => {
    const late = leads.filter((lead) => lead.late);
    const named = late.length > 0 ? late : leads.filter((lead) => !lead.done);
    return {
      ref,
      time: leads[0]!.class,
      agencies: named.flatMap(({ unitId }) => (unitId === null ? [] : [agencyOf(scope, unitId)])),
    };
  });
}

export interface LateLists {
  list: LateList;
  agencies: Map<string, { id: string; name: string }[]>;
}

/** The late list of a scope: groups in the order of Vietnamese reports, the tasks of each. */
export async function lateListOf(ctx: Context, scope: Scope): Promise<LateLists> {
  const tasks = lateTasks(scope, await listLateParts(ctx.tx, ctx.actor, scope));
  const agencies = new Map(
    tasks.map((t) => [
      t.ref,
      [...new Map(t.agencies.map((a) => [a.code, { id: a.code, name: a.name }])).values()],
    ]),
  );
  return { list: lateList(tasks), agencies };
}

/** One late task as it is printed. */
export function lateItem(scope: Scope, row: RecordRow, agencies: { id: string; name: string }[]) {
  const { recordId, ref, directiveNumber, titleVi, titleEn, productVi, deadlineText, due, firstDue, doneOn } =
    row;
  return {
    id: recordId,
    ref,
    directiveNumber,
    titleVi,
    titleEn,
    productVi,
    deadlineText: deadlineText ?? '',
    due: due!,
    ...(firstDue ? { firstDue } : {}),
    ...(doneOn ? { doneOn } : {}),
    days: Math.max(0, diffDays(due!, doneOn ?? scope.asOf)),
    class: row.class,
    agencies: agencies.toSorted((a, b) => byAgency(scope.snapshot, scope.asOf)(a.id, b.id)),
  };
}

/** The people who must act: heads first, then deputies and coordinators, of each agency on the day. */
async function peopleOf(ctx: Context, scope: Scope, agencies: readonly string[]) {
  const holders = (await listOfficeHolders(ctx.tx, agencies, scope.asOf)).filter(
    (h) => h.personName !== null && h.rank !== 'official',
  );
  const byUnit = Map.groupBy(
    holders.toSorted((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank)),
    (h) => h.unitId,
  );
  return (id: string) => ({
    people: (byUnit.get(id) ?? [])
      .slice(0, 3)
      .map((h) => ({
        name: h.personName!,
        title: { vi: h.titleVi, en: h.titleEn || h.titleVi },
        rank: h.rank,
      })),
  });
}

export async function listLateAction(
  ctx: Context,
  input: ParsedOf<typeof listLate>,
): Promise<ReplyOf<typeof listLate>> {
  const scope = await resolveScope(ctx, { ...input, count: 'tasks', role: 'lead' });
  const { list, agencies } = await lateListOf(ctx, scope);
  const chosen =
    input.agencyId === undefined ? list.groups : list.groups.filter((g) => g.code === input.agencyId);
  const refs = [
    ...new Set([
      ...chosen.flatMap((g) => g.refs),
      ...(input.agencyId === undefined ? list.withoutAgency : []),
    ]),
  ];
  const rows = await listTasksByIds(ctx.tx, ctx.actor, scope, refs.slice(0, input.limit));
  const people = input.withPeople
    ? await peopleOf(
        ctx,
        scope,
        list.groups.map((g) => g.code),
      )
    : () => ({});
  const { groups, total, overdue, doneLate, sum, excess, withoutAgency } = list;
  const words = { vi: lateListStatement.vi(list), en: lateListStatement.en(list) };
  return {
    ...frameOf(scope),
    groups: groups.map(({ code, refs: _, ...group }) => ({ id: code, ...group, ...people(code) })),
    total,
    overdue,
    doneLate,
    sum,
    excess,
    withoutAgency: withoutAgency.length,
    ...(words.vi === '' ? {} : { statement: words }),
    items: refs
      .slice(0, input.limit)
      .flatMap((ref) => (rows.has(ref) ? [lateItem(scope, rows.get(ref)!, agencies.get(ref) ?? [])] : [])),
    unnamed: Math.max(0, refs.length - input.limit),
  };
}
