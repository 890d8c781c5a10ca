/**
 * Makes the two subset fonts under src/web/fonts from the full Be Vietnam Pro (SIL Open Font License 1.1).
 * Run rarely, by hand: `npx tsx scripts/make-fonts.ts`. The result is committed, so that no build needs the network.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import subsetFont from 'subset-font';

import { fontCharacters } from '../src/web/fonts/characters.ts';
import { glyphOf, withTabularGlyphs } from '../src/web/fonts/tabular.ts';

// The npm package with the complete TTF files; @fontsource only has them cut in three by script.
const source = '@expo-google-fonts/be-vietnam-pro@0.4.1';
const weights = [
  { file: '400Regular/BeVietnamPro_400Regular.ttf', weight: 400, digitWidth: 680 },
  { file: '600SemiBold/BeVietnamPro_600SemiBold.ttf', weight: 600, digitWidth: 696 },
];
const digits = '0123456789';

const target = path.resolve(import.meta.dirname, '../src/web/fonts');
const work = mkdtempSync(path.join(tmpdir(), 'fonts-'));
try {
  const archive = execFileSync('npm', ['pack', source, '--silent'], { cwd: work, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', archive], { cwd: work });
  for (const { file, weight, digitWidth } of weights) {
    const full = readFileSync(path.join(work, 'package', file));
    const text = await subsetFont(full, fontCharacters, {
      targetFormat: 'woff2',
      keepFeatures: ['ccmp', 'locl', 'kern', 'mark', 'case'],
      noHinting: true,
    });
    write(`be-vietnam-pro-${weight}.woff2`, text);

    const plain = await subsetFont(full, digits, { targetFormat: 'sfnt', keepFeatures: [], noHinting: true });
    const glyphs = [...digits].map((digit) => glyphOf(plain, digit));
    const tabular = withTabularGlyphs(plain, glyphs, digitWidth);
    write(`digits-${weight}.woff2`, await subsetFont(tabular, digits, { targetFormat: 'woff2' }));
  }
  copyFileSync(path.join(work, 'package/LICENSE_FONT'), path.join(target, 'OFL.txt'));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function write(name: string, font: Buffer): void {
  writeFileSync(path.join(target, name), font);
  console.log(`${name}: ${font.length} bytes`);
}
