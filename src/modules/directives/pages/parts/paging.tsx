import type { ComponentChildren } from 'preact';

import type { PageContext } from '../../../../kit/page.ts';
import { Pagination } from '../../../../web/components/table.tsx';
import { withQuery } from '../../../../web/with-query.ts';
import { useCount, useMessages } from './say.tsx';

/** How many pages back the address remembers. */
const longest = 12;

const trailOf = (p: PageContext): string[] => (p.query['trail'] ?? '').split('.').filter(Boolean);

/** The address of the list with some query values set anew; the place in the list starts over. */
export function filtered(p: PageContext, changes: Record<string, string | undefined>): string {
  const start = withQuery(withQuery(p.url, 'cursor', undefined), 'trail', undefined);
  return Object.entries(changes).reduce((url, [name, value]) => withQuery(url, name, value), start);
}

/** Next page: the place of this one is remembered, so that there is a way back without page numbers. */
function nextHref(p: PageContext, next: string): string {
  const trail = [...trailOf(p), p.query['cursor'] ?? '-'].slice(-longest);
  return withQuery(withQuery(p.url, 'cursor', next), 'trail', trail.join('.'));
}

function previousHref(p: PageContext): string | undefined {
  if (!p.query['cursor']) return undefined;
  const trail = trailOf(p);
  const before = trail.pop();
  const place = before === undefined || before === '-' ? undefined : before;
  return withQuery(withQuery(p.url, 'cursor', place), 'trail', trail.join('.') || undefined);
}

interface PagesProps {
  p: PageContext;
  shown: number;
  next?: string | undefined;
  /** How many there are in all, where that is known. */
  total?: number;
  children?: ComponentChildren;
}

/** Steps through a keyset list, with what is shown and how many there are. */
export function Pages({ p, shown, next, total }: PagesProps) {
  const { words } = useMessages();
  const count = useCount();
  if (shown === 0) return null;
  const summary =
    total === undefined
      ? words.showing(count(shown), next !== undefined)
      : words.ofTotal(count(shown), count(total));
  return (
    <Pagination
      summary={summary}
      previousHref={previousHref(p)}
      nextHref={next === undefined ? undefined : nextHref(p, next)}
    />
  );
}
