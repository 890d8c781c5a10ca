import { type Actor, systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import type { InputOf } from '../../kit/contract.ts';
import { publishVersion, saveDraft } from './contract.ts';
import type { ProcedureContent } from './rules/model.ts';

/** A plain procedure of a commune that no check objects to: one working day, free, five steps. */
export const sampleContent = (over: Partial<ProcedureContent> = {}): ProcedureContent => ({
  name: { vi: 'Xác nhận tình trạng mẫu', en: 'Sample confirmation' },
  fieldVi: 'Hộ tịch',
  level: 'commune',
  decision: '163/QĐ-BTP',
  subjects: ['citizen'],
  agencyText: 'Ủy ban nhân dân cấp xã',
  competence: { level: 'commune', place: 'residence' },
  coordinating: [],
  conditions: [],
  channels: [
    { channel: 'desk', limit: { value: 1, unit: 'workingDay' }, fee: { kind: 'free' } },
    { channel: 'online', limit: { value: 1, unit: 'workingDay' }, fee: { kind: 'free' } },
    { channel: 'post', limit: { value: 1, unit: 'workingDay' }, fee: { kind: 'free' } },
  ],
  caseKinds: [],
  components: [
    {
      key: 'declaration',
      name: { vi: 'Tờ khai', en: 'Declaration' },
      kind: 'form',
      originals: 1,
      copies: 0,
      required: true,
    },
  ],
  steps: [
    {
      key: 'receive',
      role: 'receive',
      name: { vi: 'Tiếp nhận', en: 'Receive' },
      at: 'reception',
      limit: { value: 2, unit: 'workingHour' },
      next: [{ to: 'appraise' }],
    },
    {
      key: 'appraise',
      role: 'appraise',
      name: { vi: 'Thẩm định', en: 'Appraise' },
      at: 'competent',
      limit: { value: 3, unit: 'workingHour' },
      next: [{ to: 'sign' }],
    },
    {
      key: 'sign',
      role: 'sign',
      name: { vi: 'Ký duyệt', en: 'Sign' },
      at: 'competent',
      limit: { value: 2, unit: 'workingHour' },
      next: [{ to: 'issue' }],
    },
    {
      key: 'issue',
      role: 'issue',
      name: { vi: 'Vào sổ, đóng dấu', en: 'Number and seal' },
      at: 'competent',
      limit: { value: 1, unit: 'workingHour' },
      next: [{ to: 'return' }],
    },
    { key: 'return', role: 'return', name: { vi: 'Trả kết quả', en: 'Return' }, at: 'returnPlace', next: [] },
  ],
  results: [{ code: 'KQ.G15.000099', name: { vi: 'Giấy xác nhận', en: 'Confirmation' }, electronic: true }],
  legalBases: ['Luật Hộ tịch 2014'],
  lifeEvents: [],
  time: { pause: 'subtract', autoCloseAfter: 15, legalBasis: 'Nghị định 118/2025/NĐ-CP' },
  templates: {},
  rules: { anyPlace: true },
  serviceLevel: 'full',
  ...over,
});

interface By {
  actor?: Actor;
  now?: Date;
}

/** Saves a draft and publishes it, through the endpoints; the version's id. */
export async function samplePublished(
  app: App,
  over: Partial<Omit<InputOf<typeof saveDraft>, 'content'>> & { content?: Partial<ProcedureContent> } = {},
  { actor = systemActor, now }: By = {},
): Promise<string> {
  const who = { actor, ...(now && { now }) };
  const { content, ...rest } = over;
  const draft = await app.call(
    saveDraft,
    { code: '1.000001', validFrom: '2025-07-01', ...rest, content: sampleContent(content) },
    who,
  );
  await app.call(publishVersion, { id: draft.id }, who);
  return draft.id;
}
