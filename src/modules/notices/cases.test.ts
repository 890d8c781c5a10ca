import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { type MailSink, openMailSink } from '../../../standins/mail-sink.ts';
import { publicActor } from '../../kit/actor.ts';
import { drainJobs } from '../../kit/jobs.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { stateException } from '../calendar/contract.ts';
import * as c from '../cases/contract.ts';
import { sampleDesk, type SampleDesk, sampleReceived, sampleSubmitted } from '../cases/samples.ts';
import { actorOf, sampleAccount } from '../identity/samples.ts';
import { sampleCompetence, sampleDelegation } from '../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../organisations/samples.ts';
import { proveCoverageNow } from '../procedures/contract.ts';
import { sampleContent, samplePublished } from '../procedures/samples.ts';
import { listNotices, listSentNotices } from './contract.ts';
import { noticeReplay } from './replay.ts';
import { sampleReminders } from './samples.ts';

let t: TestApp;
let sink: MailSink;
let a: SampleDesk;
const START = '2025-11-17T08:00:00+07:00';
const DRAFT = '1.000002';

beforeAll(async () => {
  t = await testApp({ now: START });
  sink = await openMailSink(`${t.app.config.dataDir}/mail`);
  t.app.config.smtpUrl = sink.url;
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  const unitId = await sampleUnit(t.app, {
    nameVi: 'Xã A Mẫu',
    level: 'commune',
    kind: 'commune',
    parentId: 'province-46',
    validFrom: '2025-07-01',
  });
  a = await sampleDesk(t.app, unitId);
  const limit = { value: 10, unit: 'workingDay' as const };
  const steps = sampleContent().steps.map((step) =>
    step.key === 'appraise' ? { ...step, limit: { value: 75, unit: 'workingHour' as const } } : step,
  );
  const channels = (['desk', 'online'] as const).map((channel) => ({
    channel,
    limit,
    fee: { kind: 'free' as const },
  }));
  await samplePublished(t.app, { content: { steps, channels } });
  const rules = { anyPlace: true, draftToApplicant: { value: 1, unit: 'workingDay' as const } };
  await samplePublished(t.app, { code: DRAFT, content: { steps, channels, rules } });
  await t.settle();
}, 60_000);
afterAll(async () => {
  await t[Symbol.asyncDispose]();
  await sink[Symbol.asyncDispose]();
});

let count = 0;
/** A case received for somebody with an address of his own; and the mail he has got so far. */
async function received(over: { procedureCode?: string; lang?: 'vi' | 'en' } = {}) {
  count += 1;
  t.clock.set(START);
  const email = `nguoi-nop-${count}@example.vn`;
  const { lang, ...rest } = over;
  const applicant = {
    kind: 'citizen' as const,
    fullName: `Lê Thị Mẫu ${count}`,
    email,
    ...(lang && { lang }),
  };
  const made = await sampleReceived(t.app, a, { applicant, ...rest });
  return { id: made.id, code: made.code!, secret: made.secret!, email };
}
/** The plain text of a message, decoded. */
function textOf(raw: string): string {
  const part = raw.split(/\r?\n--/).find((one) => /Content-Type: text\/plain/i.test(one)) ?? '';
  const [head = '', ...rest] = part.split(/\r?\n\r?\n/);
  const body = rest.join('\n\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r', '');
}
async function mails(email: string) {
  await t.settle();
  await drainJobs(t.app);
  const mine = sink.list().filter((m) => m.to.includes(email));
  return mine.map((m) => ({ subject: m.subject, text: textOf(m.raw) }));
}
const subjects = async (email: string) => (await mails(email)).map((m) => m.subject);
const inbox = async (email: string) =>
  (await t.call(listNotices, { state: 'all', limit: 200 }, await actorOf(t.app, email))).items;
const deskMail = () => `desk.${a.unitId}@cases.test.vn`;

test('who may receive hears of an online application at once', async () => {
  const made = await sampleSubmitted(t.app, { placeUnitId: a.unitId }, { actor: publicActor });
  await t.settle();
  const [first] = await inbox(deskMail());
  expect(first).toMatchObject({ kind: 'caseSubmitted', href: `/cases/${made.id}` });
  expect((await mails(deskMail())).at(-1)!.subject).toBe('Hồ sơ trực tuyến mới: Xác nhận tình trạng mẫu');
});

test('an applicant without an account reads the code, the date and how it is counted, but never the secret', async () => {
  const made = await received();
  const [mail] = await mails(made.email);
  expect(mail!.subject).toBe(`Đã tiếp nhận hồ sơ ${made.code}`);
  expect(mail!.text).toMatch(/Hẹn trả kết quả: 17:30 01\/12\/2025, tại Xã A Mẫu/);
  expect(mail!.text).toMatch(/Cách tính ngày hẹn:\n- /);
  expect(mail!.text).toContain(`/track/${made.id}`);
  expect(mail!.text).not.toContain(made.secret);
  expect(mail!.text).not.toContain('Nhắc việc dừng');
});

test('a supplement: its points and last day, the warning before the close, the close', async () => {
  const made = await received({ lang: 'en' });
  await mails(made.email);
  const points = [{ component: 'x', reason: 'missing' as const, text: 'Thiếu bản sao hộ chiếu' }];
  await t.call(c.askSupplement, { id: made.id, points }, a.specialist);
  const asked = (await mails(made.email)).at(-1)!;
  expect(asked.subject).toMatch(/^Please complete case .* before 17:30 08\/12\/2025$/);
  expect(asked.text).toContain('- Thiếu bản sao hộ chiếu');
  t.clock.set('2025-12-04T08:00:00+07:00');
  await sampleWake();
  await mails(made.email);
  t.clock.set('2025-12-09T08:00:00+07:00');
  await sampleWake();
  expect((await subjects(made.email)).slice(-2)).toEqual([
    `Closes soon: case ${made.code} was not completed`,
    `Case ${made.code} closed, the supplement did not arrive`,
  ]);
});
const sampleWake = async () => {
  const wake = t.app.modules.flatMap((m) => m.schedules ?? []).find((s) => s.name === 'cases.wake');
  await wake!.run(t.app);
};

test('a duty with its sum and payment code, an apology with the new date, the result', async () => {
  const made = await received();
  const duty = { id: made.id, amount: 1_250_000, pauses: false, basis: 'Luật Đất đai' };
  await t.call(c.askDuty, duty, a.specialist);
  expect((await mails(made.email)).at(-1)!.text).toContain(
    `cần nộp 1.250.000 đồng. Mã thanh toán là mã hồ sơ: ${made.code}.`,
  );
  const sorry = { id: made.id, reason: 'Chờ xác minh', limit: { value: 3, unit: 'workingDay' as const } };
  await t.call(c.apologise, { ...sorry, basis: 'TT 03/2025' }, a.specialist);
  expect((await mails(made.email)).at(-1)!.text).toMatch(
    /Lý do: Chờ xác minh\nNgày hẹn mới: 17:30 04\/12\/2025/,
  );
  await t.call(c.advanceCase, { id: made.id, step: 'appraise' }, a.specialist);
  await t.call(c.signResult, { id: made.id, step: 'sign', outcome: 'granted' }, a.head);
  await t.call(c.numberResult, { id: made.id }, a.specialist);
  expect((await subjects(made.email)).at(-1)).toBe(`Đã có kết quả: hồ sơ ${made.code}`);
});

test('a draft to check with its last hour, and a refusal with its reason', async () => {
  const made = await received({ procedureCode: DRAFT });
  await mails(made.email);
  await t.call(c.proposeResult, { id: made.id, outcome: 'granted', text: 'x' }, a.specialist);
  expect((await subjects(made.email)).at(-1)).toBe(
    `Xem dự thảo kết quả trước 17:30 18/11/2025: hồ sơ ${made.code}`,
  );
  const refused = { id: made.id, reason: 'Không đủ điều kiện', legalBasis: 'Điều 5' };
  await t.call(c.refuseCase, refused, a.specialist);
  expect((await mails(made.email)).at(-1)!.text).toContain('Không đủ điều kiện');
});

test('who gets a case hears of it, and of the last day to apologise; the head of one overdue without an apology', async () => {
  const made = await received();
  const to = { id: made.id, personId: a.specialist.personId! };
  await t.call(c.assignCase, to, a.head);
  await t.settle();
  const mine = async () =>
    (await inbox(`specialist.${a.unitId}@cases.test.vn`)).filter((n) => n.title.vi.includes(made.code));
  expect((await mine()).map((n) => n.kind)).toEqual(['caseAssigned']);
  t.clock.set('2025-11-28T09:00:00+07:00');
  await sampleReminders(t.app, t.app.clock.now());
  await sampleReminders(t.app, t.app.clock.now());
  expect((await mine()).map((n) => n.kind).toSorted()).toEqual(['caseApologyDue', 'caseAssigned']);
  t.clock.set('2025-12-02T09:00:00+07:00');
  await sampleReminders(t.app, t.app.clock.now());
  const head = (await inbox(`head.${a.unitId}@cases.test.vn`)).filter((n) => n.title.vi.includes(made.code));
  expect(head.map((n) => n.kind)).toEqual(['caseOverdue']);
});

test('a late decree moves the date, and the applicant is told why', async () => {
  const made = await received();
  await mails(made.email);
  await t.call(stateException, {
    id: 'national',
    day: '2025-11-20',
    kind: 'off',
    nameVi: 'Nghỉ vì bão',
    nameEn: 'Storm',
    decision: '99/CĐ-TTg',
    issuedOn: '2025-11-17',
  });
  const last = (await mails(made.email)).at(-1)!;
  expect(last.subject).toBe(`Ngày hẹn trả thay đổi: hồ sơ ${made.code}`);
  expect(last.text).toMatch(/Nghỉ vì bão[\s\S]*17:30 02\/12\/2025[\s\S]*99\/CĐ-TTg/);
});

test('an applicant with an account finds it in the app too', async () => {
  const email = 'cong-dan@example.vn';
  await sampleAccount(t.app, { email, name: 'Công dân', roles: [] });
  const actor = await actorOf(t.app, email);
  const made = await sampleSubmitted(t.app, { placeUnitId: a.unitId }, { actor });
  await t.call(c.acceptCase, { id: made.id }, a.desk);
  await t.settle();
  const found = await inbox(email);
  expect(found.map((n) => n.kind).sort()).toEqual(['caseHandedIn', 'caseReceived']);
  expect(new Set(found.map((n) => n.href))).toEqual(new Set([`/track/${made.id}`]));
});

test('a gap alarms its owner, a mandate that ends its giver', async () => {
  t.clock.set(START);
  await sampleDelegation(t.app, {
    giverUnitId: a.unitId,
    taker: { personId: a.specialist.personId!, unitId: a.unitId },
    roles: ['sign'],
    to: '2025-11-27',
  } as never);
  const warn = t.app.modules.flatMap((m) => m.schedules ?? []).find((s) => s.name === 'mandates.warn');
  await warn!.run(t.app);
  await t.call(proveCoverageNow, {});
  await t.settle();
  const kinds = new Set((await inbox(`head.${a.unitId}@cases.test.vn`)).map((n) => n.kind));
  expect(kinds.has('mandateEnds')).toBe(true);
});

test('events handed over once more tell nobody twice; officials without cases see no letters to applicants', async () => {
  const before = await t.app.db.read((tx) =>
    tx.one<{ n: number }>(sql`select count(*)::int as n from notices.notice`),
  );
  await t.app.db.write((tx) =>
    tx.run(sql`update kit.listener set tx = '0', id = 0 where name = 'notices.cases'`),
  );
  t.clock.set(START);
  await t.settle();
  const after = await t.app.db.read((tx) =>
    tx.one<{ n: number }>(sql`select count(*)::int as n from notices.notice`),
  );
  expect(after).toEqual(before);
  await sampleAccount(t.app, {
    email: 'dau-moi@example.vn',
    name: 'x',
    roles: [{ role: 'coordinator', unitId: a.unitId }],
  });
  const seen = await t.call(listSentNotices, { limit: 500 }, await actorOf(t.app, 'dau-moi@example.vn'));
  expect(seen.items.filter((n) => n.kind.startsWith('case'))).toEqual([]);
  expect((await t.app.db.read((tx) => noticeReplay.verify(tx))).differences).toEqual([]);
});
