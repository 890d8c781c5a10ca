import type { Listener } from '../../../kit/outbox.ts';
import { touch, type Touched } from './store/touched.ts';

const assignments = [
  'created',
  'reported',
  'claimed',
  'confirmed',
  'accepted',
  'returned',
  'reopened',
  'cancelled',
  'dueChanged',
  'extensionGranted',
];
const cases = [
  'received',
  'dueRecomputed',
  'supplementAsked',
  'supplementReceived',
  'stepDone',
  'signed',
  'numbered',
  'refused',
  'stopped',
  'closedNoSupplement',
  'withdrawn',
  'returned',
];

/** Notes what something happened to; looked at again within half a minute, together with what else was touched. */
export const warningListener: Listener = {
  name: 'indicators.warnings',
  kinds: [...assignments.map((k) => `assignment.${k}`), ...cases.map((k) => `case.${k}`)],
  handleBatch: async (ctx, events) => {
    const touched = events.flatMap(({ stream, unitId }): Touched[] => {
      const [kind, id] = stream.split(':') as [Touched['kind'], string];
      return [
        { kind, id },
        { kind: 'unit', id: unitId },
      ];
    });
    await touch(ctx.tx, touched);
  },
};
