import { nothing } from '../format.ts';
import { controlProps, Field, type FieldProps } from './field.tsx';

/** The attributes of <input> that fields pass on as they are. */
interface Native {
  autocomplete?:
    | 'on'
    | 'off'
    | 'username'
    | 'current-password'
    | 'new-password'
    | 'one-time-code'
    | 'email'
    | 'name';
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  placeholder?: string;
  maxLength?: number;
  pattern?: string;
  min?: number | string;
  max?: number | string;
  step?: number | string;
  spellcheck?: boolean;
  /** Takes the focus on arrival: the first box of a page on which people type at once. */
  focus?: boolean;
}

export interface TextInputProps extends FieldProps, Native {
  value?: string | number | undefined;
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number';
  size?: 'short' | 'medium' | 'full';
  /** Written behind the box: %, đồng, ngày. */
  unit?: string;
}

/** One line of text or a number. */
export function TextInput({ value, type = 'text', size, unit, ...props }: TextInputProps) {
  const { autocomplete, inputMode, placeholder, maxLength, pattern, min, max, step, spellcheck } = props;
  // Preact's types want one role per kind of box; all kinds used here are boxes for one line of text.
  const kind: 'text' = type as 'text';
  const native = { autocomplete, inputMode, placeholder, maxLength, pattern, min, max, step, spellcheck };
  return (
    <Field {...props} size={size}>
      <span class="with-unit">
        <input
          class="input"
          type={kind}
          value={value}
          data-focus={props.focus}
          {...native}
          {...controlProps(props)}
        />
        {unit && (
          <span class="unit" aria-hidden="true">
            {unit}
          </span>
        )}
      </span>
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  value,
  rows = 4,
  ...props
}: FieldProps & { value?: string | undefined; rows?: number; maxLength?: number }) {
  return (
    <Field {...props} size="full">
      <textarea class="input" rows={rows} maxLength={props.maxLength} {...controlProps(props)}>
        {value}
      </textarea>
    </Field>
  );
}

export interface Option {
  value: string;
  text: string;
  disabled?: boolean;
}
export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

export interface SelectProps extends FieldProps {
  value?: string | undefined;
  options: readonly (Option | OptionGroup)[];
  /** Text of the empty first choice; none without it. */
  empty?: string;
  size?: 'short' | 'medium' | 'full';
}

/** One choice of many. */
export function Select({ value, options, empty, size, ...props }: SelectProps) {
  const one = (option: Option) => (
    <option
      key={option.value}
      value={option.value}
      selected={option.value === value}
      disabled={option.disabled}
    >
      {option.text}
    </option>
  );
  return (
    <Field {...props} size={size}>
      <select class="input select" {...controlProps(props)}>
        {empty !== undefined && <option value="">{empty || nothing}</option>}
        {options.map((entry) =>
          'options' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(one)}
            </optgroup>
          ) : (
            one(entry)
          ),
        )}
      </select>
    </Field>
  );
}

/** Files from the desk; `accept` as in HTML (".pdf,.docx"). */
export function FileInput({
  accept,
  multiple,
  capture,
  ...props
}: FieldProps & {
  accept?: string;
  multiple?: boolean;
  /** On a phone opens the camera at its back instead of the files. */
  capture?: 'environment';
}) {
  const native = { accept, multiple, capture };
  return (
    <Field {...props} size="full">
      <input class="input file" type="file" {...native} {...controlProps(props)} />
    </Field>
  );
}
