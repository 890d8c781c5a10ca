import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { missing } from '../../../../kit/problems.ts';
import { placeWords, rank, unrankedWords } from '../../ranking/rank.ts';
import type { getPublishedRanking } from '../contract/scores.ts';
import { type PublishedRanking, publishedRankings } from '../facts/publishedRankings.ts';

type Reply = ReplyOf<typeof getPublishedRanking>;
type Row = Reply['rows'][number];

const half = (share: number): number => Math.round(share * 1e4) / 100;

function rowsOf({ rows }: PublishedRanking, by: 'lowerBound' | 'value', floor: number): Row[] {
  const counted = rows.flatMap(({ name, numerator, denominator }) =>
    numerator === undefined ? [] : [{ id: name, name, numerator, denominator }],
  );
  const { ranked, unranked } = rank(counted, { by, floor });
  return [
    ...ranked.map(({ row, rank: place, tiedWith, interval, places }) => ({
      name: row.name,
      rank: place,
      tied: tiedWith.length,
      numerator: row.numerator,
      denominator: row.denominator,
      low: half(interval.low),
      high: half(interval.high),
      words: placeWords(places, ranked.length),
    })),
    ...unranked.map(({ row, reason }) => ({
      name: row.name,
      tied: 0,
      numerator: row.numerator,
      denominator: row.denominator,
      words: unrankedWords(reason, row.denominator, floor),
    })),
    ...rows
      .filter((r) => r.numerator === undefined)
      .map(({ name, denominator }) => ({
        name,
        tied: 0,
        denominator,
        words: {
          vi: 'Tử số không được công bố: không xếp hạng',
          en: 'The numerator was not published: not ranked',
        },
      })),
  ];
}

export async function getPublishedRankingAction(
  _: Context,
  { code, by, floor }: ParsedOf<typeof getPublishedRanking>,
): Promise<Reply> {
  const found = publishedRankings.find((one) => one.code === code) ?? missing();
  const named = found.rows.reduce((sum, row) => sum + row.denominator, 0);
  return {
    code,
    title: found.title,
    source: found.source,
    asOf: found.asOf,
    by,
    floor,
    total: { numerator: found.total.numerator, denominator: found.total.denominator },
    rest: { units: found.total.units - found.rows.length, denominator: found.total.denominator - named },
    rows: rowsOf(found, by, floor),
    lessons: [...found.lessons],
  };
}
