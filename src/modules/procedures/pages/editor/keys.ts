import { foldWords } from '../../rules/words.ts';

/** A key out of words, for a row that is new: “Vùng sâu, vùng xa” is `vungSauVungXa`; unlike all that are taken. */
export function keyFor(words: string, taken: string[]): string {
  const [first = '', ...rest] = foldWords(words)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 6);
  const plain = first + rest.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join('');
  const base = (/^[a-z]/.test(plain) ? plain : `x${plain}`).slice(0, 50);
  let key = base;
  for (let n = 2; taken.includes(key); n += 1) key = `${base}${n}`;
  taken.push(key);
  return key;
}
