import { sql } from 'kysely';

import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { defaultRiskRules, type RiskRules, rulesInForce } from '../rules/risk.ts';

/** The rules of risk in force on a day: those of the installation, else the product's own. */
export async function riskRulesOn(tx: Tx, day: Day): Promise<RiskRules> {
  return rulesInForce(await listRiskSets(tx), day) ?? defaultRiskRules;
}

/** The sets that the installation stated, in the order in which it did. */
export const listRiskSets = (tx: Tx): Promise<RiskRules[]> =>
  tx.rows(sql`select version, valid_from, rules from directives.risk_rules order by version::int`);

export async function insertRiskRules(tx: Tx, set: RiskRules): Promise<void> {
  await tx.run(
    sql`insert into directives.risk_rules (version, valid_from, rules) values (${set.version}, ${set.validFrom}, ${JSON.stringify(set.rules)})`,
  );
}

export async function countRiskRules(tx: Tx): Promise<number> {
  return (await tx.one<{ n: number }>(sql`select count(*) as n from directives.risk_rules`)).n;
}
