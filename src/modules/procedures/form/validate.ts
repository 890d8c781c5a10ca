import { type Day, isDay } from '../../../kit/day.ts';
import type { Text } from '../../../kit/i18n.ts';
import { formatNumber } from '../../../web/format.ts';
import type { FormField, ProcedureForm } from '../rules/model.ts';
import type { FormValues } from './conditions.ts';
import { inBoth } from './messages.ts';
import { readForm, visibleFields } from './values.ts';

export const patterns = {
  personalId: '^[0-9]{12}$',
  phone: '^0[0-9]{9,10}$',
  email: String.raw`^[^\s@]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$`,
  unit: '^[a-z0-9-]{1,80}$',
  /** Years that the product knows; that the day exists is said by the format. */
  day: '^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$',
} as const;

/** Code points a text may hold where the field says nothing. */
export const defaultLength = { text: 300, longText: 4000 } as const;

const matches = (pattern: string, value: unknown): boolean =>
  typeof value === 'string' && new RegExp(pattern, 'u').test(value);

/**
 * Faults by field key in both languages, each with its remedy; none for values that may be handed in. Takes values typed
 * or as they came. `today` also checks days that cannot lie in the future.
 */
export function validateForm(
  form: ProcedureForm,
  values: FormValues,
  { today }: { today?: Day } = {},
): Record<string, Text> {
  const read = readForm(form, values);
  const faults = visibleFields(form, read).map(
    (field) => [field.key, fault(field, read[field.key], today)] as const,
  );
  return Object.fromEntries(faults.filter((entry): entry is [string, Text] => entry[1] !== undefined));
}

function fault(field: FormField, value: unknown, today: Day | undefined): Text | undefined {
  if (value === undefined) return field.required ? missing(field) : undefined;
  switch (field.type) {
    case 'text':
    case 'longText':
      return textFault(field, field.type, value);
    case 'day':
      if (!isDay(value)) return inBoth((text) => text.day);
      return field.notAfterToday && today && value > today ? inBoth((text) => text.dayFuture) : undefined;
    case 'number':
    case 'money':
      return numberFault(field, value);
    case 'choice': {
      const known = (field.options ?? []).some((option) => option.value === value);
      return known ? undefined : inBoth((text) => text.option);
    }
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : inBoth((text) => text.yesNo);
    case 'place':
      return matches(patterns.unit, value) ? undefined : inBoth((text) => text.place);
    case 'unit':
      return matches(patterns.unit, value) ? undefined : inBoth((text) => text.unit);
    case 'personalId':
      return matches(patterns.personalId, value) ? undefined : inBoth((text) => text.personalId);
    case 'phone':
      return matches(patterns.phone, value) ? undefined : inBoth((text) => text.phone);
    case 'email':
      return matches(patterns.email, value) && (value as string).length <= 254
        ? undefined
        : inBoth((text) => text.email);
  }
}

const chosen: readonly FormField['type'][] = ['choice', 'yesNo', 'place', 'unit'];

const missing = ({ label, type }: FormField): Text => {
  const [vi, en] = [label.vi, label.en ?? label.vi];
  const key = chosen.includes(type) ? 'choose' : 'required';
  return { vi: inBoth((text) => text[key](vi)).vi, en: inBoth((text) => text[key](en)).en };
};

function textFault(field: FormField, type: 'text' | 'longText', value: unknown): Text | undefined {
  if (typeof value !== 'string' || value === '') return inBoth((text) => text.text);
  const limit = field.maxLength ?? defaultLength[type];
  return [...value].length > limit ? inBoth((text) => text.tooLong(String(limit))) : undefined;
}

function numberFault(field: FormField, value: unknown): Text | undefined {
  const isMoney = field.type === 'money';
  if (typeof value !== 'number' || !Number.isFinite(value))
    return inBoth((text) => (isMoney ? text.money : text.number));
  if (isMoney && !(Number.isSafeInteger(value) && value >= 0)) return inBoth((text) => text.money);
  const { min, max } = field;
  if (min !== undefined && value < min) return bound('atLeast', min);
  return max !== undefined && value > max ? bound('atMost', max) : undefined;
}

const bound = (key: 'atLeast' | 'atMost', limit: number): Text => ({
  vi: inBoth((text) => text[key](formatNumber(limit, 'vi'))).vi,
  en: inBoth((text) => text[key](formatNumber(limit, 'en'))).en,
});
