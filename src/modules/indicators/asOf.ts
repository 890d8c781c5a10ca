import type { Day } from '../../kit/day.ts';
import { fieldProblem } from '../../kit/problems.ts';

/** The day as of which a figure is asked: today where nothing is said. @throws a fault of `asOf` for days to come */
export function knownDay(asOf: Day | undefined, today: Day): Day {
  if (asOf === undefined || asOf <= today) return asOf ?? today;
  throw fieldProblem(
    'asOf',
    'Ngày này chưa đến; số liệu chỉ có đến hôm nay.',
    'This day is still to come; figures reach up to today.',
  );
}
