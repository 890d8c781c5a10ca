import type { App } from '../../src/kit/app.ts';
import { dayOf } from '../../src/kit/day.ts';
import { agencyCode } from '../../src/modules/cases/rules/codes.ts';
import { canonical } from '../../src/modules/cases/rules/content.ts';
import { loadSnapshot, unitAround } from '../../src/modules/organisations/index.ts';
import * as statement from './statements.ts';
import type { Template } from './templates.ts';
import { officer, posts } from './world.ts';

interface Plan {
  units: readonly string[];
  templates: readonly Template[];
  /** Copies of each template in each unit. */
  each: number;
  say: (line: string) => void;
}

/** What stands in rows and events of one office and differs in those of another. */
async function marksOf(app: App, unitId: string): Promise<string[]> {
  const people = await Promise.all(posts.map((post) => officer(app, unitId, post)));
  const snapshot = await app.db.read(loadSnapshot);
  const day = dayOf(app.clock.now());
  const agency = agencyCode(unitAround(snapshot, unitId, day)?.code ?? unitId);
  return [unitId, ...people.flatMap((p) => [p.personId!, p.id]), agency];
}

/** Content as the same text that its hash was made of, so that each copy gets a hash of its own. */
async function keepCanonical(app: App, templates: readonly Template[]): Promise<void> {
  const { rows } = await app.db.owner.query<{ n: number; content: unknown }>(
    'select t.n, c.content from bench.template t join cases.content c on c.case_id = t.id and c.version = 1',
  );
  const texts = rows.map(({ n, content }) => ({ n, text: canonical(content) }));
  await app.db.owner.query(statement.keepTexts, [JSON.stringify(texts)]);
  if (texts.length !== templates.length) throw new Error('a template has more than one content');
}

/**
 * Copies the cases made through the endpoints into all offices, in SQL: rows, contents, search texts, hash-chained events
 * and kept counts as the actions write them, with other ids, codes, applicants, officers and units.
 */
export async function loadClones(app: App, { units, templates, each, say }: Plan): Promise<void> {
  const client = await app.db.owner.connect();
  try {
    await client.query("set synchronous_commit = off; set work_mem = '128MB'; set jit = off");
    await client.query(statement.prepare);
    const rows = templates.map((t, i) => ({ ...t, n: i + 1 }));
    await client.query(statement.keepTemplates, [JSON.stringify(rows)]);
    await keepCanonical(app, templates);
    const from = await marksOf(app, units[0]!);
    await client.query('alter table cases.case_file disable trigger user');
    for (const [i, unitId] of units.entries()) {
      const to = await marksOf(app, unitId);
      await client.query('begin');
      await client.query(statement.forgetClones);
      await client.query(statement.makeClones, [unitId, each, from, to]);
      for (const text of statement.copies) await client.query(text, [from, to]);
      await client.query('commit');
      if (i % 10 === 9) say(`${(i + 1) * each * templates.length} cases`);
    }
    await client.query(statement.rebuildTally);
    await client.query(statement.rebuildCounters);
    await client.query('drop table bench.clone cascade');
  } finally {
    await client.query('rollback');
    await client.query('alter table cases.case_file enable trigger user');
    client.release();
  }
}
