import { describe, expect, test } from 'vitest';

import type { MandateFacts, ServiceSpan } from '../rules/model.ts';
import { buildBook as book } from './book.ts';
import { competentUnit } from './competent.ts';
import { proveCoverage } from './coverage.ts';
import { at, end, merger, paper, snapshot, split, start } from './smallCountry.ts';

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
const everybody: ServiceSpan[] = ['a', 'b', 'c'].map((unitId, i) => ({
  personId: 'xyz'[i]!,
  unitId,
  from: '2025-01-01',
}));
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
      gapsWith({}, 'a', [{ ...everybody[0]!, to: at(7) }, ...everybody.slice(1)]),
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
