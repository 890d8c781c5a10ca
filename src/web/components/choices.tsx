import type { ComponentChildren } from 'preact';

import { useFieldName } from '../field-names.tsx';
import { fieldId, FieldGroup, type FieldProps } from './field.tsx';

export interface CheckboxProps {
  name: string;
  label: ComponentChildren;
  value?: string;
  checked?: boolean;
  id?: string;
  hint?: ComponentChildren;
  disabled?: boolean;
}

/** One box with its text. Sends `value` ("true" by default) when ticked, nothing otherwise. */
export function Checkbox({ name, label, value = 'true', checked, id, hint, disabled }: CheckboxProps) {
  const own = id ?? fieldId(`${name}-${value}`);
  useFieldName(own, label);
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={own}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${own}-hint` : undefined}
      />
      <label for={own}>{label}</label>
      {hint && (
        <div class="hint" id={`${own}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

export interface Choice {
  value: string;
  text: ComponentChildren;
  hint?: ComponentChildren;
  disabled?: boolean;
}

export interface RadiosProps extends FieldProps {
  choices: readonly Choice[];
  value?: string | undefined;
  inline?: boolean;
}

/** One choice of few, all in sight. */
export function Radios({ choices, value, inline, ...props }: RadiosProps) {
  return (
    <FieldGroup {...props} inline={inline}>
      {choices.map((choice) => {
        const id = `${props.id ?? fieldId(props.name)}-${choice.value}`;
        return (
          <div class="choice" key={choice.value}>
            <input
              type="radio"
              id={id}
              name={props.name}
              value={choice.value}
              checked={choice.value === value}
              required={props.required}
              disabled={choice.disabled}
              aria-describedby={choice.hint ? `${id}-hint` : undefined}
            />
            <label for={id}>{choice.text}</label>
            {choice.hint && (
              <div class="hint" id={`${id}-hint`}>
                {choice.hint}
              </div>
            )}
          </div>
        );
      })}
    </FieldGroup>
  );
}
