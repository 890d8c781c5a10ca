import type { ReplyOf } from '../../../../kit/contract.ts';
import { type Fields, type PageContext, page, textOf, type View } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Tabs } from '../../../../web/components/lists.tsx';
import { PageHead, Toolbar } from '../../../../web/components/panel.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { formatDay } from '../../../../web/format.ts';
import { filtered } from '../../../../web/keyset.ts';
import { badCertificate } from '../../../mandates/contract.ts';
import { pickedPage, unitPick } from '../../../organisations/index.ts';
import { procedurePicks } from '../../../procedures/index.ts';
import { batchCases, listViews } from '../../contract.ts';
import { deskMessages } from '../../messages/desk.ts';
import { caseChannels, handlings } from '../../rules/model.ts';
import { BatchPanel, BatchReport, type Report } from './list-batch.tsx';
import { exportList } from './list-export.ts';
import { askedFor, filterNames, narrowNames, narrowOf, times, unitOf, viewOf, views } from './list-query.ts';
import { SavedViews, saveViewHandler } from './list-views.tsx';
import { CaseTable } from './parts/case-table.tsx';
import { keptOf } from './parts/forms.tsx';
import { namesFor, staffOf } from './parts/names.ts';
import { Pages } from './parts/paging.tsx';
import { certificatesFor } from './step-certificate.tsx';

function Choose({
  p,
  name,
  label,
  options,
}: {
  p: PageContext;
  name: string;
  label: string;
  options: readonly (readonly [string, string])[];
}) {
  return (
    <Select
      name={name}
      label={label}
      empty={deskMessages[p.lang].words.all}
      value={p.query[name]}
      options={options.map(([value, text]) => ({ value, text }))}
    />
  );
}

async function Filters(p: PageContext) {
  const { list: t, words } = deskMessages[p.lang];
  const view = viewOf(p);
  const names = ['q', ...filterNames.filter((name) => name !== 'view' && name !== 'unitId')];
  const isFiltered = names.some((name) => p.query[name]);
  return (
    <FilterBar
      keep={{ view, day: p.query['day'], ...Object.fromEntries(narrowNames.map((n) => [n, p.query[n]])) }}
      clearHref={
        isFiltered ? filtered(p, Object.fromEntries(names.map((name) => [name, undefined]))) : undefined
      }
    >
      <TextInput name="q" type="search" label={t.search} hint={t.searchHint} value={p.query['q']} />
      {view !== 'mine' && view !== 'own' && (
        <UnitPicker
          name="unitId"
          label={words.unit}
          pick={await unitPick(p, 'unitId', {
            given: (name) => (name === 'unitId' ? unitOf(p) : p.query[name]),
          })}
        />
      )}
      {view !== 'own' && (
        <>
          <Choose
            p={p}
            name="handling"
            label={t.handling}
            options={handlings.map((one) => [one, words.handling[one]])}
          />
          <Choose p={p} name="stepRole" label={t.role} options={Object.entries(words.roles)} />
          <Choose p={p} name="time" label={t.time} options={times.map((one) => [one, t.times[one]])} />
          <Choose
            p={p}
            name="channel"
            label={t.channel}
            options={caseChannels.map((one) => [one, words.channels[one]])}
          />
          <UnitPicker
            name="procedureCode"
            label={t.procedure}
            pick={await unitPick(p, 'procedureCode', picks.procedureCode)}
          />
        </>
      )}
    </FilterBar>
  );
}

/** What a figure that was opened narrows the list to, and the way back to all. */
function Narrowed({ p }: { p: PageContext }) {
  const { list: t, overview } = deskMessages[p.lang];
  const { subtree, work, dueFrom, dueTo } = narrowOf(p);
  const said = [
    subtree && t.narrow.subtree,
    work && overview.columns[work],
    dueFrom && t.narrow.dueFrom(formatDay(dueFrom)),
    dueTo && t.narrow.dueTo(formatDay(dueTo)),
  ].filter((one) => typeof one === 'string');
  if (said.length === 0) return null;
  const none = Object.fromEntries(narrowNames.map((name) => [name, undefined]));
  return (
    <p>
      {t.narrow.only} {said.join(' · ')}. <a href={filtered(p, none)}>{t.narrow.all}</a>
    </p>
  );
}

function viewTabs(p: PageContext) {
  const { list: t } = deskMessages[p.lang];
  const shown = p.can('case.view') ? views : (['own'] as const);
  return shown.map((one) => ({
    href: filtered(p, { view: one, q: undefined }),
    text: t.views[one],
    current: one === viewOf(p),
  }));
}

const wantsCertificate = (report: Report | undefined): boolean =>
  report?.items.some((one) => one.problem === badCertificate.code) ?? false;

async function draw(p: PageContext, report?: Report): Promise<View> {
  const { list: t, words } = deskMessages[p.lang];
  const found = await askedFor(p);
  const names = await namesFor(p, {
    units: found.items.map((row) => row.atUnitId),
    procedures: found.items.map((row) => row.procedureCode),
  });
  const staff = await staffOf(p, unitOf(p));
  const saved: ReplyOf<typeof listViews> = await p.call(listViews, {});
  const kept = keptOf(p, 'batch');
  // Asked for only where a signature has just been refused for want of one: the list itself stays as quick as it is.
  const certificates = await certificatesFor(p, wantsCertificate(report));
  const several = viewOf(p) !== 'work' || Boolean(p.query['q']);
  return {
    title: t.title,
    nav: 'cases',
    wide: true,
    body: (
      <>
        <PageHead title={t.title} />
        <Tabs label={t.title} items={viewTabs(p)} />
        {await Filters(p)}
        <Narrowed p={p} />
        <SavedViews p={p} items={saved.items} />
        {report && <BatchReport report={report} lang={p.lang} />}
        <Toolbar>
          <LinkButton small icon="download" href={filtered(p, { format: 'csv' })} download>
            {t.csv}
          </LinkButton>
          <LinkButton small icon="download" href={filtered(p, { format: 'xlsx' })} download>
            {t.xlsx}
          </LinkButton>
        </Toolbar>
        <BatchPanel
          p={p}
          kept={kept}
          staff={staff}
          certificates={certificates}
          isShown={p.can('case.view') && found.items.length > 0}
        >
          <CaseTable
            caption={t.caption}
            rows={found.items}
            names={names}
            people={new Map(staff.map((one) => [one.id, one.name]))}
            units={several}
            empty={t.none}
            {...(p.can('case.view') && {
              select: {
                name: 'ids',
                value: (row) => row.id,
                label: (row) => t.pick(row.code ?? words.noCode),
              },
            })}
          />
        </BatchPanel>
        <Pages p={p} shown={found.items.length} next={found.next} />
        <p class="hint needs-script">{t.keys}</p>
      </>
    ),
  };
}

/** Takes one step on all ticked cases and says for each what came of it. */
async function batch(p: PageContext, fields: Fields): Promise<View> {
  const ids = [fields['ids'] ?? []].flat().filter((one) => typeof one === 'string');
  if (ids.length === 0) return draw(p, { items: [], codes: new Map() });
  const before = await askedFor(p);
  const codes = new Map(before.items.map((row) => [row.id, row.code ?? row.applicantName]));
  const personId = textOf(fields, 'personId');
  const outcome = textOf(fields, 'outcome');
  const taker = textOf(fields, 'taker').trim();
  const serial = textOf(fields, 'serial');
  const { items } = await p.call(batchCases, {
    ids,
    do: textOf(fields, 'do') as 'sign',
    ...(personId && { personId }),
    ...(outcome && { outcome: outcome as 'granted' }),
    ...(taker && { taker }),
    ...(serial && { serial }),
  });
  return draw(p, { items, codes });
}

/** What its pickers offer besides units. */
const picks = { procedureCode: { other: procedurePicks } };

export const caseListPage = pickedPage(
  page({
    path: '/cases',
    permission: 'signedIn',
    area: 'workbench',
    get: async (p) => {
      const { format } = p.query;
      if (format === 'csv' || format === 'xlsx') return exportList(p, format);
      return draw(p);
    },
    forms: { batch, view: saveViewHandler },
  }),
  picks,
);
