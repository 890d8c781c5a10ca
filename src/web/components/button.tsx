import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

import { Icon, type IconName } from '../icons.tsx';

/** primary: the one thing to do on the page; plain: everything else; quiet: inside tables; danger: takes something away. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps {
  kind?: ButtonKind;
  icon?: IconName;
  small?: boolean;
  /** Asks this question before the form is sent (a dialog where scripts run). */
  confirm?: string;
  /** One key that presses it where scripts run; shown beside its text. */
  hotkey?: string;
  children: ComponentChildren;
}

type ButtonAttributes = Pick<
  ButtonHTMLAttributes,
  'type' | 'name' | 'value' | 'form' | 'formAction' | 'formNoValidate' | 'disabled' | 'id'
>;

const classOf = ({ kind = 'plain', small }: Pick<ButtonProps, 'kind' | 'small'>): string =>
  `button button-${kind}${small ? ' button-small' : ''}`;

/** A button of a form; sends the form unless `type` says otherwise. */
export function Button({
  kind,
  icon,
  small,
  confirm,
  hotkey,
  children,
  ...attributes
}: ButtonProps & ButtonAttributes) {
  return (
    <button
      type="submit"
      {...attributes}
      class={classOf({ kind, small })}
      data-confirm={confirm}
      data-key={hotkey}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {hotkey && (
        <kbd class="needs-script" aria-hidden="true">
          {hotkey}
        </kbd>
      )}
    </button>
  );
}

/** A link that stands among buttons because it begins something (write a report, import a file). */
export function LinkButton({
  kind,
  icon,
  small,
  children,
  href,
  download,
}: Omit<ButtonProps, 'confirm'> & { href: string; download?: boolean }) {
  return (
    <a class={classOf({ kind, small })} href={href} download={download}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}

/** A row of buttons; the main one first. */
export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <div class="button-row">{children}</div>;
}

/** A link in running text; `strong` for the main link of a row. */
export function Link({
  href,
  children,
  strong,
}: {
  href: string;
  children: ComponentChildren;
  strong?: boolean;
}) {
  return (
    <a class={strong ? 'link link-strong' : 'link'} href={href}>
      {children}
    </a>
  );
}

/** Copies a text that stands beside it: a code, a secret; hidden where scripts do not run. */
export function CopyText({ text, label, done }: { text: string; label: string; done: string }) {
  return (
    <button
      type="button"
      class="button button-plain needs-script"
      data-copy=""
      data-copy-text={text}
      data-done={done}
    >
      <Icon name="file" />
      <span aria-live="polite">{label}</span>
    </button>
  );
}

/** Prints the page; hidden where scripts do not run. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" class="button button-plain needs-script" data-print>
      <Icon name="print" />
      <span>{label}</span>
    </button>
  );
}

/** Copies the address of the page, or the given one; hidden where scripts do not run. */
export function CopyLink({ href, label, done }: { href?: string; label: string; done: string }) {
  return (
    <button
      type="button"
      class="button button-quiet button-small needs-script"
      data-copy={href ?? ''}
      data-done={done}
    >
      <Icon name="link" />
      <span aria-live="polite">{label}</span>
    </button>
  );
}
