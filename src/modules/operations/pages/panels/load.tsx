import { BarChart } from '../../../../web/charts.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import type { Board } from '../../contract.ts';
import { count, NoSource, say, type Shown, words } from './shown.tsx';

type Row = NonNullable<Board['load']>['total'];
const names = ['submitted', 'working', 'overdue', 'waiting', 'ready', 'receivedToday', 'endedToday'] as const;
const CHARTED = 8;

/** The cases behind one number of a desk: a place below with all that is below it, the unit itself alone. */
const hrefOf = ({ board, links }: Shown, row: Row, name: (typeof names)[number], isTotal: boolean): string =>
  links.load(name, row.unit.id, isTotal || row.unit.id !== board.unit.id);

/** Open cases of the fullest desks as bars; the same numbers stand in the table. */
export function LoadChart({ shown: { p, board } }: { shown: Shown }) {
  const t = words(p);
  const rows = (board.load?.rows ?? [])
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, CHARTED)
    .filter((row) => sizeOf(row) > 0);
  if (rows.length < 2) return null;
  const values = (of: (row: Row) => number) => rows.map(of);
  return (
    <Panel>
      <BarChart
        title={t.chart}
        note={t.chartNote}
        stacked
        categoryName={t.columns.unit}
        categories={rows.map((row) => say(p, row.unit.name))}
        series={[
          { name: t.chartSeries.overdue, tone: 'bad', values: values((row) => row.overdue) },
          { name: t.chartSeries.working, tone: 'calm', values: values((row) => row.working - row.overdue) },
          { name: t.chartSeries.submitted, tone: 'warn', values: values((row) => row.submitted) },
          { name: t.chartSeries.waiting, tone: 'idle', values: values((row) => row.waiting + row.ready) },
        ]}
      />
    </Panel>
  );
}

const sizeOf = (row: Row): number => row.submitted + row.working + row.waiting + row.ready;

/** What lies at each desk, what came in and went out today. */
export function LoadPanel({ shown, most = 40 }: { shown: Shown; most?: number }) {
  const { p, board, links } = shown;
  const t = words(p);
  const { load } = board;
  if (!load)
    return (
      <Panel title={t.load}>
        <NoSource title={t.load}>{t.notYours}</NoSource>
      </Panel>
    );
  const busy = load.rows.filter((row) => sizeOf(row) + row.receivedToday + row.endedToday > 0);
  const cell = (row: Row, name: (typeof names)[number], isTotal = false) =>
    row[name] === 0 ? (
      <span class="soft">0</span>
    ) : (
      <a href={hrefOf(shown, row, name, isTotal)}>{count(p, row[name])}</a>
    );
  const nameOf = (row: Row) => {
    const name = say(p, row.unit.name);
    if (row.unit.id === board.unit.id)
      return (
        <>
          {name} <small>{t.itself}</small>
        </>
      );
    return <a href={`/operations?unitId=${row.unit.id}`}>{name}</a>;
  };
  return (
    <Panel title={t.load} flush>
      <DataTable
        caption={t.loadCaption}
        captionHidden
        phone="scroll"
        rows={busy.slice(0, most)}
        rowKey={(row) => row.unit.id}
        rowTone={(row) => (row.overdue > 0 ? 'warn' : undefined)}
        empty={t.noLoad}
        columns={[
          { key: 'unit', head: t.columns.unit, main: true, cell: nameOf },
          ...names.map((name) => ({
            key: name,
            head: t.columns[name],
            numeric: true,
            cell: (row: Row) => cell(row, name),
          })),
        ]}
        total={{
          unit: t.total,
          ...Object.fromEntries(names.map((name) => [name, cell(load.total, name, true)])),
        }}
      />
      {busy.length > most && (
        <p class="table-empty">
          <a href={links.overview}>{t.moreDesks(count(p, busy.length - most))}</a>
        </p>
      )}
    </Panel>
  );
}
