import type { ComponentChildren } from 'preact';

import { useNameOf, wordsOf } from '../field-names.tsx';
import { useText } from '../language.tsx';
import { Button } from './button.tsx';
import { fieldId } from './field.tsx';
import { Notice } from './notice.tsx';

export interface FormProps {
  /** Sent as the hidden field `form`: which handler of the page takes it. */
  name?: string;
  csrf: string;
  action?: string;
  /** Has a file input. */
  files?: boolean;
  /** Address that takes drafts by PUT while the person types; the state of saving is shown. */
  autosave?: string;
  /** One line of controls (buttons of a table row, small settings). */
  inline?: boolean;
  id?: string;
  children: ComponentChildren;
}

/** A form that changes something: POST with the token against forged requests. */
export function Form({ name, csrf, action, files, autosave, inline, id, children }: FormProps) {
  return (
    <form
      class={inline ? 'form form-inline' : 'form'}
      id={id}
      method="post"
      action={action}
      encType={files ? 'multipart/form-data' : undefined}
      data-autosave={autosave}
      noValidate={!inline}
    >
      <input type="hidden" name="csrf" value={csrf} />
      {name && <input type="hidden" name="form" value={name} />}
      {children}
      {autosave && <p class="autosave" role="status" data-autosave-state />}
    </form>
  );
}

/** Fields side by side where there is room, under each other on a phone. */
export function FieldRow({ children }: { children: ComponentChildren }) {
  return <div class="field-row">{children}</div>;
}

export interface ErrorSummaryProps {
  title?: string;
  /** What to do, when the refusal concerns the whole form. */
  detail?: ComponentChildren;
  /** Message by field name; each becomes a link to its control. */
  errors?: Readonly<Record<string, string>>;
}

/** One fault, with the name of its field where the message does not say it: "missing" says what is missing. */
function Fault({ name, message }: { name: string; message: string }) {
  const id = fieldId(name);
  const label = useNameOf()(id);
  const isNamed = label === undefined || message.toLowerCase().includes(wordsOf(label).trim().toLowerCase());
  return (
    <li>
      <a href={`#${id}`}>
        {isNamed ? (
          message
        ) : (
          <>
            <strong>{label}</strong>: {message}
          </>
        )}
      </a>
    </li>
  );
}

/** Stands above a refused form, takes the focus and leads to each wrong field. */
export function ErrorSummary({ title, detail, errors = {} }: ErrorSummaryProps) {
  const text = useText();
  return (
    <div class="error-summary" role="alert" tabIndex={-1} data-focus>
      <Notice tone="bad" title={title ?? text.errorTitle}>
        {detail && <p>{detail}</p>}
        {Object.keys(errors).length > 0 && (
          <ul>
            {Object.entries(errors).map(([name, message]) => (
              <Fault key={name} name={name} message={message} />
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}

export interface FilterBarProps {
  action?: string;
  /** Address without any filter; shown as "Bỏ lọc" when something is filtered. */
  clearHref?: string | undefined;
  /** Fields of the query that are no filters but must stay (sorting). */
  keep?: Readonly<Record<string, string | undefined>>;
  label?: string;
  /** Text of the button where it asks rather than filters: “Xem cho nơi này”. */
  button?: string;
  children: ComponentChildren;
}

/** Filters of a list: a GET form whose state is the address. Selects apply at once where scripts run. */
export function FilterBar({ action, clearHref, keep = {}, label, button, children }: FilterBarProps) {
  const text = useText();
  return (
    <form
      class="filter-bar"
      method="get"
      action={action}
      role="search"
      aria-label={label ?? text.filter}
      data-filter
    >
      {Object.entries(keep).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      {children}
      <div class="filter-end">
        {button ? <Button>{button}</Button> : <Button icon="filter">{text.filter}</Button>}
        {clearHref && (
          <a class="link" href={clearHref}>
            {text.clearFilter}
          </a>
        )}
      </div>
    </form>
  );
}
