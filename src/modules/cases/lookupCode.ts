import { createHash } from 'node:crypto';

import { lookupCode, type MarkOf } from './rules/lookup.ts';

const markOf: MarkOf = (id) => createHash('sha256').update(`case-lookup:${id}`).digest().readUIntBE(0, 6);

/** The short code of a case or draft, by which it is followed until, and after, it has a case code. */
export const lookupCodeOf = (id: string): string | undefined => lookupCode(id, markOf);

/** What a case is called: its code, else the short one, else its id. */
export const calledBy = ({ id, code }: { id: string; code?: string | undefined }): string =>
  code ?? lookupCodeOf(id) ?? id;
