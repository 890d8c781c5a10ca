import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { formatNumber } from '../../../web/format.ts';
import { type Part, totalCheck } from '../../directives/index.ts';
import type { checkTotal } from '../contract/lists.ts';

type Check = ReplyOf<typeof checkTotal>;

/** Whether parts add up to a total, in words with a hint where one part is likely misprinted. */
export function checkOf(parts: readonly Part[], total: number): Check {
  const made = totalCheck(parts, total);
  const vi = (n: number): string => formatNumber(n, 'vi');
  const en = (n: number): string => formatNumber(n, 'en');
  const words = made.ok
    ? { vi: `Các phần cộng đúng tổng ${vi(total)}.`, en: `The parts add up to the total of ${en(total)}.` }
    : made.missing > 0
      ? {
          vi: `Các phần cộng được ${vi(made.sum)}, thiếu ${vi(made.missing)} so với tổng ${vi(total)}.`,
          en: `The parts add up to ${en(made.sum)}, ${en(made.missing)} short of the total of ${en(total)}.`,
        }
      : {
          vi: `Các phần cộng được ${vi(made.sum)}, thừa ${vi(-made.missing)} so với tổng ${vi(total)}.`,
          en: `The parts add up to ${en(made.sum)}, ${en(-made.missing)} more than the total of ${en(total)}.`,
        };
  return {
    ...made,
    total,
    words,
    suggestions: made.suggestions.map((s) => ({
      ...s,
      words:
        s.why === 'adjacentDigitsSwapped'
          ? {
              vi: `“${s.name}” có thể là ${vi(s.to)} chứ không phải ${vi(s.from)}: hai chữ số liền nhau bị đảo${s.supportedByPercent ? ', và chỉ số này khớp với tỷ lệ in bên cạnh' : ''}.`,
              en: `“${s.name}” may be ${en(s.to)}, not ${en(s.from)}: two adjacent digits were swapped${s.supportedByPercent ? ', and only this fits the percentage printed beside it' : ''}.`,
            }
          : {
              vi: `“${s.name}” có thể là ${vi(s.to)} chứ không phải ${vi(s.from)}: chỉ số này khớp với tỷ lệ in bên cạnh.`,
              en: `“${s.name}” may be ${en(s.to)}, not ${en(s.from)}: only this fits the percentage printed beside it.`,
            },
    })),
  };
}

export async function checkTotalAction(
  _ctx: Context,
  { parts, total }: ParsedOf<typeof checkTotal>,
): Promise<Check> {
  return checkOf(
    parts.map(({ name, count, printedPercent }) => ({
      name,
      count,
      ...(printedPercent ? { printedPercent } : {}),
    })),
    total,
  );
}
