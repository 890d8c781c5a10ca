import type pg from 'pg';

import type { Recording } from './capture.ts';
import type { Item } from './items.ts';

/** A recording as a script of pgbench: what differs from item to item comes from bench.todo, the rest is constant. */
export interface Script {
  text: string;
  /** Variables that are the same for all items; pgbench gets them with -D. */
  constants: Record<string, string>;
  /** The columns of bench.todo that the script reads. */
  columns: string[];
}

interface Varying {
  name: string;
  value: string;
}

/** The ids of the recorded item that another item has other values for. */
const idsOf = ({ item, reportId }: Recording): string[] => [item.id, item.taskId, reportId, item.unitId];

/** Every parameter gets a name; `begin`, `commit` and the texts stay as they were sent. */
export function scriptOf(recording: Recording): { script: Script; varying: Varying[] } {
  const ids = idsOf(recording);
  const constants: Record<string, string> = {};
  const varying: Varying[] = [];
  let count = 0;
  const nameOf = (value: string | null): string => {
    if (value === null) return 'null';
    if (value === '') return "''";
    count += 1;
    const isVarying = ids.some(
      (id) =>
        value === id ||
        ((value.startsWith('{') || value.startsWith('[')) &&
          value.includes(id) &&
          !value.startsWith('{"bench-')),
    );
    const name = `${isVarying ? 'v' : 'c'}${count}`;
    if (isVarying) varying.push({ name, value });
    else constants[name] = value;
    return `:${name}`;
  };
  const statements = recording.statements.map(({ text, values }) => {
    const names = values.map(nameOf);
    return `${text.trim().replaceAll(/\$(\d+)/g, (_, n: string) => names[Number(n) - 1]!)};`;
  });
  const columns = varying.map(({ name }) => name);
  const text = [
    '\\set i :i + 1',
    '\\set n :from + :i * :clients + :client_id',
    `select ${columns.join(', ')} from bench.todo where n = :n \\gset`,
    ...statements,
    '',
  ].join('\n');
  return { script: { text, constants, columns }, varying };
}

/** Fills bench.todo: for each item the recorded parameters with its own ids in place of the recorded ones. */
export async function fillTodo(
  owner: pg.Pool,
  recording: Recording,
  varying: readonly Varying[],
  items: readonly Item[],
): Promise<void> {
  const columns = varying.map(({ name }) => `${name} text not null`).join(', ');
  await owner.query(`create schema if not exists bench; drop table if exists bench.todo;
    create table bench.todo (n integer primary key, ${columns}); grant usage on schema bench to lienthong_app`);
  const [id, task, report, unit] = idsOf(recording);
  const replaced = (i: number) =>
    `replace(replace(replace(replace($${i}, '${id}', r.id), '${task}', r."taskId"), '${report}', gen.report), '${unit}', r."unitId")`;
  await owner.query(
    `insert into bench.todo select r.n, ${varying.map((_, i) => replaced(i + 2)).join(', ')}
     from jsonb_to_recordset($1::jsonb) as r(n integer, id text, "taskId" text, "unitId" text),
       lateral (select gen_random_uuid()::text as report where r.n is not null) gen`,
    [JSON.stringify(items.map((item, n) => ({ ...item, n }))), ...varying.map(({ value }) => value)],
  );
  await owner.query('grant select on bench.todo to lienthong_app');
  await owner.query('vacuum (analyze) bench.todo');
}
