import type { PageContext } from '../../kit/page.ts';
import { formatInstant } from '../../web/format.ts';
import { getNextDowntime } from './contract.ts';
import { downtimeMessages } from './messages/downtime.ts';

/** The line on every page while a downtime is near or runs. */
export async function downtimeBanner(p: PageContext): Promise<string | undefined> {
  const { downtime, shown } = await p.call(getNextDowntime, {});
  if (!downtime || !shown) return undefined;
  const t = downtimeMessages[p.lang];
  const [begins, ends, reason] = [
    formatInstant(downtime.begins),
    formatInstant(downtime.ends),
    downtime.reason[p.lang],
  ];
  return downtime.state === 'running' ? t.during(ends, reason) : t.before(begins, ends, reason);
}
