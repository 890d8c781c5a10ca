import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor, systemActor } from '../../../kit/actor.ts';
import { instantOf } from '../../../kit/day.ts';
import { Problem } from '../../../kit/problems.ts';
import { readRevisions } from '../../../kit/revisions.ts';
import { testApp, type TestApp } from '../../../kit/testing.ts';
import { readXlsx } from '../../documents/index.ts';
import { actorOf, sampleAccount } from '../../identity/samples.ts';
import { stateDemoOrganisations } from '../../organisations/samples.ts';
import {
  arrangeDraft,
  freezeDraft,
  getDraft,
  getReport,
  listDrafts,
  listReports,
  listTemplates,
  openDraft,
  paperDraftFile,
  previewDraft,
  reportFile,
  saveDraft,
  saveTemplate,
} from '../contract.ts';
import { completeTask, enterReportedFigures, sampleSet } from '../samples.ts';
import { checkReportFile } from './verify.ts';

let t: TestApp;
let set: Awaited<ReturnType<typeof sampleSet>>;
beforeAll(async () => {
  t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  set = await sampleSet(t.app);
  await enterReportedFigures(t.app);
  t.clock.set(instantOf('2025-11-17', '09:00'));
});
afterAll(() => t[Symbol.asyncDispose]());

const bytesOf = (file: unknown): Buffer => Buffer.from((file as { body: Buffer | string }).body);
const open = (over: object = {}) =>
  t.call(openDraft, {
    unitId: 'government',
    templateCode: 'session',
    directiveId: set.directiveId,
    ...over,
  });

/** A draft whose text part holds these lines. */
async function withText(lines: string, over: object = {}): Promise<string> {
  const { id } = await open(over);
  await t.call(saveDraft, {
    id,
    content: { 'part.a.shown': '1', 'part.a.heading': 'Lãnh đạo', 'part.a.text': lines },
  });
  return id;
}

test('There is a template for each kind of report, and a report of each kind has its parts in order', async () => {
  const { items } = await t.call(listTemplates, {});
  expect(items.map((one) => one.kind)).toEqual(['session', 'month', 'quarter', 'half', 'nineMonths', 'year']);
  for (const { code, parts } of items) {
    const { id } = await open({ templateCode: code });
    const { content, faults } = await t.call(previewDraft, { id });
    expect(faults).toEqual([]);
    expect(content.parts.map((p) => p.id)).toEqual(parts.map((p) => p.id));
    expect(content.checks.every((c) => c.ok)).toBe(true);
  }
});

test.each([
  ['government', 'Hà Nội'],
  ['province-46', 'Huế'],
  ['commune-19789', 'Thuận Hóa'],
])('A report of %s is signed at %s unless another place is written', async (unitId, place) => {
  const { id } = await open({ unitId, templateCode: 'month' });
  expect((await t.call(getDraft, { id })).place).toBe(place);
  const other = await open({ unitId, templateCode: 'month', place: 'Cần Thơ' });
  expect((await t.call(getDraft, other)).place).toBe('Cần Thơ');
});

test('A number in the text is taken from its figure with both counts, of any unit and of the period before', async () => {
  const id = await withText(
    'Đạt {{figure:completionOfAll}}; kỳ trước {{figure:completionOfAll|before}}; quá hạn {{figure:overdueShare|numerator}}; Bộ Công an {{figure:completionOfAll|mops}}, cũng là {{figure:completionOfAll|Bộ Công an|numerator}}.\nTỷ lệ {{figure:completionOfAll|change}}.',
  );
  const { content, faults } = await t.call(previewDraft, { id });
  expect(faults).toEqual([]);
  const [text] = content.parts;
  const said =
    text!.kind === 'text'
      ? text!.paragraphs.map((p) =>
          p.map((x) => (typeof x === 'string' ? x : 'typed' in x ? x.typed : x.text)).join(''),
        )
      : [];
  expect(said[0]!.replaceAll('\u00a0', ' ')).toMatch(
    /^Đạt 33,3 % \(3\/9\); kỳ trước 33,3 % \(3\/9\); quá hạn 2; Bộ Công an 50,0 % \(1\/2\), cũng là 1\.$/,
  );
  const linked = text!.kind === 'text' ? text!.paragraphs.flat().filter((x) => typeof x === 'object') : [];
  expect(linked.length).toBe(6);
});

test('Digits that were typed are pointed out, with the tokens that show the same, and marked in the report', async () => {
  const id = await withText('Đã hoàn thành 3 nhiệm vụ, đạt 33,3 % theo Nghị quyết 57-NQ/TW.');
  const { typed, content } = await t.call(previewDraft, { id });
  expect(typed.map((x) => [x.text, x.part])).toEqual([
    ['3', 'a'],
    ['33,3 %', 'a'],
  ]);
  expect(typed[0]!.tokens).toContain('{{figure:completionOfAll|numerator}}');
  expect(typed[1]!.tokens).toEqual(['{{figure:completionOfAll}}']);
  const [text] = content.parts;
  expect(text!.kind === 'text' && text!.paragraphs[0]).toContainEqual({ typed: '33,3 %' });
});

test('A token that leads nowhere is named and keeps the report from being signed', async () => {
  const id = await withText('{{figure:khong-co}} và {{figure:completionOfAll|khong-co}} và {{sai}}');
  expect((await t.call(previewDraft, { id })).faults.map((f) => f.part)).toEqual(['a', 'a', 'a']);
  const refused = (await t.call(freezeDraft, { id }).catch((e: unknown) => e)) as Problem;
  expect(refused.kind.code).toBe('indicators.textFaulty');
  expect(refused.fields.map((f) => f.path)).toEqual(['part.a.text', 'part.a.text', 'part.a.text']);
});

test('A draft is saved as it is typed, its parts are added, moved and removed, and only its own people see it', async () => {
  const { id } = await open({ templateCode: 'month' });
  await t.call(saveDraft, {
    id,
    content: { title: 'Báo cáo thử', number: '12/BC-VPCP', classification: 'public' },
  });
  const added = await t.call(arrangeDraft, { id, act: 'add', kind: 'chart' });
  await t.call(saveDraft, {
    id,
    content: {
      [`part.${added.part}.shown`]: '1',
      [`part.${added.part}.of`]: 'months',
      [`part.${added.part}.code`]: 'completionOfAll',
    },
  });
  await t.call(arrangeDraft, { id, act: 'up', part: added.part! });
  await t.call(arrangeDraft, { id, act: 'remove', part: 'e' });
  const draft = await t.call(getDraft, { id });
  expect(draft).toMatchObject({ title: 'Báo cáo thử', number: '12/BC-VPCP', classification: 'public' });
  expect(draft.parts.map((p) => p.id)).not.toContain('e');
  expect(draft.parts.at(-2)).toMatchObject({ id: added.part, kind: 'chart', of: 'months' });
  await expect(t.call(getDraft, { id }, publicActor)).rejects.toThrow('signInNeeded');
  const now = new Date('2025-01-01T00:00:00Z');
  const roles = [
    { role: 'coordinator' as const, unitId: 'ministry-finance', clearance: 'internal' as const },
  ];
  await sampleAccount(t.app, { email: 'btc@x.vn', name: 'Người khác', roles, now }).catch(() => undefined);
  expect((await t.call(listDrafts, {})).items.map((d) => d.id)).toContain(id);
});

test('Who may not sign for the unit prepares a report, and its head signs it', async () => {
  const now = new Date('2025-01-01T00:00:00Z');
  await sampleAccount(t.app, {
    email: 'daumoi@x.vn',
    name: 'Đầu mối',
    roles: [{ role: 'coordinator', unitId: 'mops', clearance: 'internal' }],
    now,
  });
  const actor = await actorOf(t.app, 'daumoi@x.vn');
  await expect(
    open({ unitId: 'government' }).then(({ id }) => t.call(getDraft, { id }, actor)),
  ).rejects.toThrow('notFound');
  const { id } = await t.call(
    openDraft,
    { unitId: 'mops', aboutUnitId: 'mops', templateCode: 'quarter' },
    actor,
  );
  expect((await t.call(getDraft, { id }, actor)).mayFreeze).toBe(false);
  expect((await t.call(previewDraft, { id }, actor)).content.about.id).toBe('mops');
  await expect(t.call(freezeDraft, { id }, actor)).rejects.toThrow(/notAllowed|signInNeeded|notFound/);
  await sampleAccount(t.app, {
    email: 'thutruong@x.vn',
    name: 'Thủ trưởng',
    roles: [{ role: 'head', unitId: 'mops', clearance: 'restricted' }],
    now,
  });
  const head = await actorOf(t.app, 'thutruong@x.vn');
  expect((await t.call(getDraft, { id }, head)).mayFreeze).toBe(true);
  const signed = await t.call(freezeDraft, { id }, head);
  expect((await t.call(getReport, { id: signed.id }, head)).frozenBy).toBe('Thủ trưởng');
});

test('A template is changed as a new version; reports keep the one they came from', async () => {
  const [session] = (await t.call(listTemplates, { kind: 'session' })).items;
  const { id } = await open();
  const saved = await t.call(saveTemplate, {
    code: 'session',
    kind: 'session',
    name: session!.name,
    parts: session!.parts.slice(0, 3),
  });
  expect(saved.version).toBe(3);
  expect((await t.call(getDraft, { id })).template.version).toBe(2);
  const { id: later } = await open();
  expect((await t.call(getDraft, { id: later })).parts.length).toBe(3);
  await t.call(saveTemplate, {
    code: 'session',
    kind: 'session',
    name: session!.name,
    parts: session!.parts,
  });
});

test.each(['session', 'month', 'quarter', 'half', 'nineMonths', 'year'])(
  'The template %s speaks English in an English report, and keeps both languages when it is saved from one',
  async (templateCode) => {
    const vietnamese = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;
    const { id } = await open({ templateCode, language: 'en' });
    const { parts, kind } = await t.call(getDraft, { id });
    const said = parts.map((one) => one.heading + (one.kind === 'text' ? one.text : '')).join(' ');
    expect(vietnamese.exec(said)).toBeNull();
    expect(parts.every((one) => one.en === undefined)).toBe(true);
    expect((await t.call(previewDraft, { id })).faults).toEqual([]);
    const [before] = (await t.call(listTemplates, { kind })).items;
    const changed = parts.map((one) => (one.id === 'm' ? { ...one, heading: 'Requests' } : one));
    await t.call(saveTemplate, { code: templateCode, kind, name: before!.name, parts: changed });
    const [after] = (await t.call(listTemplates, { kind })).items;
    const rest = (list: typeof before) =>
      list!.parts.filter((one) => one.id !== 'm').map((one) => ({ codes: [], ...one }));
    expect(rest(after)).toEqual(rest(before));
    expect(after!.parts.find((one) => one.id === 'm')).toMatchObject({ heading: 'Requests' });
    await t.call(saveTemplate, { code: templateCode, kind, name: before!.name, parts: before!.parts });
  },
);

test.each([
  ['half', '2025-H1', 'Points of the first half of 2025.'],
  ['nineMonths', '2025-9M', 'Points of the nine months of 2025.'],
  ['year', '2025', 'Points of the year 2025.'],
  ['session', '2025-11-15', 'A session has no period of its own'],
])(
  'A report (%s) scores an index over its own months, or says that it cannot',
  async (templateCode, period, said) => {
    const { id } = await open({ templateCode, period, language: 'en', aboutUnitId: 'province-46' });
    const { part } = await t.call(arrangeDraft, { id, act: 'add', kind: 'table' });
    await t.call(saveDraft, {
      id,
      content: {
        [`part.${part!}.shown`]: '1',
        [`part.${part!}.heading`]: 'Index',
        [`part.${part!}.of`]: 'index',
      },
    });
    const paper = JSON.stringify(await t.call(previewDraft, { id }));
    expect(paper).toContain(said);
  },
);

let frozenId: string;
test('A frozen report stays as it was, shows what has become of its figures, and names the records that changed', async () => {
  const id = await withText('Đạt {{figure:completionOfAll}}.', { language: 'vi' });
  const { id: frozen } = await t.call(freezeDraft, { id });
  frozenId = frozen;
  const before = await t.call(getReport, { id: frozen });
  expect(before).toMatchObject({ intact: true, kind: 'session', beside: { changed: 0 } });
  expect(before.paper!.rules.map((r) => r.code)).toContain('completionOfAll');
  await completeTask(t.app, set.tasks['D']!, '2025-11-17', '2025-11-16');
  const after = await t.call(getReport, { id: frozen });
  expect(after.paper).toEqual(before.paper);
  expect(after.beside!.records).toMatchObject([{ ref: 'D', from: 'inTerm', to: 'doneAhead' }]);
  const row = after.beside!.figures.find((f) => f.code === 'completionOfAll')!;
  expect([row.then.numerator, row.now!.numerator]).toEqual([3, 4]);
  await expect(t.call(freezeDraft, { id })).rejects.toThrow('indicators.alreadyFrozen');
  await expect(t.call(saveDraft, { id, content: {} })).rejects.toThrow('indicators.alreadyFrozen');
  const { items } = await t.call(listReports, {});
  expect(items.find((one) => one.id === frozen)).toMatchObject({ kind: 'session' });
});

test('Who comes with a session signs too: what confirms him leaves the moment of the report alone', async () => {
  const id = await withText('Đạt {{figure:completionOfAll}}.');
  const confirm = () => ({ isSame: Promise.resolve(true), revisions: t.app.db.look(readRevisions) });
  const { hash } = await t.app.call(freezeDraft, { id }, { actor: systemActor, confirm });
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test('PDF, DOCX and XLSX hold the same, with charts that have words, and carry what checks them', async () => {
  const files = Object.fromEntries(
    await Promise.all(
      (['pdf', 'docx', 'xlsx'] as const).map(async (format) => [
        format,
        bytesOf(await t.call(reportFile, { id: frozenId, format })),
      ]),
    ),
  ) as Record<'pdf' | 'docx' | 'xlsx', Buffer>;
  for (const file of Object.values(files)) expect(checkReportFile(file).faults).toEqual([]);
  const document = strFromU8(unzipSync(files.docx)['word/document.xml']!);
  expect(document).toContain('Biểu đồ thanh chồng');
  expect(document).toContain('33,3');
  expect(Object.keys(unzipSync(files.docx)).some((name) => name.endsWith('.png'))).toBe(true);
  const book = await readXlsx(files.xlsx);
  expect(book.sheets.map((s) => s.name)).toEqual(expect.arrayContaining(['Nội dung', 'Kiểm tra']));
  expect(files.pdf.includes('/AFRelationship')).toBe(true);
  const { id } = await open();
  const draft = bytesOf(await t.call(paperDraftFile, { id, format: 'pdf' }));
  expect(draft.subarray(0, 4).toString()).toBe('%PDF');
}, 60_000);
