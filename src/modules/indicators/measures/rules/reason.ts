import type { Text } from '../../../../kit/i18n.ts';
import type { CheckedTree, FactField, FactKind, FactRecord } from '../../language/index.ts';

const nothing: Text = { vi: 'không có', en: 'none' };
const yesNo: Record<'true' | 'false', Text> = {
  true: { vi: 'có', en: 'yes' },
  false: { vi: 'không', en: 'no' },
};

function valueText(field: FactField, value: FactRecord[string]): Text {
  if (value === null || value === undefined) return nothing;
  if (typeof value === 'boolean') return yesNo[`${value}`];
  const plain = String(value);
  return field.values?.find(({ code }) => code === value)?.text ?? { vi: plain, en: plain };
}

/** Why a record is left out: the first condition that it does not meet, with what it says in the fields of that condition. */
export function reasonOf(condition: CheckedTree, kind: FactKind, record: FactRecord): Text {
  const fields = condition.fields.flatMap((name) => kind.fields.find((field) => field.name === name) ?? []);
  const said = fields.map((field) => ({ name: field.text, value: valueText(field, record[field.name]) }));
  const list = (lang: 'vi' | 'en') =>
    said.map(({ name, value }) => `${name[lang]}: ${value[lang]}`).join('; ');
  return { vi: list('vi') || condition.text, en: list('en') || condition.text };
}
