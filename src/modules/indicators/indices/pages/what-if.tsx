import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { FilterBar } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { formatNumber } from '../../../../web/format.ts';
import type { whatWouldItTake } from '../contract/scores.ts';
import { messages } from '../messages.ts';
import { frameQuery, pointsText } from './frame.tsx';

type Answer = ReplyOf<typeof whatWouldItTake>;
type Gain = Answer['plan'][number] & { enough?: boolean };

function GainTable({ p, caption, rows }: { p: PageContext; caption: string; rows: readonly Gain[] }) {
  const t = messages[p.lang].whatIf;
  const columns: Column<Gain>[] = [
    { key: 'name', head: t.indicator, main: true, width: 'wide', cell: (g) => `${g.code} ${g.name[p.lang]}` },
    {
      key: 'records',
      head: t.records,
      numeric: true,
      cell: (g) => (
        <>
          {formatNumber(g.records, p.lang)} <small>{t.of(formatNumber(g.of, p.lang))}</small>
        </>
      ),
    },
    {
      key: 'gain',
      head: t.gain,
      numeric: true,
      cell: (g) => (
        <>
          +{pointsText(g.gain, p)}
          {g.enough !== undefined && <small> ({g.enough ? t.enough : t.notEnough})</small>}
        </>
      ),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={(g) => g.code} phone="scroll" />;
}

/** What more points would take, with its own small form. */
export function WhatIfPanel({ p, data, path }: { p: PageContext; data: Answer; path: string }) {
  const t = messages[p.lang].whatIf;
  const n = (value: number): string => pointsText(value, p);
  return (
    <Panel title={t.title} id="what-if">
      <p>{t.lead}</p>
      <FilterBar
        action={`${path}#what-if`}
        keep={{ unitId: data.unit.id, ...frameQuery(p), trend: p.query['trend'] }}
        label={t.title}
        button={t.button}
      >
        <TextInput name="wanted" label={t.wanted} value={n(data.wanted)} size="short" inputMode="decimal" />
      </FilterBar>
      {data.plan.length === 0 ? (
        <p>{t.nothing}</p>
      ) : (
        <>
          <GainTable
            p={p}
            caption={
              data.reached
                ? t.reached(n(data.wanted), formatNumber(data.records, p.lang))
                : t.notReached(n(data.wanted), n(data.gained))
            }
            rows={data.plan}
          />
          <details>
            <summary>{t.alone}</summary>
            <GainTable p={p} caption={t.alone} rows={data.alone} />
          </details>
        </>
      )}
      {data.without.length > 0 && (
        <p class="soft">{t.without(data.without.map((node) => node.code).join(', '))}</p>
      )}
    </Panel>
  );
}
