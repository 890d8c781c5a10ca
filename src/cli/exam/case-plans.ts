import { addDays, instantOf } from '../../kit/day.ts';
import type { Former } from './country.ts';
import { procedures } from './procedures.ts';

/** The states of handling in which the exam leaves its cases. */
export const ways = [
  'submitted',
  'received',
  'handling',
  'supplementAsked',
  'awaitingDuty',
  'finished',
  'returned',
  'refused',
  'stopped',
  'withdrawn',
  'closedNoSupplement',
] as const;
export type Way = (typeof ways)[number];

/** Of a hundred cases so many go each way; nine of ten are running. */
const shares: Readonly<Record<Way, number>> = {
  submitted: 16,
  received: 30,
  handling: 24,
  supplementAsked: 8,
  awaitingDuty: 7,
  finished: 8,
  returned: 2,
  refused: 2,
  stopped: 1,
  withdrawn: 1,
  closedNoSupplement: 1,
};
const hundred: readonly Way[] = ways.flatMap((way) => Array.from({ length: shares[way] }, () => way));

/** A case as it will be made: where, of what, how far, and when it came. */
export interface CasePlan {
  n: number;
  unitId: string;
  procedureCode: string;
  way: Way;
  at: Date;
}

const byDesk = Object.values(procedures);
/** Their first steps follow one another without a question. */
const plain = [procedures.householdBusiness, procedures.socialPension, procedures.warAllowance];

function procedureOf(way: Way, n: number): string {
  if (way === 'submitted' || way === 'finished' || way === 'returned') return procedures.registerCopy;
  if (way === 'awaitingDuty') return procedures.constructionPermit;
  if (way === 'handling') return plain[n % plain.length]!;
  return byDesk[n % byDesk.length]!;
}

const workingDays = Array.from({ length: 28 }, (_, i) => addDays('2025-06-02', i)).filter((day) => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
});

/** Those to be closed for want of a supplement were asked for it fifteen working days earlier. */
const closedFrom = '2025-05-12';
export const closingAt = instantOf('2025-06-06', '08:00');

function momentOf(way: Way, n: number): Date {
  const recent = way === 'supplementAsked' ? workingDays.slice(-8) : workingDays;
  const day = way === 'closedNoSupplement' ? closedFrom : recent[n % recent.length]!;
  const minute = String(n % 60).padStart(2, '0');
  return instantOf(day, `08:${minute}`);
}

/** The plan of `count` cases, spread over all former communes and all states. */
export function casePlans(former: Former, count: number): CasePlan[] {
  const { communes } = former;
  return Array.from({ length: count }, (_, n) => {
    const [turn, commune] = [Math.floor(n / communes.length), n % communes.length];
    // 37 has no common factor with 100: neighbours go different ways, and in a hundred turns each commune meets all.
    const way = hundred[(commune * 37 + turn) % 100]!;
    const unitId = communes[commune]!;
    return { n, unitId, way, procedureCode: procedureOf(way, n), at: momentOf(way, n) };
  });
}
