import type { PageContext } from '../../../../../kit/page.ts';
import { Pagination } from '../../../../../web/components/table.tsx';
import { formatNumber } from '../../../../../web/format.ts';
import { keysetLinks } from '../../../../../web/keyset.ts';
import { useDesk } from './words.tsx';

/** Steps through a keyset list of cases. */
export function Pages({ p, shown, next }: { p: PageContext; shown: number; next?: string | undefined }) {
  const { words } = useDesk();
  if (shown === 0) return null;
  const summary = words.showing(formatNumber(shown, p.lang), next !== undefined);
  return <Pagination summary={summary} {...keysetLinks(p, next)} />;
}
