import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { type Part, totalCheck } from '../../directives/index.ts';
import type { checkTotal } from '../contract/lists.ts';

type Check = ReplyOf<typeof checkTotal>;

/** Whether parts add up to a total, in words with a hint where one part is likely misprinted. */
export function checkOf(parts: readonly Part[], total: number): Check {
  const made = totalCheck(parts, total);
  const words = made.ok
    ? { vi: `Các phần cộng đúng tổng ${total}.`, en: `The parts add up to the total of ${total}.` }
    : made.missing > 0
      ? { vi: `Các phần cộng được ${made.sum}, thiếu ${made.missing} so với tổng ${total}.`, en: `The parts add up to ${made.sum}, ${made.missing} short of the total of ${total}.` }
      : { vi: `Các phần cộng được ${made.sum}, thừa ${-made.missing} so với tổng ${total}.`, en: `The parts add up to ${made.sum}, ${-made.missing} more than the total of ${total}.` };
  return {
    ...made,
    total,
    words,
    suggestions: made.suggestions.map((s) => ({
      ...s,
      words: s.why === 'adjacentDigitsSwapped'
        ? { vi: `“${s.name}” có thể là ${s.to} chứ không phải ${s.from}: hai chữ số liền nhau bị đảo${s.supportedByPercent ? ', và chỉ số này khớp với tỷ lệ in bên cạnh' : ''}.`, en: `“${s.name}” may be ${s.to}, not ${s.from}: two adjacent digits were swapped${s.supportedByPercent ? ', and only this fits the percentage printed beside it' : ''}.` }
        : { vi: `“${s.name}” có thể là ${s.to} chứ không phải ${s.from}: chỉ số này khớp với tỷ lệ in bên cạnh.`, en: `“${s.name}” may be ${s.to}, not ${s.from}: only this fits the percentage printed beside it.` },
    })),
  };
}

export async function checkTotalAction(_ctx: Context, { parts, total }: ParsedOf<typeof checkTotal>): Promise<Check> {
  return checkOf(parts.map(({ name, count, printedPercent }) => ({ name, count, ...(printedPercent ? { printedPercent } : {}) })), total);
}
