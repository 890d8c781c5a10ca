import type { ReplyOf } from '../../../kit/contract.ts';
import type { PageContext } from '../../../kit/page.ts';
import { Problem } from '../../../kit/problems.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { FigureTile, Share } from '../../../web/components/figure.tsx';
import { KeyValueList, Tabs } from '../../../web/components/lists.tsx';
import { Columns, PageHead, Panel, Toolbar } from '../../../web/components/panel.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import { pickedPage } from '../../organisations/index.ts';
import { computeFigure, listFigureRecords } from '../contract/figures.ts';
import { unknownFigure } from '../contract/words.ts';
import { messages } from '../messages.ts';
import { isClass } from '../rules/classes.ts';
import { classWords } from '../rules/words.ts';
import { FigureTiles } from './parts/figure.tsx';
import { Pages } from './parts/paging.tsx';
import { RecordTable } from './parts/records.tsx';
import { hrefWith, ScopeFilters, scopeOf, type ScopeQuery } from './parts/scope.tsx';

type Computed = ReplyOf<typeof computeFigure>;
const parts = ['numerator', 'denominator', 'excluded'] as const;
type Part = (typeof parts)[number];

const countOf = (data: Computed, part: Part): number =>
  part === 'excluded' ? data.excludedTotal : data.figure[part];

function Definition({ p, data, other }: { p: PageContext; data: Computed; other: Computed }) {
  const t = messages[p.lang];
  const { definition, figure } = data;
  const { mode, decimals } = definition.rounding;
  return (
    <Panel title={t.figure.rule}>
      <KeyValueList
        items={[
          { key: t.figure.rule, value: definition.rule[p.lang] },
          { key: t.figure.counts, value: data.counts[p.lang] },
          { key: t.figure.scope, value: data.scope[p.lang] },
          {
            key: t.figure.asOf,
            value: `${formatDay(data.asOf)} (${data.live ? t.figures.live : t.figures.past})`,
          },
          { key: t.figure.rounding, value: t.figure[mode](decimals) },
          { key: t.figure.version, value: t.figure.since(figure.version, formatDay(definition.validFrom)) },
          { key: t.figure.source, value: definition.source[p.lang] },
          {
            key: t.figure.otherCount,
            value: (
              <>
                <Share
                  numerator={other.figure.numerator}
                  denominator={other.figure.denominator}
                  digits={decimals}
                  rounding={mode}
                />{' '}
                {t.scope.nouns[other.count]}
              </>
            ),
          },
          definition.use === 'readingOnly' && { key: '', value: t.figure.reading },
        ]}
      />
    </Panel>
  );
}

function Excluded({
  p,
  data,
  path,
  scope,
}: {
  p: PageContext;
  data: Computed;
  path: string;
  scope: ScopeQuery;
}) {
  const t = messages[p.lang].figure;
  return (
    <Panel title={`${t.excluded}: ${formatNumber(data.excludedTotal, p.lang)}`}>
      {data.excluded.length === 0 ? (
        <p class="soft">{t.excludedNone}</p>
      ) : (
        <ul>
          {data.excluded.map((e) => (
            <li key={e.reason}>
              <a href={hrefWith(path, scope, { part: 'excluded', class: e.reason })}>{e.words[p.lang]}</a>:{' '}
              <strong>{formatNumber(e.n, p.lang)}</strong>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

async function Records({
  p,
  data,
  path,
  scope,
}: {
  p: PageContext;
  data: Computed;
  path: string;
  scope: ScopeQuery;
}) {
  const t = messages[p.lang];
  const part = parts.find((one) => one === p.query['part']) ?? 'denominator';
  const only = isClass(p.query['class'] ?? '') ? p.query['class'] : undefined;
  const code = data.definition.code;
  const list = await p.callWithQuery(listFigureRecords, { code, part });
  const file = (format: string) =>
    hrefWith(`/api/figures/${code}/export`, scope, { part, class: only, format, language: p.lang });
  return (
    <Panel title={t.figure.records} id="records">
      <Tabs
        label={t.figure.records}
        items={parts.map((one) => ({
          href: hrefWith(path, scope, { part: one }),
          text: t.parts[one],
          count: countOf(data, one),
          current: one === part,
        }))}
      />
      <Toolbar
        end={
          <>
            <LinkButton small icon="download" href={file('csv')} download>
              {t.figure.csv}
            </LinkButton>{' '}
            <LinkButton small icon="download" href={file('xlsx')} download>
              {t.figure.xlsx}
            </LinkButton>{' '}
            <LinkButton small icon="download" href={file('json')} download>
              {t.figure.json}
            </LinkButton>{' '}
            <LinkButton small icon="download" href={file('sdmx')} download>
              {t.figure.sdmx}
            </LinkButton>
          </>
        }
      >
        {only && isClass(only) && (
          <span>
            {t.figure.onlyClass(classWords[only][p.lang])} ·{' '}
            <a href={hrefWith(path, scope, { part })}>{t.figure.showAll}</a>
          </span>
        )}
      </Toolbar>
      <RecordTable items={list.items} caption={t.figure.records} excluded={part === 'excluded'} />
      <Pages p={p} shown={list.items.length} next={list.next} />
    </Panel>
  );
}

/** Undefined for any other code: figures over facts have a page of their own, to which an address with their code leads. */
async function taskFigure(p: PageContext, code: string): Promise<Computed | undefined> {
  try {
    return await p.callWithQuery(computeFigure, { code });
  } catch (error) {
    if (error instanceof Problem && error.kind === unknownFigure) return undefined;
    throw error;
  }
}

export const figurePage = pickedPage({
  path: '/figures/:code',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const code = p.params['code']!;
    const path = `/figures/${code}`;
    const scope = scopeOf(p);
    const data = await taskFigure(p, code);
    if (!data) return { redirect: p.url.replace('/figures/', '/measures/') };
    const other = await p.callWithQuery(computeFigure, {
      code,
      count: data.count === 'tasks' ? 'assignments' : 'tasks',
    });
    const { definition, figure } = data;
    const name = definition.name[p.lang];
    return {
      title: name,
      nav: 'figures',
      crumbs: [{ href: hrefWith('/figures', scope), text: t.figures.title }],
      description: definition.rule[p.lang],
      body: (
        <>
          <PageHead
            kicker={t.figure.kicker(definition.version)}
            title={name}
            lead={<p>{definition.rule[p.lang]}.</p>}
            actions={
              <LinkButton href={hrefWith('/figures/changes', scope, { code })}>{t.figure.change}</LinkButton>
            }
          />
          {await ScopeFilters(p, { path, keep: { part: p.query['part'] } })}
          <Columns
            aside={
              <>
                <Definition p={p} data={data} other={other} />
                <Excluded p={p} data={data} path={path} scope={scope} />
              </>
            }
          >
            {!definition.onTimeForm && <h2 class="hidden">{t.figure.value}</h2>}
            {!definition.onTimeForm && (
              <FigureTile
                name={name}
                numerator={figure.numerator}
                denominator={figure.denominator}
                digits={figure.rounding.decimals}
                rounding={figure.rounding.mode}
                counted={t.scope.nouns[data.count]}
                asOf={formatDay(data.asOf)}
                href="#records"
                note={figure.denominator === 0 ? t.figure.nothing : undefined}
              />
            )}
            {definition.onTimeForm && (
              <section class="stack" aria-labelledby="forms">
                <h2 id="forms">{t.figures.onTime}</h2>
                <p class="soft">{t.figures.onTimeNote}</p>
                <FigureTiles
                  figures={data.onTime}
                  scope={scope}
                  asOf={data.asOf}
                  counted={t.scope.nouns[data.count]}
                  defaultCode={data.onTime[0]?.code ?? ''}
                  currentCode={code}
                />
              </section>
            )}
          </Columns>
          {await Records({ p, data, path, scope })}
        </>
      ),
    };
  },
});
