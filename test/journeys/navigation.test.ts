import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { VNode } from 'preact';
import { h } from 'preact';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { launchOptions } from '../../scripts/browser.ts';
import { modules } from '../../src/modules.ts';
import { assetUrl, loadAssets } from '../../src/web/assets.ts';
import { Page as Document } from '../../src/web/layout.tsx';
import { messages } from '../../src/web/messages.ts';
import { renderPage } from '../../src/web/render.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(await launchOptions());
});
afterAll(() => browser?.close());

const asset = (name: string): string => loadAssets().files.get(assetUrl(name))!.body.toString();

/** The portal as somebody who is signed in sees it, with every entry that the modules have for it. */
async function draw(lang: 'vi' | 'en', width: number, script: boolean): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const entries = modules
    .flatMap((module) => module.nav ?? [])
    .filter((entry) => entry.area === 'portal')
    .sort((a, b) => a.order - b.order);
  const nav = [...Map.groupBy(entries, (entry) => entry.menu ?? '')].map(([menu, of]) => ({
    ...(menu && { title: messages[lang].navMenus[menu as 'support'] }),
    items: of.map(({ key, href, text }) => ({ key, href, text: text[lang] })),
  }));
  const document = h(Document, {
    lang,
    title: 'Portal',
    url: '/my',
    area: 'portal',
    nav,
    active: 'my-cases',
    csrf: 'x',
    searchHref: '/directives',
    user: { name: 'Nguyễn Thị Hoài Thương', accountHref: '/account', signOutHref: '/sign-out' },
    children: h('h1', {}, 'Portal'),
  } as never) as VNode;
  await page.setContent(
    renderPage(document).replaceAll(/<(link|script)[^>]*(stylesheet|src=)[^>]*>(<\/script>)?/g, ''),
  );
  await page.addStyleTag({ content: asset('app.css') });
  if (script) await page.addScriptTag({ content: asset('app.js'), type: 'module' });
  return page;
}
const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

describe.each(['vi', 'en'] as const)('the navigation of the portal in %s', (lang) => {
  test('stands on one line at 1280 points, and opens by keyboard without a script', async () => {
    const page = await draw(lang, 1280, false);
    const tops = await page
      .locator('.top-nav > ul > li')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
    const [first, second] = [page.locator('.top-menu').nth(0), page.locator('.top-menu').nth(1)];
    await first.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await first.locator('a').first().isVisible()).toBe(true);
    await second.locator('summary').focus();
    await page.keyboard.press('Space');
    expect(await first.locator('a').first().isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    expect(
      await second
        .locator('a')
        .first()
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test('is closed again by Escape and by a click beside it, where there is a script', async () => {
    const page = await draw(lang, 1280, true);
    const menu = page.locator('.top-menu').first();
    const isOpen = () => menu.evaluate((one) => (one as HTMLDetailsElement).open);
    await menu.locator('summary').click();
    expect(await isOpen()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await isOpen()).toBe(false);
    await menu.locator('summary').click();
    await page.mouse.click(20, 700);
    expect(await isOpen()).toBe(false);
  });

  test('stands behind one word on a phone, where its bar takes one line and nothing is wider than the window', async () => {
    const page = await draw(lang, 360, false);
    expect(await page.locator('.top-nav').isVisible()).toBe(false);
    const tops = await page
      .locator('.top-portal .phone-menu, .top-portal .brand, .top-portal .top-end')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top / 30)));
    expect(new Set(tops).size).toBe(1);
    await page.locator('.phone-menu summary').click();
    expect(await page.locator('.phone-menu a').last().isVisible()).toBe(true);
    expect(await fits(page)).toBe(true);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
