import type { ReplyOf } from '../../../kit/contract.ts';
import { addDays, startOfMonth } from '../../../kit/day.ts';
import type { PageContext } from '../../../kit/page.ts';
import { BarChart } from '../../../web/charts.tsx';
import { LinkButton } from '../../../web/components/button.tsx';
import { FigureTile } from '../../../web/components/figure.tsx';
import { Grid, PageHead, Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import { pickedPage } from '../../organisations/index.ts';
import { board } from '../contract/figures.ts';
import { listLate } from '../contract/lists.ts';
import { messages } from '../messages.ts';
import { sumOf } from '../rules/classes.ts';
import { FrameLine } from './parts/board.tsx';
import { ClassBar, FigureTiles } from './parts/figure.tsx';
import { hrefWith, ScopeFilters, scopeOf, type ScopeQuery } from './parts/scope.tsx';

type Board = ReplyOf<typeof board>;
type Late = ReplyOf<typeof listLate>;

/** As many bars as one reads at a glance. */
const MOST_BARS = 12;

function Bars({
  p,
  data,
  title,
  category,
}: {
  p: PageContext;
  data: Board;
  title: string;
  category: string;
}) {
  const t = messages[p.lang].dashboard;
  const rows = data.rows
    .filter((r) => r.total > 0)
    .toSorted((a, b) => (b.byClass.overdue ?? 0) - (a.byClass.overdue ?? 0) || b.total - a.total)
    .slice(0, MOST_BARS);
  if (rows.length === 0) return null;
  // Directives are known by their number; their titles stand in the table of the board.
  const short = (text: string): string => text.split(' – ')[0]!.slice(0, 60);
  return (
    <BarChart
      title={title}
      note={`${messages[p.lang].figure.asOf} ${formatDay(data.asOf)}. ${data.rows.length > rows.length ? t.topNote(rows.length) : ''} ${data.note?.[p.lang] ?? ''}`.trim()}
      categoryName={category}
      categories={rows.map((r) => short(r.name[p.lang]))}
      stacked
      series={[
        {
          name: t.groups.doneOnTime,
          tone: 'good',
          values: rows.map((r) => sumOf(r.byClass, ['doneOnTime', 'doneAhead', 'doneNoTerm'])),
        },
        { name: t.groups.doneLate, tone: 'late', values: rows.map((r) => r.byClass.doneLate ?? 0) },
        { name: t.groups.inTerm, tone: 'calm', values: rows.map((r) => r.byClass.inTerm ?? 0) },
        { name: t.groups.overdue, tone: 'bad', values: rows.map((r) => r.byClass.overdue ?? 0) },
        {
          name: t.groups.other,
          tone: 'idle',
          values: rows.map((r) => sumOf(r.byClass, ['openNoTerm', 'recurring'])),
        },
      ]}
    />
  );
}

function Tiles({ p, data, scope }: { p: PageContext; data: Board; scope: ScopeQuery }) {
  const t = messages[p.lang].dashboard;
  const { byClass, total } = data.total;
  const n = (value: number): string => formatNumber(value, p.lang);
  const asOf = formatDay(data.asOf);
  const records = (one: string): string => hrefWith('/figures/completionOfAll', scope, { class: one });
  return (
    <Grid cell="small">
      <FigureTile name={t.tasks} value={n(total)} asOf={asOf} href={hrefWith('/figures', scope)} />
      <FigureTile
        name={t.overdue}
        value={n(byClass.overdue ?? 0)}
        asOf={asOf}
        href={records('overdue')}
        {...((byClass.overdue ?? 0) > 0 ? { tone: 'bad' as const } : {})}
      />
      {data.atRisk !== undefined && (
        <FigureTile
          name={t.atRisk}
          value={n(data.atRisk)}
          asOf={asOf}
          href="/tasks?time=atRisk"
          {...(data.atRisk > 0 ? { tone: 'warn' as const } : {})}
        />
      )}
      <FigureTile name={t.inTerm} value={n(byClass.inTerm ?? 0)} asOf={asOf} href={records('inTerm')} />
      <FigureTile
        name={t.done}
        value={n(sumOf(byClass, ['doneOnTime', 'doneAhead', 'doneLate', 'doneNoTerm']))}
        asOf={asOf}
        href={hrefWith('/figures/completionOfAll', scope, { part: 'numerator' })}
        tone="good"
      />
      <FigureTile name={t.late} value={n(byClass.doneLate ?? 0)} asOf={asOf} href={records('doneLate')} />
    </Grid>
  );
}

function WhoActs({ p, late, scope }: { p: PageContext; late: Late; scope: ScopeQuery }) {
  const t = messages[p.lang].dashboard;
  const rows = late.groups.filter((g) => g.overdue > 0).slice(0, 12);
  return (
    <Panel title={t.whoActs} actions={<a href={hrefWith('/late', scope)}>{t.all}</a>}>
      <p class="soft">{t.whoActsNote}</p>
      <DataTable
        caption={t.whoActs}
        captionHidden
        columns={[
          {
            key: 'agency',
            head: t.agency,
            main: true,
            width: 'wide',
            cell: (g) => <a href={hrefWith('/late', scope, { agencyId: g.id })}>{g.name}</a>,
          },
          { key: 'open', head: t.open, numeric: true, cell: (g) => formatNumber(g.overdue, p.lang) },
          {
            key: 'person',
            head: t.person,
            cell: (g) =>
              g.people && g.people.length > 0 ? (
                g.people.map((x) => (
                  <div key={x.name}>
                    {x.name} <small>{x.title[p.lang]}</small>
                  </div>
                ))
              ) : (
                <span class="soft">{t.nobody}</span>
              ),
          },
        ]}
        rows={rows}
        rowKey={(g) => g.id}
        empty={t.noLate}
      />
      {late.statement && <p class="soft">{late.statement[p.lang]}</p>}
    </Panel>
  );
}

export const dashboardPage = pickedPage({
  path: '/dashboard',
  permission: 'figure.view',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const scope = scopeOf(p);
    const data = await p.callWithQuery(board, { by: 'directive', withRisk: true });
    const parts = await p.callWithQuery(board, { by: 'directive', count: 'assignments' });
    const agencies = await p.callWithQuery(board, { by: 'unit', count: 'assignments' });
    const late = await p.callWithQuery(listLate, { withPeople: true, limit: 0 });
    const since = addDays(startOfMonth(p.today), -1);
    return {
      title: t.dashboard.title,
      nav: 'dashboard',
      wide: true,
      body: (
        <>
          <PageHead
            title={t.dashboard.title}
            lead={<p>{t.dashboard.lead}</p>}
            actions={
              <>
                <LinkButton href={hrefWith('/figures/changes', scope, { from: since })}>
                  {t.dashboard.change}
                </LinkButton>
                <LinkButton kind="primary" icon="file" href="/reports/new">
                  {t.dashboard.report}
                </LinkButton>
              </>
            }
          />
          {await ScopeFilters(p, { path: '/dashboard', without: ['count', 'sectionCode', 'field'] })}
          <FrameLine p={p} data={data} />
          <section class="stack" aria-labelledby="tiles">
            <h2 id="tiles" class="hidden">
              {t.dashboard.tasks}
            </h2>
            <Tiles p={p} data={data} scope={scope} />
          </section>
          <Panel title={t.figures.spread}>
            <ClassBar byClass={data.total.byClass} scope={scope} />
          </Panel>
          <section class="stack" aria-labelledby="on-time">
            <h2 id="on-time">{t.figures.onTime}</h2>
            <FigureTiles
              figures={data.onTime}
              scope={scope}
              asOf={data.asOf}
              counted={t.scope.nouns[data.count]}
              defaultCode={data.onTime[0]?.code ?? ''}
            />
          </section>
          <Panel
            title={t.dashboard.byAgency}
            actions={<a href={hrefWith('/figures', scope, { by: 'unit' })}>{t.dashboard.fullBoard}</a>}
          >
            <Bars p={p} data={agencies} title={t.dashboard.byAgency} category={t.dashboard.categoryAgency} />
          </Panel>
          <WhoActs p={p} late={late} scope={scope} />
          <Panel
            title={t.dashboard.byDirective}
            actions={<a href={hrefWith('/figures', scope, { by: 'directive' })}>{t.dashboard.fullBoard}</a>}
          >
            <Bars
              p={p}
              data={parts}
              title={t.dashboard.byDirective}
              category={t.dashboard.categoryDirective}
            />
          </Panel>
        </>
      ),
    };
  },
});
