import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Compilable,
  type RawBuilder,
} from 'kysely';
import pg from 'pg';

import { type Answer, ask } from './turns.ts';

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
const anyInstant = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => unknown;
const digits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
/** Our sessions print `2025-11-17 08:00:00.123456+07`; a list has hundreds of them, so they are read digit by digit. */
const ours = (text: string): Date =>
  new Date(
    Date.UTC(
      digits(text, 0) * 100 + digits(text, 2),
      digits(text, 5) - 1,
      digits(text, 8),
      digits(text, 11) - 7,
      digits(text, 14),
      digits(text, 17),
      text.length > 22 ? Number(text.slice(20, Math.min(23, text.length - 3)).padEnd(3, '0')) : 0,
    ),
  );
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) =>
  text.length < 30 && text.endsWith('+07') && text[10] === ' ' ? ours(text) : anyInstant(text),
);

/** Builds SQL only; it never talks to a server. Stores compose with it or with Kysely's `sql` tag. */
export const build = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

type Query = RawBuilder<unknown> | Compilable;

/** A connection's statements inside one request. Column names come back in camelCase. */
export interface Tx {
  rows<T>(query: Query): Promise<T[]>;
  /** Exactly one row; an error of the programme otherwise. */
  one<T>(query: Query): Promise<T>;
  maybe<T>(query: Query): Promise<T | undefined>;
  /** Runs a statement; the number of rows touched. */
  run(query: Query): Promise<number>;
  /**
   * Hands a statement over without waiting for it: it keeps its place in the order and goes out together with those
   * that follow, which saves a round trip. Where it fails, the transaction fails, at its end at the latest.
   */
  send(query: Query): void;
  /** Whether nothing was written yet and no answer has come: what was known before it began still serves it. */
  isFresh(): boolean;
}

const compile = (query: Query): { sql: string; parameters: readonly unknown[] } =>
  'isRawBuilder' in query ? query.compile(build) : query.compile();

/** Queries that were declared to be asked often, and the names by which their texts are known to the server. */
const often = new WeakSet<Query>();
const names = new Map<string, string>();
const MOST_NAMES = 500;

/**
 * A query of a hot path, of which the text is always the same, or one of few: each connection parses and plans it once
 * and then knows it by a name. Not for queries whose best plan depends on the values.
 */
export function prepared<Q extends Query>(query: Q): Q {
  often.add(query);
  return query;
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMES) return known;
  const name = `q${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** Wraps a pg client as `Tx`; `sent` collects what nobody waits for. */
function statements(client: pg.PoolClient, sent: Promise<unknown>[], isInside: boolean): Tx {
  let isFresh = true;
  const askFor = (query: Query): Promise<Answer> => {
    const { sql: text, parameters: values } = compile(query);
    return ask(client, { text, values, isInside, name: often.has(query) ? nameOf(text) : undefined });
  };
  const rows = async <T>(query: Query): Promise<T[]> => {
    const answer = await askFor(query);
    isFresh = false;
    return answer.rows as T[];
  };
  const write = (query: Query): Promise<Answer> => {
    isFresh = false;
    return askFor(query);
  };
  return {
    rows,
    isFresh: () => isFresh,
    one: async <T>(query: Query) => {
      const found = await rows<T>(query);
      if (found.length !== 1)
        throw new Error(`expected one row, found ${found.length}: ${compile(query).sql.slice(0, 200)}`);
      return found[0]!;
    },
    maybe: async <T>(query: Query) => (await rows<T>(query))[0],
    run: async (query) => touched((await write(query)).tag),
    send: (query) => void sent.push(quiet(write(query))),
  };
}

/** How many rows a statement touched: the last word of what the server says, as in `UPDATE 3`. */
const touched = (tag: string): number => Number(/ (\d+)$/.exec(tag)?.[1] ?? 0);

/** A promise whose failure is looked at later. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** The database of one installation: a pool of writers, a pool whose sessions can only read, and the owner for migrations. */
export interface Database extends AsyncDisposable {
  url: string;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes what was read in one moment. */
  writeSnapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads without BEGIN and COMMIT: the session itself is read-only, which saves two round trips. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same over a connection of its own, for the few rows that every request looks at: it waits for nobody's long reads. */
  look<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads of which all statements see one moment. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As the owner of the tables: migrations, the job queue, erasing demo data. Never in a request. */
  owner: pg.Pool;
}

// The pool waits for this promise before it hands out the connection, though its type says void.
const asRole =
  (role: string): NonNullable<pg.PoolConfig['onConnect']> =>
  (client) =>
    client.query(`set role ${role}`) as unknown as void;

function pool(url: string, size: number, options: string, role?: string): pg.Pool {
  const made = new pg.Pool({
    connectionString: url,
    max: size,
    options,
    ...(role ? { onConnect: asRole(role) } : {}),
  });
  // A restart of the server must not end this process; the next query says what is wrong.
  made.on('error', () => undefined);
  made.on('connect', (client) => client.on('error', () => undefined));
  return made;
}

/** One connection for the statements of one reader, so that those of one turn travel together. */
async function onOne<T>(from: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await from.connect();
  const sent: Promise<unknown>[] = [];
  try {
    const made = await work(statements(client, sent, false));
    await Promise.all(sent);
    return made;
  } finally {
    client.release();
  }
}

/** `begin` goes out with the first statements, `commit` with the last ones. */
async function inside<T>(from: pg.Pool, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await from.connect();
  let broken: Error | undefined;
  const say = (text: string, begins = false): Promise<Answer> =>
    ask(client, { text, values: [], name: text, isInside: true, begins });
  const sent: Promise<unknown>[] = [quiet(say(begin, true))];
  try {
    const result = await work(statements(client, sent, true));
    const done = quiet(say('commit'));
    await Promise.all(sent);
    if ((await done).tag !== 'COMMIT') throw new Error('the transaction was rolled back');
    return result;
  } catch (error) {
    await say('rollback').catch((e: Error) => (broken = e));
    throw await firstFailure(sent, error);
  } finally {
    client.release(broken);
  }
}

/** After one statement has failed all others fail too; the first one says why. */
async function firstFailure(sent: readonly Promise<unknown>[], last: unknown): Promise<unknown> {
  const failed = (await Promise.allSettled(sent)).find((one) => one.status === 'rejected');
  return failed ? failed.reason : last;
}

const again = new Set(['40001', '40P01']);

/** A request that lost a race may run again: also when another was faster at the end of a stream of events. */
function mayRunAgain(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return again.has(code ?? '') || (code === '23505' && constraint === 'event_place');
}

/** Opens the pools. Sessions run as `lienthong_app`, which cannot change or delete an event. */
export function openDatabase(
  url: string,
  sizes: { write: number; read: number } = { write: 10, read: 10 },
): Database {
  const base = '-c timezone=Asia/Ho_Chi_Minh -c statement_timeout=60000 -c jit=off -c random_page_cost=1.1';
  const writers = pool(url, sizes.write, base, 'lienthong_app');
  const readOnly = `${base} -c default_transaction_read_only=on`;
  const readers = pool(url, sizes.read, readOnly, 'lienthong_app');
  const lookers = pool(url, 1, readOnly, 'lienthong_app');
  const owner = pool(url, 4, '-c timezone=Asia/Ho_Chi_Minh');
  const write = async <T>(begin: string, work: (tx: Tx) => Promise<T>, attempt = 1): Promise<T> => {
    try {
      return await inside(writers, begin, work);
    } catch (error) {
      if (attempt < 4 && mayRunAgain(error)) return write(begin, work, attempt + 1);
      throw error;
    }
  };
  return {
    url,
    owner,
    write: (work) => write('begin', work),
    writeSnapshot: (work) => write('begin isolation level repeatable read', work),
    read: (work) => onOne(readers, work),
    look: (work) => onOne(lookers, work),
    snapshot: (work) => inside(readers, 'begin isolation level repeatable read read only', work),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([writers, readers, lookers, owner].map((one) => one.end()));
    },
  };
}
