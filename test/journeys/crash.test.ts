import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openPostgres } from '../../src/kit/postgres.ts';
import { type Machine, openMachine, type Running } from './program.ts';

let machine: Machine;
let running: Running;
let token: string;
/** Numbers of directives for which the program has answered that it has them. */
const acknowledged: string[] = [];

beforeAll(async () => {
  machine = await openMachine();
  running = await machine.start();
  await machine.cli('account', 'create', '--email', 'may@thu.vn', '--name', 'Máy');
  await machine.cli('grant', '--account', 'may@thu.vn', '--role', 'office', '--unit', '*');
  const made = await machine.cli('token', '--account', 'may@thu.vn', '--json');
  token = (JSON.parse(made.text) as { token: string }).token;
}, 120_000);
afterAll(() => machine[Symbol.asyncDispose]());

const headers = () => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });

async function enter(number: string): Promise<void> {
  const body = JSON.stringify({
    ownerUnitId: 'centre',
    number,
    kind: 'plan',
    titleVi: number,
    issuedOn: '2025-05-01',
  });
  const answer = await fetch(`${machine.url}/api/directives`, { method: 'POST', headers: headers(), body });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  await answer.text();
  acknowledged.push(number);
}

/** Writes without pause, four at a time, until nobody answers any more. */
async function writeUntilDead(series: string): Promise<void> {
  const lane = async (n: number): Promise<void> => {
    for (let i = 0; ; i += 1) await enter(`${series}-${n}-${i}`);
  };
  await Promise.all([0, 1, 2, 3].map((n) => lane(n).catch(() => undefined)));
}

async function numbersThere(): Promise<Set<string>> {
  const there = new Set<string>();
  for (let cursor: string | undefined; ;) {
    const query = new URLSearchParams({ limit: '500', ...(cursor ? { cursor } : {}) });
    const answer = await fetch(`${machine.url}/api/directives?${query}`, { headers: headers() });
    const page = (await answer.json()) as { items: { number: string }[]; next?: string };
    for (const item of page.items) there.add(item.number);
    cursor = page.next;
    if (!cursor) return there;
  }
}

async function expectAllThere(): Promise<void> {
  const there = await numbersThere();
  expect(acknowledged.filter((number) => !there.has(number))).toEqual([]);
  const verified = await machine.cli('verify');
  expect(verified).toMatchObject({ exit: 0 });
}

test('Killed while it writes, the program loses nothing that it has acknowledged', async () => {
  const writing = writeUntilDead('A');
  await sleep(1500);
  running.process.kill('SIGKILL');
  await Promise.all([running.ended, writing]);
  expect(acknowledged.length).toBeGreaterThan(20);
  running = await machine.start();
  await expectAllThere();
});

test('Killed together with its database, it loses nothing either', async () => {
  const before = acknowledged.length;
  const writing = writeUntilDead('B');
  await sleep(1500);
  process.kill(machine.postmaster(), 'SIGKILL');
  running.process.kill('SIGKILL');
  await Promise.all([running.ended, writing]);
  expect(acknowledged.length).toBeGreaterThan(before + 20);
  running = await machine.start();
  await expectAllThere();
});

test('A port that is taken is named, with the remedy', async () => {
  const second = machine.launch();
  expect(await second.ended).toBe(1);
  expect(second.printed()).toContain(String(machine.port));
  expect(second.printed()).toContain('PORT=');
  expect(second.printed()).not.toContain('    at ');
});

test('The first event that was tampered with is named', async () => {
  await using postgres = await openAsOwner();
  const { rows } = await postgres.client.query<{ id: string; stream: string; seq: number }>(
    `select id, stream, seq from kit.event where kind = 'directive.entered' order by id limit 1 offset 3`,
  );
  const { id, stream, seq } = rows[0]!;
  await postgres.client.query(`set session_replication_role = replica`);
  const change = (to: string) =>
    postgres.client.query(
      `update kit.event set payload = payload || jsonb_build_object('titleVi', $1::text) where id = $2`,
      [to, id],
    );
  const { rows: was } = await postgres.client.query<{ title: string }>(
    `select payload->>'titleVi' as title from kit.event where id = $1`,
    [id],
  );
  await change('một tên khác');
  const broken = await machine.cli('verify');
  expect(broken.exit).toBe(1);
  expect(broken.text).toMatch(new RegExp(`${stream}.*\\b${seq}\\b`));
  await change(was[0]!.title);
  expect((await machine.cli('verify')).exit).toBe(0);
});

async function openAsOwner() {
  const postgres = await openPostgres({ dataDir: machine.dataDir });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  return {
    client,
    [Symbol.asyncDispose]: async () => {
      await client.end();
      await postgres.stop();
    },
  };
}

test('SIGTERM closes it cleanly, and the next start is quick', async () => {
  running.process.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  const begun = Date.now();
  running = await machine.start();
  expect(Date.now() - begun).toBeLessThan(20_000);
  const there = await numbersThere();
  expect(acknowledged.filter((number) => !there.has(number))).toEqual([]);
});
