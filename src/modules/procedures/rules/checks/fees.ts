import { foldWords } from '../words.ts';
import { rowsOf } from './limits.ts';
import type { Check, Finding } from './model.ts';

/** Prices a text names, in đồng: "10.000 đồng", "7.000đ", "135 VND". */
export function pricesIn(text: string | undefined): number[] {
  const found = (text ?? '').matchAll(/(\d{1,3}(?:[.,]\d{3})+|\d+)\s*(?:đồng|đ(?!\p{L})|vnđ|vnd|dong)/giu);
  return [...found].map((match) => Number(match[1]!.replaceAll(/[.,]/g, '')));
}

const leftToProvince =
  /hoi dong nhan dan|hdnd|tinh quy dinh|dia phuong quy dinh|thanh pho quy dinh|province decides/;
const saysProvince = (text: string | undefined): boolean => leftToProvince.test(foldWords(text ?? ''));
const inDong = (dong: number): string => dong.toLocaleString('vi-VN');

const feeUnstated: Check = {
  name: 'feeUnstated',
  severity: 'block',
  title: { vi: 'Chưa rõ phí, lệ phí', en: 'The fee is not stated' },
  remedy: {
    vi: 'Ghi miễn phí, số tiền, hoặc do tỉnh quy định; không để trống.',
    en: 'State free, an amount, or left to the province; unknown is not free.',
  },
  find: (content) =>
    rowsOf(content)
      .filter(({ row }) => row.fee.kind === 'unknown')
      .map(({ path, vi, en }) => ({
        path: `${path}.fee`,
        vi: `${vi}: chưa rõ có thu phí hay không.`,
        en: `${en}: it is not known whether there is a fee.`,
      })),
};

const lostDecimal: Check = {
  name: 'lostDecimal',
  severity: 'warn',
  title: { vi: 'Phí dưới 1.000 đồng', en: 'Fee below 1,000 đồng' },
  remedy: {
    vi: 'Đối chiếu biểu phí: dấu chấm hàng nghìn có thể đã mất (135 thay cho 135.000).',
    en: 'Compare with the tariff: a point may be lost (135 for 135,000).',
  },
  find: (content) =>
    rowsOf(content).flatMap(({ row: { fee }, path, vi, en }): Finding[] =>
      fee.kind === 'amount' && fee.dong > 0 && fee.dong < 1000
        ? [
            {
              path: `${path}.fee`,
              vi: `${vi}: phí ${fee.dong} đồng.`,
              en: `${en}: a fee of ${fee.dong} đồng.`,
            },
          ]
        : [],
    ),
};

const freeButPriced: Check = {
  name: 'freeButPriced',
  severity: 'warn',
  title: { vi: 'Ghi miễn phí nhưng lời ghi nói có thu', en: 'Free by the field, priced by the text' },
  remedy: {
    vi: 'Chọn đúng: số tiền, hoặc “do tỉnh quy định”; miễn phí khác với chưa rõ.',
    en: 'Choose the amount or “left to the province”; free and unknown are different.',
  },
  find: (content) =>
    rowsOf(content)
      .filter(({ row }) => row.fee.kind === 'free')
      .filter(({ row }) => pricesIn(row.remark?.vi).some((dong) => dong > 0) || saysProvince(row.remark?.vi))
      .map(({ path, row, vi, en }) => ({
        path: `${path}.fee`,
        vi: `${vi}: trường phí ghi miễn phí, lời ghi: “${row.remark!.vi}”.`,
        en: `${en}: free by the field, but the text says “${row.remark!.vi}”.`,
      })),
};

const feeContradictsText: Check = {
  name: 'feeContradictsText',
  severity: 'warn',
  title: { vi: 'Phí khác với phần ghi chú', en: 'The fee and its text contradict each other' },
  remedy: {
    vi: 'Đối chiếu biểu phí rồi sửa số tiền hoặc phần ghi chú.',
    en: 'Compare with the tariff, then correct the amount or the text.',
  },
  find: (content) =>
    rowsOf(content).flatMap(({ row: { fee, remark }, path, vi, en }): Finding[] => {
      const said = pricesIn(remark?.vi);
      if (fee.kind !== 'amount' || said.length === 0 || said.includes(fee.dong)) return [];
      return [
        {
          path: `${path}.fee`,
          vi: `${vi}: trường phí ghi ${inDong(fee.dong)} đồng, lời ghi ${said.map(inDong).join(', ')} đồng.`,
          en: `${en}: the field says ${inDong(fee.dong)} đồng, the text ${said.map(inDong).join(', ')} đồng.`,
        },
      ];
    }),
};

export const feeChecks: readonly Check[] = [feeUnstated, lostDecimal, freeButPriced, feeContradictsText];
