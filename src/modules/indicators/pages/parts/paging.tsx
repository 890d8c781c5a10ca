import type { PageContext } from '../../../../kit/page.ts';
import { Pagination } from '../../../../web/components/table.tsx';
import { formatNumber } from '../../../../web/format.ts';
import { keysetLinks } from '../../../../web/keyset.ts';
import { messages } from '../../messages.ts';

/** Steps through a keyset list of records, with what is shown. */
export function Pages({ p, shown, next }: { p: PageContext; shown: number; next?: string | undefined }) {
  if (shown === 0) return null;
  const summary = messages[p.lang].paging.showing(formatNumber(shown, p.lang), next !== undefined);
  return <Pagination summary={summary} {...keysetLinks(p, next)} />;
}
