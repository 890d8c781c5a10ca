import type { z } from 'zod';

import type { PageContext } from '../../../kit/page.ts';
import { Link } from '../../../web/components/button.tsx';
import { EmptyState, Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatNumber } from '../../../web/format.ts';
import type { ministryCount } from './contract.ts';
import { findingMessages } from './messages.ts';

type Count = z.output<typeof ministryCount>;

export const PATH = '/catalogue/findings';

/** What the checks found, by ministry: in the catalogue, and in a file before it is imported. */
export function ByMinistry({ p, ministries }: { p: PageContext; ministries: readonly Count[] }) {
  const t = findingMessages[p.lang];
  const count = (n: number) => formatNumber(n, p.lang);
  const key = (one: Count) => one.ministry?.id ?? 'none';
  return (
    <Panel title={t.byMinistry} flush>
      <DataTable
        caption={t.byMinistry}
        captionHidden
        rows={ministries}
        rowKey={key}
        empty={<EmptyState title={t.nothing} />}
        columns={[
          {
            key: 'ministry',
            head: t.ministry,
            main: true,
            cell: (one) => (
              <Link href={`${PATH}?ministryId=${encodeURIComponent(key(one))}`}>
                {one.ministry?.[p.lang] ?? t.none}
              </Link>
            ),
          },
          { key: 'n', head: t.procedures, numeric: true, cell: (one) => count(one.procedures) },
          { key: 'blocked', head: t.blocked, numeric: true, cell: (one) => count(one.blocked) },
          { key: 'warned', head: t.warned, numeric: true, cell: (one) => count(one.warned) },
          {
            key: 'most',
            head: t.most,
            cell: (one) =>
              one.checks
                .slice(0, 2)
                .map((check) => `${check[p.lang]} (${count(check.procedures)})`)
                .join('; ') || '–',
          },
        ]}
      />
    </Panel>
  );
}
