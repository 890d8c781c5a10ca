import { sql, type RawBuilder } from 'kysely';

import type { Actor } from '../../../../kit/actor.ts';
import type { Day } from '../../../../kit/day.ts';
import type { Tx } from '../../../../kit/db.ts';
import { stateWord, type WarningState } from '../rules/evolve.ts';
import type { Severity } from '../rules/rule.ts';

/** The last look at an open warning. */
export interface Look {
  on: Day;
  value: number | null;
  numerator?: number | undefined;
  denominator?: number | undefined;
  why?: string | undefined;
}
export interface WarningRow {
  unitId: string;
  id: string;
  ruleCode: string;
  subjectKind: string;
  subjectId: string;
  severity: Severity;
  classification: string;
  phase: 'open' | 'acknowledged' | 'ended';
  responsibleUnitId: string;
  responsibleKeys: string[];
  raisedAt: Date;
  endedAt: Date | null;
  state: WarningState;
  looked: Look;
}

/** The columns of a row that follow from its state: what `lienthong verify` compares. */
export const columnsOf = (s: WarningState) => ({
  unitId: s.unitId,
  ruleCode: s.ruleCode,
  subjectKind: s.subject.kind,
  subjectId: s.subject.id,
  severity: s.severity,
  classification: s.classification,
  phase: stateWord(s),
  responsibleUnitId: s.responsible.unitId,
  responsibleKeys: s.responsible.people.map((p) => p.key),
  raisedAt: s.raisedAt,
  endedAt: s.ended?.at ?? null,
});

const columns = sql`w.unit_id, w.id, w.rule_code, w.subject_kind, w.subject_id, w.severity, w.classification, w.phase, w.responsible_unit_id, w.responsible_keys, w.raised_at, w.ended_at, w.state, w.looked`;

/** Adds an open warning; false where the rule has one for the subject already. */
export async function insertWarning(tx: Tx, id: string, state: WarningState, looked: Look): Promise<boolean> {
  const c = columnsOf(state);
  const made = await tx.run(sql`
    insert into indicators.warning (unit_id, id, rule_code, subject_kind, subject_id, severity, classification, phase, responsible_unit_id, responsible_keys, raised_at, state, looked)
    values (${c.unitId}, ${id}, ${c.ruleCode}, ${c.subjectKind}, ${c.subjectId}, ${c.severity}, ${c.classification}, ${c.phase}, ${c.responsibleUnitId}, ${c.responsibleKeys}, ${c.raisedAt},
      ${JSON.stringify(state)}, ${JSON.stringify(looked)})
    on conflict (rule_code, subject_kind, subject_id, unit_id) where phase <> 'ended' do nothing`);
  return made === 1;
}

export async function saveWarning(tx: Tx, id: string, state: WarningState): Promise<void> {
  const c = columnsOf(state);
  await tx.run(sql`update indicators.warning set phase = ${c.phase}, responsible_unit_id = ${c.responsibleUnitId}, responsible_keys = ${c.responsibleKeys},
    ended_at = ${c.endedAt}, state = ${JSON.stringify(state)} where id = ${id}`);
}

/** Notes what was read on a day: on the row, and as one point of the line on its page. */
export async function saveLooks(tx: Tx, looks: readonly { id: string; look: Look }[]): Promise<void> {
  if (looks.length === 0) return;
  const rows = JSON.stringify(looks.map(({ id, look }) => ({ id, ...look, look })));
  await tx.run(sql`
    with r as (select * from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "on" date, value double precision, numerator integer, denominator integer, why text, look jsonb)),
      row as (update indicators.warning w set looked = r.look from r where w.id = r.id)
    insert into indicators.warning_look (warning_id, on_day, value, numerator, denominator, why)
    select id, "on", value, numerator, denominator, why from r
    on conflict (warning_id, on_day) do update set value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator, why = excluded.why`);
}

export const listLooks = (
  tx: Tx,
  id: string,
): Promise<
  {
    onDay: Day;
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    why: string | null;
  }[]
> =>
  tx.rows(
    sql`select on_day, value, numerator, denominator, why from indicators.warning_look where warning_id = ${id} order by on_day`,
  );

/** Open warnings of a rule, or those about some subjects of it, locked. */
export function lockOpen(
  tx: Tx,
  code: string,
  only?: { kind: string; ids: readonly string[] },
): Promise<WarningRow[]> {
  const some = only
    ? sql`and w.subject_kind = ${only.kind} and w.subject_id = any(${[...only.ids]}::text[])`
    : sql``;
  return tx.rows(
    sql`select ${columns} from indicators.warning w where w.rule_code = ${code} and w.phase <> 'ended' ${some} order by w.id for update`,
  );
}

/** Which warnings (alias `w`) the actor may see: of units in reach, up to his clearance; of cases where he may see cases. */
export function visibleWarnings(actor: Actor): RawBuilder<boolean> {
  const parts = actor.grants
    .filter((g) => g.permissions.has('warning.view') || g.permissions.has('*'))
    .map((g) => {
      const cleared =
        g.clearance === 'restricted'
          ? sql`true`
          : g.clearance === 'internal'
            ? sql`w.classification <> 'restricted'`
            : sql`false`;
      const kinds =
        g.permissions.has('case.view') || g.permissions.has('*') ? sql`true` : sql`w.subject_kind <> 'case'`;
      const units = g.units === 'all' ? sql`true` : sql`w.unit_id = any(${[...g.units]}::text[])`;
      return sql`(${cleared} and ${kinds} and ${units})`;
    });
  // Whoever must act sees what he must act on, whatever unit it is about.
  return sql<boolean>`(${sql.join([sql`w.responsible_keys && ${keysOf(actor)}::text[]`, ...parts], sql` or `)})`;
}

/** The keys under which a person stands among those who must act. */
export const keysOf = (actor: Actor): string[] => [
  `account:${actor.id}`,
  ...(actor.personId ? [`person:${actor.personId}`] : []),
];

export interface Filter {
  mine?: boolean | undefined;
  /** Units whose warnings count. */
  unitIds?: readonly string[] | undefined;
  state: 'open' | 'acknowledged' | 'running' | 'ended' | 'all';
  severity?: Severity | undefined;
  kind?: string | undefined;
  ruleCode?: string | undefined;
}

const states = {
  open: sql`w.phase = 'open'`,
  acknowledged: sql`w.phase = 'acknowledged'`,
  running: sql`w.phase <> 'ended'`,
  ended: sql`w.phase = 'ended'`,
  all: sql`true`,
};

const where = (actor: Actor, f: Filter) =>
  sql.join(
    [
      visibleWarnings(actor),
      states[f.state],
      ...(f.mine ? [sql`w.responsible_keys && ${keysOf(actor)}::text[]`] : []),
      ...(f.unitIds ? [sql`w.unit_id = any(${[...f.unitIds]}::text[])`] : []),
      ...(f.severity ? [sql`w.severity = ${f.severity}`] : []),
      ...(f.kind ? [sql`w.state->>'kind' = ${f.kind}`] : []),
      ...(f.ruleCode ? [sql`w.rule_code = ${f.ruleCode}`] : []),
    ],
    sql` and `,
  );

/** Warnings, newest first. */
export function listVisible(
  tx: Tx,
  actor: Actor,
  f: Filter & { after?: readonly unknown[] | undefined; limit: number },
): Promise<WarningRow[]> {
  const after = f.after
    ? sql`and (w.raised_at, w.id) < (${f.after[0]}::timestamptz, ${f.after[1]}::uuid)`
    : sql``;
  return tx.rows(
    sql`select ${columns} from indicators.warning w where ${where(actor, f)} ${after} order by w.raised_at desc, w.id desc limit ${f.limit}`,
  );
}

export interface Counted {
  unitId: string | null;
  urgent: number;
  serious: number;
  notice: number;
  total: number;
  unacknowledged: number;
  oldest: Date;
}

const counted = sql`count(*) filter (where w.severity = 'urgent')::int as urgent, count(*) filter (where w.severity = 'serious')::int as serious,
  count(*) filter (where w.severity = 'notice')::int as notice, count(*)::int as total, count(*) filter (where w.phase = 'open')::int as unacknowledged, min(w.raised_at) as oldest`;

/** Open warnings in all. */
export const countOpen = (tx: Tx, actor: Actor, f: Filter): Promise<Counted> =>
  tx.one(sql`select null as unit_id, ${counted} from indicators.warning w where ${where(actor, f)}`);

/** Open warnings by unit, those with the most urgent first. */
export function countOpenByUnit(
  tx: Tx,
  actor: Actor,
  f: Filter & { after?: readonly unknown[] | undefined; limit: number },
): Promise<Counted[]> {
  const after = f.after
    ? sql`where (-c.urgent, -c.serious, -c.total, c.unit_id) > (${f.after[0]}::int, ${f.after[1]}::int, ${f.after[2]}::int, ${f.after[3]}::text)`
    : sql``;
  return tx.rows(sql`
    select * from (select w.unit_id, ${counted} from indicators.warning w where ${where(actor, f)} group by w.unit_id) c ${after}
    order by -c.urgent, -c.serious, -c.total, c.unit_id limit ${f.limit}`);
}

export const findVisible = (tx: Tx, actor: Actor, id: string): Promise<WarningRow | undefined> =>
  tx.maybe(sql`select ${columns} from indicators.warning w where w.id = ${id} and ${visibleWarnings(actor)}`);

export const lockVisible = (tx: Tx, actor: Actor, id: string): Promise<WarningRow | undefined> =>
  tx.maybe(
    sql`select ${columns} from indicators.warning w where w.id = ${id} and ${visibleWarnings(actor)} for update`,
  );

/** How many are open, by rule. */
export async function countOpenByRule(tx: Tx, actor: Actor): Promise<Map<string, number>> {
  const rows = await tx.rows<{ ruleCode: string; n: number }>(
    sql`select w.rule_code, count(*)::int as n from indicators.warning w where w.phase <> 'ended' and ${visibleWarnings(actor)} group by 1`,
  );
  return new Map(rows.map((r) => [r.ruleCode, r.n]));
}

/** Codes of rules that have open warnings. */
export async function listOpenCodes(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ ruleCode: string }>(
    sql`select distinct rule_code from indicators.warning where phase <> 'ended'`,
  );
  return rows.map((r) => r.ruleCode);
}

/** Every warning as stored, for the comparison with its events. */
export const listAllWarnings = (tx: Tx, after: string | undefined, limit: number): Promise<WarningRow[]> =>
  tx.rows(
    sql`select ${columns} from indicators.warning w ${after ? sql`where w.id > ${after}::uuid` : sql``} order by w.id limit ${limit}`,
  );
