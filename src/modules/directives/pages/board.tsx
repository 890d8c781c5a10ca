import type { PageContext } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { FilterBar } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/inputs.tsx';
import { Tabs } from '../../../web/components/lists.tsx';
import { EmptyState, PageHead } from '../../../web/components/panel.tsx';
import type { Column } from '../../../web/components/table.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { formatDay } from '../../../web/format.ts';
import { filtered } from '../../../web/keyset.ts';
import { pickedPage, unitPick } from '../../organisations/index.ts';
import { countAssignments, listAssignments, listDirectives } from '../contract.ts';
import { messages } from '../messages.ts';
import { AssignmentTable, type AssignmentRow } from './parts/assignment-table.tsx';
import { KeywordInput, RoleSelect } from './parts/filters.tsx';
import { Pages } from './parts/paging.tsx';
import { shortName, unitName } from './parts/unit.tsx';

async function Filters(p: PageContext) {
  const { work: w, words } = messages[p.lang];
  const t = w.board;
  const directives = await p.call(listDirectives, { limit: 200 });
  const isFiltered = ['q', 'directiveId', 'unitId', 'role'].some((name) => p.query[name]);
  return (
    <FilterBar
      clearHref={
        isFiltered
          ? filtered(p, { q: undefined, directiveId: undefined, unitId: undefined, role: undefined })
          : undefined
      }
      keep={{ time: p.query['time'], subtree: 'true' }}
    >
      <KeywordInput p={p} />
      <Select
        name="directiveId"
        label={t.directive}
        empty={words.all}
        value={p.query['directiveId']}
        options={directives.items.map((d) => ({ value: d.id, text: d.number }))}
      />
      <UnitPicker name="unitId" label={t.unit} placeholder={t.anyUnit} pick={await unitPick(p, 'unitId')} />
      <RoleSelect p={p} label={t.role} />
    </FilterBar>
  );
}

/** Whose turn it is, and the signs of delay. */
function columns(p: PageContext): Column<AssignmentRow>[] {
  const { board: t } = messages[p.lang].work;
  const who = (a: AssignmentRow): string =>
    a.standing.work === 'submitted'
      ? t.whoDecide
      : t.whoUnit(a.unit.holder ? unitName(a.unit.holder, p.lang) : shortName(a.unit, p.lang));
  const risks = (a: AssignmentRow): string =>
    [...new Set((a.standing.risks ?? []).map((r) => r[p.lang]))].join(' ');
  return [
    {
      key: 'who',
      head: t.who,
      cell: (a) => (
        <>
          {who(a)}
          {risks(a) && <small> {risks(a)}</small>}
        </>
      ),
    },
  ];
}

export const boardPage = pickedPage({
  path: '/board',
  permission: 'signedIn',
  area: 'workbench',
  get: async (p) => {
    const { board: t, list } = messages[p.lang].work;
    const late = p.query['time'] === 'atRisk' ? 'atRisk' : 'overdue';
    const found = await p.callWithQuery(listAssignments, { time: late });
    const counts = await p.callWithQuery(countAssignments, { time: undefined });
    return {
      title: t.title,
      nav: 'board',
      wide: true,
      body: (
        <>
          <PageHead
            title={t.title}
            kicker={t.asOf(formatDay(p.today))}
            lead={t.lead}
            actions={
              <>
                <LinkButton icon="list" href="/late">
                  {t.byAgency}
                </LinkButton>
                <LinkButton icon="help" href="/risk-rules">
                  {messages[p.lang].risk.link}
                </LinkButton>
              </>
            }
          />
          <Tabs
            label={t.title}
            items={[
              {
                href: filtered(p, { time: 'overdue' }),
                text: t.overdue,
                count: counts.byTime.overdue,
                current: late === 'overdue',
              },
              {
                href: filtered(p, { time: 'atRisk' }),
                text: t.atRisk,
                count: counts.byTime.atRisk,
                current: late === 'atRisk',
              },
            ]}
          />
          {await Filters(p)}
          <AssignmentTable
            caption={list.caption}
            rows={found.items}
            extra={columns(p)}
            without={['progress']}
            empty={
              <EmptyState icon="checkCircle" title={late === 'overdue' ? t.emptyOverdue : t.emptyRisk}>
                <p>{t.emptyHint}</p>
              </EmptyState>
            }
          />
          <Pages p={p} shown={found.items.length} next={found.next} total={counts.byTime[late]} />
        </>
      ),
    };
  },
});
