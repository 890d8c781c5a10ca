import type { PageContext } from '../../../../../kit/page.ts';
import { Pagination } from '../../../../../web/components/table.tsx';
import { formatNumber } from '../../../../../web/format.ts';
import { withQuery } from '../../../../../web/with-query.ts';
import { useDesk } from './words.tsx';

/** How many pages back the address remembers. */
const longest = 12;
const trailOf = (p: PageContext): string[] => (p.query['trail'] ?? '').split('.').filter(Boolean);

/** The address of the list with some query values set anew; the place in the list starts over. */
export function filtered(p: PageContext, changes: Record<string, string | undefined>): string {
  const start = withQuery(withQuery(p.url, 'cursor', undefined), 'trail', undefined);
  return Object.entries(changes).reduce((url, [name, value]) => withQuery(url, name, value), start);
}

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

/** Steps through a keyset list of cases. */
export function Pages({ p, shown, next }: { p: PageContext; shown: number; next?: string | undefined }) {
  const { words } = useDesk();
  if (shown === 0) return null;
  return (
    <Pagination
      summary={words.showing(formatNumber(shown, p.lang), next !== undefined)}
      previousHref={previousHref(p)}
      nextHref={next === undefined ? undefined : nextHref(p, next)}
    />
  );
}
