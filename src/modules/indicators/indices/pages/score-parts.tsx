import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Counts, SegmentBar } from '../../../../web/components/figure.tsx';
import { IntervalBar } from '../../../../web/components/interval.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import type { getIndexScore } from '../contract/scores.ts';
import { messages } from '../messages.ts';
import { figureHref, frameQuery, labelOf, pointsText, roundedText } from './frame.tsx';

export type ScoreReply = ReplyOf<typeof getIndexScore>;
type Node = ScoreReply['nodes'][number];

/** The total, what is open in it, its range and class. */
export function TotalPanel({ p, data }: { p: PageContext; data: ScoreReply }) {
  const t = messages[p.lang].score;
  const { points, max, unknown, range, classes } = data.total;
  const n = (value: number): string => pointsText(value, p);
  const names = classes.map((c) => c.name[p.lang]).join(t.or);
  return (
    <Panel title={t.total}>
      <p class="figure-value">
        {n(points)} <small>{t.ofMax(n(max))}</small>
      </p>
      <IntervalBar
        value={points}
        low={range.low}
        high={range.high}
        scale={max}
        open={points + unknown}
        label={`${n(points)} ${t.ofMax(n(max))}; ${t.range(n(range.low), n(range.high))}`}
      />
      <p>{unknown > 0 ? t.open(n(unknown), n(points), n(points + unknown)) : t.closed}</p>
      {range.low < range.high && <p class="soft">{t.range(n(range.low), n(range.high))}</p>}
      {!data.procedure && (
        <p>
          {t.class}:{' '}
          <strong>
            {classes.length === 0 ? t.noClass : classes.length === 1 ? names : `${t.classOpen} ${names}`}
          </strong>
        </p>
      )}
    </Panel>
  );
}

/** Points of each group: known, open, lost. */
export function GroupTable({ p, data }: { p: PageContext; data: ScoreReply }) {
  const t = messages[p.lang].score;
  const groups = data.nodes.filter((node) => node.group);
  const columns: Column<Node>[] = [
    {
      key: 'name',
      head: t.group,
      main: true,
      cell: (g) => <a href={`#${g.code}`}>{g.name[p.lang]}</a>,
    },
    { key: 'points', head: t.known, numeric: true, cell: (g) => pointsText(g.points ?? 0, p) },
    { key: 'unknown', head: t.unknown, numeric: true, cell: (g) => pointsText(g.unknown, p) },
    { key: 'max', head: t.max, numeric: true, cell: (g) => pointsText(g.max, p) },
    {
      key: 'bar',
      head: t.share,
      desktopOnly: true,
      cell: (g) => (
        <SegmentBar
          segments={[
            { value: g.points ?? 0, tone: 'calm' },
            { value: g.unknown, tone: 'idle' },
            { value: Math.max(0, g.max - (g.points ?? 0) - g.unknown), tone: 'none' },
          ]}
        />
      ),
    },
  ];
  if (groups.length === 0) return null;
  return (
    <Panel title={t.groups} flush>
      <DataTable
        caption={t.groups}
        captionHidden
        phone="scroll"
        columns={columns}
        rows={groups}
        rowKey={(g) => g.code}
      />
    </Panel>
  );
}

const tones: Record<string, 'good' | 'calm' | 'warn' | 'idle'> = {
  ok: 'calm',
  capped: 'good',
  outOfScope: 'good',
  claimed: 'warn',
  returned: 'warn',
};

function NameCell({ p, node, unitId }: { p: PageContext; node: Node; unitId: string }) {
  const t = messages[p.lang].score;
  const name = labelOf(node, p);
  return (
    <>
      {node.figure?.version ? <a href={figureHref(node.figure.code, unitId, frameQuery(p))}>{name}</a> : name}
      {node.alternative && <small> ({t.alternative})</small>}
      {node.note && <small class="block soft">{node.note[p.lang]}</small>}
      {node.conflict && (
        <small class="block">
          <strong>{t.conflict}:</strong> {node.conflict[p.lang]}
        </small>
      )}
      {node.beside.map((b) => (
        <small key={b.code} class="block">
          {t.beside}: <a href={figureHref(b.code, unitId, frameQuery(p))}>{b.name[p.lang]}</a>{' '}
          {b.numerator === undefined || b.denominator === undefined ? (
            '–'
          ) : (
            <>
              {roundedText(b.rounded, 'percent', p)} (
              <Counts numerator={b.numerator} denominator={b.denominator} />)
            </>
          )}
        </small>
      ))}
    </>
  );
}

function pointsCell(p: PageContext, node: Node) {
  const t = messages[p.lang].score;
  if (node.max === 0) return '–';
  return (
    <>
      <strong>{node.points === undefined ? '?' : pointsText(node.points, p)}</strong> /{' '}
      {pointsText(node.max, p)}
      {node.claimedPoints !== undefined && (
        <small class="block">{t.claimed(pointsText(node.claimedPoints, p))}</small>
      )}
    </>
  );
}

/** The indicators of a group, or of an index without groups. */
export function NodeTable({ p, data, group }: { p: PageContext; data: ScoreReply; group: Node | undefined }) {
  const t = messages[p.lang].score;
  const rows = data.nodes.filter((node) => !node.group && node.parent === group?.code);
  if (rows.length === 0) return null;
  const title = group
    ? `${group.name[p.lang]}: ${pointsText(group.points ?? 0, p)} / ${pointsText(group.max, p)}`
    : t.indicators;
  const columns: Column<Node>[] = [
    {
      key: 'name',
      head: t.indicator,
      main: true,
      width: 'wide',
      cell: (node) => <NameCell p={p} node={node} unitId={data.unit.id} />,
    },
    {
      key: 'counts',
      head: t.counts,
      numeric: true,
      cell: (node) =>
        node.numerator === undefined || node.denominator === undefined ? (
          '–'
        ) : (
          <Counts numerator={node.numerator} denominator={node.denominator} />
        ),
    },
    { key: 'ratio', head: t.ratio, numeric: true, cell: (node) => roundedText(node.rounded, node.unit, p) },
    { key: 'points', head: t.points, numeric: true, cell: (node) => pointsCell(p, node) },
    {
      key: 'state',
      head: t.state,
      cell: (node) => <Chip tone={tones[node.status] ?? 'idle'}>{node.statusText[p.lang]}</Chip>,
    },
  ];
  return (
    <Panel title={title} {...(group ? { id: group.code } : {})} flush>
      <DataTable caption={title} captionHidden columns={columns} rows={rows} rowKey={(node) => node.code} />
    </Panel>
  );
}
