import pg from 'pg';
import { expect, inject, test } from 'vitest';

/** This project runs on PostgreSQL 18 and on 15, the oldest one that the SQL is written for. */
test('the server is the version that was asked for', async () => {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  expect(rows[0]?.server_version).toMatch(process.env.LIENTHONG_TEST_PG === '15' ? /^15\./ : /^18\./);
});
