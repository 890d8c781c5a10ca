import { expect, test } from 'vitest';

import { testApp } from '../../../../kit/testing.ts';
import { createServer } from '../../../../server.ts';
import { sampleSession } from '../../../identity/samples.ts';
import { stateCertificateDuty } from '../../../mandates/contract.ts';
import { sampleCertificate, samplePaper } from '../../../mandates/samples.ts';
import { samplePublished } from '../../../procedures/samples.ts';
import { advanceCase, getCase } from '../../contract.ts';
import { sampleDesks, sampleReceived } from '../../samples.ts';
import { Browser } from '../public/testBrowser.ts';

test('many signed at once say case by case that a certificate is wanted, and offer it; chosen, they are signed', async () => {
  await using t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  const [a] = await sampleDesks(t.app, ['Xã Ký Mẫu']);
  await samplePublished(t.app);
  const { id } = await sampleReceived(t.app, a);
  await t.call(advanceCase, { id, step: 'appraise' }, a.specialist);
  await t.call(stateCertificateDuty, { unitId: a.unitId, from: '2025-11-17', paper: samplePaper });
  await sampleCertificate(t.app, { unitId: a.unitId, personId: a.head.personId! });
  const http = await createServer(t.app);
  const head = new Browser(http);
  head.jar.set('lt_session', await sampleSession(t.app, `head.${a.unitId}@cases.test.vn`));
  const choice = 'Ký bằng chứng thư số';

  const list = `/cases?view=work&unitId=${a.unitId}`;
  expect((await head.open(list)).body).not.toContain(choice);
  const asked = { do: 'sign', ids: id, outcome: 'granted' };
  const refused = await head.send('batch', asked);
  expect(refused.body).toContain('Cơ quan ký bằng chứng thư số: chọn chứng thư của mình.');
  expect(refused.body).toContain(choice);
  expect((await head.open(`/cases/signing?unitId=${a.unitId}`)).body).toContain(choice);
  await head.open(list);
  const signed = await head.send('batch', { ...asked, serial: '5401A9' });
  expect(signed.body).not.toContain(choice);
  const { timeline } = await t.call(getCase, { id }, a.head);
  expect(timeline.find((one) => one.kind === 'case.signed')?.payload).toMatchObject({ serial: '5401A9' });
  await http.close();
});
