/** What could have happened to one assignment, by chance that follows from its name. */
import { addDays, type Day, diffDays } from '../kit/day.ts';
import type { Chance } from './chance.ts';

export type Turn =
  | { on: Day; what: 'progress'; progress: number; nothing?: boolean; difficulty?: boolean; answeredOn?: Day }
  | { on: Day; what: 'claim'; doneOn: Day; confirmedOn?: Day; acceptedOn?: Day; returnedOn?: Day }
  | { on: Day; what: 'extension'; until: Day; decidedOn?: Day; granted?: boolean };

export interface Frame {
  from: Day;
  due?: Day;
  recurring: boolean;
  /** The last day of which anything is told. */
  until: Day;
}

const atLeast = (day: Day, other: Day): Day => (day < other ? other : day);

/** A claim with its way through the two checks; `late` checks still wait at the end of the story. */
function claim(c: Chance, doneOn: Day): Turn {
  const on = addDays(doneOn, c.between(1, 4));
  const confirmedOn = addDays(on, c.between(1, 3));
  return { on, what: 'claim', doneOn, confirmedOn, acceptedOn: addDays(confirmedOn, c.between(1, 6)) };
}

function steps(c: Chance, from: Day, to: Day, count: number, reach: number): Turn[] {
  const span = Math.max(4, diffDays(from, to));
  return Array.from({ length: count }, (_, i) => {
    const on = addDays(from, Math.floor((span * (i + 1)) / (count + 1)) + c.between(0, 3));
    const difficulty = c.next() < 0.18;
    return {
      on,
      what: 'progress' as const,
      progress: Math.round((reach * (i + 1)) / count / 5) * 5,
      ...(difficulty ? { difficulty } : {}),
      ...(difficulty && c.next() < 0.6 ? { answeredOn: addDays(on, c.between(3, 12)) } : {}),
    };
  });
}

/** Fell due within the story: mostly done, some late, some still open, some waiting or sent back. */
function pastDue(c: Chance, f: Frame, due: Day, brief: boolean): Turn[] {
  const fate = c.next();
  const before = brief ? [] : steps(c, f.from, due, c.between(1, 2), 70);
  if (fate < 0.66) return [...before, claim(c, atLeast(addDays(due, -c.between(0, 20)), f.from))];
  if (fate < 0.82) return [...before, claim(c, addDays(due, c.between(3, 55)))];
  if (fate < 0.86) {
    const first = claim(c, addDays(due, -c.between(0, 5))) as Turn & { what: 'claim' };
    const { acceptedOn, ...open } = first;
    const again = claim(c, addDays(acceptedOn!, c.between(10, 40)));
    return [...before, { ...open, returnedOn: acceptedOn! }, ...(c.next() < 0.5 ? [again] : [])];
  }
  if (fate < 0.95) return [...before, ...steps(c, due, f.until, 1, c.between(60, 90))];
  return before;
}

/** Falls due later: in progress as time goes, some far behind, some waiting for a check. */
function ahead(c: Chance, f: Frame, due: Day): Turn[] {
  const fate = c.next();
  const used = diffDays(f.from, f.until) / Math.max(1, diffDays(f.from, due));
  const reach = Math.round(Math.min(90, 100 * used));
  const count = Math.min(3, Math.max(1, Math.floor(diffDays(f.from, f.until) / 90)));
  if (fate < 0.2 && used > 0.4)
    return [...steps(c, f.from, f.until, 1, 60), claim(c, addDays(f.until, -c.between(9, 90)))];
  if (fate < 0.62) return steps(c, f.from, f.until, count, reach);
  if (fate < 0.78) return steps(c, f.from, f.until, 1, Math.round(reach / 3));
  if (fate < 0.86 && used > 0.4) {
    const { acceptedOn: _, ...waiting } = claim(c, addDays(f.until, -c.between(5, 9))) as Turn & {
      what: 'claim';
    };
    return [...steps(c, f.from, f.until, 1, 70), waiting];
  }
  if (fate < 0.93 && used > 0.5) {
    const on = addDays(f.until, -c.between(3, 40));
    const decided =
      c.next() < 0.6 ? { decidedOn: addDays(on, c.between(2, 8)), granted: c.next() < 0.7 } : {};
    return [
      ...steps(c, f.from, f.until, 1, 40),
      { on, what: 'extension', until: addDays(due, c.between(30, 120)), ...decided },
    ];
  }
  return [];
}

/** A standing duty: a short report each half-year, sometimes that nothing happened. */
function standing(c: Chance, f: Frame): Turn[] {
  return steps(c, f.from, f.until, 2, 0).map((turn) => (c.next() < 0.2 ? { ...turn, nothing: true } : turn));
}

/** The turns of one assignment up to the end of the frame, in order. @param brief only how it ended */
export function plot(c: Chance, f: Frame, brief: boolean): Turn[] {
  if (diffDays(f.from, f.until) < 6) return [];
  const turns = f.recurring
    ? standing(c, f)
    : f.due === undefined
      ? steps(c, f.from, f.until, 1, c.between(10, 60))
      : f.due <= f.until
        ? pastDue(c, f, f.due, brief)
        : ahead(c, f, f.due);
  const claimedOn = turns.find((turn) => turn.what === 'claim')?.on;
  return turns.filter(
    (turn) =>
      turn.on > f.from &&
      turn.on <= f.until &&
      (turn.what === 'claim' || claimedOn === undefined || turn.on < claimedOn),
  );
}
