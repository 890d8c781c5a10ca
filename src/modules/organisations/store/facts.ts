import { sql } from 'kysely';

import { prepared, type Tx } from '../../../kit/db.ts';
import { revision } from '../../../kit/revisions.ts';
import type { RuleStatement } from '../rules/decide.ts';
import type { OrganisationFacts, Succession, VersionFact } from '../rules/model.ts';

export type Revision = { number: number; token: string };

/** What names the state the facts are in; a cheap look before using a cached snapshot. */
export const getToken = revision('organisations', sql`select token::text from organisations.revision`);

/** The state the facts are in, with its number. */
export const getRevision = (tx: Tx): Promise<Revision> =>
  tx.one<Revision>(prepared(sql`select number, token from organisations.revision`));

/** Makes this transaction the only one that states facts until it ends. */
export async function lockRevision(tx: Tx): Promise<Revision> {
  return tx.one<Revision>(sql`select number, token from organisations.revision for update`);
}

/** All facts in the order in which they were recorded, and the token of the state they make: one statement, one moment. */
export async function getFacts(tx: Tx): Promise<{ token: string; facts: OrganisationFacts }> {
  const row = await tx.one<{ token: string } & Record<keyof OrganisationFacts, unknown>>(sql`
    select r.token,
      (select coalesce(json_agg(json_build_object('id', u.id, 'level', u.level) order by u.recorded_at, u.id), '[]')
        from organisations.unit u) as units,
      (select coalesce(json_agg(json_build_object('unitId', v.unit_id, 'validFrom', v.valid_from, 'nameVi', v.name_vi,
        'nameEn', v.name_en, 'shortName', v.short_name, 'aliases', v.aliases, 'kind', v.kind, 'parentId', v.parent_id,
        'code', v.code, 'codeSystem', v.code_system) order by v.fact), '[]') from organisations.unit_version v) as versions,
      (select coalesce(json_agg(json_strip_nulls(json_build_object('id', s.id, 'on', s.on_day, 'kind', s.kind,
        'from', s.from_unit_id, 'to', s.to_unit_ids, 'rule', s.rule, 'legalBasis', s.legal_basis)) order by s.on_day, s.id),
        '[]') from organisations.v_succession s) as successions
    from organisations.revision r`);
  const { token, ...facts } = row;
  return { token, facts: facts as OrganisationFacts };
}

/** Adds facts, and names the new state. The caller holds the lock of `lockRevision`. */
export async function insertFacts(
  tx: Tx,
  facts: OrganisationFacts & { rules?: readonly RuleStatement[] },
  at: Date,
): Promise<void> {
  await tx.run(sql`
    insert into organisations.unit (id, level, recorded_at)
    select f.id, f.level, ${at} from jsonb_to_recordset(${JSON.stringify(facts.units)}::jsonb) as f (id text, level text)`);
  await insertVersions(tx, facts.versions, at);
  await insertSuccessions(tx, facts.successions, at);
  for (const rule of facts.rules ?? []) {
    await tx.run(sql`
      insert into organisations.succession_rule (succession_id, rule, legal_basis, recorded_at)
      values (${rule.successionId}, ${JSON.stringify(rule.rule)}::jsonb, ${rule.legalBasis}, ${at})`);
  }
  await tx.run(sql`update organisations.revision set number = number + 1, token = gen_random_uuid()`);
}

async function insertVersions(tx: Tx, versions: readonly VersionFact[], at: Date): Promise<void> {
  await tx.run(sql`
    insert into organisations.unit_version (unit_id, valid_from, name_vi, name_en, short_name, aliases, kind, parent_id,
      code, code_system, recorded_at)
    select f."unitId", f."validFrom", f."nameVi", f."nameEn", f."shortName", f.aliases, f.kind, f."parentId",
      f.code, f."codeSystem", ${at}
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as f ("unitId" text, "validFrom" date, "nameVi" text,
      "nameEn" text, "shortName" text, aliases text[], kind text, "parentId" text, code text, "codeSystem" text)`);
}

async function insertSuccessions(tx: Tx, successions: readonly Succession[], at: Date): Promise<void> {
  await tx.run(sql`
    insert into organisations.succession (id, on_day, kind, from_unit_id, to_unit_ids, rule, legal_basis, recorded_at)
    select f.id, f."on", f.kind, f."from", f."to", f.rule, f."legalBasis", ${at}
    from jsonb_to_recordset(${JSON.stringify(successions)}::jsonb) as f (id text, "on" date, kind text, "from" text,
      "to" text[], rule jsonb, "legalBasis" text)`);
}

type FactsEvent = { facts: OrganisationFacts; rules?: RuleStatement[] };

/** The payloads of all events that state facts about units, in the order in which they were recorded. */
export async function listFactEvents(tx: Tx): Promise<FactsEvent[]> {
  const rows = await tx.rows<{ payload: FactsEvent }>(sql`
    select payload from kit.event where kind like 'unit.%' and payload ? 'facts' order by id`);
  return rows.map((row) => row.payload);
}
