import pg from 'pg';

/** A statement as it went to the server, its parameters as text; `turn` counts the waits before it. */
export interface Sent {
  text: string;
  values: (string | null)[];
  turn: number;
  /** Whether the program had it prepared, under a name. */
  named: boolean;
}

const arrayText = (list: readonly unknown[]): string =>
  `{${list.map((one) => `"${String(one).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;

function valueText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return arrayText(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Runs something while all statements of this process are written down. Statements that were on their way together
 * have the same `turn`, so that who repeats them can wait where the program waited and nowhere else.
 */
export async function recorded<T>(work: () => Promise<T>): Promise<{ made: T; sent: Sent[] }> {
  const sent: Sent[] = [];
  let turn = 0;
  let underWay = 0;
  const done = () => {
    underWay -= 1;
    if (underWay === 0) turn += 1;
  };
  const client = pg.Client.prototype as unknown as {
    query: (this: pg.Client, ...args: unknown[]) => unknown;
  };
  const query = client.query;
  client.query = function (...args) {
    const config = args[0] as string | { name?: string; text: string; values?: unknown[] };
    const text = typeof config === 'string' ? config : config.text;
    const values = typeof config === 'string' ? args[1] : config.values;
    const named = typeof config !== 'string' && config.name !== undefined;
    sent.push({ text, values: (Array.isArray(values) ? values : []).map(valueText), turn, named });
    underWay += 1;
    const last = args.at(-1);
    if (typeof last !== 'function') {
      const made = query.apply(this, args) as Promise<unknown>;
      made.then(done, done);
      return made;
    }
    const back = last as (...given: unknown[]) => void;
    return query.call(this, ...args.slice(0, -1), (...given: unknown[]) => {
      done();
      back(...given);
    });
  };
  try {
    return { made: await work(), sent };
  } finally {
    client.query = query;
  }
}
