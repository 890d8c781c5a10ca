import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Actor, publicActor } from '../../kit/actor.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { createServer } from '../../server.ts';
import { actorOf, sampleAccount } from '../identity/samples.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { announceDowntime, getHealth, getNextDowntime, listDowntimes, withdrawDowntime } from './contract.ts';
import { downtimeReplay } from './replay.ts';

const PASSWORD = 'con trâu gặm cỏ bờ đê';
const PATH = '/operations/downtime';
const NOTICE = 'Hệ thống sẽ tạm ngừng từ 22:00 20/11/2025 đến 02:00 21/11/2025: Nâng cấp máy chủ';
const night = {
  begins: '2025-11-20T22:00:00+07:00',
  ends: '2025-11-21T02:00:00+07:00',
  reason: 'Nâng cấp máy chủ',
  reasonEn: 'New servers',
};

let t: TestApp;
let http: FastifyInstance;
let administrator: Actor;
let ofProvince: Actor;
let office: Actor;

async function person(role: 'administrator' | 'office', unitId: string): Promise<Actor> {
  const email = `${role}.${unitId === '*' ? 'all' : unitId}@operations.test.vn`;
  await sampleAccount(t.app, { email, name: `Người ${role}`, password: PASSWORD, roles: [{ role, unitId }] });
  return actorOf(t.app, email);
}

/** A browser of an administrator: keeps cookies, sends forms with the token of the page. */
async function signedIn() {
  const cookies: Record<string, string> = {};
  const send = async (method: 'GET' | 'POST', url: string, fields?: Record<string, string>) => {
    const payload = new URLSearchParams(fields).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await http.inject({ method, url, cookies, ...(fields && { payload, headers }) });
    for (const c of reply.cookies) cookies[c.name] = c.value;
    return reply;
  };
  const get = (url: string) => send('GET', url);
  const post = async (url: string, form: string, fields: Record<string, string>) => {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await get(url)).body)?.[1] ?? 'none';
    return send('POST', url, { csrf, form, ...fields });
  };
  await post('/sign-in', 'default', { email: 'administrator.all@operations.test.vn', password: PASSWORD });
  return { get, post };
}

const bodyOf = async (url: string): Promise<string> => (await http.inject(url)).body;
const refused = (code: string, path?: string) => ({
  kind: { code },
  ...(path && { fields: [{ path }] }),
});

beforeAll(async () => {
  t = await testApp({ now: '2025-11-16T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  administrator = await person('administrator', '*');
  ofProvince = await person('administrator', 'province-46');
  office = await person('office', 'centre');
  http = await createServer(t.app);
}, 60_000);
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

describe('a downtime', () => {
  test('is announced by administrators of the whole installation alone', async () => {
    for (const actor of [office, ofProvince])
      await expect(t.call(announceDowntime, night, actor)).rejects.toMatchObject(refused('kit.notAllowed'));
    await expect(t.call(announceDowntime, night, publicActor)).rejects.toMatchObject(
      refused('kit.signInNeeded'),
    );
    expect((await t.call(listDowntimes, {}, publicActor)).items).toEqual([]);
  });

  test.each([
    ['begins', { begins: '20/11/2025' }],
    ['ends', { ends: '2025-11-31T02:00:00+07:00' }],
    ['ends', { ends: night.begins }],
    ['ends', { ends: '2025-11-27T22:00:01+07:00' }],
    ['ends', { begins: '2025-11-15T22:00:00+07:00', ends: '2025-11-16T08:00:00+07:00' }],
    ['reason', { reason: '  ' }],
    ['reason', { reason: 'a'.repeat(501) }],
    ['reasonEn', { reasonEn: 'a'.repeat(501) }],
  ])('is refused by its field %s: %o', async (path, change) => {
    await expect(t.call(announceDowntime, { ...night, ...change }, administrator)).rejects.toMatchObject(
      refused('kit.invalidInput', path),
    );
  });

  test('is told on every page until it ends or is withdrawn, and what is told is a fold of its events', async () => {
    const { id } = await t.call(announceDowntime, night, administrator);
    const me = await signedIn();
    expect(await bodyOf('/directives')).toContain(NOTICE);
    expect(await bodyOf('/nowhere')).toContain(NOTICE);
    expect((await me.get(PATH)).body).toContain(NOTICE);
    expect((await me.get('/tasks')).body).toContain(NOTICE);
    expect(await bodyOf('/help?lang=en')).toContain(
      'The system will be out of service from 22:00 20/11/2025 to 02:00 21/11/2025: New servers',
    );
    expect(await t.call(getHealth, {}, publicActor)).toMatchObject({ status: 'ok', downtime: { id } });

    t.clock.set('2025-11-20T22:00:00+07:00');
    expect(await bodyOf('/directives')).toContain(
      'Hệ thống đang tạm ngừng để xử lý đến 02:00 21/11/2025: Nâng cấp máy chủ',
    );
    t.clock.set('2025-11-21T02:00:00+07:00');
    expect(await bodyOf('/directives')).not.toContain('class="told"');
    expect((await t.call(getHealth, {}, publicActor)).downtime).toBeUndefined();
    await expect(t.call(withdrawDowntime, { id }, administrator)).rejects.toMatchObject(
      refused('operations.downtimeIsOver'),
    );

    t.clock.set('2025-11-20T23:00:00+07:00');
    await expect(t.call(withdrawDowntime, { id }, ofProvince)).rejects.toMatchObject(
      refused('kit.notAllowed'),
    );
    await t.call(withdrawDowntime, { id }, administrator);
    expect(await bodyOf('/directives')).not.toContain('class="told"');
    await expect(t.call(withdrawDowntime, { id }, administrator)).rejects.toMatchObject(
      refused('operations.alreadyWithdrawn'),
    );
    expect(await t.app.db.snapshot((tx) => downtimeReplay.verify(tx))).toEqual({
      checked: 1,
      differences: [],
    });
  });

  test('far ahead is listed at once and told from seven days before; of several the nearest is told', async () => {
    t.clock.set('2025-12-01T08:00:00+07:00');
    const at = (begins: string, ends: string) =>
      t.call(
        announceDowntime,
        { ...night, begins: `2025-12-${begins}:00+07:00`, ends: `2025-12-${ends}:00+07:00` },
        administrator,
      );
    const later = await at('20T22:00', '21T02:00');
    expect(await t.call(getNextDowntime, {}, publicActor)).toMatchObject({
      downtime: { id: later.id, state: 'toCome', reason: { vi: 'Nâng cấp máy chủ', en: 'New servers' } },
      shown: false,
    });
    expect(await bodyOf('/directives')).not.toContain('class="told"');
    const short = await at('02T20:00', '02T22:00');
    const long = await at('02T21:00', '03T02:00');
    const nearest = async (now: string) => {
      t.clock.set(`2025-12-${now}:00+07:00`);
      const { downtime, shown } = await t.call(getNextDowntime, {}, publicActor);
      return shown && downtime?.id;
    };
    expect(await nearest('02T19:00')).toBe(short.id);
    expect(await nearest('02T20:30')).toBe(short.id);
    expect(await nearest('02T21:30')).toBe(long.id);
    expect(await nearest('03T02:00')).toBe(false);
    expect(await nearest('13T22:00')).toBe(later.id);
  });

  test('stands in a list that anybody reads page by page, without names of people', async () => {
    t.clock.set('2025-12-02T21:30:00+07:00');
    const standing = await t.call(listDowntimes, {}, publicActor);
    expect(standing.items.map((one) => one.state)).toEqual(['running', 'running', 'toCome']);
    expect(standing.items[0]).not.toHaveProperty('by');
    expect((await t.call(listDowntimes, {}, administrator)).items[0]!.by).toBe('Người administrator');
    t.clock.set('2025-12-04T08:00:00+07:00');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const reply = await t.call(listDowntimes, { time: 'past', limit: 1, cursor }, publicActor);
      seen.push(...reply.items.map((one) => `${one.begins} ${one.state}`));
      cursor = reply.next;
    } while (cursor);
    expect(seen).toEqual([
      '2025-12-02T14:00:00.000Z over',
      '2025-12-02T13:00:00.000Z over',
      '2025-11-20T15:00:00.000Z withdrawn',
    ]);
    const broken = Buffer.from('["soon","?"]').toString('base64url');
    expect((await t.call(listDowntimes, { cursor: broken }, publicActor)).items).toHaveLength(1);
  });

  test('is announced and withdrawn on its page; what was typed stays when it is refused', async () => {
    t.clock.set('2026-01-05T08:00:00+07:00');
    const me = await signedIn();
    const typed = {
      begins: '10/01/2026',
      beginsTime: '25:00',
      ends: '9/1/2026',
      endsTime: '6:30',
      reason: 'Diễn tập',
    };
    const wrong = await me.post(PATH, 'announce', typed);
    expect(wrong.statusCode).toBe(422);
    for (const kept of ['10/01/2026', '25:00', '6:30']) expect(wrong.body).toContain(`value="${kept}"`);
    expect(wrong.body).toContain('Diễn tập</textarea>');
    expect(wrong.body).toContain('<strong>Ngày bắt đầu</strong>: Không phải thời điểm hợp lệ');
    const early = await me.post(PATH, 'announce', { ...typed, beginsTime: '22h00' });
    expect(early.body).toContain('<strong>Ngày kết thúc</strong>: Lúc kết thúc phải sau lúc bắt đầu');
    const right = { ...typed, beginsTime: '22h00', ends: '11/01/2026' };
    expect((await me.post(PATH, 'announce', right)).headers.location).toBe(PATH);
    expect(await bodyOf('/')).toContain(
      'Hệ thống sẽ tạm ngừng từ 22:00 10/01/2026 đến 06:30 11/01/2026: Diễn tập',
    );
    const [row] = (await t.call(listDowntimes, {}, administrator)).items;
    expect((await me.post(PATH, 'withdraw', { id: row!.id })).headers.location).toBe(PATH);
    expect(await bodyOf('/')).not.toContain('class="told"');
  });

  test('whose row was changed behind the back of its events is found by verify', async () => {
    const reason = (text: string) =>
      t.app.db.owner.query(
        `update operations.downtime set state = jsonb_set(state, '{reason}', to_jsonb($1::text))`,
        [text],
      );
    await reason('Không ai nói thế');
    const { checked, differences } = await t.app.db.snapshot((tx) => downtimeReplay.verify(tx));
    expect(differences).toHaveLength(checked);
  });

  test('that cannot be asked for leaves the pages standing', async () => {
    await t.app.db.owner.query('alter table operations.downtime rename to gone');
    expect((await http.inject('/help')).statusCode).toBe(200);
    await t.app.db.owner.query('alter table operations.gone rename to downtime');
  });
});
