import { expect, test } from 'vitest';

import { deskMessages } from '../../messages/desk.ts';
import { wordsIn } from './case-timeline.tsx';

const { vi, en } = deskMessages;

test.each([
  ['a pause that is over says why', 'case.resumed', { reason: 'applicantAnswer' }, ['Người nộp đã trả lời']],
  ['a due date moved by the plan shows no key of a step', 'case.dueRecomputed', { basis: 'draft' }, []],
  [
    'a due date moved by a decision names it',
    'case.dueRecomputed',
    { basis: 'Nghị định 118/2025/NĐ-CP' },
    ['Nghị định 118/2025/NĐ-CP'],
  ],
  ['what a person wrote stays as he wrote it', 'case.apologised', { reason: 'sai' }, ['sai']],
])('%s', (_what, kind, payload, lines) => {
  expect(wordsIn(kind, payload, vi)).toEqual(lines);
});

test('a slip that was printed is told by its name in both languages', () => {
  const slip = { key: 'result', about: 1, templateId: 'standard/result@0', fileId: '', sha256: '' };
  const said = [vi, en].map(({ events }) => events['case.slipIssued'](slip, {} as never));
  expect(said).toEqual(['Đã in và lưu: Kết quả', 'Printed and kept: Result']);
});
