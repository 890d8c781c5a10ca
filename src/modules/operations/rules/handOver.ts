import type { z } from 'zod';

import type { frozenFigure } from '../contract.ts';

export type FrozenFigure = z.output<typeof frozenFigure>;

/** The note of a shift, and who took it over. */
export interface HandOver {
  unitId: string;
  writtenAt: string;
  byId: string;
  by: string;
  note: string;
  figures: FrozenFigure[];
  hash: string;
  takenAt?: string;
  takenById?: string;
  takenBy?: string;
  remark?: string;
}

export type HandOverEvent =
  | {
      kind: 'handOver.written';
      payload: Omit<HandOver, 'takenAt' | 'takenById' | 'takenBy' | 'remark'>;
    }
  | {
      kind: 'handOver.taken';
      payload: { takenAt: string; takenById: string; takenBy: string; remark: string };
    };

/** JSON with the keys of every object in order: the same text whatever a database does to their order. */
export const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** The note as its events make it. */
export function evolve(state: HandOver | undefined, event: HandOverEvent): HandOver | undefined {
  if (event.kind === 'handOver.written') return { ...event.payload };
  return state && { ...state, ...event.payload };
}
