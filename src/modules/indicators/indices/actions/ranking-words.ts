import type { ReplyOf } from '../../../../kit/contract.ts';
import type { Text } from '../../../../kit/i18n.ts';
import type { RankBy } from '../../ranking/rank.ts';
import type { listIndexRanking } from '../contract/scores.ts';

type Reply = ReplyOf<typeof listIndexRanking>;
export type Row = Reply['rows'][number];
export type About = Reply['about'];
/** The rows of a ranking, and what would move the unit asked about. */
export interface RankedRows {
  rows: Row[];
  about?: About;
}

export interface RankingOptions {
  by: RankBy;
  floor: number;
  about: string | undefined;
}

export const first: Text = { vi: 'Đơn vị đang ở hạng đầu.', en: 'The unit is in the first place.' };
