/**
 * Everything a browser fetches beside the pages: one stylesheet, one script, fonts and the mark. Built in memory at
 * start (about 60 ms), named by content, so that /assets/ can be cached for ever.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { buildSync, transformSync } from 'esbuild';

import { markSvg } from './mark.tsx';
import { paletteCss } from './palette.ts';

export interface Asset {
  body: Buffer;
  type: string;
  /** Strong entity tag with its quotes. */
  etag: string;
  /** Ready compressed bodies, for text only. */
  br?: Buffer;
  gzip?: Buffer;
}

/** Short name (`app.css`) → address with content hash; address → content. */
export interface Assets {
  urls: ReadonlyMap<string, string>;
  files: ReadonlyMap<string, Asset>;
}

export const assetCacheControl = 'public, max-age=31536000, immutable';

const here = import.meta.dirname;
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
// Order matters only inside one cascade layer; the layers themselves are declared in base.css.
const sheets = [
  'base',
  'header',
  'page',
  'buttons',
  'forms',
  'table',
  'steps',
  'parts',
  'state',
  'figure',
  'tree',
  'rows',
  'chart',
  'interval',
  'records',
  'year',
  'editor',
  'live',
  'board',
  'print',
];

let built: Assets | undefined;

/** Builds on the first call and remembers: the files cannot change while the program runs. */
export function loadAssets(): Assets {
  return (built ??= buildAssets());
}

/** Address of an asset by its short name: `app.css`, `app.js`, `mark.svg`, `be-vietnam-pro-400.woff2`. */
export function assetUrl(name: string): string {
  const url = loadAssets().urls.get(name);
  if (!url) throw new Error(`there is no asset "${name}"`);
  return url;
}

function buildAssets(): Assets {
  const urls = new Map<string, string>();
  const files = new Map<string, Asset>();
  const add = (name: string, body: Buffer): void => {
    const extension = path.extname(name);
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
    const url = `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`;
    const packed =
      extension === '.woff2' ? {} : { br: brotliCompressSync(body), gzip: gzipSync(body, { level: 9 }) };
    urls.set(name, url);
    files.set(url, {
      body,
      type: types[extension] ?? 'application/octet-stream',
      etag: `"${hash}"`,
      ...packed,
    });
  };
  const fonts = path.join(here, 'fonts');
  for (const name of readdirSync(fonts).filter((file) => file.endsWith('.woff2'))) {
    add(name, readFileSync(path.join(fonts, name)));
  }
  add('mark.svg', Buffer.from(markSvg()));
  add('app.css', Buffer.from(stylesheet(urls)));
  add('app.js', Buffer.from(script()));
  return { urls, files };
}

function stylesheet(urls: ReadonlyMap<string, string>): string {
  const source = sheets
    .map((sheet) => readFileSync(path.join(here, 'css', `${sheet}.css`), 'utf8'))
    .join('\n');
  const [layers, ...rest] = source.split('/* palette */');
  const whole = `${layers}@layer tokens{${paletteCss()}}${rest.join('')}`;
  const linked = whole.replaceAll(/asset\(([^)]+)\)/g, (_, name: string) => `url(${urls.get(name) ?? name})`);
  return transformSync(linked, {
    loader: 'css',
    minify: true,
    target: ['chrome109', 'firefox115', 'safari16'],
  }).code;
}

function script(): string {
  const result = buildSync({
    entryPoints: [path.join(here, 'islands', 'app.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}
