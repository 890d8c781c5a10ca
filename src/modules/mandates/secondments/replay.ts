import type { Tx } from '../../../kit/db.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import type { Replay } from '../../../kit/module.ts';
import { streamsOf } from '../../../kit/replay.ts';
import { printed } from '../replay.ts';
import type { Day, Paper } from '../rules/model.ts';
import { evolveSecondment, type Secondment } from './rules.ts';
import { listLiveSecondments } from './store.ts';

function fold(events: readonly StoredEvent[]): Secondment | undefined {
  let state: Secondment | undefined;
  for (const { kind, payload } of events) {
    if (kind === 'secondment.stated')
      state = evolveSecondment(state, {
        what: 'stated',
        secondment: payload['secondment'] as Secondment,
      });
    if (kind === 'secondment.ended')
      state = evolveSecondment(state, {
        what: 'ended',
        on: payload['on'] as Day,
        paper: payload['paper'] as Paper,
      });
  }
  return state;
}

async function verify(tx: Tx): Promise<{ checked: number; differences: string[] }> {
  const live = new Map((await listLiveSecondments(tx)).map((one) => [`secondment:${one.id}`, one]));
  const differences: string[] = [];
  const seen = new Set<string>();
  for await (const [stream, events] of streamsOf(tx, 'secondment:')) {
    seen.add(stream);
    if (printed(fold(events)) !== printed(live.get(stream))) differences.push(stream);
  }
  for (const stream of live.keys()) if (!seen.has(stream)) differences.push(stream);
  return { checked: live.size, differences };
}

/** Secondments from their events, compared with the table. */
export const secondmentReplay: Replay = { name: 'mandates.secondments', verify };
