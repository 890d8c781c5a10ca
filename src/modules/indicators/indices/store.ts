import { sql } from 'kysely';

import { prepared, type Tx } from '../../../kit/db.ts';
import { builtInTrees } from './facts/trees.ts';
import type { IndexTree } from './rules/model.ts';
import type { IndexValue } from './rules/value.ts';
import { withEnds } from './rules/versions.ts';

interface TreeRow {
  code: string;
  version: string;
  validFrom: string;
  body: Omit<IndexTree, 'code' | 'version' | 'validFrom' | 'validTo'>;
}

/** Versions that somebody stated, the oldest first. */
export const listStatedTrees = async (tx: Tx): Promise<IndexTree[]> =>
  (
    await tx.rows<TreeRow>(
      prepared(
        sql`select code, version, valid_from, body from indicators.index_tree order by code, valid_from`,
      ),
    )
  ).map(({ body, ...row }) => ({ ...body, ...row }));

/** Every version of every index, with the days from and until which it holds. */
export const listTrees = async (tx: Tx): Promise<IndexTree[]> =>
  withEnds([...builtInTrees, ...(await listStatedTrees(tx))]);

export async function insertTree(
  tx: Tx,
  tree: IndexTree,
  who: { by: string; byName: string; at: Date },
): Promise<void> {
  const { code, version, validFrom, validTo: _, ...body } = tree;
  await tx.run(sql`insert into indicators.index_tree (code, version, valid_from, body, stated_by, stated_by_name, stated_at)
    values (${code}, ${version}, ${validFrom}, ${JSON.stringify(body)}::jsonb, ${who.by}, ${who.byName}, ${who.at})`);
}

/** Holds back others who state a version of an index until this transaction is over. */
export const lockTrees = (tx: Tx): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(hashtext('indicators.index_tree'))`);

interface ValueRow extends Omit<IndexValue, 'numerator' | 'denominator' | 'claimedAt' | 'decidedAt'> {
  numerator: string;
  denominator: string;
  claimedAt: Date;
  decidedAt: Date | null;
}

const columns = sql`index_code, node, unit_id, period, state, numerator, denominator, evidence, evidence_url, claimed_by,
  claimed_by_name, claimed_at, decided_by, decided_by_name, decided_at, reason`;

const valueOf = (row: ValueRow): IndexValue => ({
  indexCode: row.indexCode,
  node: row.node,
  unitId: row.unitId,
  period: row.period,
  state: row.state,
  numerator: Number(row.numerator),
  denominator: Number(row.denominator),
  evidence: row.evidence,
  evidenceUrl: row.evidenceUrl ?? undefined,
  claimedBy: row.claimedBy,
  claimedByName: row.claimedByName,
  claimedAt: row.claimedAt.toISOString(),
  decidedBy: row.decidedBy ?? undefined,
  decidedByName: row.decidedByName ?? undefined,
  decidedAt: row.decidedAt?.toISOString(),
  reason: row.reason ?? undefined,
});

/** Stated values of units for a year. */
export const listValues = async (
  tx: Tx,
  indexCode: string,
  period: string,
  unitIds: readonly string[],
): Promise<IndexValue[]> =>
  (
    await tx.rows<ValueRow>(sql`select ${columns} from indicators.index_value
      where index_code = ${indexCode} and period = ${period} and unit_id = any(${[...unitIds]}) order by unit_id, node`)
  ).map(valueOf);

type Key = Pick<IndexValue, 'indexCode' | 'node' | 'unitId' | 'period'>;

/** One stated value, held for this transaction. */
export async function lockValue(
  tx: Tx,
  { indexCode, node, unitId, period }: Key,
): Promise<IndexValue | undefined> {
  const row = await tx.maybe<ValueRow>(sql`select ${columns} from indicators.index_value
    where index_code = ${indexCode} and node = ${node} and unit_id = ${unitId} and period = ${period} for update`);
  return row && valueOf(row);
}

interface ValueFilter {
  units: 'all' | readonly string[];
  code?: string | undefined;
  unitId?: string | undefined;
  period?: string | undefined;
  limit: number;
}

/** Stated values of the units one may see: those that wait for a decision first, then the newest. */
export const listValuesOf = async (
  tx: Tx,
  { units, code, unitId, period, limit }: ValueFilter,
): Promise<IndexValue[]> =>
  (
    await tx.rows<ValueRow>(sql`select ${columns} from indicators.index_value
      where ${units === 'all' ? sql`true` : sql`unit_id = any(${[...units]})`}
        and (${code ?? null}::text is null or index_code = ${code ?? null})
        and (${unitId ?? null}::text is null or unit_id = ${unitId ?? null})
        and (${period ?? null}::text is null or period = ${period ?? null})
      order by (state <> 'claimed'), claimed_at desc, index_code, node limit ${limit}`)
  ).map(valueOf);

export const listAllValues = async (tx: Tx): Promise<IndexValue[]> =>
  (
    await tx.rows<ValueRow>(
      sql`select ${columns} from indicators.index_value order by index_code, node, unit_id, period`,
    )
  ).map(valueOf);

export async function saveValue(tx: Tx, v: IndexValue): Promise<void> {
  await tx.run(sql`
    insert into indicators.index_value (${columns})
    values (${v.indexCode}, ${v.node}, ${v.unitId}, ${v.period}, ${v.state}, ${v.numerator}, ${v.denominator}, ${v.evidence},
      ${v.evidenceUrl ?? null}, ${v.claimedBy}, ${v.claimedByName}, ${v.claimedAt}, ${v.decidedBy ?? null},
      ${v.decidedByName ?? null}, ${v.decidedAt ?? null}, ${v.reason ?? null})
    on conflict (index_code, node, unit_id, period) do update set state = excluded.state, numerator = excluded.numerator,
      denominator = excluded.denominator, evidence = excluded.evidence, evidence_url = excluded.evidence_url,
      claimed_by = excluded.claimed_by, claimed_by_name = excluded.claimed_by_name, claimed_at = excluded.claimed_at,
      decided_by = excluded.decided_by, decided_by_name = excluded.decided_by_name, decided_at = excluded.decided_at,
      reason = excluded.reason`);
}
