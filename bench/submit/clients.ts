import { Agent, request } from 'node:http';

import type { Slice, SliceWish } from './pgbench.ts';

/** How the HTTP clients reach the server and as whom. */
export interface Desk {
  origin: string;
  unitToken: string;
  officeToken: string;
  body: object;
}

/** One POST over a kept connection; throws with the answer unless it is 200. */
function post(agent: Agent, url: string, token: string, body: string): Promise<void> {
  return new Promise((done, fail) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const sent = request(url, { method: 'POST', agent, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (part: string) => (text += part));
      reply.on('end', () =>
        reply.statusCode === 200
          ? done()
          : fail(new Error(`${url}: ${reply.statusCode} ${text.slice(0, 500)}`)),
      );
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

/** Clients that submit a report with its product and then accept it, each the next pair as soon as it is done. */
export async function apiSlice(
  desk: Desk,
  items: readonly { id: string }[],
  wish: SliceWish,
): Promise<Slice & { used: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: wish.clients });
  const report = JSON.stringify(desk.body);
  const times: number[] = [];
  let next = wish.from;
  const began = performance.now();
  const one = async () => {
    while (performance.now() - began < wish.seconds * 1000) {
      const item = items[next];
      next += 1;
      if (!item) throw new Error('there are too few items for this slice');
      const from = performance.now();
      const url = `${desk.origin}/api/assignments/${item.id}`;
      await post(agent, `${url}/reports`, desk.unitToken, report);
      await post(agent, `${url}/accept`, desk.officeToken, '{}');
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: wish.clients }, one));
  agent.destroy();
  return { times, seconds: (performance.now() - began) / 1000, used: next - wish.from };
}
