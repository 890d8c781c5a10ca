/** What people type, turned into typed values: days as YYYY-MM-DD, numbers as numbers, numbers of cards without gaps. */
import { dayFrom } from '../../../kit/day.ts';
import type { FormField, ProcedureForm } from '../rules/model.ts';

/** All fields of a form in their order. */
export const fieldsOf = (form: ProcedureForm): FormField[] => form.sections.flatMap(({ fields }) => fields);

const printedDay = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const yes = ['true', 'on', 'yes', '1'];
const no = ['false', 'off', 'no', '0'];

/**
 * The typed value of a field, undefined for blank. What cannot be read stays as typed, for the check to name it and the
 * person to find it again. Reading a read value changes nothing.
 */
export function readValue(field: Pick<FormField, 'type'>, raw: unknown): unknown {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw !== 'string') return raw;
  const text = raw.normalize('NFC').replaceAll('\r\n', '\n').trim();
  if (text === '') return undefined;
  switch (field.type) {
    case 'day':
      return readDay(text);
    case 'number':
    case 'money':
      return readNumber(text);
    case 'yesNo':
      return yes.includes(text) ? true : no.includes(text) ? false : text;
    case 'personalId':
      return text.replaceAll(/[\s.-]/g, '');
    case 'phone':
      return text.replaceAll(/[\s.()-]/g, '').replace(/^\+84/, '0');
    default:
      return text;
  }
}

function readDay(text: string): string {
  const printed = printedDay.exec(text);
  return (printed && dayFrom(Number(printed[3]), Number(printed[2]), Number(printed[1]))) || text;
}

// 1.234,5 as in Vietnam; 1234.5 with a decimal point where it cannot be a group of thousands.
function readNumber(text: string): number | string {
  const plain = text.replaceAll(/\s/g, '');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) || /^-?\d+,\d+$/.test(plain))
    return Number(plain.replaceAll('.', '').replace(',', '.'));
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}
