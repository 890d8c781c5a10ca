import type { Text } from '../../../kit/i18n.ts';
import type { FactKind, FieldType } from './fact.ts';

/** The place in the text that stands in the way: character offsets, `to` exclusive. */
export interface Place {
  from: number;
  to: number;
}

/** A text that cannot be used; the problem says what to write instead. Caught by `checkExpression`. */
export class Fault extends Error {
  readonly at: Place;
  readonly problem: Text;
  constructor(at: Place, vi: string, en: string) {
    super(en);
    this.at = { from: at.from, to: at.to };
    this.problem = { vi, en };
  }
}

export const typeWords: Record<FieldType, Text> = {
  boolean: { vi: 'đúng/sai', en: 'true/false' },
  number: { vi: 'số', en: 'a number' },
  text: { vi: 'chữ', en: 'text' },
  day: { vi: 'ngày', en: 'a day' },
};

const HABITS: [RegExp, string, string][] = [
  [/^'/, 'Chữ đặt trong ngoặc kép: "moi".', 'Text stands in double quotes: "new".'],
  [/^==/, 'So sánh bằng một dấu =.', 'Compare with one =.'],
  [/^&&/, 'Viết "and" thay cho &&.', 'Write "and" instead of &&.'],
  [/^\|\|/, 'Viết "or" thay cho ||.', 'Write "or" instead of ||.'],
  [/^!/, 'Viết not(…) thay cho dấu !.', 'Write not(…) instead of !.'],
  [/^(null|is\b)/, 'Viết "= null" hoặc "!= null".', 'Write "= null" or "!= null".'],
  [/^$/, 'Biểu thức chưa viết xong.', 'The expression is not finished.'],
];

/** The fault of a text that the grammar does not know; common habits from other languages get their own remedy. */
export function syntaxFault(text: string, at: Place): Fault {
  const rest = text.slice(at.from).trimStart();
  const habit = HABITS.find(([shape]) => shape.test(rest));
  if (habit) return new Fault(at, habit[1], habit[2]);
  const word = rest.slice(0, 20);
  return new Fault(
    at,
    `Không hiểu "${word}" ở vị trí ${at.from + 1}. Xem hướng dẫn biểu thức về những gì được phép viết.`,
    `"${word}" at position ${at.from + 1} cannot be read. The guide to expressions says what may be written.`,
  );
}

/** The fault of a name that the kind does not publish, with the nearest one that it does. */
export function unknownName(name: string, kind: FactKind, at: Place): Fault {
  if (/^not\b/.test(name))
    return new Fault(at, 'Viết not(…) với dấu ngoặc.', 'Write not(…) with parentheses.');
  const near = nearest(name, ['asOf', ...kind.fields.map((field) => field.name)]);
  return new Fault(
    at,
    `Không có trường "${name}" trong loại dữ kiện "${kind.text.vi}".${near ? ` Có phải "${near}"?` : ' Chọn một trường trong danh sách.'}`,
    `"${kind.text.en}" has no field "${name}".${near ? ` Did you mean "${near}"?` : ' Choose one from the list of fields.'}`,
  );
}

/** The fault of a value of the wrong type. */
export function wrongType(wanted: FieldType, found: FieldType, at: Place): Fault {
  return new Fault(
    at,
    `Ở đây cần ${typeWords[wanted].vi}, nhưng phần này là ${typeWords[found].vi}.`,
    `This needs ${typeWords[wanted].en}, but it is ${typeWords[found].en}.`,
  );
}

/** The candidate with the fewest letters to change, where that is at most a third of the word. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, steps: steps(word.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.steps - b.steps);
  const best = ranked[0];
  return best && best.steps <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : undefined;
}

function steps(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
    }
    row = next;
  }
  return row[b.length]!;
}
