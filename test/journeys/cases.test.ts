import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { verifyCommand } from '../../src/cli/verify.ts';
import { getCase } from '../../src/modules/cases/contract.ts';
import { completeProcedures } from '../../src/modules/procedures/facts/catalogue.ts';
import { expectSlip, type Ledger, openLedger, pdf, pickUnit, press, takeStep } from './case-hands.ts';
import { type InHand, inHand, names, openStage, phone, type Stage } from './case-stage.ts';
import type { Visitor } from './world.ts';

/**
 * Two births, worked by hand. The promise of 1.001193 is the same day: 0 working days, the day ends with its work at
 * 17:30; received after 15:00 it is the next working day. Waiting is taken out: each working day at whose end the clock
 * stands moves the promise by one. Monday is 17/11/2025, and no day of that week or of the three after it is off.
 *
 * The first, online for A. Received on Monday at 09:00: Monday, 17:30. A supplement is asked for at 10:00 and comes on
 * Tuesday at 09:00: Monday's end is lost, so Tuesday. Commune B verifies from 09:30 to 14:00 of Tuesday and no end of a
 * day lies between, so Tuesday still. The draft is with the mother from 14:00 to Wednesday, 08:00: Tuesday's end is
 * lost, so Wednesday.
 */
const FIRST = { received: '17:30 17/11/2025', supplied: '17:30 18/11/2025', agreed: '17:30 19/11/2025' };
/** Fifteen working days after the Monday of the request: 18–21/11 are four, 24–28/11 nine, 01–05/12 fourteen, then 08/12. */
const CLOSES = '17:30 08/12/2025';
/**
 * The second, at the counter of A for B on Monday at 15:10: after 15:00, so Tuesday. The draft is with the father from
 * Tuesday, 16:00, to Wednesday, 09:00: Tuesday's end is lost, so Wednesday, whoever holds B's duties by then.
 */
const SECOND = { received: '17:30 18/11/2025', agreed: '17:30 19/11/2025' };

/**
 * The portal takes out the wait for a supplement and no other, and compares with the first appointment: the first ended
 * on Wednesday at 09:30, less the 23 hours of its supplement on Tuesday at 10:30, after Monday, 17:30; the second on
 * Wednesday at 10:30, after Tuesday, 17:30. The province counts by day: both were approved on the day they were due.
 */
const VERDICTS = { provincial: 'onTime', national: 'overdue' };

const CODE = '1.001193';
const birth = completeProcedures.find(({ code }) => code === CODE)!;
const first = inHand(birth);
const second = inHand(birth);
const pathOf = ({ id }: { id: string }) => `/cases/${id}`;

// Some twenty screens are looked at in one test, each by axe.
vi.setConfig({ testTimeout: 240_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('2025-11-17T08:30:00+07:00', birth);
}, 180_000);
afterAll(() => stage[Symbol.asyncDispose]());

async function fillChild(page: Visitor['page'], ledger: Ledger, name: string): Promise<void> {
  const texts = {
    childName: name,
    childBirthDay: name.includes('Nhiên') ? '02/11/2025' : '05/11/2025',
    childEthnicity: 'Kinh',
    childNationality: 'Việt Nam',
    childHomeTown: 'Huế',
    birthPlace: 'Bệnh viện Trung ương Huế',
  };
  for (const [key, value] of Object.entries(texts)) await ledger.type(page, `form.${key}`, value);
  await page.check('[name="form.childSex"][value="female"]');
  await page.check('[name="form.hasProof"][value="true"]');
}

test('Monday, 08:30: a mother applies on her phone, without an account', async () => {
  const visitor = await stage.world.visitor(phone);
  const { page } = visitor;
  const { ledger } = first;
  const goOn = async (to: string) => {
    await ledger.look(page);
    await visitor.check();
    await press(page, 'Lưu và tiếp tục');
    await page.waitForURL(new RegExp(`step=${to}`));
  };
  await visitor.visit(`/procedures/${CODE}`);
  await page.getByRole('link', { name: 'Nộp hồ sơ trực tuyến' }).first().click();
  await visitor.check();
  await press(page, 'Bắt đầu');
  await page.waitForURL(/step=who/);
  await ledger.type(page, 'who.fullName', 'Nguyễn Thị Lan');
  await ledger.type(page, 'who.personalId', '046190000001');
  await ledger.type(page, 'who.phone', '0912345678');
  await goOn('form');
  await page.check('[name="form.relation"][value="mother"]');
  await fillChild(page, ledger, 'Nguyễn An Nhiên');
  await page.check('[name="form.fatherKnown"][value="false"]');
  await pickUnit(page, 'form.motherResidence', names.a);
  await goOn('papers');
  await page.setInputFiles('[name="camera.birthCertificate"]', pdf('giay-chung-sinh.pdf'));
  await press(page, 'Tải lên và kiểm tra');
  await page.getByText('giay-chung-sinh.pdf').first().waitFor();
  await goOn('give');
  await page.check('[name="give.how"][value="desk"]');
  await goOn('review');
  await page.check('[name="truth"]');
  await visitor.check();
  await press(page, 'Nộp hồ sơ');
  await page.getByRole('heading', { name: 'Đã nộp hồ sơ' }).waitFor();
  await visitor.check();
  first.id = /draft=([\w-]+)/.exec(page.url())![1]!;
  first.secret = (await page.locator('code').last().textContent())!;
  await visitor.close();
});

test('09:00: the desk of A accepts it; the promise is the same day', async () => {
  stage.at('17T09:00');
  await stage.as('desk', 'a', async (visitor) => {
    await visitor.visit('/desk');
    await takeStep(visitor, pathOf(first), 'accept');
    first.code = (await visitor.page.locator('h1').textContent())!.trim();
  });
  expect(first.code).toMatch(/-251117-0001$/);
  await stage.expectDue(first, 'a', FIRST.received);
});

test('10:00: the civil-status officer points at a field and at a paper; the clock stands', async () => {
  stage.at('17T10:00');
  await stage.as('specialist', 'a', (visitor) =>
    takeStep(visitor, pathOf(first), 'askSupplement', async (form) => {
      await form.locator('[name="points.0.about"]').selectOption('field:birthPlace');
      await form.locator('[name="points.0.reason"]').selectOption('incomplete');
      await form.locator('[name="points.0.text"]').fill('Ghi rõ phường, tỉnh của bệnh viện');
      await form.locator('[name="points.1.about"]').selectOption('component:birthCertificate');
      await form.locator('[name="points.1.reason"]').selectOption('unreadable');
      await form.locator('[name="points.1.text"]').fill('Ảnh mờ, chụp lại');
    }),
  );
  await stage.expectDue(first, 'a', undefined);
});

test('15:10: the desk of A receives a birth for B; after 15:00 the promise is the next working day', async () => {
  stage.at('17T15:10');
  const { ledger } = second;
  await stage.as('desk', 'a', async (visitor) => {
    const { page } = visitor;
    await visitor.visit('/desk/receive?q=khai+sinh');
    await page.getByRole('link', { name: 'Đăng ký khai sinh', exact: true }).first().click();
    await page.waitForURL(/code=1\.001193/);
    await ledger.type(page, 'applicant.personalId', '046091000002');
    await ledger.type(page, 'applicant.fullName', 'Trần Văn Nam');
    await ledger.type(page, 'applicant.phone', '0987654321');
    await page.check('[name="form.relation"][value="father"]');
    await fillChild(page, ledger, 'Trần Bình An');
    await ledger.type(page, 'form.motherName', 'Lê Thị Hoa');
    await pickUnit(page, 'form.motherResidence', names.b);
    await ledger.look(page);
    await visitor.check();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Đã tiếp nhận').first().waitFor();
    await visitor.check();
    second.code = (await page.locator('h1').textContent())!.trim();
    second.secret = (await page.locator('main code').first().textContent())!;
    second.id = /([\w-]{36})/.exec(
      (await page.getByRole('link', { name: 'Mở hồ sơ', exact: true }).getAttribute('href'))!,
    )![1]!;
    expect(await page.locator('main strong.figures').first().textContent()).toBe(SECOND.received);
    expect(await page.locator('main').innerText()).toContain(names.b);
  });
  expect(second.code).toMatch(/-251117-0002$/);
  await stage.expectDue(second, 'b', SECOND.received);
});

test('Tuesday: the mother supplies what was pointed at and nothing else; B verifies for A; A drafts', async () => {
  stage.at('18T09:00');
  await stage.atHome(first, async (visitor) => {
    const { page } = visitor;
    expect(await page.locator('main').innerText()).toContain(CLOSES);
    const pointedAt = openLedger(birth.content.form!);
    await pointedAt.look(page);
    expect(pointedAt.asked.filter((term) => term.includes('@'))).toEqual(['person.birthPlace@child']);
    await page.fill('[name="form.birthPlace"]', 'Bệnh viện Trung ương Huế, phường Thuận Hóa, Huế');
    await page.setInputFiles('[name="camera.birthCertificate"]', pdf('giay-chung-sinh-2.pdf'));
    await press(page, 'Gửi bổ sung');
    await page.getByText('Đã gửi bổ sung').waitFor();
    await visitor.check();
  });
  await stage.expectDue(first, 'a', FIRST.supplied);
  stage.at('18T09:30');
  await stage.as('specialist', 'a', (visitor) =>
    takeStep(visitor, pathOf(first), 'advance', async (form) => {
      await form.locator('[name="to"]').selectOption('verify');
      await pickUnit(form, 'toUnitId', names.b);
    }),
  );
  stage.at('18T14:00');
  await stage.as('specialist', 'b', (visitor) => takeStep(visitor, pathOf(first), 'advance'));
  await stage.expectDue(first, 'a', undefined);
  await stage.as('specialist', 'a', (visitor) =>
    takeStep(visitor, pathOf(first), 'propose', (form) =>
      form.locator('[name="text"]').fill('Giấy khai sinh của Nguyễn An Nhiên, sinh ngày 02/11/2025'),
    ),
  );
});

test('Tuesday, 16:00: B appraises the second and sends its draft to the father', async () => {
  stage.at('18T16:00');
  await stage.as('specialist', 'b', async (visitor) => {
    await takeStep(visitor, pathOf(second), 'propose', (form) =>
      form.locator('[name="text"]').fill('Giấy khai sinh của Trần Bình An, sinh ngày 05/11/2025'),
    );
    await takeStep(visitor, pathOf(second), 'advance', (form) =>
      form.locator('[name="to"]').selectOption('draft'),
    );
  });
  await stage.expectDue(second, 'b', undefined);
});

const agree = (of: InHand) =>
  stage.atHome(of, async (visitor) => {
    await visitor.page.check('[name="agrees"][value="true"]');
    await press(visitor.page, (await visitor.page.locator('#draft button').last().textContent())!.trim());
    await visitor.page
      .getByText(/Đã (ghi nhận|gửi)/)
      .first()
      .waitFor();
    await visitor.check();
  });

test('Wednesday: B has become part of a new commune; the parents agree, and the promise is the same day', async () => {
  stage.at('19T07:30');
  await stage.mergeB('2025-11-19');
  stage.at('19T08:00');
  await agree(first);
  await stage.expectDue(first, 'a', FIRST.agreed);
  stage.at('19T09:00');
  await agree(second);
  await stage.expectDue(second, 'c', SECOND.agreed);
});

test.each([
  [first, 'a', '09:30'],
  [second, 'c', '10:30'],
] as const)('It is registered, signed and numbered where it is decided now (%#)', async (of, unit, hour) => {
  stage.at(`19T${hour}`);
  await stage.as('specialist', unit, async (visitor) => {
    await takeStep(visitor, pathOf(of), 'advance');
    await takeStep(visitor, pathOf(of), 'advance');
  });
  await stage.as('head', unit, (visitor) => takeStep(visitor, pathOf(of), 'sign'));
  await stage.as('specialist', unit, (visitor) => takeStep(visitor, pathOf(of), 'number'));
});

test('14:00: the desk of A returns both', async () => {
  stage.at('19T14:00');
  for (const of of [first, second])
    await stage.as('desk', 'a', (visitor) =>
      takeStep(visitor, pathOf(of), 'return', (form) => form.locator('[name="taker"]').fill('Người nộp')),
    );
  await stage.expectDue(first, 'a', FIRST.agreed);
  await stage.expectDue(second, 'c', SECOND.agreed);
});

test('By the province both are on time, by the portal neither; places, signer and slips are as they were', async () => {
  for (const [of, unit] of [
    [first, 'a'],
    [second, 'c'],
  ] as const) {
    const seen = await stage.world.t.call(getCase, { id: of.id });
    expect(seen).toMatchObject({
      handling: 'returned',
      onTime: VERDICTS,
    });
    expect(seen.places).toMatchObject({ reception: stage.units.a, returnTo: stage.units.a });
    const signed = seen.timeline.find(({ kind }) => kind === 'case.signed')!;
    expect(signed.by.unitId).toBe(stage.units[unit]);
    await stage.as('desk', 'a', async ({ page }) => {
      for (const slip of ['receipt', 'control', 'result']) {
        const answer = await page.request.get(`${stage.world.url}/api/cases/${of.id}/slips/${slip}`);
        expect(answer.status(), slip).toBe(200);
        expectSlip(await answer.body(), [of.code]);
      }
    });
  }
  expect((await stage.world.t.call(getCase, { id: second.id })).places.decision).toBe(stage.units.b);
});

test('Nothing was asked or typed twice inside a case', async () => {
  for (const { ledger, id } of [first, second]) {
    expect(ledger.asked.filter((term, i) => ledger.asked.indexOf(term) !== i)).toEqual([]);
    expect(new Set(ledger.typed).size).toBe(ledger.typed.length);
    expect(ledger.typed.length).toBe(id === first.id ? 9 : 10);
    const { content: kept } = await stage.world.t.call(getCase, { id });
    expect(kept?.values['fullName']).toBe(kept?.applicant.fullName);
  }
});

test('The events make all rows again', async () => {
  await stage.world.t.settle();
  const { value } = await verifyCommand.run(stage.world.t.app, [], {});
  expect(value).toMatchObject({ ok: true, faults: [] });
});
