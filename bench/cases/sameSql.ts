import type pg from 'pg';

import type { Script } from '../submit/script.ts';
import type { Item, Office, Recording } from './kinds.ts';

interface Parameter {
  statement: number;
  value: number;
  name: string;
}

const nulls = ({ sent }: Recording): string =>
  JSON.stringify(sent.map(({ values }) => values.map((v) => v === null)));

/** The offices whose recording has nulls where the first one has: a script cannot give a null as a parameter. */
const alike = (recordings: readonly Recording[]): number[] =>
  recordings.flatMap((one, i) => (nulls(one) === nulls(recordings[0]!) ? [i] : []));

/** Which parameters a script has to read: all but those that are null. */
const parametersOf = ({ sent }: Recording): Parameter[] =>
  sent.flatMap(({ values }, statement) =>
    values.flatMap((given, value) =>
      given === null ? [] : [{ statement, value, name: `v${statement}_${value}` }],
    ),
  );

/** The statements that the program sent for one request, as a script of pgbench that reads its parameters from bench.todo. */
export function sameSql(recordings: readonly Recording[]): Script {
  const known = parametersOf(recordings[0]!);
  const columns = known.map(({ name }) => name);
  const statements = recordings[0]!.sent.map(({ text }, statement) => {
    const nameOf = (value: number): string | undefined =>
      known.find((one) => one.statement === statement && one.value === value)?.name;
    return `${text.trim().replaceAll(/\$(\d+)/g, (_, n: string) => {
      const name = nameOf(Number(n) - 1);
      return name ? `:${name}` : 'null';
    })};`;
  });
  const text = [
    '\\set i :i + 1',
    '\\set n (:from + :i * :clients + :client_id) % :count',
    `select ${columns.join(', ')} from bench.todo where n = :n \\gset`,
    ...statements,
    '',
  ].join('\n');
  return { text, constants: {}, columns };
}

const told = (value: string, from: Item, to: Item): string => {
  const named = value.replaceAll(from.id, to.id);
  return from.code ? named.replaceAll(from.code, to.code) : named;
};

/** Fills bench.todo with the parameters of the cases that are gone over again and again, offices in turn; how many there are. */
export async function fillTodo(
  owner: pg.Pool,
  recordings: readonly Recording[],
  offices: readonly Office[],
): Promise<number> {
  const known = parametersOf(recordings[0]!);
  const rows: Record<string, string | number>[] = [];
  const most = Math.max(...offices.map(({ repeated }) => repeated.length));
  for (let i = 0; i < most; i += 1)
    for (const o of alike(recordings)) {
      const { item: from, sent } = recordings[o]!;
      const to = offices[o]!.repeated[i];
      if (!to) continue;
      const values = known.map(({ statement, value, name }) => [
        name,
        told(sent[statement]!.values[value]!, from, to),
      ]);
      rows.push({ n: rows.length, ...(Object.fromEntries(values) as Record<string, string>) });
    }
  const columns = known.map(({ name }) => `${name} text not null`).join(', ');
  await owner.query(`create schema if not exists bench; drop table if exists bench.todo;
    create table bench.todo (n integer primary key, ${columns}); grant usage on schema bench to lienthong_app`);
  await owner.query(
    'insert into bench.todo select * from jsonb_populate_recordset(null::bench.todo, $1::jsonb)',
    [JSON.stringify(rows)],
  );
  await owner.query('grant select on bench.todo to lienthong_app');
  await owner.query('vacuum (analyze) bench.todo');
  return rows.length;
}
