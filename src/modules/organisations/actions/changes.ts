import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, missing, notAllowed, Problem } from '../../../kit/problems.ts';
import type {
  changeStatus,
  createUnit,
  mergeUnits,
  renameUnit,
  splitUnit,
  stateRule,
  transferCompetence,
} from '../contract/units.ts';
import { loadCurrent } from '../current.ts';
import {
  decideCreation,
  decideMerger,
  decideRestatement,
  decideRule,
  decideSplit,
  decideTransfer,
} from '../rules/decide.ts';
import type { NewUnit, Statement } from '../rules/decide.ts';
import { evolve } from '../rules/evolve.ts';
import type { OrganisationFacts, UnitId } from '../rules/model.ts';
import { buildSnapshot } from '../rules/snapshot.ts';
import type { Snapshot } from '../rules/snapshot.ts';
import { insertFacts, lockRevision } from '../store/facts.ts';
import { endPositions } from './ends.ts';

type Stated = { unitIds: UnitId[] };

function assertMayChange(ctx: Context, snapshot: Snapshot, unitIds: readonly (UnitId | null)[]): void {
  for (const unitId of unitIds) {
    if (unitId !== null && !snapshot.units.has(unitId)) missing();
    if (!may(ctx.actor, 'organisation.edit', unitId ?? '')) throw new Problem(notAllowed);
  }
}

async function locked(ctx: Context): Promise<{ facts: OrganisationFacts; snapshot: Snapshot }> {
  await lockRevision(ctx.tx);
  return loadCurrent(ctx.tx);
}

const idsOf = (ctx: Context) => () => newId(ctx.now);

/** Writes what was decided and tells it: one event on the stream of each unit. */
async function state(ctx: Context, statements: readonly Statement[]): Promise<Stated> {
  const facts = statements.map((statement) => statement.facts);
  const rules = statements.flatMap((statement) => statement.rules);
  const units = facts.flatMap((set) => set.units);
  const versions = facts.flatMap((set) => set.versions);
  await insertFacts(
    ctx.tx,
    { units, versions, successions: facts.flatMap((set) => set.successions), rules },
    ctx.now,
  );
  for (const { unitId, kind, ...payload } of statements) {
    ctx.emit({ unitId, stream: `unit:${unitId}`, kind, payload });
  }
  await endPositions(
    ctx,
    facts.flatMap((set) => set.successions),
  );
  return { unitIds: [...new Set(statements.map((statement) => statement.unitId))] };
}

export async function createUnitAction(
  ctx: Context,
  input: ParsedOf<typeof createUnit>,
): Promise<ReplyOf<typeof createUnit>> {
  const { snapshot } = await locked(ctx);
  const { validFrom, ...unit } = input;
  assertMayChange(ctx, snapshot, [unit.parentId]);
  const statement = decideCreation(snapshot, unit, validFrom, idsOf(ctx));
  await state(ctx, [statement]);
  return { id: statement.unitId };
}

export async function renameUnitAction(
  ctx: Context,
  input: ParsedOf<typeof renameUnit>,
): Promise<ReplyOf<typeof renameUnit>> {
  const { snapshot } = await locked(ctx);
  const { id: unitId, on, legalBasis, ...changes } = input;
  assertMayChange(ctx, snapshot, [unitId]);
  return state(ctx, [
    decideRestatement(
      snapshot,
      { unitId, on, legalBasis, kind: 'rename', changes: given(changes) },
      idsOf(ctx),
    ),
  ]);
}

export async function changeStatusAction(
  ctx: Context,
  input: ParsedOf<typeof changeStatus>,
): Promise<ReplyOf<typeof changeStatus>> {
  const { snapshot } = await locked(ctx);
  const { id: unitId, on, legalBasis, ...changes } = input;
  assertMayChange(ctx, snapshot, [unitId, ...(changes.parentId === undefined ? [] : [changes.parentId])]);
  return state(ctx, [
    decideRestatement(
      snapshot,
      { unitId, on, legalBasis, kind: 'statusChange', changes: given(changes) },
      idsOf(ctx),
    ),
  ]);
}

/** Only the fields that were sent; an absent one keeps what it was. */
function given<T extends object>(changes: T): Partial<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** New heirs begin first, so that what follows finds them living. */
function begin(
  ctx: Context,
  facts: OrganisationFacts,
  snapshot: Snapshot,
  units: readonly NewUnit[],
  on: string,
) {
  let all = facts;
  let now = snapshot;
  const statements = units.map((unit) => {
    const statement = decideCreation(now, unit, on, idsOf(ctx));
    all = evolve(all, statement);
    now = buildSnapshot(all);
    return statement;
  });
  return { snapshot: now, statements, ids: statements.map((statement) => statement.unitId) };
}

export async function mergeUnitsAction(
  ctx: Context,
  input: ParsedOf<typeof mergeUnits>,
): Promise<ReplyOf<typeof mergeUnits>> {
  const { facts, snapshot } = await locked(ctx);
  const { to, toNew, ...command } = input;
  const others = (input.bySubject ?? []).map((entry) => entry.toUnitId);
  assertMayChange(ctx, snapshot, [
    ...input.from,
    ...others,
    ...(to ? [to] : []),
    ...(toNew ? [toNew.parentId] : []),
  ]);
  if ((to === undefined) === (toNew === undefined))
    throw fieldProblem(
      'to',
      'Chọn một cơ quan tiếp nhận: đã có hoặc mới.',
      'Choose one heir: an existing or a new unit.',
    );
  const begun = begin(ctx, facts, snapshot, toNew ? [toNew] : [], input.on);
  const heir = to ?? begun.ids[0]!;
  return state(ctx, [
    ...begun.statements,
    ...decideMerger(begun.snapshot, { ...command, to: heir }, idsOf(ctx)),
  ]);
}

export async function splitUnitAction(
  ctx: Context,
  input: ParsedOf<typeof splitUnit>,
): Promise<ReplyOf<typeof splitUnit>> {
  const { facts, snapshot } = await locked(ctx);
  const { toNew, ...command } = input;
  assertMayChange(ctx, snapshot, [input.from, ...input.to, ...toNew.map((unit) => unit.parentId)]);
  const begun = begin(ctx, facts, snapshot, toNew, input.on);
  const to = [...input.to, ...begun.ids];
  if (to.length === 0)
    throw fieldProblem('to', 'Chọn cơ quan tiếp nhận.', 'Choose the units that take over.');
  return state(ctx, [...begun.statements, decideSplit(begun.snapshot, { ...command, to }, idsOf(ctx))]);
}

export async function transferCompetenceAction(
  ctx: Context,
  input: ParsedOf<typeof transferCompetence>,
): Promise<ReplyOf<typeof transferCompetence>> {
  const { snapshot } = await locked(ctx);
  assertMayChange(ctx, snapshot, [input.from, input.to]);
  return state(ctx, [decideTransfer(snapshot, input, idsOf(ctx))]);
}

export async function stateRuleAction(
  ctx: Context,
  input: ParsedOf<typeof stateRule>,
): Promise<ReplyOf<typeof stateRule>> {
  const { facts, snapshot } = await locked(ctx);
  const succession = facts.successions.find((fact) => fact.id === input.id) ?? missing();
  assertMayChange(ctx, snapshot, succession.to);
  const { rule, legalBasis } = input;
  return state(ctx, [decideRule(snapshot, succession, { successionId: succession.id, rule, legalBasis })]);
}
