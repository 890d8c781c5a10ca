import type { ReplyOf } from '../../../../kit/contract.ts';
import { page, type PageContext } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { formatDay, formatInstant, formatNumber } from '../../../../web/format.ts';
import { listDefinitions } from '../contract.ts';
import { messages } from '../messages.ts';
import { validity } from './parts.tsx';

type Reply = ReplyOf<typeof listDefinitions>;
type Item = Reply['items'][number];

function Marks({ item, p }: { item: Item; p: PageContext }) {
  const t = messages[p.lang].marks;
  const isComing = !item.holds && item.validFrom > (p.query['on'] ?? p.today);
  return (
    <>
      {item.draft && <Chip tone="calm">{t.draft}</Chip>}{' '}
      {item.conflict && <Chip tone="late">{t.conflict}</Chip>}{' '}
      {item.sourceMissing && <Chip tone="warn">{t.sourceMissing}</Chip>}{' '}
      {item.status !== 'verified' && <Chip tone="idle">{t[item.status as 'listed']}</Chip>}{' '}
      {!item.holds && <Chip tone="idle">{isComing ? t.coming : t.past}</Chip>}
    </>
  );
}

export const definitionHref = (item: Pick<Item, 'code' | 'family'>): string =>
  item.family === 'task' ? `/figures/${item.code}` : `/definitions/${item.code}`;

function Table({ p, items }: { p: PageContext; items: readonly Item[] }) {
  const t = messages[p.lang];
  const columns: Column<Item>[] = [
    {
      key: 'name',
      head: t.catalogue.name,
      main: true,
      width: 'wide',
      cell: (item) => (
        <>
          <a href={definitionHref(item)}>{item.name[p.lang]}</a>{' '}
          <small>
            {item.code} · {item.facts.map((fact) => fact.name[p.lang]).join(', ')}
          </small>
        </>
      ),
    },
    { key: 'rule', head: t.catalogue.rule, width: 'wide', cell: (item) => item.words[p.lang] },
    {
      key: 'validity',
      head: t.catalogue.validity,
      cell: (item) => (
        <>
          {validity(p.lang, item.validFrom, item.validTo)}{' '}
          <small>
            {t.version(item.version)}
            {item.versions > 1 && ` · ${t.catalogue.of(item.versions)}`}
          </small>
        </>
      ),
    },
    { key: 'state', head: t.catalogue.state, cell: (item) => <Marks item={item} p={p} /> },
  ];
  return (
    <DataTable
      caption={t.catalogue.title}
      captionHidden
      columns={columns}
      rows={items}
      rowKey={(item) => item.code}
      rowHref={definitionHref}
      rowTone={(item) => (item.holds ? undefined : 'muted')}
      empty={t.catalogue.none}
    />
  );
}

function Drafts({ p, items }: { p: PageContext; items: Reply['drafts'] }) {
  const t = messages[p.lang];
  if (items.length === 0) return null;
  return (
    <Panel title={t.catalogue.drafts}>
      <ul>
        {items.map((one) => (
          <li key={one.code}>
            <a href={`/definitions/${one.code}/preview`}>{one.name[p.lang]}</a> <small>{one.code}</small>:{' '}
            {t.catalogue.from(formatDay(one.validFrom))}, {one.savedBy}, {formatInstant(one.savedAt)} (
            <a href={`/definitions/${one.code}/edit`} aria-label={`${t.one.editDraft}: ${one.code}`}>
              {t.one.editDraft}
            </a>
            )
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export const cataloguePage = page({
  path: '/definitions',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang].catalogue;
    const { items, facts, drafts } = await p.callWithQuery(listDefinitions);
    const isFiltered = ['q', 'fact', 'on'].some((name) => p.query[name]);
    return {
      title: t.title,
      nav: 'definitions',
      description: t.description,
      body: (
        <>
          <PageHead
            title={t.title}
            lead={<p>{t.lead}</p>}
            actions={
              p.can('figure.define') && (
                <LinkButton href="/definitions/new" icon="plus">
                  {t.add}
                </LinkButton>
              )
            }
          />
          <FilterBar action="/definitions" clearHref={isFiltered ? '/definitions' : undefined}>
            <TextInput
              name="q"
              label={t.q}
              hint={t.qHint}
              type="search"
              value={p.query['q']}
              maxLength={100}
            />
            <Select
              name="fact"
              label={t.fact}
              empty={t.anyFact}
              value={p.query['fact']}
              options={facts.map((fact) => ({ value: fact.code, text: fact.name[p.lang] }))}
            />
            <DateInput name="on" label={t.on} value={p.query['on']} />
          </FilterBar>
          <Drafts p={p} items={drafts} />
          <Panel title={t.found(formatNumber(items.length, p.lang))} flush>
            <Table p={p} items={items} />
          </Panel>
        </>
      ),
    };
  },
});
