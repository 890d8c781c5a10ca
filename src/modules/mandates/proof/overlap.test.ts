import { expect, test } from 'vitest';

import type { Fact, Scope, StepRole } from '../rules/model.ts';
import { buildBook } from './book.ts';
import { overlapOf } from './overlap.ts';
import { at, merger, paper, snapshot } from './smallCountry.ts';

interface Said {
  scope?: Scope;
  roles?: readonly StepRole[];
  from?: string;
  to?: string;
}
let n = 0;
const dated = ({ scope = 'all', from = at(0), ...rest }: Said) => ({
  id: `f${(n += 1)}`,
  paper,
  from,
  scope,
  ...rest,
});
const competence = (unitId: string, said: Said = {}): Fact => ({
  kind: 'competence',
  ground: 'law',
  holder: unitId === '*' ? { level: 'commune', within: 'p' } : { unitId },
  ...dated(said),
});
const delegation = (giverUnitId: string, unitId: string, said: Said = {}): Fact => ({
  kind: 'delegation',
  giverUnitId,
  taker: { unitId },
  ...dated(said),
  roles: said.roles ?? ['sign'],
});
const one = { procedures: ['1', '2'] };
const other = { procedures: ['2', '3'] };
const third = { procedures: ['4'] };
const field = { fields: ['Hộ tịch'] };

test.each<[string, Fact, Fact, string | undefined]>([
  ['the same commune twice', competence('a'), competence('a'), '*'],
  ['two communes', competence('a'), competence('b'), undefined],
  ['a commune and all communes of its province', competence('a'), competence('*'), '*'],
  ['a province and its communes', competence('p'), competence('*'), undefined],
  ['a department and its province', competence('office'), competence('p'), undefined],
  ['another time', competence('a', { to: at(5) }), competence('a', { from: at(5) }), undefined],
  ['a day in common', competence('a', { to: at(6) }), competence('a', { from: at(5) }), '*'],
  ['other steps', competence('a', { roles: ['receive'] }), competence('a', { roles: ['sign'] }), undefined],
  ['a shared procedure', competence('a', { scope: one }), competence('a', { scope: other }), '2'],
  ['no shared procedure', competence('a', { scope: one }), competence('a', { scope: third }), undefined],
  [
    'a field in another case',
    competence('a', { scope: field }),
    competence('a', { scope: { fields: ['HỘ TỊCH'] } }),
    'Hộ tịch',
  ],
  [
    'a procedure beside a field',
    competence('a', { scope: one }),
    competence('a', { scope: field }),
    undefined,
  ],
  ['communes that have become one', competence('a'), competence('b', { from: merger }), '*'],
  ['one giver, two takers', delegation('p', 'office'), delegation('p', 'b'), '*'],
  [
    'each commune for its own place',
    delegation('p', 'a', { to: at(9) }),
    delegation('p', 'b', { to: at(9) }),
    undefined,
  ],
  [
    'everything beside a procedure',
    delegation('p', 'office'),
    delegation('p', 'office', { scope: one }),
    '*',
  ],
  ['two givers', delegation('b', 'office'), delegation('p', 'office'), undefined],
  ['signing beside receiving', delegation('p', 'b'), delegation('p', 'b', { roles: ['receive'] }), undefined],
])('%s', (_, first, second, common) => {
  const of = (kind: string) => [first, second].filter((fact) => fact.kind === kind) as never[];
  const facts = {
    competences: of('competence'),
    delegations: of('delegation'),
    assignments: [],
    absences: [],
  };
  const book = buildBook(facts, []);
  expect(overlapOf(book, snapshot, first)?.common.toLowerCase()).toBe(common?.toLowerCase());
  expect(overlapOf(book, snapshot, second)?.common.toLowerCase()).toBe(common?.toLowerCase());
});
