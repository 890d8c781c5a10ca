import type { Text } from '../../../../kit/i18n.ts';
import type { FactField, FieldType } from '../../language/index.ts';

/** A field of a kind of facts with its words; its column has the same name in snake case. */
export const field = (
  name: string,
  type: FieldType,
  vi: string,
  en: string,
  values?: readonly (readonly [string, string, string])[],
): FactField => ({
  name,
  type,
  column: name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
  text: { vi, en } satisfies Text,
  ...(values && { values: values.map(([code, v, e]) => ({ code, text: { vi: v, en: e } })) }),
});
