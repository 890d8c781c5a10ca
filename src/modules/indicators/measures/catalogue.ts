import type { Tx } from '../../../kit/db.ts';
import { procedureFactsToken, publishedFacts } from '../../procedures/index.ts';
import type { FactKind } from '../language/index.ts';
import { procedureKind } from './kinds/case.ts';
import { decisionKind } from './kinds/decision.ts';
import { sheetsOf, type Slot } from './rules/slot.ts';
import { spansOf } from './spans.ts';
import { listFactIds, replaceFacts, type Span } from './store/maintain.ts';
import { sourceToken, noteSource } from './store/slots.ts';

/** What the catalogue, the mandates and the calendars say, as rows of facts of each kind that follows from them. */
export async function catalogueSpans(tx: Tx): Promise<{ kind: FactKind; spans: Span[] }[]> {
  const { procedures, announcements } = await publishedFacts(tx);
  return [
    { kind: procedureKind, spans: spansOf(procedures) },
    { kind: decisionKind, spans: spansOf(announcements) },
  ];
}

/**
 * Tells procedures and announcements of all units anew when the catalogue, the mandates, the tree or a calendar have changed.
 * Only under the lock.
 */
export async function followCatalogue(tx: Tx, slots: readonly Slot[]): Promise<void> {
  const token = await procedureFactsToken(tx);
  if ((await sourceToken(tx, procedureKind.code)) === token) return;
  for (const { kind, spans } of await catalogueSpans(tx)) {
    const ids = new Set([...(await listFactIds(tx, kind)), ...spans.map(({ id }) => id)]);
    await replaceFacts(tx, kind, sheetsOf(slots, kind.code), { ids: [...ids], spans });
  }
  await noteSource(tx, procedureKind.code, token);
}
