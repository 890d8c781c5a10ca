import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { listStream } from '../../kit/events.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { createServer } from '../../server.ts';
import { sampleAccount, sampleSession } from '../identity/samples.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import * as contract from './contract.ts';
import { loadCalendar, loadCalendars } from './index.ts';
import { replays } from './replay.ts';

let t: TestApp;
let http: FastifyInstance;
let cookie: string;
const day = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];
const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
const late = {
  id: 'national',
  day: '2025-11-20',
  kind: 'off',
  nameVi: 'Quốc tang',
  nameEn: 'State mourning',
  decision: 'Quyết định thử nghiệm',
  issuedOn: '2025-11-17',
} as const;
const dueOf = async (unitId?: string) =>
  (
    await t.call(
      contract.getDue,
      { value: 3, unit: 'workingDay', receivedAt: '2025-11-18T09:00:00+07:00', ...(unitId && { unitId }) },
      publicActor,
    )
  ).dueAt;

beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  const email = 'quan-tri@lienthong.test';
  await sampleAccount(t.app, {
    email,
    name: 'Quản trị',
    roles: [{ role: 'administrator', unitId: 'centre' }],
  });
  http = await createServer(t.app);
  cookie = `lt_session=${await sampleSession(t.app, email)}`;
});
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

describe('calendars', () => {
  it('are there before anything is stated, and anybody may ask for a due date', async () => {
    const { items } = await t.call(contract.listCalendars, {}, publicActor);
    expect(items.map(({ id }) => id)).toEqual(['national', 'police']);
    expect(await dueOf()).toBe('2025-11-21T10:30:00.000Z');
  });

  it('say for each day what it is and by which decision', async () => {
    const { days } = await t.call(
      contract.listDays,
      { calendarId: 'police', from: '2026-01-01', to: '2026-01-10' },
      publicActor,
    );
    expect(days.map(({ kind }) => kind)).toEqual([
      'off',
      'off',
      'half',
      'rest',
      'work',
      'work',
      'work',
      'work',
      'work',
      'makeUp',
    ]);
    expect(days.at(-1)).toMatchObject({ insteadOf: '2026-01-02', minutes: 480 });
    expect(days[1]!.decision).toContain('12729/VPCP-KGVX');
  });

  it('take a late decree, tell of it by an event, and move what is due', async () => {
    const preview = await t.call(contract.previewException, { id: 'national', day: late.day, kind: 'off' });
    expect(preview.limits[1]).toMatchObject({ value: 3, changed: 3 });
    await t.call(contract.stateException, late);
    expect(await dueOf()).toBe('2025-11-24T10:30:00.000Z');
    const events = await t.app.db.read((tx) => listStream(tx, 'calendar:national'));
    expect(events.map(({ kind }) => kind)).toEqual(['calendar.exceptionStated']);
    await expect(t.call(contract.stateException, late)).rejects.toMatchObject({ fields: [{ path: 'day' }] });
  });

  it('take a day off back by stating it as worked', async () => {
    await t.call(contract.stateException, {
      ...late,
      kind: 'working',
      nameVi: 'Không nghỉ',
      nameEn: 'Not off',
    });
    expect(await dueOf()).toBe('2025-11-21T10:30:00.000Z');
  });

  it('are kept by units from a day on, and by all below them', async () => {
    await t.call(contract.createCalendar, {
      id: 'hue',
      nameVi: 'Lịch Huế',
      nameEn: 'Huế',
      follows: 'national',
      ownerUnitId: 'province-46',
      version: { validFrom: '2025-01-01', week, keepsMakeUpDays: true, legalBasis: 'Quyết định của Huế' },
    });
    const keeping = { id: 'hue', unitId: 'province-46', decision: 'Quyết định của Huế' };
    await t.call(contract.keepCalendar, { ...keeping, validFrom: '2025-11-20' });
    expect(await dueOf('province-46')).toBe('2025-11-21T10:00:00.000Z');
    expect(await dueOf('hue-health')).toBe('2025-11-21T10:00:00.000Z');
    expect(await dueOf('most')).toBe('2025-11-21T10:30:00.000Z');
    const [hue, health, most] = await t.app.db.read(async (tx) => {
      const all = await loadCalendars(tx, ['province-46', 'hue-health', 'most']);
      return [...all.values(), await loadCalendar(tx, 'nowhere')];
    });
    expect(health).toBe(hue);
    expect(most!.id).toBe('national');
    const before = await t.call(contract.getDue, {
      value: 1,
      unit: 'workingDay',
      receivedAt: '2025-11-17T09:00:00+07:00',
      unitId: 'hue-health',
    });
    expect(before.dueAt).toBe('2025-11-18T10:30:00.000Z');
  });

  it('refuse hours that overlap, weeks without a working day, papers from the future, and others’ calendars', async () => {
    const version = { id: 'hue', validFrom: '2026-01-01', keepsMakeUpDays: true, legalBasis: 'x' };
    const overlap = [
      { from: '08:00', to: '12:00' },
      { from: '11:00', to: '17:00' },
    ];
    await expect(
      t.call(contract.stateVersion, { ...version, week: { ...week, mon: overlap } }),
    ).rejects.toMatchObject({ fields: [{ path: 'week.mon' }] });
    const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    await expect(t.call(contract.stateVersion, { ...version, week: none })).rejects.toMatchObject({
      fields: [{ path: 'week.mon' }],
    });
    await expect(
      t.call(contract.stateException, { ...late, day: '2025-12-01', issuedOn: '2025-12-30' }),
    ).rejects.toMatchObject({ fields: [{ path: 'issuedOn' }] });
    await expect(t.call(contract.stateException, { ...late, day: '2026-02-29' })).rejects.toMatchObject({
      fields: [{ path: 'day' }],
    });
    await expect(t.call(contract.getCalendar, { id: 'none' })).rejects.toMatchObject({
      kind: { code: 'calendar.unknown' },
    });
    await expect(t.call(contract.stateException, late, publicActor)).rejects.toMatchObject({
      kind: { status: 401 },
    });
  });

  it('replay to what the tables hold', async () => {
    const result = await t.app.db.read((tx) => replays[0]!.verify(tx));
    expect(result).toEqual({ checked: 4, differences: [] });
  });
});

describe('pages', () => {
  const get = async (url: string, signedIn = true) =>
    http.inject({ url, headers: signedIn ? { cookie } : {} });
  const post = (fields: Record<string, string>, url = '/calendars/police') =>
    http.inject({
      method: 'POST',
      url,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });

  it('work out a due date without script or account, and explain it in both languages', async () => {
    const url =
      '/calendar?day=13/02/2026&clock=16:00&value=3&unit=workingDay&cutoffAt=15:00&cutoffEffect=startNextWorkingDay';
    const { body } = await get(url, false);
    expect(body).toContain('17:30, thứ Năm 26/02/2026');
    expect(body).toContain('Nghỉ Tết Nguyên đán Bính Ngọ');
    expect((await get(`${url}&lang=en`, false)).body).toContain('Due: 17:30, Thursday 26/02/2026');
    const wrong = await get('/calendar?day=31/02/2026&clock=25:00&value=1,5&unit=day&lang=vi', false);
    expect(wrong.statusCode).toBe(200);
    expect(wrong.body).toContain('Nhập giờ dạng 08:30.');
  });

  it('show a year with its named days to everybody, and forms to those who keep it', async () => {
    const open = await get('/calendars/national?year=2027&lang=vi', false);
    expect(open.body).toContain('Tết Nguyên đán Đinh Mùi');
    expect(open.body).toContain('Chưa đối chiếu văn bản gốc');
    expect(open.body).not.toContain('name="decision"');
    expect((await get('/calendars', false)).body).toContain('/calendars/police');
  });

  it('preview a day before it is stated, keep what was typed, and state it', async () => {
    const page = await get('/calendars/police?lang=vi');
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)![1]!;
    const fields = {
      csrf,
      form: 'state',
      kind: 'off',
      day: '24/12/2025',
      nameVi: 'Nghỉ bão',
      nameEn: 'Storm',
      decision: 'Công điện thử nghiệm',
      issuedOn: '17/11/2025',
    };
    const previewed = await post({ ...fields, preview: '1' });
    expect(previewed.body).toContain('Nghỉ bão');
    expect(previewed.body).toContain('25/12/2025');
    expect((await post({ ...fields, day: '31/02/2026' })).statusCode).toBe(422);
    expect((await post(fields)).statusCode).toBe(303);
    expect((await get('/calendars/police?year=2025')).body).toContain('Nghỉ bão');
    const version = { csrf, form: 'version', validFrom: '01/12/2025', 'week.mon': '8:00-11:30, 13h30-17:00' };
    const kept = { legalBasis: 'Quyết định thử nghiệm', keepsMakeUpDays: 'true' };
    expect((await post({ ...version, ...kept })).statusCode).toBe(303);
    expect((await post({ ...version, ...kept, 'week.mon': 'sáng' })).statusCode).toBe(422);
  });

  it('state a new calendar that follows the days off of another, and keep what was typed when refused', async () => {
    const page = await get('/calendars/new?lang=vi');
    expect(page.body).toContain('07:30-11:30');
    const fields = {
      csrf: /name="csrf" value="([^"]+)"/.exec(page.body)![1]!,
      form: 'create',
      id: 'cho-dong-ba',
      nameVi: 'Quầy chợ Đông Ba',
      nameEn: 'Đông Ba market desk',
      follows: 'national',
      ownerUnitId: 'centre',
      'version.validFrom': '01/12/2025',
      'version.legalBasis': 'Quyết định thử nghiệm',
      'version.week.mon': '07:30-11:30, 13:30-17:30',
      'version.week.sat': '7h00-11h00',
    };
    const refused = await post({ ...fields, id: 'Chợ Đông Ba' }, '/calendars/new');
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Quầy chợ Đông Ba');
    expect((await post(fields, '/calendars/new')).headers.location).toBe('/calendars/cho-dong-ba');
    const stated = await t.call(contract.getCalendar, { id: 'cho-dong-ba', year: 2026 }, publicActor);
    expect(stated.version.week.sat).toEqual([{ from: '07:00', to: '11:00' }]);
    expect(stated.exceptions.some(({ day: off, own }) => off === '2026-01-01' && !own)).toBe(true);
    expect((await post(fields, '/calendars/new')).statusCode).toBe(409);
  });
});
