import type { ComponentChildren } from 'preact';

import { Icon } from '../icons.tsx';
import { markFirst, markSecond } from '../mark.tsx';

export interface RecordItem {
  id: string;
  href: string;
  title: ComponentChildren;
  /** Above the title: kind, number, date. */
  kicker?: ComponentChildren;
  /** Below the title: issuer, lead, what was found in the text. */
  note?: ComponentChildren;
  /** At the right: chips, bars, counts. */
  end?: ComponentChildren;
}

/** Records to read through rather than to compare: search results, directives, sessions. */
export function RecordList({ items }: { items: readonly RecordItem[] }) {
  return (
    <ul class="records">
      {items.map((item) => (
        <li key={item.id}>
          <div class="record-text">
            {item.kicker && <p class="kicker">{item.kicker}</p>}
            <p class="record-title">
              <a href={item.href}>{item.title}</a>
            </p>
            {item.note && <div class="record-note">{item.note}</div>}
          </div>
          {item.end && <div class="record-end">{item.end}</div>}
        </li>
      ))}
    </ul>
  );
}

/** An explanation that is there when asked for: how a deadline came about, how a figure is computed. */
export function Explain({
  summary,
  open,
  children,
}: {
  summary: ComponentChildren;
  open?: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class="explain" open={open}>
      <summary>
        <Icon name="right" /> {summary}
      </summary>
      <div class="explain-body">{children}</div>
    </details>
  );
}

export interface HeroProps {
  /** 1 unless the page has its h1 elsewhere. */
  level?: 1 | 2 | 3 | 4;
  title: ComponentChildren;
  lead?: ComponentChildren;
  /** A search form, buttons. */
  children?: ComponentChildren;
}

/** The opening of the public start page, with the two links of the mark behind it. */
export function Hero({ level = 1, title, lead, children }: HeroProps) {
  const Heading = `h${level}` as const;
  return (
    <section class="hero">
      <svg
        class="hero-mark"
        viewBox="0 0 16 16"
        width="280"
        height="280"
        aria-hidden="true"
        focusable="false"
      >
        <path class="hero-first" d={markFirst} />
        <path class="hero-second" d={markSecond} />
      </svg>
      <div class="hero-text">
        <Heading class="hero-title">{title}</Heading>
        {lead && <p class="hero-lead">{lead}</p>}
        {children}
      </div>
    </section>
  );
}

/** A large search box for the hero and for search pages. */
export function SearchForm({
  action,
  name = 'q',
  value,
  label,
  button,
}: {
  action: string;
  name?: string;
  value?: string | undefined;
  label: string;
  button: string;
}) {
  return (
    <form class="search-form" action={action} role="search" aria-label={label}>
      <label class="hidden" for={`search-${name}`}>
        {label}
      </label>
      <input
        class="input"
        id={`search-${name}`}
        type="search"
        name={name}
        value={value}
        placeholder={label}
      />
      <button class="button button-primary" type="submit">
        <Icon name="search" />
        <span>{button}</span>
      </button>
    </form>
  );
}
