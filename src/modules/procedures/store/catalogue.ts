import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Day, ProcedureContent } from '../rules/model.ts';

/** Codes of other procedures, not withdrawn, that bear this name. */
export const listSameName = async (
  tx: Tx,
  { code, nameVi }: { code: string; nameVi: string },
): Promise<string[]> =>
  (
    await tx.rows<{ code: string }>(sql`
      select distinct code from procedures.version
      where kit.fold(name_vi) = kit.fold(${nameVi}) and code <> ${code} and state <> 'withdrawn' order by code`)
  ).map((row) => row.code);

export interface CatalogueRow {
  code: string;
  versionId: string;
  nameVi: string;
  nameEn: string | null;
  fieldVi: string;
  level: ProcedureContent['level'];
  serviceLevel: NonNullable<ProcedureContent['serviceLevel']> | null;
  lifeEvents: string[];
  validFrom: Day;
  state: 'published' | 'draft' | 'ended' | 'coming';
  sortName: string;
}

export interface CatalogueFilter {
  q?: string | undefined;
  lifeEvent?: string | undefined;
  field?: string | undefined;
  level?: string | undefined;
  serviceLevel?: string | undefined;
  state: 'published' | 'draft' | 'ended' | 'coming' | 'all';
  day: Day;
  after?: readonly [string, string] | undefined;
  limit: number;
}

/** How a version stands on a day. */
const stateOn = (day: Day) => sql`case when v.state = 'draft' then 'draft'
  when v.valid_from > ${day} then 'coming' when v.valid_to <= ${day} then 'ended' else 'published' end`;

/** One version stands for its procedure: what holds on the day, else what comes, else a draft, else the last that held. */
const standing = (day: Day) => sql`
  select distinct on (v.code) v.*, ${stateOn(day)} as standing
  from procedures.version v where v.state <> 'withdrawn'
  order by v.code, array_position(array['published', 'coming', 'draft', 'ended'], ${stateOn(day)}), v.number desc`;

const words = (q: string): string[] => q.split(/\s+/).filter(Boolean).slice(0, 12);

const conditions = (f: CatalogueFilter) => {
  const parts = [
    ...words(f.q ?? '').map(
      (word) => sql`v.search like '%' || replace(replace(kit.fold(${word}), '\\', ''), '%', '') || '%'`,
    ),
    ...(f.field ? [sql`v.field_vi = ${f.field}`] : []),
    ...(f.level ? [sql`v.level = ${f.level}`] : []),
    ...(f.serviceLevel ? [sql`v.service_level = ${f.serviceLevel}`] : []),
    ...(f.lifeEvent ? [sql`${f.lifeEvent} = any(v.life_events)`] : []),
  ];
  return parts.length > 0 ? sql`and ${sql.join(parts, sql` and `)}` : sql``;
};

/** Published ones straight from the index of what is published; the rest through one standing version per code. */
const from = (f: CatalogueFilter) =>
  f.state === 'published'
    ? sql`(select v.*, 'published' as standing from procedures.version v where v.state = 'published'
        and v.valid_from <= ${f.day} and (v.valid_to is null or v.valid_to > ${f.day})) v where true`
    : f.state === 'draft'
      ? sql`(select distinct on (v.code) v.*, 'draft' as standing from procedures.version v where v.state = 'draft'
          order by v.code, v.number desc) v where true`
      : f.state === 'all'
        ? sql`(${standing(f.day)}) v where true`
        : sql`(${standing(f.day)}) v where v.standing = ${f.state}`;

/** By name; where something is looked for, first what bears it as its name, then in its name, then in a life event. */
function orderOf({ q }: CatalogueFilter) {
  const asked = words(q ?? '').join(' ');
  if (asked === '') return sql`kit.fold(v.name_vi)`;
  const holds = (text: ReturnType<typeof sql>) => sql`strpos(${text}, kit.fold(${asked})) > 0`;
  return sql`case when kit.fold(v.name_vi) = kit.fold(${asked}) or v.code = ${asked} then '0 '
    when ${holds(sql`kit.fold(v.name_vi)`)} then '1 ' when ${holds(sql`v.search`)} then '2 ' else '3 ' end || kit.fold(v.name_vi)`;
}

/** A page of the catalogue, what fits best first. */
export function listCatalogue(tx: Tx, f: CatalogueFilter): Promise<CatalogueRow[]> {
  const order = orderOf(f);
  const after = f.after ? sql`and (${order}, v.code) > (${f.after[0]}, ${f.after[1]})` : sql``;
  return tx.rows<CatalogueRow>(sql`
    select v.code, v.id as version_id, v.name_vi, v.content->'name'->>'en' as name_en, v.field_vi, v.level, v.service_level,
      v.life_events, v.valid_from, v.standing as state, ${order} as sort_name
    from ${from(f)} ${conditions(f)} ${after}
    order by ${order}, v.code limit ${f.limit}`);
}

export interface CatalogueCounts {
  published: number;
  drafts: number;
  fields: { field: string; count: number }[];
  lifeEvents: { lifeEvent: string; count: number }[];
}

/** How many procedures hold on a day, by field and life event, and how many have a draft. */
export const countCatalogue = (tx: Tx, day: Day): Promise<CatalogueCounts> =>
  tx.one<CatalogueCounts>(sql`
    with v as (select * from procedures.version v where v.state = 'published'
      and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to > ${day}))
    select (select count(*) from v)::int as published,
      (select count(distinct code) from procedures.version where state = 'draft')::int as drafts,
      (select coalesce(json_agg(f order by f.field), '[]') from
        (select field_vi as field, count(*)::int as count from v group by 1) f) as fields,
      (select coalesce(json_agg(e order by e."lifeEvent"), '[]') from
        (select unnest(life_events) as "lifeEvent", count(*)::int as count from v group by 1) e) as life_events`);

/** The newest names of procedures by code. */
export const listNames = async (tx: Tx, codes: readonly string[]): Promise<Map<string, string>> =>
  new Map(
    (
      await tx.rows<{ code: string; nameVi: string }>(sql`
        select distinct on (code) code, name_vi from procedures.version where code = any(${codes}::text[])
        order by code, number desc`)
    ).map((row) => [row.code, row.nameVi]),
  );
