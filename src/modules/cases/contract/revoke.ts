import { day, endpoint, id } from '../../../kit/contract.ts';
import { noMandate, noPerson, stepNotOpen } from './problems.ts';
import { shortWords, standing, values, words } from './words.ts';

const decision = {
  id,
  /** Number of the decision by which it is done. */
  decisionNumber: shortWords,
  reason: words,
  legalBasis: shortWords,
  /** First day on which the result no longer holds; today where absent. */
  from: day.optional(),
};
const problems = [stepNotOpen, noPerson, noMandate];

/** By whoever holds the mandate to sign at the unit that decided; the page of the printed result says so from then on. */
export const revokeResult = endpoint({
  name: 'cases.revokeResult',
  method: 'POST',
  path: '/cases/:id/revocation',
  summary: { vi: 'Thu hồi, hủy bỏ kết quả', en: 'Revoke a result' },
  permission: 'case.sign',
  input: decision,
  reply: standing,
  problems,
});

/** A corrected result with a number of its own; values that were wrong are replaced, the old ones are kept. */
export const replaceResult = endpoint({
  name: 'cases.replaceResult',
  method: 'POST',
  path: '/cases/:id/replacement',
  summary: { vi: 'Cải chính, thay thế kết quả', en: 'Replace a result by a corrected one' },
  permission: 'case.sign',
  input: {
    ...decision,
    values: values.default({}),
    text: words.optional(),
    /** The next number of the unit's year where absent. */
    resultNumber: shortWords.optional(),
  },
  reply: standing,
  problems,
});
