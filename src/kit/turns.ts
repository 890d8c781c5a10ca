import pg from 'pg';
import { serialize } from 'pg-protocol';
import { prepareValue } from 'pg/lib/utils.js';

/** A statement for one connection. */
export interface Statement {
  text: string;
  values: readonly unknown[];
  /** Under which the server keeps its plan, where it comes often. */
  name?: string | undefined;
  /** Inside a transaction nothing is done after a failure; else each statement stands for itself. */
  isInside: boolean;
  /** Begins a transaction, and with it a turn of its own. */
  begins?: boolean;
}

/** What a statement brought: rows as objects with our names, and what the server says it did. */
export interface Answer {
  rows: object[];
  tag: string;
}

interface Shape {
  names: string[];
  parsers: ((text: string) => unknown)[];
}
interface Asked extends Omit<Statement, 'values'> {
  values: (string | Buffer | null)[];
  shape: Shape | undefined;
  rows: object[];
  fault?: unknown;
  done(answer: Answer): void;
  fail(error: unknown): void;
}

/** A statement that the server knows by name; after a failure nobody is sure that it does. */
interface Known {
  shape?: Shape | undefined;
  isSure: boolean;
}

/** What waits for one connection and what the server behind it knows. */
interface Line {
  client: pg.PoolClient;
  waiting: Asked[];
  isBusy: boolean;
  known: Map<string, Known>;
}

const noRows: Shape = { names: [], parsers: [] };

const camelCache = new Map<string, string>();
function camel(name: string): string {
  let known = camelCache.get(name);
  if (known === undefined) {
    known = name.replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase());
    camelCache.set(name, known);
  }
  return known;
}

interface Field {
  name: string;
  dataTypeID: number;
}
const parserOf = pg.types.getTypeParser as (type: number) => (text: string) => unknown;
const shapeOf = (fields: readonly Field[]): Shape => ({
  names: fields.map(({ name }) => camel(name)),
  parsers: fields.map((field) => parserOf(field.dataTypeID)),
});

function rowOf({ names, parsers }: Shape, values: readonly (string | null)[]): object {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < names.length; i += 1) {
    const text = values[i]!;
    row[names[i]!] = text === null ? null : parsers[i]!(text);
  }
  return row;
}

/** The messages of one statement; one that is known by name is neither parsed nor described again. */
function* messagesOf({ known }: Line, one: Asked): Generator<Buffer> {
  const { name, text, values } = one;
  const before = name === undefined ? undefined : known.get(name);
  if (!before?.isSure) {
    if (before) yield serialize.close({ type: 'S', name: name! });
    yield serialize.parse({ text, ...(name !== undefined && { name }) });
    if (name !== undefined) known.set(name, { isSure: true });
  }
  yield serialize.bind({ values, ...(name !== undefined && { statement: name }) });
  one.shape = before?.isSure ? before.shape : undefined;
  if (!one.shape) yield serialize.describe({ type: 'P' });
  yield serialize.execute();
}

interface Connection {
  stream: { writable: boolean; write(bytes: Buffer): unknown };
}

/** Statements that travel together, and which of them the server is at. */
interface Turn {
  line: Line;
  statements: readonly Asked[];
  at: number;
}

/** The server has done a statement. */
function complete(turn: Turn, tag: string): void {
  const one = turn.statements[turn.at]!;
  turn.at += 1;
  one.shape ??= noRows;
  const known = one.name === undefined ? undefined : turn.line.known.get(one.name);
  if (known) known.shape ??= one.shape;
  if (one.fault) one.fail(one.fault);
  else one.done({ rows: one.rows, tag });
}

/** The server has refused a statement and has not looked at those behind it: they fail with it, or are asked again. */
function breakOff(turn: Turn, error: unknown): void {
  const { line, statements, at } = turn;
  const left = statements.slice(at);
  turn.at = statements.length;
  for (const { name, shape } of left)
    if (name !== undefined && !shape) line.known.set(name, { isSure: false });
  for (const [i, one] of left.entries()) if (i === 0 || one.isInside) one.fail(error);
  line.waiting.unshift(...left.slice(1).filter(({ isInside }) => !isInside));
  goOn(line);
}

function goOn(line: Line): void {
  line.isBusy = false;
  next(line);
}

/** One write, and one answer of the server for all statements. The driver calls back with each message, as it calls its own queries. */
function submittable(turn: Turn) {
  const { line, statements } = turn;
  return {
    statements,
    submit({ stream }: Connection): void {
      if (!stream.writable) return;
      const messages = statements.flatMap((one) => [...messagesOf(line, one)]);
      stream.write(Buffer.concat([...messages, serialize.sync()]));
    },
    handleRowDescription({ fields }: { fields: readonly Field[] }): void {
      statements[turn.at]!.shape = shapeOf(fields);
    },
    handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
      const one = statements[turn.at]!;
      try {
        one.rows.push(rowOf(one.shape!, fields));
      } catch (error) {
        one.fault ??= error;
      }
    },
    handleCommandComplete: ({ text }: { text: string }): void => complete(turn, text),
    handleEmptyQuery: (): void => complete(turn, ''),
    handleError(error: unknown): void {
      if (turn.at < statements.length) breakOff(turn, error);
      else goOn(line); // after the last answer there is nobody left to be told
    },
    handleReadyForQuery: (): void => goOn(line),
  };
}

/** Sends what has gathered, up to where the next transaction begins. */
function next(line: Line): void {
  if (line.isBusy || line.waiting.length === 0) return;
  const cut = line.waiting.findIndex(({ begins }, i) => begins && i > 0);
  const statements = line.waiting.splice(0, cut > 0 ? cut : line.waiting.length);
  line.isBusy = true;
  line.client.query(submittable({ line, statements, at: 0 }) as unknown as pg.Submittable);
}

const lines = new WeakMap<pg.PoolClient, Line>();

/**
 * Asks over a connection. What is asked in one turn of the event loop, or while an answer is awaited, goes out
 * together, in order.
 */
export async function ask(client: pg.PoolClient, statement: Statement): Promise<Answer> {
  const values = statement.values.map((value) => prepareValue(value));
  const line = lines.get(client) ?? { client, waiting: [], isBusy: false, known: new Map<string, Known>() };
  lines.set(client, line);
  if (!line.isBusy && line.waiting.length === 0) process.nextTick(() => next(line));
  return new Promise((done, fail) => {
    line.waiting.push({ ...statement, values, shape: undefined, rows: [], done, fail });
  });
}
