import { describe, expect, test } from 'vitest';

import { sampleContent } from '../samples.ts';
import { levelsIn } from './checks/agencies.ts';
import { checks } from './checks/all.ts';
import { pricesIn } from './checks/fees.ts';
import { limitsIn } from './checks/limits.ts';
import type { CheckFacts } from './checks/model.ts';
import { runChecks } from './checks/run.ts';
import type { Component, ProcedureContent, Step } from './model.ts';
import { longestWay } from './plan.ts';

const facts: CheckFacts = { code: '1.000001', day: '2025-11-17', sameName: [], replaced: [] };
const found = (over: Partial<ProcedureContent>, more: Partial<CheckFacts> = {}) =>
  runChecks(sampleContent(over), { ...facts, ...more }).map(({ check, severity }) => `${severity} ${check}`);

const paper = (vi: string, over: Partial<Component> = {}): Component => ({
  key: 'paper',
  name: { vi },
  kind: 'paper',
  originals: 1,
  copies: 0,
  required: true,
  ...over,
});
const desk = (over: object) => [
  {
    channel: 'desk' as const,
    limit: { value: 1, unit: 'workingDay' as const },
    fee: { kind: 'free' as const },
    ...over,
  },
];
const step = (key: string, over: Partial<Step> = {}): Step => ({
  key,
  role: 'appraise',
  name: { vi: key },
  at: 'competent',
  next: [],
  ...over,
});

test('the sample offends no check', () => expect(found({})).toEqual([]));

/** One planted defect for each check: [what is wrong, what is changed, what is found]. */
const offering = (over: object, proactive: 1 | 2 | 3 | 4 = 3): Partial<ProcedureContent> => ({
  rules: {
    anyPlace: true,
    proactive,
    offer: {
      on: [{ kind: 'told', event: 'birth' }],
      openDays: 30,
      undoDays: 15,
      legalBasis: 'Nghị định 224/2026/NĐ-CP',
      ...over,
    },
  },
});
const planted: [string, Partial<ProcedureContent>, string, Partial<CheckFacts>?][] = [
  ['an offer that cannot be undone', offering({ undoDays: 0 }), 'block offerRule'],
  ['an offer without an occasion', offering({ on: [] }), 'block offerRule'],
  [
    'an offer that fills a field unknown to the form',
    offering({ fill: [{ field: 'x', value: '1' }] }),
    'block offerRule',
  ],
  [
    'a service that begins at once, with no day to refuse it',
    offering({ startDays: 0 }, 4),
    'block offerRule',
  ],
  ['a service that begins by itself, nobody knows when', offering({}, 4), 'block offerRule'],
  [
    'a service that begins by itself and costs',
    {
      ...offering({ startDays: 10 }, 4),
      channels: [
        { channel: 'online', limit: { value: 1, unit: 'workingDay' }, fee: { kind: 'amount', dong: 8000 } },
      ],
    },
    'block offerRule',
  ],
  [
    'a level that nothing calls for',
    { rules: { anyPlace: true, proactive: 2 } },
    'warn offerWithoutOccasion',
  ],
  [
    'a time without a unit ("1")',
    { channels: desk({ limit: undefined, limitText: '1' }) },
    'block timeWithoutUnit',
  ],
  ['no time at all', { channels: desk({ limit: undefined }) }, 'block noTime'],
  ['no channel at all', { channels: [] }, 'block noTime'],
  [
    'a limit that its text contradicts',
    { channels: desk({ limitText: '03 ngày làm việc' }) },
    'warn timeContradictsText',
  ],
  ['a fee that is not known', { channels: desk({ fee: { kind: 'unknown' } }) }, 'block feeUnstated'],
  ['a fee with a lost point', { channels: desk({ fee: { kind: 'amount', dong: 135 } }) }, 'warn lostDecimal'],
  [
    'free, though the text says a price',
    { channels: desk({ remark: { vi: 'Lệ phí 8.000 đồng' } }) },
    'warn freeButPriced',
  ],
  [
    'free, though the province decides',
    { channels: desk({ remark: { vi: 'Do HĐND cấp tỉnh quy định' } }) },
    'warn freeButPriced',
  ],
  [
    'a fee that its text contradicts (5,000 and 7,000)',
    { channels: desk({ fee: { kind: 'amount', dong: 5000 }, remark: { vi: '7.000 đồng/lần' } }) },
    'warn feeContradictsText',
  ],
  ['no agency', { agencyText: ' ' }, 'block agencyMissing'],
  ['a district body', { coordinating: ['Ủy ban nhân dân huyện A Lưới'] }, 'warn districtBodies'],
  ['a township', { coordinating: ['xã, phường, thị trấn'] }, 'warn districtBodies'],
  ['customs tagged commune level', { agencyText: 'Chi cục Hải quan khu vực' }, 'block levelFitsAgency'],
  ['the household book', { components: [paper('Bản chụp Sổ hộ khẩu')] }, 'block deadPapers'],
  ['no documents', { components: [] }, 'block documentsMissing'],
  [
    'a note among the documents',
    { components: [paper('Lưu ý: giấy tờ phải còn hạn')] },
    'warn notesInDocuments',
  ],
  [
    'a document with 0 originals',
    { components: [paper('Giấy chứng sinh', { originals: 0 })] },
    'warn notesInDocuments',
  ],
  [
    'a certified copy',
    { components: [paper('Bản sao có chứng thực giấy khai sinh')] },
    'block certifiedCopy',
  ],
  [
    'a certified copy by its mark',
    { components: [paper('Giấy khai sinh', { certified: true })] },
    'block certifiedCopy',
  ],
  [
    'a certified copy beside a choice',
    { components: [paper('Bản sao chứng thực hoặc bản chụp kèm bản chính để đối chiếu')] },
    'warn certifiedCopy',
  ],
  [
    'the title of a decision',
    { name: { vi: 'Quyết định số 12/QĐ-BTC về việc công bố thủ tục' } },
    'block decisionAsProcedure',
  ],
  ['a name that another code bears', {}, 'warn sameName', { sameName: ['1.000002'] }],
  ['no publishing decision', { decision: '' }, 'block decisionMissing'],
  ['a partial service without a reason', { serviceLevel: 'partial' }, 'warn partialWithoutReason'],
  [
    'the same once Decree 224/2026 holds',
    { serviceLevel: 'partial' },
    'block partialWithoutReason',
    { day: '2026-07-01' },
  ],
  [
    'a case hidden in a channel',
    { channels: desk({ remark: { vi: 'Trường hợp vùng xa cộng thêm 10 ngày' } }) },
    'warn casesInChannels',
  ],
  ['a channel given twice', { channels: [...desk({}), ...desk({})] }, 'block casesInChannels'],
  ['a kind of case that is not defined', { channels: desk({ caseKind: 'remote' }) }, 'block casesInChannels'],
  [
    'a paper that a database replaces',
    { components: [paper('Giấy chứng nhận đăng ký doanh nghiệp (bản chụp)')] },
    'warn replacedByData',
    {
      replaced: [
        {
          document: 'Giấy chứng nhận đăng ký doanh nghiệp',
          database: 'enterprise',
          databaseName: 'CSDL doanh nghiệp',
          legalPlace: 'Điều 10',
        },
      ],
    },
  ],
  [
    'steps that do not add up',
    { channels: desk({ limit: { value: 2, unit: 'workingDay' } }) },
    'block stepSum',
  ],
  [
    'a return that takes time',
    {
      steps: [
        step('a', { limit: { value: 8, unit: 'workingHour' }, next: [{ to: 'b' }] }),
        step('b', { role: 'return', limit: { value: 1, unit: 'workingHour' } }),
      ],
    },
    'block returnWithoutTime',
  ],
  [
    'a step no way leads to',
    { steps: [step('a', { limit: { value: 8, unit: 'workingHour' } }), step('b')] },
    'block stepsReachable',
  ],
  [
    'a way to a step that does not exist',
    { steps: [step('a', { limit: { value: 8, unit: 'workingHour' }, next: [{ to: 'x' }] })] },
    'block stepsReachable',
  ],
  [
    'a circle without an end',
    {
      steps: [
        step('a', { limit: { value: 8, unit: 'workingHour' }, next: [{ to: 'b' }] }),
        step('b', { next: [{ to: 'a' }] }),
      ],
    },
    'block stepsReachable',
  ],
  ['no steps', { steps: [] }, 'block stepsReachable'],
  [
    'a condition over a field that does not exist',
    { components: [paper('Giấy tờ', { when: { '==': [{ var: 'absent' }, 'x'] } })] },
    'block conditionFields',
  ],
];

describe('a planted defect is found', () => {
  test.each(planted)('%s', (_, over, expected, more) => {
    expect(found(over, more)).toContain(expected);
  });

  test('for every check there is one', () => {
    const covered = new Set(planted.map(([, , expected]) => expected.split(' ')[1]));
    expect(checks.map((check) => check.name).filter((name) => !covered.has(name))).toEqual([]);
  });
});

describe('what is right is left alone', () => {
  test.each<[string, Partial<ProcedureContent>, Partial<CheckFacts>?]>([
    ['an offer with days to refuse and to undo it', offering({ startDays: 10 }, 4)],
    ['district bodies before districts ended', { coordinating: ['UBND huyện A'] }, { day: '2025-06-30' }],
    ['the household book while it was valid', { components: [paper('Sổ hộ khẩu')] }, { day: '2022-12-31' }],
    ['social insurance is no commune', { level: 'other', agencyText: 'Bảo hiểm xã hội' }],
    ['a decision as a result', { name: { vi: 'Công nhận hộ nghèo' } }],
    [
      'a step that waits takes no time',
      {
        steps: [
          step('a', { limit: { value: 8, unit: 'workingHour' }, next: [{ to: 'w' }] }),
          step('w', { waitsFor: 'financialDuty', limit: { value: 30, unit: 'day' } }),
        ],
      },
    ],
    [
      'a way back is not gone twice',
      {
        steps: [
          step('a', { limit: { value: 4, unit: 'workingHour' }, next: [{ to: 'b' }] }),
          step('b', { limit: { value: 4, unit: 'workingHour' }, next: [{ to: 'a' }, { to: 'c' }] }),
          step('c'),
        ],
      },
    ],
  ])('%s', (_, over, more) => expect(found(over, more)).toEqual([]));
});

test('lengths of time are read from words', () => {
  expect(limitsIn('03 ngày làm việc; 10 ngày; 4 giờ làm việc, 1 tháng')).toEqual([
    { value: 3, unit: 'workingDay' },
    { value: 10, unit: 'day' },
    { value: 4, unit: 'workingHour' },
    { value: 1, unit: 'month' },
  ]);
  expect(limitsIn('1')).toEqual([]);
});

test('prices are read from words', () => {
  expect(pricesIn('Lệ phí 10.000 đồng/bản, tối đa 200.000đ; 135 VND')).toEqual([10_000, 200_000, 135]);
  expect(pricesIn('10 đơn vị')).toEqual([]);
});

test('levels are read from the agency', () => {
  expect(levelsIn('Cục Cảnh sát giao thông; Công an tỉnh; Công an cấp xã')).toEqual([
    'commune',
    'province',
    'ministry',
  ]);
  expect(levelsIn('Sở Y tế')).toEqual(['province']);
  expect(levelsIn('Bảo hiểm xã hội')).toEqual([]);
  expect(levelsIn('Bộ Tài chính')).toEqual(['ministry']);
});

test('the real plan of 1.012994 (168 hours, six steps) adds up to 21 working days', () => {
  const hours = [4, 4, 112, 24, 16, 8];
  const steps = hours.map((value, i) =>
    step(`s${i}`, { limit: { value, unit: 'workingHour' }, next: [{ to: `s${i + 1}` }] }),
  );
  expect(longestWay(steps)).toBe(21 * 8);
});
