import type { ReplyOf } from '../../../../kit/contract.ts';
import { page, type PageContext } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { KeyValueList, Tabs } from '../../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../../web/format.ts';
import { getIndexTree } from '../contract/trees.ts';
import { messages } from '../messages.ts';
import { labelOf, pointsText } from './frame.tsx';
import { bandWords } from './words.ts';

type Reply = ReplyOf<typeof getIndexTree>;
type Node = Reply['tree']['nodes'][number];

function zeroText(p: PageContext, node: Node): string {
  const t = messages[p.lang].tree.zeros;
  const { zero } = node;
  if (zero.rule === 'ratio') return t.ratio(formatNumber(zero.value, p.lang));
  if (zero.rule === 'points') return t.points(formatNumber(zero.value, p.lang));
  return t[zero.rule];
}

/** Nodes in the order of the tree: a group, then what stands below it. */
export function ordered(nodes: readonly Node[], parent?: string): Node[] {
  return nodes
    .filter((node) => node.parent === parent)
    .flatMap((node) => [node, ...ordered(nodes, node.code)]);
}

function NodesPanel({ p, tree }: { p: PageContext; tree: Reply['tree'] }) {
  const t = messages[p.lang].tree;
  const levels = messages[p.lang].ranking.levels;
  const columns: Column<Node>[] = [
    {
      key: 'name',
      head: t.node,
      main: true,
      width: 'wide',
      cell: (node) =>
        node.source.kind === 'group' ? <strong>{node.name[p.lang]}</strong> : labelOf(node, p),
    },
    { key: 'max', head: t.max, numeric: true, cell: (node) => pointsText(node.max, p) },
    {
      key: 'formula',
      head: t.formula,
      cell: (node) =>
        node.source.kind === 'group' || node.max === 0 ? '' : <code>{node.points ?? 'max * ratio'}</code>,
    },
    { key: 'zero', head: t.zero, cell: (node) => (node.source.kind === 'group' ? '' : zeroText(p, node)) },
    {
      key: 'scopes',
      head: t.scopes,
      desktopOnly: true,
      cell: (node) => (node.source.kind === 'group' ? '' : node.scopes.map((s) => levels[s]).join('; ')),
    },
    {
      key: 'figure',
      head: t.figure,
      cell: (node) =>
        node.source.kind === 'figure' ? (
          <a href={`/definitions/${node.source.figure}`}>{node.source.figure}</a>
        ) : node.source.kind === 'reported' ? (
          t.reported
        ) : (
          ''
        ),
    },
  ];
  return (
    <Panel title={t.node} flush>
      <DataTable
        caption={t.node}
        captionHidden
        columns={columns}
        rows={ordered(tree.nodes)}
        rowKey={(node) => node.code}
      />
    </Panel>
  );
}

function BandsPanel({ p, tree }: { p: PageContext; tree: Reply['tree'] }) {
  const t = messages[p.lang].tree;
  if (tree.bands.length === 0) return null;
  return (
    <Panel title={t.bands} flush>
      <DataTable
        caption={t.bands}
        captionHidden
        phone="scroll"
        columns={[
          { key: 'name', head: t.band, main: true, cell: (b) => b.name[p.lang] },
          { key: 'range', head: t.range, cell: (b) => bandWords(p.lang, b) },
        ]}
        rows={tree.bands.toReversed()}
        rowKey={(b) => b.code}
      />
    </Panel>
  );
}

function PublishedPanel({ p, data }: { p: PageContext; data: Reply }) {
  const t = messages[p.lang].tree;
  const n = (value: number): string => pointsText(value, p);
  if (data.published.length === 0) return null;
  return (
    <Panel title={t.published}>
      <p>{t.publishedNote}</p>
      <DataTable
        caption={t.published}
        captionHidden
        columns={[
          {
            key: 'unit',
            head: messages[p.lang].ranking.unit,
            main: true,
            cell: (s) => `${s.unit}, ${s.period[p.lang]}`,
          },
          { key: 'total', head: messages[p.lang].score.total, numeric: true, cell: (s) => n(s.total) },
          { key: 'sum', head: t.sum, numeric: true, cell: (s) => n(s.sum) },
          {
            key: 'ok',
            head: t.check,
            cell: (s) => (s.ok ? t.agrees : <strong>{t.differs(n(s.difference))}</strong>),
          },
          {
            key: 'parts',
            head: t.parts,
            width: 'wide',
            cell: (s) => (
              <small>
                {s.parts
                  .map((x) => `${x.name[p.lang]} ${n(x.points)}${x.derived ? ` (${t.derived})` : ''}`)
                  .join('; ') || '–'}
              </small>
            ),
          },
          { key: 'rank', head: t.rankOf, cell: (s) => s.rank?.[p.lang] ?? '–' },
        ]}
        rows={data.published}
        rowKey={(s) => s.unit}
      />
    </Panel>
  );
}

function About({ p, data }: { p: PageContext; data: Reply }) {
  const t = messages[p.lang].tree;
  const { tree, counts } = data;
  const n = (value: number): string => formatNumber(value, p.lang);
  const holds = t.holds(formatDay(tree.validFrom), tree.validTo ? formatDay(tree.validTo) : '');
  return (
    <Panel title={`${t.version} ${tree.version}`}>
      <KeyValueList
        items={[
          { key: t.version, value: `${tree.version}: ${holds}` },
          { key: t.source, value: tree.source[p.lang] },
          { key: t.explanation, value: tree.explanation[p.lang] },
          {
            key: t.node,
            value: (
              <>
                {t.counts(n(counts.groups), n(counts.indicators), n(counts.figures), n(counts.reported))}{' '}
                {tree.stated &&
                  t.stated(n(tree.stated.main), tree.stated.components ? n(tree.stated.components) : '')}{' '}
                {t.outOfScope[tree.outOfScope]} {t.merged[tree.merged]}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

export const treePage = page({
  path: '/indices/:code/tree',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const data = await p.callWithQuery(getIndexTree, { code: p.params['code'] });
    const { tree } = data;
    const path = `/indices/${tree.code}`;
    return {
      title: t.tree.title(tree.name[p.lang]),
      nav: 'indices',
      wide: true,
      crumbs: [
        { href: '/indices', text: t.nav.indices },
        { href: path, text: tree.name[p.lang] },
      ],
      body: (
        <>
          <PageHead
            title={t.tree.title(tree.name[p.lang])}
            lead={<p>{t.tree.lead}</p>}
            actions={
              p.can('figure.define') && (
                <LinkButton href={`${path}/edit?version=${tree.version}`}>{t.tree.edit}</LinkButton>
              )
            }
          />
          <Tabs
            label={t.tree.version}
            items={data.versions.map((v) => ({
              href: `${path}/tree?version=${v.version}`,
              text: `${v.version} (${t.list.from(formatDay(v.validFrom))})`,
              current: v.version === tree.version,
            }))}
          />
          <About p={p} data={data} />
          {tree.conflicts.length > 0 && (
            <Panel title={t.tree.conflicts}>
              <ul>
                {tree.conflicts.map((c) => (
                  <li key={c.en}>{c[p.lang]}</li>
                ))}
              </ul>
            </Panel>
          )}
          <NodesPanel p={p} tree={tree} />
          <BandsPanel p={p} tree={tree} />
          <PublishedPanel p={p} data={data} />
        </>
      ),
    };
  },
});
