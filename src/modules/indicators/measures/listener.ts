import type { Context } from '../../../kit/context.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import type { Listener } from '../../../kit/outbox.ts';
import { caseEventKinds, caseSpans, casesTold } from '../../cases/index.ts';
import { followCatalogue } from './catalogue.ts';
import { currentSlots } from './keep.ts';
import { caseKind } from './kinds/case.ts';
import { sheetsOf } from './rules/slot.ts';
import { spansOf } from './spans.ts';
import { replaceFacts } from './store/maintain.ts';
import { LISTENER } from './store/slots.ts';

/** After these somebody else may be competent for something, or something else be offered. */
const catalogueKinds: readonly string[] = [
  ...['published', 'ended', 'withdrawn', 'resumed'].map((what) => `procedure.${what}`),
  ...['Published', 'Ended', 'Withdrawn', 'Resumed'].map((what) => `procedure.overlay${what}`),
  ...['stated', 'versionStated', 'exceptionStated', 'unitKeeps'].map((what) => `calendar.${what}`),
  ...['competence', 'delegation', 'assignment'].flatMap((fact) => [`${fact}.stated`, `${fact}.ended`]),
  ...['merged', 'split', 'partlySplit', 'competenceTransferred', 'ruleStated', 'factsStated'].map(
    (what) => `unit.${what}`,
  ),
];

/** A case that something happened to is told again from its first event, so a late or repeated batch changes nothing. */
async function follow(ctx: Context, events: readonly StoredEvent[]): Promise<void> {
  const ids = casesTold(events.filter(({ stream }) => stream.startsWith('case:')));
  const isOther = events.some(({ kind }) => catalogueKinds.includes(kind));
  if (ids.length === 0 && !isOther) return;
  const slots = await currentSlots(ctx.tx);
  if (isOther) await followCatalogue(ctx.tx, slots);
  if (ids.length === 0) return;
  const spans = spansOf(await caseSpans(ctx.tx, ids));
  await replaceFacts(ctx.tx, caseKind, sheetsOf(slots, 'case'), { ids, spans });
}

export const measureListener: Listener = {
  name: LISTENER,
  kinds: [...caseEventKinds, ...catalogueKinds],
  handleBatch: follow,
};
