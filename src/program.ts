import type { Config } from './config.ts';
import type { App } from './kit/app.ts';
import { findClockOffset, lateClock, type LateClock } from './kit/demo-clock.ts';
import { openInstallation } from './kit/installation.ts';
import { openPostgres } from './kit/postgres.ts';
import { authenticate, modules } from './modules.ts';

export interface Program extends AsyncDisposable {
  app: App;
  clock: LateClock;
}

/** Opens the installation that the configuration names, with its own PostgreSQL where no other is given. For server and commands alike. */
export async function openProgram(
  config: Config,
  options: { say?: (line: string) => void; poolSize?: { write: number; read: number } } = {},
): Promise<Program> {
  const own = config.databaseUrl ? undefined : await openPostgres({ dataDir: config.dataDir });
  try {
    const clock = lateClock();
    const made = await openInstallation({
      config,
      databaseUrl: config.databaseUrl ?? own!.url,
      modules,
      authenticate,
      clock,
      ...options,
    });
    const offset = await findClockOffset(made.app.db);
    if (offset !== undefined) clock.shift(offset);
    return {
      app: made.app,
      clock,
      [Symbol.asyncDispose]: async () => {
        await made[Symbol.asyncDispose]();
        await own?.stop();
      },
    };
  } catch (error) {
    await own?.stop();
    throw error;
  }
}
