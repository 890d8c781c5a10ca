import type { Lang } from '../../../kit/i18n.ts';
import type { FormField, Words } from '../rules/model.ts';
import { operationOf, variableOf } from './conditions.ts';

interface Phrases {
  yes: string;
  no: string;
  and: string;
  or: string;
  answered: (question: string, answer: string) => string;
  notAnswered: (question: string, answer: string) => string;
}

const sayIn = (lang: Lang, words: Words): string => (lang === 'en' && words.en) || words.vi;

function answerIn(lang: Lang, value: unknown, field: FormField, say: Phrases): string {
  if (Array.isArray(value)) return value.map((one) => answerIn(lang, one, field, say)).join(`”${say.or}“`);
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  const option = field.options?.find((one) => one.value === value);
  return option ? sayIn(lang, option.label) : String(value);
}

/** A condition in words a citizen understands; undefined where it compares in a way that words would twist. */
export function conditionText(
  condition: unknown,
  fields: readonly FormField[],
  lang: Lang,
  say: Phrases,
): string | undefined {
  const { operator, parts } = operationOf(condition) ?? { operator: '', parts: [] };
  if (operator === 'and' || operator === 'or') {
    const texts = parts.map((part) => conditionText(part, fields, lang, say));
    return texts.every((text) => text !== undefined) ? texts.join(say[operator]) : undefined;
  }
  const field = fields.find(({ key }) => key === variableOf(parts[0]));
  if (!field || parts.length !== 2) return undefined;
  const answer = answerIn(lang, parts[1], field, say);
  const question = sayIn(lang, field.label);
  if (['==', '===', 'in'].includes(operator)) return say.answered(question, answer);
  return ['!=', '!=='].includes(operator) ? say.notAnswered(question, answer) : undefined;
}
