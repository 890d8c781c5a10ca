import type { Context } from '../../../kit/context.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import type { Listener } from '../../../kit/outbox.ts';
import { caseEventKinds, caseSpans } from '../../cases/index.ts';
import { currentSlots } from './keep.ts';
import { caseKind } from './kinds/case.ts';
import { sheetsOf } from './rules/slot.ts';
import { spansOf } from './spans.ts';
import { replaceFacts } from './store/maintain.ts';
import { LISTENER } from './store/slots.ts';

/** A case that something happened to is told again from its first event, so a late or repeated batch changes nothing. */
async function follow(ctx: Context, events: readonly StoredEvent[]): Promise<void> {
  const streams = new Set(events.map((event) => event.stream));
  const ids = [...streams].filter((s) => s.startsWith('case:')).map((s) => s.slice('case:'.length));
  const slots = await currentSlots(ctx.tx);
  if (ids.length === 0) return;
  const spans = spansOf(await caseSpans(ctx.tx, ids));
  await replaceFacts(ctx.tx, caseKind, sheetsOf(slots, 'case'), { ids, spans });
}

export const measureListener: Listener = { name: LISTENER, kinds: caseEventKinds, handleBatch: follow };
