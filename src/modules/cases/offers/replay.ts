import type { StoredEvent } from '../../../kit/events.ts';
import type { Replay } from '../../../kit/module.ts';
import { streamsOf } from '../../../kit/replay.ts';
import { canonical } from '../rules/content.ts';
import { evolveOffer, type OfferEvent, type OfferState, wakeOn } from './rules.ts';
import { countAllOffers, listLiveOffers } from './store.ts';

const BATCH = 500;

/** An event as the fold reads it, from the stored one. */
export const offerEventOf = (stored: Pick<StoredEvent, 'kind' | 'at' | 'payload'>): OfferEvent =>
  ({ ...stored.payload, type: stored.kind, at: stored.at.toISOString() }) as unknown as OfferEvent;

export const foldOffer = (events: readonly StoredEvent[]): OfferState | undefined =>
  events.map(offerEventOf).reduce<OfferState | undefined>(evolveOffer, undefined);

type Live = Awaited<ReturnType<typeof listLiveOffers>>[number];

function differing(live: Live | undefined, state: OfferState | undefined): string[] {
  if (!live || !state) return ['missing'];
  const columns = {
    status: state.status,
    level: state.level,
    caseId: state.caseId ?? null,
    wakeOn: wakeOn(state) ?? null,
  };
  const wrong = Object.entries(columns).flatMap(([name, value]) =>
    live[name as keyof typeof columns] === value ? [] : [name],
  );
  return canonical(live.state) === canonical(state) ? wrong : [...wrong, 'state'];
}

/** Every offer is what its events say. */
export const offerReplay: Replay = {
  name: 'cases.offer',
  verify: async (tx) => {
    const result = { checked: 0, differences: [] as string[] };
    let batch = new Map<string, OfferState | undefined>();
    const settle = async () => {
      const live = new Map((await listLiveOffers(tx, [...batch.keys()])).map((row) => [row.id, row]));
      for (const [id, state] of batch) {
        const wrong = differing(live.get(id), state);
        if (wrong.length > 0) result.differences.push(`offer:${id}: ${wrong.join(', ')}`);
      }
      result.checked += batch.size;
      batch = new Map();
    };
    for await (const [stream, events] of streamsOf(tx, 'offer:')) {
      batch.set(stream.slice('offer:'.length), foldOffer(events));
      if (batch.size >= BATCH) await settle();
    }
    await settle();
    const rows = await countAllOffers(tx);
    if (rows !== result.checked) result.differences.push(`${rows} rows, but ${result.checked} streams`);
    return result;
  },
};
