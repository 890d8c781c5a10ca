import { expect, test } from 'vitest';

import { rungText, spansText } from './pages/parts.tsx';

test('A rung is said in words, one of the own ladder by its code', () => {
  expect(rungText('due-5', 'vi')).toBe('Trước hạn 5 ngày');
  expect(rungText('late-1', 'en')).toBe('1 day overdue');
  expect(rungText('cutoff-0', 'vi')).toBe('Đúng ngày chốt kỳ báo cáo');
  expect(rungText('dueChanged', 'vi')).toBe('Thay đổi thời hạn');
  expect(rungText('noRecipient:owner', 'vi')).toBe('Không có người nhận: Đầu mối');
  expect(rungText('riêng-7', 'vi')).toBe('riêng-7');
});

test('Days that follow each other are one span', () => {
  expect(spansText(['2025-01-28', '2025-01-27', '2025-01-01', '2025-01-29'])).toBe(
    '01/01/2025, 27/01/2025–29/01/2025',
  );
});
