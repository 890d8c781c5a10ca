import type { Context } from '../../../kit/context.ts';
import { dayOf } from '../../../kit/day.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import type { Listener } from '../../../kit/outbox.ts';
import type { Addressee } from '../rules/ladder.ts';
import { findDifficulty, findTold, kindBefore, type Told } from '../store/assignment.ts';
import { markActed } from '../store/notice.ts';
import { ladderInForce } from './ladder-in-force.ts';
import { loadRoster } from './roster.ts';
import { type Matter, tell, tellGap, write } from './tell.ts';

/** What happened is news for this long; what is entered later about earlier days is history and tells nobody. */
const NEWS_MS = 3 * 86_400_000;

interface Say {
  kind: string;
  to: Addressee;
  params?: Record<string, unknown>;
  unitId?: string;
}

type Saying = (told: Told, event: StoredEvent, ctx: Context) => Say | undefined | Promise<Say | undefined>;

const checker = (told: Told): Addressee => (told.confirm ? 'head' : 'office');

/** Event → what is told to whom. */
const sayings: Record<string, Saying> = {
  'assignment.created': () => ({ kind: 'assigned', to: 'owner' }),
  'assignment.claimed': (told) =>
    told.confirm || told.accept
      ? { kind: told.confirm ? 'toConfirm' : 'toAccept', to: checker(told) }
      : undefined,
  'assignment.confirmed': (told) => (told.accept ? { kind: 'toAccept', to: 'office' } : undefined),
  'assignment.accepted': () => ({ kind: 'accepted', to: 'owner' }),
  'assignment.returned': (_, e) => ({
    kind: 'sentBack',
    to: 'owner',
    params: { reason: e.payload['reason'] },
  }),
  'assignment.reopened': (_, e) => ({
    kind: 'reopened',
    to: 'owner',
    params: { reason: e.payload['reason'] },
  }),
  'assignment.cancelled': (_, e) => ({
    kind: 'cancelled',
    to: 'owner',
    params: { reason: e.payload['reason'] },
  }),
  'assignment.extensionAsked': (_, e) => ({
    kind: 'extensionAsked',
    to: 'office',
    params: { until: e.payload['until'], reason: e.payload['reason'] },
  }),
  'assignment.extensionGranted': (_, e) => ({
    kind: 'extensionGranted',
    to: 'owner',
    params: { until: e.payload['until'], document: e.payload['document'] },
  }),
  'assignment.extensionRefused': (_, e) => ({
    kind: 'extensionRefused',
    to: 'owner',
    params: { reason: e.payload['reason'] },
  }),
  'assignment.dueChanged': async (told, e, ctx) => {
    // A granted extension has said so already.
    if ((await kindBefore(ctx.tx, e.stream, e.seq)) === 'assignment.extensionGranted') return undefined;
    return { kind: 'dueChanged', to: 'owner', params: { until: told.due, document: e.payload['document'] } };
  },
};

/** What an action of the unit, or a decision on it, settles of what was asked before. */
const unitActed = ['dueIn', 'overdue', 'returned', 'assigned', 'sentBack', 'reopened'];
const settles: Record<string, readonly string[]> = {
  'assignment.reported': unitActed,
  'assignment.claimed': unitActed,
  'assignment.extensionAsked': ['dueIn', 'overdue'],
  'assignment.dueChanged': ['dueIn', 'overdue'],
  'assignment.extensionGranted': ['waiting', 'extensionAsked'],
  'assignment.extensionRefused': ['waiting', 'extensionAsked'],
  'assignment.confirmed': ['toConfirm', 'waiting'],
  'assignment.accepted': ['toConfirm', 'toAccept', 'waiting', ...unitActed],
  'assignment.returned': ['toConfirm', 'toAccept', 'waiting'],
  'assignment.cancelled': ['toConfirm', 'toAccept', 'waiting', 'extensionAsked', ...unitActed],
};

async function say(
  ctx: Context,
  event: StoredEvent,
  told: Told,
  { kind, to, params, unitId = told.unitId }: Say,
): Promise<void> {
  const { assignmentId, taskId, ownerUnitId, classification } = told;
  const matter: Matter = {
    kind,
    rung: kind,
    subjectKind: 'event',
    subjectId: String(event.id),
    about: dayOf(event.at),
    assignmentId,
    taskId,
    unitId,
    ownerUnitId,
    classification,
    params: { ...told.params, ...params },
    asRole: to,
    channels: ['app', 'mail'],
  };
  const roster = await loadRoster(ctx, [matter]);
  const found = roster.find(to, matter);
  const { hours } = await ladderInForce(ctx.tx, ctx.today);
  // Nobody is told what he did himself.
  const others = found.filter((r) => r.accountId !== event.actor);
  if (found.length > 0 && others.length === 0) return;
  await write(ctx, [
    others.length > 0 ? tell(ctx, matter, others, hours) : tellGap(ctx, matter, roster, hours),
  ]);
}

const isNews = (ctx: Context, event: StoredEvent): boolean =>
  ctx.app.clock.now().getTime() - event.at.getTime() <= NEWS_MS;

async function onAssignment(ctx: Context, event: StoredEvent): Promise<void> {
  const assignmentId = event.stream.slice('assignment:'.length);
  const settled = settles[event.kind];
  if (settled) await markActed(ctx.tx, assignmentId, settled, event.at);
  const saying = sayings[event.kind];
  if (!saying || !isNews(ctx, event)) return;
  const told = await findTold(ctx.tx, assignmentId);
  const what = told && (await saying(told, event, ctx));
  if (told && what) await say(ctx, event, told, what);
}

async function onDifficulty(ctx: Context, event: StoredEvent): Promise<void> {
  const difficulty = await findDifficulty(ctx.tx, event.stream.slice('difficulty:'.length));
  if (!difficulty) return;
  if (event.kind === 'difficulty.answered')
    await markActed(ctx.tx, difficulty.assignmentId, ['difficultyDue', 'difficultyRaised'], event.at);
  const told = isNews(ctx, event) ? await findTold(ctx.tx, difficulty.assignmentId) : undefined;
  if (!told) return;
  const params = { text: difficulty.body.slice(0, 300), until: difficulty.due };
  if (event.kind === 'difficulty.answered')
    return say(ctx, event, told, {
      kind: 'difficultyAnswered',
      to: 'owner',
      params: { ...params, answer: String(event.payload['answer']).slice(0, 500) },
    });
  // The owner of the directive is asked through its office, any other unit through its head.
  const toOwner = difficulty.addresseeUnitId === told.ownerUnitId;
  return say(ctx, event, told, {
    kind: 'difficultyRaised',
    to: toOwner ? 'office' : 'head',
    unitId: difficulty.addresseeUnitId,
    params,
  });
}

export const listeners: readonly Listener[] = [
  {
    name: 'notices.assignments',
    kinds: [...new Set([...Object.keys(sayings), ...Object.keys(settles)])],
    handle: onAssignment,
  },
  { name: 'notices.difficulties', kinds: ['difficulty.raised', 'difficulty.answered'], handle: onDifficulty },
];
