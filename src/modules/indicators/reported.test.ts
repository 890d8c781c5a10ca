import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { enterReported, listReported, readReported } from './contract.ts';
import { puzzles } from './facts/puzzles.ts';
import { reportedFacts } from './facts/reported.ts';
import { enterReportedFigures } from './samples.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  await enterReportedFigures(t.app);
});
afterAll(() => t[Symbol.asyncDispose]());

const read = (code: string) => t.call(readReported, { code }, publicActor);
const found = async (code: string) =>
  (await read(code)).percents.map((x) => [
    x.printed,
    ...x.readings.map((r) => `${r.code} ${r.numerator}/${r.denominator} ${r.exact} ${r.mode}`),
  ]);

test('Each puzzle is entered as reported, has its texts, and is read from its own numbers', async () => {
  expect(Object.keys(puzzles).toSorted()).toEqual(reportedFacts.map((f) => f.code ?? '').toSorted());
  expect((await t.call(listReported, {}, publicActor)).items.length).toBe(reportedFacts.length);
  expect(await found('944-nhiem-vu')).toEqual([['67 %', 'doneOfDoneAndInTerm 370/546 67.76 cut']]);
  expect(await found('hue-quy-3')).toEqual([
    ['81,2 %', 'completionOfAll 113/139 81.294 cut'],
    ['81,29 %', 'completionOfAll 113/139 81.2949 halfUp'],
    ['90,3 %', 'onTimeOfClosed 102/113 90.265 halfUp'],
    ['73,4 %', 'onTimeOfAll 102/139 73.381 halfUp'],
  ]);
  expect((await found('vpcp-2017'))[0]).toEqual(['98,62 %', 'completionOfDue 16051/16274 98.6297 cut']);
});

test('53 % of 1,133 names the counts that can stand behind it', async () => {
  const [percent] = (await read('1133-nhiem-vu')).percents;
  expect(percent!.behind).toEqual([
    {
      label: { vi: 'Tổng số nhiệm vụ', en: 'All tasks' },
      count: 1133,
      as: 'base',
      halfUp: { from: 595, to: 606 },
      cut: { from: 601, to: 611 },
    },
  ]);
});

test('97.39 % of Hanoi can only be of the handled, and 98.9 % of Hue-S is a share of neither count', async () => {
  const [hanoi] = (await read('ha-noi-hai-thang')).percents;
  expect(hanoi!.behind).toMatchObject([
    { as: 'base', count: 523_292, impossible: { count: 413_036 } },
    { as: 'base', count: 413_036, halfUp: { from: 402_236, to: 402_276 } },
  ]);
  expect(hanoi!.behind[1]!.impossible).toBeUndefined();
  const [hueS] = (await read('hue-s-98-9')).percents;
  expect(hueS!.behind.at(-1)).toMatchObject({
    as: 'numerator',
    count: 121_000,
    halfUp: { from: 122_284, to: 122_407 },
  });
});

test('The 15 procedures that nobody names are missing, and 11 of 12 is a tie with a wide interval', async () => {
  expect((await read('2307-thu-tuc')).check).toMatchObject({ ok: false, missing: 15 });
  const { shares } = await read('hue-ngay-dau');
  const [all, huongAn, phongThai] = shares;
  expect(all).toMatchObject({ numerator: 126, denominator: 526, rounded: '24.0', use: 'system' });
  expect([huongAn!.low, huongAn!.high].map((x) => x.toFixed(1))).toEqual(['64.6', '98.5']);
  expect(phongThai).toMatchObject({ low: huongAn!.low, high: huongAn!.high });
  expect((await read('12-tren-16')).shares[0]).toMatchObject({
    numerator: 12,
    denominator: 16,
    rounded: '75.0',
  });
});

test('The parts of 9,831 do not add up, those of four days later do, and the late ones by agency exceed the total', async () => {
  expect((await read('9831-nhiem-vu')).check).toMatchObject({
    ok: false,
    missing: 18,
    suggestions: [{ from: 1602, to: 1620 }],
  });
  expect((await read('9831-bon-ngay-sau')).check).toMatchObject({ ok: true });
  expect((await read('33-nhiem-vu-cham')).check).toMatchObject({ ok: false, missing: -2 });
  expect((await read('944-nhiem-vu')).check).toMatchObject({ ok: false, missing: 398 });
});

test('Who may not record figures is refused, and a code is used once', async () => {
  await expect(t.call(enterReported, reportedFacts[0]!, publicActor)).rejects.toThrow('kit.signInNeeded');
  await expect(t.call(enterReported, reportedFacts[0]!)).rejects.toThrow('indicators.codeTaken');
});

test('What an outside body reported internally is not public', async () => {
  await t.call(enterReported, { ...reportedFacts[0]!, code: 'noi-bo', classification: 'internal' });
  await expect(read('noi-bo')).rejects.toThrow('kit.notFound');
  expect((await t.call(readReported, { code: 'noi-bo' })).reported.classification).toBe('internal');
});
