import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Share } from '../../../../web/components/figure.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../../web/format.ts';
import type { board } from '../../contract/figures.ts';
import { messages } from '../../messages.ts';
import { hrefWith, type ScopeQuery } from './scope.tsx';

export type Board = ReplyOf<typeof board>;
type Row = Board['rows'][number];
export type By = NonNullable<Board['by']>;

/** The scope of one row: that of the board, narrowed to the row's key; periods have none. */
function narrowed(scope: ScopeQuery, by: By, key: string | undefined): ScopeQuery | undefined {
  if (key === undefined) return undefined;
  if (by === 'directive') return { ...scope, directiveId: key };
  if (by === 'section')
    return { ...scope, directiveId: key.split('/')[0], sectionCode: key.slice(key.indexOf('/') + 1) };
  if (by === 'unit') return { ...scope, unitId: key };
  return by === 'field' ? { ...scope, field: key } : undefined;
}

const figureIn = (row: Row, code: string) => row.figures.find((f) => f.code === code);

/** A board by directive, agency, section, period or field; rates with both counts. */
export function BoardTable({ p, data, scope }: { p: PageContext; data: Board; scope: ScopeQuery }) {
  const t = messages[p.lang].figures;
  const by = data.by!;
  const share = (row: Row, code: string) => {
    const f = figureIn(row, code);
    return f && f.denominator > 0 ? (
      <Share
        numerator={f.numerator}
        denominator={f.denominator}
        digits={f.rounding.decimals}
        rounding={f.rounding.mode}
      />
    ) : (
      '–'
    );
  };
  const name = (row: Row) => {
    const inner = narrowed(scope, by, row.key);
    return inner ? <a href={hrefWith('/figures', inner)}>{row.name[p.lang]}</a> : row.name[p.lang];
  };
  return (
    <>
      <DataTable
        caption={`${t.by} ${t.bys[by]}`}
        captionHidden
        phone="scroll"
        columns={[
          { key: 'name', head: t.bys[by], main: true, cell: name },
          { key: 'total', head: t.counted, numeric: true, cell: (row) => formatNumber(row.total, p.lang) },
          { key: 'done', head: t.done, numeric: true, cell: (row) => share(row, 'completionOfAll') },
          {
            key: 'onTime',
            head: figureIn(data.total, 'onTimeOfClosedAndOverdue')?.name[p.lang] ?? '',
            numeric: true,
            cell: (row) => share(row, 'onTimeOfClosedAndOverdue'),
          },
          {
            key: 'overdue',
            head: t.overdue,
            numeric: true,
            cell: (row) => formatNumber(row.byClass.overdue ?? 0, p.lang),
          },
        ]}
        rows={data.rows}
        rowKey={(row) => row.key ?? '-'}
        rowTone={(row) => ((row.byClass.overdue ?? 0) > 0 ? 'bad' : undefined)}
        total={{
          name: t.sum,
          total: formatNumber(data.total.total, p.lang),
          done: share(data.total, 'completionOfAll'),
          onTime: share(data.total, 'onTimeOfClosedAndOverdue'),
          overdue: formatNumber(data.total.byClass.overdue ?? 0, p.lang),
        }}
      />
      {data.note && <p class="soft">{data.note[p.lang]}</p>}
    </>
  );
}

/** The line under the head of every page of figures: over what, counted how, as of when. */
export function FrameLine({
  p,
  data,
}: {
  p: PageContext;
  data: Pick<Board, 'scope' | 'counts' | 'asOf' | 'live'>;
}) {
  const t = messages[p.lang];
  return (
    <p>
      {data.scope[p.lang]}. {data.counts[p.lang]}. {t.figure.asOf} {formatDay(data.asOf)} (
      {data.live ? t.figures.live : t.figures.past}).
    </p>
  );
}
