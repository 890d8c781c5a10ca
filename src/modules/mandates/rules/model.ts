/** A calendar day, 'YYYY-MM-DD', in Asia/Ho_Chi_Minh; a `to` day is the first on which the fact no longer holds. */
export type Day = string;

/** What one does at a step of a procedure. Steps of catalogue versions name one of these. */
export const stepRoles = [
  'receive',
  'assign',
  'appraise',
  'check',
  'sign',
  'issue',
  'return',
  'collect',
  'consult',
] as const;
export type StepRole = (typeof stepRoles)[number];

/** For what a fact holds: named procedures, whole fields, or everything the unit decides. */
export type Scope = { procedures: readonly string[] } | { fields: readonly string[] } | 'all';

/** The paper a fact stands on. */
export interface Paper {
  number: string;
  issuedOn: Day;
  titleVi?: string;
}

interface Dated {
  id: string;
  from: Day;
  to?: Day;
  paper: Paper;
}

/** A unit, or every unit of a level (below `within`), is competent by law, decentralisation or transfer. */
export interface Competence extends Dated {
  holder: { unitId: string } | { level: 'commune' | 'department' | 'province' | 'ministry'; within: string };
  ground: 'law' | 'decentralisation' | 'transfer';
  scope: Scope;
}

/** A unit hands its power to another unit or to a person of another unit, by decision. */
export interface Delegation extends Dated {
  giverUnitId: string;
  taker: { unitId: string } | { unitId: string; personId: string };
  scope: Scope;
  roles: readonly StepRole[];
}

/** A person does a kind of step in a unit. */
export interface Assignment extends Dated {
  personId: string;
  unitId: string;
  scope: Scope;
  roles: readonly StepRole[];
}

/** A person is away; a stand-in does what he does, where one is named. */
export interface Absence extends Dated {
  personId: string;
  standInId?: string;
}

export interface MandateFacts {
  competences: readonly Competence[];
  delegations: readonly Delegation[];
  assignments: readonly Assignment[];
  absences: readonly Absence[];
}

/** One step of one published procedure, as coverage and routing ask about it. */
export interface StepDemand {
  procedureCode: string;
  field: string;
  stepKey: string;
  role: StepRole;
}

/** Somebody who may do a step for a unit on a day, and on which papers; the last link is his own. */
export interface Holder {
  personId: string;
  unitId: string;
  standsInFor?: string;
  /** Facts that make him a holder, in order: competence, delegation, assignment, absence. */
  chain: readonly {
    kind: 'competence' | 'delegation' | 'assignment' | 'absence';
    id: string;
    paper: Paper;
  }[];
  /** First day on which he is no holder any more, where one is known. */
  until?: Day;
}

export const gapReasons = [
  'noCompetence',
  'noAssignment',
  'notAppointed',
  'absent',
  'delegationEnded',
  'unitEnded',
] as const;
/** A step for which nobody stands, from a day until before another. */
export interface Gap extends StepDemand {
  unitId: string;
  from: Day;
  to?: Day;
  reason: (typeof gapReasons)[number];
}
