import type { Context } from '../../../kit/context.ts';
import type { Day } from '../../../kit/day.ts';
import type { Text } from '../../../kit/i18n.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { heldBy, loadSnapshot, type Snapshot, subtreeOn, unitAround } from '../../organisations/index.ts';
import { knownDay } from '../asOf.ts';
import { countWords, scopeWords } from '../rules/words.ts';
import { findDirectiveName, listSectionNames } from '../store/names.ts';
import type { Selection } from '../store/selection.ts';

export interface ScopeInput {
  directiveId?: string | undefined;
  ownerUnitId?: string | undefined;
  sectionCode?: string | undefined;
  unitId?: string | undefined;
  subtree: boolean;
  field?: string | undefined;
  kind: 'task' | 'target' | 'all';
  role: 'lead' | 'coordinating' | 'all';
  count: 'tasks' | 'assignments';
  asOf?: Day | undefined;
  /** Of `asOf`, unless said otherwise. */
  tree?: 'then' | 'now' | undefined;
  rules?: 'then' | 'now' | undefined;
}

/** A selection with the words that stand beside its figures. */
export interface Scope extends Selection {
  snapshot: Snapshot;
  tree: 'then' | 'now';
  rules: 'then' | 'now';
  /** The day of which units are taken, and that of which rules are. */
  treeDay: Day;
  rulesDay: Day;
  words: Text;
  counts: Text;
}

/** The units whose duties a unit holds on a day, its own and its predecessors', with all below it on request. */
export function unitsHeld(snapshot: Snapshot, unitId: string, on: Day, subtree: boolean): string[] {
  const below = subtree ? subtreeOn(snapshot, unitId, on) : new Set<string>();
  const held = new Set<string>([unitId]);
  for (const one of below.add(unitId)) for (const own of heldBy(snapshot, one, on)) held.add(own);
  return [...held];
}

/** What a unit was called on a day, in both languages; by its Vietnamese name where it has no other. */
export function unitNames(snapshot: Snapshot, unitId: string, on: Day): Text {
  const unit = unitAround(snapshot, unitId, on);
  const vi = unit?.nameVi ?? unitId;
  return { vi, en: unit?.nameEn || vi };
}

export const unitName = (snapshot: Snapshot, unitId: string, on: Day): string =>
  unitNames(snapshot, unitId, on).vi;

/** A unit as records name it. */
export function unitShown(scope: Pick<Scope, 'snapshot' | 'asOf'>, id: string) {
  const { vi, en } = unitNames(scope.snapshot, id, scope.asOf);
  return { id, name: vi, nameEn: en };
}

const sameWords = (text: string | undefined): Text | undefined =>
  text === undefined ? undefined : { vi: text, en: text };

async function namesOf(ctx: Context, snapshot: Snapshot, input: ScopeInput, on: Day) {
  const directive =
    input.directiveId === undefined
      ? undefined
      : await findDirectiveName(ctx.tx, ctx.actor, input.directiveId);
  const sections =
    input.sectionCode === undefined || !directive
      ? []
      : await listSectionNames(ctx.tx, ctx.actor, directive.id);
  const section = sections.find((s) => s.code === input.sectionCode);
  return {
    directive: directive?.number,
    section: section
      ? { vi: section.titleVi, en: section.titleEn || section.titleVi }
      : sameWords(input.sectionCode),
    owner: input.ownerUnitId === undefined ? undefined : unitNames(snapshot, input.ownerUnitId, on),
    unit: input.unitId === undefined ? undefined : unitNames(snapshot, input.unitId, on),
    subtree: input.subtree,
    field: input.field,
  };
}

function assertUnitsKnown(snapshot: Snapshot, input: ScopeInput): void {
  for (const path of ['unitId', 'ownerUnitId'] as const)
    if (input[path] !== undefined && !snapshot.units.has(input[path]))
      throw fieldProblem(path, 'Không có đơn vị này.', 'There is no such unit.');
}

/** Resolves a scope: units of the day, live or past. Refuses days to come and units that are unknown. */
export async function resolveScope(ctx: Context, input: ScopeInput): Promise<Scope> {
  const asOf = knownDay(input.asOf, ctx.today);
  const snapshot = await loadSnapshot(ctx.tx);
  assertUnitsKnown(snapshot, input);
  const { tree = 'then', rules = 'then', unitId, subtree } = input;
  const { directiveId, ownerUnitId, sectionCode, field, kind, role, count } = input;
  const treeDay = tree === 'now' ? ctx.today : asOf;
  return {
    directiveId,
    ownerUnitId,
    sectionCode,
    field,
    kind,
    role,
    count,
    asOf,
    live: asOf === ctx.today,
    unitIds: unitId === undefined ? undefined : unitsHeld(snapshot, unitId, treeDay, subtree),
    snapshot,
    tree,
    rules,
    treeDay,
    rulesDay: rules === 'now' ? ctx.today : asOf,
    words: scopeWords(await namesOf(ctx, snapshot, input, treeDay)),
    counts: countWords(count, kind, role),
  };
}

/** What every reply about a scope says of it. */
export const frameOf = (scope: Scope) => ({
  scope: scope.words,
  count: scope.count,
  counts: scope.counts,
  asOf: scope.asOf,
  live: scope.live,
  tree: scope.tree,
  rules: scope.rules,
});
