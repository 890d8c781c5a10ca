import type { PageContext } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { FilterBar } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/inputs.tsx';
import { PageHead } from '../../../web/components/panel.tsx';
import { RecordList } from '../../../web/components/records.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { formatNumber } from '../../../web/format.ts';
import { pickedPage, unitPick } from '../../organisations/index.ts';
import { countTasks, listDirectives, listIssuers, listTasks } from '../contract.ts';
import { directiveKind } from '../contract/words.ts';
import { messages } from '../messages.ts';
import { DirectiveRecords } from './parts/directive-records.tsx';
import { KeywordInput } from './parts/filters.tsx';
import { Pages } from './parts/paging.tsx';
import { Title } from './parts/say.tsx';
import { Standing } from './parts/standing.tsx';

const filters = ['q', 'kind', 'year', 'issuer', 'ownerUnitId'] as const;
const firstYear = 2019;

/** Issuers of what the other filters leave, with their numbers; the chosen one stays even with nothing left. */
async function issuers(p: PageContext) {
  const { items } = await p.callWithQuery(listIssuers);
  const chosen = p.query['issuer'];
  const isShown = !chosen || items.some(({ issuer }) => issuer === chosen);
  return [...items, ...(isShown ? [] : [{ issuer: chosen, count: 0 }])].map(({ issuer, count }) => ({
    value: issuer,
    text: `${issuer} (${formatNumber(count, p.lang)})`,
  }));
}

async function Filters(p: PageContext) {
  const { directives: t, words } = messages[p.lang];
  const years = Array.from({ length: Number(p.today.slice(0, 4)) - firstYear + 1 }, (_, i) =>
    String(Number(p.today.slice(0, 4)) - i),
  );
  const isFiltered = filters.some((name) => p.query[name]);
  return (
    <FilterBar clearHref={isFiltered ? '/directives' : undefined}>
      <KeywordInput p={p} />
      <Select
        name="kind"
        label={words.kind}
        empty={words.all}
        value={p.query['kind']}
        options={directiveKind.options.map((value) => ({ value, text: words.kinds[value] }))}
      />
      <Select
        name="year"
        label={words.year_}
        empty={words.all}
        value={p.query['year']}
        options={years.map((value) => ({ value, text: value }))}
      />
      <Select
        name="issuer"
        label={t.issuedBy}
        empty={words.all}
        value={p.query['issuer']}
        options={await issuers(p)}
      />
      <UnitPicker name="ownerUnitId" label={t.issuer} pick={await unitPick(p, 'ownerUnitId')} />
    </FilterBar>
  );
}

/** Tasks with the same words: who searches for a matter seldom knows in which document it stands. */
async function TaskHits(p: PageContext, q: string) {
  const { directives: t } = messages[p.lang];
  const found = await p.call(listTasks, { q: q.slice(0, 200), sort: 'due', limit: 5 });
  const { total } = await p.call(countTasks, { q: q.slice(0, 200) });
  if (total === 0) return null;
  const items = found.items.map((i) => ({
    id: i.id,
    href: `/tasks/${i.id}`,
    kicker: `${i.ref} · ${i.directiveNumber}`,
    title: <Title item={i} />,
    note: i.leadText,
    end: <Standing standing={i.standing} />,
  }));
  return (
    <section class="stack" aria-labelledby="hits-title">
      <h2 id="hits-title">{t.inTasks(q)}</h2>
      <RecordList items={items} />
      {total > items.length && (
        <p>
          <LinkButton href={`/tasks?q=${encodeURIComponent(q)}`}>
            {t.allTasks(formatNumber(total, p.lang))}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

export const directivesPage = pickedPage({
  path: '/directives',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const { directives: t, start } = messages[p.lang];
    const found = await p.callWithQuery(listDirectives);
    const isFiltered = filters.some((name) => p.query[name]);
    return {
      title: t.title,
      nav: 'directives',
      description: start.description,
      body: (
        <>
          <PageHead
            title={t.title}
            actions={
              p.can('directive.edit') && (
                <>
                  <LinkButton kind="primary" icon="plus" href="/directives/new">
                    {t.new}
                  </LinkButton>
                  <LinkButton icon="upload" href="/directives/import">
                    {t.import}
                  </LinkButton>
                </>
              )
            }
          />
          {await Filters(p)}
          <DirectiveRecords items={found.items} filtered={isFiltered} />
          <Pages p={p} shown={found.items.length} next={found.next} />
          {p.query['q'] && !p.query['cursor'] && (await TaskHits(p, p.query['q']))}
        </>
      ),
    };
  },
});
