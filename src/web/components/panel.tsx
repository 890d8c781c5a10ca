import type { ComponentChildren } from 'preact';

import { Icon, type IconName } from '../icons.tsx';

export interface PanelProps {
  title?: ComponentChildren;
  /** Heading level of the title; 2 unless the panel stands inside another one. */
  level?: 2 | 3;
  /** Right of the title: a link or small buttons. */
  actions?: ComponentChildren;
  /** No inner margin, for tables and lists that run to the edge. */
  flush?: boolean;
  id?: string;
  children: ComponentChildren;
}

/** A sheet of paper on the ground of the page. */
export function Panel({ title, level = 2, actions, flush, id, children }: PanelProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class={flush ? 'panel panel-flush' : 'panel'} id={id}>
      {(title || actions) && (
        <div class="panel-head">
          {title && <Heading>{title}</Heading>}
          {actions && <div class="panel-actions">{actions}</div>}
        </div>
      )}
      <div class="panel-body">{children}</div>
    </section>
  );
}

/** Two columns: the matter and what stands beside it; under each other on a phone. */
export function Columns({ children, aside }: { children: ComponentChildren; aside: ComponentChildren }) {
  return (
    <div class="columns">
      <div class="columns-main">{children}</div>
      <div class="columns-aside">{aside}</div>
    </div>
  );
}

/** Equal cells that fill the row: tiles, cards. */
export function Grid({
  children,
  cell = 'medium',
}: {
  children: ComponentChildren;
  cell?: 'small' | 'medium' | 'large';
}) {
  return <div class={`grid grid-${cell}`}>{children}</div>;
}

export interface PageHeadProps {
  /** 1 unless the page has its h1 elsewhere. */
  level?: 1 | 2 | 3 | 4;
  title: ComponentChildren;
  /** Small line above the title: kind and number of the document, code of the task. */
  kicker?: ComponentChildren;
  lead?: ComponentChildren;
  /** State chips under the title. */
  chips?: ComponentChildren;
  actions?: ComponentChildren;
}

/** The head of a page's content with its only h1. */
export function PageHead({ level = 1, title, kicker, lead, chips, actions }: PageHeadProps) {
  const Heading = `h${level}` as const;
  return (
    <header class="page-head">
      <div class="page-head-text">
        {kicker && <p class="kicker">{kicker}</p>}
        <Heading class="page-title">{title}</Heading>
        {chips && <div class="chip-row">{chips}</div>}
        {lead && <div class="lead">{lead}</div>}
      </div>
      {actions && <div class="page-head-actions">{actions}</div>}
    </header>
  );
}

/** What to say instead of an empty list, with the next thing to do. */
export function EmptyState({
  icon = 'list',
  title,
  children,
}: {
  icon?: IconName;
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** Actions and counts above a list. */
export function Toolbar({ children, end }: { children: ComponentChildren; end?: ComponentChildren }) {
  return (
    <div class="toolbar">
      <div class="toolbar-start">{children}</div>
      {end && <div class="toolbar-end">{end}</div>}
    </div>
  );
}
