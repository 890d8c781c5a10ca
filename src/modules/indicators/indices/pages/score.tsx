import type { PageContext } from '../../../../kit/page.ts';
import { Problem } from '../../../../kit/problems.ts';
import { LineChart } from '../../../../web/charts.tsx';
import { LinkButton } from '../../../../web/components/button.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { EmptyState, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { formatDay } from '../../../../web/format.ts';
import { pickedPage } from '../../../organisations/index.ts';
import { getIndexScore, getIndexTrend, notMeasured, whatWouldItTake } from '../contract/scores.ts';
import { getIndexTree } from '../contract/trees.ts';
import { messages } from '../messages.ts';
import {
  framePicks,
  frameQuery,
  hrefOf,
  ProcedureNote,
  proceduresHref,
  ScoreFilters,
  unitOf,
} from './frame.tsx';
import { GroupTable, NodeTable, type ScoreReply, TotalPanel } from './score-parts.tsx';
import { WhatIfPanel } from './what-if.tsx';

/** The score; a text where the index does not speak of the unit. */
async function scoreFor(p: PageContext, unitId: string): Promise<ScoreReply | string> {
  try {
    return await p.callWithQuery(getIndexScore, { code: p.params['code'], unitId });
  } catch (error) {
    if (error instanceof Problem && error.kind === notMeasured) return notMeasured.title[p.lang];
    throw error;
  }
}

async function Trend({ p, unitId }: { p: PageContext; unitId: string }) {
  const t = messages[p.lang].score;
  const data = await p.callWithQuery(getIndexTrend, { code: p.params['code'], unitId });
  return (
    <Panel title={t.trend} id="trend">
      <LineChart
        title={t.trend}
        note={t.trendNote}
        categoryName={t.month}
        categories={data.months.map((m) => formatDay(m.month))}
        max={data.index.maximum}
        series={[
          { name: t.knownSeries, tone: 'series1', values: data.months.map((m) => m.points) },
          {
            name: t.openSeries,
            tone: 'idle',
            dashed: true,
            values: data.months.map((m) => m.points + m.unknown),
          },
        ]}
      />
    </Panel>
  );
}

async function Body(p: PageContext, data: ScoreReply) {
  const t = messages[p.lang].score;
  const path = `/indices/${data.index.code}`;
  const own = { ...frameQuery(p), unitId: data.unit.id };
  const stated = data.nodes.some((n) => ['claimed', 'returned', 'notReported'].includes(n.status));
  const groups = data.nodes.filter((n) => n.group);
  const ifMore = await p.callWithQuery(whatWouldItTake, { code: data.index.code, unitId: data.unit.id });
  return (
    <>
      <TotalPanel p={p} data={data} />
      <GroupTable p={p} data={data} />
      {[...groups, undefined].map((group) => (
        <NodeTable key={group?.code ?? ''} p={p} data={data} group={group} />
      ))}
      {p.query['trend'] && !stated && (await Trend({ p, unitId: data.unit.id }))}
      {!p.query['trend'] && !stated && (
        <p>
          <LinkButton href={hrefOf(path, { ...own, trend: '1' })}>{t.trendButton}</LinkButton>
        </p>
      )}
      {stated ? null : <WhatIfPanel p={p} data={ifMore} path={path} />}
      <p>
        <a href={hrefOf(`/api${path}/score`, own)}>{t.api}</a>
        {stated && p.can('figure.view') && (
          <>
            {' · '}
            <a href={hrefOf('/index-values', { code: data.index.code, unitId: data.unit.id })}>
              {t.claimLink}
            </a>
          </>
        )}
      </p>
    </>
  );
}

export const scorePage = pickedPage(
  {
    path: '/indices/:code',
    permission: 'public',
    area: 'workbench',
    get: async (p) => {
      const t = messages[p.lang];
      const code = p.params['code']!;
      const { tree, counts } = await p.call(getIndexTree, { code });
      const unitId = unitOf(p);
      const found = unitId === undefined ? undefined : await scoreFor(p, unitId);
      const data = typeof found === 'object' ? found : undefined;
      const name = tree.name[p.lang];
      const level = tree.levels[0]!;
      return {
        title: data ? `${data.unit.name[p.lang]}: ${name}` : name,
        nav: 'indices',
        crumbs: [{ href: '/indices', text: t.nav.indices }],
        body: (
          <>
            <PageHead
              kicker={data ? `${name} · ${t.frame.version(data.index.version)}` : undefined}
              title={data ? data.unit.name[p.lang] : name}
              lead={
                <p>
                  {data
                    ? t.score.lead(data.periodName[p.lang], formatDay(data.asOf))
                    : tree.explanation[p.lang]}
                </p>
              }
              actions={
                <>
                  <LinkButton
                    href={hrefOf(`/indices/${code}/ranking`, {
                      level: data?.level ?? level,
                      ...frameQuery(p),
                    })}
                  >
                    {t.list.ranking}
                  </LinkButton>
                  {data && counts.byProcedure > 0 && (
                    <LinkButton href={proceduresHref(p, code, data.unit.id)}>{t.procedures.link}</LinkButton>
                  )}
                  <LinkButton href={`/indices/${code}/tree`}>{t.list.tree}</LinkButton>
                </>
              }
            />
            {await ScoreFilters(p, `/indices/${code}`)}
            {data && <ProcedureNote p={p} data={data} />}
            {typeof found === 'string' && <Notice tone="warn" title={found} />}
            {data ? (
              await Body(p, data)
            ) : (
              <EmptyState title={t.score.choose}>
                <p>{t.score.chooseNote}</p>
              </EmptyState>
            )}
          </>
        ),
      };
    },
  },
  framePicks,
);
