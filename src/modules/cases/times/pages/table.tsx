import type { FileReply, ReplyOf } from '../../../../kit/contract.ts';
import { parseDay } from '../../../../kit/day.ts';
import { page, type PageContext } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { EmptyState, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { Explain } from '../../../../web/components/records.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { formatNumber } from '../../../../web/format.ts';
import { withQuery } from '../../../../web/with-query.ts';
import { leftText } from '../../../calendar/index.ts';
import { renderCsv } from '../../../documents/index.ts';
import { pickedPage, unitPick } from '../../../organisations/index.ts';
import { procedurePicks } from '../../../procedures/index.ts';
import { namesFor } from '../../pages/desk/parts/names.ts';
import { listStepTimes } from '../contract.ts';
import { timesMessages } from '../messages.ts';
import { headingText } from './words.ts';

type Times = ReplyOf<typeof listStepTimes>;

/** What its pickers offer. */
const picks = { unitId: { may: 'case.view' }, procedureCode: { other: procedurePicks } };

async function ask(p: PageContext): Promise<Times | undefined> {
  const { unitId } = p.query;
  const procedureCode = p.query['procedureCode']?.trim().slice(0, 60);
  const [from, to] = [parseDay(p.query['from'] ?? ''), parseDay(p.query['to'] ?? '')];
  if (!procedureCode) return undefined;
  const last = to ?? p.today;
  return p.call(listStepTimes, {
    procedureCode,
    ...(unitId && { unitId }),
    ...(from && { from: from < last ? from : last }),
    to: last,
  });
}

function csvOf(p: PageContext, times: Times): { file: FileReply } {
  const t = timesMessages[p.lang];
  const rows = times.items.map((one) => [headingText(one, p.lang), one.cases, one.median, one.p90]);
  const body = renderCsv([t.state, t.cases, t.medianMinutes, t.p90Minutes], rows);
  const name = `thoi-gian-${p.query['procedureCode'] ?? ''}-${times.from}-${times.to}.csv`;
  return { file: { body, type: 'text/csv; charset=utf-8', name } };
}

function Table({ p, times }: { p: PageContext; times: Times }) {
  const t = timesMessages[p.lang];
  const time = (minutes: number) => leftText(minutes)[p.lang];
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={times.items}
      rowKey={(one) => `${one.phase} ${one.key}`}
      empty={<EmptyState title={t.none} />}
      columns={[
        { key: 'state', head: t.state, main: true, cell: (one) => headingText(one, p.lang) },
        { key: 'cases', head: t.cases, numeric: true, cell: (one) => formatNumber(one.cases, p.lang) },
        { key: 'median', head: t.median, cell: (one) => time(one.median) },
        { key: 'p90', head: t.p90, cell: (one) => time(one.p90) },
      ]}
    />
  );
}

async function Filters({ p, times }: { p: PageContext; times: Times | undefined }) {
  const t = timesMessages[p.lang];
  return (
    <FilterBar clearHref={times ? '/cases/times' : undefined}>
      <UnitPicker
        name="procedureCode"
        label={t.procedure}
        pick={await unitPick(p, 'procedureCode', picks.procedureCode)}
      />
      <UnitPicker
        name="unitId"
        label={t.unit}
        placeholder={t.anyUnit}
        pick={await unitPick(p, 'unitId', picks.unitId)}
      />
      <DateInput name="from" label={t.from} value={times?.from ?? p.query['from']} />
      <DateInput name="to" label={t.to} value={times?.to ?? p.query['to']} />
    </FilterBar>
  );
}

/** How long each step of a procedure takes in a unit: median, ninetieth percentile, number; as a file too. */
export const stepTimesPage = pickedPage(
  page({
    path: '/cases/times',
    permission: 'case.view',
    area: 'workbench',
    get: async (p) => {
      const t = timesMessages[p.lang];
      const times = await ask(p);
      if (times && p.query['format'] === 'csv') return csvOf(p, times);
      const code = p.query['procedureCode'] ?? '';
      const names = await namesFor(p, { procedures: times ? [code] : [] });
      const count = formatNumber(times?.cases ?? 0, p.lang);
      const head = times ? `${code} ${names.procedure(code)}: ${t.counted(count)}` : '';
      return {
        title: t.title,
        nav: 'cases-times',
        wide: true,
        body: (
          <>
            <PageHead
              title={t.title}
              lead={<p>{t.lead}</p>}
              actions={times && <LinkButton href={withQuery(p.url, 'format', 'csv')}>{t.csv}</LinkButton>}
            />
            {await Filters({ p, times })}
            {times ? (
              <Panel title={head} flush>
                {times.isCut && <p class="soft panel-note">{t.cut(count)}</p>}
                <Table p={p} times={times} />
              </Panel>
            ) : (
              <Panel>
                <EmptyState icon="clock" title={t.choose} />
              </Panel>
            )}
            <Explain summary={t.how}>
              <p>{t.howText}</p>
            </Explain>
          </>
        ),
      };
    },
  }),
  picks,
);
