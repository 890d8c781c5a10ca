import { join } from 'node:path';

import type { PortalConnection } from '../config.ts';

/** What the demonstration needs of the portal it plays with. */
interface Portal {
  url: string;
  account: string;
  secret: string;
  cases: ReadonlyMap<string, { taken: number }>;
  mischief: { refuse: Map<string, string> };
  report(code: string, status: number): void;
}

/** The last working days before the demonstration begins: what happened on them is sent on the first start. */
const FROM = '2025-11-13';
const TIMEOUT_MS = 5000;
/** Which of the cases, in the order in which the portal first hears of them, it has otherwise, and which it refuses. */
const OTHERWISE = 4;
const REFUSED = 9;

/** The portal keeps its cases beside the database; one of them it says is stopped, one it does not take. */
export function demoPortalOptions(dataDir: string) {
  const seen = new Set<string>();
  return {
    file: join(dataDir, 'portal.json'),
    onMessage: (code: string, when: 'before' | 'after', portal: Portal): void => {
      const isNew = !seen.has(code) && !portal.cases.has(code);
      if (when === 'before' && isNew) {
        seen.add(code);
        if (seen.size === REFUSED) portal.mischief.refuse.set(code, 'Thiếu trường MaLinhVuc');
      }
      const isFirst = portal.cases.get(code)?.taken === 1;
      if (when === 'after' && isFirst && [...seen][OTHERWISE - 1] === code) portal.report(code, 8);
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
