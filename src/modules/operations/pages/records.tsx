import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext } from '../../../kit/page.ts';
import { Tabs } from '../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { type Column, DataTable, Pagination } from '../../../web/components/table.tsx';
import { formatDay, formatInstant } from '../../../web/format.ts';
import { keysetLinks } from '../../../web/keyset.ts';
import { withQuery } from '../../../web/with-query.ts';
import { type BoardRecord, listBoardRecords } from '../contract.ts';
import { type RecordKind, recordKinds } from '../rules/links.ts';
import { NoSource, say, words } from './panels/shown.tsx';

const PATH = '/operations/records';
/** Numbers that stand side by side on the board. */
const groups: readonly (readonly RecordKind[])[] = [
  ['lateAnswers', 'soonAnswers'],
  ['received', 'ended'],
  ['signing'],
  ['gaps'],
  ['silent'],
  ['mail', 'laterMail'],
  ['jobs', 'failedJobs'],
  ['listeners', 'failing'],
];
const when = (at: string): string => (at.includes('T') ? formatInstant(at) : formatDay(at));

function columnsOf(p: PageContext, what: RecordKind, items: readonly BoardRecord[]): Column<BoardRecord>[] {
  const t = words(p).behindNumbers;
  const columns: Column<BoardRecord>[] = [
    {
      key: 'title',
      head: t.record,
      main: true,
      cell: (one) => (
        <>
          {one.href ? <a href={one.href}>{say(p, one.title)}</a> : say(p, one.title)}{' '}
          {one.code && <small>{one.code}</small>}
        </>
      ),
    },
    {
      key: 'unit',
      head: words(p).unit,
      cell: (one) => one.unit && say(p, one.unit.name),
    },
    {
      key: 'at',
      head: t.times[what],
      cell: (one) =>
        one.at &&
        (one.isBad ? (
          <Chip icon="late" tone="bad">
            {when(one.at)}
          </Chip>
        ) : (
          when(one.at)
        )),
    },
    {
      key: 'note',
      head: t.state,
      cell: (one) =>
        one.isBad && !one.at ? (
          <Chip icon="alert" tone="bad">
            {say(p, one.note ?? { vi: '', en: '' })}
          </Chip>
        ) : (
          one.note && say(p, one.note)
        ),
    },
  ];
  return columns.filter(
    ({ key }) => key === 'title' || items.some((one) => one[key as 'unit' | 'at' | 'note'] !== undefined),
  );
}

function List({ p, data }: { p: PageContext; data: ReplyOf<typeof listBoardRecords> }) {
  const t = words(p);
  const { items, what } = data;
  if (!items) return <NoSource title={t.load}>{t.notYours}</NoSource>;
  return (
    <>
      <DataTable
        caption={t.behindNumbers.kinds[what]}
        captionHidden
        rows={items}
        rowKey={(one) => `${one.key} ${items.indexOf(one)}`}
        rowHref={(one) => one.href}
        empty={t.behindNumbers.none}
        columns={columnsOf(p, what, items)}
      />
      {data.next && <Pagination {...keysetLinks(p, data.next)} />}
    </>
  );
}

/** The records behind those numbers of the board that have no list of their own elsewhere. */
export const recordsPage = page({
  path: PATH,
  permission: 'operations.view',
  area: 'workbench',
  get: async (p) => {
    const t = words(p).behindNumbers;
    const what = recordKinds.find((one) => one === p.query['what']) ?? 'lateAnswers';
    const data = await p.callWithQuery(listBoardRecords, { what });
    const group = groups.find((one) => one.includes(what)) ?? [];
    const isOfDay = what === 'received' || what === 'ended';
    const title = isOfDay ? `${t.kinds[what]}, ${formatDay(data.day)}` : t.kinds[what];
    return {
      title: t.title,
      nav: 'operations',
      crumbs: [{ href: `/operations?unitId=${data.unit.id}`, text: words(p).title }],
      body: (
        <>
          <PageHead title={t.title} kicker={say(p, data.unit.name)} />
          {group.length > 1 && (
            <Tabs
              label={t.title}
              items={group.map((one) => ({
                href: withQuery(withQuery(p.url, 'what', one), 'cursor', ''),
                text: t.kinds[one],
                current: one === what,
              }))}
            />
          )}
          <Panel title={title} flush={data.items !== undefined}>
            <List p={p} data={data} />
          </Panel>
        </>
      ),
    };
  },
});
