import type { ReplyOf } from '../../../kit/contract.ts';
import { type PageContext, page } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { Share } from '../../../web/components/figure.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatInstant, formatNumber } from '../../../web/format.ts';
import { getReport } from '../contract/reports.ts';
import { messages } from '../messages.ts';
import { Beside } from '../reporting/pages/beside.tsx';
import { PaperBody } from '../reporting/pages/body.tsx';
import { words } from '../reporting/pages/words.ts';
import { ReportBody } from './parts/content.tsx';
import { ClassChip } from './parts/figure.tsx';

type Report = ReplyOf<typeof getReport>;
type Live = NonNullable<Report['live']>;
type BesideRow = Live['figures'][number];

function Difference({ p, report, live }: { p: PageContext; report: Report; live: Live }) {
  const t = messages[p.lang].reports;
  const share = (f: BesideRow['frozen'] | undefined) =>
    f ? (
      <Share
        numerator={f.numerator}
        denominator={f.denominator}
        digits={f.rounding.decimals}
        rounding={f.rounding.mode}
      />
    ) : (
      '–'
    );
  const gap = ({ frozen, now }: BesideRow): string => {
    if (frozen.value === undefined || now?.value === undefined) return '–';
    const points = now.value - frozen.value;
    return `${points > 0 ? '+' : points < 0 ? '−' : ''}${formatNumber(Math.abs(points), p.lang, 2)} ${messages[p.lang].changes.points}`;
  };
  return (
    <Panel title={t.beside}>
      <p>
        {t.same(formatNumber(live.same, p.lang))}; {t.changed(formatNumber(live.changed, p.lang))}. {t.rights}
      </p>
      <DataTable
        caption={t.beside}
        captionHidden
        phone="scroll"
        columns={[
          {
            key: 'name',
            head: messages[p.lang].report.figure,
            main: true,
            cell: (b: BesideRow) => b.frozen.name[p.lang],
          },
          {
            key: 'then',
            head: `${t.then}, ${formatInstant(report.asOf)}`,
            numeric: true,
            cell: (b) => share(b.frozen),
          },
          { key: 'now', head: `${t.now}, ${formatDay(live.asOf)}`, numeric: true, cell: (b) => share(b.now) },
          { key: 'gap', head: t.difference, numeric: true, cell: gap },
        ]}
        rows={live.figures}
        rowKey={(b) => b.frozen.code}
      />
      {live.moves.length > 0 && (
        <DataTable
          caption={t.changed(formatNumber(live.changed, p.lang))}
          columns={[
            {
              key: 'from',
              head: t.from,
              main: true,
              cell: (m) => (m.from ? <ClassChip of={m.from} /> : t.absent),
            },
            { key: 'to', head: t.to, cell: (m) => (m.to ? <ClassChip of={m.to} /> : t.gone) },
            { key: 'n', head: t.n, numeric: true, cell: (m) => formatNumber(m.n, p.lang) },
          ]}
          rows={live.moves}
          rowKey={(m) => `${m.from} ${m.to}`}
        />
      )}
    </Panel>
  );
}

function Seal({ p, report }: { p: PageContext; report: Report }) {
  const t = messages[p.lang].reports;
  const reason = (report.paper ?? report.content)?.statedReason;
  return (
    <Panel title={t.proof}>
      <KeyValueList
        items={[
          { key: t.by, value: report.frozenBy },
          { key: t.frozen, value: formatInstant(report.frozenAt) },
          { key: t.unit, value: report.unit.name },
          { key: t.classification, value: t.classifications[report.classification] },
          { key: t.hash, value: <code>{report.hash}</code> },
          { key: t.key, value: <code>{report.keyId}</code> },
          reason !== undefined && { key: t.statedReason, value: reason },
        ]}
      />
      <p>
        <a href={`/api/reports/${report.id}/proof`} download>
          {t.proof} (JSON)
        </a>
      </p>
      <p class="soft">
        {t.verify} <a href="/api/reports-key">{t.publicKey}</a>
      </p>
    </Panel>
  );
}

export const reportPage = page({
  path: '/reports/:id',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang].reports;
    const report = await p.call(getReport, { id: p.params['id']! });
    const file = (format: string): string => `/api/reports/${report.id}/file?format=${format}`;
    return {
      title: report.title,
      nav: 'reports',
      wide: true,
      crumbs: [{ href: '/reports', text: t.title }],
      body: (
        <>
          <PageHead
            kicker={`${words[p.lang].kinds[report.kind]} · ${t.asOf} ${formatInstant(report.asOf)}`}
            title={report.title}
            actions={
              <>
                {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
                  <LinkButton key={format} small icon="download" href={file(format)} download>
                    {format.toUpperCase()}
                  </LinkButton>
                ))}
              </>
            }
          />
          <Notice tone={report.intact ? 'good' : 'bad'} title={report.intact ? t.intact : t.broken} />
          {report.live && <Difference p={p} report={report} live={report.live} />}
          {report.content && <ReportBody content={report.content} lang={p.lang} />}
          {report.paper && report.beside && <Beside p={p} beside={report.beside} day={report.paper.day} />}
          {report.paper && <PaperBody content={report.paper} />}
          <Seal p={p} report={report} />
        </>
      ),
    };
  },
});
