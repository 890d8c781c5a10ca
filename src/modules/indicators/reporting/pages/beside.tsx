import type { PageContext } from '../../../../kit/page.ts';
import { Panel } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { formatDay, formatNumber, formatPercent } from '../../../../web/format.ts';
import { messages } from '../../messages.ts';
import { ClassChip } from '../../pages/parts/figure.tsx';
import type { PaperBeside } from '../contract/beside.ts';
import { words } from './words.ts';

type Row = PaperBeside['figures'][number];

function Value({ row, counts, p }: { row: Row; counts: Row['then'] | undefined; p: PageContext }) {
  if (!counts) return <>–</>;
  const n = (value: number | undefined): string => formatNumber(value ?? 0, p.lang);
  const shown =
    counts.rounded === undefined
      ? '–'
      : row.unit === 'percent'
        ? formatPercent(counts.rounded, p.lang, row.decimals)
        : formatNumber(counts.rounded, p.lang, row.decimals);
  return (
    <>
      {shown}{' '}
      <small>
        {n(counts.numerator)}/{n(counts.denominator)}
      </small>
    </>
  );
}

function gap(row: Row, p: PageContext): string {
  if (row.then.value === undefined || row.now?.value === undefined) return '–';
  const points = row.now.value - row.then.value;
  const unit = row.unit === 'percent' ? ` ${messages[p.lang].changes.points}` : '';
  return `${points > 0 ? '+' : points < 0 ? '−' : ''}${formatNumber(Math.abs(points), p.lang, 2)}${unit}`;
}

/** Where a case or procedure stood in a figure: counted and fulfilled, counted, or not counted. */
function Moves({ p, moves }: { p: PageContext; moves: PaperBeside['moves'] }) {
  const t = messages[p.lang].reports;
  const w = words[p.lang].paper;
  const place = (counted: boolean, fulfilled: boolean): string =>
    fulfilled ? w.fulfilled : counted ? w.counted : w.notCounted;
  return (
    <DataTable
      caption={w.moves}
      columns={[
        {
          key: 'what',
          head: w.case,
          main: true,
          cell: (m) =>
            m.withheld ? (
              w.withheld
            ) : m.code && m.id ? (
              <a href={`/cases/${m.id}`}>{m.code}</a>
            ) : (
              (m.code ?? m.id)
            ),
        },
        { key: 'figure', head: messages[p.lang].report.figure, cell: (m) => m.name },
        { key: 'from', head: t.from, cell: (m) => place(m.wasCounted, m.wasIn) },
        { key: 'to', head: t.to, cell: (m) => place(m.isCounted, m.isIn) },
      ]}
      rows={moves}
      rowKey={(m) => `${m.figure} ${m.id ?? ''} ${m.code ?? ''}`}
    />
  );
}

/** What has become of the figures since the report was frozen, and which records made the difference. */
export function Beside({ p, beside, day }: { p: PageContext; beside: PaperBeside; day: string }) {
  const t = messages[p.lang].reports;
  const w = words[p.lang].paper;
  const n = (value: number): string => formatNumber(value, p.lang);
  return (
    <Panel title={t.beside}>
      <p>
        {t.same(n(beside.same))}; {t.changed(n(beside.changed))}. {t.rights}
      </p>
      <DataTable
        caption={t.beside}
        captionHidden
        phone="scroll"
        columns={[
          {
            key: 'name',
            head: messages[p.lang].report.figure,
            main: true,
            cell: (r: Row) => (
              <>
                <a href={r.href}>{r.name}</a> <small>{r.unitName}</small>
              </>
            ),
          },
          {
            key: 'then',
            head: `${t.then}, ${formatDay(day)}`,
            numeric: true,
            cell: (r) => <Value row={r} counts={r.then} p={p} />,
          },
          {
            key: 'now',
            head: `${t.now}, ${formatDay(beside.asOf)}`,
            numeric: true,
            cell: (r) => <Value row={r} counts={r.now} p={p} />,
          },
          { key: 'gap', head: t.difference, numeric: true, cell: (r) => gap(r, p) },
        ]}
        rows={beside.figures}
        rowKey={(r) => r.key}
      />
      {beside.records.length > 0 && (
        <DataTable
          caption={w.records}
          columns={[
            {
              key: 'task',
              head: w.task,
              main: true,
              width: 'wide',
              cell: (r) => (
                <>
                  <a href={`/tasks/${r.id}`}>{r.title}</a>{' '}
                  <small>
                    {r.directiveNumber} · {r.ref}
                  </small>
                </>
              ),
            },
            { key: 'from', head: t.from, cell: (r) => (r.from ? <ClassChip of={r.from} /> : t.absent) },
            { key: 'to', head: t.to, cell: (r) => (r.to ? <ClassChip of={r.to} /> : t.gone) },
          ]}
          rows={beside.records}
          rowKey={(r) => r.id}
        />
      )}
      {beside.moves.length > 0 && <Moves p={p} moves={beside.moves} />}
      {beside.changed > beside.records.length && beside.records.length > 0 && (
        <p class="soft">{w.more(n(beside.changed - beside.records.length))}</p>
      )}
    </Panel>
  );
}
