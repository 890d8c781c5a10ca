import type { RuleStatement } from './decide.ts';
import type { OrganisationFacts } from './model.ts';

/** What every event about units carries: the facts it states and, rarely, rules for earlier splits. */
export type FactsPayload = { facts: OrganisationFacts; rules?: RuleStatement[] };

/** The facts after an event: facts are only added; a later rule takes the place of the one a split had. */
export function evolve(state: OrganisationFacts, payload: FactsPayload): OrganisationFacts {
  const rules = new Map((payload.rules ?? []).map((statement) => [statement.successionId, statement.rule]));
  const successions = [...state.successions, ...payload.facts.successions].map((succession) => {
    const rule = rules.get(succession.id);
    return rule ? { ...succession, rule } : succession;
  });
  return {
    units: [...state.units, ...payload.facts.units],
    versions: [...state.versions, ...payload.facts.versions],
    successions,
  };
}
