import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseSourceDocument } from './source.ts';

describe('assigning documents as cited', () => {
  test.each<[string, object]>([
    [
      '03/NQ-CP, Phụ lục II',
      { number: '03/NQ-CP', part: 'Phụ lục II', kind: 'resolution', issuer: 'Chính phủ' },
    ],
    ['03/NQ-CP, Phụ lục I', { number: '03/NQ-CP', part: 'Phụ lục I', kind: 'resolution' }],
    [
      '624/TB-VPCP (kết luận phiên họp 5, 15/11/2025)',
      { number: '624/TB-VPCP', kind: 'notice', issuer: 'Văn phòng Chính phủ', heldOn: '2025-11-15' },
    ],
    [
      '552/TB-VPCP (kết luận phiên họp 4, 24/9/2025)',
      { number: '552/TB-VPCP', kind: 'notice', heldOn: '2025-09-24' },
    ],
    [
      '408/TB-VPCP (kết luận phiên họp 3, 20/7/2025)',
      { number: '408/TB-VPCP', kind: 'notice', heldOn: '2025-07-20' },
    ],
    [
      'Cuộc họp 01/8/2025 của Phó Thủ tướng Nguyễn Chí Dũng',
      { kind: 'meeting', issuer: 'Phó Thủ tướng Chính phủ', heldOn: '2025-08-01' },
    ],
    ['315/TB-VPCP (họp triển khai Kế hoạch 02-KH/BCĐTW)', { number: '315/TB-VPCP', kind: 'notice' }],
    ['Công điện 103/CĐ-TTg', { number: '103/CĐ-TTg', kind: 'telegram', issuer: 'Thủ tướng Chính phủ' }],
    ['214/NQ-CP', { number: '214/NQ-CP', kind: 'resolution' }],
    ['278/2025/NĐ-CP', { number: '278/2025/NĐ-CP', kind: 'decree', issuer: 'Chính phủ' }],
    ['126/QĐ-BCĐCP', { number: '126/QĐ-BCĐCP', kind: 'decision', issuer: 'Ban Chỉ đạo của Chính phủ' }],
    ['33/CT-TTg', { number: '33/CT-TTg', kind: 'directive', issuer: 'Thủ tướng Chính phủ' }],
    [
      'Kết luận phiên họp thứ nhất BCĐTW 20/01/2025',
      { kind: 'conclusion', issuer: 'Ban Chỉ đạo Trung ương', heldOn: '2025-01-20' },
    ],
    ['02-KH/BCĐTW', { number: '02-KH/BCĐTW', kind: 'plan', issuer: 'Ban Chỉ đạo Trung ương' }],
    [
      'Kế hoạch 515/KH-BCA-BNN&MT',
      { number: '515/KH-BCA-BNN&MT', kind: 'plan', issuer: 'Bộ Công an, Bộ Nông nghiệp và Môi trường' },
    ],
    [
      'Kết luận Tổng Bí thư, hội nghị 02/7/2025',
      { kind: 'conclusion', issuer: 'Tổng Bí thư', heldOn: '2025-07-02' },
    ],
    [
      '07-TB/CQTTBCĐ (kết luận Tổng Bí thư 15/10/2025, quý III)',
      { number: '07-TB/CQTTBCĐ', kind: 'notice', heldOn: '2025-10-15' },
    ],
    ['8602-QĐ/TU (Hà Nội)', { number: '8602-QĐ/TU', kind: 'decision', issuer: 'Thành ủy Hà Nội' }],
    [
      'Kế hoạch 139/KH-UBND (Hà Nội)',
      { number: '139/KH-UBND', kind: 'plan', issuer: 'Ủy ban nhân dân Hà Nội' },
    ],
    ['Kế hoạch 98/KH-BCĐ (Huế)', { number: '98/KH-BCĐ', kind: 'plan', issuer: 'Ban Chỉ đạo Huế' }],
    ['57-NQ/TW', { number: '57-NQ/TW', kind: 'resolution', issuer: 'Bộ Chính trị' }],
    ['Ghi chú nội bộ', { kind: 'other', key: 'Ghi chú nội bộ' }],
  ])('%s', (text, expected) => {
    const read = parseSourceDocument(text);
    expect(read).toMatchObject(expected);
    expect('number' in read).toBe('number' in expected);
  });

  test('both appendices belong to one document', () => {
    expect(parseSourceDocument('03/NQ-CP, Phụ lục I').key).toBe(
      parseSourceDocument('03/NQ-CP, Phụ lục II').key,
    );
  });

  test('any text gives a key', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(parseSourceDocument(text).text).toBe(text);
      }),
    );
  });
});
