import type { Tx } from '../../../kit/db.ts';
import { procedureFactsToken, procedureSpans } from '../../procedures/index.ts';
import { procedureKind } from './kinds/case.ts';
import { sheetsOf, type Slot } from './rules/slot.ts';
import { listFactIds, replaceFacts, type Span } from './store/maintain.ts';
import { sourceToken, noteSource } from './store/slots.ts';

/** What the catalogue and the mandates say, as rows of facts. */
export async function catalogueSpans(tx: Tx): Promise<Span[]> {
  const told = await procedureSpans(tx);
  return [...told].flatMap(([id, spans]) =>
    spans.map(({ from, to, fact: { unitId, ...rest } }) => ({
      id,
      from,
      to,
      values: { unit: unitId, ...rest },
    })),
  );
}

/** Tells the procedures of all units anew when the catalogue, the mandates or the tree have changed. Only under the lock. */
export async function followCatalogue(tx: Tx, slots: readonly Slot[]): Promise<void> {
  const token = await procedureFactsToken(tx);
  if ((await sourceToken(tx, procedureKind.code)) === token) return;
  const spans = await catalogueSpans(tx);
  const ids = new Set([...(await listFactIds(tx, procedureKind)), ...spans.map(({ id }) => id)]);
  await replaceFacts(tx, procedureKind, sheetsOf(slots, procedureKind.code), { ids: [...ids], spans });
  await noteSource(tx, procedureKind.code, token);
}
