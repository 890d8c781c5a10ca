/** The letters that the self-hosted typeface must hold: everything our own pages write in Vietnamese and English. */

const basicLatin = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(0x20 + i)).join('');

const toneMarks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];

/** All 134 + 12 precomposed Vietnamese letters beyond Basic Latin, computed so that none can be forgotten. */
export const vietnameseLetters = [
  'đĐ',
  ...vowels.flatMap((vowel) =>
    toneMarks.flatMap((tone) => {
      const letter = (vowel + tone).normalize('NFC');
      return [letter, letter.toUpperCase()];
    }),
  ),
]
  .join('')
  .replaceAll(/[\u0000-\u007f]/gu, '');

const punctuation = '\u00a0«»·×÷±°§©®²³½¼¾‐–—‘’“”„†•…‰′″‹›⁄−≈≠≤≥→←↑↓↗↘₫€©№™';

export const fontCharacters = basicLatin + vietnameseLetters + punctuation;
