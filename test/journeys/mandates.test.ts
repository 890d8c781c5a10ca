import { afterAll, beforeAll, expect, test } from 'vitest';

import { sampleAccount } from '../../src/modules/identity/samples.ts';
import { stateCertificateDuty, stateSecondment } from '../../src/modules/mandates/contract.ts';
import {
  sampleAbsence,
  sampleAssignment,
  sampleCertificate,
  sampleCompetence,
  sampleDelegation,
  samplePaper,
} from '../../src/modules/mandates/samples.ts';
import { sampleOfficeHolder, stateDemoOrganisations } from '../../src/modules/organisations/samples.ts';
import { openWorld, type World } from './world.ts';

const commune = 'commune-19753';
const email = 'van-phong@hue.test';
let world: World;
let addresses: string[];

beforeAll(async () => {
  world = await openWorld({ now: '2025-11-17T08:00:00+07:00' });
  const { app } = world.t;
  await stateDemoOrganisations(app);
  const hire = async (fullName: string) =>
    (
      await sampleOfficeHolder(app, {
        unitId: commune,
        fullName,
        titleVi: 'Công chức',
        titleEn: 'Official',
        rank: 'official',
      })
    ).personId;
  const [chair, clerk] = [await hire('Trần Thị Mai'), await hire('Lê Văn An')];
  await sampleCompetence(app, { holder: { level: 'commune', within: 'province-46' } });
  const fact = await sampleAssignment(app, { unitId: commune, personId: chair });
  await sampleAbsence(app, { unitId: commune, personId: clerk, standInId: chair, to: '2025-12-01' });
  await sampleDelegation(app, {
    giverUnitId: 'province-46',
    taker: { unitId: 'hue-industry' },
    scope: { procedures: Array.from({ length: 124 }, (_, n) => `2.${String(n).padStart(6, '0')}`) },
    to: '2025-11-20',
    paper: { number: '5742/QĐ-UBND', issuedOn: '2025-06-30', titleVi: 'Ủy quyền giải quyết thủ tục' },
  });
  await sampleAccount(app, {
    email,
    name: 'Trần Thị Mai',
    personId: chair,
    roles: [{ role: 'office', unitId: 'province-46' }],
  });
  const certificate = await sampleCertificate(app, { unitId: commune, personId: chair });
  const duty = { unitId: commune, from: '2025-12-01', paper: samplePaper };
  await world.t.call(stateCertificateDuty, duty);
  const seconded = await world.t.call(stateSecondment, {
    personId: chair,
    fromUnitId: commune,
    toUnitId: 'commune-19789',
    roles: ['appraise'],
    from: '2025-11-17',
    to: '2026-11-17',
    paper: samplePaper,
  });
  addresses = [
    '/mandates/secondments',
    `/mandates/secondments?unitId=${commune}`,
    `/mandates/secondments/${seconded.id}`,
    '/mandates/certificates',
    `/mandates/certificates?unitId=${commune}`,
    '/mandates/certificates/mine',
    `/mandates/certificates/${certificate}`,
    '/mandates',
    `/mandates?unitId=${commune}`,
    '/mandates/mine',
    `/mandates/facts/${fact}`,
    `/mandates/check?unitId=${commune}&personId=${chair}&role=sign&day=2025-11-17`,
    `/mandates/check?unitId=${commune}&personId=${clerk}&role=sign&day=2025-11-17`,
    ...['competence', 'delegation', 'assignment', 'absence'].map(
      (kind) => `/mandates/new/${kind}?unitId=${commune}`,
    ),
  ];
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

test.each([
  { lang: 'vi', width: 1280, colorScheme: 'light' },
  { lang: 'en', width: 360, colorScheme: 'dark' },
  { lang: 'vi', width: 360, colorScheme: 'light' },
] as const)('The pages of mandates are whole in $lang at $width px', async ({ lang, width, colorScheme }) => {
  const visitor = await world.visitor({ as: email, colorScheme, viewport: { width, height: 900 } });
  await visitor.page.goto(`${world.url}/mandates?lang=${lang}`);
  for (const address of addresses) await visitor.visit(address);
  await visitor.close();
});

test('Without script a person is assigned: unit, then its people, then the steps', async () => {
  const visitor = await world.visitor({ as: email, javaScriptEnabled: false });
  await visitor.page.goto(`${world.url}/mandates/new/assignment?unitId=${commune}&lang=vi`);
  await visitor.page.selectOption('select[name="personId"]', { label: 'Lê Văn An' });
  await visitor.page.check('input[name="roles"][value="check"]');
  await visitor.page.fill('input[name="paper.number"]', '12/QĐ-UBND');
  await visitor.page.click('main form[method="post"] button.button-primary');
  await visitor.page.waitForURL(/\/mandates\/facts\//);
  expect(await visitor.page.textContent('main')).toContain('12/QĐ-UBND');
  await visitor.close();
});
