import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { faultsOf } from './rules/check.ts';
import type { OrganisationFacts, Succession } from './rules/model.ts';
import { buildSnapshot, existsOn, lifeOf, rootsOn, subtreeOn, unitAsOf, unitsOn } from './rules/snapshot.ts';
import { gapsOn, heldBy, heldSubjects, holdersOf } from './rules/succession.ts';

type Step = { what: 'create' | 'merge' | 'split' | 'ruledSplit' | 'transfer'; a: number; b: number };

const step = fc.record({
  what: fc.constantFrom<Step['what']>('create', 'create', 'merge', 'split', 'ruledSplit', 'transfer'),
  a: fc.nat(1000),
  b: fc.nat(1000),
});
const history = fc.array(step, { minLength: 1, maxLength: 25 });

const dayOf = (index: number) =>
  `2025-${String(1 + Math.floor(index / 28)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;

/** Plays steps one a day, each among the units that live that day; a living root always stays. */
function play(steps: readonly Step[]): OrganisationFacts {
  const facts: OrganisationFacts = { units: [], versions: [], successions: [] };
  const living: string[] = [];
  const create = (id: string, day: string, parentId: string | null) => {
    facts.units.push({ id, level: 'other' });
    const names = { nameVi: id, nameEn: id, shortName: null, aliases: [], code: null, codeSystem: null };
    facts.versions.push({ unitId: id, validFrom: day, kind: 'other', parentId, ...names });
    living.push(id);
  };
  create('root', dayOf(0), null);
  steps.forEach(({ what, a, b }, index) => {
    const day = dayOf(index + 1);
    const others = living.slice(1);
    const from = others[a % Math.max(1, others.length)];
    if (what === 'create' || from === undefined) return create(`u${index}`, day, 'root');
    const heirs = living.filter((id) => id !== from);
    const to = what === 'merge' || what === 'transfer' ? [heirs[b % heirs.length]!] : heirs.slice(-2);
    const rule: Pick<Succession, 'rule'> =
      what === 'ruledSplit'
        ? { rule: { default: to[0]!, bySubject: [{ subject: 's', toUnitId: to.at(-1)! }] } }
        : {};
    const transferred =
      what === 'transfer' ? { rule: { bySubject: [{ subject: 's', toUnitId: to[0]! }] } } : rule;
    const kind = (
      { merge: 'merge', split: 'split', ruledSplit: 'split', transfer: 'transferOfCompetence' } as const
    )[what];
    facts.successions.push({ id: `s${index}`, on: day, kind, from, to, legalBasis: 'x', ...transferred });
    if (what !== 'transfer') living.splice(living.indexOf(from), 1);
  });
  return facts;
}

const days = Array.from({ length: 28 }, (_, index) => dayOf(index));

describe('for any history of creations, mergers, splits and transfers', () => {
  it('the facts contradict nothing', () => {
    fc.assert(
      fc.property(history, (steps) => {
        expect(faultsOf(play(steps))).toEqual([]);
      }),
    );
  });

  it('a chain of holders never ends in a dead unit, unless the gap is listed', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...days), (steps, day) => {
        const snapshot = buildSnapshot(play(steps));
        const gaps = new Set(gapsOn(snapshot, day).map((gap) => gap.unitId));
        for (const unitId of snapshot.units.keys()) {
          if (lifeOf(snapshot, unitId)!.from > day) continue;
          const holding = holdersOf(snapshot, unitId, day);
          if ('holder' in holding) expect(existsOn(snapshot, holding.holder, day)).toBe(true);
          else expect(gaps.has(unitId)).toBe(true);
          for (const candidate of 'holder' in holding ? [] : holding.candidates)
            expect(existsOn(snapshot, candidate, day)).toBe(true);
        }
      }),
    );
  });

  it('heldBy is the inverse of holdersOf, with and without a subject', () => {
    fc.assert(
      fc.property(
        history,
        fc.constantFrom(...days),
        fc.constantFrom(undefined, 's'),
        (steps, day, subject) => {
          const snapshot = buildSnapshot(play(steps));
          for (const holder of snapshot.units.keys()) {
            const held = heldBy(snapshot, holder, day, subject);
            for (const unitId of snapshot.units.keys()) {
              if (lifeOf(snapshot, unitId)!.from > day) continue;
              const holding = holdersOf(snapshot, unitId, day, subject);
              expect(held.has(unitId)).toBe('holder' in holding && holding.holder === holder);
            }
          }
          const bySubject = heldSubjects(snapshot, 'root', day).map((pair) => pair.unitId);
          for (const unitId of bySubject) expect(heldBy(snapshot, 'root', day).has(unitId)).toBe(false);
        },
      ),
    );
  });

  it('the subtrees of the roots part all living units among themselves', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...days), (steps, day) => {
        const snapshot = buildSnapshot(play(steps));
        const living = unitsOn(snapshot, day).map((unit) => unit.unitId);
        const spread = rootsOn(snapshot, day).flatMap((root) => [...subtreeOn(snapshot, root.unitId, day)]);
        expect(spread.sort()).toEqual(living.sort());
      }),
    );
  });

  it('later facts change no answer about an earlier day', () => {
    fc.assert(
      fc.property(history, fc.nat(24), (steps, cut) => {
        const kept = steps.slice(0, Math.max(1, cut % steps.length));
        const early = buildSnapshot(play(kept));
        const late = buildSnapshot(play(steps));
        const day = dayOf(kept.length);
        for (const unitId of early.units.keys()) {
          expect(unitAsOf(late, unitId, day)?.nameVi).toBe(unitAsOf(early, unitId, day)?.nameVi);
          expect(holdersOf(late, unitId, day, 's')).toEqual(holdersOf(early, unitId, day, 's'));
          expect(heldBy(late, unitId, day)).toEqual(heldBy(early, unitId, day));
          expect(subtreeOn(late, unitId, day)).toEqual(subtreeOn(early, unitId, day));
        }
      }),
    );
  });
});
