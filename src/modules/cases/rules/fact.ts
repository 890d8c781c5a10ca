import { addDays, type Day, dayOf } from '../../../kit/day.ts';
import type { CaseContent } from './content.ts';
import type { CaseEvent } from './events.ts';
import { evolve, waitedMs } from './evolve.ts';
import type { CaseChannel, CasePause, CaseState, Instant } from './model.ts';
import { nationalOnTime, type NationalVerdict, provincialOnTime, type ProvincialVerdict } from './onTime.ts';
import { isPaused, paidSum } from './pauses.ts';

/** What a case adds to figures: no name, no code, nothing somebody wrote. Days are those of Asia/Ho_Chi_Minh. */
export interface CaseFact {
  /** The unit that decides it; that of reception while nobody does. */
  unitId: string;
  receptionUnitId: string;
  procedure: string;
  field: string;
  channel: CaseChannel;
  stage: 'submitted' | 'open' | 'waiting' | 'ended';
  submitted: Day | null;
  received: Day | null;
  due: Day | null;
  finished: Day | null;
  returned: Day | null;
  outcome: CaseOutcome | null;
  provincial: ProvincialVerdict;
  national: NationalVerdict;
  /** Days of 24 hours from reception to the end without waits, to a thousandth; nothing while it is open. */
  handlingDays: number | null;
  serviceLevel: 'full' | 'partial' | 'information' | null;
  writtenResult: boolean;
  electronicResult: boolean;
  components: number;
  digitisedComponents: number;
  reusedComponents: number;
  certifiedCopies: number;
  personalStore: boolean;
  populationData: boolean;
  vneid: boolean;
  typedFields: number;
  /** The procedure has a fee on some channel. */
  hasFees: boolean;
  /** Integer đồng asked of the applicant. */
  feeTotal: number;
  paid: boolean;
  paidOnline: boolean;
  synced: boolean;
  rating: number | null;
  apologies: number;
  supplements: number;
}
export const caseOutcomes = [
  'granted',
  'denied',
  'refused',
  'stopped',
  'withdrawn',
  'closedNoSupplement',
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** What the events of a case say, with the little that its state forgets and figures ask for. */
export interface CaseMemo {
  state: CaseState;
  /** The result went out as a file that is kept. */
  resultFile: boolean;
  /** A receipt came from a gateway, not from a cashier's hand. */
  paidOnline: boolean;
}

export function remember(memo: CaseMemo | undefined, event: CaseEvent): CaseMemo {
  const before = memo ?? { resultFile: false, paidOnline: false };
  return {
    state: evolve(memo?.state, event),
    resultFile: before.resultFile || (event.type === 'case.slipIssued' && event.key === 'result'),
    paidOnline: before.paidOnline || (event.type === 'case.paymentReceived' && event.by.as !== 'official'),
  };
}

/** Who works on a case, and what was said about it, is in no fact. */
const quiet: ReadonlySet<CaseEvent['type']> = new Set([
  'case.assigned',
  'case.claimed',
  'case.released',
  'case.noted',
  'case.message',
  'case.closeWarned',
]);

/** Whether an event can make the fact of its case another; one step of several, which most events are, does not. */
export function changesFact(event: CaseEvent): boolean {
  if (event.type !== 'case.stepDone') return !quiet.has(event.type);
  return !event.to || event.to.role === 'return' || event.to.waitsFor !== undefined;
}

/** Of the pinned version of its procedure. */
export interface VersionFacts {
  serviceLevel: CaseFact['serviceLevel'];
  writtenResult: boolean;
  hasFees: boolean;
  /** Keys of components of which a certified copy is asked for. */
  certified: readonly string[];
}

/** Of what was filled in. */
export type ContentFacts = Pick<
  CaseFact,
  | 'components'
  | 'digitisedComponents'
  | 'reusedComponents'
  | 'certifiedCopies'
  | 'personalStore'
  | 'populationData'
  | 'vneid'
  | 'typedFields'
>;

const nothingFilled: ContentFacts = {
  components: 0,
  digitisedComponents: 0,
  reusedComponents: 0,
  certifiedCopies: 0,
  personalStore: false,
  populationData: false,
  vneid: false,
  typedFields: 0,
};

/** Which database a datum came from is told by its name, as the list of substitutions prints it. */
const POPULATION = /dân cư|căn cước/i;
const PERSONAL_STORE = /kho (dữ liệu|quản lý dữ liệu) (điện tử )?(của )?(tổ chức, )?cá nhân/i;

export function contentFacts(content: CaseContent | undefined, version: VersionFacts): ContentFacts {
  if (!content) return nothingFilled;
  const { components, values, provenance } = content;
  const origins = Object.values(provenance);
  const from = (name: RegExp) =>
    origins.some(({ database }) => database !== undefined && name.test(database));
  const typed = Object.keys(values).filter((key) =>
    ['applicant', 'official'].includes(provenance[key]?.source ?? 'applicant'),
  );
  return {
    components: components.length,
    digitisedComponents: components.filter((c) => c.fileIds.length > 0).length,
    reusedComponents: components.filter((c) => c.form === 'database').length,
    certifiedCopies: components.filter((c) => c.form === 'copy' && version.certified.includes(c.component))
      .length,
    personalStore: from(PERSONAL_STORE),
    populationData: from(POPULATION),
    vneid: origins.some(({ source }) => source === 'account'),
    typedFields: typed.length,
  };
}

const day = (at: Instant | undefined): Day | null => (at ? dayOf(at) : null);
const MS_PER_DAY = 86_400_000;

function stageOf(state: CaseState): CaseFact['stage'] {
  const { handling, ended } = state;
  if (ended) return 'ended';
  if (handling === 'submitted' || handling === 'draft') return 'submitted';
  return isPaused(state) ? 'waiting' : 'open';
}

function outcomeOf({ ended, decision }: CaseState): CaseOutcome | null {
  if (!ended) return null;
  return ended.how === 'finished' ? (decision?.outcome ?? 'granted') : ended.how;
}

/** Milliseconds during which at least one wait was open before `end`. */
function waitedBefore(pauses: readonly CasePause[], end: number): number {
  let [sum, reached] = [0, 0];
  for (const { from, to } of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const begins = Math.max(Date.parse(from), reached);
    const ends = Math.min(to ? Date.parse(to) : end, end);
    if (ends > begins) sum += ends - begins;
    reached = Math.max(reached, ends);
  }
  return sum;
}

function handlingDays(state: CaseState): number | null {
  if (!state.receivedAt || state.ended?.how !== 'finished') return null;
  const end = Date.parse(state.ended.at);
  const ms = end - Date.parse(state.receivedAt) - waitedBefore(state.pauses, end);
  return Math.round((Math.max(0, ms) / MS_PER_DAY) * 1000) / 1000;
}

/** The last moment of a day. */
const endOf = (asOf: Day): Instant =>
  new Date(Date.parse(`${addDays(asOf, 1)}T00:00:00+07:00`) - 1).toISOString();

/**
 * The fact of a case as known at the end of a day, if nothing more happens to it until then.
 * @param version of the version that it is pinned to
 * @param content of the content that its state names
 */
export function factOf(memo: CaseMemo, version: VersionFacts, content: ContentFacts, asOf: Day): CaseFact {
  const { state } = memo;
  return {
    unitId: state.places.decision ?? state.places.reception,
    receptionUnitId: state.places.reception,
    procedure: state.procedureCode,
    field: state.field,
    channel: state.channel,
    stage: stageOf(state),
    submitted: day(state.submittedAt),
    received: day(state.receivedAt),
    due: day(state.due.at ?? (state.ended ? state.due.appointment : undefined)),
    finished: day(state.ended?.at),
    returned: day(state.returnedAt),
    outcome: outcomeOf(state),
    provincial: provincialOnTime(state, asOf),
    national: nationalOnTime(state, endOf(asOf)),
    handlingDays: handlingDays(state),
    serviceLevel: version.serviceLevel,
    writtenResult: version.writtenResult,
    electronicResult: memo.resultFile,
    ...content,
    hasFees: version.hasFees,
    feeTotal: state.duty?.amount ?? 0,
    paid: state.duty !== undefined && paidSum(state) >= state.duty.amount,
    paidOnline: memo.paidOnline,
    synced: state.sync === 'acknowledged',
    rating: state.rating ?? null,
    apologies: state.apologies.length,
    supplements: state.supplements.length,
  };
}

/** Days from which on the fact of a case may be another by the passing of time alone: it is overdue, by either reading. */
export function turnsOf(state: CaseState): Day[] {
  if (state.ended || !state.receivedAt) return [];
  const { at, appointment } = state.due;
  const waited = waitedMs(state);
  return [
    ...(at ? [addDays(dayOf(at), 1)] : []),
    ...(appointment ? [dayOf(new Date(Date.parse(appointment) + waited))] : []),
  ];
}
