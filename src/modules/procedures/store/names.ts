import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Text } from '../../../kit/i18n.ts';

const words = (q: string): string[] => q.split(/\s+/).filter(Boolean).slice(0, 12);
const like = (word: string) => sql`'%' || replace(replace(kit.fold(${word}), '\\', ''), '%', '') || '%'`;

export interface FoundName {
  code: string;
  nameVi: string;
  nameEn: string | null;
  fieldVi: string;
  exact: boolean;
}

/** Procedures that were ever published, each by its last name; whole names and codes first. */
export const searchNames = (tx: Tx, q: string, limit: number): Promise<FoundName[]> =>
  tx.rows(sql`
    with last as (select distinct on (v.code) v.* from procedures.version v where v.state = 'published'
      order by v.code, v.number desc)
    select code, name_vi, content->'name'->>'en' as name_en, field_vi,
      code = ${q.trim()} or kit.fold(${q.trim()}) in (kit.fold(name_vi), kit.fold(content->'name'->>'en')) as exact
    from last where true ${sql.join(
      words(q).map((word) => sql`and search like ${like(word)}`),
      sql` `,
    )}
    order by 5 desc nulls last, kit.fold(name_vi), code limit ${limit}`);

/** Fields of procedures that were ever published; whole names first. */
export const searchFields = (
  tx: Tx,
  q: string,
  limit: number,
): Promise<{ field: string; exact: boolean }[]> =>
  tx.rows(sql`
    select field_vi as field, kit.fold(field_vi) = kit.fold(${q.trim()}) as exact
    from (select distinct field_vi from procedures.version where state = 'published') v
    where true ${sql.join(
      words(q).map((word) => sql`and kit.fold(field_vi) like ${like(word)}`),
      sql` `,
    )}
    order by 2 desc, kit.fold(field_vi) limit ${limit}`);

/** The newest names of procedures by code; a name that was never put into English stands in Vietnamese. */
export async function listProcedureNames(tx: Tx, codes: readonly string[]): Promise<Map<string, Text>> {
  const rows = await tx.rows<{ code: string; vi: string; en: string | null }>(sql`
    select distinct on (code) code, name_vi as vi, content->'name'->>'en' as en
    from procedures.version where code = any(${[...new Set(codes)]}::text[]) and state <> 'withdrawn'
    order by code, state = 'published' desc, number desc`);
  return new Map(rows.map(({ code, vi, en }) => [code, { vi, en: en || vi }]));
}

/** What lists of many procedures need of each: its newest Vietnamese name and field, and whether words find it. */
export interface ProcedureHead {
  name: string;
  field: string;
  /** All words, without diacritics, are in its code, names, field or life events; true without words. */
  found: boolean;
}

export async function listProcedureHeads(
  tx: Tx,
  codes: readonly string[],
  q = '',
): Promise<Map<string, ProcedureHead>> {
  const found = sql.join([sql`true`, ...words(q).map((word) => sql`search like ${like(word)}`)], sql` and `);
  const rows = await tx.rows<ProcedureHead & { code: string }>(sql`
    select distinct on (code) code, name_vi as name, field_vi as field, ${found} as found
    from procedures.version where code = any(${[...new Set(codes)]}::text[]) and state <> 'withdrawn'
    order by code, state = 'published' desc, number desc`);
  return new Map(rows.map(({ code, ...head }) => [code, head]));
}
