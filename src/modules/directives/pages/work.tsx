import { blocksAt } from '../../../kit/blocks.ts';
import { addDays } from '../../../kit/day.ts';
import { type PageContext, page } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { FilterBar } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { Tabs } from '../../../web/components/lists.tsx';
import { Columns, EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { formatNumber } from '../../../web/format.ts';
import { filtered } from '../../../web/keyset.ts';
import { getUnit } from '../../organisations/contract.ts';
import { countAssignments, listAssignments, listDifficulties, listQueue } from '../contract.ts';
import { messages } from '../messages.ts';
import { AssignmentTable } from './parts/assignment-table.tsx';
import { Pages } from './parts/paging.tsx';
import { QueueList } from './parts/queue.tsx';
import { AxisBar } from './parts/tally.tsx';
import { unitName } from './parts/unit.tsx';
import { isCaseWorker, type Reader, readerOf } from './work-reader.ts';

const tabs = ['overdue', 'atRisk', 'soon', 'rest', 'recurring', 'done'] as const;
type Tab = (typeof tabs)[number];
/** An assignment due within so many days is due soon. */
const soonDays = 30;

/** What each tab asks for. */
function asked(tab: Tab, today: string) {
  const border = addDays(today, soonDays);
  switch (tab) {
    case 'soon':
      return { time: 'inTerm', dueTo: border } as const;
    case 'rest':
      return { time: 'inTerm', dueFrom: addDays(border, 1) } as const;
    case 'recurring':
      return { work: 'recurring' } as const;
    case 'done':
      return { work: 'completed' } as const;
    default:
      return { time: tab } as const;
  }
}

/** The units for which this person reports or confirms. */
const dutyUnits = (p: PageContext): string[] => [
  ...new Set(
    p.actor.grants
      .filter((g) => g.permissions.has('report.write') || g.permissions.has('report.confirm'))
      .map((g) => g.unitId),
  ),
];

async function countsOf(p: PageContext, unitId: string): Promise<Record<Tab, number>> {
  const of = { unitId, subtree: true };
  const { byTime, byWork } = await p.call(countAssignments, of);
  const soon = await p.call(countAssignments, { ...of, ...asked('soon', p.today) });
  return {
    overdue: byTime.overdue,
    atRisk: byTime.atRisk,
    soon: soon.total,
    rest: byTime.inTerm - soon.total,
    recurring: byWork.recurring,
    done: byWork.completed,
  };
}

const namesOf = (p: PageContext, ids: readonly string[]) =>
  Promise.all(
    ids.map(async (id) => ({
      value: id,
      text: (await p.maybe(getUnit, { id }))?.[p.lang === 'en' ? 'nameEn' : 'nameVi'] ?? id,
    })),
  );

async function Mine(p: PageContext, units: readonly { value: string; text: string }[], narrow = false) {
  const { mine: t, list } = messages[p.lang].work;
  const { words } = messages[p.lang];
  const unitId = units.find((u) => u.value === p.query['unit'])?.value ?? units[0]!.value;
  const counts = await countsOf(p, unitId);
  const tab = tabs.find((one) => one === p.query['tab']) ?? tabs.find((one) => counts[one] > 0) ?? 'overdue';
  const found = await p.callWithQuery(listAssignments, { unitId, subtree: true, ...asked(tab, p.today) });
  return (
    <section class="stack" aria-label={t.title}>
      <Tabs
        label={t.title}
        items={tabs.map((one) => ({
          href: filtered(p, { tab: one }),
          text: t.tabs[one],
          count: counts[one],
          current: one === tab,
        }))}
      />
      <FilterBar
        keep={{ tab }}
        clearHref={p.query['q'] ? filtered(p, { q: undefined }) : undefined}
        label={t.filter}
      >
        <TextInput
          name="q"
          label={words.keyword}
          type="search"
          value={p.query['q']}
          placeholder={words.keywordHint}
        />
        {units.length > 1 && <Select name="unit" label={t.unit} value={unitId} options={units} />}
      </FilterBar>
      <AssignmentTable
        caption={list.caption}
        ofUnit={unitId}
        narrow={narrow}
        rows={found.items}
        empty={
          <EmptyState icon="checkCircle" title={t.empty[tab]}>
            <p>{t.emptyHint}</p>
          </EmptyState>
        }
      />
      <Pages
        p={p}
        shown={found.items.length}
        next={found.next}
        {...(p.query['q'] ? {} : { total: counts[tab] })}
      />
      <p class="hint needs-script">{t.keys}</p>
    </section>
  );
}

/** All assignments that this person may see, by their state: for offices, leaders and inspectors. */
async function Reach(p: PageContext) {
  const { mine: t } = messages[p.lang].work;
  const counts = await p.call(countAssignments, { role: 'lead' });
  return (
    <Panel
      title={t.overdueBoard}
      actions={
        <span class="soft">{messages[p.lang].words.assignmentsN(formatNumber(counts.total, p.lang))}</span>
      }
    >
      <AxisBar counts={counts} hrefOf={(time) => `/assignments?role=lead&time=${time}`} />
      <p>
        <LinkButton href="/board" icon="late">
          {t.openBoard}
        </LinkButton>
      </p>
    </Panel>
  );
}

/** Reports that wait for this person, the oldest first. */
async function Waiting(p: PageContext, most: number) {
  const { mine: t } = messages[p.lang].work;
  const queue = await p.call(listQueue, { limit: most });
  return (
    <Panel
      title={t.waiting}
      flush={queue.items.length > 0}
      actions={
        queue.items.length > 0 && (
          <a href="/queue">
            {queue.next ? t.waitingMore : t.waitingAll(formatNumber(queue.items.length, p.lang))}
          </a>
        )
      }
    >
      {queue.items.length > 0 ? (
        <QueueList p={p} items={queue.items} decide={false} />
      ) : (
        <p class="soft">{t.waitingNone}</p>
      )}
    </Panel>
  );
}

/** Difficulties that wait for this person's answer. */
async function Asked(p: PageContext) {
  const { mine: t, difficulty } = messages[p.lang].work;
  const { items } = p.can('difficulty.answer')
    ? await p.call(listDifficulties, { toMe: true, state: 'open', limit: 5 })
    : { items: [] };
  if (items.length === 0) return null;
  return (
    <Panel title={t.difficulties} actions={<a href="/difficulties?toMe=true">{difficulty.title}</a>}>
      <ul class="lines">
        {items.map((d) => (
          <li key={d.id}>
            <a href={`/difficulties?toMe=true#d-${d.id}`}>{d.body.slice(0, 120)}</a>
            <br />
            <small>{unitName(d.unit, p.lang)}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Who has a unit to report for: its assignments, and beside them what waits for his decision. */
async function DutyPage(p: PageContext, units: readonly { value: string; text: string }[]) {
  if (!p.can('report.confirm') && !p.can('report.accept')) return Mine(p, units);
  return (
    <Columns
      aside={
        <>
          {await Waiting(p, 5)}
          {await Asked(p)}
        </>
      }
    >
      {await Mine(p, units, true)}
    </Columns>
  );
}

/** Everybody else: what waits for him first, and the assignments within his reach. */
async function OtherPage(p: PageContext, reader: Reader) {
  const [reach, asked] = [await Reach(p), await Asked(p)];
  if (reader === 'decides')
    return (
      <Columns
        aside={
          <>
            {reach}
            {asked}
          </>
        }
      >
        {await Waiting(p, 10)}
      </Columns>
    );
  return (
    <>
      {asked}
      {reach}
    </>
  );
}

export const workPage = page({
  path: '/work',
  permission: 'signedIn',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang].work.mine;
    const units = await namesOf(p, dutyUnits(p));
    const reader = readerOf((permission) => p.can(permission), units.length > 0);
    const lead = reader === 'duty' ? t.lead(units.map((u) => u.text).join(', ')) : t.leads[reader];
    const own = reader === 'duty' ? await DutyPage(p, units) : await OtherPage(p, reader);
    const blocks = await blocksAt(p, 'work', '');
    return {
      title: t.title,
      nav: 'work',
      wide: true,
      body: (
        <>
          <PageHead title={t.title} lead={lead} />
          {isCaseWorker(reader) ? [blocks, own] : [own, blocks]}
        </>
      ),
    };
  },
});
