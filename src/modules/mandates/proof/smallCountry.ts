import { addDays } from '../../../kit/day.ts';
import { buildSnapshot, type Snapshot } from '../../organisations/index.ts';

/** A small country for tests: days, communes, a merger and a split without a rule. */
export const start = '2026-01-01';
export const span = 40;
export const at = (n: number) => addDays(start, n);
export const end = at(span);
export const merger = at(15);
export const split = at(25);

export const version = (unitId: string, parentId: string | null, validFrom = '2025-01-01') => ({
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
export const communes = ['a', 'b', 'c', 'd1', 'd2'];

/** A province with a department and communes: a merges into b, c is split into d1 and d2 without a rule. */
export const freshSnapshot = (): Snapshot =>
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
export const snapshot = freshSnapshot();

export const paper = { number: '1', issuedOn: start };
