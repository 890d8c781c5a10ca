import type { ReplyOf } from '../../../../kit/contract.ts';
import { parseDay, startOfYear } from '../../../../kit/day.ts';
import { type PageContext, page } from '../../../../kit/page.ts';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { EmptyState, PageHead } from '../../../../web/components/panel.tsx';
import { Explain } from '../../../../web/components/records.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { formatNumber } from '../../../../web/format.ts';
import { countCertifiedCopies } from '../contract.ts';
import { paperMessages } from '../messages.ts';
import { copyKeys } from '../rules.ts';

type Counted = ReplyOf<typeof countCertifiedCopies>;
const keys = ['cases', ...copyKeys] as const;

function CopyTable({ p, counted }: { p: PageContext; counted: Counted }) {
  const t = paperMessages[p.lang];
  const { items, total } = counted;
  const n = (count: number) => formatNumber(count, p.lang);
  return (
    <DataTable
      caption={t.title}
      captionHidden
      phone="scroll"
      rows={items}
      rowKey={(row) => row.unitId}
      empty={<EmptyState title={t.none} />}
      columns={[
        { key: 'agency', head: t.agency, main: true, cell: (row) => row.name[p.lang] },
        ...keys.map((key) => ({
          key,
          head: t[key],
          numeric: true,
          cell: (row: Counted['items'][number]) => n(row[key]),
        })),
      ]}
      total={{ agency: t.total, ...Object.fromEntries(keys.map((key) => [key, n(total[key])])) }}
    />
  );
}

/** The published figure: certified copies asked for and done without, per agency, from the first of the year. */
export const copiesPage = page({
  path: '/certified-copies',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const t = paperMessages[p.lang];
    const to = parseDay(p.query['to'] ?? '') ?? p.today;
    const from = parseDay(p.query['from'] ?? '') ?? startOfYear(to);
    const counted = await p.call(countCertifiedCopies, { from: from < to ? from : to, to });
    return {
      title: t.title,
      wide: true,
      body: (
        <>
          <PageHead title={t.title} lead={t.lead} />
          <FilterBar>
            <DateInput name="from" label={t.from} value={from} />
            <DateInput name="to" label={t.to} value={to} />
          </FilterBar>
          <CopyTable p={p} counted={counted} />
          <Explain summary={t.definition}>
            <p>{t.definitionText}</p>
          </Explain>
        </>
      ),
    };
  },
});
