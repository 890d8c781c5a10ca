import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { type NationalPortal, openNationalPortal } from '../../../standins/national-portal.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import {
  advanceCase,
  answerSupplement,
  askSupplement,
  getCase,
  numberResult,
  returnResult,
  signResult,
} from '../cases/contract.ts';
import { type SampleDesk, sampleDesks, sampleReceived } from '../cases/samples.ts';
import { samplePublished } from '../procedures/samples.ts';
import { sampleConnection, sampleSent } from './samples.ts';

let t: TestApp;
let a: SampleDesk;
let portal: NationalPortal;

beforeAll(async () => {
  t = await testApp();
  [a] = await sampleDesks(t.app, ['Xã A Mẫu']);
  await samplePublished(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());
beforeEach(async () => {
  portal = await openNationalPortal();
  sampleConnection(t.app, portal);
});
afterEach(async () => {
  t.app.config.portal = undefined;
  await t.settle();
  await t.app.db.write(async (tx) => {
    await tx.run(sql`delete from exchange.message`);
    await tx.run(sql`delete from exchange.standing`);
  });
  await portal[Symbol.asyncDispose]();
});

const minutes = (n: number): void => t.clock.advance(n * 60_000);
const syncOf = async (id: string) => (await t.call(getCase, { id }, a.desk)).sync;
const statesOf = (id: string) =>
  t.app.db.read((tx) =>
    tx.rows<{ state: string; tries: number; answer: string | null; service: string }>(
      sql`select state, tries, answer, service from exchange.message where case_id = ${id} order by seq`,
    ),
  );
const states = async (id: string) => (await statesOf(id)).map(({ state }) => state);

/** To the result in the applicant's hands. */
async function finish(id: string): Promise<void> {
  minutes(1);
  await t.call(advanceCase, { id, step: 'appraise' }, a.specialist);
  minutes(1);
  await t.call(signResult, { id, step: 'sign', outcome: 'granted' }, a.head);
  minutes(1);
  await t.call(numberResult, { id }, a.specialist);
  minutes(1);
  await t.call(returnResult, { id, taker: 'Nguyễn Văn Mẫu' }, a.desk);
}

test('without a connection nothing is queued and nothing is said of a case', async () => {
  t.app.config.portal = undefined;
  const { id } = await sampleReceived(t.app, a);
  expect(await sampleSent(t.app)).toBe(0);
  expect(await statesOf(id)).toEqual([]);
  expect(await syncOf(id)).toBe('notSent');
});

describe('messages reach the portal', () => {
  test('in order, each acknowledged, from reception to the result in the applicant’s hands', async () => {
    const { id, code } = await sampleReceived(t.app, a);
    await sampleSent(t.app);
    expect(portal.cases.get(code!)).toMatchObject({ status: '2', taken: 1 });
    expect(await syncOf(id)).toBe('acknowledged');
    await finish(id);
    await sampleSent(t.app);
    expect(portal.heard.map(({ service }) => service)).toEqual([
      'DongBoHoSoMC',
      'CapNhatTienDoHoSoMC',
      'CapNhatTienDoHoSoMC',
      'DongBoHoSoMC',
      'DongBoHoSoMC',
    ]);
    const kept = portal.cases.get(code!)!;
    expect(kept.status).toBe('10');
    expect(kept.record).toMatchObject({ MaHoSo: code, KenhThucHien: '1', NgayTra: '17/11/2025 08:04:00' });
    expect(kept.steps).toHaveLength(2);
    expect(new Set(await states(id))).toEqual(new Set(['acknowledged']));
  });

  test('the case says so by one event, not by one for each message', async () => {
    const { id } = await sampleReceived(t.app, a);
    await sampleSent(t.app);
    await finish(id);
    await sampleSent(t.app);
    const { timeline } = await t.call(getCase, { id }, a.desk);
    expect(timeline.filter(({ kind }) => kind === 'case.synchronised')).toHaveLength(1);
  });

  test('an event handed over twice makes one message', async () => {
    const { id } = await sampleReceived(t.app, a);
    await sampleSent(t.app);
    await t.app.db.write((tx) =>
      tx.run(sql`update kit.listener set tx = '0', id = 0 where name = 'exchange.cases'`),
    );
    await sampleSent(t.app);
    expect(await states(id)).toEqual(['acknowledged']);
    expect(portal.heard.filter(({ code }) => portal.cases.has(code))).toHaveLength(portal.heard.length);
  });

  test('of a case older than the connection the first step tells all of it', async () => {
    t.app.config.portal = undefined;
    const { id, code } = await sampleReceived(t.app, a);
    await t.settle();
    sampleConnection(t.app, portal);
    minutes(1);
    await t.call(advanceCase, { id, step: 'appraise' }, a.specialist);
    await sampleSent(t.app);
    expect(await statesOf(id)).toMatchObject([{ state: 'acknowledged', service: 'DongBoHoSoMC' }]);
    expect(portal.cases.get(code!)).toMatchObject({ status: '4', record: { ChuHoSo: expect.any(String) } });
  });

  test('a session that the portal has ended is opened again', async () => {
    const { code } = await sampleReceived(t.app, a);
    await sampleSent(t.app);
    portal.endSessions();
    const other = await sampleReceived(t.app, a);
    await sampleSent(t.app);
    expect([...portal.cases.keys()]).toEqual(expect.arrayContaining([code, other.code]));
  });
});

describe('a portal that fails', () => {
  test('dead, loses nothing: messages wait with growing pauses and leave in order when it is back', async () => {
    portal.mischief.dead = true;
    const { id, code } = await sampleReceived(t.app, a);
    await finish(id);
    expect(await sampleSent(t.app)).toBe(0);
    expect(await statesOf(id)).toMatchObject([{ state: 'waiting', tries: 1 }, {}, {}, {}, {}]);
    expect(await syncOf(id)).toBe('waiting');
    await sampleSent(t.app);
    expect((await statesOf(id))[0]).toMatchObject({ tries: 1 });
    minutes(2);
    await sampleSent(t.app);
    expect((await statesOf(id))[0]).toMatchObject({ tries: 2 });
    portal.mischief.dead = false;
    minutes(3);
    expect(await sampleSent(t.app)).toBe(5);
    expect(portal.heard.map(({ service }) => service)).toEqual([
      'DongBoHoSoMC',
      'CapNhatTienDoHoSoMC',
      'CapNhatTienDoHoSoMC',
      'DongBoHoSoMC',
      'DongBoHoSoMC',
    ]);
    expect(portal.cases.get(code!)?.status).toBe('10');
    expect(await syncOf(id)).toBe('acknowledged');
  });

  test('killed and started anew on what it had kept, it goes on where it was', async () => {
    const { id, code } = await sampleReceived(t.app, a);
    await portal[Symbol.asyncDispose]();
    await sampleSent(t.app);
    expect(await states(id)).toEqual(['waiting']);
    portal = await openNationalPortal();
    sampleConnection(t.app, portal);
    minutes(2);
    await sampleSent(t.app);
    expect(portal.cases.get(code!)).toMatchObject({ taken: 1 });
  });

  test('too slow, is asked what it has before anything is sent twice', async () => {
    sampleConnection(t.app, portal, 100);
    portal.mischief.slowMs = 250;
    const { id, code } = await sampleReceived(t.app, a);
    await sampleSent(t.app);
    expect(await statesOf(id)).toMatchObject([{ state: 'waiting', answer: 'TimeoutError' }]);
    portal.mischief.slowMs = 0;
    minutes(2);
    await sampleSent(t.app);
    expect(portal.cases.get(code!)).toMatchObject({ taken: 1 });
    expect(await syncOf(id)).toBe('acknowledged');
  });

  test('whose answer is lost after it took the message has the case once', async () => {
    portal.mischief.loseAnswers = 1;
    const { id, code } = await sampleReceived(t.app, a);
    await sampleSent(t.app);
    expect(portal.cases.get(code!)).toMatchObject({ taken: 1 });
    expect(await syncOf(id)).toBe('waiting');
    minutes(2);
    await sampleSent(t.app);
    expect(portal.cases.get(code!)).toMatchObject({ taken: 1 });
    expect(await states(id)).toEqual(['acknowledged']);
  });

  test('a program that dies over a message sends it again after its lease, and the portal has the case once', async () => {
    const { id, code } = await sampleReceived(t.app, a);
    await sampleSent(t.app);
    await t.app.db.write((tx) =>
      tx.run(sql`update exchange.message set state = 'sending', answer = null where case_id = ${id}`),
    );
    await t.app.db.write((tx) =>
      tx.run(sql`update exchange.standing set known = false where case_id = ${id}`),
    );
    minutes(11);
    await sampleSent(t.app);
    expect(await states(id)).toEqual(['acknowledged']);
    expect(portal.cases.get(code!)).toMatchObject({ taken: 1 });
  });
});

describe('a message that the portal refuses', () => {
  test('is kept with the portal’s words; steps wait behind it, and the next whole message says all', async () => {
    portal.mischief.refuseWithout = 'NgayKetThucXuLy';
    const { id, code } = await sampleReceived(t.app, a);
    await sampleSent(t.app);
    expect(await statesOf(id)).toMatchObject([{ state: 'refused', answer: 'Thiếu trường NgayKetThucXuLy' }]);
    expect(await syncOf(id)).toBe('refused');
    await finish(id);
    await sampleSent(t.app);
    expect(await states(id)).toEqual(['overtaken', 'overtaken', 'overtaken', 'acknowledged', 'acknowledged']);
    expect(portal.cases.get(code!)?.status).toBe('10');
    expect(await syncOf(id)).toBe('acknowledged');
  });

  test('a supplement asked for and received is told with its days', async () => {
    const { id, code } = await sampleReceived(t.app, a);
    minutes(1);
    const points = [{ reason: 'missing' as const, text: 'Giấy chứng sinh', component: 'declaration' }];
    await t.call(askSupplement, { id, points }, a.specialist);
    minutes(60);
    await t.call(answerSupplement, { id, values: {} }, a.desk);
    await sampleSent(t.app);
    expect(portal.cases.get(code!)?.record).toMatchObject({
      DanhSachHoSoBoSung: [
        {
          NoiDungBoSung: 'Giấy chứng sinh',
          TrangThaiBoSung: '1',
          NgayBoSung: expect.stringMatching(/^17\/11\/2025 /),
          NgayHenTraMoi: expect.any(String),
        },
      ],
    });
  });
});

test('cases that say how far the portal has heard of them agree with their events', async () => {
  const { id } = await sampleReceived(t.app, a);
  await sampleSent(t.app);
  await finish(id);
  await sampleSent(t.app);
  const replays = t.app.modules.flatMap((one) => one.replays ?? []);
  for (const { name, verify } of replays)
    if (/^(case|exchange)/.test(name))
      expect((await t.app.db.snapshot(verify)).differences, name).toEqual([]);
});
