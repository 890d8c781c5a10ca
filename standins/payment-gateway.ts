/**
 * Plays a payment gateway: takes money by the code of a case and tells the product with a token of its account, as a
 * real gateway would over its own line. What goes wrong in practice can be provoked: a receipt told twice, late, or with
 * another sum.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GatewayOptions {
  /** Address of the product, without a slash at its end. */
  product: string;
  /** Token of an account that may record receipts (`case.receive`). */
  token: string;
  /** How the gateway names itself in receipts. */
  name?: string;
  port?: number;
}

/** What a payer, or a test, asks the gateway to do. */
export interface Payment {
  code: string;
  /** Integer đồng. */
  amount: number;
  /** The same receipt is told so many times; once where absent. */
  times?: number;
  /** The sum told instead of the one paid. */
  told?: number;
  /** Milliseconds before the product is told. */
  afterMs?: number;
  receiptId?: string;
  /** When it was paid, ISO 8601; now where absent. */
  paidAt?: string;
}

export interface Told {
  status: number;
  reply: { result?: string; payment?: string; handling?: string; rest?: number } & Record<string, unknown>;
}

export interface PaymentGateway extends AsyncDisposable {
  url: string;
  /** Pays as a browser would through the gateway's own page. */
  pay(payment: Payment): Promise<{ receiptId: string; told: Told[] }>;
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function readJson(request: IncomingMessage): Promise<Payment> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as Payment;
}

async function tell(options: GatewayOptions, payment: Payment, receiptId: string): Promise<Told> {
  const { product, token, name = 'Cổng thanh toán mô phỏng' } = options;
  const { code, amount, told = amount, paidAt = new Date().toISOString() } = payment;
  const answer = await fetch(`${product}/api/cases/payments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ code, receiptId, amount: told, paidAt, gateway: name }),
  });
  return { status: answer.status, reply: (await answer.json()) as Told['reply'] };
}

async function take(options: GatewayOptions, payment: Payment) {
  const { receiptId = `GW-${randomUUID()}`, times = 1, afterMs = 0 } = payment;
  if (afterMs > 0) await wait(afterMs);
  const told: Told[] = [];
  for (let i = 0; i < times; i++) told.push(await tell(options, payment, receiptId));
  return { receiptId, told };
}

/** Opens the gateway: `POST /payments` with a `Payment` as JSON. Listens on this machine only. */
export async function openPaymentGateway(options: GatewayOptions): Promise<PaymentGateway> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(body));
    };
    if (request.method !== 'POST' || request.url !== '/payments') return answer(404, {});
    readJson(request)
      .then((payment) => take(options, payment))
      .then(
        (done) => answer(200, done),
        (error: unknown) => answer(502, { error: String(error) }),
      );
  });
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    pay: async (payment) => {
      const answer = await fetch(`${url}/payments`, { method: 'POST', body: JSON.stringify(payment) });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as { receiptId: string; told: Told[] };
    },
    [Symbol.asyncDispose]: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
