import { afterAll, beforeAll, expect, test } from 'vitest';

import { testApp, type TestApp } from '../../kit/testing.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { getTask } from './contract.ts';
import { sampleDirective, sampleTask } from './samples.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp({ now: '2025-04-24T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
});
afterAll(() => t[Symbol.asyncDispose]());

test('A deadline in working days has its last day by the calendar: holidays left out, make-up Saturdays counted', async () => {
  const directiveId = await sampleDirective(t.app, { number: '04/NQ-CP', issuedOn: '2025-04-24' });
  const { id } = await sampleTask(t.app, directiveId, {
    ref: 'LV-1',
    deadlineText: '5 ngày làm việc kể từ ngày ban hành',
  });
  const { deadline } = await t.call(getTask, { id });
  // Fri 25/4 (1), Sat 26/4 worked for 2/5 (2), Mon 28 (3), Tue 29 (4), 30/4 to 4/5 off, Mon 5/5 (5)
  expect(deadline).toMatchObject({ lastDay: '2025-05-05' });
});
