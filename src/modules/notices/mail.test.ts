import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { headerOf, type MailSink, openMailSink } from '../../../standins/mail-sink.ts';
import type { App } from '../../kit/app.ts';
import { instantOf } from '../../kit/day.ts';
import { drainJobs } from '../../kit/jobs.ts';
import { Problem } from '../../kit/problems.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { listAssignments } from '../directives/contract.ts';
import { sampleDirective, sampleTask } from '../directives/samples.ts';
import { changeEmail } from '../identity/contract/accounts.ts';
import { sampleAccount } from '../identity/samples.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { sendMail } from './actions/deliver.ts';
import { listSentNotices, resendNotice } from './contract.ts';
import { noticeReplay } from './replay.ts';
import { sampleReminders } from './samples.ts';
import { say } from './say.ts';

let t: TestApp;
let sink: MailSink;
let directiveId: string;
const owner = 'dau-moi@lienthong.test';

const at = (day: string): void => t.clock.set(instantOf(day, '09:00'));
const run = () => sampleReminders(t.app, t.app.clock.now());
const db = <R>(text: ReturnType<typeof sql>) => t.app.db.read((tx) => tx.rows<R>(text));
const task = (ref: string, deadlineText: string) => sampleTask(t.app, directiveId, { ref, deadlineText });

beforeAll(async () => {
  t = await testApp({ now: '2025-10-02T09:00:00+07:00' });
  sink = await openMailSink(`${t.app.config.dataDir}/mail`);
  t.app.config.smtpUrl = sink.url;
  await stateDemoOrganisations(t.app);
  directiveId = await sampleDirective(t.app);
  const { id } = await task('ĐT-1', '20/11/2025');
  const [a] = (await t.call(listAssignments, { taskId: id })).items;
  await sampleAccount(t.app, {
    email: owner,
    name: 'Nguyễn Thị Đầu Mối',
    roles: [{ role: 'coordinator', unitId: a!.unit.id }],
  });
  await task('ĐT-2', '20/11/2025');
});
afterAll(async () => {
  await t[Symbol.asyncDispose]();
  await sink[Symbol.asyncDispose]();
});

test('Mail speaks SMTP: one message for what waits, a stable Message-ID, a receipt, and no second message', async () => {
  at('2025-11-17');
  await run();
  await drainJobs(t.app);
  const mine = sink.list().filter((m) => m.to.includes(owner));
  expect(mine).toHaveLength(1);
  expect(mine[0]!.subject).toMatch(/nhắc việc từ Lienthong$/);
  expect(headerOf(mine[0]!.raw, 'List-Id')).toContain('<notices.lienthong.invalid>');
  expect(mine[0]!.messageId).toMatch(/^<[0-9a-f-]{36}@lienthong\.invalid>$/);
  const sent = await t.call(listSentNotices, { state: 'sent', limit: 500 });
  expect(
    sent.items.some((n) => n.mail?.messageId === mine[0]!.messageId && n.mail.receipt!.includes('OK')),
  ).toBe(true);
  await drainJobs(t.app);
  expect(sink.list().filter((m) => m.to.includes(owner))).toHaveLength(1);
});

test('Cut off between the server’s answer and the commit, the mail leaves again under the same Message-ID', async () => {
  at('2025-10-02');
  await task('CA-1', '12/01/2026');
  at('2026-01-07');
  await run();
  const before = sink.list().length;
  const [{ recipient }] = (await db<{ recipient: string }>(
    sql`select recipient from notices.notice where params->>'ref' = 'CA-1' and rung = 'due-5'`,
  )) as [{ recipient: string }];
  let writes = 0;
  const dying: App = {
    ...t.app,
    db: {
      ...t.app.db,
      write: (work) =>
        t.app.db.write(async (tx) => {
          const made = await work(tx);
          if ((writes += 1) === 2) throw new Error('power cut');
          return made;
        }),
    },
  };
  await expect(sendMail(dying, { recipient })).rejects.toThrow('power cut');
  await Promise.all([sendMail(t.app, { recipient }), sendMail(t.app, { recipient })]);
  const after = sink.list().slice(before);
  expect(after).toHaveLength(2);
  expect(after[0]!.subject).toBe('Còn 5 ngày đến hạn: CA-1');
  expect(new Set(after.map((m) => m.messageId)).size).toBe(1);
});

test('A refused mail is tried again, one refused for good shows its error and can be sent again', async () => {
  at('2025-10-02');
  await task('TC-1', '19/01/2026');
  at('2026-01-14');
  await run();
  const [{ id, recipient }] = (await db<{ id: string; recipient: string }>(
    sql`select id, recipient from notices.notice where params->>'ref' = 'TC-1' and rung = 'due-5'`,
  )) as [{ id: string; recipient: string }];
  sink.refuse({ code: 451, text: 'later' });
  await expect(sendMail(t.app, { recipient })).rejects.toThrow('later');
  sink.refuse({ code: 550, text: 'no such mailbox' });
  await sendMail(t.app, { recipient });
  sink.refuse(undefined);
  const shown = async () =>
    (await t.call(listSentNotices, { rung: 'due-5', limit: 500 })).items.find((n) => n.id === id)!.mail!;
  expect(await shown()).toMatchObject({
    state: 'failed',
    attempts: 2,
    error: expect.stringContaining('no such mailbox'),
  });
  await t.call(resendNotice, { id });
  await sendMail(t.app, { recipient });
  expect(await shown()).toMatchObject({ state: 'sent' });
  await expect(t.call(resendNotice, { id })).rejects.toThrow(Problem);
});

test('The address before is told when an account signs in with another', async () => {
  const { id } = await sampleAccount(t.app, { email: 'cu@lienthong.test', name: 'Lê Văn Cũ', roles: [] });
  await t.call(changeEmail, { id, email: 'moi@lienthong.test', reason: 'Đổi cơ quan' });
  await t.settle();
  await drainJobs(t.app);
  const [mail] = sink.list().filter((m) => m.to.includes('cu@lienthong.test'));
  expect(mail?.subject).toBe('Thư điện tử của tài khoản Lienthong đã đổi');
});

test('English counts one day and several', () => {
  const one = say({ kind: 'overdue', params: { ref: 'A', days: 1 } }, 'en');
  const more = say({ kind: 'overdue', params: { ref: 'A', days: 3 } }, 'en');
  expect([one.title, more.title]).toEqual(['1 day overdue: A', '3 days overdue: A']);
});

test('The replay of reminders and mail agrees with the rows, and names what was tampered with', async () => {
  const verify = () => t.app.db.read((tx) => noticeReplay.verify(tx));
  const first = await verify();
  expect(first.checked).toBeGreaterThan(3);
  expect(first.differences).toEqual([]);
  const wrong = sql`update notices.delivery set message_id = '<forged>' where notice_id = (select notice_id from notices.delivery where channel = 'mail' and state = 'sent' limit 1) and channel = 'mail'`;
  await t.app.db.write((tx) => tx.run(wrong));
  await t.app.db.write((tx) =>
    tx.run(
      sql`update notices.firing set recipients = recipients + 1 where outcome = 'fired' and rung = 'due-5'`,
    ),
  );
  const { differences } = await verify();
  expect(differences.some((line) => line.startsWith('mail '))).toBe(true);
  expect(differences.some((line) => /^rung .* due-5 /.test(line))).toBe(true);
});
