import type { ReplyOf } from '../../../../kit/contract.ts';
import { type PageContext, page } from '../../../../kit/page.ts';
import { FilterBar } from '../../../../web/components/form.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { formatDay, formatNumber } from '../../../../web/format.ts';
import { pickedPage, unitPick } from '../../../organisations/index.ts';
import { getWorkload } from '../../contract.ts';
import { deskMessages } from '../../messages/desk.ts';
import { CaseTable, type CaseListed } from './parts/case-table.tsx';
import { type NameBook, namesFor } from './parts/names.ts';
import { useDesk } from './parts/words.tsx';

type Workload = ReplyOf<typeof getWorkload>;
interface Props {
  p: PageContext;
  load: Workload;
  names: NameBook;
}

const count = (p: PageContext, n: number, digits = 0): string => formatNumber(n, p.lang, digits);
const hours = (p: PageContext, minutes: number): string =>
  deskMessages[p.lang].workload.hoursN(count(p, minutes / 60, 1));

const nameIn = (p: PageContext, unit: { nameVi: string; nameEn: string }): string =>
  (p.lang === 'en' && unit.nameEn) || unit.nameVi;

function UnitLoads({ p, load, names }: Props) {
  const { workload: t, words } = useDesk();
  return (
    <Panel title={t.units} flush>
      {load.unitCount > load.units.length && (
        <p class="soft panel-note">{t.unitsShown(count(p, load.units.length), count(p, load.unitCount))}</p>
      )}
      <DataTable
        caption={t.units}
        captionHidden
        phone="scroll"
        rows={load.units}
        rowKey={(row) => row.unitId}
        rowTone={(row) => (row.late > 0 ? 'warn' : undefined)}
        empty={t.none}
        columns={[
          {
            key: 'unit',
            head: words.unit,
            main: true,
            cell: (row) => <a href={`/cases?view=work&unitId=${row.unitId}`}>{names.unit(row.unitId)}</a>,
          },
          { key: 'officials', head: t.officials, numeric: true, cell: (row) => count(p, row.officials) },
          { key: 'open', head: t.open, numeric: true, cell: (row) => count(p, row.open) },
          { key: 'today', head: t.dueToday, numeric: true, cell: (row) => count(p, row.dueToday) },
          { key: 'late', head: t.late, numeric: true, cell: (row) => count(p, row.late) },
          {
            key: 'perDay',
            head: t.perDay(String(load.days)),
            numeric: true,
            cell: (row) => count(p, row.receivedPerDay, 1),
          },
          { key: 'hours', head: t.hours, numeric: true, cell: (row) => hours(p, row.minutes) },
          {
            key: 'each',
            head: t.perOfficial,
            numeric: true,
            cell: (row) => hours(p, row.minutes / Math.max(1, row.officials)),
          },
        ]}
      />
    </Panel>
  );
}

/** The rule with its numbers, and what follows from it. */
function Lending({ p, load, names }: Props) {
  const { workload: t } = useDesk();
  return (
    <Panel title={t.lend}>
      {load.median !== undefined && <p class="soft">{t.lendRule(hours(p, load.median))}</p>}
      {load.lend.length === 0 ? (
        <p>{t.noLend}</p>
      ) : (
        <ul>
          {load.lend.map((one) => (
            <li key={one.toUnitId}>
              {t.lendLine(
                names.unit(one.fromUnitId),
                hours(p, one.fromMinutes),
                names.unit(one.toUnitId),
                hours(p, one.toMinutes),
              )}
            </li>
          ))}
        </ul>
      )}
      {load.secondments.length > 0 && <h3>{t.lentNow}</h3>}
      {load.secondments.length > 0 && (
        <ul>
          {load.secondments.map((one) => (
            <li key={one.id}>
              <a href={`/mandates/secondments/${one.id}`}>
                {t.lentLine(
                  one.person.name,
                  nameIn(p, one.fromUnit),
                  nameIn(p, one.toUnit),
                  formatDay(one.to),
                )}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function PeopleLoads({ p, load, names }: Props) {
  const { workload: t, words } = useDesk();
  return (
    <Panel title={t.people} flush>
      <DataTable
        caption={t.people}
        captionHidden
        rows={load.people}
        rowKey={(row) => `${row.unitId} ${row.personId ?? ''}`}
        empty={t.none}
        columns={[
          {
            key: 'person',
            head: words.person,
            main: true,
            cell: (row) => (
              <>
                {row.name ?? words.nobody}
                <small>{names.unit(row.unitId)}</small>
              </>
            ),
          },
          { key: 'open', head: t.open, numeric: true, cell: (row) => count(p, row.open) },
          { key: 'today', head: t.dueToday, numeric: true, cell: (row) => count(p, row.dueToday) },
          { key: 'late', head: t.late, numeric: true, cell: (row) => count(p, row.late) },
          { key: 'hours', head: t.hours, numeric: true, cell: (row) => hours(p, row.minutes) },
        ]}
      />
    </Panel>
  );
}

function Watched({
  title,
  rows,
  names,
  people,
}: {
  title: string;
  rows: readonly CaseListed[];
  names: NameBook;
  people: ReadonlyMap<string, string>;
}) {
  const { workload: t } = useDesk();
  return (
    <Panel title={title} flush={rows.length > 0} actions={<span class="count">{rows.length}</span>}>
      {rows.length === 0 ? (
        <p class="soft">{t.none}</p>
      ) : (
        <CaseTable
          caption={title}
          rows={rows}
          names={names}
          people={people}
          units
          without={['channel']}
          empty=""
        />
      )}
    </Panel>
  );
}

export const workloadPage = pickedPage(
  page({
    path: '/cases/workload',
    permission: 'case.view',
    area: 'workbench',
    get: async (p) => {
      const { workload: t, words } = deskMessages[p.lang];
      const { unitId } = p.query;
      const load = await p.call(getWorkload, { ...(unitId && { unitId }) });
      const watched = [...load.late, ...load.near, ...load.unapologised];
      const names = await namesFor(p, {
        units: [...load.units, ...load.people]
          .map((row) => row.unitId)
          .concat(watched.map((row) => row.atUnitId)),
        procedures: watched.map((row) => row.procedureCode),
      });
      const people = new Map(
        load.people.flatMap((one) => (one.personId && one.name ? [[one.personId, one.name]] : [])),
      );
      const props = { p, load, names };
      return {
        title: t.title,
        nav: 'cases-workload',
        wide: true,
        body: (
          <>
            <PageHead title={t.title} lead={<p>{t.lead}</p>} />
            <FilterBar clearHref={unitId ? '/cases/workload' : undefined}>
              <UnitPicker
                name="unitId"
                label={words.unit}
                pick={await unitPick(p, 'unitId', { may: 'case.view' })}
              />
            </FilterBar>
            <UnitLoads {...props} />
            <Lending {...props} />
            <PeopleLoads {...props} />
            <Watched title={t.lateList} rows={load.late} names={names} people={people} />
            <Watched title={t.nearList} rows={load.near} names={names} people={people} />
            <Watched title={t.unapologised} rows={load.unapologised} names={names} people={people} />
          </>
        ),
      };
    },
  }),
  { unitId: { may: 'case.view' } },
);
