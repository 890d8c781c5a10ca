import type { Day } from '../../../kit/day.ts';
import { fieldProblem, invalidInput, Problem } from '../../../kit/problems.ts';
import type { EffectiveVersion } from '../../procedures/contract.ts';
import { validateForm } from '../../procedures/index.ts';

/** Online nobody acts for another without saying that he consents: the desk may see a paper instead (R27). */
export function assertConsent(representative: { consentAt?: string | undefined } | undefined): void {
  if (!representative || representative.consentAt) return;
  throw fieldProblem(
    'representative.consentAt',
    'Xác nhận người được đại diện đã đồng ý.',
    'Say that the person represented consents.',
  );
}

/**
 * Checks values against the version's form. Online everything that is required must be there; at a desk only what was
 * typed is checked, since the paper form lies beside it.
 */
export function checkValues(
  version: EffectiveVersion,
  values: Record<string, unknown>,
  today: Day,
  which: 'all' | 'given',
): void {
  const { form } = version.content;
  if (!form) return;
  const faults = Object.entries(validateForm(form, values, { today })).filter(
    ([key]) => which === 'all' || values[key] !== undefined,
  );
  if (faults.length === 0) return;
  throw new Problem(invalidInput, {
    fields: faults.map(([key, message]) => ({ path: `values.${key}`, message })),
  });
}
