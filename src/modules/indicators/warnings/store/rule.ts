import { sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import type { Tx } from '../../../../kit/db.ts';
import type { Rule, RuleBody } from '../rules/rule.ts';

export interface StoredRule extends Rule {
  ownerUnitId: string;
  reason: string;
  statedBy: string;
  statedAt: Date;
}
type Row = Omit<StoredRule, keyof RuleBody> & { body: RuleBody };

const shown = ({ body, ...row }: Row): StoredRule => ({ ...body, ...row });

/** Every version of every rule, or of one. */
export async function listRules(tx: Tx, code?: string): Promise<StoredRule[]> {
  const one = code === undefined ? sql`` : sql`where code = ${code}`;
  const rows = await tx.rows<Row>(
    sql`select code, version, valid_from, owner_unit_id, body, reason, stated_by, stated_at from indicators.warning_rule ${one} order by code, version`,
  );
  return rows.map(shown);
}

/** Holds off others who would state a version of the same rule, or run it, until the end of the transaction. */
export const lockRule = (tx: Tx, code: string): Promise<unknown> =>
  tx.rows(sql`select pg_advisory_xact_lock(5767, hashtext(${code}))`);

export async function insertRule(tx: Tx, rule: StoredRule): Promise<void> {
  const { code, version, validFrom, ownerUnitId, reason, statedBy, statedAt, ...body } = rule;
  await tx.run(sql`insert into indicators.warning_rule (code, version, valid_from, owner_unit_id, body, reason, stated_by, stated_at)
    values (${code}, ${version}, ${validFrom}, ${ownerUnitId}, ${JSON.stringify(body)}, ${reason}, ${statedBy}, ${statedAt})`);
}

export interface RunResult {
  subjects: number;
  raised: number;
  ended: number;
  escalated: number;
  unsaid: Partial<Record<string, number>>;
  /** Subjects for which there was nobody to act. */
  nobody: { unitId: string; title: { vi: string; en: string } }[];
}
export interface Run {
  ruleCode: string;
  onDay: Day;
  cause: 'daily' | 'demand';
  at: Date;
  complete: boolean;
  result: RunResult;
}

/** Remembers the last run of a rule on a day; a complete look of the day stays one. */
export async function saveRun(tx: Tx, run: Run): Promise<void> {
  await tx.run(sql`insert into indicators.warning_run as r (rule_code, on_day, cause, at, complete, result)
    values (${run.ruleCode}, ${run.onDay}, ${run.cause}, ${run.at}, ${run.complete}, ${JSON.stringify(run.result)})
    on conflict (rule_code, on_day) do update set at = excluded.at, result = excluded.result,
      cause = case when r.cause = 'daily' and r.complete then r.cause else excluded.cause end,
      complete = excluded.complete or (r.cause = 'daily' and r.complete)`);
}

export const findLastRun = (tx: Tx, code: string): Promise<Run | undefined> =>
  tx.maybe<Run>(
    sql`select rule_code, on_day, cause, at, complete, result from indicators.warning_run where rule_code = ${code} order by on_day desc limit 1`,
  );

/** Rules that had their complete look of the day. */
export async function listRunOn(tx: Tx, day: Day): Promise<Set<string>> {
  const rows = await tx.rows<{ ruleCode: string }>(
    sql`select rule_code from indicators.warning_run where on_day = ${day} and complete and cause = 'daily'`,
  );
  return new Set(rows.map((r) => r.ruleCode));
}
