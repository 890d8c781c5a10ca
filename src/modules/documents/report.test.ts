import { spawnSync } from 'node:child_process';
import { inflateRawSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { printReport } from './report/print.ts';
import { renderDocx, renderPdf } from './report/render.ts';
import { readZipDirectory } from './rules/zipDirectory.ts';
import { sampleReport } from './samples.ts';

/** The text of one part of an archive, found by its local header. */
function partOf(archive: Uint8Array, name: string): string {
  const bytes = Buffer.from(archive);
  const entry = (readZipDirectory(bytes) as { name: string; packed: number }[]).find((e) => e.name === name)!;
  const at =
    bytes.indexOf(Buffer.concat([Buffer.from([name.length, 0])])) && bytes.indexOf(Buffer.from(name)) - 30;
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return inflateRawSync(bytes.subarray(start, start + entry.packed)).toString('utf8');
}

test('Words, numbers and days are printed the Vietnamese way', () => {
  const printed = printReport(
    sampleReport(1, {
      sections: [
        {
          table: {
            columns: [{ title: 'A' }],
            rows: [
              [1234567.5],
              [{ number: 81.285, decimals: 2, suffix: ' %' }],
              [{ day: '2025-03-05' }],
              [{ instant: new Date('2025-11-16T17:30:00Z') }],
              [null],
            ],
          },
        },
      ],
    }),
  );
  const cells = printed.sections[0]!.table!.rows.map((row) =>
    'cells' in row ? row.cells[0]!.map((r) => r.text).join('') : '',
  );
  expect(cells).toEqual(['1.234.567,5', '81,29 %', '05/03/2025', '00:30 17/11/2025', '']);
  expect(printed).toMatchObject({
    asOf: 'Số liệu tính đến 08:00 ngày 17/11/2025',
    landscape: false,
    right: { dateLine: 'Huế, ngày 17 tháng 11 năm 2025' },
    left: { number: 'Số: 128/BC-SKHCN' },
  });
  expect(printReport(sampleReport(1)).landscape).toBe(true);
});

test('Text is composed, without control characters, and links lead only to the web', () => {
  const printed = printReport(
    sampleReport(0, {
      title: 'Ba\u0301o\u0000 cáo',
      sections: [
        {
          paragraphs: [
            { text: 'a\nb', href: 'javascript:alert(1)' },
            { text: 'c', href: 'https://x.example' },
          ],
        },
      ],
    }),
  );
  expect(printed.title).toBe('Báo cáo');
  expect(printed.sections[0]!.paragraphs).toEqual([
    [{ text: 'a' }, { text: 'b', break: true }],
    [{ text: 'c', href: 'https://x.example' }],
  ]);
});

test('The PDF is tagged PDF/A with embedded fonts and a language, and the same for the same report', async () => {
  const pdf = Buffer.from(await renderPdf(sampleReport(30)));
  const text = pdf.toString('latin1');
  expect(text.startsWith('%PDF-1.7')).toBe(true);
  expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
  expect(text).toMatch(/pdfaid:part>2</);
  expect(text).toMatch(/pdfaid:conformance>A</);
  expect(text).toMatch(/\/Lang\s*\(vi\)/);
  expect([...new Set(text.match(/\+Tinos-\w+/g))].sort()).toEqual([
    '+Tinos-Bold',
    '+Tinos-BoldItalic',
    '+Tinos-Italic',
    '+Tinos-Regular',
  ]);
  expect(text).toContain('/FontFile2');
  expect(text).toContain('https://lienthong.example/tasks/1');
  expect(pdf.equals(Buffer.from(await renderPdf(sampleReport(30))))).toBe(true);
});

const canReadText = spawnSync('pdftotext', ['-v']).error === undefined;
const textOf = (pdf: Uint8Array): string =>
  spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).stdout.toString('utf8');

test.skipIf(!canReadText)(
  'The text of the PDF can be taken back with all its diacritics, and the table head stands on every page',
  async () => {
    const text = textOf(await renderPdf(sampleReport(40)));
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Huế, ngày 17 tháng 11 năm 2025',
      'Nguyễn Thị Ngọc Ánh',
      '81,29 %',
    ])
      expect(text).toContain(words);
    const pages = text.split('\f').filter((page) => /Nhiệm vụ \d/.test(page));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages)
      expect(page).toMatch(
        /STT\s+Nhiệm vụ\s+Kết quả yêu cầu\s+Thời hạn\s+Cơ quan chủ trì\s+Tiến độ\s+Kết quả đến nay/,
      );
  },
);

test('Words that look like the markup of the template are printed as they are', async () => {
  const nasty = '#panic("x") *a* _b_ $c$ @d <e> \\ // /* [x] ~ `f`';
  const pdf = await renderPdf(
    sampleReport(0, {
      title: nasty,
      subtitle: nasty,
      sections: [
        {
          heading: nasty,
          paragraphs: [nasty],
          table: { columns: [{ title: nasty }], rows: [[nasty]], groups: [{ before: 0, text: nasty }] },
          notes: [nasty],
        },
      ],
    }),
  );
  expect(pdf.length).toBeGreaterThan(10_000);
  if (canReadText) expect(textOf(pdf)).toContain(nasty);
});

test('All forms of a report are made: Party heading, draft, English, empty table, nothing but a title', async () => {
  const { heading, sections } = sampleReport(0);
  const forms = [
    sampleReport(3, { heading: { ...heading, kind: 'party' }, watermark: 'DỰ THẢO' }),
    sampleReport(3, { lang: 'en', heading: { ...heading, superior: undefined, number: undefined } }),
    sampleReport(0, {
      sections: sections.map((s) => ({
        ...s,
        ...(s.table ? { table: { ...s.table, groups: undefined } } : {}),
      })),
    }),
    sampleReport(0, {
      sections: [],
      recipients: undefined,
      signature: undefined,
      hash: undefined,
      verifyUrl: undefined,
      subtitle: undefined,
    }),
  ];
  for (const form of forms) {
    expect((await renderPdf(form)).length).toBeGreaterThan(5000);
    expect((await renderDocx(form)).length).toBeGreaterThan(3000);
  }
});

test('The DOCX has the words, a repeated table head, a language and links, and no markup from data', async () => {
  const docx = await renderDocx(sampleReport(8, { subtitle: 'Về <w:b> & “chuyển đổi số”' }));
  const xml = partOf(docx, 'word/document.xml');
  expect(xml).toContain('Về &lt;w:b&gt; &amp; “chuyển đổi số”');
  expect(xml).toContain('w:tblHeader');
  expect(xml.match(/<w:tr[ >]/g)!.length).toBe(1 + 1 + 8 + 2 + 1);
  expect(xml).toContain('w:orient="landscape"');
  for (const title of ['STT', 'Kết quả yêu cầu', 'Cơ quan chủ trì', 'Kết quả đến nay'])
    expect(xml).toContain(`>${title}<`);
  expect(partOf(docx, 'word/styles.xml')).toContain('vi-VN');
  expect(partOf(docx, 'word/_rels/document.xml.rels')).toContain('https://lienthong.example/tasks/8');
});

test('A report too long for paper is refused before it is made', async () => {
  await expect(renderPdf(sampleReport(10_001))).rejects.toThrow('documents.reportTooLong');
});
