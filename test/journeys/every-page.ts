import type { Page as Screen } from 'playwright-core';

import type { App } from '../../src/kit/app.ts';
import type { Page } from '../../src/kit/page.ts';
import { pageKit } from '../../src/web/shell.tsx';
import { faultsOf } from './world.ts';

/** Pages that are only a step on the way elsewhere. */
const PASSED_THROUGH = new Set(['/sign-in/second-factor', '/sign-in/provider', '/sign-in/provider/back']);

const hasParts = (page: Page): boolean => page.path.includes(':');

/** Every page of the program, those without parts in their address first. */
export function allPages(app: App): Page[] {
  const pages = [...pageKit.pages, ...app.modules.flatMap((m) => m.pages ?? [])];
  return pages
    .filter((p) => !PASSED_THROUGH.has(p.path))
    .toSorted((a, b) => Number(hasParts(a)) - Number(hasParts(b)));
}

const pattern = (path: string): RegExp => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/?#]+')}$`);

/** Links seen so far, by which pages with parts in their address are found. */
export class Links {
  readonly #seen = new Set<string>();

  async collect(screen: Screen): Promise<void> {
    const hrefs = await screen.$$eval('a[href^="/"]', (links) =>
      links.map((a) => a.getAttribute('href') ?? ''),
    );
    for (const href of hrefs) this.#seen.add(href.split('#')[0]!);
  }

  /** An address of the page, from a link to it; static pages of the same shape are not meant. */
  addressOf(page: Page, others: readonly Page[]): string | undefined {
    if (!hasParts(page)) return page.path;
    const taken = new Set(others.filter((o) => !hasParts(o)).map((o) => o.path));
    return [...this.#seen].find((href) => {
      const path = href.split('?')[0]!;
      return pattern(page.path).test(path) && !taken.has(path);
    });
  }
}

export interface Look {
  lang: 'vi' | 'en';
  /** The width that is looked at in full, and the one at which only the fit is measured. */
  full: number;
  other: number;
}

const overflow = (screen: Screen): Promise<number> =>
  screen.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Opens an address and says what is wrong with it: the status, the language, the fit, axe and the console. */
export async function lookAt(screen: Screen, said: string[], address: string, look: Look): Promise<string[]> {
  await screen.setViewportSize({ width: look.full, height: 900 });
  const status = (await screen.goto(address))?.status();
  const lang = await screen.getAttribute('html', 'lang');
  const found = [
    ...(status === 200 ? [] : [`answers ${status}`]),
    ...(lang === look.lang ? [] : [`is in ${lang}`]),
    ...(await faultsOf(screen, said)),
  ];
  await screen.setViewportSize({ width: look.other, height: 900 });
  const over = await overflow(screen);
  if (over > 0) found.push(`${over} px wider than a window of ${look.other} px`);
  const { pathname, search } = new URL(address);
  return found.map((fault) => `${pathname}${search} (${look.lang}, ${look.full} px): ${fault}`);
}
