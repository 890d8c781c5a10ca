import type { Context } from '../../../kit/context.ts';
import { dayOf } from '../../../kit/day.ts';
import { listStream, type StoredEvent } from '../../../kit/events.ts';
import { type Listener, oneByOne } from '../../../kit/outbox.ts';
import type { CaseEvent, CasePayloads, CaseState } from '../../cases/contract.ts';
import { caseIdOf, eventOf, evolve, explainDue } from '../../cases/index.ts';
import { loadSnapshot, unitAround } from '../../organisations/index.ts';
import { getPinned } from '../../procedures/index.ts';
import type { CaseKind } from '../messages/case-letters.ts';
import type { Recipient } from '../rules/recipients.ts';
import { findToldCase, listPeople, listReached, type ToldCase } from '../store/case.ts';
import { listAskedAbout, markActedOnCase } from '../store/notice.ts';
import { applicantOf, mandatedFor } from './case-people.ts';
import { ladderInForce } from './ladder-in-force.ts';
import { loadRoster } from './roster.ts';
import { type Matter, tell, tellGap, write } from './tell.ts';

/** What happened is news for this long; history that is entered later tells nobody. */
const NEWS_MS = 3 * 86_400_000;

/** Whether an event is fresh enough to be told. */
export const isNews = (ctx: Context, event: StoredEvent): boolean =>
  ctx.app.clock.now().getTime() - event.at.getTime() <= NEWS_MS;

/** A case as it stood just after an event, with the event. */
interface At {
  ctx: Context;
  event: StoredEvent;
  told: ToldCase;
  state: CaseState;
  events: readonly CaseEvent[];
}
interface Say {
  kind: CaseKind;
  to: 'applicant' | 'receivers' | { personId: string };
  params?: Record<string, unknown>;
  /** Also to who did it himself: a confirmation. */
  self?: true;
  /** Whether the due date is part of the letter, with the way it is counted. */
  explained?: boolean;
}
/** Nothing, one letter, or one to each of two sides. */
type Says = Say | readonly Say[] | undefined;
type Saying<T extends keyof CasePayloads> = (payload: CasePayloads[T], at: At) => Says;

type AnySaying = (payload: Record<string, unknown>, at: At) => Says;

const toApplicant = (kind: CaseKind, params: Record<string, unknown> = {}, explained = false): Say => ({
  kind,
  to: 'applicant',
  params,
  explained,
});

/** After a step: somebody got the case, a draft lies with the applicant, or the result is ready. */
function afterStep(to: { waitsFor?: string; silentAt?: string } | undefined, at: At): Say | undefined {
  if (at.state.ended?.at === at.event.at.toISOString()) return toApplicant('caseReady');
  return to?.waitsFor === 'applicantAnswer' && to.silentAt
    ? toApplicant('caseDraft', { until: to.silentAt })
    : undefined;
}

function dueMoved(e: CasePayloads['case.dueRecomputed'], { events }: At): Say | undefined {
  if (!e.to) return undefined;
  const reason = { vi: e.reasonVi, en: e.reasonEn };
  if (e.cause === 'apology') {
    const last = events.findLast((one) => one.type === 'case.apologised');
    return toApplicant('caseApologised', { reason: last?.reason ?? reason }, true);
  }
  if (e.cause === 'resume') return toApplicant('caseGoesOn', { reason }, true);
  if (e.cause === 'calendar' || e.cause === 'rule')
    return toApplicant('caseDueMoved', { reason, basis: e.basis }, true);
  return undefined;
}

const endOf = (e: { from: string; number?: string; reason: string; legalBasis: string }) => ({
  day: e.from,
  reason: e.reason,
  basis: e.legalBasis,
  ...(e.number && { paper: e.number }),
});

/** Event → what is told to whom. */
const sayings: { [T in keyof CasePayloads]?: Saying<T> } = {
  'case.submitted': () => [
    { kind: 'caseSubmitted', to: 'receivers' },
    { ...toApplicant('caseHandedIn'), self: true },
  ],
  'case.withdrawn': ({ reason }) => ({ ...toApplicant('caseWithdrawn', { reason }), self: true }),
  'case.resultRevoked': (e) => (e.cause === 'decision' ? toApplicant('caseRevoked', endOf(e)) : undefined),
  'case.resultReplaced': (e) => toApplicant('caseReplaced', { ...endOf(e), number: e.resultNumber }),
  'case.received': ({ fee }) => toApplicant('caseReceived', fee ? { amount: fee } : {}, true),
  'case.assigned': ({ personId }) => ({ kind: 'caseAssigned', to: { personId } }),
  'case.stepDone': (e, at) =>
    afterStep(e.to, at) ?? (e.takerId ? { kind: 'caseAssigned', to: { personId: e.takerId } } : undefined),
  'case.signed': (e, at) => afterStep(e.to, at),
  'case.numbered': (e, at) => afterStep(e.to, at),
  'case.draftSent': (e) => toApplicant('caseDraft', { until: e.silentAt }),
  'case.supplementAsked': (e) =>
    toApplicant('caseSupplement', { until: e.closesAt, points: e.points.map(({ text }) => ({ vi: text })) }),
  'case.closeWarned': (e) => toApplicant('caseCloseSoon', { until: e.closesAt }),
  'case.dutyAsked': (e) => toApplicant('caseDuty', { amount: e.amount, until: e.payBy, basis: e.basis }),
  'case.dueRecomputed': dueMoved,
  'case.refused': (e) => toApplicant('caseRefused', { reason: e.reason, basis: e.legalBasis }),
  'case.stopped': (e) => toApplicant('caseStopped', { reason: e.reason, basis: e.legalBasis }),
  'case.closedNoSupplement': (e) => toApplicant('caseClosed', { basis: e.legalBasis }),
};

const waiting = ['caseSupplement', 'caseCloseSoon', 'caseDuty', 'caseDraft'];
const worked = ['caseAssigned', 'caseApologyDue', 'caseOverdue'];
/** What an event settles of what was asked before. */
const settles: Partial<Record<keyof CasePayloads, readonly string[]>> = {
  'case.received': ['caseSubmitted', ...waiting],
  'case.refused': ['caseSubmitted', ...waiting, ...worked],
  'case.supplementAsked': ['caseSubmitted'],
  'case.supplementReceived': ['caseSupplement', 'caseCloseSoon'],
  'case.closedNoSupplement': ['caseSubmitted', ...waiting, ...worked],
  'case.paymentReceived': ['caseDuty'],
  'case.resumed': ['caseDraft'],
  'case.apologised': ['caseApologyDue', 'caseOverdue'],
  'case.assigned': ['caseAssigned'],
  'case.claimed': ['caseAssigned'],
  'case.stepDone': worked,
  'case.signed': worked,
  'case.numbered': worked,
  'case.stopped': [...waiting, ...worked],
  'case.withdrawn': ['caseSubmitted', ...waiting, ...worked],
  'case.undone': ['caseReady'],
};

export const namesIn = async (ctx: Context) => {
  const snapshot = await loadSnapshot(ctx.tx);
  return (unitId: string): { vi: string; en: string } => {
    const unit = unitAround(snapshot, unitId, ctx.today);
    return { vi: unit?.nameVi ?? unitId, en: unit?.nameEn ?? unitId };
  };
};

/** What every notice of a case may name: code, procedure, units, due date. */
export async function paramsOf(
  ctx: Context,
  state: CaseState,
  atUnitId: string,
): Promise<Record<string, unknown>> {
  const [version, name] = await Promise.all([getPinned(ctx.tx, state), namesIn(ctx)]);
  const { code, due, places } = state;
  return {
    ...(code && { code }),
    procedure: version.content.name,
    unit: name(atUnitId),
    place: name(places.returnTo),
    ...(due.at && { due: due.at }),
  };
}

export function matterOf(
  told: ToldCase,
  of: Pick<Matter, 'kind' | 'params' | 'asRole' | 'about'> & Partial<Matter>,
): Matter {
  return {
    rung: of.kind,
    subjectKind: 'case',
    subjectId: told.caseId,
    assignmentId: null,
    taskId: null,
    caseId: told.caseId,
    unitId: told.unitId,
    ownerUnitId: told.decisionUnitId ?? told.unitId,
    classification: told.classification,
    channels: ['app', 'mail'],
    ...of,
  };
}

function recipientsOf(at: At, { to }: Say): Promise<Recipient[]> {
  const { ctx, told, state } = at;
  if (to === 'applicant') return applicantOf(ctx, told);
  if (to === 'receivers') return mandatedFor(ctx, state, { unitId: state.places.reception, role: 'receive' });
  return listPeople(ctx.tx, [to.personId], ctx.today);
}

async function tellOf(at: At, say: Say): Promise<void> {
  const { ctx, event, told, state } = at;
  const unitId = say.to === 'receivers' ? state.places.reception : (state.places.decision ?? told.unitId);
  const lines = say.explained ? await explainDue(ctx.tx, state) : [];
  const matter = matterOf(told, {
    kind: say.kind,
    subjectKind: 'event',
    subjectId: String(event.id),
    about: dayOf(event.at),
    asRole: say.to === 'applicant' ? 'applicant' : say.to === 'receivers' ? 'receiver' : 'official',
    params: {
      ...(await paramsOf(ctx, state, unitId)),
      ...say.params,
      ...(lines.length > 0 && { lines: lines.map(({ vi, en }) => ({ vi, en })) }),
    },
  });
  const { hours } = await ladderInForce(ctx.tx, ctx.today);
  const found = await recipientsOf(at, say);
  const others = found.filter(
    (one) => say.self || one.accountId === undefined || one.accountId !== event.actor,
  );
  if (others.length > 0) {
    const telling = tell(ctx, matter, others, hours);
    // Officials are written to in working hours; applicants at once.
    const deliveries =
      say.to === 'applicant'
        ? telling.deliveries.map((d) => ({ ...d, notBefore: ctx.now }))
        : telling.deliveries;
    await write(ctx, [{ ...telling, deliveries }]);
  } else if (say.to === 'receivers' && found.length === 0)
    await write(ctx, [tellGap(ctx, matter, await loadRoster(ctx, [matter]), hours)]);
}

const tellsOfficials = ({ kind, payload }: StoredEvent): boolean =>
  kind === 'case.submitted' || kind === 'case.assigned' || payload['takerId'] !== undefined;

/** A step of which the applicant hears only if it was the last one. */
const tellsAtEnd = ({ kind, payload }: StoredEvent): boolean =>
  (kind === 'case.stepDone' || kind === 'case.signed' || kind === 'case.numbered') &&
  (payload['to'] as { waitsFor?: string } | undefined)?.waitsFor === undefined;

/** Whether there is anybody to tell: where the applicant left no address, only officials are told, of what they get. */
const mayReach = ({ accountId, email }: ToldCase, event: StoredEvent): boolean =>
  accountId !== null || email !== null || tellsOfficials(event);

async function onCase(ctx: Context, event: StoredEvent): Promise<void> {
  const kind = event.kind as keyof CasePayloads;
  const caseId = caseIdOf(event);
  const settled = settles[kind];
  if (settled) markActedOnCase(ctx.tx, caseId, settled, event.at);
  const saying = (sayings as unknown as Record<string, AnySaying | undefined>)[kind];
  if (!saying || !isNews(ctx, event)) return;
  const told = await findToldCase(ctx.tx, caseId);
  if (!told || !mayReach(told, event)) return;
  const events = (await listStream(ctx.tx, event.stream)).filter((one) => one.seq <= event.seq).map(eventOf);
  const state = events.reduce<CaseState | undefined>(evolve, undefined)!;
  const at = { ctx, event, told, state, events };
  for (const say of [saying(event.payload, at) ?? []].flat()) await tellOf(at, say);
}

/**
 * Most events concern nobody: their applicant left no address, and nothing is asked about their case. One look at a batch
 * finds the others. Of a case that something is told of, all events are handled, since a later one may settle an earlier.
 */
async function onCases(ctx: Context, events: readonly StoredEvent[]): Promise<void> {
  const news = events.filter((event) => event.kind in sayings && isNews(ctx, event));
  const ids = (some: readonly StoredEvent[]): string[] => [...new Set(some.map(caseIdOf))];
  const [atEnd, always] = [true, false].map((is) => ids(news.filter((event) => tellsAtEnd(event) === is)));
  const [reached, asked] = await Promise.all([
    listReached(ctx.tx, { caseIds: always!, atEnd: atEnd! }),
    listAskedAbout(ctx.tx, ids(events.filter((event) => event.kind in settles))),
  ]);
  const official = news.filter(tellsOfficials).map(caseIdOf);
  const concerned = new Set([...reached, ...asked, ...official]);
  await oneByOne(
    ctx,
    events.filter((event) => concerned.has(caseIdOf(event))),
    onCase,
  );
}

export const caseListener: Listener = {
  name: 'notices.cases',
  kinds: [...new Set([...Object.keys(sayings), ...Object.keys(settles)])],
  handleBatch: onCases,
};
