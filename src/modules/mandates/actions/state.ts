import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { formatDay } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, missing, notAllowed, Problem } from '../../../kit/problems.ts';
import {
  existsOn,
  listPersonNames,
  loadSnapshot,
  type Snapshot,
  unitAround,
} from '../../organisations/index.ts';
import type * as contract from '../contract/facts.ts';
import { loadMandates } from '../current.ts';
import { overlapping, unitNotThere } from '../problems.ts';
import { buildBook } from '../proof/book.ts';
import { peopleOf, unitOf } from '../proof/listing.ts';
import { type Overlap, overlapOf } from '../proof/overlap.ts';
import { decideEnd, decideStatement, evolve } from '../rules/decide.ts';
import type { Fact, FactKind, MandateFacts } from '../rules/model.ts';
import { plain } from '../rules/plain.ts';
import * as store from '../store/facts.ts';

type Reply = { id: string };

/** Competences and delegations are stated by whoever keeps them; a head assigns inside his own unit. */
function assertMay(ctx: Context, fact: Fact): void {
  const wide = fact.kind === 'competence' || fact.kind === 'delegation';
  const permission = wide ? 'mandate.edit' : 'mandate.assign';
  if (!may(ctx.actor, permission, unitOf(fact))) throw new Problem(notAllowed);
}

const unitsIn = (fact: Fact): string[] =>
  fact.kind === 'delegation' ? [fact.giverUnitId, fact.taker.unitId] : [unitOf(fact)];

function assertUnits(snapshot: Snapshot, fact: Fact): void {
  for (const unitId of unitsIn(fact)) {
    if (!snapshot.units.has(unitId)) missing();
    if (!existsOn(snapshot, unitId, fact.from)) throw new Problem(unitNotThere);
  }
}

async function assertPeople(ctx: Context, facts: readonly Fact[]): Promise<void> {
  const asked = [...new Set(facts.flatMap(peopleOf))];
  const known = await listPersonNames(ctx.tx, asked);
  if (asked.some((id) => !known.has(id)))
    throw fieldProblem('personId', 'Không có người này.', 'There is no such person.');
}

function refuse(snapshot: Snapshot, { fact, common }: Overlap): never {
  const unit = unitAround(snapshot, unitOf(fact), fact.from);
  const until = fact.to === undefined ? '' : ` – ${formatDay(fact.to)}`;
  const days = `${formatDay(fact.from)}${until}`;
  const what = common === '*' ? '' : ` “${common}”`;
  throw new Problem(overlapping, {
    detail: {
      vi: `Trùng${what} với văn bản ${fact.paper.number} ngày ${formatDay(fact.paper.issuedOn)} (${unit?.nameVi ?? ''}, ${days}).`,
      en: `It meets${what} ${fact.paper.number} of ${formatDay(fact.paper.issuedOn)} (${unit?.nameEn ?? ''}, ${days}).`,
    },
    fields: [
      {
        path: 'scope',
        message: { vi: `Trùng với ${fact.paper.number}.`, en: `Meets ${fact.paper.number}.` },
      },
    ],
  });
}

/** New competences and delegations may meet neither those that stand nor each other. */
async function assertNoOverlap(ctx: Context, snapshot: Snapshot, facts: readonly Fact[]): Promise<void> {
  const wide = facts.filter((fact) => fact.kind === 'competence' || fact.kind === 'delegation');
  if (wide.length === 0) return;
  const standing = await loadMandates(ctx.tx);
  const of = (kind: FactKind) => wide.filter((fact) => fact.kind === kind) as never[];
  const all: MandateFacts = {
    ...standing.facts,
    competences: [...standing.facts.competences, ...of('competence')],
    delegations: [...standing.facts.delegations, ...of('delegation')],
  };
  const book = buildBook(all, []);
  for (const fact of wide) {
    const overlap = overlapOf(book, snapshot, fact);
    if (overlap) refuse(snapshot, overlap);
  }
}

function rowOf(fact: Fact): store.FactRow {
  const [personId] = peopleOf(fact);
  return {
    id: fact.id,
    kind: fact.kind,
    body: fact,
    unitId: unitOf(fact),
    ...(fact.kind === 'delegation' && { takerUnitId: fact.taker.unitId }),
    ...(personId !== undefined && { personId }),
    from: fact.from,
    ...(fact.to !== undefined && { to: fact.to }),
  };
}

/** Checks, writes and tells facts, all or none, in one statement each. */
async function stateFacts(ctx: Context, facts: readonly Fact[]): Promise<void> {
  await store.lockRevision(ctx.tx);
  const snapshot = await loadSnapshot(ctx.tx);
  for (const fact of facts) {
    assertMay(ctx, fact);
    assertUnits(snapshot, fact);
  }
  await assertPeople(ctx, facts);
  const taken = await store.listTaken(
    ctx.tx,
    facts.map((fact) => fact.id),
  );
  if (taken.length > 0) throw fieldProblem('id', 'Định danh đã được dùng.', 'The identifier is taken.');
  const events = facts.map(decideStatement);
  await assertNoOverlap(ctx, snapshot, facts);
  await store.insertFacts(
    ctx.tx,
    events.map((event) => rowOf(evolve(undefined, event))),
    ctx.now,
  );
  for (const fact of facts)
    ctx.emit({
      unitId: unitOf(fact),
      stream: `mandate:${fact.id}`,
      kind: `${fact.kind}.stated`,
      payload: { fact },
    });
}

type Stated = { id?: string | undefined };
/** What a contract parsed, as a fact; `undefined` is left out so that events and rows say the same. */
function factOf(ctx: Context, kind: FactKind, input: Stated): Fact {
  const { id = newId(ctx.now), ...rest } = input;
  return plain({ kind, id, ...rest }) as Fact;
}

async function stateOne(ctx: Context, kind: FactKind, input: Stated): Promise<Reply> {
  const fact = factOf(ctx, kind, input);
  await stateFacts(ctx, [fact]);
  return { id: fact.id };
}

export const stateCompetenceAction = (ctx: Context, input: ParsedOf<typeof contract.stateCompetence>) =>
  stateOne(ctx, 'competence', input);
export const stateDelegationAction = (ctx: Context, input: ParsedOf<typeof contract.stateDelegation>) =>
  stateOne(ctx, 'delegation', input);
export const stateAssignmentAction = (ctx: Context, input: ParsedOf<typeof contract.stateAssignment>) =>
  stateOne(ctx, 'assignment', input);
export const stateAbsenceAction = (ctx: Context, input: ParsedOf<typeof contract.stateAbsence>) =>
  stateOne(ctx, 'absence', input);

export async function stateManyAction(
  ctx: Context,
  input: ParsedOf<typeof contract.stateMany>,
): Promise<ReplyOf<typeof contract.stateMany>> {
  const facts = [
    ...input.competences.map((one) => factOf(ctx, 'competence', one)),
    ...input.delegations.map((one) => factOf(ctx, 'delegation', one)),
    ...input.assignments.map((one) => factOf(ctx, 'assignment', one)),
    ...input.absences.map((one) => factOf(ctx, 'absence', one)),
  ];
  if (facts.length > 0) await stateFacts(ctx, facts);
  return { ids: facts.map((fact) => fact.id) };
}

export async function endFactAction(
  ctx: Context,
  input: ParsedOf<typeof contract.endFact>,
): Promise<ReplyOf<typeof contract.endFact>> {
  await store.lockRevision(ctx.tx);
  const { fact } = (await store.lockFact(ctx.tx, input.id)) ?? missing();
  assertMay(ctx, fact);
  const paper = plain<typeof fact.paper>(input.paper);
  const event = decideEnd(fact, input.on, paper);
  await store.saveEnd(ctx.tx, evolve(fact, event), ctx.now);
  ctx.emit({
    unitId: unitOf(fact),
    stream: `mandate:${fact.id}`,
    kind: `${fact.kind}.ended`,
    payload: { on: input.on, paper },
  });
  return { id: fact.id };
}
