import type pg from 'pg';

import type { App } from '../../src/kit/app.ts';
import { dayOf } from '../../src/kit/day.ts';
import { foldMeasures } from '../../src/modules/indicators/measures/fold.ts';
import { ALL_ANEW, currentSlots, fillMeasures } from '../../src/modules/indicators/measures/keep.ts';
import { procedureHorizon } from '../../src/modules/indicators/measures/rules/checkpoints.ts';
import { keepProceduresSince } from '../../src/modules/indicators/measures/store/checkpoints.ts';
import { emptySlots, lockMeasures } from '../../src/modules/indicators/measures/store/slots.ts';
import { listenersAreDone } from '../data/statements.ts';
import type { FigureSizes } from './installation.ts';
import * as statement from './statements.ts';

interface Index {
  name: string;
  made: string;
  constraint: string | null;
  of: string;
  stated: string | null;
}

/** Fills tables without their indexes and builds these afterwards. */
async function withoutIndexes(
  client: pg.PoolClient,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const list = `{${tables.join(',')}}`;
  const { rows } = await client.query<Index>(statement.indexesOf(list));
  for (const one of rows)
    await client.query(
      one.constraint ? `alter table ${one.of} drop constraint ${one.constraint}` : `drop index ${one.name}`,
    );
  await work();
  for (const one of rows)
    await client.query(
      one.constraint ? `alter table ${one.of} add constraint ${one.constraint} ${one.stated}` : one.made,
    );
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

export interface Procedure {
  code: string;
  versionId: string;
  field: string;
  days: number;
  level: string;
}

/** Makes cases, five events each, and the facts that these tell. */
export async function loadCases(
  app: App,
  { cases }: FigureSizes,
  {
    units,
    procedures,
    say,
  }: { units: readonly string[]; procedures: readonly Procedure[]; say: (line: string) => void },
): Promise<void> {
  const client = await app.db.owner.connect();
  const slice = 500_000;
  const until = dayOf(app.clock.now());
  const targets = ['cases.case_file', 'indicators.fact_case', 'kit.event'];
  try {
    await client.query(
      "set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '1GB'; set jit = off",
    );
    await client.query('create schema if not exists bench');
    await client.query('alter table cases.case_file disable trigger user');
    await withoutIndexes(client, targets, async () => {
      for (let first = 1; first <= cases; first += slice) {
        const last = Math.min(cases, first + slice - 1);
        await client.query(statement.dropCases);
        // A statement that makes a table takes no parameters: these are our own words.
        const given = [
          String(first),
          String(last),
          text(`{${units.join(',')}}`),
          text(JSON.stringify(procedures)),
          text(until),
        ];
        await client.query(
          given.reduceRight((sql, value, i) => sql.replaceAll(`$${i + 1}`, value), statement.makeCases),
        );
        await client.query(statement.copyCases);
        await client.query(statement.copyFacts);
        await client.query(statement.copyEvents);
        say(`${last} cases`);
      }
    });
  } finally {
    await client.query(statement.dropCases).catch(() => undefined);
    await client.query('alter table cases.case_file enable trigger user').catch(() => undefined);
    client.release();
  }
}

/** Counts facts that were put there in bulk. */
export async function countAll(app: App): Promise<void> {
  await app.db.write(async (tx) => {
    await lockMeasures(tx);
    await currentSlots(tx);
    await keepProceduresSince(tx, procedureHorizon(dayOf(app.clock.now())));
    await emptySlots(tx);
  });
  await fillMeasures(app, ALL_ANEW);
  await foldMeasures(app);
}

export const listenersDone = (app: App): Promise<unknown> =>
  app.db.owner.query(listenersAreDone, [app.listeners.map((l) => l.name)]);
