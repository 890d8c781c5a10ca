import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';

import { openIdentityProvider } from '../../../standins/identityProvider.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { createServer } from '../../server.ts';
import { getAccount } from './contract/accounts.ts';
import { BACK_PATH } from './provider.ts';
import { sampleAccount } from './samples.ts';

const PASSWORD = 'con trâu gặm cỏ bờ đê';

/** A browser without a window: keeps cookies, sends forms with the token of the page it saw. */
function browser(http: FastifyInstance) {
  const cookies: Record<string, string> = {};
  const send = async (method: 'GET' | 'POST', url: string, payload?: Record<string, string>) => {
    const reply = await http.inject({
      method,
      url,
      cookies,
      ...(payload
        ? {
            payload: new URLSearchParams(payload).toString(),
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          }
        : {}),
    });
    for (const c of reply.cookies) {
      if (c.value === '') delete cookies[c.name];
      else cookies[c.name] = c.value;
    }
    return {
      status: reply.statusCode,
      body: reply.body,
      location: reply.headers.location,
      headers: reply.headers,
      set: reply.cookies,
    };
  };
  const get = (url: string) => send('GET', url);
  const post = async (url: string, form: string, fields: Record<string, string>) => {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await get(url)).body)?.[1] ?? 'none';
    return send('POST', url, { csrf, form, ...fields });
  };
  return { get, post, send, cookies };
}

async function opened(t: TestApp) {
  const http = await createServer(t.app);
  return { http, me: browser(http), [Symbol.asyncDispose]: () => http.close() };
}

test('A person signs in on the page, comes to where he wanted, and signs out', async () => {
  await using t = await testApp();
  await sampleAccount(t.app, {
    email: 'lan@x.vn',
    name: 'Nguyễn Thị Lan',
    password: PASSWORD,
    roles: [{ role: 'administrator', unitId: '*' }],
  });
  await using o = await opened(t);
  const { me } = o;
  expect((await me.get('/admin/accounts')).location).toBe('/sign-in?next=%2Fadmin%2Faccounts');
  const wrong = await me.post('/sign-in?next=%2Fadmin%2Faccounts', 'default', {
    email: 'lan@x.vn',
    password: 'không phải thế',
  });
  expect(wrong.status).toBe(403);
  expect(wrong.body).toContain('value="lan@x.vn"');
  expect(wrong.body).not.toContain('không phải thế');
  expect(wrong.body).toContain('Địa chỉ thư hoặc mật khẩu không đúng');
  const right = await me.post('/sign-in?next=%2Fadmin%2Faccounts', 'default', {
    email: 'lan@x.vn',
    password: PASSWORD,
  });
  expect(right.location).toBe('/admin/accounts');
  expect(right.set.find((c) => c.name === 'lt_session')).toMatchObject({
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
  });
  const list = await me.get('/admin/accounts');
  expect(list.status).toBe(200);
  expect(list.body).toContain('Nguyễn Thị Lan');
  for (const path of ['/account', '/admin/accounts/new', '/admin/roles', '/sign-out']) {
    expect((await me.get(path)).status).toBe(200);
  }
  const kept = me.cookies['lt_session']!;
  expect((await me.post('/sign-out', 'default', {})).location).toBe('/');
  me.cookies['lt_session'] = kept;
  expect((await me.get('/account')).location).toContain('/sign-in');
});

test('A form without the right token, and an API call with the cookie alone, change nothing', async () => {
  await using t = await testApp();
  await sampleAccount(t.app, { email: 'lan@x.vn', name: 'Lan', password: PASSWORD, roles: [] });
  await using o = await opened(t);
  const forged = await o.me.send('POST', '/sign-in', {
    csrf: 'x',
    form: 'default',
    email: 'lan@x.vn',
    password: PASSWORD,
  });
  expect(forged.status).toBe(403);
  expect(o.me.cookies['lt_session']).toBeUndefined();
  await o.me.post('/sign-in', 'default', { email: 'lan@x.vn', password: PASSWORD });
  const session = o.me.cookies['lt_session']!;
  const api = (headers: Record<string, string>) =>
    o.http.inject({
      method: 'PATCH',
      url: '/api/identity/me',
      cookies: { lt_session: session },
      headers,
      payload: { name: 'Khác' },
    });
  expect((await api({})).statusCode).toBe(403);
  expect((await api({ 'x-csrf-token': t.app.keys.mac(`csrf:${session}`) })).statusCode).toBe(200);
});

test('A token and an initial password are shown in the answer that made them, never again', async () => {
  await using t = await testApp();
  await sampleAccount(t.app, {
    email: 'lan@x.vn',
    name: 'Lan',
    password: PASSWORD,
    roles: [{ role: 'administrator', unitId: '*' }],
  });
  await using o = await opened(t);
  const { me } = o;
  await me.post('/sign-in', 'default', { email: 'lan@x.vn', password: PASSWORD });
  const made = await me.post('/account', 'token', { name: 'Phần mềm', scope: 'read', days: '30' });
  const token = /lt_[\w-]{40,}/.exec(made.body)![0];
  expect(made.headers['cache-control']).toBe('no-store');
  expect((await me.get('/account')).body).not.toContain(token);
  expect(
    (await o.http.inject({ url: '/api/identity/me', headers: { authorization: `Bearer ${token}` } })).json(),
  ).toMatchObject({ email: 'lan@x.vn', tokenScope: 'read' });

  const created = await me.post('/admin/accounts/new', 'default', {
    name: 'Trần Văn Bình',
    email: 'binh@x.vn',
    unitId: '*',
    lang: 'vi',
    password: 'generate',
  });
  const first = /<code>([a-z0-9-]{24})<\/code>/.exec(created.body)![1]!;
  const him = browser(o.http);
  expect((await him.post('/sign-in', 'default', { email: 'binh@x.vn', password: first })).location).toBe(
    '/account?lang=vi',
  );
  expect((await him.get('/account')).body).toContain('Hãy đổi mật khẩu');
  const id = /\/admin\/accounts\/([0-9a-f-]{36})/.exec((await me.get('/admin/accounts?q=binh')).body)![1]!;
  const page = `/admin/accounts/${id}`;
  expect(
    (await me.post(page, 'give', { role: 'office', unitId: 'không có', clearance: 'internal' })).status,
  ).toBe(422);
  expect(
    (
      await me.post(page, 'give', {
        role: 'office',
        unitId: '*',
        clearance: 'restricted',
        validFrom: '20/11/2025',
        paper: '12/QĐ-VPCP',
      })
    ).location,
  ).toBe(page);
  expect((await me.get(page)).body).toContain('12/QĐ-VPCP');
  expect((await me.post(page, 'disable', {})).location).toBe(page);
  expect((await him.get('/account')).location).toContain('/sign-in');
});

test('Signing in through an OpenID provider links a verified address once and refuses strangers', async () => {
  await using t = await testApp();
  t.app.config.url = 'http://lienthong.test';
  await using provider = await openIdentityProvider(t.app.config.url + BACK_PATH);
  t.app.config.oidc = provider;
  const { id } = await sampleAccount(t.app, { email: 'lan@x.vn', name: 'Lan', roles: [] });
  await using o = await opened(t);

  const travel = async (me: ReturnType<typeof browser>) => {
    const jar: Record<string, string> = {};
    let at = (await me.get('/sign-in/provider?next=%2Faccount')).location!;
    while (at.startsWith(provider.issuer) || at.startsWith('/')) {
      const reply = await fetch(new URL(at, provider.issuer), {
        redirect: 'manual',
        headers: {
          cookie: Object.entries(jar)
            .map(([k, v]) => `${k}=${v}`)
            .join('; '),
        },
      });
      for (const line of reply.headers.getSetCookie())
        jar[line.split('=')[0]!] = line.slice(line.indexOf('=') + 1).split(';')[0]!;
      at = reply.headers.get('location') ?? '';
    }
    return at.replace('http://lienthong.test', '');
  };

  provider.become({ sub: 'p1', email: 'lan@x.vn', emailVerified: false, name: 'Lan' });
  const unverified = await o.me.get(await travel(o.me));
  expect(unverified.status).toBe(403);
  expect(unverified.body).toContain('chưa được gắn với tài khoản nào');

  provider.become({ sub: 'p2', email: 'LAN@x.vn', emailVerified: true, name: 'Lan' });
  const lan = browser(o.http);
  const back = await travel(lan);
  const other = browser(o.http);
  expect((await other.get(back)).status, 'another browser cannot use the answer').toBe(409);
  expect((await lan.get(back)).location).toBe('/account');
  expect((await lan.get('/account')).status).toBe(200);
  expect((await lan.get(back)).status, 'the answer is good once').not.toBe(200);

  provider.become({ sub: 'p2', email: 'other@x.vn', emailVerified: true, name: 'Lan' });
  const later = browser(o.http);
  expect((await later.get(await travel(later))).location, 'the link outlives a change of address').toBe(
    '/account',
  );
  await t.app.db.owner.query('update identity.account set disabled = true where id = $1', [id]);
  const stopped = browser(o.http);
  expect((await stopped.get(await travel(stopped))).status).toBe(403);
  expect((await t.call(getAccount, { id })).email).toBe('lan@x.vn');
});

test('Who holds no office comes to his own pages in the portal, who holds one to the workbench', async () => {
  await using t = await testApp();
  const roles = [{ role: 'inspector' as const, unitId: '*' }];
  await sampleAccount(t.app, { email: 'dan@x.vn', name: 'Lê Văn Dân', password: PASSWORD, roles: [] });
  await sampleAccount(t.app, { email: 'can.bo@x.vn', name: 'Trần Thị Cán Bộ', password: PASSWORD, roles });
  await using o = await opened(t);
  await o.me.post('/sign-in', 'default', { email: 'dan@x.vn', password: PASSWORD });
  expect((await o.me.get('/sign-in')).location).toBe('/my');
  for (const path of ['/my', '/notices', '/account']) {
    const { body, status } = await o.me.get(path);
    expect([path, status, body.includes('class="top top-portal"')]).toEqual([path, 200, true]);
    expect(body).toContain('href="/notices"');
  }
  const official = browser(o.http);
  await official.post('/sign-in', 'default', { email: 'can.bo@x.vn', password: PASSWORD });
  const home = (await official.get('/sign-in')).location!;
  expect(home).not.toBe('/my');
  expect((await official.get('/account')).body).toContain('class="top top-workbench"');
});
