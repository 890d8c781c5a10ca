import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { z } from 'zod';

import { systemActor } from './actor.ts';
import { day, dayText, endpoint } from './contract.ts';
import { appendEvents, listStream } from './events.ts';
import { parseInput, typedFields } from './parse.ts';
import { Problem } from './problems.ts';
import { sealEvents, verifyChains } from './seal.ts';
import { testApp } from './testing.ts';

const sample = endpoint({
  name: 'sample.save',
  method: 'POST',
  path: '/samples/:id',
  summary: { vi: 'Lưu', en: 'Save' },
  permission: 'signedIn',
  input: {
    id: z.string().min(1),
    amount: z.number().int(),
    on: day,
    done: z.boolean().optional(),
    evidence: z.array(z.object({ number: z.string() })).default([]),
  },
  reply: z.object({}),
});

test('Form fields become what the contract asks for', () => {
  expect(
    typedFields(sample, {
      id: 'a',
      amount: '1.234',
      on: '5/3/2025',
      done: 'on',
      'evidence.0.number': '03/NQ-CP',
      'evidence.1.number': '',
    }),
  ).toEqual({
    id: 'a',
    amount: 1234,
    on: '2025-03-05',
    done: true,
    evidence: [{ number: '03/NQ-CP' }],
  });
});

test('A faulty input names every field in both languages', () => {
  try {
    parseInput(sample, { amount: 'x', on: '2025-13-01', other: 1 });
    expect.unreachable();
  } catch (error) {
    const fields = (error as Problem).fields;
    expect(fields.map((f) => f.path).sort()).toEqual(['amount', 'id', 'on', 'other']);
    expect(fields.every((f) => f.message.vi && f.message.en)).toBe(true);
  }
});

test('A text in the shape of a day that is none is refused as a day, in the words of a day', () => {
  for (const on of ['2025-02-30', '2025-04-31', '1025-01-01'])
    expect(() => parseInput(sample, { id: 'a', amount: 1, on })).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path: 'on', message: dayText })] }),
    );
});

test('Events are chained, sealed and cannot be changed by the application', async () => {
  await using t = await testApp();
  const { app } = t;
  const by = { at: t.clock.now(), actor: systemActor, requestId: 'r' };
  await app.db.write(async (tx) =>
    appendEvents(
      tx,
      [1, 2, 3].map((n) => ({ unitId: 'u', stream: 's:1', kind: 's.done', payload: { n } })),
      by,
    ),
  );
  expect((await app.db.read((tx) => listStream(tx, 's:1'))).map((e) => e.seq)).toEqual([1, 2, 3]);
  // An older transaction of another test in the same cluster holds the tail back for a moment.
  await expect
    .poll(async () => (await sealEvents(app), (await app.db.read((tx) => verifyChains(app, tx))).seals), {
      timeout: 10_000,
    })
    .toBe(1);
  expect((await app.db.read((tx) => verifyChains(app, tx))).faults).toEqual([]);
  await expect(
    app.db.write((tx) => tx.run(sql`update kit.event set payload = '{}' where stream = 's:1'`)),
  ).rejects.toThrow(/permission denied|append-only/);
  await app.db.owner.query('alter table kit.event disable trigger user');
  await app.db.owner.query(`update kit.event set payload = '{"n":9}' where stream = 's:1' and seq = 2`);
  const faults = (await app.db.read((tx) => verifyChains(app, tx))).faults;
  expect(faults[0]).toMatch(/s:1 #2/);
  await app.db.owner.query(`delete from kit.event where stream = 's:1' and seq = 3`);
  expect((await app.db.read((tx) => verifyChains(app, tx))).faults.join()).toMatch(/seal 1/);
});

test('A statement that nobody waits for fails its transaction with its own words, and nothing stays', async () => {
  await using t = await testApp();
  const { db } = t.app;
  const put = (key: string) => sql`insert into kit.setting (key, value) values (${key}, '1')`;
  await db.write(async (tx) => tx.send(put('one')));
  const twice = db.write(async (tx) => {
    tx.send(put('two'));
    tx.send(put('one'));
    tx.send(put('three'));
  });
  await expect(twice).rejects.toThrow(/duplicate key/);
  const asked = db.write(async (tx) => {
    tx.send(put('one'));
    return tx.rows(sql`select 1`);
  });
  await expect(asked).rejects.toThrow(/duplicate key/);
  const refused = db.write(async (tx) => {
    tx.send(put('four'));
    throw new Error('no');
  });
  await expect(refused).rejects.toThrow('no');
  const kept = await db.read((tx) => tx.rows<{ key: string }>(sql`select key from kit.setting order by key`));
  expect(kept.map((row) => row.key).filter((key) => /^(one|two|three|four)$/.test(key))).toEqual(['one']);
});

test('A transaction that swallowed the error of a statement is not taken for committed', async () => {
  await using t = await testApp();
  const swallowed = t.app.db.write(async (tx) => {
    await tx.rows(sql`select 1 / 0`).catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow('the transaction was rolled back');
});
