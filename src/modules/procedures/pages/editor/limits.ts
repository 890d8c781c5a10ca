import { fieldProblem } from '../../../../kit/problems.ts';
import type { TimeLimit } from '../../../calendar/contract.ts';
import { limitText } from '../../../calendar/index.ts';
import { feeOf, limitOf } from '../../intake/parts.ts';
import { limitsIn } from '../../rules/checks/limits.ts';
import type { ChannelRow, Fee } from '../../rules/model.ts';
import { foldWords } from '../../rules/words.ts';
import { editorMessages } from './messages.ts';

/** Times and fees as officials write them: “3 ngày làm việc”, “8000”, “miễn phí”. */

export const limitWords = (limit: TimeLimit | undefined): string | undefined =>
  limit ? limitText(limit).vi : undefined;

/** A length of time that must be readable. */
export function limitFrom(text: string, name: string): TimeLimit | undefined {
  if (!text) return undefined;
  const [limit] = limitsIn(text);
  if (!limit) throw fieldProblem(name, editorMessages.vi.badLimit, editorMessages.en.badLimit);
  return limit;
}

/** Of a channel: any other words stay words, and the checks say what is wrong with them. */
export function channelLimit(text: string): Pick<ChannelRow, 'limit' | 'limitText'> {
  const said = limitsIn(text);
  if (said.length === 1 && said[0]) return { limit: said[0] };
  return text ? limitOf(text, '') : {};
}

export const feeWords = (fee: Fee): string =>
  fee.kind === 'unknown'
    ? ''
    : fee.kind === 'amount'
      ? String(fee.dong)
      : fee.kind === 'free'
        ? editorMessages.vi.free
        : editorMessages.vi.byProvince;

const sum = /^(\d+|\d{1,3}([., ]\d{3})+)\s*(đ|đồng|vnd|vnđ|dong)?$/iu;

/** What is neither a sum nor one of the words is refused, not forgotten: 150 thousand is not 150. */
export function feeFrom(text: string, name: string): Fee {
  const folded = foldWords(text);
  if (/mien phi|^free$|^khong$/.test(folded)) return { kind: 'free' };
  if (/tinh|province|hdnd/.test(folded)) return { kind: 'province' };
  if (text && !sum.test(text)) throw fieldProblem(name, editorMessages.vi.badFee, editorMessages.en.badFee);
  return feeOf(text.replaceAll(/[^\d.,]/g, ''));
}
