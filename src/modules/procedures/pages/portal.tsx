import { blocksAt } from '../../../kit/blocks.ts';
import type { ReplyOf } from '../../../kit/contract.ts';
import { type PageContext, page } from '../../../kit/page.ts';
import { LinkButton, PrintButton } from '../../../web/components/button.tsx';
import { FilterBar } from '../../../web/components/form.tsx';
import { EmptyState, Grid, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Hero, RecordList, SearchForm } from '../../../web/components/records.tsx';
import { Pagination } from '../../../web/components/table.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { formatNumber } from '../../../web/format.ts';
import { withQuery } from '../../../web/with-query.ts';
import { pickedPage, unitPick } from '../../organisations/index.ts';
import { countProcedures, getProcedure, listProcedures } from '../contract.ts';
import { Say, sayIn, ServiceChip, StateChip, textIn, useMessages, Vi } from './parts.tsx';
import { ProcedureBody, type Shown } from './procedure-body.tsx';

type Item = ReplyOf<typeof listProcedures>['items'][number];

/** Procedures to read through; `base` is where their pages are. */
export function ProcedureRecords({ items, base }: { items: readonly Item[]; base: string }) {
  const { words } = useMessages();
  return (
    <RecordList
      items={items.map((item) => ({
        id: item.code,
        href: `${base}/${item.code}`,
        kicker: item.code,
        title: <Say words={{ vi: item.nameVi, ...(item.nameEn ? { en: item.nameEn } : {}) }} />,
        note: (
          <>
            <Vi>{item.fieldVi}</Vi> · {words.levels[item.level]}
          </>
        ),
        end: (
          <>
            {item.state !== 'published' && <StateChip state={item.state} />}{' '}
            <ServiceChip level={item.serviceLevel} />
          </>
        ),
      }))}
    />
  );
}

export function NextPage({ p, shown, next }: { p: PageContext; shown: number; next?: string | undefined }) {
  const { words } = useMessages();
  if (shown === 0) return null;
  return (
    <Pagination
      summary={words.showing(formatNumber(shown, p.lang))}
      nextHref={next ? withQuery(p.url, 'cursor', next) : undefined}
    />
  );
}

async function Overview(p: PageContext) {
  const { portal: t, words } = textIn(p);
  const { fields, lifeEvents } = await p.call(countProcedures, {});
  const card = (href: string, title: string, count: number) => (
    <a class="card-link" href={href} key={href}>
      <strong>{title}</strong>
      <span>{words.showing(formatNumber(count, p.lang))}</span>
    </a>
  );
  return (
    <>
      {lifeEvents.length > 0 && (
        <section class="stack" aria-labelledby="events-title">
          <h2 id="events-title">{t.byEvent}</h2>
          <Grid cell="small">
            {lifeEvents.map((one) =>
              card(
                `/procedures?lifeEvent=${encodeURIComponent(one.lifeEvent)}`,
                words.lifeEventName(one.lifeEvent),
                one.count,
              ),
            )}
          </Grid>
        </section>
      )}
      {fields.length > 0 && (
        <section class="stack" aria-labelledby="fields-title">
          <h2 id="fields-title">{t.byField}</h2>
          <ul class="name-list" lang={p.lang === 'en' ? 'vi' : undefined}>
            {fields.map((one) => (
              <li key={one.field}>
                <a href={`/procedures?field=${encodeURIComponent(one.field)}`}>{one.field}</a>{' '}
                <small>{formatNumber(one.count, p.lang)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What was found; where nothing was, the ways that always lead on. */
async function Results(p: PageContext) {
  const { portal: t, words } = textIn(p);
  const list = await p.callWithQuery(listProcedures, { state: 'published' });
  const { lifeEvent, field, q } = p.query;
  const what = lifeEvent ? words.lifeEventName(lifeEvent) : field;
  if (list.items.length === 0)
    return (
      <>
        <EmptyState icon="search" title={t.noneFor(q ?? what ?? '')}>
          <p>{t.tryOthers}</p>
        </EmptyState>
        {await Overview(p)}
      </>
    );
  return (
    <section class="stack" aria-labelledby="results-title">
      <h2 id="results-title">{what ? field ? <Vi>{what}</Vi> : what : t.results}</h2>
      <Panel flush>
        <ProcedureRecords items={list.items} base="/procedures" />
      </Panel>
      <NextPage p={p} shown={list.items.length} next={list.next} />
      <p>
        <a href="/procedures">{t.tryField}</a>
      </p>
    </section>
  );
}

export const searchPage = page({
  path: '/procedures',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const { portal: t, words } = textIn(p);
    const isAsked = ['q', 'lifeEvent', 'field', 'level', 'serviceLevel'].some((name) => p.query[name]);
    return {
      title: t.title,
      nav: 'procedures',
      description: t.lead,
      body: (
        <>
          <Hero title={t.title} lead={t.lead}>
            <SearchForm
              action="/procedures"
              label={words.keyword}
              value={p.query['q']}
              button={words.search}
            />
            <p class="hint">{words.keywordHint}</p>
          </Hero>
          {await (isAsked ? Results(p) : Overview(p))}
        </>
      ),
    };
  },
});

const placeLevels = { placeId: { levels: ['commune', 'province'] } } as const;

/** The place that was chosen here goes along, so that the form does not ask for it again. */
const applyAt = (p: PageContext, code: string): string => {
  const place = p.query['placeId'];
  return `/procedures/${code}/apply${place ? `?placeId=${encodeURIComponent(place)}` : ''}`;
};

/** Filing begins where the procedure takes it online; the page behind it says what holds there. */
function Actions({ p, shown }: { p: PageContext; shown: Shown }) {
  const { portal: t, nav } = useMessages();
  const isOnline = shown.version?.content.channels.some(({ channel }) => channel === 'online');
  return (
    <>
      {isOnline && (
        <LinkButton kind="primary" href={applyAt(p, shown.code)}>
          {t.applyOnline}
        </LinkButton>
      )}
      <PrintButton label={t.print} />
      {p.can('procedure.edit') && <LinkButton href={`/catalogue/${shown.code}`}>{nav.catalogue}</LinkButton>}
    </>
  );
}

export const procedurePage = pickedPage(
  page({
    path: '/procedures/:code',
    permission: 'public',
    area: 'portal',
    get: async (p) => {
      const { portal: t } = textIn(p);
      const code = p.params['code']!;
      const { placeId, asOf } = p.query;
      const shown = await p.call(getProcedure, {
        code,
        ...(placeId ? { placeId } : {}),
        ...(asOf ? { asOf } : {}),
      });
      const name = shown.version?.content.name ?? { vi: code };
      return {
        title: sayIn(p.lang, name),
        nav: 'procedures',
        description: t.lead,
        crumbs: [{ href: '/procedures', text: t.title }],
        body: (
          <>
            <PageHead
              kicker={code}
              title={<Say words={name} />}
              chips={<ServiceChip level={shown.version?.content.serviceLevel} />}
              actions={<Actions p={p} shown={shown} />}
            />
            {await blocksAt(p, 'procedure', code)}
            <FilterBar
              label={t.myPlace}
              button={t.apply}
              clearHref={placeId ? `/procedures/${code}` : undefined}
            >
              <UnitPicker
                name="placeId"
                label={t.myPlace}
                hint={t.myPlaceHint}
                pick={await unitPick(p, 'placeId', placeLevels.placeId)}
              />
            </FilterBar>
            <ProcedureBody p={p} shown={shown} />
          </>
        ),
      };
    },
  }),
  placeLevels,
);
