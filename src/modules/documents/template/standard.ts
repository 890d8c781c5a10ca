import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type SlipKey, slipKeys } from '../rules/slip.ts';

/**
 * The slips of Circular 03/2025/TT-VPCP, appendix I, as they stand without a decision of the province; provinces number
 * them differently, so each may state its own versions.
 */
export const standardTexts: Readonly<Record<SlipKey, string>> = Object.fromEntries(
  slipKeys.map((key) => [key, readFileSync(join(import.meta.dirname, 'standard', `${key}.txt`), 'utf8')]),
) as Record<SlipKey, string>;
