import { sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import type { Tx } from '../../../../kit/db.ts';
import type { Text } from '../../../../kit/i18n.ts';
import { wordsOfBody } from '../../definitions/actions/catalogue.ts';
import type { DefinitionBody } from '../../definitions/contract.ts';

/** What a report says of a definition over facts. */
export interface MeasureWords {
  code: string;
  name: Text;
  /** What is divided by what, and how it is meant. */
  rule: Text;
  source: Text;
  unit: string;
  rounding: { mode: 'halfUp' | 'cut'; decimals: number };
}

function ruleText(body: DefinitionBody): Text {
  const words = wordsOfBody(body);
  const whole = (lang: keyof Text) => [`${words[lang]}.`, body.explanation[lang]].join(' ').trim();
  return { vi: whole('vi'), en: whole('en') };
}

/** The definitions over facts in force on a day, by code. */
export async function findMeasures(tx: Tx, on: Day): Promise<Map<string, MeasureWords>> {
  const rows = await tx.rows<{ code: string; body: DefinitionBody }>(sql`
    select distinct on (code) code, body from indicators.definition where valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date) order by code, valid_from desc`);
  return new Map(rows.map(({ code, body }) => [code, { code, ...body, rule: ruleText(body) }]));
}
