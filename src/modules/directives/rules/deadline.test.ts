import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isDay } from '../../../kit/day.ts';
import { parseDeadline, type Precision } from './deadline.ts';
import { currentDeadline } from './deadlineChanges.ts';

/** All 28 texts printed in Appendix II of 03/NQ-CP: text, precision, last day, how often. */
const PRINTED: [string, Precision, string | undefined, number][] = [
  ['01/2025', 'month', '2025-01-31', 1],
  ['03/2025', 'month', '2025-03-31', 2],
  ['06/2025', 'month', '2025-06-30', 2],
  ['12/2025', 'month', '2025-12-31', 13],
  ['12/2026', 'month', '2026-12-31', 3],
  ['12/2028', 'month', '2028-12-31', 2],
  ['2/2025', 'month', '2025-02-28', 1],
  ['2025 - 2026', 'range', '2026-12-31', 1],
  ['2025 và những năm tiếp theo', 'openEnded', undefined, 3],
  ['2025', 'year', '2025-12-31', 59],
  ['2025-2026', 'range', '2026-12-31', 1],
  ['2026', 'year', '2026-12-31', 6],
  ['2027', 'year', '2027-12-31', 1],
  ['2028', 'year', '2028-12-31', 1],
  ['2030', 'year', '2030-12-31', 2],
  ['3/2025', 'month', '2025-03-31', 1],
  ['3/2026', 'month', '2026-03-31', 1],
  ['6/2025', 'month', '2025-06-30', 11],
  ['7/2025', 'month', '2025-07-31', 1],
  ['9/2025', 'month', '2025-09-30', 5],
  ['9/2026', 'month', '2026-09-30', 3],
  ['Hằng năm', 'recurring', undefined, 2],
  ['Nhiệm vụ thường xuyên', 'recurring', undefined, 1],
  ['Quý II/2025', 'quarter', '2025-06-30', 1],
  ['Tháng 10/2025', 'month', '2025-10-31', 1],
  ['Tháng 5/2025', 'month', '2025-05-31', 1],
  ['Thường xuyên', 'recurring', undefined, 12],
  ['hằng năm', 'recurring', undefined, 1],
];

describe('the deadlines printed in Appendix II of 03/NQ-CP', () => {
  test.each(PRINTED)('"%s" is a %s ending %s', (text, precision, lastDay) => {
    expect(parseDeadline(text, '2025-01-09')).toMatchObject({ text, precision, understood: true });
    expect(parseDeadline(text, '2025-01-09').lastDay).toBe(lastDay);
  });

  test('are 139 with a text; the 140th task (no. 42) prints none', () => {
    expect(PRINTED.reduce((sum, [, , , count]) => sum + count, 0)).toBe(139);
    expect(parseDeadline('')).toEqual({ text: '', precision: 'none', understood: true });
  });
});

const ISSUED = '2025-06-23';

describe('deadlines as printed elsewhere', () => {
  test.each<[string, Precision, string | undefined]>([
    ['30/6/2025', 'day', '2025-06-30'],
    ['trước ngày 30/6/2025', 'day', '2025-06-29'],
    ['Trước ngày 15 tháng 6 năm 2025', 'day', '2025-06-14'],
    ['trước 15/7', 'day', '2025-07-14'],
    ['trước tháng 6/2025', 'month', '2025-05-31'],
    ['trước quý IV/2025', 'quarter', '2025-09-30'],
    ['chậm nhất ngày 31/12/2026', 'day', '2026-12-31'],
    ['đến ngày 30/6/2025', 'day', '2025-06-30'],
    ['đến hết ngày 30/6/2025', 'day', '2025-06-30'],
    ['không muộn hơn 30/6/2025', 'day', '2025-06-30'],
    ['hoàn thành trước ngày 10/12/2025', 'day', '2025-12-09'],
    ['hoàn thành trong tháng 8', 'month', '2025-08-31'],
    ['trong tháng 5', 'month', '2026-05-31'],
    ['Hoàn thành trong tháng 8/2025', 'month', '2025-08-31'],
    ['tháng 8 năm 2025', 'month', '2025-08-31'],
    ['cuối tháng 8/2025', 'month', '2025-08-31'],
    ['tháng mười hai năm 2025', 'month', '2025-12-31'],
    ['trong quý II/2025', 'quarter', '2025-06-30'],
    ['Quý 3 năm 2025', 'quarter', '2025-09-30'],
    ['Q4/2025', 'quarter', '2025-12-31'],
    ['quý III', 'quarter', '2025-09-30'],
    ['6 tháng đầu năm 2026', 'halfYear', '2026-06-30'],
    ['6 tháng cuối năm 2025', 'halfYear', '2025-12-31'],
    ['9 tháng đầu năm 2025', 'range', '2025-09-30'],
    ['năm 2025', 'year', '2025-12-31'],
    ['trong năm 2026', 'year', '2026-12-31'],
    ['đến năm 2030', 'year', '2030-12-31'],
    ['trước năm 2030', 'year', '2029-12-31'],
    ['Giai đoạn 2025–2030', 'range', '2030-12-31'],
    ['từ 01/9 đến 30/11/2025', 'range', '2025-11-30'],
    ['01/9-30/11/2025', 'range', '2025-11-30'],
    ['Quý III-IV/2025', 'range', '2025-12-31'],
    ['tháng 6 - 9/2025', 'range', '2025-09-30'],
    ['6/2025 - 3/2026', 'range', '2026-03-31'],
    ['Từ năm 2026', 'openEnded', undefined],
    ['2025 và các năm tiếp theo', 'openEnded', undefined],
    ['Hàng tháng', 'recurring', undefined],
    ['trước ngày 15 tháng 6 và 01 tháng 12 hằng năm', 'recurring', undefined],
    ['trong 30 ngày kể từ ngày ban hành', 'relative', '2025-07-23'],
    ['trong thời hạn 3 tháng kể từ ngày ký', 'relative', '2025-09-23'],
    ['trong vòng 02 tuần kể từ ngày ký ban hành', 'relative', '2025-07-07'],
    ['10 ngày làm việc kể từ ngày ban hành', 'relative', undefined],
    ['60 ngày sau khi Luật có hiệu lực', 'relative', undefined],
    ['cùng thời điểm Luật có hiệu lực', 'relative', undefined],
    ['khẩn trương', 'none', undefined],
  ])('"%s" is a %s ending %s', (text, precision, lastDay) => {
    const deadline = parseDeadline(text, ISSUED);
    expect(deadline).toMatchObject({ text, precision, understood: true });
    expect(deadline.lastDay).toBe(lastDay);
  });

  test.each([
    '30/02/2025',
    '31/4/2025',
    '13/2025',
    'quý V/2025',
    'sau Tết',
    '2026-2025',
    'tháng 8',
    '15/6',
    '99999',
  ])('"%s" without a day of issue is not understood, and says so', (text) =>
    expect(parseDeadline(text)).toEqual({ text, precision: 'none', understood: false }),
  );

  test('keeps what recurs, and what a relative deadline counts from', () => {
    expect(parseDeadline('trước ngày 15 tháng 6 và 01 tháng 12 hằng năm').recurrence).toEqual({
      every: 'year',
      daysOfYear: ['06-15', '12-01'],
    });
    expect(parseDeadline('10 ngày làm việc kể từ ngày ban hành').relative).toEqual({
      count: 10,
      unit: 'workingDay',
      from: 'ban hành',
    });
  });

  test('counts working days by the calendar it is given', () => {
    const after = (day: string, count: number) => `${day}+${count}`;
    const { lastDay } = parseDeadline('10 ngày làm việc kể từ ngày ban hành', '2025-04-24', after);
    expect(lastDay).toBe('2025-04-24+10');
  });

  test('is the same for decomposed letters and capitals', () => {
    expect(parseDeadline('TRƯỚC NGÀY 30/6/2025'.normalize('NFD')).lastDay).toBe('2025-06-29');
  });

  test.each(['2025 năm kể từ', '99999999999 ngày kể từ ngày ban hành', '9999 năm kể từ ngày ký'])(
    '%s leads beyond the calendar and is not understood',
    (text) => {
      expect(parseDeadline(text, ISSUED)).toMatchObject({ text, understood: false });
    },
  );

  test('never throws and never gives a last day before its first', () => {
    const word = fc.constantFrom(
      'trước',
      'tháng',
      'quý',
      'IV',
      '2025',
      '/',
      '-',
      '31',
      '2',
      'ngày',
      'đến',
      'kể từ',
      'năm',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 7 }).map((w) => w.join(' ')),
        ),
        (text) => {
          const { firstDay, lastDay, text: kept } = parseDeadline(text, ISSUED);
          expect(kept).toBe(text);
          if (firstDay) expect(isDay(firstDay)).toBe(true);
          if (lastDay) expect(isDay(lastDay)).toBe(true);
          if (firstDay && lastDay) expect(firstDay <= lastDay).toBe(true);
        },
      ),
    );
  });
});

describe('changes of a deadline', () => {
  const speech = { deadline: parseDeadline('11/2025'), setOn: '2025-11-15' };
  const notice = {
    deadline: parseDeadline('trước ngày 10/12/2025'),
    setOn: '2025-11-16',
    document: '624/TB-VPCP',
  };

  test('changed within two days: the speech says November, the written notice before 10 December', () => {
    const found = currentDeadline([notice, speech]);
    expect(found).toMatchObject({ first: speech, current: notice, changes: 1, movedDays: 9 });
  });

  test('the past reads as it was', () => {
    expect(currentDeadline([speech, notice], '2025-11-15')).toMatchObject({
      current: speech,
      changes: 0,
      movedDays: 0,
    });
    expect(currentDeadline([speech, notice], '2025-11-14')).toBeUndefined();
  });

  test('assigned three times: no. 47 of 03/NQ-CP, then two notices without a date', () => {
    const found = currentDeadline([
      { deadline: parseDeadline('2025-2026'), setOn: '2025-01-09', document: '03/NQ-CP' },
      { deadline: parseDeadline(''), setOn: '2025-10-13', document: '552/TB-VPCP' },
    ]);
    expect(found?.current.deadline.lastDay).toBe('2026-12-31');
    expect(found?.changes).toBe(0);
  });
});
