import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from '../../../kit/day.ts';
import { buildSnapshot, type Snapshot } from '../../organisations/index.ts';
import type { MandateFacts, Scope, ServiceSpan, StepDemand } from '../rules/model.ts';
import { buildBook } from './book.ts';
import { competentUnit } from './competent.ts';
import { proveCoverage } from './coverage.ts';
import { holdersOf, mayAct } from './holders.ts';

const start = '2026-01-01';
const span = 40;
const at = (n: number) => addDays(start, n);
const end = at(span);
const merger = at(15);
const split = at(25);

const version = (unitId: string, parentId: string | null, validFrom = '2025-01-01') => ({
  unitId,
  validFrom,
  nameVi: unitId,
  nameEn: unitId,
  shortName: null,
  aliases: [],
  kind: 'other' as const,
  parentId,
  code: null,
  codeSystem: null,
});
const communes = ['a', 'b', 'c', 'd1', 'd2'];

/** A province with a department and communes: a merges into b, c is split into d1 and d2 without a rule. */
const freshSnapshot = (): Snapshot =>
  buildSnapshot({
    units: [
      { id: 'centre', level: 'centre' },
      { id: 'p', level: 'province' },
      { id: 'office', level: 'department' },
      ...communes.map((id) => ({ id, level: 'commune' as const })),
    ],
    versions: [
      version('centre', null),
      version('p', 'centre'),
      version('office', 'p'),
      ...['a', 'b', 'c'].map((id) => version(id, 'p')),
      ...['d1', 'd2'].map((id) => version(id, 'p', split)),
    ],
    successions: [
      { id: 'm', on: merger, kind: 'merge', from: 'a', to: ['b'], legalBasis: '' },
      { id: 's', on: split, kind: 'split', from: 'c', to: ['d1', 'd2'], legalBasis: '' },
    ],
  });
const snapshot = freshSnapshot();

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
const paper = { number: '1', issuedOn: start };
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
const book = (f: MandateFacts, s: readonly ServiceSpan[]) => buildBook(f, s);

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
              const then = holdersOf(made, snapshot, ask, holder.until);
              const same = then.find(
                (one) =>
                  one.personId === holder.personId &&
                  JSON.stringify(one.chain) === JSON.stringify(holder.chain),
              );
              expect(same).toBeUndefined();
            }
          }
      }),
      { numRuns: 100 },
    );
  });
});

const always = { from: '2025-01-01', paper };
const everything: MandateFacts = {
  competences: [
    { id: 'c1', holder: { level: 'commune', within: 'centre' }, ground: 'law', scope: 'all', ...always },
    { id: 'c2', holder: { unitId: 'p' }, ground: 'law', scope: { fields: ['F'] }, ...always },
  ],
  delegations: [],
  assignments: [
    { id: 'a1', personId: 'x', unitId: 'a', scope: 'all', roles: ['sign'], ...always },
    { id: 'a2', personId: 'z', unitId: 'c', scope: 'all', roles: ['sign'], ...always },
  ],
  absences: [],
};
const everybody = ['a', 'b', 'c'].map((unitId, i) => ({ personId: 'xyz'[i]!, unitId, from: '2025-01-01' }));
const signing = { procedureCode: '1', field: 'F', stepKey: 's', role: 'sign' as const };

describe('Gaps by name', () => {
  const gapsWith = (changes: Partial<MandateFacts>, unitId: string, people = everybody) =>
    proveCoverage(book({ ...everything, ...changes }, people), snapshot, {
      units: [unitId],
      demands: [signing],
      from: start,
      to: end,
    }).gaps.map(({ reason, from, to, personId }) => ({ reason, from, to, personId }));

  const rows: [string, ReturnType<typeof gapsWith>, ReturnType<typeof gapsWith>][] = [
    ['a merged commune is covered by its successor', gapsWith({}, 'a'), []],
    [
      'the successor has nobody before the merger',
      gapsWith({}, 'b'),
      [{ reason: 'noAssignment', from: start, to: merger, personId: undefined }],
    ],
    [
      'a split without a rule leaves nobody',
      gapsWith({}, 'c'),
      [{ reason: 'unitEnded', from: split, to: undefined, personId: undefined }],
    ],
    [
      'without competence',
      gapsWith({ competences: [] }, 'a'),
      [{ reason: 'noCompetence', from: start, to: undefined, personId: undefined }],
    ],
    [
      'a competence that ends',
      gapsWith({ competences: [{ ...everything.competences[0]!, to: at(3) }] }, 'a'),
      [{ reason: 'noCompetence', from: at(3), to: undefined, personId: undefined }],
    ],
    [
      'somebody leaves',
      gapsWith({}, 'a', [{ ...everybody[0]!, to: at(7) } as never, ...everybody.slice(1)]),
      [{ reason: 'notAppointed', from: at(7), to: undefined, personId: 'x' }],
    ],
    [
      'somebody is away without a stand-in',
      gapsWith({ absences: [{ id: 'v', personId: 'x', unitId: 'a', from: at(2), to: at(4), paper }] }, 'a'),
      [{ reason: 'absent', from: at(2), to: at(4), personId: 'x' }],
    ],
    [
      'a delegation ends',
      gapsWith(
        {
          delegations: [
            {
              id: 'd',
              giverUnitId: 'p',
              taker: { unitId: 'a', personId: 'x' },
              scope: 'all',
              roles: ['sign'],
              from: '2025-01-01',
              to: at(9),
              paper,
            },
          ],
        },
        'p',
      ),
      [{ reason: 'delegationEnded', from: at(9), to: undefined, personId: undefined }],
    ],
  ];
  test.each(rows)('%s', (_, found, expected) => expect(found).toEqual(expected));

  test('a desk that may only receive is competent for nothing', () => {
    const desk = [{ ...everything.competences[0]!, roles: ['receive' as const] }];
    const made = book({ ...everything, competences: desk }, everybody);
    const ask = { procedureCode: '1', field: 'F', level: 'commune' as const, placeUnitId: 'a' };
    expect(competentUnit(made, snapshot, ask, start)).toEqual({ gap: 'noCompetence' });
    expect(competentUnit(book(everything, []), snapshot, ask, split)).toMatchObject({ unitId: 'b' });
    const lost = { ...ask, placeUnitId: 'c' };
    expect(competentUnit(book(everything, []), snapshot, lost, split)).toEqual({ gap: 'unitEnded' });
  });
});
