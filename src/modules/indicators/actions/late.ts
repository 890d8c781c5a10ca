import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { diffDays } from '../../../kit/day.ts';
import { lateList, type LateList, lateListStatement, type LateTask } from '../../directives/index.ts';
import { holdersOf, listOfficeHolders, ranks } from '../../organisations/index.ts';
import type { listLate } from '../contract/lists.ts';
import { type LateTaskRow, listLateTasks, listTasksByIds } from '../store/late.ts';
import { agencyKind, byAgency } from './groups.ts';
import { frameOf, resolveScope, type Scope, unitNames } from './scope.ts';

type Agency = LateTask['agencies'][number];

/** The unit that answers for a lead on the day: the successor where there is one. Looked up once for each unit. */
function agenciesOf(scope: Scope): (unitId: string) => Agency {
  const known = new Map<string, Agency>();
  return (unitId) => {
    const there = known.get(unitId);
    if (there) return there;
    const holding = holdersOf(scope.snapshot, unitId, scope.asOf);
    const code = 'holder' in holding ? holding.holder : unitId;
    const { vi, en } = unitNames(scope.snapshot, code, scope.asOf);
    const made = {
      code,
      name: vi,
      nameEn: en,
      kind: agencyKind(scope.snapshot, code),
    };
    known.set(unitId, made);
    return made;
  };
}

interface NamedUnit {
  id: string;
  name: string;
  nameEn?: string | undefined;
}

export interface LateLists {
  list: LateList;
  rows: Map<string, LateTaskRow>;
  /** The agencies of each task, in the order of Vietnamese reports. */
  agencies: Map<string, NamedUnit[]>;
}

/** The late list of a scope: groups in the order of Vietnamese reports, the tasks of each. */
export async function lateListOf(ctx: Context, scope: Scope): Promise<LateLists> {
  const found = await listLateTasks(ctx.tx, ctx.actor, scope);
  const agencyOf = agenciesOf(scope);
  const tasks = found.map((row): LateTask => ({
    ref: row.taskId,
    time: row.class,
    agencies: row.units.map(agencyOf),
  }));
  const list = lateList(tasks);
  const agencies = new Map<string, NamedUnit[]>();
  const order = byAgency(scope.snapshot, scope.asOf);
  for (const { code, name, nameEn, refs } of list.groups.toSorted((a, b) => order(a.code, b.code))) {
    for (const ref of refs) {
      const own = agencies.get(ref) ?? [];
      own.push({ id: code, name, nameEn });
      agencies.set(ref, own);
    }
  }
  return { list, rows: new Map(found.map((row) => [row.taskId, row])), agencies };
}

/** A task led by thousands names only the first of them. */
const MOST_AGENCIES = 100;

/** Late tasks as they are printed, in the order of `refs`, each with at most so many of its agencies. */
export async function lateItems(
  ctx: Context,
  scope: Scope,
  { rows, agencies }: LateLists,
  refs: readonly string[],
  mostAgencies = Infinity,
) {
  const full = await listTasksByIds(ctx.tx, ctx.actor, scope, refs);
  return refs.flatMap((ref) => {
    const row = full.get(ref);
    const late = rows.get(ref);
    if (!row || !late) return [];
    const due = late.due ?? row.due ?? scope.asOf;
    const doneOn = late.due ? late.doneOn : row.doneOn;
    const { recordId, directiveNumber, titleVi, titleEn, productVi, firstDue } = row;
    return [
      {
        id: recordId,
        ref: row.ref,
        directiveNumber,
        titleVi,
        titleEn,
        productVi,
        deadlineText: row.deadlineText ?? '',
        due,
        ...(firstDue ? { firstDue } : {}),
        ...(doneOn ? { doneOn } : {}),
        days: Math.max(0, diffDays(due, doneOn ?? scope.asOf)),
        class: late.class,
        agencies: (agencies.get(ref) ?? []).slice(0, mostAgencies),
        agenciesTotal: agencies.get(ref)?.length ?? 0,
      },
    ];
  });
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
    people: (byUnit.get(id) ?? []).slice(0, 3).map((h) => ({
      name: h.personName!,
      title: { vi: h.titleVi, en: h.titleEn || h.titleVi },
      rank: h.rank,
    })),
  });
}

const ownParts = {
  vi: 'Đếm nhiệm vụ mà phần do đơn vị trong phạm vi chủ trì bị chậm, mỗi nhiệm vụ một lần',
  en: 'Counts tasks of which a part led by a unit of the scope is late, each once',
};

/** The counts of a late list: by agency, in all, and why they differ. */
export function lateCounts(list: LateList) {
  const { total, overdue, doneLate, sum, excess } = list;
  const statement = { vi: lateListStatement.vi(list), en: lateListStatement.en(list) };
  return {
    groups: list.groups.map(({ code: id, name, nameEn, kind, ...n }) => ({
      id,
      name,
      nameEn,
      kind,
      overdue: n.overdue,
      doneLate: n.doneLate,
      count: n.count,
    })),
    total,
    overdue,
    doneLate,
    sum,
    excess,
    ...(statement.vi === '' ? {} : { statement }),
  };
}

/** The tasks of a late list, agency by agency; of one agency only where it is named. */
export function refsOf(list: LateList, agencyId?: string): string[] {
  const chosen = agencyId === undefined ? list.groups : list.groups.filter((g) => g.code === agencyId);
  const alone = agencyId === undefined ? list.withoutAgency : [];
  return [...new Set([...chosen.flatMap((g) => g.refs), ...alone])];
}

export async function listLateAction(
  ctx: Context,
  input: ParsedOf<typeof listLate>,
): Promise<ReplyOf<typeof listLate>> {
  const scope = await resolveScope(ctx, { ...input, count: 'tasks', role: 'lead' });
  const made = await lateListOf(ctx, scope);
  const refs = refsOf(made.list, input.agencyId);
  const { groups, ...counts } = lateCounts(made.list);
  const ids = groups.map((g) => g.id);
  const people = input.withPeople ? await peopleOf(ctx, scope, ids) : () => ({});
  return {
    ...frameOf(scope),
    counts: input.unitId === undefined ? scope.counts : ownParts,
    groups: groups.map((group) => ({ ...group, ...people(group.id) })),
    ...counts,
    withoutAgency: made.list.withoutAgency.length,
    items: await lateItems(ctx, scope, made, refs.slice(0, input.limit), MOST_AGENCIES),
    unnamed: Math.max(0, refs.length - input.limit),
  };
}
