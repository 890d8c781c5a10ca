import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow, LinkButton } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow, FilterBar, Form } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import { countProcedures, endVersion, getProcedure, getVersion, listProcedures } from '../contract.ts';
import { checks } from '../rules/checks/all.ts';
import { levels } from '../rules/model.ts';
import { Ways } from './catalogue-ways.tsx';
import { Checks, Decided, Refusal, Say, said, sayIn, StateChip, textIn, useMessages, Vi } from './parts.tsx';
import { NextPage } from './portal.tsx';
import { ProcedureBody, type Shown } from './procedure-body.tsx';

const states = ['published', 'coming', 'draft', 'ended', 'all'] as const;
const filters = ['q', 'state', 'check', 'level', 'field', 'serviceLevel'];

type Item = ReplyOf<typeof listProcedures>['items'][number];
const checkTitles = new Map(checks.map(({ name, title }) => [name, title]));
const checkTitle = (p: PageContext, name: string): string => checkTitles.get(name)?.[p.lang] ?? name;
const isBlocking = checks.filter(({ severity }) => severity === 'block');

/** The state of a procedure; one that cannot be published says at once why. */
function StateCell({ p, item }: { p: PageContext; item: Item }) {
  const { catalogue: t } = useMessages();
  const [first, ...others] = item.blockedBy;
  return (
    <>
      <StateChip state={item.state} />{' '}
      {first && (
        <Chip tone="bad">{checkTitle(p, first) + (others.length > 0 ? ` +${others.length}` : '')}</Chip>
      )}
      {item.state === 'draft' && !first && <Chip tone="good">{t.ready}</Chip>}
    </>
  );
}

function Filters({ p, state }: { p: PageContext; state: string }) {
  const { catalogue: t, words } = useMessages();
  const options = <K extends string>(names: Readonly<Record<K, string>>, keys: readonly K[]) =>
    keys.map((value) => ({ value, text: names[value] }));
  return (
    <FilterBar clearHref={filters.some((name) => p.query[name]) ? '/catalogue' : undefined}>
      <TextInput name="q" type="search" label={words.keyword} value={p.query['q']} />
      <Select
        name="state"
        label={words.state}
        value={state}
        options={options({ ...words.states, all: words.all }, states)}
      />
      <Select
        name="check"
        label={t.check}
        empty={words.all}
        value={p.query['check']}
        options={[
          { value: 'any', text: t.anyCheck },
          ...isBlocking.map(({ name }) => ({ value: name, text: checkTitle(p, name) })),
        ]}
      />
      <Select
        name="level"
        label={words.level}
        empty={words.all}
        value={p.query['level']}
        options={options(words.levels, levels)}
      />
    </FilterBar>
  );
}

function List({ p, items }: { p: PageContext; items: readonly Item[] }) {
  const { catalogue: t, words } = useMessages();
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={items}
      rowKey={(item) => item.code}
      rowHref={(item) => `/catalogue/${item.code}`}
      empty={<EmptyState title={words.none}>{<p>{words.noneHint}</p>}</EmptyState>}
      columns={[
        { key: 'code', head: words.code, width: 'narrow', cell: (item) => item.code },
        {
          key: 'name',
          head: words.name,
          main: true,
          width: 'wide',
          cell: (item) => (
            <a href={`/catalogue/${item.code}`}>
              <Say words={{ vi: item.nameVi, ...(item.nameEn ? { en: item.nameEn } : {}) }} />
            </a>
          ),
        },
        { key: 'field', head: words.field, cell: (item) => <Vi>{item.fieldVi}</Vi> },
        { key: 'level', head: words.level, cell: (item) => words.levels[item.level] },
        { key: 'state', head: words.state, cell: (item) => <StateCell p={p} item={item} /> },
        { key: 'from', head: words.from, cell: (item) => formatDay(item.validFrom) },
      ]}
    />
  );
}

export const cataloguePage = page({
  path: '/catalogue',
  permission: 'procedure.edit',
  area: 'workbench',
  get: async (p) => {
    const { catalogue: t } = textIn(p);
    const state = p.query['check'] ? 'draft' : (p.query['state'] ?? 'all');
    const list = await p.callWithQuery(listProcedures, { state: state });
    const { published, drafts } = await p.call(countProcedures, {});
    return {
      title: t.title,
      nav: 'catalogue',
      body: (
        <>
          <PageHead title={t.title} lead={t.lead} actions={<Ways />} />
          <p>
            {t.counts(formatNumber(published, p.lang), formatNumber(drafts, p.lang))}{' '}
            <a href="/catalogue?check=any">{t.seeBlocked}</a>
          </p>
          <Filters p={p} state={state} />
          <List p={p} items={list.items} />
          <NextPage p={p} shown={list.items.length} next={list.next} />
        </>
      ),
    };
  },
});

type Found = ReplyOf<typeof getVersion>;

/** Why the newest draft cannot be published, on its own page too. */
function Blocked({ draft }: { draft: Found }) {
  const { catalogue: t } = useMessages();
  if (!draft.checks.some(({ severity }) => severity === 'block')) return null;
  return (
    <Panel title={t.blockedTitle} flush>
      <Checks checks={draft.checks} />
    </Panel>
  );
}

/** What to do next: go on with the draft, or begin one. */
function Next({ shown, draft }: { shown: Shown; draft: Found | undefined }) {
  const { catalogue: t } = useMessages();
  return (
    <>
      {draft ? (
        <LinkButton kind="primary" icon="edit" href={`/catalogue/versions/${draft.version.id}`}>
          {t.edit}
        </LinkButton>
      ) : (
        <LinkButton kind="primary" icon="edit" href={`/catalogue/${shown.code}/new`}>
          {t.newVersion}
        </LinkButton>
      )}
      {shown.version && <LinkButton href={`/procedures/${shown.code}`}>{t.portal}</LinkButton>}
    </>
  );
}

function Versions({ shown }: { shown: Shown }) {
  const { catalogue: t, words } = useMessages();
  return (
    <DataTable
      caption={t.versions}
      captionHidden
      rows={shown.versions}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'number',
          head: t.version,
          main: true,
          cell: (one) => <a href={`/catalogue/versions/${one.id}`}>{t.number(one.number)}</a>,
        },
        { key: 'state', head: words.state, cell: (one) => <StateChip state={one.state} /> },
        { key: 'from', head: words.from, cell: (one) => formatDay(one.validFrom) },
        { key: 'to', head: words.to, cell: (one) => (one.validTo ? formatDay(one.validTo) : '–') },
        { key: 'decision', head: words.decision, cell: (one) => <Decided of={one} /> },
      ]}
    />
  );
}

function Overlays({ shown }: { shown: Shown }) {
  const { catalogue: t, words } = useMessages();
  return (
    <DataTable
      caption={t.overlays}
      captionHidden
      rows={shown.overlays}
      rowKey={(one) => one.id}
      empty={<p>{t.noOverlays}</p>}
      columns={[
        {
          key: 'province',
          head: words.province,
          main: true,
          cell: (one) => (
            <a href={`/catalogue/${shown.code}/overlay?overlayId=${one.id}`}>{one.provinceVi}</a>
          ),
        },
        { key: 'state', head: words.state, cell: (one) => <StateChip state={one.state} /> },
        { key: 'from', head: words.from, cell: (one) => formatDay(one.validFrom) },
        { key: 'to', head: words.to, cell: (one) => (one.validTo ? formatDay(one.validTo) : '–') },
        { key: 'decision', head: words.decision, cell: (one) => <Decided of={one} /> },
      ]}
    />
  );
}

export const catalogueProcedurePage = page({
  path: '/catalogue/:code',
  permission: 'procedure.edit',
  area: 'workbench',
  get: async (p) => {
    const { nav, catalogue: t } = textIn(p);
    const code = p.params['code']!;
    const shown = await p.callWithQuery(getProcedure, { code });
    const line = shown.versions.find(({ state }) => state === 'draft');
    const draft = line && (await p.call(getVersion, { id: line.id }));
    const name = (shown.version ?? draft?.version)?.content.name ?? { vi: code };
    const ends = shown.version && p.can('procedure.publish');
    return {
      title: sayIn(p.lang, name),
      nav: 'catalogue',
      crumbs: [{ href: '/catalogue', text: nav.catalogue }],
      body: (
        <>
          <PageHead
            kicker={code}
            title={<Say words={name} />}
            actions={<Next shown={shown} draft={draft} />}
          />
          {draft && <Blocked draft={draft} />}
          <FilterBar button={t.view}>
            <DateInput name="asOf" label={t.asOf} value={shown.asOf} />
          </FilterBar>
          <Panel title={t.versions} flush>
            <Versions shown={shown} />
          </Panel>
          <Panel
            title={t.overlays}
            flush
            actions={<a href={`/catalogue/${code}/overlay`}>{textIn(p).editor.newOverlay}</a>}
          >
            <Overlays shown={shown} />
          </Panel>
          {shown.version && <ProcedureBody p={p} shown={shown} />}
          {ends && (
            <Panel title={t.end}>
              <Form csrf={p.csrf}>
                <Refusal form={p.form} />
                <input type="hidden" name="id" value={shown.version!.id} />
                <FieldRow>
                  <DateInput
                    name="validTo"
                    label={t.endDay}
                    hint={t.endHint}
                    error={p.form?.errors['validTo']}
                  />
                  <TextInput name="paper" label={t.paper} error={p.form?.errors['paper']} />
                </FieldRow>
                <ButtonRow>
                  <Button kind="danger">{t.end}</Button>
                </ButtonRow>
              </Form>
            </Panel>
          )}
        </>
      ),
    };
  },
  forms: {
    default: submits(endVersion, {
      then: ({ code }) => ({ redirect: `/catalogue/${code}`, flash: said((m) => m.catalogue.ended) }),
    }),
  },
});
