import type { Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import type { DefinitionBody } from '../../definitions/contract/body.ts';

/** A definition that comes with the programme; it is stored as a row like those that somebody publishes. */
export interface DefinitionFact {
  code: string;
  version: number;
  validFrom: Day;
  validTo?: Day;
  body: DefinitionBody;
}

export const both = (vi: string, en: string): Text => ({ vi, en });
