import { sql } from 'kysely';

import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { defaultRiskRules, type RiskRules, rulesInForce } from '../rules/risk.ts';

/** The rules of risk in force on a day: those of the installation, else the product's own. */
export async function riskRulesOn(tx: Tx, day: Day): Promise<RiskRules> {
  const sets = await tx.rows<RiskRules>(sql`select version, valid_from, rules from directives.risk_rules`);
  return rulesInForce(sets, day) ?? defaultRiskRules;
}

export async function insertRiskRules(tx: Tx, set: RiskRules): Promise<void> {
  await tx.run(
    sql`insert into directives.risk_rules (version, valid_from, rules) values (${set.version}, ${set.validFrom}, ${JSON.stringify(set.rules)})`,
  );
}

export async function countRiskRules(tx: Tx): Promise<number> {
  return (await tx.one<{ n: number }>(sql`select count(*) as n from directives.risk_rules`)).n;
}
