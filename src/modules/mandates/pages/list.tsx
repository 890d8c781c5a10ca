import type { ReplyOf } from '../../../kit/contract.ts';
import { diffDays } from '../../../kit/day.ts';
import { page, type PageContext } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FilterBar } from '../../../web/components/form.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Tag } from '../../../web/components/state.tsx';
import { DataTable, Pagination } from '../../../web/components/table.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { withQuery } from '../../../web/with-query.ts';
import { pickedPage, unitPick } from '../../organisations/index.ts';
import { listEnding, listFacts, listStaff } from '../contract/facts.ts';
import { messages } from '../messages.ts';
import { factKinds, stepRoles } from '../rules/model.ts';
import { FactTable, type FactView } from './parts.tsx';

function Ending({ p, facts, asOf }: { p: PageContext; facts: readonly FactView[]; asOf: string }) {
  const t = messages[p.lang];
  if (facts.length === 0) return null;
  return (
    <Panel title={t.ending} flush id="ending">
      <FactTable
        p={p}
        facts={facts}
        caption={t.ending}
        extra={{
          key: 'left',
          head: t.until,
          cell: (fact) => t.endsIn(diffDays(asOf, fact.to!)),
        }}
      />
    </Panel>
  );
}

/** For each kind of step who does it, and those who have none. */
function Staff({ p, staff }: { p: PageContext; staff: ReplyOf<typeof listStaff> }) {
  const t = messages[p.lang];
  const names = (people: typeof staff.items) =>
    people.map((one) => (
      <Tag key={one.person.id}>
        {one.person.name}
        {one.isAway && ` (${t.away})`}
      </Tag>
    ));
  const rows = stepRoles
    .map((role) => ({
      key: role as string,
      head: t.role[role],
      people: staff.items.filter((one) => one.roles.includes(role)),
    }))
    .concat({ key: 'none', head: t.noRole, people: staff.items.filter((one) => one.roles.length === 0) })
    .filter((row) => row.people.length > 0);
  return (
    <Panel title={t.staff} flush>
      <DataTable
        caption={t.staff}
        captionHidden
        rows={rows}
        rowKey={(row) => row.key}
        empty={<EmptyState icon="user" title={t.staffNone} />}
        columns={[
          { key: 'role', head: t.roles, main: true, cell: (row) => row.head, width: 'narrow' },
          { key: 'people', head: t.person, cell: (row) => <span class="chip-row">{names(row.people)}</span> },
        ]}
      />
    </Panel>
  );
}

function Actions({ p }: { p: PageContext }) {
  const t = messages[p.lang];
  const { unitId } = p.query;
  const at = unitId ? `?unitId=${encodeURIComponent(unitId)}` : '';
  const open = factKinds.filter((kind) =>
    p.can(kind === 'competence' || kind === 'delegation' ? 'mandate.edit' : 'mandate.assign'),
  );
  return (
    <>
      {open.map((kind) => (
        <LinkButton key={kind} icon="plus" href={`/mandates/new/${kind}${at}`}>
          {t.add[kind]}
        </LinkButton>
      ))}
      <LinkButton icon="check" href={`/mandates/check${at}`}>
        {t.check}
      </LinkButton>
    </>
  );
}

function ByKind({ p, facts }: { p: PageContext; facts: readonly FactView[] }) {
  const t = messages[p.lang];
  const groups = factKinds.map((kind) => ({ kind, own: facts.filter((fact) => fact.kind === kind) }));
  const found = groups.filter(({ own }) => own.length > 0);
  if (found.length === 0)
    return (
      <Panel>
        <EmptyState title={t.none} />
      </Panel>
    );
  return (
    <>
      {found.map(({ kind, own }) => (
        <Panel key={kind} title={t.kind[kind]} flush>
          <FactTable p={p} facts={own} caption={t.kind[kind]} />
        </Panel>
      ))}
    </>
  );
}

/** Mandates as of a day: all, or those of a unit with its people by kind of step. */
export const mandatesPage = pickedPage(
  page({
    path: '/mandates',
    permission: 'mandate.view',
    area: 'workbench',
    get: async (p) => {
      const t = messages[p.lang];
      const { unitId } = p.query;
      const list = await p.callWithQuery(listFacts, { limit: 100 });
      const staff = unitId ? await p.maybe(listStaff, { unitId, asOf: list.asOf }) : undefined;
      const ending = unitId ? [] : (await p.call(listEnding, { asOf: list.asOf })).items;
      const body = (
        <>
          <PageHead title={t.title} lead={t.lead} actions={<Actions p={p} />} />
          <FilterBar clearHref={unitId || p.query['asOf'] ? '/mandates' : undefined}>
            <UnitPicker
              name="unitId"
              label={t.unit}
              placeholder={t.anyUnit}
              pick={await unitPick(p, 'unitId')}
            />
            <DateInput name="asOf" label={t.asOf} value={list.asOf} />
          </FilterBar>
          <Ending p={p} facts={ending} asOf={list.asOf} />
          {staff && <Staff p={p} staff={staff} />}
          <ByKind p={p} facts={list.items} />
          <Pagination nextHref={list.next && withQuery(p.url, 'cursor', list.next)} />
        </>
      );
      return { title: t.title, nav: 'mandates', wide: true, body };
    },
  }),
);
