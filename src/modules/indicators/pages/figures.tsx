import { type PageContext, page } from '../../../kit/page.ts';
import type { ReplyOf } from '../../../kit/contract.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { Share } from '../../../web/components/figure.tsx';
import { Tabs } from '../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import { board } from '../contract/figures.ts';
import { groupBy } from '../contract/words.ts';
import { messages } from '../messages.ts';
import { ClassBar, FigureTiles } from './parts/figure.tsx';
import { hrefWith, ScopeFilters, scopeOf, type ScopeQuery } from './parts/scope.tsx';

type Board = ReplyOf<typeof board>;
type Row = Board['rows'][number];
type By = NonNullable<Board['by']>;

/** The scope of one row: that of the board, narrowed to the row's key; periods have none. */
function narrowed(scope: ScopeQuery, by: By, key: string | undefined): ScopeQuery | undefined {
  if (key === undefined) return undefined;
  if (by === 'directive') return { ...scope, directiveId: key };
  if (by === 'section') return { ...scope, directiveId: key.split('/')[0], sectionCode: key.slice(key.indexOf('/') + 1) };
  if (by === 'unit') return { ...scope, unitId: key };
  return by === 'field' ? { ...scope, field: key } : undefined;
}

const figureIn = (row: Row, code: string) => row.figures.find((f) => f.code === code);

/** A board by directive, agency, section, period or field; rates with both counts. */
export function BoardTable({ p, data, scope }: { p: PageContext; data: Board; scope: ScopeQuery }) {
  const t = messages[p.lang].figures;
  const by = data.by!;
  const share = (row: Row, code: string) => {
    const f = figureIn(row, code);
    return f && f.denominator > 0 ? <Share numerator={f.numerator} denominator={f.denominator} digits={f.rounding.decimals} rounding={f.rounding.mode} /> : '–';
  };
  const name = (row: Row) => {
    const inner = narrowed(scope, by, row.key);
    return inner ? <a href={hrefWith('/figures', inner)}>{row.name[p.lang]}</a> : row.name[p.lang];
  };
  return (
    <>
      <DataTable
        caption={`${t.by} ${t.bys[by]}`}
        captionHidden
        phone="scroll"
        columns={[
          { key: 'name', head: t.bys[by], main: true, width: 'wide', cell: name },
          { key: 'total', head: t.counted, numeric: true, cell: (row) => formatNumber(row.total, p.lang) },
          { key: 'done', head: t.done, numeric: true, cell: (row) => share(row, 'completionOfAll') },
          { key: 'onTime', head: figureIn(data.total, 'onTimeOfClosedAndOverdue')?.name[p.lang] ?? '', numeric: true, cell: (row) => share(row, 'onTimeOfClosedAndOverdue') },
          { key: 'overdue', head: t.overdue, numeric: true, cell: (row) => formatNumber(row.byClass.overdue ?? 0, p.lang) },
        ]}
        rows={data.rows}
        rowKey={(row) => row.key ?? '-'}
        rowTone={(row) => ((row.byClass.overdue ?? 0) > 0 ? 'bad' : undefined)}
        total={{ name: t.sum, total: formatNumber(data.total.total, p.lang), done: share(data.total, 'completionOfAll'), onTime: share(data.total, 'onTimeOfClosedAndOverdue'), overdue: formatNumber(data.total.byClass.overdue ?? 0, p.lang) }}
      />
      {data.note && <p class="soft">{data.note[p.lang]}</p>}
    </>
  );
}

const byOf = (p: PageContext): By => groupBy.safeParse(p.query['by']).data ?? (p.query['directiveId'] ? 'section' : 'directive');

/** The line under the head of every page of figures: over what, counted how, as of when. */
export function FrameLine({ p, data }: { p: PageContext; data: Pick<Board, 'scope' | 'counts' | 'asOf' | 'live'> }) {
  const t = messages[p.lang];
  return <p>{data.scope[p.lang]}. {data.counts[p.lang]}. {t.figure.asOf} {formatDay(data.asOf)} ({data.live ? t.figures.live : t.figures.past}).</p>;
}

export const figuresPage = page({
  path: '/figures',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const scope = scopeOf(p);
    const by = byOf(p);
    const data = await p.callWithQuery(board, { by });
    const counted = t.scope.nouns[data.count];
    return {
      title: t.figures.title,
      nav: 'figures',
      description: t.figures.description,
      body: (
        <>
          <PageHead
            title={t.figures.title}
            lead={<p>{t.figures.lead}</p>}
            actions={<><LinkButton href={hrefWith('/figures/changes', scope)}>{t.figures.changes}</LinkButton><LinkButton href="/figures/puzzles">{t.figures.puzzles}</LinkButton></>}
          />
          {await ScopeFilters(p, { path: '/figures', keep: { by: p.query['by'] } })}
          <FrameLine p={p} data={data} />
          <Panel title={t.figures.spread}><ClassBar byClass={data.total.byClass} scope={scope} /></Panel>
          <section class="stack" aria-labelledby="on-time"><h2 id="on-time">{t.figures.onTime}</h2><p class="soft">{t.figures.onTimeNote}</p><FigureTiles figures={data.onTime} scope={scope} asOf={data.asOf} counted={counted} defaultCode={data.onTime[0]?.code ?? ''} /></section>
          <section class="stack" aria-labelledby="all-figures"><h2 id="all-figures">{t.figures.all}</h2><FigureTiles figures={data.total.figures.filter((f) => !data.onTime.some((o) => o.code === f.code))} scope={scope} asOf={data.asOf} counted={counted} /></section>
          <Panel title={`${t.figures.by} ${t.figures.bys[by]}`}>
            <Tabs label={t.figures.by} items={groupBy.options.map((one) => ({ href: hrefWith('/figures', scope, { by: one }), text: t.figures.bys[one], current: one === by }))} />
            <BoardTable p={p} data={data} scope={scope} />
          </Panel>
        </>
      ),
    };
  },
});
