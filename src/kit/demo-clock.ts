import { type Clock, shiftedClock, systemClock } from './clock.ts';
import type { Database } from './db.ts';
import { findSetting, saveSetting } from './settings.ts';

/** A clock whose shift is known only after the database is open. */
export interface LateClock extends Clock {
  shift(offsetMs: number): void;
}

export function lateClock(): LateClock {
  let inner: Clock = systemClock;
  return {
    now: () => inner.now(),
    wall: () => systemClock.wall(),
    shift: (offsetMs) => void (inner = shiftedClock(offsetMs)),
  };
}

const KEY = 'clockOffsetMs';

/** The shift of a demonstration's clock, kept with its data; undefined for a real installation. */
export const findClockOffset = (db: Database): Promise<number | undefined> =>
  db.read((tx) => findSetting<number>(tx, KEY));

export const saveClockOffset = (db: Database, offsetMs: number): Promise<void> =>
  db.write((tx) => saveSetting(tx, KEY, offsetMs));
