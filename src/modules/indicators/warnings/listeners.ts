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
    const touched = new Set(events.flatMap(({ stream, unitId }) => [stream, `unit:${unitId}`]));
    await touch(
      ctx.tx,
      [...touched].map((one) => {
        const at = one.indexOf(':');
        return { kind: one.slice(0, at) as Touched['kind'], id: one.slice(at + 1) };
      }),
    );
  },
};
