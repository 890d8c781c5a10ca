import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays } from '../../../kit/day.ts';
import { sampleContent } from '../samples.ts';
import {
  decideEnd,
  decidePublish,
  evolve,
  fold,
  holdsOn,
  type ProcedureEvent,
  type ProcedureState,
  versionOn,
} from './life.ts';

const start = '2025-07-01';
const content = sampleContent();

type Act = { kind: 'save' | 'publish' | 'end'; which: number; day: number; later: number };
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('save', 'publish', 'end'),
  which: fc.nat(6),
  day: fc.nat(60),
  later: fc.nat(2),
});

/** Runs random acts while days go by; what holds on past days is kept to be compared. */
function run(acts: readonly Act[]) {
  let state: ProcedureState = { code: '1.000001', versions: [], overlays: [] };
  let today = start;
  const events: ProcedureEvent[] = [];
  const past = new Map<string, string | undefined>();
  for (const { kind, which, day, later } of acts) {
    for (let i = 0; i < later; i += 1) {
      past.set(today, versionOn(state, today)?.id);
      today = addDays(today, 1);
    }
    const target = state.versions[which % Math.max(1, state.versions.length)];
    const made =
      kind === 'save'
        ? [
            {
              kind: 'procedure.draftSaved' as const,
              versionId: `v${state.versions.length}`,
              number: state.versions.length + 1,
              validFrom: addDays(start, day),
              content,
            },
          ]
        : !target
          ? []
          : kind === 'publish'
            ? decidePublish(state, target.id, { today, checked: 0 })
            : decideEnd(state, target.id, { validTo: addDays(start, day), paper: '1/QĐ', today });
    if (!Array.isArray(made)) continue;
    events.push(...made);
    state = made.reduce(evolve, state);
  }
  return { state, events, past };
}

test('whatever is saved, published and ended, no day has two versions', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const { state } = run(acts);
      for (let i = 0; i < 90; i += 1) {
        const day = addDays(start, i);
        const holding = state.versions.filter((one) => one.state === 'published' && holdsOn(one, day));
        expect(holding.length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1000 },
  );
});

test('what held on a day that has passed with a version still holds on it', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const { state, past } = run(acts);
      for (const [day, id] of past) if (id !== undefined) expect(versionOn(state, day)?.id).toBe(id);
    }),
    { numRuns: 1000 },
  );
});

test('the events folded again give the same state', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const { state, events } = run(acts);
      expect(fold(state.code, events)).toEqual(state);
    }),
    { numRuns: 1000 },
  );
});
