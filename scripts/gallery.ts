/** Serves the component gallery with the same security policy as the product: `npm run gallery`, then open the address. */
import { createServer } from 'node:http';

import { h, type VNode } from 'preact';

import { loadAssets } from '../src/web/assets.ts';
import { Gallery } from '../src/web/gallery.tsx';
import { renderPage } from '../src/web/render.ts';

const policy =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'";
const port = Number(process.env['PORT'] ?? 5758);

createServer((request, reply) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const asset = loadAssets().files.get(url.pathname);
  reply.setHeader('content-security-policy', policy);
  if (asset) {
    reply.setHeader('content-type', asset.type);
    reply.end(asset.body);
    return;
  }
  const theme = url.searchParams.get('theme');
  const page = h(Gallery, {
    lang: url.searchParams.get('lang') === 'en' ? 'en' : 'vi',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    area: url.searchParams.get('area') === 'portal' ? 'portal' : 'workbench',
    url: url.pathname + url.search,
  });
  reply.setHeader('content-type', 'text/html; charset=utf-8');
  reply.end(renderPage(page as VNode));
}).listen(port, '127.0.0.1', () => console.log(`Gallery: http://localhost:${port}`));
