import { describe, expect, test } from 'vitest';

import { interpretNotes } from './notes.ts';

const read = (notes: string, issuedOn = '2025-11-16') => interpretNotes(notes, issuedOn);

describe('the notes column', () => {
  test('a printed deadline with mergers', () => {
    const notes = read(
      'deadline as printed: "2025"; precision=year; agency merged in 3/2025: Bộ Kế hoạch và Đầu tư -> Bộ Tài chính; Bộ Lao động - Thương binh và Xã hội -> Bộ Nội vụ (phần lớn; chia nhiều bộ); third-party transcription',
    );
    expect(notes).toMatchObject({
      printed: '2025',
      precision: 'year',
      deadline: { lastDay: '2025-12-31', precision: 'year' },
      collective: false,
    });
    expect(notes.mergers).toEqual([
      { from: 'Bộ Kế hoạch và Đầu tư', to: 'Bộ Tài chính' },
      { from: 'Bộ Lao động - Thương binh và Xã hội', to: 'Bộ Nội vụ' },
    ]);
  });

  // Expected last days equal the deadline column, but for the two "before" rows: "before 10/12" ends on 09/12.
  test.each<[string, string, string, string | undefined]>([
    ['"before 25 November"; precision=day', '2025-11-16', 'day', '2025-11-24'],
    [
      'gave "November 2025" (speech 15/11); the written notice says before 10/12/2025: keep both; precision=day',
      '2025-11-16',
      'day',
      '2025-12-09',
    ],
    [
      'names only centre 2, no date; notice (press): before 10/12/2025; precision=day',
      '2025-11-16',
      'day',
      '2025-12-09',
    ],
    ['"at the latest 31/12/2026" as reported by press; precision=day', '2025-10-22', 'day', '2026-12-31'],
    ['"expected November 2025"; precision=month', '2025-11-16', 'month', '2025-11-30'],
    ['Q4/2025; precision=quarter', '2025-10-13', 'quarter', '2025-12-31'],
    [
      '"in Q2/2025"; system opened 20/5/2025, i.e. on time; precision=quarter',
      '2025-01-20',
      'quarter',
      '2025-06-30',
    ],
    ['"in Q1"; precision=quarter', '2025-01-20', 'quarter', '2025-03-31'],
    ['"urgently", no date', '2025-11-16', 'none', undefined],
    ['lead unverified; recurring from 2026', '2025-11-16', 'recurring', undefined],
    ['relative deadline: effective date of each law', '2025-07-02', 'relative', undefined],
    ['submission "urgently"; effective date 2026-01-01', '2025-08-08', 'none', undefined],
  ])('%s', (text, issuedOn, precision, lastDay) => {
    const { deadline } = read(text, issuedOn);
    expect(deadline?.precision).toBe(precision);
    expect(deadline?.lastDay).toBe(lastDay);
  });

  test.each([
    'precision=month',
    'no date in the excerpt; re-assigned in TB624-04',
    'year as reported by press',
    'Project 06 target for end of 2025',
    '',
  ])('no deadline is read from "%s"', (text) => expect(read(text).deadline).toBeUndefined());

  test.each<[string, object]>([
    [
      'product: 214/NQ-CP issued 23/7/2025, i.e. after the date; precision=day',
      { number: '214/NQ-CP', date: '2025-07-23' },
    ],
    [
      'product: 278/2025/NĐ-CP issued 22/10/2025, i.e. after the date; precision=month',
      { number: '278/2025/NĐ-CP', date: '2025-10-22' },
    ],
    [
      'also in 214/NQ-CP (NQ214-01); product: 2439/QĐ-TTg of 04/11/2025, i.e. after the date',
      { number: '2439/QĐ-TTg', date: '2025-11-04' },
    ],
    ['"in Q2/2025"; system opened 20/5/2025, i.e. on time', { date: '2025-05-20' }],
    ['adopted 29/9/2025: date of completion, not a printed deadline', { date: '2025-09-29' }],
  ])('product in "%s"', (text, product) => expect(read(text).product).toEqual(product));

  test('links to the same task, further parents, reported values, doubts', () => {
    expect(read('third assignment of the same task: NQ03-NV-047, TB552-03, TB624-04').sameAs).toEqual([
      'NQ03-NV-047',
      'TB552-03',
      'TB624-04',
    ]);
    expect(read('same task as CD103-03 in a second document; precision=month').sameAs).toEqual(['CD103-03']);
    expect(read('also in 214/NQ-CP (NQ214-01); product: x').sameAs).toEqual(['NQ214-01']);
    expect(read('date cut in the excerpt: unverified; see NQ03-NV-081, NQ03-NV-086')).toMatchObject({
      sameAs: [],
      unverified: true,
    });
    expect(read('shows a plan with two parents (71/NQ-CP and 8602-QĐ/TU)').parents).toEqual([
      '71/NQ-CP',
      '8602-QĐ/TU',
    ]);
    expect(read('reported then: 39.5%; precision=year').reported).toBe('39.5');
    expect(read('collective lead; precision=month')).toMatchObject({ collective: true, precision: 'month' });
  });
});
