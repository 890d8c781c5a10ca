import { describe, expect, test } from 'vitest';

import { sampleContent } from '../samples.ts';
import { diffOf } from './diff.ts';
import { laidOver } from './effective.ts';
import { movesCase } from './transition.ts';

const was = sampleContent();

test('equal contents do not differ, whatever the order of their keys', () => {
  const turned = Object.fromEntries(Object.entries(was).reverse()) as typeof was;
  expect(diffOf(was, structuredClone(turned))).toEqual([]);
});

test('a shorter limit, a new paper and a step that went are said in words', () => {
  const becomes = {
    ...was,
    channels: was.channels.map((row) =>
      row.channel === 'online' ? { ...row, limit: { value: 4, unit: 'workingHour' as const } } : row,
    ),
    components: [...was.components, { ...was.components[0]!, key: 'proof', name: { vi: 'Giấy chứng sinh' } }],
    steps: was.steps.filter((step) => step.key !== 'issue'),
  };
  expect(diffOf(was, becomes).map(({ vi, was: a, becomes: b }) => [vi, a, b])).toEqual([
    ['Sửa cách thức nộp: trực tuyến', '1 ngày làm việc; miễn phí', '4 giờ làm việc; miễn phí'],
    ['Thêm thành phần hồ sơ: Giấy chứng sinh', undefined, 'Giấy chứng sinh; 1 bản chính, 0 bản sao'],
    ['Bỏ bước: Vào sổ, đóng dấu', 'Vào sổ, đóng dấu; 1 giờ làm việc; → return', undefined],
  ]);
});

test('a difference without words of its own is not passed over', () => {
  expect(diffOf(was, { ...was, notes: 'khác' })).toMatchObject([{ en: 'Something technical differs' }]);
});

test('an overlay changes only what it states', () => {
  const laid = laidOver(was, { decision: '2770/QĐ-UBND', serviceLevel: 'partial' });
  expect(laid).toEqual({ ...was, serviceLevel: 'partial' });
});

describe('which running cases move to a new version', () => {
  const at = (atStep: string, receivedOn = '2025-11-01') => ({ atStep, receivedOn });
  test.each<[string, Parameters<typeof movesCase>[0], ReturnType<typeof at>, boolean]>([
    ['none without a rule', undefined, at('receive'), false],
    ['none', { kind: 'none' }, at('receive'), false],
    ['those before the step', { kind: 'beforeStep', step: 'sign' }, at('appraise'), true],
    ['not those at the step', { kind: 'beforeStep', step: 'sign' }, at('sign'), false],
    ['not those after it', { kind: 'beforeStep', step: 'sign' }, at('issue'), false],
    ['nobody before a step the plan does not have', { kind: 'beforeStep', step: 'x' }, at('receive'), false],
    [
      'as stated: received since',
      { kind: 'stated', text: { vi: '…' }, receivedFrom: '2025-11-01' },
      at('sign'),
      true,
    ],
    [
      'as stated: received before',
      { kind: 'stated', text: { vi: '…' }, receivedFrom: '2025-11-02' },
      at('sign'),
      false,
    ],
    [
      'as stated: at other steps',
      { kind: 'stated', text: { vi: '…' }, atSteps: ['receive'] },
      at('sign'),
      false,
    ],
  ])('%s', (_, rule, standing, moves) => expect(movesCase(rule, was, standing)).toBe(moves));
});
