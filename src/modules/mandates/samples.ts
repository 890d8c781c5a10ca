import { type Actor, systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import type { InputOf } from '../../kit/contract.ts';
import {
  stateAbsence,
  stateAssignment,
  stateCompetence,
  stateDelegation,
  stateMany,
} from './contract/facts.ts';
import type { Paper, StepRole } from './rules/model.ts';
import { stepRoles } from './rules/model.ts';

type Who = { actor?: Actor; now?: Date };
const who = ({ actor = systemActor, now }: Who) => ({ actor, ...(now && { now }) });

export const samplePaper: Paper = { number: '01/QĐ-UBND', issuedOn: '2025-06-30' };
const dated = { from: '2025-07-01', paper: samplePaper };

type Given<E> = Partial<InputOf<E>>;

/** Every commune of the country decides everything, unless something else is said; its id. */
export async function sampleCompetence(
  app: App,
  given: Given<typeof stateCompetence> = {},
  options: Who = {},
): Promise<string> {
  const holder = { level: 'commune' as const, within: 'centre' };
  const input = { ...dated, holder, ground: 'law' as const, scope: 'all' as const, ...given };
  return (await app.call(stateCompetence, input, who(options))).id;
}

/** A delegation of everything with all its steps until somebody ends it, unless something else is said; its id. */
export async function sampleDelegation(
  app: App,
  given: Pick<InputOf<typeof stateDelegation>, 'giverUnitId' | 'taker'> & Given<typeof stateDelegation>,
  options: Who = {},
): Promise<string> {
  const input = { ...dated, scope: 'all' as const, roles: [...stepRoles], ...given };
  return (await app.call(stateDelegation, input, who(options))).id;
}

/** A person does the given kinds of step in a unit, all of them unless something else is said; its id. */
export async function sampleAssignment(
  app: App,
  given: Pick<InputOf<typeof stateAssignment>, 'personId' | 'unitId'> & Given<typeof stateAssignment>,
  options: Who = {},
): Promise<string> {
  const input = { ...dated, scope: 'all' as const, roles: [...stepRoles], ...given };
  return (await app.call(stateAssignment, input, who(options))).id;
}

/** A person is away; its id. */
export async function sampleAbsence(
  app: App,
  given: Pick<InputOf<typeof stateAbsence>, 'personId' | 'unitId'> & Given<typeof stateAbsence>,
  options: Who = {},
): Promise<string> {
  return (await app.call(stateAbsence, { ...dated, ...given }, who(options))).id;
}

export interface SampleStaff {
  personId: string;
  roles: readonly StepRole[];
}

/** Assigns many people to their kinds of step in one call, for everything their units do; for the demo and benchmarks. */
export async function sampleStaff(
  app: App,
  units: ReadonlyMap<string, readonly SampleStaff[]>,
  options: Who & { paper?: Paper; from?: string } = {},
): Promise<string[]> {
  const { paper = samplePaper, from = dated.from } = options;
  const assignments = [...units].flatMap(([unitId, staff]) =>
    staff.map((one) => ({ ...one, roles: [...one.roles], unitId, scope: 'all' as const, from, paper })),
  );
  return (await app.call(stateMany, { assignments }, who(options))).ids;
}
