import { afterAll, beforeAll, expect, test } from 'vitest';

import { systemActor } from '../src/kit/actor.ts';
import { packCursor } from '../src/kit/contract.ts';
import { inputSchema } from '../src/kit/parse.ts';
import { Problem } from '../src/kit/problems.ts';
import { type TestApp, testApp } from '../src/kit/testing.ts';
import { stateDemoOrganisations } from '../src/modules/organisations/samples.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

/** Lists that can be asked for without saying anything else. */
const lists = () =>
  [...t.app.routes.values()].filter(({ endpoint }) => {
    const { properties = {}, required = [] } = inputSchema(endpoint.input) as {
      properties?: object;
      required?: string[];
    };
    return endpoint.effect === 'read' && 'cursor' in properties && required.length === 0;
  });

const told = async (name: string, input: object): Promise<unknown> => {
  const { endpoint } = t.app.routes.get(name)!;
  return t.app.call(endpoint, input as never, { actor: systemActor }).catch((error: unknown) => error);
};

test.each([
  ['one text', packCursor(['a'])],
  ['two texts', packCursor(['a', 'b'])],
  ['a day and a text', packCursor(['2025-11-17', 'b'])],
  ['nothing', packCursor([])],
  ['numbers', packCursor([1, 2, 3])],
])('A cursor of another list – %s – breaks no list: it is a place, or is told so', async (_, cursor) => {
  expect(lists().length).toBeGreaterThan(15);
  for (const { endpoint } of lists()) {
    const reply = await told(endpoint.name, { cursor });
    if (reply instanceof Error) expect(reply, endpoint.name).toBeInstanceOf(Problem);
  }
});

test.each(['abc', packCursor([{ a: 1 }]), Buffer.from('"text"').toString('base64url')])(
  'A cursor that is none is refused at its field: %s',
  async (cursor) => {
    for (const { endpoint } of lists()) {
      const reply = await told(endpoint.name, { cursor });
      expect((reply as Problem).fields, endpoint.name).toMatchObject([{ path: 'cursor' }]);
    }
  },
);

test('A NUL in a search is told at its field', async () => {
  for (const { endpoint } of lists()) {
    const schema = inputSchema(endpoint.input) as { properties?: object };
    if (!('q' in (schema.properties ?? {}))) continue;
    const reply = await told(endpoint.name, { q: 'ba\0n' });
    if (reply instanceof Error)
      expect((reply as Problem).fields, endpoint.name).toMatchObject([{ path: 'q' }]);
  }
});
