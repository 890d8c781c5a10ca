import type { ComponentChildren } from 'preact';

import { formatNumber } from '../format.ts';
import { Icon, type IconName } from '../icons.tsx';
import { useLang, useText } from '../language.tsx';
import type { ChipTone } from './state.tsx';

export interface KeyValue {
  key: string;
  value: ComponentChildren;
}

/** Facts of one record: name left, value right; under each other on a phone. */
export function KeyValueList({ items }: { items: readonly (KeyValue | undefined | false)[] }) {
  return (
    <dl class="facts">
      {items.map((item) =>
        item ? (
          <div key={item.key}>
            <dt>{item.key}</dt>
            <dd>{item.value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

export interface TimeLineEntry {
  id: string;
  /** Written instant or day. */
  when: string;
  title: ComponentChildren;
  who?: ComponentChildren;
  body?: ComponentChildren;
  icon?: IconName;
  tone?: ChipTone;
}

/** What happened to a record, newest first. */
export function TimeLine({ entries }: { entries: readonly TimeLineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={entry.id} id={entry.id}>
          <span class={`timeline-dot chip-${entry.tone ?? 'idle'}`}>
            <Icon name={entry.icon ?? 'info'} />
          </span>
          <div class="timeline-entry">
            <p class="timeline-head">
              <strong>{entry.title}</strong> <time>{entry.when}</time>
            </p>
            {entry.who && <p class="timeline-who">{entry.who}</p>}
            {entry.body && <div class="timeline-body">{entry.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface TabItem {
  href: string;
  text: string;
  count?: number;
  current?: boolean;
}

/** Views of one thing; each has an address of its own. */
export function Tabs({ items, label }: { items: readonly TabItem[]; label: string }) {
  const lang = useLang();
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.text}{' '}
              {item.count !== undefined && <span class="count">{formatNumber(item.count, lang)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface Step {
  title: string;
  state: 'done' | 'current' | 'waiting' | 'failed';
  note?: ComponentChildren;
}

/** The way of a thing through fixed steps: report → confirmed → accepted; also file → preview → import. */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }) {
  const text = useText();
  const words = {
    done: text.stepDone,
    current: text.stepCurrent,
    waiting: text.stepWaiting,
    failed: text.stepFailed,
  };
  const icons: Record<Step['state'], IconName | undefined> = {
    done: 'check',
    current: undefined,
    waiting: undefined,
    failed: 'close',
  };
  return (
    <ol class="stepper" aria-label={label}>
      {steps.map((step, i) => {
        const icon = icons[step.state];
        return (
          <li
            key={step.title}
            class={`step step-${step.state}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span class="step-dot" aria-hidden="true">
              {icon ? <Icon name={icon} /> : i + 1}
            </span>
            <span class="step-text">
              <strong>{step.title}</strong>
              <span class="hidden"> ({words[step.state]})</span>
              {step.note && <small>{step.note}</small>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
