import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Problem } from '../../../../kit/problems.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { Counts } from '../../../../web/components/figure.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { IntervalBar } from '../../../../web/components/interval.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { formatDay, formatNumber } from '../../../../web/format.ts';
import { pickedPage, ROOT, unitPick } from '../../../organisations/index.ts';
import { listIndexRanking } from '../contract/scores.ts';
import { getIndexTree } from '../contract/trees.ts';
import { messages } from '../messages.ts';
import {
  FrameFields,
  framePicks,
  frameQuery,
  hrefOf,
  labelOf,
  pointsText,
  ProcedureNote,
  proceduresHref,
} from './frame.tsx';

type Reply = ReplyOf<typeof listIndexRanking>;
type Row = Reply['rows'][number];
type Tree = ReplyOf<typeof getIndexTree>['tree'];

const own = (p: PageContext) => {
  const { level, within, node, by, floor } = p.query;
  return { level, within, node, by, floor, ...frameQuery(p) };
};

/** Levels that are ranked; departments where provinces are measured. */
const levelsOf = ({ levels }: Tree) => [
  ...levels,
  ...(levels.includes('province') ? (['department'] as const) : []),
];

async function Filters(p: PageContext, tree: Tree) {
  const t = messages[p.lang].ranking;
  const path = `/indices/${tree.code}/ranking`;
  const nodes = tree.nodes.filter((n) => n.max > 0 && n.alternativeOf === undefined);
  return (
    <FilterBar action={path} clearHref={path}>
      <Select
        name="level"
        label={t.level}
        value={p.query['level'] ?? 'commune'}
        options={levelsOf(tree).map((value) => ({ value, text: t.levels[value] }))}
      />
      <UnitPicker
        name="within"
        label={t.within}
        placeholder={t.anyWithin}
        pick={await unitPick(p, 'within')}
      />
      <Select
        name="node"
        label={t.node}
        value={p.query['node']}
        empty={t.total}
        options={nodes.map((n) => ({ value: n.code, text: labelOf(n, p).slice(0, 80) }))}
      />
      <Select
        name="by"
        label={t.by}
        value={p.query['by'] ?? 'lowerBound'}
        options={(['lowerBound', 'value'] as const).map((value) => ({ value, text: t.bys[value] }))}
      />
      <TextInput
        name="floor"
        label={t.floor}
        value={p.query['floor'] ?? String(tree.ranking?.floor ?? 1)}
        size="short"
        inputMode="numeric"
      />
      {await FrameFields(p)}
    </FilterBar>
  );
}

/** A value with its unit: per cent of counts, or points. */
const shown = (p: PageContext, data: Reply, value: number | undefined): string => {
  if (value === undefined) return '–';
  const isShare = data.rows.some((r) => r.numerator !== undefined);
  if (!isShare) return pointsText(value, p);
  // As many decimals as the figure's own page shows: all figures of indices are rounded to two.
  return `${formatNumber(value, p.lang, 2)}${p.lang === 'vi' ? '\u00a0%' : '%'}`;
};

function columnsOf(p: PageContext, data: Reply, isRanked: boolean): Column<Row>[] {
  const t = messages[p.lang].ranking;
  const unitHref = (r: Row) => hrefOf(`/indices/${data.index.code}`, { unitId: r.unit.id, ...frameQuery(p) });
  const isShare = data.rows.some((r) => r.numerator !== undefined);
  const rank: Column<Row> = {
    key: 'rank',
    head: t.rank,
    numeric: true,
    cell: (r) => (
      <>
        {r.rank} {r.tied > 0 && <small class="block">{t.tied(r.tied)}</small>}
      </>
    ),
  };
  return [
    ...(isRanked ? [rank] : []),
    { key: 'unit', head: t.unit, main: true, cell: (r) => <a href={unitHref(r)}>{r.unit.name[p.lang]}</a> },
    { key: 'value', head: t.value, numeric: true, cell: (r) => shown(p, data, r.value) },
    {
      key: 'counts',
      head: isShare ? t.counts : t.records,
      numeric: true,
      cell: (r) =>
        r.numerator === undefined || r.denominator === undefined ? (
          formatNumber(r.records, p.lang)
        ) : (
          <Counts numerator={r.numerator} denominator={r.denominator} />
        ),
    },
    ...(isShare
      ? []
      : [{ key: 'open', head: t.open, numeric: true, cell: (r: Row) => pointsText(r.unknown, p) }]),
    ...(isRanked ? [intervalColumn(p, data)] : []),
    {
      key: 'words',
      head: t.certainty,
      width: 'wide',
      cell: (r) => (
        <small>
          {r.words[p.lang]} {isRanked && whyLink(p, data, r)}
        </small>
      ),
    },
  ];
}

function intervalColumn(p: PageContext, data: Reply): Column<Row> {
  const t = messages[p.lang].ranking;
  return {
    key: 'interval',
    head: t.interval,
    cell: (r) =>
      r.value === undefined || r.low === undefined || r.high === undefined ? (
        '–'
      ) : (
        <>
          <IntervalBar
            value={r.value}
            low={r.low}
            high={r.high}
            scale={data.scale}
            label={t.from(shown(p, data, r.value), shown(p, data, r.low), shown(p, data, r.high))}
          />
          <small>
            {shown(p, data, r.low)} – {shown(p, data, r.high)}
          </small>
        </>
      ),
  };
}

function whyLink(p: PageContext, data: Reply, r: Row) {
  const t = messages[p.lang].ranking;
  return (
    <a
      href={`${hrefOf(`/indices/${data.index.code}/ranking`, { ...own(p), about: r.unit.id })}#why`}
      aria-label={t.whyTitle(r.unit.name[p.lang], String(r.rank))}
    >
      {t.why}
    </a>
  );
}

function Why({ p, data }: { p: PageContext; data: Reply }) {
  const t = messages[p.lang].ranking;
  if (!data.about) return null;
  const { unit, rank, sentences } = data.about;
  const name = unit.name[p.lang];
  return (
    <Panel title={rank === undefined ? t.whyNone(name) : t.whyTitle(name, String(rank))} id="why">
      <ul>
        {sentences.map((s) => (
          <li key={s.en}>{s[p.lang]}</li>
        ))}
      </ul>
    </Panel>
  );
}

function Tables({ p, data }: { p: PageContext; data: Reply }) {
  const t = messages[p.lang].ranking;
  const ranked = data.rows.filter((r) => r.rank !== undefined);
  const rest = data.rows.filter((r) => r.rank === undefined);
  return (
    <>
      <Why p={p} data={data} />
      <Panel title={t.ranked}>
        <p class="soft">{data.by === 'lowerBound' ? t.ascending : t.byValue}</p>
        <DataTable
          caption={t.ranked}
          captionHidden
          columns={columnsOf(p, data, true)}
          rows={ranked}
          rowKey={(r) => r.unit.id}
          empty={rest.length > 0 ? t.noneRanked : t.none}
        />
      </Panel>
      {rest.length > 0 && (
        <Panel title={t.unranked}>
          <DataTable
            caption={t.unranked}
            captionHidden
            columns={columnsOf(p, data, false)}
            rows={rest}
            rowKey={(r) => r.unit.id}
          />
        </Panel>
      )}
    </>
  );
}

/** The ranking; what to choose where communes of the whole country would be compared by everything. */
async function dataFor(p: PageContext): Promise<Reply | string> {
  try {
    return await p.callWithQuery(listIndexRanking, { code: p.params['code'] });
  } catch (error) {
    if (error instanceof Problem && error.fields.some((f) => f.path === 'within'))
      return messages[p.lang].ranking.narrow;
    throw error;
  }
}

export const rankingPage = pickedPage(
  {
    path: '/indices/:code/ranking',
    permission: 'public',
    area: 'workbench',
    get: async (p) => {
      const t = messages[p.lang];
      const { tree, counts } = await p.call(getIndexTree, { code: p.params['code']! });
      const data = await dataFor(p);
      const name = tree.name[p.lang];
      return {
        title: t.ranking.title(name),
        nav: 'indices',
        wide: true,
        crumbs: [
          { href: '/indices', text: t.nav.indices },
          { href: `/indices/${tree.code}`, text: name },
        ],
        body: (
          <>
            <PageHead
              kicker={typeof data === 'string' ? undefined : t.frame.version(data.index.version)}
              title={t.ranking.title(typeof data === 'string' || !data.node ? name : data.node.name[p.lang])}
              lead={
                <p>
                  {typeof data === 'string'
                    ? null
                    : `${t.score.lead(data.periodName[p.lang], formatDay(data.asOf))} `}
                  {t.ranking.lead}
                </p>
              }
              actions={
                <>
                  {counts.byProcedure > 0 && (
                    <LinkButton href={proceduresHref(p, tree.code, p.query['within'] || ROOT)}>
                      {t.procedures.link}
                    </LinkButton>
                  )}
                  <LinkButton href={`/indices/${tree.code}/tree`}>{t.list.tree}</LinkButton>
                </>
              }
            />
            {await Filters(p, tree)}
            {typeof data !== 'string' && <ProcedureNote p={p} data={data} />}
            {typeof data === 'string' ? <Notice tone="info" title={data} /> : <Tables p={p} data={data} />}
          </>
        ),
      };
    },
  },
  framePicks,
);
