import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { Select } from '../../../../web/components/inputs.tsx';
import { Tabs } from '../../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { type Column, DataTable, Pagination } from '../../../../web/components/table.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { formatInstant, formatNumber } from '../../../../web/format.ts';
import { keysetLinks } from '../../../../web/keyset.ts';
import { withQuery } from '../../../../web/with-query.ts';
import { pickedPage, unitPick } from '../../../organisations/index.ts';
import { listOpenWarnings, listWarnings } from '../contract.ts';
import { messages } from '../messages.ts';
import { severities, watchKinds } from '../rules/rule.ts';
import { capital, Names, PhaseChip, SeverityChip, type Warning } from './parts.tsx';

const whose = ['mine', 'unit', 'all'] as const;
const states = ['running', 'open', 'acknowledged', 'ended', 'all'] as const;

const columnsOf = (p: PageContext): Column<Warning>[] => {
  const t = messages[p.lang].list;
  return [
    {
      key: 'what',
      head: t.what,
      main: true,
      width: 'wide',
      cell: (w) => (
        <>
          <a class="link link-strong" href={`/warnings/${w.id}`}>
            {w.subject.title[p.lang]}
          </a>
          <p class="hint">{w.ruleName[p.lang]}</p>
        </>
      ),
    },
    { key: 'severity', head: t.severity, cell: (w) => <SeverityChip of={w.severity} /> },
    { key: 'value', head: t.value, cell: (w) => capital(w.valueText[p.lang]) },
    { key: 'who', head: t.who, cell: (w) => <Names of={w.responsible} p={p} /> },
    { key: 'state', head: t.state, cell: (w) => <PhaseChip of={w.phase} /> },
    { key: 'since', head: t.since, cell: (w) => formatInstant(w.raisedAt) },
  ];
};

/** Open warnings by unit, for whoever sees more than one. */
function ByUnit({ p, data }: { p: PageContext; data: ReplyOf<typeof listOpenWarnings> }) {
  const t = messages[p.lang];
  const n = (value: number): string => formatNumber(value, p.lang);
  type Row = (typeof data.units)[number];
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      head: t.list.unit,
      main: true,
      cell: (row) => <a href={withQuery('/warnings', 'unitId', row.unit.id)}>{row.unit.name[p.lang]}</a>,
    },
    ...severities.map((one) => ({
      key: one,
      head: t.severities[one],
      numeric: true,
      cell: (row: Row) => n(row.counts[one]),
    })),
    { key: 'open', head: t.list.unacknowledged, numeric: true, cell: (row) => n(row.counts.unacknowledged) },
    { key: 'total', head: t.list.total, numeric: true, cell: (row) => n(row.counts.total) },
  ];
  return (
    <Panel title={t.list.byUnit} id="by-unit">
      <DataTable
        caption={t.list.byUnit}
        captionHidden
        phone="scroll"
        columns={columns}
        rows={data.units}
        rowKey={(row) => row.unit.id}
        total={{
          unit: t.list.total,
          ...Object.fromEntries(severities.map((one) => [one, n(data.counts[one])])),
          open: n(data.counts.unacknowledged),
          total: n(data.counts.total),
        }}
      />
    </Panel>
  );
}

async function Filters(p: PageContext) {
  const t = messages[p.lang];
  const { state, severity, kind } = p.query;
  const filtered = ['state', 'severity', 'kind', 'unitId', 'ruleCode'].some((name) => p.query[name]);
  return (
    <FilterBar
      action="/warnings"
      clearHref={filtered ? withQuery('/warnings', 'whose', p.query['whose']) : undefined}
      keep={{ whose: p.query['whose'], ruleCode: p.query['ruleCode'] }}
    >
      <Select
        name="state"
        label={t.list.state}
        value={state ?? 'running'}
        options={states.map((value) => ({ value, text: t.list.states[value] }))}
      />
      <Select
        name="severity"
        label={t.list.severity}
        value={severity}
        empty={t.list.any}
        options={severities.map((value) => ({ value, text: t.severities[value] }))}
      />
      <Select
        name="kind"
        label={t.list.kind}
        value={kind}
        empty={t.list.any}
        options={watchKinds.map((value) => ({ value, text: t.kinds[value] }))}
      />
      <UnitPicker name="unitId" label={t.list.unit} pick={await unitPick(p, 'unitId')} />
    </FilterBar>
  );
}

export const warningsPage = pickedPage({
  path: '/warnings',
  permission: 'warning.view',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const current = whose.find((one) => one === p.query['whose']) ?? 'all';
    const data = await p.callWithQuery(listWarnings);
    const open = await p.call(listOpenWarnings, {
      limit: 20,
      ...(p.query['unitId'] && { unitId: p.query['unitId'] }),
    });
    return {
      title: t.list.title,
      nav: 'warnings',
      wide: true,
      body: (
        <>
          <PageHead
            title={t.list.title}
            lead={<p>{t.list.lead}</p>}
            actions={
              <>
                <LinkButton href="/warnings/rules">{t.list.rules}</LinkButton>
                <LinkButton href="/warnings/predictions">{t.list.quality}</LinkButton>
              </>
            }
          />
          <Tabs
            label={t.list.whose}
            items={whose.map((one) => ({
              href: withQuery('/warnings', 'whose', one),
              text: t.list.tabs[one],
              current: one === current,
            }))}
          />
          {await Filters(p)}
          <DataTable
            caption={t.list.title}
            captionHidden
            columns={columnsOf(p)}
            rows={data.items}
            rowKey={(w) => w.id}
            rowHref={(w) => `/warnings/${w.id}`}
            empty={current === 'mine' ? t.list.noneMine : t.list.none}
          />
          {data.items.length > 0 && (
            <Pagination
              summary={t.list.shown(formatNumber(data.items.length, p.lang), data.next !== undefined)}
              {...keysetLinks(p, data.next)}
            />
          )}
          {open.units.length > 1 && <ByUnit p={p} data={open} />}
        </>
      ),
    };
  },
});
