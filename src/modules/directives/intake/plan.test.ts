import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { agencyKey } from './agencies.ts';
import { readCsv } from './csv.ts';
import { readDirectiveRows } from './plan.ts';
import type { ReadContext } from './row.ts';

const register = new Set(
  [
    'Bộ Công an',
    'Bộ Tài chính',
    'Bộ Thông tin và Truyền thông',
    'Bộ Khoa học và Công nghệ',
    'Văn phòng Trung ương Đảng',
  ].map(agencyKey),
);
const context: ReadContext = {
  resolveAgency: (name) => (register.has(agencyKey(name)) ? 'found' : 'unknown'),
};
const read = (text: string, more: Partial<ReadContext> = {}) =>
  readDirectiveRows(readCsv(new TextEncoder().encode(text)).records, { ...context, ...more });

const HEAD =
  'ref,source_document,issued_on,parent_ref,title_vi,title_en,kind,lead_agency_vi,coordinating_agencies_vi,deadline,product_vi,target_value,target_unit,source_url,notes\n';

describe('the registry layout', () => {
  test('a row with a printed month, a merged lead and a group as parent', () => {
    const { rows, groups, faults, layout } = read(
      `${HEAD}NQ03-NV-016,"03/NQ-CP, Phụ lục II",2025-01-09,NQ03-PL2-II,Sửa luật chất lượng hàng hóa,Amend the goods quality law,task,Bộ Thông tin và Truyền thông Bộ Khoa học và Công nghệ,"Các bộ, ngành, địa phương",2025-10-31,Luật của Quốc hội,,,https://example.vn/a,"deadline as printed: ""Tháng 10/2025""; precision=month"\n`,
    );
    expect(faults).toEqual([]);
    expect(layout).toBe('registry');
    expect(groups).toEqual([{ ref: 'NQ03-PL2-II' }]);
    expect(rows[0]).toMatchObject({
      line: 2,
      ref: 'NQ03-NV-016',
      kind: 'task',
      issuedOn: '2025-01-09',
      parentRef: 'NQ03-PL2-II',
      product: 'Luật của Quốc hội',
      source: { number: '03/NQ-CP', part: 'Phụ lục II' },
      deadline: { text: 'Tháng 10/2025', precision: 'month', firstDay: '2025-10-01', lastDay: '2025-10-31' },
      lead: [
        { text: 'Bộ Thông tin và Truyền thông', kind: 'named' },
        { text: 'Bộ Khoa học và Công nghệ', kind: 'named' },
      ],
      coordinating: [{ text: 'Các bộ, ngành, địa phương', kind: 'collective' }],
    });
  });

  test('where only the precision is noted, the usual wording is made', () => {
    const row = (precision: string, day: string) =>
      read(
        `${HEAD}R-1,214/NQ-CP,2025-01-23,57-NQ/TW,Việc,,task,Bộ Công an,,${day},Quyết định,,,,precision=${precision}\n`,
      ).rows[0]?.deadline;
    expect(row('month', '2025-08-31')).toMatchObject({
      text: '8/2025',
      precision: 'month',
      firstDay: '2025-08-01',
      lastDay: '2025-08-31',
    });
    expect(row('quarter', '2025-03-31')).toMatchObject({ text: 'Quý I/2025', firstDay: '2025-01-01' });
    expect(row('year', '2026-12-31')).toMatchObject({
      text: '2026',
      precision: 'year',
      firstDay: '2026-01-01',
    });
    expect(row('day', '2025-06-30')).toMatchObject({ text: '2025-06-30', precision: 'day' });
  });

  test('the column counts where the print says "before" its day, and a warning tells', () => {
    const { rows, faults } = read(
      `${HEAD}TB624-02,624/TB-VPCP,2025-11-16,57-NQ/TW,Bộ công cụ đánh giá,,task,Bộ Công an,,2025-12-10,Bộ công cụ,,,,the written notice says before 10/12/2025: keep both; precision=day\n`,
    );
    expect(faults.map((one) => one.code)).toEqual(['deadlineDiffersFromPrinted']);
    expect(rows[0]?.deadline).toEqual({
      text: 'before 10/12/2025',
      precision: 'day',
      lastDay: '2025-12-10',
      understood: true,
    });
  });

  test('a target with two goals', () => {
    const { rows, groups } = read(
      `${HEAD}NQ03-CT-11.1,"03/NQ-CP, Phụ lục I",2025-01-09,NQ03-CT-11,Xếp hạng,,target,Bộ Công an,,2030-12-31,,<=3 ASEAN; <=50 thế giới,thứ hạng,,\n`,
    );
    expect(rows[0]?.targets.map(({ value, scope }) => [value, scope])).toEqual([
      ['3', 'ASEAN'],
      ['50', 'thế giới'],
    ]);
    expect(groups).toEqual([{ ref: 'NQ03-CT-11' }]);
    expect(rows[0]?.deadline).toMatchObject({ text: '2030', precision: 'year', lastDay: '2030-12-31' });
  });
});

describe('the appendix layouts', () => {
  const document = { sourceDocument: '03/NQ-CP, Phụ lục II', issuedOn: '2025-01-09' };

  test('tasks: codes from the number, headings as groups, deadlines as printed, "nt" as above', () => {
    const { rows, groups, faults, layout } = read(
      'STT;Nhiệm vụ;Cơ quan chủ trì;Cơ quan phối hợp;Kết quả;Thời gian hoàn thành\n' +
        'I;NÂNG CAO NHẬN THỨC;;;;\n1;Chương trình tuyên truyền;Bộ Công an;;Quyết định;6/2025\n2;Phong trào học tập số;nt;;Kế hoạch;Thường xuyên\n' +
        'II;HOÀN THIỆN THỂ CHẾ;;;;\n3;Sửa luật ngân sách;Bộ Tài chính;;Luật;trước ngày 30/6/2025\n',
      document,
    );
    expect(layout).toBe('appendixTasks');
    expect(faults.map((one) => [one.line, one.column, one.code])).toEqual([[4, 3, 'ditto']]);
    expect(groups).toEqual([
      { ref: 'NQ03-I', title: 'NÂNG CAO NHẬN THỨC' },
      { ref: 'NQ03-II', title: 'HOÀN THIỆN THỂ CHẾ' },
    ]);
    expect(
      rows.map(({ ref, parentRef, leadText, deadline }) => [ref, parentRef, leadText, deadline.lastDay]),
    ).toEqual([
      ['NQ03-001', 'NQ03-I', 'Bộ Công an', '2025-06-30'],
      ['NQ03-002', 'NQ03-I', 'Bộ Công an', undefined],
      ['NQ03-003', 'NQ03-II', 'Bộ Tài chính', '2025-06-29'],
    ]);
  });

  test('targets: the result is the value', () => {
    const { rows, faults, layout } = read(
      'STT,Chỉ tiêu,Đơn vị tính,Kết quả,"Cơ quan chủ trì theo dõi, đánh giá"\n1,Chi cho R&D,% GDP,2,Bộ Khoa học và Công nghệ\n',
      document,
    );
    expect(layout).toBe('appendixTargets');
    expect(faults.map((one) => one.code)).toEqual(['deadlineMissing']);
    expect(rows[0]).toMatchObject({
      kind: 'target',
      targets: [{ value: '2', unit: '% GDP', comparator: 'atLeast' }],
    });
  });

  test('without a document named by the user the rows are refused', () => {
    const { rows, faults } = read(
      'STT,Nhiệm vụ,Cơ quan chủ trì,Thời gian hoàn thành\n1,Việc,Bộ Công an,2025\n',
    );
    expect(rows).toEqual([]);
    expect(faults.map((one) => one.code)).toEqual(['sourceMissing', 'productMissing']);
  });

  test('numbers turned into 1.0 are told', () => {
    const { faults } = read(
      'STT,Nhiệm vụ,Cơ quan chủ trì,Kết quả,Thời gian hoàn thành\n1.0,Việc,Bộ Công an,x,2025\n',
      document,
    );
    expect(faults.map((one) => one.code)).toEqual(['codeTurnedIntoNumber']);
  });
});

test('no table makes it throw, and every accepted row is whole', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      'Bộ Công an',
      '2025',
      'R-1',
      'R-2',
      'task',
      '30/02/2025',
      '45838',
      '>=80',
      '%',
      'nt',
      '=',
    ),
  );
  const records = fc.array(fc.array(cell, { minLength: 13, maxLength: 16 }), { maxLength: 6 });
  fc.assert(
    fc.property(records, (table) => {
      const header = HEAD.trim().split(',');
      const rows = [header, ...table].map((cells, i) => ({ line: i + 1, cells }));
      const result = readDirectiveRows(rows, context);
      for (const row of result.rows)
        expect(row.ref && row.titleVi && row.source.key && row.lead.length).toBeTruthy();
      expect(new Set(result.rows.map((row) => row.ref)).size).toBe(result.rows.length);
    }),
  );
});
