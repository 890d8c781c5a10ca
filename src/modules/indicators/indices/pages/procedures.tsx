import type { PageContext } from '../../../../kit/page.ts';
import { Problem } from '../../../../kit/problems.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Tabs } from '../../../../web/components/lists.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { PageHead, Panel, Toolbar } from '../../../../web/components/panel.tsx';
import { DataTable, Pagination } from '../../../../web/components/table.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { formatDay, formatNumber } from '../../../../web/format.ts';
import { filtered, keysetLinks } from '../../../../web/keyset.ts';
import { pickedPage, ROOT, unitPick } from '../../../organisations/index.ts';
import { listIndexProcedures, notByProcedure } from '../contract/procedures.ts';
import { notMeasured } from '../contract/scores.ts';
import { getIndexTree } from '../contract/trees.ts';
import { messages } from '../messages.ts';
import { frameQuery, hrefOf, pointsText, unitOf, WhenFields } from './frame.tsx';
import { columnsOf, type ProceduresReply } from './procedures-columns.tsx';

const orders = ['best', 'worst', 'cases'] as const;
const ways = ['lowerBound', 'value'] as const;

/** What the address says about the list, without the place in it. */
function own(p: PageContext, unitId: string) {
  const { by, floor, order, field, q, part } = p.query;
  return { ...frameQuery(p), procedure: undefined, unitId, by, floor, order, field, q, part };
}

async function Filters({
  p,
  path,
  data,
}: {
  p: PageContext;
  path: string;
  data: ProceduresReply | undefined;
}) {
  const t = messages[p.lang];
  const fields = data?.fields ?? [];
  return (
    <FilterBar action={path} clearHref={path} keep={{ part: p.query['part'] }}>
      <UnitPicker
        name="unitId"
        label={t.frame.unit}
        placeholder={t.frame.anyUnit}
        pick={await unitPick(p, 'unitId')}
      />
      <TextInput name="q" label={t.procedures.q} value={p.query['q']} />
      <Select
        name="field"
        label={t.procedures.field}
        value={p.query['field']}
        empty={t.procedures.anyField}
        options={fields.map(({ field, procedures }) => ({
          value: field,
          text: t.procedures.fieldOf(field, formatNumber(procedures, p.lang)),
        }))}
      />
      <Select
        name="order"
        label={t.procedures.order}
        value={p.query['order'] ?? 'best'}
        options={orders.map((value) => ({ value, text: t.procedures.orders[value] }))}
      />
      <Select
        name="by"
        label={t.procedures.by}
        value={p.query['by'] ?? 'lowerBound'}
        options={ways.map((value) => ({ value, text: t.ranking.bys[value] }))}
      />
      <TextInput
        name="floor"
        label={t.ranking.floor}
        value={p.query['floor'] ?? (data && String(data.floor))}
        size="short"
        inputMode="numeric"
      />
      <WhenFields p={p} />
    </FilterBar>
  );
}

function List({ p, path, data, part }: { p: PageContext; path: string; data: ProceduresReply; part: Part }) {
  const t = messages[p.lang];
  const file = (format: string): string =>
    hrefOf(`/api${path}/export`, { ...own(p, data.unit.id), part: undefined, format, language: p.lang });
  const href = (code: string): string =>
    hrefOf(`/indices/${data.index.code}`, { ...frameQuery(p), unitId: data.unit.id, procedure: code });
  return (
    <Panel title={t.procedures.link} id="list">
      <Tabs
        label={t.procedures.link}
        items={(['ranked', 'unranked'] as const).map((one) => ({
          href: `${filtered(p, { part: one })}#list`,
          text: t.ranking[one],
          count: data.counts[one],
          current: one === part,
        }))}
      />
      <Toolbar
        end={(['csv', 'xlsx'] as const).map((format) => (
          <LinkButton key={format} small icon="download" href={file(format)} download>
            {t.procedures[format]}
          </LinkButton>
        ))}
      >
        <span class="soft">
          {part === 'ranked'
            ? `${t.procedures.ranks[data.by]} ${t.procedures.places}`
            : t.procedures.floorNote(formatNumber(data.floor, p.lang))}{' '}
          {t.procedures.shareHint}
        </span>
      </Toolbar>
      <DataTable
        caption={t.ranking[part]}
        captionHidden
        columns={columnsOf(p, data, { isRanked: part === 'ranked', href })}
        rows={data.items}
        rowKey={(row) => row.procedure.code}
        rowHref={(row) => href(row.procedure.code)}
        empty={part === 'ranked' && data.counts.unranked > 0 ? t.procedures.noneRanked : t.procedures.none}
      />
      {data.items.length > 0 && (
        <Pagination
          summary={t.procedures.shown(formatNumber(data.items.length, p.lang))}
          {...keysetLinks(p, data.next)}
        />
      )}
    </Panel>
  );
}

type Part = 'ranked' | 'unranked';

/** The list and its part: of those with a place, of the others where nobody has one; a text where there is nothing to score. */
async function dataFor(
  p: PageContext,
  unitId: string,
): Promise<{ data: ProceduresReply; part: Part } | string> {
  const code = p.params['code'];
  const list = (part: Part) => p.callWithQuery(listIndexProcedures, { code, unitId, part, limit: 25 });
  try {
    if (p.query['part'] === 'unranked') return { data: await list('unranked'), part: 'unranked' };
    const ranked = await list('ranked');
    if (p.query['part'] || ranked.counts.ranked > 0) return { data: ranked, part: 'ranked' };
    return { data: await list('unranked'), part: 'unranked' };
  } catch (error) {
    const kind = error instanceof Problem ? error.kind : undefined;
    if (kind === notMeasured || kind === notByProcedure) return kind.title[p.lang];
    throw error;
  }
}

export const proceduresPage = pickedPage({
  path: '/indices/:code/procedures',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const { tree } = await p.call(getIndexTree, { code: p.params['code']! });
    const path = `/indices/${tree.code}/procedures`;
    const unitId = unitOf(p) ?? ROOT;
    const found = await dataFor(p, unitId);
    const { data, part } = typeof found === 'string' ? {} : found;
    const name = tree.name[p.lang];
    const unitName = data?.unit.name[p.lang];
    return {
      title: unitName ? `${unitName}: ${t.procedures.title(name)}` : t.procedures.title(name),
      nav: 'indices',
      wide: true,
      crumbs: [
        { href: '/indices', text: t.nav.indices },
        { href: hrefOf(`/indices/${tree.code}`, { ...frameQuery(p), unitId }), text: name },
      ],
      body: (
        <>
          <PageHead
            kicker={data && `${t.procedures.title(name)} · ${t.frame.version(data.index.version)}`}
            title={unitName ?? t.procedures.title(name)}
            lead={
              <p>
                {data && `${t.score.lead(data.periodName[p.lang], formatDay(data.asOf))} `}
                {t.procedures.lead} {data && t.frame.procedureNote(pointsText(data.index.maximum, p))}
              </p>
            }
            actions={
              <>
                <LinkButton href={hrefOf(`/indices/${tree.code}`, { ...frameQuery(p), unitId })}>
                  {t.list.score}
                </LinkButton>
                <LinkButton href={`/indices/${tree.code}/ranking`}>{t.list.ranking}</LinkButton>
              </>
            }
          />
          {await Filters({ p, path, data })}
          {typeof found === 'string' && <Notice tone="warn" title={found} />}
          {data && part && <List p={p} path={path} data={data} part={part} />}
        </>
      ),
    };
  },
});
