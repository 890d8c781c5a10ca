import { type Day, dayOf } from '../../kit/day.ts';
import type { ProcedureContent, Step } from '../../modules/procedures/contract.ts';
import type { Chance } from '../chance.ts';
import { madeId } from '../ids.ts';
import { absence } from '../mandates.ts';
import { official, type PostKey } from '../staff.ts';
import type { Happening, Stage } from '../stage.ts';
import type { Persona } from './fill.ts';
import { workedAfter } from './hours.ts';

/** How an invented case goes. What is not over when the demonstration begins is still open there. */
export const fates = [
  'returned',
  'late',
  'ready',
  'atIssue',
  'atSign',
  'atAppraise',
  'supplemented',
  'supplementOpen',
  'refused',
  'denied',
  'stopped',
  'withdrawn',
  'apologised',
  'consulted',
  'consultedOpen',
  'waiting',
  'dutyUnpaid',
  'dutyWrong',
] as const;
export type Fate = (typeof fates)[number];
export type Way = 'online' | 'desk' | 'post' | 'helper';

/** One invented case: who asks for what, where, when and how it goes. */
export interface CasePlan {
  key: string;
  code: string;
  content: ProcedureContent;
  channel: Way;
  reception: string;
  decision: string;
  /** Where the applicant, his land or his business is. */
  place: string;
  from: Date;
  fate: Fate;
  /** The account of the demonstration whose case it is. */
  account?: string;
}

/** A case while its story is written: its clock goes on with every turn. */
export interface Script {
  plan: CasePlan;
  id: string;
  day: Day;
  c: Chance;
  cast: Record<string, Persona>;
  values: Record<string, unknown>;
  now: Date;
  happenings: Happening[];
}

/** Who acts for a unit at a post on a day: the deputy while the chair is away. */
export function whoActs(unitId: string, key: PostKey, at: Date): string {
  const day = dayOf(at);
  const isAway = key === 'chair' && unitId === absence.unitId && day >= absence.from && day < absence.to;
  return official(unitId, isAway ? 'deputy' : key).email;
}

/** Which of two specialists works on a matter: persons and papers, or land, building and business. */
export const specialistOf = (plan: CasePlan): PostKey =>
  ['land', 'business'].includes(plan.content.competence.place) ? 'second' : 'first';

/** Adds what happens so many working minutes later. */
export function later(
  script: Script,
  minutes: number,
  what: string,
  run: (stage: Stage, at: Date) => Promise<void>,
): void {
  const at = workedAfter(script.now, Math.max(1, minutes));
  // A turn keeps its second, so that no two of one case share a moment.
  script.now = at.getTime() > script.now.getTime() ? at : new Date(script.now.getTime() + 1000);
  const moment = script.now;
  const order = String(script.happenings.length).padStart(2, '0');
  script.happenings.push({
    at: moment,
    key: `case ${script.plan.key} ${order} ${what}`,
    run: (stage) => run(stage, moment),
  });
}

/** Adds what happens some seconds after the last turn, while the clock of the case stands. */
export function thereupon(
  script: Script,
  seconds: number,
  what: string,
  run: (stage: Stage) => Promise<void>,
): void {
  const order = String(script.happenings.length).padStart(2, '0');
  script.happenings.push({
    at: new Date(script.now.getTime() + seconds * 1000),
    key: `case ${script.plan.key} ${order} ${what}`,
    run,
  });
}

export const caseId = (plan: Pick<CasePlan, 'key' | 'from'>): string => madeId(`case ${plan.key}`, plan.from);

const minutesOf: Record<string, number> = {
  workingHour: 60,
  hour: 20,
  workingDay: 480,
  day: 340,
  month: 10_000,
};

/** Working minutes a step is planned for; half an hour where the plan says nothing. */
export const minutesFor = ({ limit }: Pick<Step, 'limit'>): number =>
  limit ? Math.max(1, limit.value) * minutesOf[limit.unit]! : 30;
