import { expect, test } from 'vitest';

import { systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import { openGate } from '../../kit/identify.ts';
import { testApp } from '../../kit/testing.ts';
import { createAccount, listAccounts } from './contract/accounts.ts';

test('A look that fails refuses the request it was for and nothing else, whether anybody uses what it saw or not', async () => {
  await using t = await testApp();
  let isDown = false;
  const actor = { ...systemActor, kind: 'account' as const, id: 'a' };
  const app: App = {
    ...t.app,
    authenticate: async (_, shown) => {
      if (isDown) throw new Error('down');
      return shown.map(() => actor);
    },
  };
  const gate = openGate(app);
  const shown = { bearer: 'x' };
  await gate.identify(shown);
  isDown = true;
  const { confirm } = await gate.recognise(shown);
  const { isSame } = confirm!();
  // Nobody asks for the other half of the answer; its failure must not end the program.
  await expect(isSame).rejects.toThrow('down');
  await new Promise((done) => setTimeout(done, 20));
  const again = await gate.recognise(shown);
  await expect(t.app.call(listAccounts, {}, { ...again })).rejects.toThrow('down');
  await expect(
    t.app.call(createAccount, { email: 'a@x.vn', name: 'A' }, { actor, confirm: again.confirm! }),
  ).rejects.toThrow('down');
  isDown = false;
  await expect(t.app.call(createAccount, { email: 'a@x.vn', name: 'A' }, { actor })).resolves.toMatchObject(
    {},
  );
});
