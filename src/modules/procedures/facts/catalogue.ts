/** The 88 procedures of the national list that the product ships with: complete ones written out, the rest as recorded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import type { CatalogueEntry } from './build.ts';
import { socialPension, warAllowance } from './complete/allowances.ts';
import { birthGroup } from './complete/birth-group.ts';
import { birth } from './complete/birth.ts';
import { constructionPermit } from './complete/construction-permit.ts';
import { certifiedCopy, registerCopy } from './complete/copies.ts';
import { death } from './complete/death.ts';
import { firstLandCertificate } from './complete/first-land-certificate.ts';
import { householdBusiness } from './complete/household-business.ts';
import { maritalStatus } from './complete/marital-status.ts';
import { marriage } from './complete/marriage.ts';
import { convertRow, type NationalRow } from './convert.ts';

/** Written out by hand, with forms and step plans. */
export const completeProcedures: readonly CatalogueEntry[] = [
  birth,
  marriage,
  death,
  maritalStatus,
  certifiedCopy,
  registerCopy,
  householdBusiness,
  socialPension,
  warAllowance,
  firstLandCertificate,
  constructionPermit,
  birthGroup,
];

let read: readonly NationalRow[] | undefined;

/** The rows of the national list as recorded, all cells text. */
export function nationalRows(): readonly NationalRow[] {
  read ??= parse<NationalRow>(readFileSync(join(import.meta.dirname, 'procedures.csv')), {
    columns: true,
    bom: true,
  });
  return read;
}

/** Every procedure of the list, in its order. */
export function catalogueFacts(): CatalogueEntry[] {
  const complete = new Map(completeProcedures.map((one) => [one.code, one]));
  return nationalRows().map((row) => complete.get(row.code) ?? convertRow(row));
}
