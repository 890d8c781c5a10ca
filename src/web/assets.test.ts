import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import type { VNode } from 'preact';
import { h } from 'preact';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';

import { assetUrl, loadAssets } from './assets.ts';
import { fontCharacters, vietnameseLetters } from './fonts/characters.ts';
import { glyphOf } from './fonts/tabular.ts';
import { Gallery } from './gallery.tsx';
import { renderPage } from './render.ts';

const { files, urls } = loadAssets();
const packed = (name: string): number => {
  const asset = files.get(assetUrl(name));
  return asset?.gzip?.length ?? asset?.body.length ?? 0;
};

test('a first view stays under 100 kB with fonts, styles and script', () => {
  const fonts = [...urls.keys()].filter((name) => name.endsWith('.woff2'));
  const page = gzipSync(renderPage(h(Gallery, { lang: 'vi' }) as VNode)).length;
  const total =
    page +
    packed('app.css') +
    packed('app.js') +
    packed('mark.svg') +
    fonts.reduce((sum, name) => sum + packed(name), 0);
  expect(packed('app.js')).toBeLessThan(10_000);
  expect(packed('app.css')).toBeLessThan(12_000);
  expect(total).toBeLessThan(100_000);
});

test('an address changes with the content and nothing is fetched from elsewhere', () => {
  expect(assetUrl('app.css')).toMatch(/^\/assets\/app\.[\w-]{10}\.css$/);
  const css = files.get(assetUrl('app.css'))?.body.toString() ?? '';
  expect(css).toContain(`url(${assetUrl('be-vietnam-pro-400.woff2')})`);
  expect(css).not.toMatch(/https?:|@import|asset\(/);
  expect(() => assetUrl('missing.css')).toThrow('missing.css');
});

test('there are 134 Vietnamese letters beyond Basic Latin, upper and lower case', () => {
  expect(new Set(vietnameseLetters).size).toBe(134);
});

test.each([400, 600])('the typeface of weight %i holds every Vietnamese letter', async (weight) => {
  const font = await plainFont(`be-vietnam-pro-${weight}.woff2`, fontCharacters);
  expect([...vietnameseLetters].filter((letter) => glyphOf(font, letter) === 0)).toEqual([]);
});

test.each([400, 600])('the digits of weight %i all have the same width', async (weight) => {
  const font = await plainFont(`digits-${weight}.woff2`, '0123456789');
  const widths = new Set([...'0123456789'].map((digit) => advance(font, glyphOf(font, digit))));
  expect(widths.size).toBe(1);
});

function plainFont(name: string, text: string): Promise<Buffer> {
  return subsetFont(readFileSync(path.join(import.meta.dirname, 'fonts', name)), text, {
    targetFormat: 'sfnt',
  });
}

function advance(font: Buffer, glyph: number): number {
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, i) => [
      font.toString('latin1', 12 + i * 16, 16 + i * 16),
      font.readUInt32BE(20 + i * 16),
    ]),
  );
  const last = font.readUInt16BE((tables.get('hhea') ?? 0) + 34) - 1;
  return font.readUInt16BE((tables.get('hmtx') ?? 0) + Math.min(glyph, last) * 4);
}
