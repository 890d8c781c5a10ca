import { expect, test } from 'vitest';

import { type AgencyCalendar, leftText } from '../../calendar/index.ts';
import { minutesLeft } from './left.ts';

const hours = [{ from: '07:30', to: '17:30' }];
const calendar: AgencyCalendar = {
  id: 'test',
  versions: [
    {
      validFrom: '2020-01-01',
      week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: [], sun: [] },
      keepsMakeUpDays: true,
      legalBasis: 'test',
    },
  ],
  exceptions: [],
};

test.each([
  ['2025-11-14T10:20:00Z', 10, 'ten minutes before work ends on Friday'],
  ['2025-11-14T10:30:00Z', 0, 'the moment itself'],
  ['2025-11-16T02:00:00Z', -0.5, 'the Sunday after: overdue, though nobody has worked since'],
])('of a case due on Friday at 17:30 there is at %s left: %d (%s)', (now, minutes) => {
  expect(minutesLeft(calendar, new Date(now), new Date('2025-11-14T10:30:00Z'))).toBe(minutes);
});

test('what is overdue says so, however short', () => {
  expect(leftText(-0.5)).toEqual({
    vi: 'quá hạn dưới 1 phút làm việc',
    en: 'under 1 working minute overdue',
  });
  expect(leftText(0).vi).toBe('dưới 1 phút làm việc');
});
