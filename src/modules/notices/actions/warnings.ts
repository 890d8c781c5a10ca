import type { Classification } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { dayOf } from '../../../kit/day.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import type { Listener } from '../../../kit/outbox.ts';
import { markActedOnWarning } from '../store/notice.ts';
import { findToldWarning } from '../store/warning.ts';
import { ladderInForce } from './ladder-in-force.ts';
import { loadRoster } from './roster.ts';
import { type Matter, tell, tellGap, write } from './tell.ts';

const NEWS_MS = 3 * 86_400_000;

/** Who must act on a warning hears of it when it begins and when it is handed up to him; the ladder reminds him after. */
const kinds: Record<string, string> = {
  'warning.raised': 'warningRaised',
  'warning.escalated': 'warningEscalated',
};

async function onWarning(ctx: Context, event: StoredEvent): Promise<void> {
  const warningId = event.stream.slice('warning:'.length);
  const kind = kinds[event.kind];
  // Whatever happens to it answers what was asked before: acknowledged and ended, and handed to somebody else.
  if (event.kind !== 'warning.raised') await markActedOnWarning(ctx.tx, warningId, event.at);
  if (!kind || ctx.app.clock.now().getTime() - event.at.getTime() > NEWS_MS) return;
  const told = await findToldWarning(ctx.tx, warningId);
  if (!told) return;
  const { responsible, waitedDays } = event.payload as {
    responsible: { people: { key: string }[] };
    waitedDays?: number;
  };
  const matter: Matter = {
    kind,
    rung: kind,
    subjectKind: 'warning',
    subjectId: warningId,
    about: dayOf(event.at),
    assignmentId: null,
    taskId: null,
    unitId: told.unitId,
    ownerUnitId: told.unitId,
    classification: told.classification as Classification,
    responsible: responsible.people.map((p) => p.key),
    params: { ...told.params, days: waitedDays ?? 0 },
    asRole: 'responsible',
    channels: ['app', 'mail'],
    ...(told.caseId && { caseId: told.caseId }),
  };
  const [roster, { hours }] = await Promise.all([
    loadRoster(ctx, [matter]),
    ladderInForce(ctx.tx, ctx.today),
  ]);
  const found = roster.find('owner', matter);
  await write(ctx, [
    found.length > 0 ? tell(ctx, matter, found, hours) : tellGap(ctx, matter, roster, hours),
  ]);
}

export const warningListener: Listener = {
  name: 'notices.warnings',
  kinds: ['warning.raised', 'warning.escalated', 'warning.acknowledged', 'warning.ended'],
  handle: onWarning,
};
