import { foldWords } from './words.ts';

export interface Listed {
  line: number;
  code: string;
  nameVi: string;
  decision?: string;
}
export interface InForce {
  code: string;
  nameVi: string;
  decision: string;
}
export interface ParityItem {
  code: string;
  nameVi: string;
  line?: number;
  vi?: string;
  en?: string;
}
export interface Parity {
  equal: number;
  missing: ParityItem[];
  extra: ParityItem[];
  outOfDate: ParityItem[];
}

/** In what a published procedure lags behind the list; nothing where they agree. */
function lag(listed: Listed, own: InForce): { vi: string; en: string } | undefined {
  if (foldWords(listed.nameVi) !== foldWords(own.nameVi) && listed.nameVi)
    return { vi: `Tên đang áp dụng: “${own.nameVi}”.`, en: `Its name in force is “${own.nameVi}”.` };
  if (listed.decision && foldWords(listed.decision) !== foldWords(own.decision))
    return {
      vi: `Đang theo ${own.decision || 'chưa rõ quyết định'}, danh mục theo ${listed.decision}.`,
      en: `It follows ${own.decision || 'no decision'}, the list ${listed.decision}.`,
    };
  return undefined;
}

/** Compares what is in force with a decree's list, by code. */
export function parityOf(listed: readonly Listed[], inForce: readonly InForce[]): Parity {
  const own = new Map(inForce.map((one) => [one.code, one]));
  const wanted = new Map(listed.map((one) => [one.code, one]));
  const result: Parity = { equal: 0, missing: [], extra: [], outOfDate: [] };
  for (const one of wanted.values()) {
    const { code, nameVi, line } = one;
    const there = own.get(code);
    const behind = there && lag(one, there);
    if (!there) result.missing.push({ code, nameVi, line });
    else if (behind) result.outOfDate.push({ code, nameVi, line, ...behind });
    else result.equal += 1;
  }
  result.extra = inForce.filter((one) => !wanted.has(one.code)).map(({ code, nameVi }) => ({ code, nameVi }));
  return result;
}
