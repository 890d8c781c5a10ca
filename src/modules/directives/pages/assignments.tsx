import { type PageContext, page } from '../../../kit/page.ts';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FilterBar } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { EmptyState, PageHead } from '../../../web/components/panel.tsx';
import { Tag } from '../../../web/components/state.tsx';
import { filtered } from '../../../web/keyset.ts';
import { getUnit } from '../../organisations/contract.ts';
import { countAssignments, getDirective, listAssignments } from '../contract.ts';
import { time, work } from '../contract/words.ts';
import { messages } from '../messages.ts';
import { AssignmentTable } from './parts/assignment-table.tsx';
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
  const { work: w, words } = messages[p.lang];
  const t = w.list;
  const { unitId, directiveId, taskId, subtree, kind } = p.query;
  return (
    <FilterBar
      clearHref={filters.some((name) => p.query[name]) ? '/assignments' : undefined}
      keep={{ unitId, directiveId, taskId, subtree, kind }}
    >
      <TextInput
        name="q"
        label={words.keyword}
        type="search"
        value={p.query['q']}
        placeholder={words.keywordHint}
      />
      <Select
        name="time"
        label={t.ofTime}
        empty={words.all}
        value={p.query['time']}
        options={time.options.map((value) => ({ value, text: words.times[value] }))}
      />
      <Select
        name="work"
        label={t.ofWork}
        empty={words.all}
        value={p.query['work']}
        options={[
          { value: 'open', text: words.allOpen },
          ...work.options.map((value) => ({ value, text: words.works[value] })),
        ]}
      />
      <Select
        name="role"
        label={t.role}
        empty={words.all}
        value={p.query['role']}
        options={[
          { value: 'lead', text: words.roles.lead },
          { value: 'coordinating', text: words.roles.coordinating },
        ]}
      />
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
