import type { ReplyOf } from '../../../kit/contract.ts';
import { type PageContext, page } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { Share } from '../../../web/components/figure.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { RecordList } from '../../../web/components/records.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatNumber, formatPercent } from '../../../web/format.ts';
import { listReported, readReported } from '../contract/reported.ts';
import { messages } from '../messages.ts';

type Puzzle = ReplyOf<typeof readReported>;

export const puzzlesPage = page({
  path: '/figures/puzzles',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const { items } = await p.call(listReported, {});
    return {
      title: t.puzzles.title,
      nav: 'figures',
      crumbs: [{ href: '/figures', text: t.figures.title }],
      body: (
        <>
          <PageHead title={t.puzzles.title} lead={<p>{t.puzzles.lead}</p>} />
          {items.length === 0 ? (
            <EmptyState icon="chart" title={t.puzzles.none} />
          ) : (
            <RecordList
              items={items.map((i) => ({
                id: i.id,
                href: `/figures/puzzles/${i.code ?? i.id}`,
                kicker: `${i.bodyName} · ${formatDay(i.asOf)}`,
                title: i.title[p.lang],
                note: i.scope[p.lang],
                end: i.ok === undefined ? undefined : <Check ok={i.ok} p={p} />,
              }))}
            />
          )}
        </>
      ),
    };
  },
});

function Check({ ok, p }: { ok: boolean; p: PageContext }) {
  const t = messages[p.lang].puzzles;
  return (
    <Chip tone={ok ? 'good' : 'bad'} icon={ok ? 'check' : 'alert'}>
      {ok ? t.ok : t.notOk}
    </Chip>
  );
}

function Printed({ p, data }: { p: PageContext; data: Puzzle }) {
  const t = messages[p.lang].puzzles;
  const { reported } = data;
  return (
    <Panel title={t.printed}>
      <DataTable
        caption={t.printed}
        captionHidden
        phone="scroll"
        columns={[
          { key: 'label', head: t.label, main: true, cell: (c) => c.label[p.lang] },
          { key: 'role', head: t.role, cell: (c) => t.roles[c.role] },
          { key: 'count', head: t.count, numeric: true, cell: (c) => formatNumber(c.count, p.lang) },
          { key: 'percent', head: t.percent, numeric: true, cell: (c) => c.percent ?? '–' },
        ]}
        rows={reported.counts}
        rowKey={(c) => c.label.vi}
      />
      <KeyValueList
        items={[
          ...reported.percents.map((x) => ({ key: x.label[p.lang], value: x.printed })),
          { key: t.body, value: reported.bodyName },
          { key: t.scope, value: reported.scope[p.lang] },
          { key: t.asOf, value: formatDay(reported.asOf) },
          {
            key: t.source,
            value: reported.sourceUrl ? (
              <a href={reported.sourceUrl} rel="noreferrer">
                {reported.source}
              </a>
            ) : (
              reported.source
            ),
          },
        ]}
      />
    </Panel>
  );
}

function Readings({ p, percent }: { p: PageContext; percent: Puzzle['percents'][number] }) {
  const t = messages[p.lang].puzzles;
  const n = (value: number): string => formatNumber(value, p.lang);
  const range = (r: { from: number; to: number } | undefined): string =>
    r ? t.behind(n(r.from), n(r.to)) : '–';
  const { behind } = percent;
  return (
    <section class="stack">
      <h3>
        {percent.printed}: {percent.label[p.lang]}
      </h3>
      {percent.readings.length > 0 && (
        <DataTable
          caption={`${t.readings}: ${percent.printed}`}
          captionHidden
          phone="scroll"
          columns={[
            {
              key: 'rule',
              head: t.reading,
              main: true,
              width: 'wide',
              cell: (r) => (
                <>
                  <a href={`/figures/${r.code}`}>{r.name[p.lang]}</a> <small>{r.rule[p.lang]}</small>
                </>
              ),
            },
            {
              key: 'counts',
              head: t.counts,
              numeric: true,
              cell: (r) => `${n(r.numerator)} / ${n(r.denominator)}`,
            },
            {
              key: 'exact',
              head: t.exact,
              numeric: true,
              cell: (r) => `${formatPercent(r.exact, p.lang, r.exact.split('.')[1]?.length ?? 0)}\u2026`,
            },
            { key: 'mode', head: t.mode, cell: (r) => t.modes[r.mode] },
            { key: 'use', head: t.use, cell: (r) => (r.offered ? t.offered : t.notOffered) },
          ]}
          rows={percent.readings}
          rowKey={(r) => `${r.code} ${r.mode}`}
        />
      )}
      {behind.length > 0 && (
        <DataTable
          caption={`${t.behindTitle}: ${percent.printed}`}
          phone="scroll"
          columns={[
            {
              key: 'count',
              head: t.count,
              main: true,
              cell: (b) => `${b.as === 'base' ? t.asBase : t.asNumerator}: ${b.label[p.lang]} ${n(b.count)}`,
            },
            { key: 'halfUp', head: t.behindRounded, numeric: true, cell: (b) => range(b.halfUp) },
            { key: 'cut', head: t.behindCut, numeric: true, cell: (b) => range(b.cut) },
            {
              key: 'out',
              head: t.possible,
              cell: (b) =>
                b.impossible ? t.impossible(b.impossible.label[p.lang], n(b.impossible.count)) : t.isPossible,
            },
          ]}
          rows={behind}
          rowKey={(b) => `${b.as} ${b.label.vi}`}
        />
      )}
      {percent.readings.length === 0 && behind.length === 0 && <p>{t.noReading}</p>}
    </section>
  );
}

function Shares({ p, data }: { p: PageContext; data: Puzzle }) {
  const t = messages[p.lang].puzzles;
  return (
    <Panel title={t.shares}>
      <DataTable
        caption={t.shares}
        captionHidden
        phone="scroll"
        columns={[
          { key: 'name', head: t.reading, main: true, cell: (s) => s.name[p.lang] },
          {
            key: 'share',
            head: t.counts,
            numeric: true,
            cell: (s) => <Share numerator={s.numerator} denominator={s.denominator} digits={1} />,
          },
          {
            key: 'interval',
            head: t.interval,
            numeric: true,
            cell: (s) => t.between(formatPercent(s.low, p.lang, 1), formatPercent(s.high, p.lang, 1)),
          },
          {
            key: 'use',
            head: t.use,
            cell: (s) => <Chip tone={s.use === 'system' ? 'good' : 'idle'}>{t.uses[s.use]}</Chip>,
          },
        ]}
        rows={data.shares}
        rowKey={(s) => s.name.vi}
      />
      <p class="soft">{t.intervalNote}</p>
    </Panel>
  );
}

export const puzzlePage = page({
  path: '/figures/puzzles/:code',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const data = await p.call(readReported, { code: p.params['code']! });
    const { check } = data;
    return {
      title: data.title[p.lang],
      nav: 'figures',
      crumbs: [
        { href: '/figures', text: t.figures.title },
        { href: '/figures/puzzles', text: t.puzzles.title },
      ],
      body: (
        <>
          <PageHead
            kicker={`${data.reported.bodyName} · ${formatDay(data.reported.asOf)}`}
            title={data.title[p.lang]}
            lead={data.question && <p>{data.question[p.lang]}</p>}
            actions={<LinkButton href="/figures">{t.puzzles.live}</LinkButton>}
          />
          {data.answer.length > 0 && (
            <Notice tone="info" title={t.puzzles.answer}>
              {data.answer.map((line) => (
                <p key={line.vi}>{line[p.lang]}</p>
              ))}
            </Notice>
          )}
          <Printed p={p} data={data} />
          {check && (
            <Panel title={t.puzzles.check} actions={<Check ok={check.ok} p={p} />}>
              <p>{check.words[p.lang]}</p>
              {check.suggestions.length > 0 && (
                <ul>
                  {check.suggestions.map((s) => (
                    <li key={s.name}>{s.words[p.lang]}</li>
                  ))}
                </ul>
              )}
            </Panel>
          )}
          {data.shares.length > 0 && <Shares p={p} data={data} />}
          {data.percents.length > 0 && (
            <Panel title={t.puzzles.readings}>
              <div class="stack">
                {data.percents.map((x) => (
                  <Readings key={x.printed + x.label.vi} p={p} percent={x} />
                ))}
              </div>
            </Panel>
          )}
          {data.related.length > 0 && (
            <Panel title={t.puzzles.related}>
              <ul>
                {data.related.map((r) => (
                  <li key={r.code}>
                    <a href={`/figures/puzzles/${r.code}`}>{r.title[p.lang]}</a>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </>
      ),
    };
  },
});
