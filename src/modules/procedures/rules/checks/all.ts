import { limitChecks } from './limits.ts';
import type { Check } from './model.ts';

/** Every check, in the order in which a person reads a procedure. */
export const checks: readonly Check[] = [...limitChecks];
