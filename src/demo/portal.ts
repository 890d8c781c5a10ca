import { join } from 'node:path';

import type { PortalConnection } from '../config.ts';

/** What the demonstration needs of the portal it plays with. */
interface Portal {
  url: string;
  account: string;
  secret: string;
  cases: ReadonlyMap<string, unknown>;
  mischief: { refuse: Map<string, string> };
  report(code: string, status: number): void;
}

/** The last working days before the demonstration begins: what happened on them is sent on the first start. */
const FROM = '2025-11-13';
const TIMEOUT_MS = 5000;
/** Which of the first cases that it takes it refuses, and has otherwise. */
const REFUSED = 9;
const OTHERWISE = 4;

/** Whether a case was received since then: the day stands in its code. */
const isRecent = (code: string): boolean => code.split('-')[1]! >= FROM.slice(2).replaceAll('-', '');

/** The portal keeps its cases beside the database; one it does not take, and when it is first compared one is stopped there. */
export function demoPortalOptions(dataDir: string) {
  let compared = false;
  return {
    file: join(dataDir, 'portal.json'),
    onMessage: (code: string, { cases, mischief }: Portal): void => {
      const isIt = !cases.has(code) && cases.size === REFUSED - 1 && mischief.refuse.size === 0;
      if (isIt) mischief.refuse.set(code, 'Thiếu trường MaLinhVuc');
    },
    onComparison: (portal: Portal): void => {
      const code = [...portal.cases.keys()].filter(isRecent)[OTHERWISE - 1];
      // Once, and not again after a restart, when it refuses nobody any more.
      if (code && !compared && portal.mischief.refuse.size > 0) portal.report(code, 8);
      compared = true;
    },
  };
}

export const demoPortal = ({ url, account, secret }: Portal): PortalConnection => ({
  url,
  account,
  secret,
  from: FROM,
  timeoutMs: TIMEOUT_MS,
});
