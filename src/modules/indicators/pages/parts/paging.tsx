import type { PageContext } from '../../../../kit/page.ts';
import { Pagination } from '../../../../web/components/table.tsx';
import { formatNumber } from '../../../../web/format.ts';
import { withQuery } from '../../../../web/with-query.ts';
import { messages } from '../../messages.ts';

/** Steps forward through a keyset list, and back to its start. */
export function Pages({ p, shown, next }: { p: PageContext; shown: number; next?: string | undefined }) {
  if (shown === 0) return null;
  return (
    <Pagination
      summary={messages[p.lang].paging.showing(formatNumber(shown, p.lang), next !== undefined)}
      previousHref={p.query['cursor'] ? withQuery(p.url, 'cursor', undefined) : undefined}
      nextHref={next === undefined ? undefined : withQuery(p.url, 'cursor', next)}
    />
  );
}
