import type pg from 'pg';

import type { App } from '../../src/kit/app.ts';
import type { Day } from '../../src/kit/day.ts';
import { derivedOf } from '../../src/modules/directives/store/assignment.ts';
import { type Fresh, type History, historyOf } from './history.ts';
import * as statement from './statements.ts';

const BATCH = 2000;

/** Rows of JSON for one statement; `Date` becomes ISO text. */
const json = (rows: readonly object[]): string => JSON.stringify(rows);

interface Told {
  row: Fresh;
  history: History;
}

/** How the assignment stood from when to when; the first of these ends the span in which it was created. */
function spansOf({ row, history }: Told) {
  const base = { unitId: row.unitId, assignmentId: row.id };
  return history.stood.map(({ at, state }, i) => ({
    ...base,
    fromAt: at,
    toAt: history.stood[i + 1]?.at ?? null,
    ...derivedOf(state),
  }));
}

function lastOf({ row, history }: Told) {
  const last = history.stood.at(-1)!;
  const version = row.version + history.stood.length;
  return {
    unitId: row.unitId,
    id: row.id,
    version,
    changedAt: last.at,
    state: last.state,
    ...derivedOf(last.state),
  };
}

async function loadBatch(client: pg.ClientBase, told: readonly Told[], by: string): Promise<void> {
  const moved = told.filter((t) => t.history.stood.length > 0);
  await client.query('begin');
  await client.query(statement.endFirstSpans, [
    json(moved.map((t) => ({ ...lastOf(t), changedAt: t.history.stood[0]!.at }))),
  ]);
  await client.query(statement.insertSpans, [json(moved.flatMap(spansOf))]);
  await client.query(statement.updateAssignments, [json(moved.map(lastOf))]);
  await client.query(statement.insertReports, [json(told.flatMap((t) => t.history.reports)), by]);
  await client.query(statement.appendEvents, [json(told.flatMap((t) => t.history.events)), by]);
  await client.query('commit');
}

const asFresh = (row: Record<string, unknown>): Fresh =>
  ({
    id: row['id'],
    unitId: row['unit_id'],
    taskId: row['task_id'],
    directiveId: row['directive_id'],
    state: row['state'],
    version: row['version'],
  }) as Fresh;

/**
 * Gives every assignment that nobody worked on a history up to `today`, many in one statement, with the counts and
 * spans that the product would have kept and chains of real hashes. Prints how far it is.
 */
export async function loadHistories(
  app: App,
  how: { today: Day; reportsEach: number; by: string; say: (line: string) => void },
): Promise<void> {
  const client = await app.db.owner.connect();
  try {
    await client.query("set synchronous_commit = off; set work_mem = '64MB'");
    await client.query('alter table directives.assignment disable trigger assignments_changed');
    let after = '00000000-0000-0000-0000-000000000000';
    for (let done = 0; ;) {
      const { rows } = await client.query<Record<string, unknown>>(statement.listFresh, [after, BATCH]);
      if (rows.length === 0) break;
      const told = rows
        .map(asFresh)
        .map((row, i) => ({ row, history: historyOf(row, done + i, how.today, how.reportsEach) }));
      await loadBatch(client, told, how.by);
      done += rows.length;
      after = told.at(-1)!.row.id;
      if (done % (BATCH * 10) === 0 || rows.length < BATCH) how.say(`${done} assignments have their history`);
    }
    await client.query(statement.rebuildTally);
    await client.query(statement.rebuildTasks);
  } finally {
    await client.query('rollback');
    await client.query('alter table directives.assignment enable trigger assignments_changed');
    client.release();
  }
}
