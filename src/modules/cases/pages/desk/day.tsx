import type { ReplyOf } from '../../../../kit/contract.ts';
import { type PageContext, page } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { Select } from '../../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { EmptyState, PageHead, Panel } from '../../../../web/components/panel.tsx';
import type { Column } from '../../../../web/components/table.tsx';
import { formatNumber } from '../../../../web/format.ts';
import { deskDay } from '../../contract.ts';
import { deskMessages } from '../../messages/desk.ts';
import { DeskOffers } from '../../offers/pages/panels.tsx';
import { CaseTable } from './parts/case-table.tsx';
import { type NameBook, namesFor, unitIn, unitName, unitsOf } from './parts/names.ts';
import { LeftChip, useDesk } from './parts/words.tsx';

type Day = ReplyOf<typeof deskDay>;
const parts = ['submitted', 'supplements', 'ready', 'dueToday'] as const;
type Part = (typeof parts)[number];
type Row = Day[Part][number];

/** One queue of the desk, with the button that does what it waits for. */
function Queue({ part, rows, names }: { part: Part; rows: readonly Row[]; names: NameBook }) {
  const { day: t } = useDesk();
  const label = part === 'submitted' ? t.accept : part === 'ready' ? t.giveBack : t.open;
  const anchor = part === 'submitted' ? '#step-accept' : part === 'ready' ? '#step-return' : '';
  const extra: Column<Row>[] = [
    ...(part === 'submitted'
      ? [
          {
            key: 'answer',
            head: t.answerLeft,
            cell: (row: Row) => <LeftChip minutes={row.answerMinutesLeft} />,
          },
        ]
      : []),
    {
      key: 'do',
      head: label,
      cell: (row) => (
        <LinkButton small href={`/cases/${row.id}${anchor}`}>
          {label}
          <span class="hidden"> {row.code ?? row.applicantName}</span>
        </LinkButton>
      ),
    },
  ];
  return (
    <Panel
      title={t[part]}
      id={part}
      flush={rows.length > 0}
      actions={<span class="count">{rows.length}</span>}
    >
      {rows.length === 0 ? (
        <p class="soft">{t.none[part]}</p>
      ) : (
        <CaseTable
          caption={t[part]}
          rows={rows}
          names={names}
          without={part === 'submitted' ? ['step', 'due', 'state'] : ['step', 'channel']}
          extra={extra}
          empty=""
        />
      )}
    </Panel>
  );
}

function Counts({ counts, p }: { counts: Day['counts']; p: PageContext }) {
  const { day: t } = useDesk();
  return (
    <Panel title={t.numbers}>
      <KeyValueList
        items={Object.entries(counts).map(([key, n]) => ({
          key: t.counts[key as keyof typeof t.counts],
          value: <strong class="figures">{formatNumber(n, p.lang)}</strong>,
        }))}
      />
    </Panel>
  );
}

async function UnitChoice(p: PageContext, unitId: string) {
  const units = unitsOf(p, 'case.receive');
  if (units.length < 2) return null;
  const options = await Promise.all(units.map(async (value) => ({ value, text: await unitName(p, value) })));
  return (
    <FilterBar>
      <Select name="unitId" label={deskMessages[p.lang].words.unit} value={unitId} options={options} />
    </FilterBar>
  );
}

export const deskDayPage = page({
  path: '/desk',
  permission: 'case.receive',
  area: 'workbench',
  get: async (p) => {
    const { day: t, words } = deskMessages[p.lang];
    const unitId = unitIn(p, 'case.receive');
    const head = { title: t.title, nav: 'desk', wide: true };
    if (!unitId) return { ...head, body: <EmptyState title={words.chooseUnit} /> };
    const day = await p.call(deskDay, { unitId });
    const rows = parts.flatMap((part) => day[part]);
    const names = await namesFor(p, { units: [unitId], procedures: rows.map((row) => row.procedureCode) });
    return {
      ...head,
      body: (
        <>
          <PageHead
            kicker={names.unit(unitId)}
            title={t.title}
            actions={
              <LinkButton kind="primary" icon="plus" href={`/desk/receive?unitId=${unitId}`}>
                {t.receive}
              </LinkButton>
            }
          />
          {await UnitChoice(p, unitId)}
          <Counts counts={day.counts} p={p} />
          {await DeskOffers(p, unitId)}
          {parts.map((part) => (
            <Queue key={part} part={part} rows={day[part]} names={names} />
          ))}
        </>
      ),
    };
  },
});
