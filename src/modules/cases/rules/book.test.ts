import { describe, expect, test } from 'vitest';

import { bookKeysOf, handledOf, lateCause, noCounts, openOf, receivedOf } from './book.ts';
import type { CaseChannel, CaseState } from './model.ts';

/** Instants are given as hours of Hà Nội on days of November 2025. */
const at = (day: number, hour = 9): string => new Date(Date.UTC(2025, 10, day, hour - 7)).toISOString();

interface Given {
  received?: number;
  due?: number;
  approved?: number;
  ended?: number;
  channel?: CaseChannel;
  handling?: CaseState['handling'];
}
const given = ({
  received,
  due,
  approved,
  ended,
  channel = 'desk',
  handling = 'handling',
}: Given): CaseState =>
  ({
    channel,
    handling,
    due: due === undefined ? {} : { at: at(due, 17), appointment: at(due, 17) },
    pauses: [],
    supplements: [],
    consultations: [],
    ...(received !== undefined && { receivedAt: at(received) }),
    ...(approved !== undefined && {
      decision: { outcome: 'granted', proposedAt: at(approved), approvedAt: at(approved) },
    }),
    ...(ended !== undefined && { ended: { how: 'finished', at: at(ended) } }),
  }) as unknown as CaseState;

const period = { from: '2025-11-10', to: '2025-11-20' };

describe('a case stands in the book of a period', () => {
  test.each<[string, Given, string[]]>([
    ['not at all before it is received', {}, []],
    ['not at all when it comes after the period', { received: 21, due: 25 }, []],
    ['not at all when it ended before the period', { received: 3, due: 8, approved: 9, ended: 9 }, []],
    ['as carried over and in time', { received: 5, due: 25 }, ['carried', 'inTime', 'nationalOnTime']],
    ['as carried over and overdue', { received: 5, due: 12 }, ['carried', 'overdue', 'nationalOverdue']],
    [
      'as new at the desk and early',
      { received: 10, due: 15, approved: 14, ended: 14 },
      ['direct', 'early', 'nationalOnTime'],
    ],
    [
      'as new online and on time',
      { received: 11, due: 15, approved: 15, ended: 15, channel: 'online' },
      ['online', 'onTime', 'nationalOnTime'],
    ],
    [
      'as new by post and late',
      { received: 11, due: 15, approved: 17, ended: 17, channel: 'post' },
      ['post', 'late', 'nationalOverdue'],
    ],
    [
      'as direct through a helper',
      { received: 20, due: 22, channel: 'helper' },
      ['direct', 'inTime', 'nationalOnTime'],
    ],
    [
      'as open when it ended after the period',
      { received: 12, due: 25, approved: 24, ended: 24 },
      ['direct', 'inTime', 'nationalOnTime'],
    ],
    [
      'as overdue when it ended late after the period',
      { received: 12, due: 18, approved: 24, ended: 24 },
      ['direct', 'overdue', 'nationalOverdue'],
    ],
    [
      'as handled on the day of approval, by the province',
      { received: 3, due: 12, approved: 10, ended: 13 },
      ['carried', 'early', 'nationalOverdue'],
    ],
    [
      'as in time while a supplement is awaited',
      { received: 10, due: 12, handling: 'supplementAsked' },
      ['direct', 'inTime', 'nationalOverdue'],
    ],
    [
      'on the last day of the period',
      { received: 20, due: 20, approved: 20, ended: 20 },
      ['direct', 'onTime', 'nationalOnTime'],
    ],
    ['on the first day of the period', { received: 10, due: 30 }, ['direct', 'inTime', 'nationalOnTime']],
  ])('%s', (_, state, expected) => {
    expect(bookKeysOf(given(state), period)).toEqual(expected);
  });
});

test('received is always handled and open together', () => {
  const counts = noCounts();
  for (const received of [1, 9, 10, 15, 20, 21])
    for (const due of [9, 12, 20, 26])
      for (const approved of [undefined, 9, 12, 20, 25]) {
        if (approved !== undefined && approved < received) continue;
        const state = { received, due, ...(approved && { approved, ended: approved }) };
        for (const key of bookKeysOf(given(state), period)) counts[key] += 1;
      }
  expect(receivedOf(counts)).toBeGreaterThan(20);
  expect(receivedOf(counts)).toBe(handledOf(counts) + openOf(counts));
});

describe('the cause of a delay', () => {
  const late = given({ received: 10, due: 12 });
  const asked = { id: 'a', unitId: 'u', askedAt: at(10), dueAt: at(11), silenceConsents: false };
  const standing = { key: 's', role: 'sign', unitId: 'u', since: at(11) } as const;
  test.each<[string, CaseState, Parameters<typeof lateCause>[1], string]>([
    ['is another agency that has not answered', { ...late, consultations: [asked] }, 'sign', 'otherAgency'],
    [
      'is another agency that answered late',
      { ...late, consultations: [{ ...asked, answeredAt: at(12) }] },
      'sign',
      'otherAgency',
    ],
    [
      'is not an agency that answered in time',
      { ...late, consultations: [{ ...asked, answeredAt: at(11, 8) }] },
      'sign',
      'decide',
    ],
    ['is the wait for a duty', { ...late, handling: 'awaitingDuty' }, undefined, 'waiting'],
    ['is the step at which the time ran out', late, 'appraise', 'appraise'],
    ['is the step of an open case', { ...late, step: standing }, undefined, 'decide'],
    [
      'is not known of an ended case without slips',
      { ...given({ received: 10, due: 12, ended: 13 }), step: standing },
      undefined,
      'unknown',
    ],
  ])('%s', (_, state, role, expected) => {
    expect(lateCause(state, role, period.to)).toBe(expected);
  });
});
