import { z } from 'zod';

/** What a definition is made of. Texts in both languages; rules are FEEL over the fields of a kind of facts. */
const words = (max: number) =>
  z.object({ vi: z.string().trim().min(1).max(max), en: z.string().trim().min(1).max(max) });
const maybeWords = (max: number) =>
  z.object({ vi: z.string().trim().max(max).default(''), en: z.string().trim().max(max).default('') });

const expression = z.string().trim().min(1).max(2000);

export const countBody = z.strictObject({
  /** Code of a kind of facts. */
  fact: z.string().trim().min(1).max(60),
  /** FEEL: which records count. */
  where: expression,
  /** Day field that assigns a record to a month; absent: the state at the moment asked. */
  period: z.string().trim().max(60).optional(),
  /** Distinct procedures or units that have such records, instead of records. */
  of: z.enum(['records', 'procedures', 'units']).optional(),
  /** FEEL number that is summed; absent: each record counts one. */
  sum: expression.optional(),
});

export const scopeWords = ['province', 'ministry', 'department', 'commune', 'procedure', 'field'] as const;
export const zeroRules = ['noFigure', 'ratio', 'points', 'previousYear'] as const;
export const units = ['percent', 'number', 'days', 'points', 'dong'] as const;
export const statuses = ['verified', 'listed', 'information'] as const;
export const comparators = ['>=', '>', '<=', '<', '='] as const;

export const definitionBody = z.strictObject({
  name: words(200),
  explanation: maybeWords(1000).default({ vi: '', en: '' }),
  /** Legal base. */
  source: words(500),
  /** The unit that answers for the definition. */
  owner: z.string().trim().min(1).max(100),
  unit: z.enum(units),
  direction: z.enum(['higher', 'lower']),
  comparator: z.enum(comparators).optional(),
  target: z.number().optional(),
  rounding: z.strictObject({ mode: z.enum(['halfUp', 'cut']), decimals: z.number().int().min(0).max(4) }),
  zeroDenominator: z.strictObject({ rule: z.enum(zeroRules), value: z.number().optional() }),
  scopes: z.array(z.enum(scopeWords)).min(1),
  status: z.enum(statuses),
  /** Where sources contradict each other: what each says. */
  conflict: maybeWords(1000).optional(),
  numeratorText: maybeWords(300).optional(),
  denominatorText: maybeWords(300).optional(),
  numerator: countBody,
  denominator: countBody,
});
export type DefinitionBody = z.output<typeof definitionBody>;
export type CountBody = z.output<typeof countBody>;
