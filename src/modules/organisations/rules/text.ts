const tones: Record<string, string> = {
  '\u0300': '1',
  '\u0301': '2',
  '\u0303': '3',
  '\u0309': '4',
  '\u0323': '5',
};

/**
 * The text in lower case without any diacritic, one character for one character of the NFC text, so that positions
 * found in the result are positions in `text.normalize('NFC')`.
 */
export function foldKeepingPositions(text: string): string {
  let folded = '';
  for (const char of text.normalize('NFC')) {
    const base = char.normalize('NFD').charAt(0).toLowerCase();
    const plain = base === 'đ' ? 'd' : base;
    folded += plain.length === char.length ? plain : char;
  }
  return folded;
}

/** A word without diacritics, lower case: 'Hoà' → 'hoa', 'Đắk' → 'dak'. */
export function foldWord(word: string): string {
  return foldKeepingPositions(word);
}

/**
 * A word with its letters and its tone, wherever the tone mark was put: 'Hòa' and 'Hoà' give the same text,
 * 'Hoa' and 'Hóa' do not.
 */
export function toneWord(word: string): string {
  let letters = '';
  let tone = '0';
  for (const char of word.normalize('NFD').toLowerCase()) {
    const mark = tones[char];
    if (mark) tone = mark;
    else letters += char;
  }
  return letters.normalize('NFC') + tone;
}

export type Word = { text: string; start: number; end: number };

const skipped = new Set(['và', 'va']);

/** The words of a text with their positions in the NFC text; signs and the word “và” are left out. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu)) {
    if (skipped.has(match[0].toLowerCase())) continue;
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** The key under which a name is found whatever its marks, case, commas and “và”. */
export function foldKey(name: string): string {
  return wordsOf(name)
    .map((word) => foldWord(word.text))
    .join(' ');
}

/** The key that still tells 'Thanh Hóa' from 'Thạnh Hóa', but not 'Thanh Hoá' from 'Thanh Hóa'. */
export function toneKey(name: string): string {
  return wordsOf(name)
    .map((word) => toneWord(word.text))
    .join(' ');
}
