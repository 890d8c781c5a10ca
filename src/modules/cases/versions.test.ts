import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { createServer } from '../../server.ts';
import { sampleSession } from '../identity/samples.ts';
import type { ProcedureContent } from '../procedures/contract.ts';
import { endVersion } from '../procedures/contract.ts';
import { sampleContent, samplePublished } from '../procedures/samples.ts';
import * as c from './contract.ts';
import { Browser } from './pages/public/testBrowser.ts';
import { type SampleDesk, sampleDesks, sampleReceived, sampleSubmitted } from './samples.ts';
import { caseSchedules, wakeCases } from './schedules.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;
let http: FastifyInstance;
const TODAY = '2025-11-17T08:00:00+07:00';
const NEXT_DAY = '2025-11-18T08:00:00+07:00';

beforeAll(async () => {
  t = await testApp({ now: TODAY });
  [a, b] = await sampleDesks(t.app, ['Xã Phiên Bản', 'Xã Hai Bản']);
  http = await createServer(t.app);
}, 60_000);
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});
beforeEach(() => t.clock.set(TODAY));

type FormField = NonNullable<ProcedureContent['form']>['sections'][number]['fields'][number];
const text = (key: string, more: Partial<FormField> = {}): FormField => ({
  key,
  term: `certificate.${key}`,
  type: 'text',
  label: { vi: `Mục ${key}`, en: `Field ${key}` },
  required: false,
  ...more,
});
const formOf = (...fields: FormField[]): ProcedureContent['form'] => ({
  sections: [{ key: 'matter', title: { vi: 'Nội dung', en: 'Matter' }, fields }],
});
const choice = (key: string, ...values: string[]): FormField =>
  text(key, {
    type: 'choice',
    required: true,
    options: values.map((value) => ({ value, label: { vi: `Chọn ${value}`, en: `Choose ${value}` } })),
  });

describe('limits by kind of case (W10)', () => {
  const code = '1.600001';
  const far = { '==': [{ var: 'where' }, 'far'] };
  const row = (channel: 'desk' | 'online', value: number, caseKind?: string) => ({
    channel,
    limit: { value, unit: 'workingDay' as const },
    fee: { kind: 'free' as const },
    ...(caseKind && { caseKind }),
  });
  const dueOf = async (values: Record<string, unknown>) =>
    (await sampleReceived(t.app, a, { procedureCode: code, values })).dueAt;

  test('a kind of case picks its own row of limits; other kinds and other channels keep theirs', async () => {
    await samplePublished(t.app, {
      code,
      content: {
        form: formOf(choice('where', 'near', 'far', 'island')),
        caseKinds: [
          { key: 'far', name: { vi: 'Xã xa', en: 'Remote commune' }, when: far },
          { key: 'island', name: { vi: 'Đảo', en: 'Island' }, when: { '==': [{ var: 'where' }, 'island'] } },
        ],
        channels: [row('desk', 1), row('desk', 3, 'far'), row('online', 1)],
      },
    });
    expect(await dueOf({ where: 'near' })).toBe('2025-11-18T10:30:00.000Z');
    expect(await dueOf({ where: 'far' })).toBe('2025-11-20T10:30:00.000Z');
    expect(await dueOf({ where: 'island' })).toBe('2025-11-18T10:30:00.000Z');
    const online = { procedureCode: code, placeUnitId: a.unitId, values: { where: 'far' } };
    const made = await sampleSubmitted(t.app, online, { actor: publicActor });
    const accepted = await t.call(c.acceptCase, { id: made.id }, a.desk);
    expect(accepted.dueAt).toBe('2025-11-18T10:30:00.000Z');
    const seen = await t.call(c.getCase, { id: made.id }, a.desk);
    expect(seen.caseKind).toBe('far');
  });
});

describe('work begins when somebody takes it (W12)', () => {
  test('an application waits for the desk, and a received case for a person, however much time goes by', async () => {
    await samplePublished(t.app, { code: '1.600002' });
    const over = { procedureCode: '1.600002', placeUnitId: a.unitId };
    const made = await sampleSubmitted(t.app, over, { actor: publicActor });
    const waits = async () => {
      for (const { run } of caseSchedules) await run(t.app);
      await t.settle();
      return t.call(c.getCase, { id: made.id }, a.specialist);
    };
    t.clock.set('2025-12-01T08:00:00+07:00');
    const before = await waits();
    expect(before).toMatchObject({ handling: 'submitted', statusCode: 1 });
    expect([before.code, before.step, before.due.at]).toEqual([undefined, undefined, undefined]);
    await t.call(c.acceptCase, { id: made.id }, a.desk);
    t.clock.set('2025-12-03T08:00:00+07:00');
    const after = await waits();
    expect(after).toMatchObject({ handling: 'received', statusCode: 2, step: { key: 'appraise' } });
    expect(after.personId).toBeUndefined();
    await t.call(c.claimCase, { id: made.id }, a.specialist);
    expect((await waits()).personId).toBe(a.specialist.personId);
    expect(await wakeCases(t.app)).toBe(0);
  });
});

describe('going back (W22)', () => {
  const code = '1.600003';
  const received = (values: Record<string, unknown>) =>
    sampleReceived(t.app, a, { procedureCode: code, values });
  const valuesOf = async (id: string) => (await t.call(c.getCase, { id }, a.desk)).content?.values;

  test('withdrawing a version that has not begun, and going back from one that has, loses no answer', async () => {
    const plain = formOf(text('purpose'));
    const first = await samplePublished(t.app, { code, content: { form: plain } });
    const old = await received({ purpose: 'Nhập học' });
    const wider = { form: formOf(text('purpose'), text('copies')) };
    const coming = await samplePublished(t.app, { code, validFrom: '2025-12-01', content: wider });
    await t.call(endVersion, { id: coming, validTo: '2025-12-01', paper: '200/QĐ-BTP' });
    expect(await valuesOf(old.id)).toEqual({ purpose: 'Nhập học' });
    const second = await samplePublished(t.app, { code, validFrom: '2025-11-18', content: wider });
    t.clock.set(NEXT_DAY);
    const between = await received({ purpose: 'Vay vốn', copies: '3' });
    const back = await samplePublished(t.app, { code, validFrom: '2025-11-19', content: { form: plain } });
    t.clock.set('2025-11-19T08:00:00+07:00');
    const newest = await received({ purpose: 'Đi làm' });
    const seen = async (id: string) => {
      const { procedure, content } = await t.call(c.getCase, { id }, a.desk);
      return [procedure.versionId, content?.values];
    };
    expect(await seen(old.id)).toEqual([first, { purpose: 'Nhập học' }]);
    expect(await seen(between.id)).toEqual([second, { purpose: 'Vay vốn', copies: '3' }]);
    expect(await seen(newest.id)).toEqual([back, { purpose: 'Đi làm' }]);
    // The page still names what only that version asked for.
    const cookie = `lt_session=${await sampleSession(t.app, `desk.${a.unitId}@cases.test.vn`)}`;
    const page = await http.inject({ url: `/cases/${between.id}`, headers: { cookie } });
    expect(page.body).toContain('Mục copies');
  });
});

describe('a draft over a change of its form (W25, W26)', () => {
  const code = '1.600004';
  const who = {
    'who.kind': 'citizen',
    'who.for': 'self',
    'who.fullName': 'Lê Thị Hoa',
    'who.personalId': '046190000001',
    'who.phone': '0912 345 678',
  };
  const draft = { id: '', secret: '' };
  let browser: Browser;
  let now: string;

  beforeAll(async () => {
    t.clock.set(TODAY);
    const before = formOf(choice('purpose', 'school', 'loan'), text('note'), text('gone'));
    await samplePublished(t.app, { code, content: { form: before } });
    browser = new Browser(http);
    await browser.open(`/procedures/${code}/apply`);
    await browser.send('begin', {});
    await browser.send('who', who);
    await browser.send('form', {
      'form.purpose': 'loan',
      'form.note': 'Cần gấp',
      'form.gone': 'Câu trả lời cũ',
    });
    await browser.send('later', {});
    draft.id = /draft=([\w-]+)/.exec(browser.at)![1]!;
    draft.secret = /<code>([2-9A-HJ-NP-Z]{10})<\/code>/.exec(browser.body)![1]!;
    const renamed = { label: { vi: 'Ghi chú đổi tên', en: 'Renamed note' } };
    const after = formOf(
      text('note', renamed),
      choice('purpose', 'school', 'work'),
      text('copies', { required: true }),
    );
    const content = { form: after };
    now = await samplePublished(t.app, { code, validFrom: '2025-11-18', content });
  });
  const opened = () => t.call(c.openDraft, draft, publicActor);
  const submit = (values: Record<string, unknown>) =>
    t.call(
      c.submitCase,
      {
        id: draft.id,
        draftSecret: draft.secret,
        procedureCode: code,
        placeUnitId: a.unitId,
        applicant: { kind: 'citizen', fullName: 'Lê Thị Hoa' },
        values,
      },
      publicActor,
    );

  test('what was typed is kept by the key of its field and read by the form in force', async () => {
    t.clock.set(NEXT_DAY);
    browser = new Browser(http);
    const page = `/procedures/${code}/apply?draft=${draft.id}`;
    await browser.open(page);
    await browser.send('open', { secret: draft.secret });
    expect(browser.body).toContain('value="Lê Thị Hoa"');
    await browser.open(`${page}&step=form`);
    expect(browser.body).toContain('Ghi chú đổi tên');
    const box = (name: string) => new RegExp(`<input[^>]*name="form.${name}"[^>]*>`).exec(browser.body)?.[0];
    expect(box('note')).toContain('value="Cần gấp"');
    expect(box('copies')).not.toContain('value=');
    expect(browser.body).not.toContain('form.gone');
    // What the form no longer asks for stays in the draft, in case the question comes back.
    expect(JSON.stringify((await opened()).content)).toContain('Câu trả lời cũ');
  });

  test('what the new form asks for, or no longer takes, is told on the review, which hands nothing in', async () => {
    t.clock.set(NEXT_DAY);
    await browser.open(`/procedures/${code}/apply?draft=${draft.id}&step=review`);
    expect(browser.body).toContain('Hồ sơ chưa đủ để nộp');
    await browser.send('review', { truth: 'true' });
    expect(browser.status).toBe(422);
    expect((await opened()).id).toBe(draft.id);
  });

  test('handed in it is checked by the version in force that day: old answers are refused by field', async () => {
    t.clock.set(NEXT_DAY);
    const refused = await submit({ purpose: 'loan', note: 'Cần gấp' }).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      fields: [{ path: 'values.purpose' }, { path: 'values.copies' }],
    });
    const made = await submit({ purpose: 'work', copies: '2', note: 'Cần gấp' });
    const seen = await t.call(c.getCase, { id: made.id }, a.desk);
    expect(seen.procedure.versionId).toBe(now);
    expect(seen.content?.values).toEqual({ purpose: 'work', copies: '2', note: 'Cần gấp' });
  });
});

describe('exports over two versions (W28, W29)', () => {
  const code = '1.600005';
  /** The next version has no step for the seal: a case that waits for it stays under the old one. */
  const shorter = sampleContent()
    .steps.filter(({ key }) => key !== 'issue')
    .map((step) =>
      step.key === 'sign'
        ? { ...step, limit: { value: 3, unit: 'workingHour' as const }, next: [{ to: 'return' }] }
        : step,
    );

  test('the list, its file and the book hold the cases of every version, moved and unmoved, each once', async () => {
    const first = await samplePublished(t.app, { code });
    const received = () => sampleReceived(t.app, b, { procedureCode: code });
    const [moves, stays] = [await received(), await received()];
    await t.call(c.advanceCase, { id: stays.id, step: 'appraise' }, b.specialist);
    await t.call(c.signResult, { id: stays.id, step: 'sign', outcome: 'granted' }, b.head);
    const second = await samplePublished(t.app, {
      code,
      validFrom: '2025-11-18',
      content: { name: { vi: 'Tên mới của thủ tục' }, steps: shorter },
      transition: { kind: 'stated', text: { vi: 'Mọi hồ sơ', en: 'Every case' } },
    });
    t.clock.set(NEXT_DAY);
    const move = { versionId: second, reason: 'Luật mới', legalBasis: '200/QĐ-BTP' };
    expect(await t.call(c.applyTransition, move)).toEqual({ moved: 1, undecided: 1 });
    const all = [moves, stays, await received()];
    const pinned = await Promise.all(all.map(({ id }) => t.call(c.getCase, { id }, b.desk)));
    expect(pinned.map(({ procedure }) => procedure.versionId)).toEqual([second, first, second]);

    const ids = all.map(({ id }) => id).toSorted();
    const idsIn = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id).toSorted();
    const unit = { unitId: b.unitId };
    expect(idsIn(await t.call(c.listCases, { view: 'decision', ...unit }, b.head))).toEqual(ids);
    const cookie = `lt_session=${await sampleSession(t.app, `head.${b.unitId}@cases.test.vn`)}`;
    const url = `/cases?view=decision&unitId=${b.unitId}&format=csv`;
    const lines = (await http.inject({ url, headers: { cookie } })).body.trim().split(/\r?\n/);
    expect(lines).toHaveLength(1 + all.length);
    for (const one of all) expect(lines.filter((line) => line.includes(one.code!))).toHaveLength(1);
    const days = { from: '2025-11-17', to: '2025-11-18' };
    expect(idsIn(await t.call(c.getDayBook, { ...unit, ...days }, b.head))).toEqual(ids);
    const { total } = await t.call(c.getBook, { ...unit, ...days }, b.head);
    expect(total.counts).toMatchObject({ direct: 3, early: 1, inTime: 2 });
  });
});
