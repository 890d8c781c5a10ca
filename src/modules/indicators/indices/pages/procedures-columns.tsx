import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { IntervalBar } from '../../../../web/components/interval.tsx';
import type { Column } from '../../../../web/components/table.tsx';
import { formatNumber } from '../../../../web/format.ts';
import type { listIndexProcedures } from '../contract/procedures.ts';
import { messages } from '../messages.ts';
import { pointsText, roundedText } from './frame.tsx';

export type ProceduresReply = ReplyOf<typeof listIndexProcedures>;
type Row = ProceduresReply['items'][number];

function intervalColumn(p: PageContext, data: ProceduresReply): Column<Row> {
  const t = messages[p.lang].ranking;
  return {
    key: 'interval',
    head: t.interval,
    cell: (r) => {
      const [value, low, high] = [r.points, r.low, r.high].map((one) => pointsText(one, p));
      return (
        <>
          <IntervalBar
            value={r.points}
            low={r.low}
            high={r.high}
            scale={data.index.maximum}
            open={r.points + r.unknown}
            label={t.from(value!, low!, high!)}
          />
          <small>
            {low} – {high}
          </small>
        </>
      );
    },
  };
}

/** Columns of the list; those without a place have neither rank nor interval. */
export function columnsOf(
  p: PageContext,
  data: ProceduresReply,
  { isRanked, href }: { isRanked: boolean; href: (code: string) => string },
): Column<Row>[] {
  const t = messages[p.lang];
  const n = (value: number): string => pointsText(value, p);
  const rank: Column<Row> = {
    key: 'rank',
    head: t.ranking.rank,
    numeric: true,
    cell: (r) => r.rank !== undefined && formatNumber(r.rank, p.lang),
  };
  const classes: Column<Row> = {
    key: 'class',
    head: t.score.class,
    cell: (r) => r.classes.map((one) => one.name[p.lang]).join(t.score.or),
  };
  return [
    ...(isRanked ? [rank] : []),
    {
      key: 'procedure',
      head: t.procedures.procedure,
      main: true,
      width: 'wide',
      cell: (r) => (
        <>
          <a href={href(r.procedure.code)}>{r.procedure.name[p.lang]}</a>
          <small class="block soft">{[r.procedure.code, r.field].filter(Boolean).join(' · ')}</small>
        </>
      ),
    },
    {
      key: 'points',
      head: t.procedures.points,
      numeric: true,
      cell: (r) => t.procedures.of(n(r.points), n(r.max)),
    },
    { key: 'open', head: t.score.unknown, numeric: true, cell: (r) => n(r.unknown) },
    {
      key: 'share',
      head: t.procedures.share,
      numeric: true,
      cell: (r) =>
        roundedText(r.share === undefined ? undefined : String(Math.round(r.share * 10) / 10), 'percent', p),
    },
    { key: 'cases', head: t.procedures.cases, numeric: true, cell: (r) => formatNumber(r.records, p.lang) },
    ...(isRanked ? [intervalColumn(p, data)] : []),
    ...(data.classed ? [classes] : []),
    {
      key: 'words',
      head: t.ranking.certainty,
      cell: (r) => (
        <small class="block">
          {r.tied > 0 && `${t.procedures.tied(formatNumber(r.tied, p.lang))} `}
          {r.words[p.lang]}
        </small>
      ),
    },
  ];
}
