import type { Tx } from '../../../../kit/db.ts';
import type { FactKind } from '../../language/index.ts';
import { EVERYWHERE } from '../rules/slot.ts';
import type { Span } from '../store/maintain.ts';
import {
  type FactRow,
  factsByUnit,
  listKeptChanges,
  listKeptTotals,
  listKeptUnits,
  listUnequalCheckpoints,
  type SheetsOfUnit,
} from '../store/proof.ts';
import { keyed, noSums, type Sums, tell, type Told, type UnitSums } from './tell.ts';

interface Proof {
  kind: FactKind;
  told: readonly Told[];
  /** Which places of the sheet of a period are complete: others are being filled and say nothing yet. */
  complete: ReadonlyMap<string, readonly number[]>;
  checked: number;
  differences: string[];
}

const spanOf = ({ id, fromDay, toDay, ...values }: FactRow): Span => ({
  id,
  from: fromDay,
  to: toDay === 'infinity' ? undefined : toDay,
  values,
});

/** Compares the rows kept of one unit with what was told of it. */
function compare(
  proof: Proof,
  what: string,
  kept: readonly { key: string; counts: string[] }[],
  sums: Sums,
): void {
  const keys = new Map(kept.map(({ key, counts }) => [key, counts]));
  for (const key of new Set([...keys.keys(), ...sums.keys()])) {
    const [counts, told] = [keys.get(key) ?? [], sums.get(key) ?? []];
    for (const place of proof.complete.get(key.slice(0, key.indexOf('\t'))) ?? []) {
      const [a, b] = [Number(counts[place - 1] ?? 0), told[place - 1] ?? 0];
      if (a !== b)
        proof.differences.push(`${what} ${key.replaceAll('\t', ' ')} [${place}]: kept ${a}, recomputed ${b}`);
    }
  }
  proof.checked += keys.size;
}

async function compareUnit(tx: Tx, proof: Proof, unit: string, sums: UnitSums): Promise<void> {
  const where: SheetsOfUnit = { kind: proof.kind.code, periods: [...proof.complete.keys()], unit };
  const named = `${where.kind} ${unit}`;
  const changes = (await listKeptChanges(tx, where)).map(({ period, month, day, counts }) => ({
    key: keyed(period, month, day),
    counts,
  }));
  compare(proof, `roll-up ${named}`, changes, sums.byDay);
  const totals = (await listKeptTotals(tx, where)).map(({ period, month, procedure, field, counts }) => ({
    key: keyed(period, month, procedure, field),
    counts,
  }));
  compare(proof, `by procedure ${named}`, totals, sums.byProcedure);
}

/** The facts of a kind, unit after unit: no more than one unit and the country are in memory. */
async function proveKind(tx: Tx, proof: Proof): Promise<void> {
  const everywhere = noSums();
  const met = new Set<string>([EVERYWHERE]);
  let [unit, sums]: [string | undefined, UnitSums] = [undefined, noSums()];
  const close = async () => {
    if (unit === undefined) return;
    await compareUnit(tx, proof, unit, sums);
    met.add(unit);
    sums = noSums();
  };
  for await (const row of factsByUnit(tx, proof.kind)) {
    if (row['unit'] !== unit) {
      await close();
      unit = String(row['unit']);
    }
    tell(proof.told, spanOf(row), [sums, everywhere]);
  }
  await close();
  await compareUnit(tx, proof, EVERYWHERE, everywhere);
  for (const other of await listKeptUnits(tx, proof.kind.code))
    if (!met.has(other)) await compareUnit(tx, proof, other, noSums());
}

/** Facts → FEEL library → sums, beside the roll-ups that SQL keeps; then each checkpoint beside the one before it. */
export async function proveSums(
  tx: Tx,
  kinds: readonly FactKind[],
  told: readonly Told[],
): Promise<{ checked: number; differences: string[] }> {
  const result = { checked: 0, differences: [] as string[] };
  for (const kind of kinds) {
    const mine = told.filter(({ slot }) => slot.kind === kind.code);
    const periods = Map.groupBy(mine, ({ slot }) => slot.period);
    const complete = new Map(
      [...periods].map(([period, list]) => [period, list.map(({ slot }) => slot.position)]),
    );
    const proof: Proof = { kind, told: mine, complete, checked: 0, differences: [] };
    await proveKind(tx, proof);
    result.checked += proof.checked;
    result.differences.push(...proof.differences);
  }
  for (const { upto, what, kind, period, unit, month, kept, summed } of await listUnequalCheckpoints(tx))
    result.differences.push(
      `checkpoint ${upto} ${what} ${kind} ${period} ${unit} ${month}: ${kept ?? 'nothing'}, sum of changes ${summed ?? 'nothing'}`,
    );
  return result;
}
