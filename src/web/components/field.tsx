import type { ComponentChildren } from 'preact';

import { useFieldName } from '../field-names.tsx';
import { Icon } from '../icons.tsx';
import { useText } from '../language.tsx';

export interface FieldProps {
  /** Name of the value in the form; also makes the ids. */
  name: string;
  label: ComponentChildren;
  /** Needed when two forms of a page have fields of the same name. */
  id?: string;
  hint?: ComponentChildren;
  error?: string | undefined;
  required?: boolean;
  /** Says "không bắt buộc" beside the label; use where most fields of the form are required. */
  optional?: boolean;
  disabled?: boolean;
}

/** The id of the control of a field; error summaries link to it. */
export const fieldId = (name: string): string => `f-${name.replaceAll(/[^\w-]/g, '-')}`;

/** Attributes that tie a control to its label, hint and error. */
export function controlProps({ name, id, hint, error, required, disabled }: FieldProps) {
  const own = id ?? fieldId(name);
  const described = [hint ? `${own}-hint` : '', error ? `${own}-error` : ''].filter(Boolean).join(' ');
  return {
    id: own,
    name,
    required,
    disabled,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  };
}

/** Label above, hint, error with icon and word, then the control. */
export function Field(
  props: FieldProps & { children: ComponentChildren; size?: 'short' | 'medium' | 'full' },
) {
  const own = props.id ?? fieldId(props.name);
  useFieldName(own, props.label);
  return (
    <div class={`field field-${props.size ?? 'medium'}${props.error ? ' field-wrong' : ''}`}>
      <label class="label" for={own}>
        {props.label}
        {props.optional && <OptionalMark />}
      </label>
      <HintAndError id={own} hint={props.hint} error={props.error} />
      {props.children}
    </div>
  );
}

/** Several controls under one question (radios, check boxes). */
export function FieldGroup(props: FieldProps & { children: ComponentChildren; inline?: boolean }) {
  const own = props.id ?? fieldId(props.name);
  useFieldName(own, props.label);
  const { 'aria-describedby': described } = controlProps(props);
  return (
    <fieldset
      class={`field${props.error ? ' field-wrong' : ''}`}
      id={own}
      aria-describedby={described}
      tabIndex={-1}
    >
      <legend class="label">
        {props.label}
        {props.optional && <OptionalMark />}
      </legend>
      <HintAndError id={own} hint={props.hint} error={props.error} />
      <div class={props.inline ? 'choice-list choice-inline' : 'choice-list'}>{props.children}</div>
    </fieldset>
  );
}

function OptionalMark() {
  return <span class="label-note"> ({useText().optional})</span>;
}

function HintAndError({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: ComponentChildren;
  error?: string | undefined;
}) {
  const text = useText();
  return (
    <>
      {hint && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div class="field-error" id={`${id}-error`}>
          <Icon name="alert" />
          <span>
            <span class="hidden">{text.errorPrefix} </span>
            {error}
          </span>
        </div>
      )}
    </>
  );
}
