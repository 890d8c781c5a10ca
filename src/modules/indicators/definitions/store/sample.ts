import { sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import type { Tx } from '../../../../kit/db.ts';
import type { FactKind, FactRecord } from '../../language/index.ts';

/** A record of a kind as known at the end of a day, values by field name. */
export interface SampleRecord {
  id: string;
  values: FactRecord;
}

/**
 * Records as known at the end of a day, spread over all there are: the first ones after evenly placed identifiers would
 * favour nobody, so they are taken by the hash of their identifier.
 */
export async function sampleRecords(
  tx: Tx,
  kind: FactKind,
  { asOf, units, limit }: { asOf: Day; units: readonly string[] | undefined; limit: number },
): Promise<SampleRecord[]> {
  const columns = kind.fields.map(
    (field) => sql`${sql.ref(`f.${field.column}`)} as ${sql.id(`v_${field.name}`)}`,
  );
  const within = units ? sql`and f.unit = any(${units})` : sql``;
  const rows = await tx.rows<{ id: string } & Record<string, unknown>>(sql`
    select f.id::text as id, ${sql.join(columns)} from ${sql.table(`indicators.fact_${kind.code}`)} f
    where f.from_day <= ${asOf}::date and f.to_day > ${asOf}::date ${within}
    order by md5(f.id::text) limit ${limit}`);
  return rows.map((row) => ({
    id: row.id,
    values: Object.fromEntries(kind.fields.map(({ name, type }) => [name, plain(row[keyOf(name)], type)])),
  }));
}

/** Column names come back in camelCase. */
const keyOf = (name: string): string =>
  `v_${name}`.replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase());

const plain = (value: unknown, type: string): string | number | boolean | null => {
  if (value === null || value === undefined) return null;
  return type === 'number' ? Number(value) : (value as string | boolean);
};
