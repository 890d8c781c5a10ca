import { parseDay } from '../../../../kit/day.ts';
import type { Fields } from '../../../../kit/page.ts';
import { textOf } from '../../../../kit/page.ts';

/** A number as it is written in Vietnamese or with a point; anything else as typed, for the contract to refuse by name. */
const numberOf = (text: string): number | string | undefined => {
  const plain = text.trim();
  if (plain === '') return undefined;
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : plain;
};

/** Fields of a watch by its kind: those that are numbers, and those that are chosen. */
const asks: Record<string, { numbers: readonly string[]; words: readonly string[]; figure: boolean }> = {
  threshold: { numbers: ['limit', 'endAt', 'minDenominator'], words: ['comparison'], figure: true },
  trend: {
    numbers: ['steps', 'stepDays', 'by', 'endBy', 'minDenominator'],
    words: ['direction'],
    figure: true,
  },
  silence: { numbers: ['days'], words: ['of'], figure: false },
  prediction: { numbers: ['lateBy', 'endAt', 'floor'], words: ['of', 'bound'], figure: false },
};

function watchOf(fields: Fields): Record<string, unknown> {
  const kind = textOf(fields, 'watch.kind');
  const { numbers = [], words = [], figure = false } = asks[kind] ?? {};
  const [of = '', code = ''] = textOf(fields, 'watch.figure.code').split('/');
  const period = textOf(fields, 'watch.figure.period');
  const given: Record<string, unknown> = { kind };
  for (const name of words) given[name] = textOf(fields, `watch.${name}`) || undefined;
  for (const name of numbers) given[name] = numberOf(textOf(fields, `watch.${name}`));
  if (figure) given['figure'] = { of, code, ...(of === 'records' && period && { period }) };
  return given;
}

const both = (fields: Fields, name: string) => ({
  vi: textOf(fields, `${name}.vi`),
  en: textOf(fields, `${name}.en`),
});

/** The form's fields as the contract wants them, without the day and the reason of stating. */
export function bodyOf(fields: Fields): Record<string, unknown> {
  const under = textOf(fields, 'under');
  return {
    code: textOf(fields, 'code'),
    name: both(fields, 'name'),
    explanation: both(fields, 'explanation'),
    source: both(fields, 'source'),
    severity: textOf(fields, 'severity'),
    watch: watchOf(fields),
    units: { levels: [fields['units.levels'] ?? []].flat(), ...(under && { under }) },
    actor: { role: textOf(fields, 'actor.role'), at: textOf(fields, 'actor.at') || 'unit' },
    escalateAfterDays: numberOf(textOf(fields, 'escalateAfterDays')),
    active: textOf(fields, 'active') === 'true',
  };
}

export const statedOf = (fields: Fields): Record<string, unknown> => ({
  ...bodyOf(fields),
  validFrom: parseDay(textOf(fields, 'validFrom')) ?? textOf(fields, 'validFrom'),
  reason: textOf(fields, 'reason'),
});

type Given = (name: string) => string | undefined;

/** English that only stands in for what was never put into English is left blank, so that it follows the Vietnamese. */
const texts = (name: string, { vi, en }: { vi: string; en: string }) => ({
  [`${name}.vi`]: vi,
  [`${name}.en`]: en === vi ? '' : en,
});

/** The fields of the form as a rule would fill them in. */
export function fieldsOf(rule: {
  code: string;
  name: { vi: string; en: string };
  explanation: { vi: string; en: string };
  source: { vi: string; en: string };
  severity: string;
  watch: Record<string, unknown>;
  units: { levels: readonly string[]; under?: { id: string } | undefined };
  actor: { role: string; at: string };
  escalateAfterDays: number;
  active: boolean;
}): { given: Given; levels: readonly string[]; under?: string } {
  const { figure, ...watch } = rule.watch as { figure?: { of: string; code: string; period?: string } };
  const flat: Record<string, unknown> = {
    code: rule.code,
    ...texts('name', rule.name),
    ...texts('explanation', rule.explanation),
    ...texts('source', rule.source),
    severity: rule.severity,
    'actor.role': rule.actor.role,
    'actor.at': rule.actor.at,
    escalateAfterDays: rule.escalateAfterDays,
    active: rule.active,
    ...Object.fromEntries(Object.entries(watch).map(([name, value]) => [`watch.${name}`, value])),
    ...(figure && {
      'watch.figure.code': `${figure.of}/${figure.code}`,
      'watch.figure.period': figure.period,
    }),
  };
  const given: Given = (name) => {
    const value = flat[name];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value).replace(/^(-?\d+)\.(\d+)$/, '$1,$2')
      : undefined;
  };
  return { given, levels: rule.units.levels, ...(rule.units.under && { under: rule.units.under.id }) };
}
