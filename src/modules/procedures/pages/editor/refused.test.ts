import { describe, expect, test } from 'vitest';

import type { Problem } from '../../../../kit/problems.ts';
import { sampleContent } from '../../samples.ts';
import { boxNameOf } from './box-names.ts';
import type { Flat } from './flat.ts';
import { boxesOf, editedBy } from './parts.ts';

const was = { content: sampleContent() };
const saved = (typed: Flat) => editedBy('times', { ...boxesOf('times', was), ...typed }, was).content;
function refusedAt(typed: Flat): string[] {
  try {
    saved(typed);
  } catch (error) {
    return (error as Problem).fields.map(({ path }) => path);
  }
  return [];
}

describe('What is typed in the editor', () => {
  test.each(['rất rẻ', '150 nghìn', '0,5 triệu', '1.50'])('“%s” is no fee, and is not forgotten', (fee) => {
    expect(refusedAt({ 'channels.0.fee': fee })).toEqual(['channels.0.fee']);
  });

  test.each([
    ['150.000 đồng', { kind: 'amount', dong: 150_000 }],
    ['8000', { kind: 'amount', dong: 8000 }],
    ['Miễn phí', { kind: 'free' }],
    ['', { kind: 'unknown' }],
  ])('“%s” is a fee', (fee, read) => {
    expect(saved({ 'channels.0.fee': fee, 'channels.0.per': '' }).channels[0]!.fee).toEqual(read);
  });

  test.each([
    ['time.pause', { 'time.pause': '', 'time.autoCloseAfter': '12' }],
    ['channels.9.channel', { 'channels.9.channel': '', 'channels.9.limit': '3 ngày' }],
    ['caseKinds.9.vi', { 'caseKinds.9.vi': '', 'caseKinds.9.addition': '3 ngày' }],
  ])('is not lost because %s beside it is empty', (at, typed) => {
    expect(refusedAt(typed as unknown as Flat)).toEqual([at]);
  });
});

test.each([
  ['content.name.vi', 'general.nameVi'],
  ['content.legalBases.0', 'general.legalBases'],
  ['content.competence.field', 'general.competenceField'],
  ['content.steps.2.name.vi', 'steps.2.vi'],
  ['content.form.sections.0.fields.1.label.en', 'sections.0.fields.1.en'],
  ['validFrom', 'validFrom'],
])('what the contract calls %s is typed at %s', (path, box) => {
  expect(boxNameOf(path)).toBe(box);
});
