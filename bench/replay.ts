import { verifyCommand } from '../src/cli/verify.ts';
import type { Bench } from './installation.ts';
import { type Measure, rounded } from './measure.ts';

/** How long `lienthong verify` takes over all the data. Throws when it finds anything wrong. */
export async function measureReplay({ app }: Bench, say: (line: string) => void): Promise<Measure[]> {
  const from = performance.now();
  const { lines, exit } = await verifyCommand.run(app, [], {});
  const seconds = (performance.now() - from) / 1000;
  if (exit) throw new Error(`verify found differences:\n${lines.join('\n')}`);
  const { rows } = await app.db.owner.query<{ n: string }>('select count(*) as n from kit.event');
  const conditions = `every hash of ${rows[0]!.n} events checked and every state folded again; no difference`;
  say(`verify: ${rounded(seconds)} s, no difference`);
  return [{ name: 'verify', value: rounded(seconds), unit: 's', conditions }];
}
