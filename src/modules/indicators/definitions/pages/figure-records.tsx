import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { Tabs } from '../../../../web/components/lists.tsx';
import { Panel, Toolbar } from '../../../../web/components/panel.tsx';
import { type Column, DataTable, Pagination } from '../../../../web/components/table.tsx';
import { formatNumber } from '../../../../web/format.ts';
import { keysetLinks } from '../../../../web/keyset.ts';
import { type getMeasure, listMeasureRecords } from '../contract.ts';
import { messages } from '../messages.ts';
import { hrefWith } from './figure-scope.tsx';
import { ProcedureName } from './parts.tsx';

type Measure = ReplyOf<typeof getMeasure>;
type Item = ReplyOf<typeof listMeasureRecords>['items'][number];
const parts = ['numerator', 'denominator', 'excluded'] as const;

/** Where a record opens, for those who may see it. */
const hrefOf = (item: Item): string | undefined => {
  if (item.of === 'units') return `/organisations/units/${item.id}`;
  if (item.of === 'procedures' || item.kind === 'procedure' || item.kind === 'decision')
    return item.procedure && `/procedures/${item.procedure.code}`;
  return item.kind === 'case' && item.id && !item.withheld ? `/cases/${item.id}` : undefined;
};

function Name({ item, p }: { item: Item; p: PageContext }) {
  const t = messages[p.lang].records;
  const href = hrefOf(item);
  const text =
    item.code ??
    (item.of === 'units' ? (item.unit?.name[p.lang] ?? item.id) : (item.procedure?.code ?? item.id)) ??
    '';
  if (item.withheld) return <span class="soft">{t.withheld}</span>;
  return href ? <a href={href}>{text}</a> : <span>{text}</span>;
}

function columnsOf(p: PageContext, part: string, items: readonly Item[]): Column<Item>[] {
  const t = messages[p.lang].records;
  return [
    { key: 'code', head: t.code, main: true, cell: (item) => <Name item={item} p={p} /> },
    {
      key: 'unit',
      head: t.unit,
      cell: (item) =>
        item.unit && <a href={`/organisations/units/${item.unit.id}`}>{item.unit.name[p.lang]}</a>,
    },
    { key: 'procedure', head: t.procedure, cell: (item) => <ProcedureName procedure={item.procedure} /> },
    {
      key: 'values',
      head: t.values,
      // Beside a reason there is no room for two wide columns.
      ...(part !== 'excluded' && { width: 'wide' as const }),
      cell: (item) => item.values.map((one) => `${one.label[p.lang]}: ${one.value[p.lang]}`).join('; '),
    },
    ...(part === 'excluded'
      ? [
          {
            key: 'why',
            head: t.why,
            width: 'wide' as const,
            cell: (item: Item) =>
              item.reason && (
                <>
                  {item.reason.words[p.lang]} <small>{item.reason.said[p.lang]}</small>
                </>
              ),
          },
        ]
      : []),
    ...(part !== 'excluded' && items.some((item) => item.worth !== 1)
      ? [
          {
            key: 'worth',
            head: t.worth,
            numeric: true,
            cell: (item: Item) => formatNumber(item.worth, p.lang),
          },
        ]
      : []),
  ];
}

/** The records that a figure counts, those that it leaves out with the reason, and the same as files. */
export async function Records(p: PageContext, data: Measure) {
  const t = messages[p.lang];
  const part = parts.find((one) => one === p.query['part']) ?? 'denominator';
  const list = await p.callWithQuery(listMeasureRecords, { code: data.code, part, limit: 25 });
  const path = `/measures/${data.code}`;
  const file = (format: string) =>
    hrefWith(p, `/api/measures/${data.code}/export`, { what: 'records', part, format, language: p.lang });
  const countOf = {
    numerator: data.figure.numerator,
    denominator: data.figure.denominator,
    excluded: data.excludedTotal,
  };
  const isSum = {
    numerator: data.definition.numerator.sum,
    denominator: data.definition.denominator.sum,
    excluded: undefined,
  };
  return (
    <Panel title={t.records.title} id="records">
      <Tabs
        label={t.records.title}
        items={parts.map((one) => ({
          href: `${hrefWith(p, path, { part: one, by: p.query['by'] })}#records`,
          text: t.parts[one],
          ...(countOf[one] !== null && !isSum[one] && { count: countOf[one] }),
          current: one === part,
        }))}
      />
      <Toolbar
        end={
          <>
            <LinkButton small icon="download" href={file('csv')} download>
              {t.figure.csv}
            </LinkButton>{' '}
            <LinkButton small icon="download" href={file('xlsx')} download>
              {t.figure.xlsx}
            </LinkButton>
          </>
        }
      >
        {list.items.some((item) => item.withheld) && <span class="soft">{t.records.withheldNote}</span>}
      </Toolbar>
      <DataTable
        caption={t.records.title}
        captionHidden
        columns={columnsOf(p, part, list.items)}
        rows={list.items}
        rowKey={(item) => `${item.id ?? ''}${list.items.indexOf(item)}`}
        rowHref={hrefOf}
        empty={t.records.none}
      />
      {list.items.length > 0 && (
        <Pagination
          summary={t.paging.shown(formatNumber(list.items.length, p.lang))}
          {...keysetLinks(p, list.next)}
        />
      )}
    </Panel>
  );
}
