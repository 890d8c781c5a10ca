import { expect, test } from 'vitest';

import {
  dayOf,
  daysBetween,
  formatBytes,
  formatDay,
  formatDayLong,
  formatDeadline,
  formatInstant,
  formatLate,
  formatMoney,
  formatMoneyShort,
  formatNumber,
  formatPercent,
  formatShare,
  shareText,
} from './format.ts';

test('numbers follow the habits of each language', () => {
  expect(formatNumber(1234.5, 'vi')).toBe('1.234,5');
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
  expect(formatNumber('1000000.25', 'vi', 1)).toBe('1.000.000,3');
  expect(formatPercent(12.3, 'vi')).toBe('12,3\u00a0%');
});

test('the published shares come out as printed, each with its rounding', () => {
  expect(formatShare(370, 944, 'vi')).toBe('39,2\u00a0%');
  expect(formatShare(370, 370 + 176, 'vi')).toBe('67,8\u00a0%');
  expect(shareText(113, 139, { digits: 2 })).toBe('81.29');
  expect(shareText(113, 139, { digits: 1, rounding: 'cut' })).toBe('81.2');
  expect(shareText(113, 139)).toBe('81.3');
});

test('a share exactly in the middle rounds up and needs no floating point', () => {
  expect(shareText(57, 200, { digits: 0 })).toBe('29');
  expect(shareText(2001, 20_000, { digits: 2 })).toBe('10.01');
  expect(shareText(1, 3000, { digits: 2 })).toBe('0.03');
  expect(shareText(9_007_199_254_740_991, 9_007_199_254_740_991)).toBe('100.0');
});

test('a share of nothing is a dash, never zero', () => {
  expect(formatShare(0, 0, 'vi')).toBe('–');
  expect(formatShare(0, 12, 'vi')).toBe('0,0\u00a0%');
});

test('days are written dd/mm/yyyy and stay as coarse as they were given', () => {
  expect(formatDay('2025-11-16')).toBe('16/11/2025');
  expect(formatDay('2025-11')).toBe('11/2025');
  expect(formatDay('2025')).toBe('2025');
  expect(formatDayLong('2025-11-16', 'vi')).toBe('Chủ nhật, 16/11/2025');
});

test('an instant late in the evening UTC is already the next day in Vietnam', () => {
  expect(formatInstant('2025-12-31T17:05:00Z')).toBe('00:05 01/01/2026');
  expect(dayOf(new Date('2025-12-31T16:59:59Z'))).toBe('2025-12-31');
});

test('deadlines say how many days are left or gone', () => {
  expect(formatDeadline('2025-11-28', '2025-11-16', 'vi')).toBe('còn 12 ngày');
  expect(formatDeadline('2025-11-16', '2025-11-16', 'vi')).toBe('đến hạn hôm nay');
  expect(formatDeadline('2025-11-15', '2025-11-16', 'en')).toBe('1 day overdue');
  expect(formatLate(23, 'vi')).toBe('trễ 23 ngày');
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
});

test('money is whole đồng, with a short form for a glance', () => {
  expect(formatMoney(1_250_000, 'vi')).toBe('1.250.000 đồng');
  expect(formatMoney(25_400_000_000n, 'en')).toBe('25,400,000,000 VND');
  expect(formatMoneyShort(25_400_000_000, 'vi')).toBe('25,4 tỷ đồng');
  expect(formatMoneyShort(999_999, 'vi')).toBe('999.999 đồng');
});

test('file sizes step by 1024', () => {
  expect(formatBytes(512, 'vi')).toBe('512 byte');
  expect(formatBytes(1536, 'vi')).toBe('1,5 KB');
  expect(formatBytes(15 * 1024 * 1024, 'en')).toBe('15 MB');
});
