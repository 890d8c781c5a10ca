import { describe, expect, test } from 'vitest';

import { agencyCode, formatCaseCode, parseCaseCode, statusCode } from './codes.ts';
import { canonical } from './content.ts';
import { type CaseState, type Handling, handlings } from './model.ts';
import { nationalOnTime, provincialOnTime } from './onTime.ts';
import { judgeReceipt } from './pauses.ts';

const state = (over: Partial<CaseState>): CaseState => ({
  procedureCode: '1.000001',
  field: 'Hộ tịch',
  versionId: 'v',
  channel: 'desk',
  handling: 'handling',
  payment: 'none',
  delivery: 'none',
  sync: 'notSent',
  places: { reception: 'a', decision: 'b', returnTo: 'a' },
  atUnitId: 'b',
  receivedAt: '2025-11-03T01:00:00.000Z',
  due: {},
  pauses: [],
  additions: [],
  supplements: [],
  apologies: [],
  consultations: [],
  receipts: [],
  content: { version: 1, hash: '' },
  lastAt: '2025-11-03T01:00:00.000Z',
  ...over,
});

test('each handling has its code of the national portal, a draft has none', () => {
  const codes: [Handling, number | undefined][] = handlings.map((handling) => [
    handling,
    statusCode({ handling }),
  ]);
  expect(codes.map(([, code]) => code)).toEqual([undefined, 1, 2, 3, 4, 5, 6, 8, 7, 9, 10, 8]);
});

describe('case codes', () => {
  test.each([
    ['H57.12-251117-0042', { form: 'usual', agency: 'H57.12', day: '2025-11-17', number: 42 }],
    ['h42-250701-12345', { form: 'usual', agency: 'H42', day: '2025-07-01', number: 12_345 }],
    [
      'G01.02.03-260202-010042',
      { form: 'central', agency: 'G01.02.03', day: '2026-02-02', owner: '01', number: 42 },
    ],
    ['000.00.01.H22-251117-0001', { form: 'usual', agency: '000.00.01.H22', day: '2025-11-17', number: 1 }],
  ])('%s is read and written the same', (text, parts) => {
    const code = parseCaseCode(text);
    expect(code).toEqual(parts);
    expect(formatCaseCode(code!)).toBe(text.toUpperCase());
  });
  test.each(['H57-251317-0001', 'H57-251117-042', 'H57_251117-0001', '1.003901', ''])(
    '%s is no case code',
    (text) => expect(parseCaseCode(text)).toBeUndefined(),
  );
  test('agency codes are read in both orders and written in the new one', () => {
    expect(agencyCode('000.00.01.H22')).toBe('H22.01.00.000');
    expect(agencyCode('H42.1')).toBe('H42.1');
    expect(agencyCode('19777')).toBe('19777');
  });
});

/** Appointment on 10 November 2025 at 17:30; each row: what happened, the two verdicts on 20 November. */
const due = {
  at: '2025-11-10T10:30:00.000Z',
  first: '2025-11-10T10:30:00.000Z',
  appointment: '2025-11-10T10:30:00.000Z',
};
const finished = (at: string, approvedAt = at): Partial<CaseState> => ({
  due,
  handling: 'finished',
  ended: { how: 'finished', at },
  decision: { outcome: 'granted', proposedAt: approvedAt, approvedAt },
});
const supplement = (askedAt: string, answeredAt?: string) => ({
  askedAt,
  ...(answeredAt && { answeredAt }),
  points: 1,
  warnAt: '2025-12-01T00:00:00.000Z',
  closesAt: '2025-12-05T00:00:00.000Z',
  from: 'handling' as const,
});

describe('the two definitions of on time, side by side', () => {
  test.each<[string, Partial<CaseState>, string, string]>([
    ['the day before', finished('2025-11-09T03:00:00.000Z'), 'early', 'onTime'],
    ['on the day, before the hour', finished('2025-11-10T03:00:00.000Z'), 'onTime', 'onTime'],
    ['on the day, after the hour', finished('2025-11-10T12:00:00.000Z'), 'onTime', 'overdue'],
    ['the day after', finished('2025-11-11T03:00:00.000Z'), 'late', 'overdue'],
    [
      'approved in time, finished late',
      finished('2025-11-12T03:00:00.000Z', '2025-11-10T03:00:00.000Z'),
      'onTime',
      'overdue',
    ],
    ['open and past the day', { due }, 'overdue', 'overdue'],
    ['never received', { receivedAt: undefined, due: {} }, 'notCounted', 'notCounted'],
    [
      'waiting for a supplement asked in time',
      {
        due: { ...due, at: undefined as never },
        handling: 'supplementAsked',
        supplements: [supplement('2025-11-05T03:00:00.000Z')],
      },
      'inTime',
      'onTime',
    ],
    [
      'asked twice',
      {
        ...finished('2025-11-09T03:00:00.000Z'),
        supplements: [
          supplement('2025-11-04T03:00:00.000Z', '2025-11-05T03:00:00.000Z'),
          supplement('2025-11-06T03:00:00.000Z', '2025-11-07T03:00:00.000Z'),
        ],
      },
      'early',
      'overdue',
    ],
    [
      'after a wait of three days, two days past the appointment',
      {
        ...finished('2025-11-12T03:00:00.000Z'),
        due: { ...due, at: '2025-11-13T10:30:00.000Z' },
        supplements: [supplement('2025-11-05T03:00:00.000Z', '2025-11-08T03:00:00.000Z')],
      },
      'early',
      'onTime',
    ],
    [
      'refused in time',
      { due, handling: 'refused', ended: { how: 'refused', at: '2025-11-07T03:00:00.000Z' } },
      'early',
      'onTime',
    ],
    [
      'withdrawn late',
      { due, handling: 'withdrawn', ended: { how: 'withdrawn', at: '2025-11-12T03:00:00.000Z' } },
      'late',
      'overdue',
    ],
  ])('%s', (_name, over, provincial, national) => {
    const made = state(over);
    expect(provincialOnTime(made, '2025-11-20')).toBe(provincial);
    expect(nationalOnTime(made, '2025-11-20T00:00:00.000Z')).toBe(national);
  });

  test('without an appointment the longest limit of the procedure counts', () => {
    const made = state({ ...finished('2025-11-09T03:00:00.000Z'), due: {} });
    const longest = (minutes: number) => ({ minutes, between: () => 500 });
    expect(nationalOnTime(made, '2025-11-20T00:00:00.000Z', longest(500))).toBe('onTime');
    expect(nationalOnTime(made, '2025-11-20T00:00:00.000Z', longest(499))).toBe('overdue');
    expect(nationalOnTime(made, '2025-11-20T00:00:00.000Z')).toBe('notCounted');
  });
});

test('receipts: full, partial, wrong sum, duplicate, extra, late', () => {
  const at = '2025-11-05T00:00:00.000Z';
  const duty = { amount: 100, askedAt: at, pauses: true };
  const half = { id: 'r1', amount: 50, at, result: 'partial' as const, dutyAt: at };
  const asked = state({ duty, payment: 'due' });
  expect(judgeReceipt(asked, { id: 'r1', amount: 100 })).toBe('full');
  expect(judgeReceipt(asked, { id: 'r1', amount: 99 })).toBe('partial');
  expect(judgeReceipt(asked, { id: 'r1', amount: 101 })).toBe('wrongSum');
  expect(judgeReceipt(state({ duty, receipts: [half] }), { id: 'r1', amount: 50 })).toBe('duplicate');
  expect(judgeReceipt(state({ duty, receipts: [half] }), { id: 'r2', amount: 50 })).toBe('full');
  expect(judgeReceipt(state({ duty, payment: 'paid' }), { id: 'r3', amount: 1 })).toBe('extra');
  expect(judgeReceipt(state({}), { id: 'r3', amount: 1 })).toBe('extra');
  expect(judgeReceipt(state({ duty, ended: { how: 'withdrawn', at } }), { id: 'r4', amount: 100 })).toBe(
    'late',
  );
});

test('content makes the same text whatever the order of its keys', () =>
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined, e: 2 })).toBe(
    canonical({ e: 2, b: [1, { c: 'x', d: null }] }),
  ));
