import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { MandateFacts, Scope, ServiceSpan, StepDemand } from '../rules/model.ts';
import { buildBook } from './book.ts';
import { proveCoverage } from './coverage.ts';
import { holdersOf, mayAct } from './holders.ts';
import { at, end, freshSnapshot, paper, snapshot, span, start } from './smallCountry.ts';

const units = ['a', 'b', 'c', 'p', 'office'];
const demands: StepDemand[] = [
  ['1', 'F'],
  ['2', 'F'],
  ['3', 'G'],
].flatMap(([procedureCode, field]) =>
  (['receive', 'sign'] as const).map((role) => ({
    procedureCode: procedureCode!,
    field: field!,
    stepKey: role,
    role,
  })),
);

const pick = <T>(...items: T[]) => fc.constantFrom(...items);
const unit = pick(...units);
const person = pick('x', 'y', 'z');
const days = fc
  .tuple(fc.integer({ min: -10, max: span }), fc.integer({ min: 1, max: 40 }), fc.boolean())
  .map(([from, length, open]) => ({ from: at(from), ...(!open && { to: at(from + length) }) }));
const scope = pick<Scope>('all', { fields: ['F'] }, { procedures: ['1', '3'] }, { procedures: ['2'] });
const roles = pick(['sign' as const], ['receive' as const], ['receive' as const, 'sign' as const]);
const dated = { paper: fc.constant(paper), id: fc.uuid() };
const joined = <T>(fact: fc.Arbitrary<T>) => fc.tuple(fact, days).map(([f, d]) => ({ ...f, ...d }));

const facts: fc.Arbitrary<MandateFacts> = fc.record({
  competences: fc.array(
    joined(
      fc.record({
        ...dated,
        scope,
        ground: fc.constant('law' as const),
        holder: fc.oneof(
          unit.map((unitId) => ({ unitId })),
          fc.constant({ level: 'commune' as const, within: 'centre' }),
        ),
      }),
    ),
    { maxLength: 4 },
  ),
  delegations: fc.array(
    joined(
      fc.record({
        ...dated,
        scope,
        roles,
        giverUnitId: unit,
        taker: fc.oneof(
          unit.map((unitId) => ({ unitId })),
          fc.record({ unitId: unit, personId: person }),
        ),
      }),
    ),
    { maxLength: 3 },
  ),
  assignments: fc.array(joined(fc.record({ ...dated, scope, roles, personId: person, unitId: unit })), {
    maxLength: 8,
  }),
  absences: fc.array(
    joined(
      fc.record(
        { ...dated, personId: person, unitId: unit, standInId: person },
        { requiredKeys: ['id', 'paper', 'personId', 'unitId'] },
      ),
    ),
    { maxLength: 2 },
  ),
});
const service: fc.Arbitrary<ServiceSpan[]> = fc.array(joined(fc.record({ personId: person, unitId: unit })), {
  minLength: 1,
  maxLength: 6,
});

const question = { units, demands, from: start, to: end };
const allDays = Array.from({ length: span }, (_, n) => at(n));
const numbered = <T extends { id: string }>(list: readonly T[], kind: string): T[] =>
  list.map((fact, n) => ({ ...fact, id: `${kind}${n}` }));
/** Generated facts may share an identifier; real ones do not. */
const book = (f: MandateFacts, s: readonly ServiceSpan[]) =>
  buildBook(
    {
      competences: numbered(f.competences, 'c'),
      delegations: numbered(f.delegations, 'd'),
      assignments: numbered(f.assignments, 'a'),
      absences: numbered(f.absences, 'v'),
    },
    s,
  );

describe('The proof of coverage', () => {
  test('names exactly the days on which nobody may act', () => {
    fc.assert(
      fc.property(facts, service, (f, s) => {
        const made = book(f, s);
        const { gaps, checked } = proveCoverage(made, snapshot, question);
        expect(checked).toBe(units.length * demands.length);
        const open = new Set<string>();
        for (const gap of gaps)
          for (const day of allDays)
            if (day >= gap.from && (gap.to === undefined || day < gap.to))
              open.add(`${gap.unitId} ${gap.procedureCode} ${gap.role} ${day}`);
        for (const unitId of units)
          for (const demand of demands)
            for (const day of allDays) {
              const nobody = holdersOf(made, snapshot, { ...demand, unitId }, day).length === 0;
              expect(open.has(`${unitId} ${demand.procedureCode} ${demand.role} ${day}`)).toBe(nobody);
            }
      }),
      { numRuns: 60 },
    );
  });

  test('after a change says the same as a proof from the beginning', () => {
    fc.assert(
      fc.property(facts, facts, service, fc.nat(), (before, other, s, n) => {
        proveCoverage(book(before, s), snapshot, question);
        const kinds = ['competences', 'delegations', 'assignments', 'absences'] as const;
        const kind = kinds[n % 4]!;
        const some = n % 3 === 0 ? other[kind] : [...before[kind].slice(1), ...other[kind].slice(0, n % 2)];
        const changed = book({ ...before, [kind]: some }, s.slice(n % 5 === 0 ? 1 : 0));
        const again = proveCoverage(changed, snapshot, question);
        expect(again).toEqual(proveCoverage(changed, freshSnapshot(), question));
      }),
      { numRuns: 150 },
    );
  });

  test('has no fewer gaps after a competence, delegation, assignment or service is taken away', () => {
    fc.assert(
      fc.property(facts, service, fc.nat(), (f, s, n) => {
        const kinds = ['competences', 'delegations', 'assignments'] as const;
        const kind = kinds[n % 3]!;
        const less = { ...f, [kind]: f[kind].slice(1) };
        const poorer = n % 2 === 0 ? book(less, s) : book(f, s.slice(1));
        for (const day of allDays.filter((_, i) => i % 5 === 0))
          for (const unitId of units)
            for (const demand of demands) {
              const ask = { ...demand, unitId };
              if (holdersOf(book(f, s), snapshot, ask, day).length === 0)
                expect(holdersOf(poorer, snapshot, ask, day)).toEqual([]);
            }
      }),
      { numRuns: 60 },
    );
  });
});

describe('A holder', () => {
  test('is refused from the day that his proof names as its end', () => {
    fc.assert(
      fc.property(facts, service, (f, s) => {
        const made = book(f, s);
        for (const unitId of units)
          for (const demand of demands) {
            const ask = { ...demand, unitId };
            for (const holder of holdersOf(made, snapshot, ask, at(5))) {
              expect(mayAct(made, snapshot, { ...ask, personId: holder.personId }, at(5))).toBeDefined();
              if (holder.until === undefined) continue;
              const signature = { ...ask, personId: holder.personId };
              expect(mayAct(made, snapshot, signature, holder.until)).toBeUndefined();
            }
          }
      }),
      { numRuns: 100 },
    );
  });
});
