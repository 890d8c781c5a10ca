import type { Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import type { Count } from '../../measures/index.ts';

/** A definition as it is written down here; code, version and days stand beside its body when it is stored. */
export interface DefinitionFact {
  code: string;
  version: string;
  validFrom: Day;
  validTo?: Day;
  body: {
    owner: string;
    name: Text;
    explanation: Text;
    source: Text;
    numeratorText: Text;
    denominatorText: Text;
    unit: 'percent' | 'number' | 'days';
    direction: 'higher' | 'lower';
    target?: number;
    rounding: { mode: 'halfUp' | 'cut'; decimals: number };
    zeroDenominator: { rule: 'noFigure' | 'ratio' | 'points' | 'previousYear'; value?: number };
    scopes: readonly string[];
    status: 'verified' | 'listed' | 'information';
    conflict?: Text;
    numerator: Count;
    denominator: Count;
  };
}

export const both = (vi: string, en: string): Text => ({ vi, en });
