import { describe, expect, test } from 'vitest';

import { compare, type Ours } from './compare.ts';
import { judge } from './conflict.ts';
import { messagesOf, serviceOf } from './kinds.ts';
import { effectOf, nextTry, syncOf, turnOf } from './queue.ts';
import { statusIn } from './wire.ts';

describe('which event makes which message', () => {
  test.each([
    ['case.received', {}, 'DongBoHoSoMC'],
    ['case.stepDone', { to: { role: 'sign' } }, 'CapNhatTienDoHoSoMC'],
    ['case.stepDone', { to: { role: 'return' } }, 'DongBoHoSoMC'],
    ['case.stepDone', { to: { role: 'appraise', waitsFor: 'financialDuty' } }, 'DongBoHoSoMC'],
    ['case.numbered', { number: '1' }, 'CapNhatTienDoHoSoMC'],
    ['case.slipIssued', { key: 'result' }, 'DongBoHoSoMC'],
    ['case.slipIssued', { key: 'receipt' }, undefined],
    ['case.noted', {}, undefined],
    ['case.message', {}, undefined],
    ['case.synchronised', {}, undefined],
  ])('%s %o makes %s', (kind, payload, service) => {
    expect(serviceOf({ kind, payload })).toBe(service);
  });

  test('what one step did in several events is told once, as a whole case when one of them is', () => {
    const event = (seq: number, kind: string, minute: number) => ({
      stream: 'case:1',
      seq,
      kind,
      payload: {},
      at: new Date(Date.UTC(2025, 10, 17, 1, minute)),
    });
    const made = messagesOf([
      event(1, 'case.received', 0),
      event(2, 'case.apologised', 5),
      event(3, 'case.dueRecomputed', 5),
      event(4, 'case.claimed', 6),
    ]);
    expect(made.map((one) => [one.event.seq, one.service])).toEqual([
      [1, 'DongBoHoSoMC'],
      [3, 'DongBoHoSoMC'],
      [4, 'CapNhatTienDoHoSoMC'],
    ]);
  });
});

describe('the queue', () => {
  test('pauses grow to an hour and no further', () => {
    const now = new Date('2025-11-17T08:00:00+07:00');
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 99].map(
      (n) => (nextTry(now, n).getTime() - now.getTime()) / 60_000,
    );
    expect(minutes).toEqual([1, 2, 5, 10, 20, 30, 60, 60, 60]);
  });

  test.each([
    ['DongBoHoSoMC', 'acknowledged', { state: 'acknowledged', known: true, overtakes: true, frees: true }],
    ['CapNhatTienDoHoSoMC', 'acknowledged', { state: 'acknowledged', overtakes: false, frees: false }],
    ['DongBoHoSoMC', 'refused', { state: 'refused', overtakes: true, frees: false }],
    ['CapNhatTienDoHoSoMC', 'refused', { state: 'refused', overtakes: false, frees: false }],
    ['DongBoHoSoMC', 'noAnswer', { state: 'waiting', overtakes: false, frees: false }],
  ] as const)('%s %s', (service, kind, effect) => {
    expect(effectOf(service, { kind, words: '' })).toEqual(effect);
  });

  test.each([
    ['DongBoHoSoMC', false, true, 'send'],
    ['CapNhatTienDoHoSoMC', true, true, 'send'],
    ['CapNhatTienDoHoSoMC', false, true, 'hold'],
    ['CapNhatTienDoHoSoMC', false, false, 'sendWhole'],
  ] as const)('%s, the case known %s, refused before %s: %s', (service, known, refusedBefore, turn) => {
    expect(turnOf({ service, known, refusedBefore })).toBe(turn);
  });

  test.each([
    [{ refused: 1, tried: 1, acknowledged: 1 }, 'refused'],
    [{ refused: 0, tried: 1, acknowledged: 1 }, 'waiting'],
    [{ refused: 0, tried: 0, acknowledged: 1 }, 'acknowledged'],
    [{ refused: 0, tried: 0, acknowledged: 0 }, 'notSent'],
  ])('%o is %s', (count, sync) => {
    expect(syncOf(count)).toBe(sync);
  });
});

describe('two statuses for one case', () => {
  test.each([
    ['the same', { ours: 4, theirs: '4' }, 'same'],
    ['a message is on its way', { ours: 4, theirs: '2', onTheWay: true }, 'onTheWay'],
    ['another one', { ours: 4, theirs: '9' }, 'conflict'],
    ['none of the ten', { ours: 4, theirs: '77' }, 'conflict'],
    ['before reception the portal owns it', { ours: 1, theirs: '2' }, 'noted'],
    ['noted before', { ours: 4, theirs: '9', noted: { ours: 4, theirs: '9' } }, 'noted'],
    [
      'noted before, and one side went on',
      { ours: 9, theirs: '2', noted: { ours: 4, theirs: '2' } },
      'conflict',
    ],
  ] as const)('%s', (_name, sides, verdict) => {
    expect(judge({ onTheWay: false, ...sides })).toBe(verdict);
  });

  test.each([
    ['2', 2],
    ['10', 10],
    ['11', undefined],
    ['0', undefined],
    ['x', undefined],
    [undefined, undefined],
  ])('a status %s is %s', (text, code) => {
    expect(statusIn(text)).toBe(code);
  });
});

describe('the comparison names each difference with its cause', () => {
  const ours = (over: Partial<Ours> = {}): Ours => ({
    caseId: 'c',
    code: 'A',
    unitId: 'u',
    day: '2025-11-17',
    status: 4,
    queued: true,
    onTheWay: false,
    refusal: null,
    missing: [],
    ...over,
  });
  const there = (TrangThaiHoSo: string) => [
    { MaHoSo: 'A', TrangThaiHoSo, NgayTiepNhan: '17/11/2025 08:00:00' },
  ];
  test.each([
    ['the same', ours(), there('4'), undefined],
    ['refused', ours({ refusal: 'Thiếu trường' }), [], 'refusedMessage'],
    ['not acknowledged', ours({ onTheWay: true }), there('2'), 'onTheWay'],
    ['never sent', ours({ queued: false }), [], 'neverSent'],
    ['gone', ours(), [], 'notThere'],
    ['an unknown code', ours(), there('99'), 'unknownCode'],
    ['another status', ours(), there('9'), 'otherStatus'],
    ['a missing field', ours({ missing: ['SoDinhDanh'] }), there('4'), 'missingField'],
    ['without day of reception', ours(), [{ MaHoSo: 'A', TrangThaiHoSo: '4' }], 'missingField'],
  ] as const)('%s', (_name, mine, theirs, cause) => {
    expect(compare([mine], theirs).differences[0]?.cause).toBe(cause);
  });

  test('counts stand for each day and unit; a case that only the portal has stands by itself', () => {
    const { days, differences } = compare(
      [ours(), ours({ caseId: 'd', code: 'B', unitId: 'v' })],
      [...there('4'), { MaHoSo: 'X', TrangThaiHoSo: '2', NgayTiepNhan: '17/11/2025 09:00:00' }],
    );
    expect(days).toEqual([
      { day: '2025-11-17', unitId: '', ours: 0, theirs: 1, same: 0 },
      { day: '2025-11-17', unitId: 'u', ours: 1, theirs: 1, same: 1 },
      { day: '2025-11-17', unitId: 'v', ours: 1, theirs: 0, same: 0 },
    ]);
    expect(differences.map(({ cause, code }) => [cause, code])).toEqual([
      ['notThere', 'B'],
      ['onlyThere', 'X'],
    ]);
  });
});
