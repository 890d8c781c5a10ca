import type { VNode } from 'preact';
import { h } from 'preact';
import { describe, expect, test } from 'vitest';

import { exampleGroups } from './examples.tsx';
import { Gallery } from './gallery.tsx';
import { renderPage, renderPart } from './render.ts';

const examples = exampleGroups.flatMap((group) => group.examples);
const page = (lang: 'vi' | 'en', area: 'portal' | 'workbench') =>
  renderPage(h(Gallery, { lang, area }) as VNode);

describe.each(examples)('the example $name', ({ draw }) => {
  const html = renderPart(draw('vi'));

  test('obeys the content security policy: no style attributes, no scripts, no handlers', () => {
    expect(html).not.toMatch(/\sstyle=|<style|<script|\son\w+="|javascript:/);
  });

  test('has no holes where a text was missing', () => {
    expect(html).not.toMatch(/undefined|NaN|\[object/);
  });
});

test('every id of the gallery is used once', () => {
  const ids = [...page('vi', 'workbench').matchAll(/\sid="([^"]+)"/g)].map((found) => found[1]);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test('every label and description points at something that exists', () => {
  const html = page('vi', 'workbench');
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1]));
  const wanted = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby|list)="([^"]+)"/g)].flatMap(
    (found) => found[1]?.split(' ') ?? [],
  );
  expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
});

test('both areas are whole documents in the language of the reader', () => {
  expect(page('vi', 'portal')).toMatch(/^<!doctype html>\n<html lang="vi">/);
  const english = page('en', 'workbench');
  expect(english).toContain('<html lang="en">');
  expect(english).toContain('Skip to main content');
  expect(english).toContain('In progress');
  expect(english).not.toContain('Đang thực hiện<');
});

test('the language link keeps the rest of the address', () => {
  const html = renderPage(h(Gallery, { lang: 'vi', url: '/tasks?q=d%E1%BB%AF&lang=vi' }) as VNode);
  expect(html).toContain('/tasks?q=d%E1%BB%AF&amp;lang=en');
});
