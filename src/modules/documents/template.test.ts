import { expect, test } from 'vitest';

import { testApp } from '../../kit/testing.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { getTemplate, stateTemplate } from './contract/templates.ts';
import { templateReplay } from './replay.ts';
import { printReport } from './report/print.ts';
import { renderPdf } from './report/render.ts';
import { slipKeys } from './rules/slip.ts';
import { fillTemplate } from './template/fill.ts';
import { parseTemplate } from './template/parse.ts';
import { standardTexts } from './template/standard.ts';
import { sampleFacts } from './template/words.ts';

const now = new Date('2025-11-17T08:15:00+07:00');
const words = (model: ReturnType<typeof fillTemplate>): string =>
  JSON.stringify(printReport(model).sections).replaceAll(/"(text|bold|true)":?/g, '');

test.each(slipKeys)('The standard slip “%s” has no fault and fills in all its words', (key) => {
  const { template, faults } = parseTemplate(key, standardTexts[key]);
  expect(faults).toEqual([]);
  const printed = printReport(fillTemplate(template, sampleFacts(key, now)));
  expect(JSON.stringify(printed)).not.toContain('{{');
  expect(printed).toMatchObject({ asOf: null, formLabel: template.formLabel });
});

test('A receipt becomes a PDF with its QR code, the same bytes every time', async () => {
  const { template } = parseTemplate('receipt', standardTexts.receipt);
  const model = fillTemplate(template, sampleFacts('receipt', now));
  const once = Buffer.from(await renderPdf(model));
  expect(once.subarray(0, 5).toString()).toBe('%PDF-');
  expect(Buffer.from(await renderPdf(model)).equals(once)).toBe(true);
});

test('A part that depends on a word is left out when there is no such word', () => {
  const { template } = parseTemplate('receipt', standardTexts.receipt);
  const facts = sampleFacts('receipt', now);
  expect(words(fillTemplate(template, facts))).toContain('Phí, lệ phí');
  expect(words(fillTemplate(template, { ...facts, words: { ...facts.words, fee: '' } }))).not.toContain(
    'Phí, lệ phí',
  );
});

test('What an applicant typed is text, whatever it looks like', () => {
  const { template } = parseTemplate('receipt', standardTexts.receipt);
  const facts = sampleFacts('receipt', now);
  const model = fillTemplate(template, {
    ...facts,
    words: { ...facts.words, applicant: '#eval("1") {{code}} *x*' },
  });
  expect(words(model)).toContain(String.raw`#eval(\"1\") {{code}} *x*`);
});

const refused: [string, string, number, string][] = [
  ['an unknown word', 'Tiêu đề: A\nXin chào {{hoTen}}', 2, 'hoTen'],
  ['an unknown condition', 'Tiêu đề: A\n[khi hoTen] B', 2, 'hoTen'],
  ['an unknown table', 'Tiêu đề: A\n[bảng xe]\nSTT | no\n[hết bảng]', 2, 'xe'],
  ['an unknown column', 'Tiêu đề: A\n[bảng components]\nSTT | so\n[hết bảng]', 3, 'so'],
  ['a column of no width', 'Tiêu đề: A\n[bảng components]\nSTT | no | 0\n[hết bảng]', 3, 'Viết'],
  ['a table without columns', 'Tiêu đề: A\n[bảng components]\n[hết bảng]', 2, 'cột'],
  ['a table left open', 'Tiêu đề: A\n[bảng components]\nSTT | no', 2, '[hết bảng]'],
  ['an end without a table', 'Tiêu đề: A\nB\n[hết bảng]', 3, 'Chưa mở'],
  ['no title', 'Xin chào', 1, 'Tiêu đề'],
  ['no content', 'Tiêu đề: A', 1, 'nội dung'],
];
test.each(refused)('A template with %s is refused at its line', (_, text, line, named) => {
  const { faults } = parseTemplate('receipt', text);
  expect(faults).toEqual([expect.objectContaining({ line, vi: expect.stringContaining(named) })]);
});

test('A province states its own slip: used from its day on below it, the standard before and elsewhere', async () => {
  await using t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  const own = standardTexts.control.replace('Mẫu số 06', 'Mẫu số 05');
  const state = (text: string) =>
    t.call(stateTemplate, {
      key: 'control',
      ownerUnitId: 'province-46',
      validFrom: '2025-12-01',
      decision: 'Quyết định 1/QĐ-UBND',
      text,
    });
  await expect(state('Tiêu đề: A\n{{b}}')).rejects.toMatchObject({ kind: { code: 'documents.badTemplate' } });
  expect(await state(own)).toEqual({ version: 1 });
  const on = async (day: string, unitId?: string) =>
    (await t.call(getTemplate, { key: 'control', day, ...(unitId ? { unitId } : {}) })).version;
  expect([
    await on('2025-11-30', 'province-46'),
    await on('2025-12-01', 'province-46'),
    await on('2025-12-01'),
  ]).toEqual([0, 1, 0]);
  const proof = await t.app.db.read((tx) => templateReplay.verify(tx));
  expect(proof).toEqual({ checked: 1, differences: [] });
});
