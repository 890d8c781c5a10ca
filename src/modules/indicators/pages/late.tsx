import type { ReplyOf } from '../../../kit/contract.ts';
import type { PageContext } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { type Column, DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import { pickedPage } from '../../organisations/index.ts';
import { listLate } from '../contract/lists.ts';
import { messages } from '../messages.ts';
import { FrameLine } from './parts/board.tsx';
import { ClassChip, nameIn, Names } from './parts/figure.tsx';
import { hrefWith, ScopeFilters, scopeOf, type ScopeQuery } from './parts/scope.tsx';

type Late = ReplyOf<typeof listLate>;
type Group = Late['groups'][number];
type Item = Late['items'][number];

/** Late tasks by agency with counts, ministries first; both totals below. */
export function LateGroups({ p, data, scope }: { p: PageContext; data: Late; scope: ScopeQuery }) {
  const t = messages[p.lang].late;
  const n = (value: number): string => formatNumber(value, p.lang);
  const columns: Column<Group>[] = [
    {
      key: 'name',
      head: t.agency,
      main: true,
      cell: (g) => <a href={hrefWith('/late', scope, { agencyId: g.id })}>{nameIn(p.lang, g)}</a>,
    },
    { key: 'overdue', head: t.overdue, numeric: true, cell: (g) => n(g.overdue) },
    { key: 'doneLate', head: t.doneLate, numeric: true, cell: (g) => n(g.doneLate) },
    { key: 'count', head: t.count, numeric: true, cell: (g) => n(g.count) },
  ];
  return (
    <>
      <DataTable
        caption={t.title}
        captionHidden
        phone="scroll"
        columns={columns}
        rows={data.groups}
        rowKey={(g) => g.id}
        empty={t.none}
        total={{ name: t.sum, count: n(data.sum) }}
      />
      {data.total > 0 && (
        <p>
          <strong>
            {t.total}: {n(data.total)}
          </strong>{' '}
          ({t.overdue} {n(data.overdue)}, {t.doneLate} {n(data.doneLate)}). {data.statement?.[p.lang]}
        </p>
      )}
    </>
  );
}

function Items({ p, data }: { p: PageContext; data: Late }) {
  const t = messages[p.lang].late;
  const columns: Column<Item>[] = [
    {
      key: 'task',
      head: t.task,
      main: true,
      width: 'wide',
      cell: (i) => (
        <>
          <a href={`/tasks/${i.id}`}>{p.lang === 'en' && i.titleEn ? i.titleEn : i.titleVi}</a>{' '}
          <small>
            {i.directiveNumber} · {i.ref}
          </small>
        </>
      ),
    },
    { key: 'product', head: t.product, desktopOnly: true, cell: (i) => i.productVi },
    { key: 'agencies', head: t.agencies, cell: (i) => <Names of={i.agencies} total={i.agenciesTotal} /> },
    {
      key: 'due',
      head: t.due,
      cell: (i) => (
        <>
          {formatDay(i.due)}
          {i.firstDue && i.firstDue !== i.due && <small> {t.first(formatDay(i.firstDue))}</small>}
        </>
      ),
    },
    { key: 'days', head: t.days, numeric: true, cell: (i) => formatNumber(i.days, p.lang) },
    { key: 'state', head: t.state, cell: (i) => <ClassChip of={i.class} /> },
  ];
  return (
    <DataTable
      caption={t.all}
      captionHidden
      columns={columns}
      rows={data.items}
      rowKey={(i) => i.id}
      rowHref={(i) => `/tasks/${i.id}`}
      empty={t.none}
    />
  );
}

export const latePage = pickedPage({
  path: '/late',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const scope = scopeOf(p);
    const data = await p.callWithQuery(listLate);
    const chosen = data.groups.find((g) => g.id === p.query['agencyId']);
    const file = (format: string): string =>
      hrefWith(
        '/api/reports-draft',
        {},
        {
          kind: 'late',
          taskKind: scope.kind,
          directiveId: scope.directiveId,
          ownerUnitId: scope.ownerUnitId,
          sectionCode: scope.sectionCode,
          field: scope.field,
          aboutUnitId: scope.unitId,
          asOf: scope.asOf,
          language: p.lang,
          format,
        },
      );
    return {
      title: t.late.title,
      nav: 'late',
      body: (
        <>
          <PageHead
            title={t.late.title}
            lead={<p>{t.late.lead}</p>}
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
          {await ScopeFilters(p, {
            path: '/late',
            without: ['count'],
            keep: { agencyId: p.query['agencyId'] },
          })}
          <FrameLine p={p} data={data} />
          <Panel title={t.late.agency}>
            <LateGroups p={p} data={data} scope={scope} />
          </Panel>
          <Panel
            title={chosen ? t.late.of(nameIn(p.lang, chosen)) : t.late.all}
            actions={chosen && <a href={hrefWith('/late', scope)}>{t.late.showAll}</a>}
          >
            <Items p={p} data={data} />
            {data.unnamed > 0 && <p>{t.late.unnamed(formatNumber(data.unnamed, p.lang))}</p>}
          </Panel>
        </>
      ),
    };
  },
});
