import type { ReplyOf } from '../../../../kit/contract.ts';
import { addDays } from '../../../../kit/day.ts';
import { type PageContext, page } from '../../../../kit/page.ts';
import { Counts, SegmentBar } from '../../../../web/components/figure.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { Live, livePart } from '../../../../web/components/live.tsx';
import { EmptyState, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { formatNumber } from '../../../../web/format.ts';
import { pickedPage, unitPick } from '../../../organisations/index.ts';
import { liveOverview, overviewCases } from '../../contract.ts';
import { deskMessages } from '../../messages/desk.ts';
import { unitIn, unitName } from './parts/names.ts';
import { useDesk } from './parts/words.tsx';

type Row = ReplyOf<typeof overviewCases>['items'][number];
const open = ['submitted', 'working', 'waiting', 'ready'] as const;
const summed = [...open, 'overdue', 'dueToday', 'received', 'early', 'onTime', 'late'] as const;
type Count = (typeof summed)[number];

const PATH = '/cases/overview';
const address = (path: string, query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(given).toString();
  return text ? `${path}?${text}` : path;
};

/** Where the cases behind a number are listed. */
function recordsOf(p: PageContext, row: Row, count: Count, under: string): string {
  const isPart = row.unitId !== under && (row.below ?? 0) > 0;
  const at = { view: 'decision', unitId: row.unitId, ...(isPart && { subtree: '1' }) };
  const month = { from: `${p.today.slice(0, 7)}-01`, to: p.today };
  if (count === 'overdue') return address('/cases', { ...at, work: 'working', dueTo: addDays(p.today, -1) });
  if (count === 'dueToday')
    return address('/cases', { ...at, work: 'working', dueFrom: p.today, dueTo: p.today });
  if (count === 'received' || count === 'early' || count === 'onTime' || count === 'late')
    return isPart
      ? address(PATH, { unitId: row.unitId })
      : address('/cases/book', { form: '06a', unitId: row.unitId, ...month });
  return address('/cases', { ...at, work: count });
}

/** The rows added up, as one row. */
const totalOf = (rows: readonly Row[], unitId: string): Row => {
  const total = Object.fromEntries(
    summed.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]),
  ) as Record<Count, number>;
  return { ...total, unitId, below: 1 };
};

interface Shown {
  p: PageContext;
  rows: readonly Row[];
  under: string;
}

function UnitCell({ p, row, under }: { p: PageContext; row: Row; under: string }) {
  const { overview: t } = useDesk();
  const name = (p.lang === 'en' && row.nameEn) || row.nameVi || row.unitId;
  if (row.unitId === under)
    return (
      <>
        {name} <small>{t.itself}</small>
      </>
    );
  return row.below ? <a href={address(PATH, { unitId: row.unitId })}>{name}</a> : <>{name}</>;
}

function Bars({ row }: { row: Row }) {
  return (
    <SegmentBar
      segments={[
        { value: row.overdue, tone: 'bad' },
        { value: row.dueToday, tone: 'warn' },
        { value: row.working - row.overdue - row.dueToday + row.submitted, tone: 'calm' },
        { value: row.waiting + row.ready, tone: 'idle' },
      ]}
    />
  );
}

function Counted({ p, rows, under }: Shown) {
  const { overview: t } = useDesk();
  const total = totalOf(rows, under);
  const cell = (row: Row, name: Count, as = row.unitId === under ? under : '') =>
    row[name] === 0 || (as === '' && row.unitId === under && name === 'received') ? (
      <span class={row[name] === 0 ? 'soft' : undefined}>{formatNumber(row[name], p.lang)}</span>
    ) : (
      <a href={recordsOf(p, row, name, as)}>{formatNumber(row[name], p.lang)}</a>
    );
  const settled = (row: Row) => {
    const done = row.early + row.onTime;
    const all = done + row.late;
    if (all === 0) return <span class="soft">0</span>;
    return (
      <a href={recordsOf(p, row, 'onTime', under)}>
        <Counts numerator={done} denominator={all} />
      </a>
    );
  };
  const number = (name: Count): Column<Row> => ({
    key: name,
    head: t.columns[name as keyof typeof t.columns],
    numeric: true,
    cell: (row) => cell(row, name),
  });
  const names = [...open, 'overdue', 'dueToday', 'received'] as const;
  return (
    <Panel title={t.caption} flush>
      <DataTable
        caption={t.caption}
        captionHidden
        phone="scroll"
        rows={rows}
        rowKey={(row) => row.unitId}
        rowTone={(row) => (row.overdue > 0 ? 'warn' : undefined)}
        columns={[
          {
            key: 'unit',
            head: t.unit,
            main: true,
            cell: (row) => <UnitCell p={p} row={row} under={under} />,
          },
          { key: 'bar', head: t.bar, desktopOnly: true, cell: (row) => <Bars row={row} /> },
          ...names.map(number),
          { key: 'ended', head: t.columns.ended, numeric: true, cell: settled },
        ]}
        total={{
          unit: t.total,
          ...Object.fromEntries(names.map((name) => [name, cell(total, name, '')])),
          ended: settled(total),
        }}
      />
    </Panel>
  );
}

/** The unit in the address, else the first one for which this person sees cases; the whole country where it is all. */
const underOf = (p: PageContext): string => unitIn(p, 'case.view') ?? 'centre';

async function shown(p: PageContext) {
  const under = underOf(p);
  const { items } = await p.call(overviewCases, { under });
  const rows = items.toSorted(
    (a, b) =>
      Number(b.unitId === under) - Number(a.unitId === under) ||
      b.overdue - a.overdue ||
      b.working - a.working,
  );
  const { overview: t } = deskMessages[p.lang];
  const total = totalOf(rows, under);
  const said = (n: number) => formatNumber(n, p.lang);
  const all = open.reduce((sum, name) => sum + total[name], 0);
  return {
    summary: t.summary(said(all), said(total.overdue), said(total.dueToday), said(total.received)),
    at: p.now,
    children: (
      <>
        <p class="lead">
          {t.summary(said(all), said(total.overdue), said(total.dueToday), said(total.received))}
        </p>
        {rows.length === 0 ? (
          <EmptyState icon="list" title={t.none} />
        ) : (
          <Counted p={p} rows={rows} under={under} />
        )}
      </>
    ),
  };
}

export const overviewPage = pickedPage(
  page({
    path: PATH,
    permission: 'case.view',
    area: 'workbench',
    get: async (p) => {
      const body = await shown(p);
      if (p.query['part'] === 'live') return livePart(p.lang, body);
      const { overview: t, words } = deskMessages[p.lang];
      const unitId = underOf(p);
      return {
        title: t.title,
        nav: 'cases-overview',
        wide: true,
        body: (
          <>
            <PageHead title={t.title} kicker={await unitName(p, unitId)} lead={<p>{t.lead}</p>} />
            <FilterBar clearHref={p.query['unitId'] ? PATH : undefined}>
              <UnitPicker
                name="unitId"
                label={words.unit}
                pick={await unitPick(p, 'unitId', {
                  may: 'case.view',
                  given: (name) => (name === 'unitId' ? unitId : p.query[name]),
                })}
              />
            </FilterBar>
            <Live
              {...body}
              stream={`/api${liveOverview.path}`}
              event="overview"
              part={address(PATH, { unitId, part: 'live' })}
              href={address(PATH, { unitId })}
            />
          </>
        ),
      };
    },
  }),
  { unitId: { may: 'case.view' } },
);
