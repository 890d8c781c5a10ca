import { expect, test } from 'vitest';

import { type Downtime, evolveDowntime, faultOf, isShown, stateOf } from './downtime.ts';

const at = (text: string): Date => new Date(`2025-11-${text}:00+07:00`);
const now = at('16T08:00');

test.each([
  ['20T22:00', '21T02:00', undefined],
  ['16T07:00', '16T08:01', undefined],
  ['20T22:00', '20T22:00', 'notAfterBegin'],
  ['20T22:00', '20T21:59', 'notAfterBegin'],
  ['16T07:00', '16T08:00', 'isOver'],
  ['01T07:00', '15T08:00', 'isOver'],
  ['20T22:00', '27T22:00', undefined],
  ['20T22:00', '27T22:01', 'longerThanAWeek'],
] as const)('a downtime from %s to %s, announced on 16T08:00: %s', (begins, ends, fault) => {
  expect(faultOf({ begins: at(begins), ends: at(ends) }, now)).toBe(fault);
});

const announced: Downtime = {
  begins: at('20T22:00').toISOString(),
  ends: at('21T02:00').toISOString(),
  reason: 'Nâng cấp máy chủ',
  reasonEn: '',
  announcedAt: at('10T08:00').toISOString(),
  byId: 'a',
  by: 'Quản trị',
};

test.each([
  ['13T21:59', 'toCome', false],
  ['13T22:00', 'toCome', true],
  ['20T21:59', 'toCome', true],
  ['20T22:00', 'running', true],
  ['21T01:59', 'running', true],
  ['21T02:00', 'over', false],
] as const)('on %s one from 20T22:00 to 21T02:00 is %s, shown: %s', (moment, state, shown) => {
  expect([stateOf(announced, at(moment)), isShown(announced, at(moment))]).toEqual([state, shown]);
  const withdrawn = evolveDowntime(announced, {
    kind: 'downtime.withdrawn',
    payload: { withdrawnAt: now.toISOString(), withdrawnById: 'b', withdrawnBy: 'Người khác' },
  })!;
  expect([stateOf(withdrawn, at(moment)), isShown(withdrawn, at(moment))]).toEqual(['withdrawn', false]);
});
