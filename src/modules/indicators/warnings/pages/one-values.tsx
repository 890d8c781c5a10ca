import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { LineChart } from '../../../../web/charts.tsx';
import { Counts } from '../../../../web/components/figure.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { formatDay, formatNumber, formatPercent } from '../../../../web/format.ts';
import type { getWarning } from '../contract.ts';
import { messages } from '../messages.ts';
import { capital } from './parts.tsx';

type One = ReplyOf<typeof getWarning>;

/** The value now and at the beginning, with the figure it is and the range it was taken from. */
export function Value({ p, data }: { p: PageContext; data: One }) {
  const t = messages[p.lang].one;
  const { figure, range, due } = data;
  const n = (value: number): string => formatNumber(Math.round(value), p.lang);
  return (
    <Panel title={messages[p.lang].list.value}>
      <KeyValueList
        items={[
          data.phase !== 'ended' && { key: t.now, value: <strong>{capital(data.valueText[p.lang])}</strong> },
          {
            key: t.atStart,
            value: `${capital(data.raised.valueText[p.lang])} · ${formatDay(data.raised.on)}`,
          },
          figure && {
            key: t.figure,
            value: (
              <>
                <a href={figure.href}>{figure.name[p.lang]}</a> · <a href={figure.recordsHref}>{t.records}</a>
              </>
            ),
          },
          range && {
            key: t.range,
            value: (
              <>
                {t.rangeBasis(n(range.similar), range.basis[p.lang])}.{' '}
                <a href="/warnings/predictions">{t.rangePast}</a>
              </>
            ),
          },
          due !== undefined && { key: t.due, value: formatDay(due) },
        ]}
      />
      {figure && <p class="soft">{t.allCounted}</p>}
      <p>
        <a href={data.subject.href}>{data.subject.title[p.lang]}</a>
      </p>
    </Panel>
  );
}

/** The steps of a trend: share and both counts of each. */
export function Steps({ p, data }: { p: PageContext; data: One }) {
  const t = messages[p.lang].one;
  if (data.steps.length === 0) return null;
  return (
    <Panel title={t.steps}>
      <DataTable
        caption={t.steps}
        captionHidden
        columns={[
          { key: 'on', head: t.step, main: true, cell: (s) => formatDay(s.on) },
          {
            key: 'value',
            head: data.figure?.name[p.lang] ?? '',
            numeric: true,
            cell: (s) => (s.value === undefined ? '–' : formatPercent(s.value, p.lang, 1)),
          },
          {
            key: 'counts',
            head: t.counts,
            numeric: true,
            cell: (s) =>
              s.numerator === undefined || s.denominator === undefined ? (
                ''
              ) : (
                <Counts numerator={s.numerator} denominator={s.denominator} />
              ),
          },
        ]}
        rows={data.steps}
        rowKey={(s) => s.on}
      />
    </Panel>
  );
}

const units: Partial<Record<One['kind'], { vi: string; en: string }>> = {
  threshold: { vi: '%', en: '%' },
  silence: { vi: 'ngày', en: 'days' },
  prediction: { vi: 'ngày', en: 'days' },
};

export function Looks({ p, data }: { p: PageContext; data: One }) {
  const t = messages[p.lang].one;
  if (data.looks.length < 2) return null;
  const unit = units[data.kind]?.[p.lang];
  return (
    <Panel title={t.looks}>
      <LineChart
        title={(data.figure?.name ?? data.ruleName)[p.lang]}
        categoryName={t.looksHead}
        categories={data.looks.map((look) => formatDay(look.on))}
        series={[
          {
            name: data.ruleName[p.lang],
            tone: 'warn',
            values: data.looks.map((look) => look.value ?? null),
          },
        ]}
        {...(unit && { unit })}
      />
    </Panel>
  );
}
