import { agencyChecks } from './agencies.ts';
import { feeChecks } from './fees.ts';
import { formChecks } from './forms.ts';
import { limitChecks } from './limits.ts';
import type { Check } from './model.ts';
import { nameChecks } from './names.ts';
import { offerChecks } from './offers.ts';
import { paperChecks } from './papers.ts';
import { stepChecks } from './steps.ts';

/** Every check, in the order in which a person reads a procedure. */
export const checks: readonly Check[] = [
  ...nameChecks,
  ...agencyChecks,
  ...limitChecks,
  ...feeChecks,
  ...paperChecks,
  ...stepChecks,
  ...formChecks,
  ...offerChecks,
];
