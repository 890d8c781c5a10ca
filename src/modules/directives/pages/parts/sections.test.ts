import { expect, test } from 'vitest';

import { readSections, sectionsText } from './sections.ts';

test('Lines become sections, deeper ones below the line above', () => {
  const found = readSections('I | Thể chế | Institutions\n  1 | Luật\n  2 | Nghị định\nII | Hạ tầng\n\nKhác');
  expect(found.map((s) => [s.code, s.number, s.parentCode])).toEqual([
    ['I', 'I', undefined],
    ['I.1', '1', 'I'],
    ['I.2', '2', 'I'],
    ['II', 'II', undefined],
    ['s5', '', undefined],
  ]);
  expect(found[0]!.titleEn).toBe('Institutions');
});

test('A section that is there keeps its code, and writing what was read gives the same text', () => {
  const there = [{ code: 'NQ03-PL2-I', number: 'I', titleVi: 'Nhóm I', titleEn: '' }];
  const text = 'I | Nâng cao nhận thức\n  1 | Truyền thông';
  const found = readSections(text, there);
  expect(found[0]!.code).toBe('NQ03-PL2-I');
  expect(found[1]!.parentCode).toBe('NQ03-PL2-I');
  expect(sectionsText(found)).toBe(text);
});
