import AxeBuilder from '@axe-core/playwright';
import type { FastifyInstance } from 'fastify';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

import { launchOptions } from '../../scripts/browser.ts';
import { testApp, type TestApp } from '../../src/kit/testing.ts';
import type { Role } from '../../src/modules/identity/rules/roles.ts';
import { sampleAccount, sampleSession } from '../../src/modules/identity/samples.ts';
import { createServer } from '../../src/server.ts';

export const PASSWORD = 'mật khẩu của hành trình';

/** The whole program behind a port, and a browser in front of it. */
export interface World extends AsyncDisposable {
  t: TestApp;
  url: string;
  account(email: string, name: string, role: Role, unitId: string): Promise<void>;
  /** A browser of its own, without cookies, or with the session of an account. */
  visitor(options?: BrowserContextOptions & { as?: string }): Promise<Visitor>;
}

export interface Visitor {
  page: Page;
  /** Opens an address and checks the page that comes. */
  visit(path: string): Promise<void>;
  /** Signs in through the page. */
  signIn(email: string): Promise<void>;
  /** Nothing that axe objects to, nothing wider than the window, no message of refusal in the console. */
  check(): Promise<void>;
  close(): Promise<void>;
}

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function axeFinds(page: Page): Promise<string[]> {
  // The legacy mode spares a second page per look; it only leaves out frames of other origins, and there are none.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  const { violations } = await axe.withTags(AXE_TAGS).analyze();
  return violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .map((n) => n.target.join(' '))
        .slice(0, 4)
        .join(', ')}`,
  );
}

/** What is wrong with the page as it stands: axe, width, and what the console said since the last look. */
export async function faultsOf(page: Page, said: string[], axe = true): Promise<string[]> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...said.splice(0),
    ...(over > 0 ? [`${over} px wider than the window`] : []),
    ...(axe ? await axeFinds(page) : []),
  ];
}

/** Collects what the console of a page complains about; answers 4xx of forms that are refused on purpose are no complaint. */
export function listen(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (m) => {
    if (m.type() === 'error' && !m.text().startsWith('Failed to load resource')) said.push(m.text());
  });
  page.on('pageerror', (e) => said.push(e.message));
  return said;
}

function visitorOn(page: Page, url: string, scripts: boolean): Visitor {
  const said = listen(page);
  // axe itself is a script.
  const check = async (): Promise<void> =>
    expect(await faultsOf(page, said, scripts), page.url()).toEqual([]);
  return {
    page,
    check,
    visit: async (path) => {
      const answer = await page.goto(url + path);
      expect(answer?.status(), path).toBe(200);
      await check();
    },
    signIn: async (email) => {
      await page.goto(`${url}/sign-in`);
      await page.getByLabel('Thư điện tử').fill(email);
      await page.getByLabel('Mật khẩu').fill(PASSWORD);
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.waitForURL((at) => !at.pathname.startsWith('/sign-in'));
    },
    close: () => page.context().close(),
  };
}

/** Opens the program on a fresh installation at `now`. */
export async function openWorld(options: { now?: string } = {}): Promise<World> {
  const t = await testApp(options);
  const http: FastifyInstance = await createServer(t.app);
  await http.listen({ port: 0, host: '127.0.0.1' });
  const address = http.server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const browser: Browser = await chromium.launch(await launchOptions());
  return {
    t,
    url,
    account: async (email, name, role, unitId) => {
      const clearance = role === 'administrator' ? 'internal' : 'restricted';
      await sampleAccount(t.app, { email, name, password: PASSWORD, roles: [{ role, unitId, clearance }] });
    },
    visitor: async ({ as, ...context } = {}) => {
      const opened = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context });
      opened.setDefaultTimeout(15_000);
      if (as) await opened.addCookies([{ name: 'lt_session', value: await sampleSession(t.app, as), url }]);
      return visitorOn(await opened.newPage(), url, context.javaScriptEnabled !== false);
    },
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await http.close();
      await t[Symbol.asyncDispose]();
    },
  };
}
