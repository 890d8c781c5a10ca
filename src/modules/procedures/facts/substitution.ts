/**
 * Papers that a database replaces: annex I of Resolution 66.7/2025/NQ-CP, one row each, facts only. Codes are text: the
 * annex itself took some for numbers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

export interface SubstitutionFact {
  code: string;
  /** The paper that is not asked for any more, as published. */
  document: string;
  /** population, civil_status, land, enterprise …; several stand with `;` between them, none where unclear. */
  database: string;
  /** The database's name as published. */
  databaseName: string;
  /** The text and place of the law that asked for the paper. */
  legalPlace: string;
}

/** When and by what the replacements hold; `validTo` is the first day on which they do not. */
export const substitutionRule = {
  decision: 'Nghị quyết 66.7/2025/NQ-CP',
  validFrom: '2026-01-01',
  validTo: '2027-03-01',
} as const;

let read: readonly SubstitutionFact[] | undefined;

/** All replacements in the order of the annex; read once. */
export function substitutionFacts(): readonly SubstitutionFact[] {
  read ??= parse<SubstitutionFact>(readFileSync(join(import.meta.dirname, 'substitution.csv')), {
    columns: (names: string[]) =>
      names.map((name) => ({ database_name: 'databaseName', legal_place: 'legalPlace' })[name] ?? name),
  });
  return read;
}
