import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { type TestApp, testApp } from '../src/kit/testing.ts';
import { advanceCase, askDuty, getCase } from '../src/modules/cases/contract.ts';
import { sampleDesk, type SampleDesk, sampleReceived } from '../src/modules/cases/samples.ts';
import { commands } from '../src/modules/identity/commands.ts';
import { sampleCompetence } from '../src/modules/mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../src/modules/organisations/samples.ts';
import { samplePublished } from '../src/modules/procedures/samples.ts';
import { createServer } from '../src/server.ts';
import { openPaymentGateway, type PaymentGateway } from './payment-gateway.ts';

let t: TestApp;
let at: SampleDesk;
let http: FastifyInstance;
let gateway: PaymentGateway;

beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  const unit = {
    level: 'commune',
    kind: 'commune',
    parentId: 'province-46',
    validFrom: '2025-07-01',
  } as const;
  at = await sampleDesk(t.app, await sampleUnit(t.app, { ...unit, nameVi: 'Xã Thu Mẫu' }));
  await samplePublished(t.app);
  http = await createServer(t.app);
  await http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = http.server.address() as { port: number };
  const command = commands.find((one) => one.words === 'token')!;
  const made = await command.run(t.app, [], { account: `desk.${at.unitId}@cases.test.vn` });
  const { token } = made.value as { token: string };
  gateway = await openPaymentGateway({ product: `http://127.0.0.1:${port}`, token });
}, 60_000);
afterAll(async () => {
  await gateway?.[Symbol.asyncDispose]();
  await http?.close();
  await t?.[Symbol.asyncDispose]();
});

/** A case whose clock stands until so much has been paid. */
async function owing(amount: number): Promise<{ id: string; code: string }> {
  const { id, code } = await sampleReceived(t.app, at);
  await t.call(askDuty, { id, amount, basis: 'Thông báo thuế' }, at.specialist);
  return { id, code: code! };
}
const stateOf = async (id: string) => {
  const { handling, payment, duty } = await t.call(getCase, { id }, at.specialist);
  return { handling, payment, rest: duty?.['rest'] };
};

test('a payment by case code lets the case go on', async () => {
  const { id, code } = await owing(1_500_000);
  expect(await stateOf(id)).toEqual({ handling: 'awaitingDuty', payment: 'due', rest: 1_500_000 });
  const { told } = await gateway.pay({ code, amount: 1_500_000 });
  expect(told).toMatchObject([{ status: 200, reply: { result: 'full', handling: 'handling', rest: 0 } }]);
  expect(await stateOf(id)).toEqual({ handling: 'handling', payment: 'paid', rest: 0 });
  await t.call(advanceCase, { id, step: 'appraise' }, at.specialist);
});

test('a receipt told three times counts once', async () => {
  const { id, code } = await owing(800_000);
  const { told } = await gateway.pay({ code, amount: 800_000, times: 3 });
  expect(told.map((one) => one.reply.result)).toEqual(['full', 'duplicate', 'duplicate']);
  expect(await stateOf(id)).toMatchObject({ payment: 'paid', rest: 0 });
});

test('too small a sum leaves the case waiting for the rest', async () => {
  const { id, code } = await owing(900_000);
  const { told } = await gateway.pay({ code, amount: 900_000, told: 400_000 });
  expect(told[0]!.reply).toMatchObject({ result: 'partial', payment: 'wrongSum', rest: 500_000 });
  expect(await stateOf(id)).toMatchObject({ handling: 'awaitingDuty', payment: 'wrongSum' });
  const rest = await gateway.pay({ code, amount: 500_000 });
  expect(rest.told[0]!.reply).toMatchObject({ result: 'full', payment: 'paid', handling: 'handling' });
});

test('a second payment after the full sum is kept as superfluous', async () => {
  const { code } = await owing(300_000);
  await gateway.pay({ code, amount: 300_000 });
  const late = await gateway.pay({ code, amount: 300_000, afterMs: 20 });
  expect(late.told[0]!.reply).toMatchObject({ result: 'extra', payment: 'paid' });
});

test('money for an unknown case is refused', async () => {
  const { told } = await gateway.pay({ code: 'H57.11-251117-9999', amount: 1000 });
  expect(told[0]!.status).toBe(404);
});
