/** Does a word look Vietnamese? Used to tell legacy encodings apart: wrong ones give impossible syllables. */

const INITIAL = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?';
const VOWELS =
  '(?:uyê|uya|uyu|iêu|yêu|ươi|ươu|uôi|oai|oay|oao|oeo|uây|uêu|iê|yê|ia|ya|ươ|ưa|uô|ua|uâ|uê|uy|uơ|oa|oă|oe|oo|ai|ay|ao|au|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)';
const FINAL = '(?:ng|nh|ch|[cmnpt])?';
const SYLLABLE = new RegExp(`^${INITIAL}${VOWELS}${FINAL}$`);

/** The five tone marks of decomposed letters; the marks of ă â ê ô ơ ư stay. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** True for a possible Vietnamese syllable with at most one tone. */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD');
  const tones = apart.match(TONES)?.length ?? 0;
  return tones <= 1 && SYLLABLE.test(apart.replace(TONES, '').normalize('NFC'));
}

/** Share (0–1) of the words with a letter beyond ASCII that are Vietnamese syllables; 0 when there is no such word. */
export function vietnameseShare(text: string): number {
  // Every sign beyond ASCII belongs to the word, so that µ or ¸ from a wrong encoding spoils it.
  const words = text.split(/[\s!-/:-@[-`{-~0-9“”‘’–—…]+/).filter((word) => /[^\u0000-\u007f]/.test(word));
  return words.length === 0 ? 0 : words.filter(isSyllable).length / words.length;
}
