/**
 * The short code by which a case is followed before it has a case code: made of its id alone, so nothing is kept for it.
 * Ten signs in groups (`7K3-PQ9-2HVC`): five say when the id was made, four tell ids of that minute apart, the last checks.
 */

/** No letter that is read as another or as a digit, and none that a Vietnamese keyboard turns into another (a, d, e, o, u, w). */
export const SIGNS = '23456789BCFGHJKMNPQRTVX';
const BASE = SIGNS.length;
const TIME_SIGNS = 5;
const MARK_SIGNS = 4;
const LENGTH = TIME_SIGNS + MARK_SIGNS + 1;

/** Ids of so many milliseconds share their first signs: about a minute. */
const WINDOW_MS = 65_536;
/** After so many windows, 13 years, the first signs begin anew. */
const WINDOWS = BASE ** TIME_SIGNS;
const MARKS = BASE ** MARK_SIGNS;

function signsOf(value: number, length: number): string {
  let [text, rest] = ['', value];
  for (let n = 0; n < length; n += 1) {
    text = SIGNS[rest % BASE]! + text;
    rest = Math.floor(rest / BASE);
  }
  return text;
}
const valueOf = (text: string): number =>
  [...text].reduce((value, sign) => value * BASE + SIGNS.indexOf(sign), 0);

/** Places weigh 1, 2, 3 …: with a prime number of signs every wrong sign and every swapped pair is noticed. */
function checkSign(signs: string): string {
  const sum = [...signs].reduce((all, sign, i) => all + (i + 1) * SIGNS.indexOf(sign), 0);
  return SIGNS[sum % BASE]!;
}

/** The number behind an id, for the signs that tell ids of one minute apart. */
export type MarkOf = (id: string) => number;

const madeAt = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

/** Ids made before are none of ours; a later one than this was made by no clock. */
const [FIRST_MS, LAST_MS] = [Date.UTC(2023, 0, 1), Date.UTC(2100, 0, 1)];

/** The code of an id, in groups; none for an id that does not say when it was made (UUID version 7 does). */
export function lookupCode(id: string, markOf: MarkOf): string | undefined {
  const at = madeAt(id);
  if (id[14] !== '7' || at < FIRST_MS || at > LAST_MS) return undefined;
  const window = Math.floor(at / WINDOW_MS) % WINDOWS;
  const signs = signsOf(window, TIME_SIGNS) + signsOf(markOf(id) % MARKS, MARK_SIGNS);
  const code = signs + checkSign(signs);
  return `${code.slice(0, 3)}-${code.slice(3, 6)}-${code.slice(6)}`;
}

/** As it is typed: small letters, spaces, hyphens and what a keyboard made of the letters are no difference. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{M}\s.–—-]/gu, '')
    .toUpperCase();

export interface Lookup {
  /** Between which instants its id was made, in milliseconds; once for every 13 years. */
  windows: { from: number; until: number }[];
  code: string;
}

/**
 * Reads what somebody typed: `notOne` where it cannot have been meant as such a code, `mistyped` where it was and a sign
 * is wrong, missing or too many.
 * @param now no id is looked for that was made later
 */
export function readLookup(typed: string, now: Date): Lookup | 'mistyped' | 'notOne' {
  const text = plain(typed);
  const isClose = Math.abs(text.length - LENGTH) <= 1;
  if (!isClose || !/^[A-ZĐ0-9]+$/.test(text)) return 'notOne';
  const signs = text.slice(0, -1);
  const fits = text.length === LENGTH && [...text].every((sign) => SIGNS.includes(sign));
  if (!fits || checkSign(signs) !== text.at(-1)) return 'mistyped';
  const first = valueOf(signs.slice(0, TIME_SIGNS));
  const windows: Lookup['windows'] = [];
  for (let window = first; window * WINDOW_MS <= now.getTime() + WINDOW_MS; window += WINDOWS)
    if ((window + 1) * WINDOW_MS > FIRST_MS)
      windows.push({ from: window * WINDOW_MS, until: (window + 1) * WINDOW_MS });
  return { windows, code: `${text.slice(0, 3)}-${text.slice(3, 6)}-${text.slice(6)}` };
}

/** The least id that could be made at an instant. */
export const idAt = (ms: number): string => {
  const hex = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};
