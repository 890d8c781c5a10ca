import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { DateSlider } from '../../../web/components/date-slider.tsx';
import { FilterBar } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/inputs.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Tag } from '../../../web/components/state.tsx';
import { DataTable, Pagination } from '../../../web/components/table.tsx';
import { OrgChart, type OrgNode } from '../../../web/components/tree.tsx';
import { formatNumber } from '../../../web/format.ts';
import { withQuery } from '../../../web/with-query.ts';
import { getChart, listUnits } from '../contract/units.ts';
import type { ChartNode } from '../contract/units.ts';
import { deskMessages } from '../messages-desk.ts';
import { messages } from '../messages.ts';
import { UnitGrid } from './unit-grid.tsx';
import { chartHref, nameOf, unitHref } from './unit-links.tsx';

type Chart = ReplyOf<typeof getChart>;

/** The chosen day for links, in its plain form; undefined where the page shows today. */
const chosen = (p: PageContext, view: { asOf: string }): string | undefined =>
  p.query['asOf'] ? view.asOf : undefined;

/** The branches under the root that are shown open: organs of state and Party, whose units are few. */
async function opened(p: PageContext, chart: Chart): Promise<ChartNode[]> {
  const open = async (node: ChartNode): Promise<ChartNode> => {
    if (node.childCount === 0 || (node.level !== 'centre' && node.level !== 'party')) return node;
    const below = await p.call(getChart, { asOf: chart.asOf, root: node.id, depth: 1 });
    return { ...node, children: below.nodes };
  };
  return Promise.all(
    chart.nodes.map(async (root) => ({ ...root, children: await Promise.all(root.children.map(open)) })),
  );
}

function orgNodes(nodes: readonly ChartNode[], p: PageContext, asOf: string | undefined): OrgNode[] {
  const text = messages[p.lang];
  return nodes.map((node) => ({
    id: node.id,
    name: nameOf(node, p.lang),
    ...(text.kind[node.kind] !== nameOf(node, p.lang) && { kind: text.kind[node.kind] }),
    href: unitHref(node.id, asOf),
    ...(node.children.length === 0 &&
      node.childCount > 0 && { head: text.chart.below(formatNumber(node.childCount, p.lang)) }),
    from: node.predecessors,
    children: orgNodes(node.children, p, asOf),
  }));
}

const isBody = ({ level }: ChartNode): boolean =>
  level !== 'province' && level !== 'district' && level !== 'commune';
const withoutPlaces = (node: ChartNode): ChartNode => ({ ...node, children: node.children.filter(isBody) });

/** Provinces, districts and communes are many and alike, so they stand side by side below the chart. */
function placesIn(nodes: readonly ChartNode[]): ChartNode[] {
  return [...nodes, ...nodes.flatMap((node) => (isBody(node) ? node.children : []))].filter(
    (node) => !isBody(node),
  );
}

function noteOf(node: ChartNode, p: PageContext): string {
  const text = messages[p.lang].chart;
  const below = node.childCount > 0 ? [text.below(formatNumber(node.childCount, p.lang))] : [];
  const names = node.predecessors.filter((name) => name !== node.nameVi);
  const from = names.length > 0 && names.length <= 3 ? [text.from(names.join('; '))] : [];
  return [...below, ...from].join(' · ');
}

function Places({
  nodes,
  p,
  asOf,
}: {
  nodes: readonly ChartNode[];
  p: PageContext;
  asOf: string | undefined;
}) {
  const text = messages[p.lang];
  const levels = [...new Set(nodes.map((node) => node.level))];
  return (
    <>
      {levels.map((level) => {
        const units = nodes.filter((node) => node.level === level);
        return (
          <Panel key={level} title={`${text.level[level]} (${formatNumber(units.length, p.lang)})`}>
            <UnitGrid
              units={units.map((node) => ({ ...node, note: noteOf(node, p) }))}
              lang={p.lang}
              asOf={asOf}
            />
          </Panel>
        );
      })}
    </>
  );
}

function Slider({ p, chart }: { p: PageContext; chart: Chart }) {
  const text = messages[p.lang].chart;
  const days = [...chart.days].slice(0, 6).sort((a, b) => (a.day < b.day ? -1 : 1));
  const marks = days.map(({ day, facts }) => ({
    day,
    text: text.facts(formatNumber(facts, p.lang)),
    href: withQuery(p.url, 'asOf', day),
  }));
  const { root, search } = p.query;
  return (
    <DateSlider
      from={chart.from}
      to={chart.to}
      value={chart.asOf}
      marks={marks}
      keep={{ root, search }}
      action="/organisations"
    />
  );
}

async function Found({ p, chart }: { p: PageContext; chart: Chart }) {
  const text = messages[p.lang];
  const list = await p.call(listUnits, {
    asOf: chart.asOf,
    search: p.query['search']!,
    cursor: p.query['cursor'],
    limit: 50,
  });
  const count = formatNumber(list.items.length, p.lang);
  return (
    <Panel title={list.next ? text.chart.foundMore(count) : text.chart.found(count)} flush>
      <DataTable
        caption={text.chart.label}
        captionHidden
        rows={list.items}
        rowKey={(unit) => unit.id}
        rowHref={(unit) => unitHref(unit.id, chosen(p, chart))}
        columns={[
          {
            key: 'name',
            head: text.unit.name,
            main: true,
            cell: (unit) => <a href={unitHref(unit.id, chosen(p, chart))}>{nameOf(unit, p.lang)}</a>,
          },
          { key: 'kind', head: text.unit.kind, cell: (unit) => text.kind[unit.kind] },
          { key: 'code', head: text.unit.code, cell: (unit) => unit.code ?? '–', width: 'narrow' },
        ]}
        empty={
          <EmptyState title={text.chart.none} icon="search">
            {text.chart.noneHint}
          </EmptyState>
        }
      />
      <Pagination nextHref={list.next && withQuery(p.url, 'cursor', list.next)} />
    </Panel>
  );
}

function Counts({ p, chart }: { p: PageContext; chart: Chart }) {
  const text = messages[p.lang];
  const kinds = Object.entries(chart.counts) as [keyof typeof text.kind, number][];
  return (
    <p class="chip-row" aria-label={text.chart.counts}>
      {kinds
        .sort((a, b) => b[1] - a[1])
        .slice(0, 8)
        .map(([kind, count]) => (
          <Tag key={kind}>
            {text.kind[kind]}: {formatNumber(count, p.lang)}
          </Tag>
        ))}
    </p>
  );
}

async function body(p: PageContext, chart: Chart) {
  const text = messages[p.lang].chart;
  const { search } = p.query;
  const root = chart.path.at(-1);
  const nodes = p.query['root'] ? chart.nodes : await opened(p, chart);
  return (
    <>
      <PageHead
        title={root ? text.titleOf(nameOf(root, p.lang)) : text.title}
        lead={text.lead}
        actions={
          <>
            {root && (
              <LinkButton href={unitHref(root.id, chosen(p, chart))} icon="unit">
                {text.unitPage}
              </LinkButton>
            )}
            {p.can('organisation.edit') && (
              <LinkButton href="/organisations/new" icon="plus">
                {deskMessages[p.lang].change.create}
              </LinkButton>
            )}
          </>
        }
      />
      <Slider p={p} chart={chart} />
      <FilterBar
        action="/organisations"
        label={text.search}
        keep={{ asOf: chosen(p, chart) }}
        clearHref={search ? chartHref(undefined, chosen(p, chart)) : undefined}
      >
        <TextInput name="search" label={text.search} value={search} type="search" />
      </FilterBar>
      {search ? (
        await Found({ p, chart })
      ) : nodes.length === 0 ? (
        <EmptyState title={text.empty} icon="unit">
          {text.emptyHint}
        </EmptyState>
      ) : (
        <>
          <Counts p={p} chart={chart} />
          <OrgChart
            nodes={orgNodes(nodes.filter(isBody).map(withoutPlaces), p, chosen(p, chart))}
            label={text.label}
          />
          <Places nodes={placesIn(nodes)} p={p} asOf={chosen(p, chart)} />
        </>
      )}
    </>
  );
}

/** The organisation chart on a day, or below one unit; with a search over all units. */
export const chartPage = page({
  path: '/organisations',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const text = messages[p.lang].chart;
    const chart = await p.callWithQuery(getChart, { depth: p.query['root'] ? 1 : 2 });
    const last = chart.path.at(-1);
    const crumbs = chart.path.map((unit) => ({
      href: chartHref(unit.id, chosen(p, chart)),
      text: nameOf(unit, p.lang),
    }));
    return {
      title: last ? text.titleOf(nameOf(last, p.lang)) : text.title,
      description: text.lead,
      nav: 'organisations',
      crumbs: last ? [{ href: chartHref(undefined, chosen(p, chart)), text: text.top }, ...crumbs] : [],
      body: await body(p, chart),
    };
  },
});
