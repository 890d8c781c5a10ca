import type { PageContext } from '../../../../kit/page.ts';
import { Pagination } from '../../../../web/components/table.tsx';
import { keysetLinks } from '../../../../web/keyset.ts';
import { useCount, useMessages } from './say.tsx';

interface PagesProps {
  p: PageContext;
  shown: number;
  next?: string | undefined;
  /** How many there are in all, where that is known. */
  total?: number;
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
  return <Pagination summary={summary} {...keysetLinks(p, next)} />;
}
