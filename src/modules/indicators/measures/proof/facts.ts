import type { Tx } from '../../../../kit/db.ts';
import { caseSpans, listCaseIds } from '../../../cases/index.ts';
import type { FactKind } from '../../language/index.ts';
import { catalogueSpans } from '../catalogue.ts';
import { caseKind } from '../kinds/case.ts';
import { spansOf } from '../spans.ts';
import type { Span } from '../store/maintain.ts';
import { countFactIds, type FactRow, listFactRows } from '../store/proof.ts';

const BATCH = 500;

const isSame = (span: Span, row: FactRow | undefined, kind: FactKind): boolean =>
  row !== undefined &&
  span.from === row.fromDay &&
  (span.to ?? 'infinity') === row.toDay &&
  kind.fields.every(({ name }) => (span.values[name] ?? null) === row[name]);

/** Records whose kept facts are not what their source says. */
async function differing(
  tx: Tx,
  kind: FactKind,
  ids: readonly string[],
  spans: readonly Span[],
): Promise<string[]> {
  const kept = Map.groupBy(await listFactRows(tx, kind, ids), (row) => row.id);
  const fresh = Map.groupBy(spans, (span) => span.id);
  return ids.flatMap((id) => {
    const [a, b] = [fresh.get(id) ?? [], kept.get(id) ?? []];
    if (a.length === b.length && a.every((span, i) => isSame(span, b[i], kind))) return [];
    return [`${kind.code} ${id}: facts kept ${b.length}, told from events ${a.length}, not the same`];
  });
}

async function ofCases(tx: Tx): Promise<{ records: number; differences: string[] }> {
  const differences: string[] = [];
  let [records, withFacts, after]: [number, number, string | undefined] = [0, 0, undefined];
  for (;;) {
    const ids = await listCaseIds(tx, after, BATCH);
    after = ids.at(-1);
    if (!after) break;
    const spans = spansOf(await caseSpans(tx, ids));
    differences.push(...(await differing(tx, caseKind, ids, spans)));
    records += ids.length;
    withFacts += new Set(spans.map(({ id }) => id)).size;
  }
  const kept = await countFactIds(tx, caseKind);
  if (kept !== withFacts) differences.push(`facts of ${kept} cases are kept, ${withFacts} have some`);
  return { records, differences };
}

/** Events → state → facts, beside the facts that are kept: a batch of cases at a time, then the catalogue. */
export async function proveFacts(tx: Tx): Promise<{ records: number; differences: string[] }> {
  const cases = await ofCases(tx);
  const differences = [...cases.differences];
  for (const { kind, spans } of await catalogueSpans(tx)) {
    const ids = [...new Set(spans.map(({ id }) => id))];
    differences.push(...(await differing(tx, kind, ids, spans)));
    const kept = await countFactIds(tx, kind);
    if (kept !== ids.length)
      differences.push(`facts of ${kept} records ${kind.code} are kept, ${ids.length} have some`);
  }
  return { records: cases.records, differences };
}
