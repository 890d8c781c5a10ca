import { describe, expect, test } from 'vitest';

import type { OfferOccasion } from '../../procedures/contract.ts';
import { dueOccasion, evolveOffer, occasionDay, type OfferEvent, openOfferSteps, takenAs } from './rules.ts';

const granted = (over: object = {}): OfferOccasion => ({
  kind: 'granted',
  procedureCode: '1.001193',
  ...over,
});

describe('the day on which an occasion calls for a service', () => {
  test.each<[string, OfferOccasion, Parameters<typeof occasionDay>[1], string | undefined]>([
    ['a result, at once', granted(), { kind: 'granted', what: '1.001193', day: '2025-11-17' }, '2025-11-17'],
    [
      'a paper that runs out after six months, two weeks before',
      granted({ months: 6, daysBefore: 14 }),
      { kind: 'granted', what: '1.001193', day: '2025-08-31' },
      '2026-02-14',
    ],
    [
      'the sixth birthday of a child born on 29 February, a month before',
      { kind: 'age', role: 'child', years: 6, daysBefore: 30 },
      { kind: 'birthDay', what: 'child', day: '2020-02-29' },
      '2026-01-29',
    ],
    [
      'the birthday of somebody else',
      { kind: 'age', role: 'child', years: 6 },
      { kind: 'birthDay', what: 'father', day: '2020-02-29' },
      undefined,
    ],
    [
      'an event that an authority tells',
      { kind: 'told', event: 'retirement' },
      { kind: 'told', what: 'retirement', day: '2025-11-01' },
      '2025-11-01',
    ],
    ['another result', granted(), { kind: 'granted', what: '1.000894', day: '2025-11-17' }, undefined],
  ])('%s', (_, on, fact, day) => expect(occasionDay(on, fact)).toBe(day));

  test('is asked for from that day on, and no longer than the offer would stand', () => {
    const rule = { on: [granted()], openDays: 30 };
    const fact = { kind: 'granted', what: '1.001193', day: '2025-11-17' } as const;
    expect(
      ['2025-11-16', '2025-11-17', '2025-12-17', '2025-12-18'].map((d) => dueOccasion(rule, fact, d)),
    ).toEqual([undefined, granted(), granted(), undefined]);
  });
});

const made = (over: object = {}): OfferEvent => ({
  type: 'offer.made',
  at: '2025-11-17T01:00:00.000Z',
  by: 'system',
  procedureCode: '2.000908',
  versionId: 'v',
  level: 3,
  occasion: granted(),
  factDay: '2025-11-17',
  source: { kind: 'case', caseId: 'c', code: 'H57-251117-0001' },
  legalBasis: 'Nghị định 224/2026/NĐ-CP',
  until: '2025-12-17',
  undoDays: 15,
  ready: true,
  hash: 'h',
  ...over,
});
const fold = (...events: OfferEvent[]) =>
  events.reduce<ReturnType<typeof evolveOffer> | undefined>(evolveOffer, undefined)!;
const at = { at: '2025-11-18T01:00:00.000Z', by: 'applicant' as const };

describe('what the citizen can do with an offer', () => {
  test('answer it until its last day, and nothing after', () => {
    expect(openOfferSteps(fold(made()), '2025-12-17')).toEqual(['accept', 'refuse']);
    expect(openOfferSteps(fold(made()), '2025-12-18')).toEqual([]);
  });

  test.each(['offer.accepted', 'offer.started'] as const)(
    'undo what %s says, until the stated day',
    (type) => {
      const taken = { ...at, type, caseId: 'x', as: 'case', undoUntil: '2025-12-03' } as OfferEvent;
      expect(openOfferSteps(fold(made(), taken), '2025-12-03')).toEqual(['undo']);
      expect(openOfferSteps(fold(made(), taken), '2025-12-04')).toEqual([]);
    },
  );

  test('nothing more once it is refused, undone or has lapsed', () => {
    const ends: OfferEvent[] = [
      { ...at, type: 'offer.refused' },
      { ...at, type: 'offer.undone', what: 'case' },
      { ...at, type: 'offer.lapsed', because: 'time' },
    ];
    for (const end of ends) expect(openOfferSteps(fold(made(), end), '2025-11-18')).toEqual([]);
  });
});

test.each([
  [1, true, 'asPrepared', 'draft'],
  [2, true, 'asPrepared', 'draft'],
  [3, true, 'asPrepared', 'case'],
  [3, false, 'asPrepared', 'draft'],
  [3, true, 'change', 'draft'],
  [4, true, 'asPrepared', 'case'],
] as const)('an offer of level %i, ready %s, accepted %s is a %s', (level, ready, how, expected) => {
  expect(takenAs({ level, ready }, how)).toBe(expected);
});
