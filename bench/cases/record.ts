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

/**
 * Runs something while all statements of this process are written down. Statements that were on their way together
 * have the same `turn`, so that who repeats them can wait where the program waited and nowhere else.
 */
export async function recorded<T>(work: () => Promise<T>): Promise<{ made: T; sent: Sent[] }> {
  const sent: Sent[] = [];
  let turn = 0;
  const client = pg.Client.prototype as unknown as {
    query: (this: pg.Client, ...args: unknown[]) => unknown;
  };
  const query = client.query;
  client.query = function (...args) {
    const { statements } = args[0] as { statements?: readonly Statement[] };
    for (const { text, values, name } of statements ?? [])
      sent.push({ text, values: values.map(valueText), turn, named: name !== undefined });
    turn += 1;
    return query.apply(this, args);
  };
  try {
    return { made: await work(), sent };
  } finally {
    client.query = query;
  }
}
