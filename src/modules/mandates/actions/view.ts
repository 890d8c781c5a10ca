import type { z } from 'zod';

import type { Context } from '../../../kit/context.ts';
import { listPersonNames, loadSnapshot, type Snapshot, unitAround } from '../../organisations/index.ts';
import type { factReply, holderReply } from '../contract/shapes.ts';
import { peopleOf, unitOf } from '../proof/listing.ts';
import type { Day, Fact, Holder } from '../rules/model.ts';

export type FactReply = z.output<typeof factReply>;
type HolderReply = z.output<typeof holderReply>;

/** Names of units and people for replies, as of a day. */
export interface Names {
  unit: (id: string) => { id: string; nameVi: string; nameEn: string };
  person: (id: string) => { id: string; name: string };
}

function unitNames(snapshot: Snapshot, day: Day): Names['unit'] {
  return (id) => {
    const unit = unitAround(snapshot, id, day);
    return { id, nameVi: unit?.nameVi ?? id, nameEn: unit?.nameEn ?? id };
  };
}

/** Fetches the names that replies about these people need. */
export async function namesFor(ctx: Context, people: readonly string[], day: Day): Promise<Names> {
  const names = await listPersonNames(ctx.tx, [...new Set(people)]);
  const snapshot = await loadSnapshot(ctx.tx);
  return {
    unit: unitNames(snapshot, day),
    person: (id) => ({ id, name: names.get(id) ?? '–' }),
  };
}

function parts(fact: Fact, names: Names): Partial<FactReply> {
  switch (fact.kind) {
    case 'competence':
      return {
        ...('level' in fact.holder && { level: fact.holder.level }),
        ground: fact.ground,
        ...(fact.roles && { roles: [...fact.roles] }),
      };
    case 'delegation':
      return {
        takerUnit: names.unit(fact.taker.unitId),
        ...('personId' in fact.taker && { person: names.person(fact.taker.personId) }),
        roles: [...fact.roles],
      };
    case 'assignment':
      return { person: names.person(fact.personId), roles: [...fact.roles] };
    case 'absence':
      return {
        person: names.person(fact.personId),
        ...(fact.standInId && { standIn: names.person(fact.standInId) }),
      };
  }
}

function scopeReply(fact: Fact): Pick<FactReply, 'scope'> {
  if (fact.kind === 'absence') return {};
  const { scope } = fact;
  if (scope === 'all') return { scope };
  return {
    scope: 'procedures' in scope ? { procedures: [...scope.procedures] } : { fields: [...scope.fields] },
  };
}

/** A fact as replies show it. */
export function viewOf(fact: Fact, names: Names): FactReply {
  const { id, kind, from, to, paper, endPaper } = fact;
  return {
    id,
    kind,
    unit: names.unit(unitOf(fact)),
    ...parts(fact, names),
    ...scopeReply(fact),
    from,
    ...(to !== undefined && { to }),
    paper,
    ...(endPaper && { endPaper }),
  };
}

/** Facts as replies show them, with names of a day. */
export async function viewsOf(ctx: Context, facts: readonly Fact[], day: Day): Promise<FactReply[]> {
  const names = await namesFor(ctx, facts.flatMap(peopleOf), day);
  return facts.map((fact) => viewOf(fact, names));
}

/** A holder as replies show him. */
export function holderView(holder: Holder, names: Names): HolderReply {
  const { personId, unitId, standsInFor, chain, until } = holder;
  return {
    person: names.person(personId),
    unit: names.unit(unitId),
    ...(standsInFor !== undefined && { standsInFor: names.person(standsInFor) }),
    chain: [...chain],
    ...(until !== undefined && { until }),
  };
}
