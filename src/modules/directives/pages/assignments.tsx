import { type PageContext, page } from '../../../kit/page.ts';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FilterBar } from '../../../web/components/form.tsx';
import { EmptyState, PageHead } from '../../../web/components/panel.tsx';
import { Tag } from '../../../web/components/state.tsx';
import { filtered } from '../../../web/keyset.ts';
import { getUnit } from '../../organisations/contract.ts';
import { countAssignments, getDirective, listAssignments } from '../contract.ts';
import { messages } from '../messages.ts';
import { AssignmentTable } from './parts/assignment-table.tsx';
import { KeywordInput, RoleSelect, TimeSelect, WorkSelect } from './parts/filters.tsx';
import { Pages } from './parts/paging.tsx';
import { AxisBar } from './parts/tally.tsx';

const filters = [
  'q',
  'unitId',
  'directiveId',
  'taskId',
  'role',
  'work',
  'time',
  'kind',
  'dueFrom',
  'dueTo',
  'subtree',
] as const;

/** The names of what the list is narrowed to by links from other pages. */
async function narrowed(p: PageContext): Promise<string[]> {
  const { list: t } = messages[p.lang].work;
  const { unitId, directiveId } = p.query;
  const unit = unitId ? await p.maybe(getUnit, { id: unitId }) : undefined;
  const directive = directiveId ? await p.maybe(getDirective, { id: directiveId }) : undefined;
  return [
    ...(unit ? [t.unitIs(p.lang === 'en' ? unit.nameEn : unit.nameVi)] : []),
    ...(directive ? [t.onlyDirective(directive.number)] : []),
  ];
}

function Filters(p: PageContext) {
  const { list: t } = messages[p.lang].work;
  const { unitId, directiveId, taskId, subtree, kind } = p.query;
  return (
    <FilterBar
      clearHref={filters.some((name) => p.query[name]) ? '/assignments' : undefined}
      keep={{ unitId, directiveId, taskId, subtree, kind }}
    >
      <KeywordInput p={p} />
      <TimeSelect p={p} label={t.ofTime} />
      <WorkSelect p={p} label={t.ofWork} withOpen />
      <RoleSelect p={p} label={t.role} />
      <DateInput name="dueFrom" label={t.from} value={p.query['dueFrom']} />
      <DateInput name="dueTo" label={t.to} value={p.query['dueTo']} />
    </FilterBar>
  );
}

export const assignmentsPage = page({
  path: '/assignments',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang].work.list;
    const list = await p.callWithQuery(listAssignments);
    const counts = await p.callWithQuery(countAssignments);
    const names = await narrowed(p);
    return {
      title: t.title,
      nav: 'assignments',
      wide: p.actor.kind !== 'public',
      body: (
        <>
          <PageHead
            title={t.title}
            lead={t.note}
            chips={names.length > 0 && names.map((name) => <Tag key={name}>{name}</Tag>)}
          />
          {Filters(p)}
          {counts.total > 0 && <AxisBar counts={counts} hrefOf={(value) => filtered(p, { time: value })} />}
          <AssignmentTable
            narrow
            without={[]}
            caption={t.caption}
            rows={list.items}
            empty={
              <EmptyState title={t.empty}>
                <p>{t.emptyHint}</p>
              </EmptyState>
            }
          />
          <Pages p={p} shown={list.items.length} next={list.next} total={counts.total} />
        </>
      ),
    };
  },
});
