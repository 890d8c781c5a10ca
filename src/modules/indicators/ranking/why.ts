import type { Text } from '../../../kit/i18n.ts';
import { type Counted, placeAmong, type RankOptions, rank } from './rank.ts';

/** What would move a unit up to a place. */
export interface Move {
  /** The place that is reached, alone or shared. */
  to: number;
  /** Further records that all succeed, on top of what was counted; undefined when no number of them is enough. */
  furtherSuccesses?: number | undefined;
  /** Counted failures that would have had to be successes; undefined when even all of them are not enough. */
  avoidedFailures?: number | undefined;
}

/** More than a year's work of the largest office: beyond it an answer helps nobody. */
const MOST = 1_000_000;

/** The smallest count up to `most` for which `holds`, which stays true once it is. */
function smallest(most: number, holds: (count: number) => boolean): number | undefined {
  if (!holds(most)) return undefined;
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

/**
 * The least that brings a ranked unit to place `to` or better while all others stay as they are.
 * In a ranking where more is better a success adds to numerator and denominator, an avoided failure to the numerator alone;
 * where less is better (lateness) a further good record adds to the denominator alone and an avoided failure leaves the numerator.
 */
export function moveTo(rows: readonly Counted[], id: string, to: number, options: RankOptions): Move {
  const own = rows.find((r) => r.id === id);
  if (!own || own.numerator > own.denominator) return { to };
  const others = rows.filter((r) => r.id !== id && r.denominator > 0 && r.denominator >= options.floor);
  const higher = (options.direction ?? 'higher') === 'higher';
  const failures = higher ? own.denominator - own.numerator : own.numerator;
  const reaches = (changed: Counted): boolean =>
    changed.denominator > 0 && placeAmong(changed, others, options) <= to;
  return {
    to,
    furtherSuccesses: smallest(MOST, (m) =>
      reaches({
        ...own,
        denominator: own.denominator + m,
        numerator: own.numerator + (higher ? m : 0),
      }),
    ),
    avoidedFailures: smallest(failures, (m) =>
      reaches({ ...own, numerator: own.numerator + (higher ? m : -m) }),
    ),
  };
}

/** The next better place that exists in a ranking (after a tie some are empty); undefined for the first. */
export function nextPlace(rows: readonly Counted[], id: string, options: RankOptions): number | undefined {
  const { ranked } = rank(rows, options);
  const own = ranked.find((r) => r.row.id === id);
  return own && ranked.findLast((r) => r.rank < own.rank)?.rank;
}

const count = (value: number): string => value.toLocaleString('vi-VN');
const countEn = (value: number): string => value.toLocaleString('en-GB');

/** The move as a sentence; shares are written where more is better. */
export function moveWords(move: Move, own: Counted, direction: 'higher' | 'lower' = 'higher'): Text {
  const good = direction === 'higher' ? 1 : 0;
  const avoided = direction === 'higher' ? 1 : -1;
  const { furtherSuccesses: more, avoidedFailures: fewer } = move;
  if (more === undefined && fewer === undefined)
    return {
      vi: `Hạng ${count(move.to)} không đạt được dù mọi hồ sơ đều đạt: phải chờ đơn vị khác thay đổi.`,
      en: `Place ${countEn(move.to)} cannot be reached even if every record succeeds: others would have to change.`,
    };
  const vi: string[] = [];
  const en: string[] = [];
  if (more !== undefined) {
    vi.push(
      `thêm ${count(more)} hồ sơ đều đạt (${count(own.numerator + good * more)}/${count(own.denominator + more)})`,
    );
    en.push(
      `${countEn(more)} further records, all successful (${countEn(own.numerator + good * more)}/${countEn(own.denominator + more)})`,
    );
  }
  if (fewer !== undefined) {
    vi.push(
      `${count(fewer)} hồ sơ không đạt được tránh (${count(own.numerator + avoided * fewer)}/${count(own.denominator)})`,
    );
    en.push(
      `${countEn(fewer)} avoided failures (${countEn(own.numerator + avoided * fewer)}/${countEn(own.denominator)})`,
    );
  }
  return {
    vi: `Để lên hạng ${count(move.to)} cần ${vi.join(', hoặc ')}.`,
    en: `To reach place ${countEn(move.to)} it takes ${en.join(', or ')}.`,
  };
}
