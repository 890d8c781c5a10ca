import { expect, test } from 'vitest';

import { createHttp } from '../../kit/http.ts';
import { testApp } from '../../kit/testing.ts';
import { createAccount, disableAccount, endGrant, getAccount } from './contract/accounts.ts';
import { createToken, endToken } from './contract/mine.ts';
import { sampleAccount, sampleSession } from './samples.ts';

async function office() {
  const t = await testApp();
  const roles = [{ role: 'administrator' as const, unitId: '*' }];
  const own = await sampleAccount(t.app, { email: 'mot@x.vn', name: 'Một', roles });
  await sampleAccount(t.app, { email: 'hai@x.vn', name: 'Hai', roles });
  const session = await sampleSession(t.app, own.email);
  const self = (await t.app.db.read((tx) => t.app.authenticate(tx, [{ session }], t.clock.now())))[0]!;
  const made = await t.call(createToken, { name: 'máy', scope: 'write', days: 1 }, self);
  const http = await createHttp(t.app);
  const ask = (method: 'GET' | 'POST', url: string, payload?: object) =>
    http.inject({
      method,
      url,
      headers: { authorization: `Bearer ${made.token}` },
      ...(payload && { payload }),
    });
  return { t, own, self, made, ask };
}

const accounts = '/api/identity/accounts';
const another = { email: 'ba@x.vn', name: 'Ba' };

test('Who is told from memory loses a right in the very next request after it was taken', async () => {
  const { t, own, ask } = await office();
  await using _ = t;
  expect((await ask('GET', accounts)).statusCode).toBe(200);
  expect((await ask('GET', accounts)).json()).toMatchObject({ items: expect.any(Array) as unknown });
  const { grants } = await t.call(getAccount, { id: own.id });
  await t.call(endGrant, { id: own.id, grantId: grants[0]!.id });
  expect((await ask('GET', accounts)).statusCode).toBe(403);
  expect((await ask('POST', accounts, another)).statusCode).toBe(403);
  expect((await ask('GET', '/api/identity/me')).statusCode).toBe(200);
});

test('What a request did for somebody who is not signed in any more is not kept', async () => {
  const { t, self, made, ask } = await office();
  await using _ = t;
  const written = await ask('POST', accounts, { ...another, email: 'bon@x.vn' });
  expect(written.statusCode).toBe(200);
  await t.call(endToken, { id: made.id }, self);
  expect((await ask('POST', accounts, another)).statusCode).toBe(401);
  expect((await ask('GET', accounts)).statusCode).toBe(401);
  // The address is still free: nothing of the refused request has stayed.
  await t.call(createAccount, another);
});

test('A disabled account is refused at once', async () => {
  const { t, own, ask } = await office();
  await using _ = t;
  expect((await ask('GET', accounts)).statusCode).toBe(200);
  await t.call(disableAccount, { id: own.id, reason: 'nghỉ việc' });
  expect((await ask('GET', accounts)).statusCode).toBe(401);
});
