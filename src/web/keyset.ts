import type { PageContext } from '../kit/page.ts';
import { withQuery } from './with-query.ts';

/** How many pages back the address remembers. */
const longest = 12;

const trailOf = (p: PageContext): string[] => (p.query['trail'] ?? '').split('.').filter(Boolean);

/** The address of a keyset list with some query values set anew; the place in the list starts over. */
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

/** Where the buttons under a keyset list lead; `next` is the cursor of the next page, absent on the last. */
export const keysetLinks = (p: PageContext, next: string | undefined) => ({
  previousHref: previousHref(p),
  nextHref: next === undefined ? undefined : nextHref(p, next),
});
