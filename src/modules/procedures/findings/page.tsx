import type { FileReply, InputOf, ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext } from '../../../kit/page.ts';
import { Link, LinkButton } from '../../../web/components/button.tsx';
import { FilterBar } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/inputs.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatNumber } from '../../../web/format.ts';
import { withQuery } from '../../../web/with-query.ts';
import { renderCsv } from '../../documents/index.ts';
import { textIn, Vi } from '../pages/parts.tsx';
import { checks } from '../rules/checks/all.ts';
import { ByMinistry, PATH } from './byMinistry.tsx';
import { listFindings } from './contract.ts';
import { findingMessages } from './messages.ts';

type Found = ReplyOf<typeof listFindings>;

const SHOWN = 300;
const EVERY = 50_000;

/** What the address asks for; a word that no filter knows is passed over. */
function asked(p: PageContext): InputOf<typeof listFindings> {
  const { ministryId, check, severity } = p.query;
  return {
    ...(ministryId && { ministryId: ministryId.slice(0, 100) }),
    ...(checks.some((one) => one.name === check) && { check }),
    ...((severity === 'block' || severity === 'warn') && { severity }),
  };
}

async function csvOf(p: PageContext): Promise<{ file: FileReply }> {
  const t = findingMessages[p.lang];
  const { items } = await p.call(listFindings, { ...asked(p), limit: EVERY });
  const titles = [t.ministry, t.code, t.name, t.decision, t.state, t.severity, t.check, t.what, t.remedy];
  const rows = items.map((one) => [
    one.ministry?.[p.lang] ?? t.none,
    one.code,
    one.nameVi,
    one.decision,
    t.states[one.state],
    t.severities[one.severity],
    one.check,
    one[p.lang],
    one.remedy[p.lang],
  ]);
  const name = `kiem-tra-danh-muc-${p.today}.csv`;
  return { file: { body: renderCsv(titles, rows), type: 'text/csv; charset=utf-8', name } };
}

function Items({ p, found }: { p: PageContext; found: Found }) {
  const t = findingMessages[p.lang];
  const { items, total } = found;
  return (
    <Panel title={t.found(formatNumber(total, p.lang))} flush>
      {total > items.length && <p class="soft panel-note">{t.shown(formatNumber(items.length, p.lang))}</p>}
      <DataTable
        caption={t.title}
        captionHidden
        rows={items.map((one, index) => ({ ...one, index }))}
        rowKey={(one) => String(one.index)}
        rowTone={(one) => (one.severity === 'block' ? 'bad' : 'warn')}
        empty={<EmptyState icon="checkCircle" title={t.nothing} />}
        columns={[
          {
            key: 'name',
            head: t.name,
            main: true,
            cell: (one) => (
              <>
                <Link href={`/catalogue/${one.code}`}>{one.code}</Link> <Vi>{one.nameVi}</Vi>
              </>
            ),
          },
          { key: 'ministry', head: t.ministry, cell: (one) => one.ministry?.[p.lang] ?? t.none },
          {
            key: 'severity',
            head: t.severity,
            cell: (one) => (
              <Chip tone={one.severity === 'block' ? 'bad' : 'warn'}>{t.severities[one.severity]}</Chip>
            ),
          },
          { key: 'what', head: t.what, cell: (one) => one[p.lang] },
          { key: 'remedy', head: t.remedy, cell: (one) => one.remedy[p.lang] },
        ]}
      />
    </Panel>
  );
}

function Filters({ p, found }: { p: PageContext; found: Found }) {
  const t = findingMessages[p.lang];
  const { ministryId, check, severity } = p.query;
  return (
    <FilterBar clearHref={ministryId || check || severity ? PATH : undefined}>
      <Select
        name="ministryId"
        label={t.ministry}
        value={ministryId}
        empty={t.anyMinistry}
        options={found.ministries.map((one) => ({
          value: one.ministry?.id ?? 'none',
          text: one.ministry?.[p.lang] ?? t.none,
        }))}
      />
      <Select
        name="check"
        label={t.check}
        value={check}
        empty={t.anyCheck}
        options={checks.map((one) => ({ value: one.name, text: one.title[p.lang] }))}
      />
      <Select
        name="severity"
        label={t.severity}
        value={severity}
        empty={t.anySeverity}
        options={(['block', 'warn'] as const).map((value) => ({ value, text: t.severities[value] }))}
      />
    </FilterBar>
  );
}

/** What the checks find in the catalogue, for each ministry as a list to hand over; as a file too. */
export const findingsPage = page({
  path: PATH,
  permission: 'procedure.edit',
  area: 'workbench',
  get: async (p) => {
    const t = findingMessages[p.lang];
    if (p.query['format'] === 'csv') return csvOf(p);
    const found = await p.call(listFindings, { ...asked(p), limit: SHOWN });
    return {
      title: t.title,
      nav: 'catalogue',
      wide: true,
      crumbs: [{ href: '/catalogue', text: textIn(p).nav.catalogue }],
      body: (
        <>
          <PageHead
            title={t.title}
            lead={t.lead}
            actions={<LinkButton href={withQuery(p.url, 'format', 'csv')}>{t.csv}</LinkButton>}
          />
          <ByMinistry p={p} ministries={found.ministries} />
          <Filters p={p} found={found} />
          <Items p={p} found={found} />
        </>
      ),
    };
  },
});
