/**
 * The comparison: nothing but node:http and pg. It takes a request, sends the statements that the program sent for
 * one, waiting where the program waited, and answers with JSON. `BARE_RECORDINGS` names a file of recordings.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

import pg from 'pg';

import type { Item, Recording } from './kinds.ts';

interface Prepared {
  text: string;
  /** The name under which it is prepared, where the program prepares it too. */
  name: string | undefined;
  values: (string | null)[];
  /** Which values carry the id or the code of the recorded case. */
  about: number[];
}
interface Plan {
  item: Item;
  turns: Prepared[][];
  reply: string;
}

const file = JSON.parse(readFileSync(process.env['BARE_RECORDINGS']!, 'utf8')) as Record<string, Recording[]>;

const names = new Map<string, string>();
function nameOf(text: string): string {
  const name = names.get(text) ?? `b${names.size}`;
  names.set(text, name);
  return name;
}

function planOf({ item, sent, reply }: Recording): Plan {
  const turns: Prepared[][] = [];
  let turn = -1;
  for (const { text, values, named, turn: at } of sent) {
    const mentions = (v: string | null) =>
      v?.includes(item.id) || (item.code !== '' && v?.includes(item.code));
    const about = values.flatMap((v, i) => (mentions(v) ? [i] : []));
    if (at !== turn) turns.push([]);
    turn = at;
    turns.at(-1)!.push({ text, name: named ? nameOf(text) : undefined, values, about });
  }
  return { item, turns, reply };
}

const plans = new Map(Object.entries(file).map(([kind, all]) => [kind, all.map(planOf)]));
const settings: pg.PoolConfig = {
  connectionString: process.env['DATABASE_URL'],
  max: 10,
  options: '-c role=lienthong_app -c timezone=Asia/Ho_Chi_Minh -c jit=off -c random_page_cost=1.1',
  pipeline: true,
};
const pool = new pg.Pool(settings);

const filled = ({ values, about }: Prepared, from: Item, to: Item): (string | null)[] => {
  if (about.length === 0) return values;
  const own = [...values];
  for (const i of about) {
    const text = own[i]!.replaceAll(from.id, to.id);
    own[i] = from.code ? text.replaceAll(from.code, to.code) : text;
  }
  return own;
};

async function run(plan: Plan, to: Item): Promise<string> {
  const client = await pool.connect();
  let last: pg.QueryResult | undefined;
  try {
    for (const turn of plan.turns)
      for (const result of await Promise.all(
        turn.map((s) => client.query({ ...s, values: filled(s, plan.item, to) })),
      ))
        if (result.command === 'SELECT') last = result;
  } finally {
    client.release();
  }
  return to.id ? plan.reply : JSON.stringify({ items: last?.rows });
}

function bodyOf(request: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  request.setEncoding('utf8').on('data', (part: string) => (text += part));
  return new Promise((done) => void request.on('end', () => done(text)));
}

const server = createServer((request, reply) => {
  const [, kind = '', office = '0'] = (request.url ?? '').split('/');
  void bodyOf(request)
    .then((body) =>
      run(plans.get(kind)![Number(office)]!, body ? (JSON.parse(body) as Item) : { id: '', code: '' }),
    )
    .then(
      (text) => reply.writeHead(200, { 'content-type': 'application/json' }).end(text),
      (error: Error) => reply.writeHead(500).end(error.message),
    );
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'));
