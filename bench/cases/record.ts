import pg from 'pg';

import type { Statement } from '../../src/kit/turns.ts';

/** A statement as it went to the server, its parameters as text; `turn` counts the waits before it. */
export interface Sent {
  text: string;
  values: (string | null)[];
  turn: number;
  /** Whether the program had it prepared, under a name. */
  named: boolean;
}

const valueText = (value: unknown): string | null =>
  Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : (value as string | null);

/** Statements on their way together, as the driver is given them. */
interface Turn {
  statements: readonly Statement[];
  handleReadyForQuery(): void;
  handleError(error: unknown): void;
}

/**
 * Runs something while all statements of this process are written down. Statements that were on their way together
 * have the same `turn`, so that who repeats them can wait where the program waited and nowhere else.
 */
export async function recorded<T>(work: () => Promise<T>): Promise<{ made: T; sent: Sent[] }> {
  const sent: Sent[] = [];
  let turn = 0;
  let underWay = 0;
  const client = pg.Client.prototype as unknown as {
    query: (this: pg.Client, ...args: unknown[]) => unknown;
  };
  const query = client.query;
  client.query = function (...args) {
    const one = args[0] as Partial<Turn>;
    const { statements, handleReadyForQuery, handleError } = one;
    // What the driver says by itself when it connects is no part of a request.
    if (!statements || !handleReadyForQuery || !handleError) return query.apply(this, args);
    for (const { text, values, name } of statements)
      sent.push({ text, values: values.map(valueText), turn, named: name !== undefined });
    underWay += 1;
    const done = () => {
      underWay -= 1;
      if (underWay === 0) turn += 1;
    };
    one.handleReadyForQuery = () => {
      done();
      handleReadyForQuery();
    };
    one.handleError = (error) => {
      done();
      handleError(error);
    };
    return query.apply(this, args);
  };
  try {
    return { made: await work(), sent };
  } finally {
    client.query = query;
  }
}
