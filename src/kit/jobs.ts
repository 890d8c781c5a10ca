import { type Runner, run, runMigrations, runOnce, type TaskList, Logger } from 'graphile-worker';
import { sql } from 'kysely';

import type { App } from './app.ts';
import type { Tx } from './db.ts';

/**
 * Puts a job into the queue inside the caller's transaction: it exists if and only if the transaction commits.
 * With a `key`, a waiting job of the same key is replaced instead of doubled.
 */
export async function addJob(
  tx: Tx,
  name: string,
  payload: object,
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await tx.rows(
    sql`select kit.add_job(${name}, ${JSON.stringify(payload)}::json, ${options.runAt ?? null}::timestamptz, ${options.key ?? null}::text)`,
  );
}

const tasksOf = (app: App): TaskList =>
  Object.fromEntries(
    app.modules
      .flatMap((m) => m.jobs ?? [])
      .map((job) => [job.name, (payload: unknown) => job.run(app, payload as never)]),
  );

const quiet = (app: App): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') app.log.warn({ queue: message });
  });

/** Creates the queue's tables and lets the application's role add to them. */
export async function prepareJobs(app: App): Promise<void> {
  await runMigrations({ pgPool: app.db.owner, logger: quiet(app) });
  // The queue's tables have row security; the application adds jobs through one function of the owner, and nothing else.
  await app.db.owner.query(`
    select pg_advisory_xact_lock(5758);
    create or replace function kit.add_job(name text, payload json, at timestamptz, key text) returns void
      language sql security definer set search_path = graphile_worker, pg_temp
      as $$ select graphile_worker.add_job(name, payload, run_at => at, job_key => key, max_attempts => 12) $$;
    revoke all on function kit.add_job(text, json, timestamptz, text) from public;
    grant execute on function kit.add_job(text, json, timestamptz, text) to lienthong_app;
    create or replace function kit.count_jobs(out waiting integer, out failed integer)
      language sql stable security definer set search_path = graphile_worker, pg_temp
      as $$ select count(*) filter (where attempts < max_attempts)::int, count(*) filter (where last_error is not null)::int from graphile_worker.jobs $$;
    revoke all on function kit.count_jobs() from public;
    grant execute on function kit.count_jobs() to lienthong_app;
    create or replace function kit.list_jobs(most integer) returns table (id text, name text, run_at timestamptz, attempts integer, waits boolean, error text)
      language sql stable security definer set search_path = graphile_worker, pg_temp
      as $$ select j.id::text, j.task_identifier, j.run_at, j.attempts::int, j.attempts < j.max_attempts, left(j.last_error, 300)
        from graphile_worker.jobs j order by j.last_error is null, j.run_at, j.id limit most $$;
    revoke all on function kit.list_jobs(integer) from public;
    grant execute on function kit.list_jobs(integer) to lienthong_app;`);
}

/** Works the queue until it is stopped. */
export const startJobs = (app: App): Promise<Runner> =>
  run({
    pgPool: app.db.owner,
    taskList: tasksOf(app),
    concurrency: 3,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: quiet(app),
  });

/** Works off everything due now: tests and commands. */
export const drainJobs = (app: App): Promise<void> =>
  runOnce({ pgPool: app.db.owner, taskList: tasksOf(app), noHandleSignals: true, logger: quiet(app) });

/** Runs the modules' schedules at their intervals; a lock lets one of several processes do each. */
export function startSchedules(app: App, signal: AbortSignal): void {
  for (const schedule of app.modules.flatMap((m) => m.schedules ?? [])) {
    const tick = async (): Promise<void> => {
      try {
        await once(app, schedule.name, () => schedule.run(app));
      } catch (error) {
        app.log.error({ schedule: schedule.name, err: error }, 'schedule failed');
      }
    };
    const timer = setInterval(() => void tick(), schedule.everySeconds * 1000);
    timer.unref();
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }
}

async function once(app: App, name: string, work: () => Promise<void>): Promise<void> {
  const client = await app.db.owner.connect();
  try {
    const got = await client.query<{ ok: boolean }>('select pg_try_advisory_lock(5759, hashtext($1)) as ok', [
      name,
    ]);
    if (!got.rows[0]?.ok) return;
    try {
      await work();
    } finally {
      await client.query('select pg_advisory_unlock(5759, hashtext($1))', [name]);
    }
  } finally {
    client.release();
  }
}
