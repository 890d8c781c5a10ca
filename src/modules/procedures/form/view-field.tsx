import { Radios } from '../../../web/components/choices.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { fieldId } from '../../../web/components/field.tsx';
import { Select, TextArea, TextInput, type TextInputProps } from '../../../web/components/inputs.tsx';
import { type UnitPick, UnitPicker } from '../../../web/components/unit-picker.tsx';
import { formatDay, formatInstant, formatNumber } from '../../../web/format.ts';
import { Icon } from '../../../web/icons.tsx';
import { type Lang, useLang } from '../../../web/language.tsx';
import type { FormField } from '../rules/model.ts';
import { formMessages } from './messages.ts';
import type { Origin } from './prefill.ts';
import { defaultLength } from './validate.ts';

export interface FieldViewProps {
  field: FormField;
  /** Name of the input. */
  name: string;
  /** Typed, or as it came from a refused form. */
  value: unknown;
  error?: string | undefined;
  isLocked: boolean;
  origin?: Origin | undefined;
  pick?: UnitPick | undefined;
}

const words = (text: { vi: string; en?: string }, lang: Lang): string =>
  (lang === 'en' && text.en) || text.vi;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const plain = (value: unknown): string => (typeof value === 'boolean' ? String(value) : textOf(value));
// Few choices stand in sight, many in a list.
const MAX_RADIOS = 5;

/** One field of a form; a locked one is a fact with its origin, not a control. */
export function FieldView(props: FieldViewProps) {
  return props.isLocked ? <LockedField {...props} /> : <OpenField {...props} />;
}

function OpenField({ field, name, value, error, origin, pick }: FieldViewProps) {
  const lang = useLang();
  const text = formMessages[lang].view;
  const hint = [field.hint && words(field.hint, lang), originText(origin, lang)].filter(Boolean).join(' ');
  const common = {
    name,
    label: words(field.label, lang),
    ...(hint && { hint }),
    error,
    required: field.required,
    optional: !field.required,
  };
  switch (field.type) {
    case 'longText':
      return (
        <TextArea {...common} value={textOf(value)} maxLength={field.maxLength ?? defaultLength.longText} />
      );
    case 'day':
      return <DateInput {...common} value={textOf(value)} />;
    case 'choice':
      return <ChoiceField {...common} field={field} value={textOf(value)} />;
    case 'yesNo':
      return (
        <Radios
          {...common}
          inline
          value={plain(value)}
          choices={[
            { value: 'true', text: text.yes },
            { value: 'false', text: text.no },
          ]}
        />
      );
    case 'place':
    case 'unit':
      return (
        <UnitPicker
          {...common}
          search
          pick={pick ?? { source: '', value: textOf(value), text: textOf(value) }}
        />
      );
    default:
      return <TextInput {...common} {...nativeOf(field)} value={lineOf(value)} />;
  }
}

function ChoiceField({
  field,
  value,
  ...common
}: {
  field: FormField;
  value: string;
  name: string;
  label: string;
}) {
  const lang = useLang();
  const options = (field.options ?? []).map((option) => ({
    value: option.value,
    text: words(option.label, lang),
  }));
  return options.length <= MAX_RADIOS ? (
    <Radios {...common} value={value} choices={options} />
  ) : (
    <Select {...common} value={value} options={options} empty={formMessages[lang].view.choose} />
  );
}

// What is typed stays as typed in a refused form; a number is written as it is typed in Vietnam.
const lineOf = (value: unknown): string =>
  typeof value === 'number' ? formatNumber(value, 'vi') : textOf(value);

function nativeOf(field: FormField): Partial<TextInputProps> {
  switch (field.type) {
    case 'personalId':
      return { inputMode: 'numeric', size: 'short', maxLength: 20, autocomplete: 'off', spellcheck: false };
    case 'phone':
      return { type: 'tel', inputMode: 'tel', size: 'short', maxLength: 20 };
    case 'email':
      return { type: 'email', inputMode: 'email', maxLength: 254, autocomplete: 'email', spellcheck: false };
    case 'number':
      return { inputMode: 'decimal', size: 'short', maxLength: 30 };
    case 'money':
      return { inputMode: 'numeric', size: 'short', maxLength: 30, unit: formMessages.vi.view.dong };
    default:
      return { maxLength: field.maxLength ?? defaultLength.text };
  }
}

function LockedField({ field, name, value, origin, pick }: FieldViewProps) {
  const lang = useLang();
  const id = fieldId(name);
  return (
    <div class="field">
      <span class="label" id={`${id}-label`}>
        {words(field.label, lang)}
      </span>
      <p id={id} tabIndex={-1}>
        <Icon name="lock" /> {pick?.text ?? shownValue(field, value, lang)}
      </p>
      <p class="hint">{originText(origin, lang)}</p>
    </div>
  );
}

/** A typed value as people read it. */
export function shownValue(field: FormField, value: unknown, lang: Lang): string {
  const text = formMessages[lang].view;
  if (value === undefined || value === '') return text.empty;
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (typeof value === 'number')
    return formatNumber(value, lang) + (field.type === 'money' ? ` ${text.dong}` : '');
  const option = field.options?.find((one) => one.value === value);
  if (option) return words(option.label, lang);
  return field.type === 'day' ? formatDay(textOf(value)) : textOf(value);
}

/** Where a value comes from and since when; nothing for what was typed here. */
export function originText(origin: Origin | undefined, lang: Lang): string {
  const text = formMessages[lang].view;
  switch (origin?.kind) {
    case 'account':
      return text.account(formatInstant(origin.at));
    case 'case':
      return text.earlier(origin.caseCode, formatInstant(origin.at));
    case 'database':
      return text.database(origin.database, formatInstant(origin.at));
    default:
      return '';
  }
}
