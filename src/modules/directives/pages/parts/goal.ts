import type { z } from 'zod';

import { formatNumber } from '../../../../web/format.ts';
import type { Lang } from '../../../../web/language.tsx';
import type { target } from '../../contract.ts';
import { messages } from '../../messages.ts';

type Target = z.infer<typeof target>;

/** Whether a text is a decimal number as stored, with a point. */
export const isNumber = (text: string | undefined): text is string =>
  text !== undefined && /^-?\d+(\.\d+)?$/.test(text);

/** A stored number as it is written; other text stays. */
export const writtenValue = (text: string, lang: Lang): string =>
  isNumber(text) ? formatNumber(text, lang) : text;

/** "ít nhất 90 %", "từ 40 đến 50 tổ chức", "thứ hạng từ 3". */
export function goalText(target: Target, lang: Lang): string {
  const t = messages[lang].task.target;
  if (target.value === undefined)
    return typeof target['text'] === 'string' && target['text'] ? target['text'] : t.comparators.qualitative;
  const to = target.valueTo ? ` ${t.to} ${writtenValue(target.valueTo, lang)}` : '';
  return `${t.comparators[target.comparator]} ${writtenValue(target.value, lang)}${to} ${target.unit}`.trim();
}
