import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const guide = readFileSync(join(root, 'docs/guides/requirements.md'), 'utf8');

interface Line {
  key: string;
  said: string;
}
const lines: Line[] = [...guide.matchAll(/^\| ([RW][^|]*?) +\|[^|]*\| *(.*?) *\|$/gm)].map(
  ([, key, said]) => ({
    key: key!,
    said: said!,
  }),
);

/** The tests that a line names: each file with the names that follow it. */
function claimsOf({ said }: Line): { file: string; name: string }[] {
  let file = '';
  return [...said.matchAll(/`([^`]+\.test\.tsx?)`|“([^”]+)”/g)].flatMap(([, path, name]) => {
    if (path) file = path;
    return name && file ? [{ file, name }] : [];
  });
}

/** Names that a test file gives to its tests, as they are written. */
function namesIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const opening =
    /\b(?:test|it|describe)(?:\.\w+(?:<[^]*?>)?\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?\(\s*(['`])((?:\\.|(?!\1)[^\\])*)\1/g;
  return [...text.matchAll(opening)].map(([, , name]) => name!.replaceAll(/\\(.)/g, '$1'));
}

/** What is wrong with a line: tests that do not exist, or nothing said. */
function faultsOf(line: Line): string[] {
  const claims = claimsOf(line);
  if (claims.length === 0) return line.said.startsWith('*Gap:*') ? [] : ['neither a test nor a gap'];
  const isThere = (file: string, name: string) =>
    existsSync(join(root, file)) && namesIn(file).includes(name);
  return claims.flatMap(({ file, name }) => (isThere(file, name) ? [] : [`${file}: ${name}`]));
}

/** `W1–W4` and `W13, W14` as single numbers. */
const numbersOf = (key: string): string[] =>
  key.split(', ').flatMap((part) => {
    const [from, to = from] = part.split('–').map((one) => Number(one.slice(1)));
    return Array.from({ length: to! - from! + 1 }, (_, i) => `${part[0]}${from! + i}`);
  });

describe('the table of requirements', () => {
  test('has a line for each of R01–R32 and W1–W74', () => {
    const wanted = [
      ...Array.from({ length: 32 }, (_, i) => `R${i + 1}`),
      ...Array.from({ length: 74 }, (_, i) => `W${i + 1}`),
    ];
    expect(lines.flatMap(({ key }) => numbersOf(key))).toEqual(wanted);
  });

  test.each(lines)('$key names tests that exist, or a gap', (line) => expect(faultsOf(line)).toEqual([]));

  test('a line that names no such test, no such file or nothing at all is found', () => {
    const file = 'test/requirements.test.ts';
    const found = (said: string) => faultsOf({ key: 'R99', said });
    expect(found(`\`${file}\` “has a line for each of R01–R32 and W1–W74”`)).toEqual([]);
    expect(found(`\`${file}\` “nothing of the kind”`)).toEqual([`${file}: nothing of the kind`]);
    expect(found('`test/none.test.ts` “nothing”')).toEqual(['test/none.test.ts: nothing']);
    expect(found('Is done.')).toEqual(['neither a test nor a gap']);
  });
});
