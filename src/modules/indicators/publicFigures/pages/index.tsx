import type { Page, PageContext } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { TextArea, TextInput } from '../../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { Columns, EmptyState, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { formatDay, formatNumber } from '../../../../web/format.ts';
import { pickedPage, unitPick } from '../../../organisations/index.ts';
import { valueText } from '../../definitions/pages/parts.tsx';
import {
  getPublicFigure,
  listPublicFigures,
  type PublicFigure,
  type PublicFigureReply,
} from '../contract.ts';
import { messages } from '../messages.ts';
import { countsOf, escaped, nameOf, valueOf } from '../picture.ts';

const queryOf = (unitId: string | undefined): string =>
  unitId ? `?unitId=${encodeURIComponent(unitId)}` : '';
const unitAsked = (p: PageContext): string | undefined => p.query['unitId'] || undefined;

function Value({ figure, p }: { figure: PublicFigure; p: PageContext }) {
  const status = messages[p.lang].status[figure.status];
  return (
    <>
      <strong>{valueOf(figure, p.lang)}</strong> {status && <small>{status}</small>}
    </>
  );
}

function List({ items, by, p }: { items: PublicFigure[]; by: PublicFigure['by']; p: PageContext }) {
  const t = messages[p.lang];
  const own = items.filter((one) => one.by === by);
  if (own.length === 0) return null;
  return (
    <Panel title={t.by[by]} flush>
      <DataTable
        caption={t.by[by]}
        captionHidden
        columns={[
          {
            key: 'name',
            head: t.figure,
            main: true,
            width: 'wide',
            cell: (f) => (
              <>
                <a href={`/public-figures/${f.code}${queryOf(unitAsked(p))}`}>{f.name[p.lang]}</a>{' '}
                <small>{f.rule[p.lang]}</small>
              </>
            ),
          },
          { key: 'value', head: t.value, numeric: true, cell: (f) => <Value figure={f} p={p} /> },
          { key: 'counts', head: t.counts, numeric: true, cell: (f) => countsOf(f, p.lang) || '–' },
        ]}
        rows={own}
        rowKey={(f) => f.code}
      />
    </Panel>
  );
}

async function UnitFilter({ p, path, withSearch }: { p: PageContext; path: string; withSearch?: boolean }) {
  const t = messages[p.lang];
  const pick = await unitPick(p, 'unitId');
  const filtered = Boolean(p.query['unitId'] || p.query['q']);
  return (
    <FilterBar action={path} clearHref={filtered ? path : undefined}>
      {withSearch && (
        <TextInput name="q" type="search" label={t.search} value={p.query['q']} placeholder={t.searchHint} />
      )}
      <UnitPicker name="unitId" label={t.unit} placeholder={t.anyUnit} pick={pick} />
    </FilterBar>
  );
}

const publicFiguresPage = pickedPage({
  path: '/public-figures',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const t = messages[p.lang];
    const data = await p.callWithQuery(listPublicFigures);
    return {
      title: t.title,
      nav: 'figures',
      description: t.description,
      body: (
        <>
          <PageHead
            kicker={`${nameOf(data.about, p.lang) ?? t.all} · ${t.asOf(formatDay(data.asOf))}`}
            title={t.title}
            lead={<p>{t.lead}</p>}
          />
          {await UnitFilter({ p, path: '/public-figures', withSearch: true })}
          {data.items.length === 0 && <EmptyState icon="chart" title={t.none} />}
          <List items={data.items} by="states" p={p} />
          <List items={data.items} by="facts" p={p} />
        </>
      ),
    };
  },
});

function Units({ data, p }: { data: PublicFigureReply; p: PageContext }) {
  const t = messages[p.lang];
  const { code, unit, decimals } = data.figure;
  const shown = (rounded: string | undefined): string => {
    if (rounded === undefined) return '–';
    return valueText(rounded, unit as 'percent', p.lang, decimals);
  };
  return (
    <Panel title={t.units} flush>
      <DataTable
        caption={t.units}
        captionHidden
        phone="scroll"
        columns={[
          {
            key: 'name',
            head: t.unit,
            main: true,
            cell: (u) => <a href={`/public-figures/${code}${queryOf(u.id)}`}>{nameOf(u, p.lang)}</a>,
          },
          { key: 'value', head: t.value, numeric: true, cell: (u) => shown(u.rounded) },
          {
            key: 'counts',
            head: t.counts,
            numeric: true,
            cell: (u) => `${formatNumber(u.numerator, p.lang)} / ${formatNumber(u.denominator, p.lang)}`,
          },
        ]}
        rows={data.units}
        rowKey={(u) => u.id}
      />
    </Panel>
  );
}

function Embed({ data, p }: { data: PublicFigureReply; p: PageContext }) {
  const t = messages[p.lang];
  const { code, name } = data.figure;
  const query = queryOf(data.about?.id);
  const api = `/api/public-figures/${code}`;
  const more = `${query}${query ? '&' : '?'}language=${p.lang}`;
  const { origin } = new URL(p.app.config.url);
  const title = escaped(`${name[p.lang]}, ${nameOf(data.about, p.lang) ?? t.all}`);
  const image = `<a href="${origin}/public-figures/${code}${query}"><img src="${origin}${api}/picture${escaped(more)}" width="480" height="240" alt="${title}"></a>`;
  const frame = `<iframe src="${origin}${api}/frame${escaped(more)}" width="500" height="270" title="${title}" loading="lazy"></iframe>`;
  return (
    <>
      <Panel title={t.value}>
        <p>
          <img
            src={`${api}/picture${more}`}
            width="480"
            height="240"
            class="picture"
            alt={`${name[p.lang]}: ${valueOf(data.figure, p.lang)}, ${countsOf(data.figure, p.lang)}`}
          />
        </p>
        <p>
          <LinkButton small icon="download" href={`${api}/data${query}${query ? '&' : '?'}format=json`}>
            {t.json}
          </LinkButton>{' '}
          <LinkButton small icon="download" href={`${api}/data${more}&format=csv`} download>
            {t.csv}
          </LinkButton>
        </p>
        <p class="soft">{t.license}</p>
      </Panel>
      <Panel title={t.embed}>
        <p class="soft">{t.embedNote}</p>
        <TextArea name="image" label={t.asImage} rows={4} value={image} />
        <TextArea name="frame" label={t.asFrame} rows={4} value={frame} />
      </Panel>
    </>
  );
}

function Rule({ data, p }: { data: PublicFigureReply; p: PageContext }) {
  const t = messages[p.lang];
  const { figure } = data;
  const isOfFacts = figure.by === 'facts';
  const opens = new URLSearchParams({
    ...(data.about ? { unitId: data.about.id } : {}),
    ...(isOfFacts ? { period: data.from.slice(0, 4), tree: 'then' } : {}),
    asOf: data.asOf,
  });
  return (
    <Panel title={t.rule}>
      <KeyValueList
        items={[
          { key: t.rule, value: figure.rule[p.lang] },
          { key: t.source, value: figure.source[p.lang] },
          { key: t.version, value: figure.version },
          {
            key: t.counted,
            value: isOfFacts
              ? t.period(formatDay(data.from), formatDay(data.asOf))
              : t.asOf(formatDay(data.asOf)),
          },
        ]}
      />
      <p>
        <a href={`/${isOfFacts ? 'measures' : 'figures'}/${figure.code}?${opens}`}>{t.records}</a>
      </p>
    </Panel>
  );
}

const publicFigurePage = pickedPage({
  path: '/public-figures/:code',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const t = messages[p.lang];
    const data = await p.callWithQuery(getPublicFigure, { code: p.params['code']! });
    const { figure } = data;
    const name = figure.name[p.lang];
    const about = nameOf(data.about, p.lang) ?? t.all;
    return {
      title: `${name}: ${about}`,
      nav: 'figures',
      crumbs: [{ href: `/public-figures${queryOf(data.about?.id)}`, text: t.title }],
      description: `${name}: ${valueOf(figure, p.lang)} (${countsOf(figure, p.lang)}), ${about}`,
      body: (
        <>
          <PageHead kicker={`${about} · ${t.asOf(formatDay(data.asOf))}`} title={name} />
          {await UnitFilter({ p, path: `/public-figures/${figure.code}` })}
          <Columns aside={<Rule data={data} p={p} />}>
            <Embed data={data} p={p} />
          </Columns>
          {data.units.length > 0 && <Units data={data} p={p} />}
        </>
      ),
    };
  },
});

export const publicFigurePages: readonly Page[] = [publicFiguresPage, publicFigurePage];
