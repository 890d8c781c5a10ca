import type { Context } from '../../../kit/context.ts';
import { dayOf } from '../../../kit/day.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import type { Listener } from '../../../kit/outbox.ts';
import { isNews, namesIn } from './cases.ts';
import { ladderInForce } from './ladder-in-force.ts';
import { loadRoster } from './roster.ts';
import { type Matter, tell, tellGap, write } from './tell.ts';

/** What has to be looked at in the exchange with the national portal; a day's worth of one kind is one notice for a unit. */
const kinds: Record<string, string> = {
  'portal.unacknowledged': 'portalLate',
  'portalMessage.refused': 'portalRefused',
  'portalConflict.found': 'portalConflict',
};

interface Told {
  /** The unit that decides the case. */
  at: string;
  code?: string;
  words?: string;
  count?: number;
}

/** The owner of the unit hears of it; where there is none, the standing office above it. */
async function onPortal(ctx: Context, event: StoredEvent): Promise<void> {
  if (!isNews(ctx, event)) return;
  const { at, code, words, count } = event.payload as unknown as Told;
  const kind = kinds[event.kind]!;
  const name = await namesIn(ctx);
  const matter: Matter = {
    kind,
    rung: kind,
    subjectKind: 'unit',
    subjectId: at,
    about: dayOf(event.at),
    assignmentId: null,
    taskId: null,
    unitId: at,
    ownerUnitId: at,
    classification: 'internal',
    params: { unit: name(at), ref: code, text: words, count },
    asRole: 'owner',
    channels: ['app', 'mail'],
  };
  const [roster, { hours }] = await Promise.all([
    loadRoster(ctx, [matter]),
    ladderInForce(ctx.tx, ctx.today),
  ]);
  const owners = roster.find('owner', matter);
  const [found, asRole] =
    owners.length > 0 ? [owners, 'owner' as const] : [roster.office(matter), 'office' as const];
  const telling =
    found.length > 0 ? tell(ctx, { ...matter, asRole }, found, hours) : tellGap(ctx, matter, roster, hours);
  await write(ctx, [telling]);
}

export const portalListener: Listener = {
  name: 'notices.portal',
  kinds: Object.keys(kinds),
  handle: onPortal,
};
