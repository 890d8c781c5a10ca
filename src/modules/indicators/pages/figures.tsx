import type { PageContext } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { Tabs } from '../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { pickedPage } from '../../organisations/index.ts';
import { board } from '../contract/figures.ts';
import { groupBy } from '../contract/words.ts';
import { messages } from '../messages.ts';
import { BoardTable, type By, FrameLine } from './parts/board.tsx';
import { ClassBar, FigureTiles } from './parts/figure.tsx';
import { hrefWith, ScopeFilters, scopeOf } from './parts/scope.tsx';

const byOf = (p: PageContext): By =>
  groupBy.safeParse(p.query['by']).data ?? (p.query['directiveId'] ? 'section' : 'directive');

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

export const figuresPage = pickedPage({
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
            actions={
              <>
                <LinkButton href={hrefWith('/figures/changes', scope)}>{t.figures.changes}</LinkButton>
                <LinkButton href="/definitions">{t.nav.definitions}</LinkButton>
                <LinkButton href="/figures/puzzles">{t.figures.puzzles}</LinkButton>
              </>
            }
          />
          {await ScopeFilters(p, { path: '/figures', keep: { by: p.query['by'] } })}
          <FrameLine p={p} data={data} />
          <Panel title={t.figures.spread}>
            <ClassBar byClass={data.total.byClass} scope={scope} />
          </Panel>
          <section class="stack" aria-labelledby="on-time">
            <h2 id="on-time">{t.figures.onTime}</h2>
            <p class="soft">{t.figures.onTimeNote}</p>
            <FigureTiles
              figures={data.onTime}
              scope={scope}
              asOf={data.asOf}
              counted={counted}
              defaultCode={data.onTime[0]?.code ?? ''}
            />
          </section>
          <section class="stack" aria-labelledby="all-figures">
            <h2 id="all-figures">{t.figures.all}</h2>
            <FigureTiles
              figures={data.total.figures.filter((f) => !data.onTime.some((o) => o.code === f.code))}
              scope={scope}
              asOf={data.asOf}
              counted={counted}
            />
          </section>
          <Panel title={`${t.figures.by} ${t.figures.bys[by]}`}>
            <Tabs
              label={t.figures.by}
              items={groupBy.options.map((one) => ({
                href: hrefWith('/figures', scope, { by: one }),
                text: capital(t.figures.bys[one]),
                current: one === by,
              }))}
            />
            <BoardTable p={p} data={data} scope={scope} />
          </Panel>
        </>
      ),
    };
  },
});
