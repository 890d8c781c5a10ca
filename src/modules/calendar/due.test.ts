import { describe, expect, test } from 'vitest';

import { readCases, ruleAndFacts, written } from './cases/read.ts';
import { walk } from './cases/walk.ts';
import { standardBook } from './facts/book.ts';
import { agencyCalendar } from './rules/book.ts';
import { dueTimes } from './rules/due.ts';

const book = standardBook('centre');
const calendars = { N: agencyCalendar(book, 'national'), P: agencyCalendar(book, 'police') };

describe.each(['hand.tsv', 'walked.tsv'])('%s', (file) => {
  const cases = readCases(file);
  test.each([...new Set(cases.map(({ group }) => group))])(
    'every due date of %s is as worked out',
    (group) => {
      for (const one of cases.filter((c) => c.group === group)) {
        const { rule, facts } = ruleAndFacts(one);
        const { startAt, dueAt } = dueTimes(rule, facts, calendars[one.calendar]);
        expect(`${written(startAt)} ${written(dueAt)}`, one.line).toBe(`${one.start} ${one.due}`);
      }
    },
  );
  test('the second reckoning, which walks minute by minute, says the same', () => {
    for (const one of cases) {
      const { start, due } = walk(one);
      expect(`${start} ${due}`, one.line).toBe(`${one.start} ${one.due}`);
    }
  });
});

test('there are at least five hundred cases worked by hand', () => {
  expect(readCases('hand.tsv').length).toBeGreaterThanOrEqual(500);
});
