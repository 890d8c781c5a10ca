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
  /** The paper that ended it before its time. */
  endPaper?: Paper;
}

export const grounds = ['law', 'decentralisation', 'transfer'] as const;
export const holderLevels = ['commune', 'department', 'province', 'ministry'] as const;

/** A unit, or every unit of a level (below `within`), is competent by law, decentralisation or transfer. */
export interface Competence extends Dated {
  holder: { unitId: string } | { level: (typeof holderLevels)[number]; within: string };
  ground: (typeof grounds)[number];
  scope: Scope;
  /** Only these kinds of step; every kind where absent. So a desk receives what others decide. */
  roles?: readonly StepRole[];
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
  /** The unit that has recorded it; it holds everywhere. */
  unitId: string;
  standInId?: string;
}

export const factKinds = ['competence', 'delegation', 'assignment', 'absence'] as const;
export type FactKind = (typeof factKinds)[number];
/** A fact of any kind, as it stands in events and in the table. */
export type Fact =
  | ({ kind: 'competence' } & Competence)
  | ({ kind: 'delegation' } & Delegation)
  | ({ kind: 'assignment' } & Assignment)
  | ({ kind: 'absence' } & Absence);

/** That a person serves in a unit from a day to a day, as the organisation tree says. */
export interface ServiceSpan {
  personId: string;
  unitId: string;
  from: Day;
  to?: Day;
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

/** What is asked: who does this kind of step of this procedure for this unit. */
export interface Ask {
  unitId: string;
  procedureCode: string;
  field: string;
  role: StepRole;
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
  /** Who would do it if he were appointed or not away. */
  personId?: string;
}
