/** Every kind of fault as bytes, with exactly the faults that reading them must give. */
import { agencyKey } from './agencies.ts';
import { readCsv } from './csv.ts';
import type { Fault, FaultCode } from './faults.ts';
import { readDirectiveRows, type ReadResult } from './plan.ts';
import type { ReadContext } from './row.ts';

const register = new Map(
  [
    ['Bộ Công an', 'found'],
    ['Bộ Y tế', 'found'],
    ['Bộ Tài chính', 'found'],
    ['UBND xã Phú Lộc', 'ambiguous'],
  ].map(([name, state]) => [agencyKey(name!), state as 'found' | 'ambiguous']),
);
const context: ReadContext = {
  resolveAgency: (name) => register.get(agencyKey(name)) ?? 'unknown',
  knownRefs: new Set(['NQ03-NV-001']),
};

const HEAD = [
  'ref',
  'source_document',
  'issued_on',
  'parent_ref',
  'title_vi',
  'kind',
  'lead_agency_vi',
  'coordinating_agencies_vi',
  'deadline',
  'product_vi',
  'target_value',
  'target_unit',
  'source_url',
];
const GOOD: Record<string, string> = {
  ref: 'NQ99-01',
  source_document: '99/NQ-CP',
  issued_on: '2025-01-09',
  parent_ref: '57-NQ/TW',
  title_vi: 'Xây dựng đề án',
  kind: 'task',
  lead_agency_vi: 'Bộ Công an',
  coordinating_agencies_vi: 'Bộ Y tế',
  deadline: '2025-06-30',
  product_vi: 'Đề án',
};
const quote = (cell: string) => (/[",;\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
export const csv = (rows: Record<string, string>[], delimiter = ',', end = '\n') =>
  [HEAD, ...rows.map((row) => HEAD.map((name) => ({ ...GOOD, ...row })[name] ?? ''))]
    .map((row) => row.map(quote).join(delimiter))
    .join(end) + end;
export const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean) =>
  new Uint8Array(Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le'));
const windows1258 = (text: string) =>
  Uint8Array.from(
    [...text]
      .map(
        (c) =>
          ({
            ộ: [0xf4, 0xf2],
            ế: [0xea, 0xec],
            đ: [0xf0],
            ề: [0xea, 0xcc],
            ự: [0xfd, 0xf2],
            â: [0xe2],
            á: [0xe1],
            Đ: [0xd0],
          })[c] ?? [c.charCodeAt(0)],
      )
      .flat(),
  );
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

export function read(input: Uint8Array): ReadResult & { found: Fault[] } {
  const table = readCsv(input);
  const result =
    table.records.length === 0
      ? { rows: [], groups: [], faults: [] }
      : readDirectiveRows(table.records, context);
  return { ...result, found: [...table.faults, ...result.faults] };
}

const one = (row: Record<string, string>) => bytes(csv([row]));
const target = (row: Record<string, string>) => one({ kind: 'target', product_vi: '', ...row });

type Case = [name: string, input: Uint8Array, codes: FaultCode[], rows?: number];

export const fileCases: Case[] = [
  ['a sound file', one({}), [], 1],
  ['empty', bytes(''), ['emptyFile'], 0],
  ['only blanks', bytes(' \r\n \r\n'), ['emptyFile'], 0],
  ['an XLSX named .csv', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), ['xlsxFile'], 0],
  ['an old XLS', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), ['xlsFile'], 0],
  ['a PDF', bytes('%PDF-1.7'), ['pdfFile'], 0],
  ['an HTML page', bytes('\ufeff <!DOCTYPE html><html></html>'), ['htmlFile'], 0],
  ['an HTML table saved as .xls', bytes('<table><tr><td>1</td></tr></table>'), ['htmlFile'], 0],
  ['XML', bytes('<?xml version="1.0"?><a/>'), ['xmlFile'], 0],
  ['JSON', bytes('[{"ref":"1"}]'), ['jsonFile'], 0],
  ['too large', new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61), ['fileTooLarge'], 0],
  ['UTF-8 with BOM', bytes(`\ufeff${csv([{}])}`), [], 1],
  ['UTF-16 with BOM', utf16(csv([{}]), true), ['encodingUtf16'], 1],
  ['UTF-16 without BOM', utf16(csv([{}]), false), ['encodingUtf16'], 1],
  [
    'UTF-16 big endian',
    new Uint8Array(Buffer.from(`\ufeff${csv([{}])}`, 'utf16le').swap16()),
    ['encodingUtf16'],
    1,
  ],
  ['UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 0x72, 0, 0, 0]), ['utf32File'], 0],
  [
    'Windows-1258',
    windows1258(csv([{ title_vi: 'Xây đề án', product_vi: 'Đề án' }])),
    ['encodingGuessed'],
    1,
  ],
  [
    'Latin letters of another language',
    latin1(csv([{ title_vi: 'Größe déjà straße été' }]).replace(/[^\u0000-\u00ff]/g, 'x')),
    ['encodingUnknown'],
    0,
  ],
  [
    'UTF-8 with broken bytes',
    Uint8Array.from([
      ...one({ title_vi: 'Đẩy mạnh phát triển cơ sở dữ liệu quốc gia về đất đai' }),
      0xc3,
      0x28,
    ]),
    ['brokenUtf8'],
    0,
  ],
  ['UTF-8 read as Latin and saved again', one({ title_vi: 'Bá»™ CÃ´ng an' }), ['mojibake'], 1],
  ['letters lost in a conversion', one({ title_vi: 'B\ufffd Công an' }), ['replacementCharacter'], 1],
  ['a NUL character', one({ title_vi: 'a\0b' }), ['nulCharacter', 'controlCharacter'], 0],
  ['mixed line ends', bytes(csv([{}]).replace('\n', '\r\n')), ['mixedLineEnds'], 1],
  ['old Mac line ends', bytes(csv([{}], ',', '\r')), ['oldMacLineEnds'], 1],
  ['semicolons', bytes(csv([{}], ';')), [], 1],
  ['tabs', bytes(csv([{}], '\t')), [], 1],
  ['the separator line of Excel', bytes(`sep=;\n${csv([{}], ';')}`), [], 1],
  ['an unclosed quote', bytes(`${csv([{}])}NQ99-02,"99/NQ-CP`), ['unclosedQuote', 'rowTooShort'], 1],
  [
    'text after a quote',
    bytes(csv([{ title_vi: 'A, B' }]).replace('"A, B"', '"A, B" C')),
    ['textAfterQuote'],
    1,
  ],
  [
    'a quote inside an unquoted cell',
    bytes(csv([{}]).replace('Xây dựng đề án', 'Xây "dựng" đề án')),
    ['quoteInsideField'],
    1,
  ],
  ['no header', bytes('1,2,3\n4,5,6\n'), ['headerMissing'], 0],
  [
    'a required column missing',
    bytes(csv([{}]).replace('lead_agency_vi', 'x')),
    ['columnUnknown', 'columnMissing'],
    0,
  ],
  ['a column twice', bytes(csv([{}]).replace('kind', 'ref')), ['columnDuplicate'], 0],
  ['an unknown column', bytes(csv([{}]).replace('kind', 'màu')), ['columnUnknown'], 1],
  ['data in a column without a name', bytes(csv([{}]).replace(',kind,', ',,')), ['columnUnnamed'], 1],
  [
    'Vietnamese header without accents',
    bytes(csv([{}]).replace('lead_agency_vi', 'Co quan chu tri').replace('deadline', 'THỜI HẠN')),
    [],
    1,
  ],
  ['a title above the header', bytes(`PHỤ LỤC\n${csv([{}])}`), ['textAboveHeader'], 1],
  [
    'the header repeated on the next page',
    bytes(csv([{}]) + csv([{ ref: 'NQ99-02' }])),
    ['headerRepeated'],
    2,
  ],
  ['only a header', bytes(csv([])), ['noRows'], 0],
  [
    'too many rows',
    bytes(csv(Array.from({ length: 20_001 }, (_, i) => ({ ref: `R-${i}` })))),
    ['tooManyRows'],
    0,
  ],
  ['blank rows between', bytes(csv([{}]).replace('NQ99-01', ' \n,,,\nNQ99-01')), [], 1],
  ['a short row', bytes(`${csv([{}])}NQ99-02,99/NQ-CP\n`), ['rowTooShort'], 1],
  ['a long row', bytes(csv([{}]).replace(/\n$/, ',x\n')), ['rowTooLong'], 0],
  ['empty cells at the end', bytes(csv([{}]).replace(/\n$/, ',,\n')), [], 1],
];

export const cellCases: Case[] = [
  ['no code', one({ ref: '' }), ['refMissing'], 0],
  ['a code twice', bytes(csv([{}, { title_vi: 'Khác' }])), ['refDuplicate'], 1],
  ['a row twice', bytes(csv([{}, {}])), ['rowRepeated'], 1],
  ['a code with signs', one({ ref: 'NQ99 01*' }), ['refMalformed'], 0],
  ['a code turned into 1.0', one({ ref: '1.0' }), ['codeTurnedIntoNumber'], 0],
  ['a code turned into 5.7E+01', one({ ref: '5.7E+01' }), ['codeTurnedIntoNumber'], 0],
  ['a code turned into 5,7E+01', one({ ref: '5,7E+01' }), ['codeTurnedIntoNumber'], 0],
  ['a code that lost its zero', one({ ref: '46' }), ['codeNumeric'], 1],
  ['a code turned into a date', one({ ref: '03-Jan' }), ['codeTurnedIntoDate'], 0],
  ['a code turned into a full date', one({ ref: '01/11/2025' }), ['codeTurnedIntoDate'], 0],
  ['a code protected by ="046"', one({ ref: '="NQ046"' }), ['excelTextWrapper'], 1],
  ['no title', one({ title_vi: ' ' }), ['titleMissing'], 0],
  ['a title of 1,001 letters', one({ title_vi: 'a'.repeat(1001) }), ['cellTooLong'], 0],
  ['an unknown kind', one({ kind: 'dự án' }), ['kindUnknown'], 0],
  ['a kind in Vietnamese', one({ kind: 'Nhiệm vụ' }), [], 1],
  ['no document', one({ source_document: '' }), ['sourceMissing'], 0],
  ['a document number without its zero', one({ source_document: '3/NQ-CP' }), ['documentLostZero'], 1],
  [
    'one document with two dates',
    bytes(csv([{}, { ref: 'NQ99-02', issued_on: '2025-01-10' }])),
    ['documentDatesDiffer'],
    2,
  ],
  ['an unknown parent', one({ parent_ref: 'ABC-1' }), ['parentUnknown'], 0],
  ['a stored parent', one({ parent_ref: 'NQ03-NV-001' }), [], 1],
  ['a group as parent', one({ parent_ref: 'NQ03-PL2-IV' }), [], 1],
  ['its own parent', one({ parent_ref: 'NQ99-01' }), ['parentSelf'], 0],
  [
    'a circle of two parents',
    bytes(csv([{ parent_ref: 'NQ99-02' }, { ref: 'NQ99-02', parent_ref: 'NQ99-01' }])),
    ['parentCycle'],
    1,
  ],
  [
    'a circle of three, reached from outside',
    bytes(
      csv([
        { ref: 'D', parent_ref: 'A' },
        { ref: 'A', parent_ref: 'B' },
        { ref: 'B', parent_ref: 'C' },
        { ref: 'C', parent_ref: 'A' },
      ]),
    ),
    ['parentCycle'],
    3,
  ],
  ['30 February', one({ deadline: '30/02/2025' }), ['dateImpossible'], 0],
  ['month before day', one({ deadline: '06/30/2025' }), ['dateMonthFirst'], 0],
  ['a year of two digits', one({ deadline: '30/6/25' }), ['dateTwoDigitYear'], 0],
  ['an unreadable date of issue', one({ issued_on: 'hôm qua' }), ['dateUnreadable'], 0],
  ['a spreadsheet number as date', one({ deadline: '45838' }), ['dateExcelSerial'], 1],
  ['a date with midnight', one({ issued_on: '2025-01-09 00:00:00' }), [], 1],
  ['an unreadable deadline', one({ deadline: 'sau Tết' }), ['deadlineUnreadable'], 0],
  ['a deadline before the document', one({ deadline: '2024-12-31' }), ['deadlineBeforeIssue'], 1],
  ['no deadline', one({ deadline: '' }), ['deadlineMissing'], 1],
  ['no lead', one({ lead_agency_vi: '' }), ['leadMissing'], 0],
  ['an unknown lead', one({ lead_agency_vi: 'Bộ Phép thuật' }), ['leadUnknown'], 0],
  ['an ambiguous lead', one({ lead_agency_vi: 'UBND xã Phú Lộc' }), ['leadAmbiguous'], 0],
  ['a collective lead', one({ lead_agency_vi: 'Các bộ, ngành, địa phương' }), [], 1],
  ['an unknown coordinator', one({ coordinating_agencies_vi: 'Hội X' }), ['coordinatorUnknown'], 1],
  ['lead and coordinator in one', one({ coordinating_agencies_vi: 'bộ công an' }), ['agencyTwice'], 1],
  ['"nt" as above', bytes(csv([{}, { ref: 'NQ99-02', lead_agency_vi: '-nt-' }])), ['ditto'], 2],
  ['no product', one({ product_vi: '' }), ['productMissing'], 1],
  ['a target without value', target({}), ['targetWithoutValue'], 0],
  [
    'a target in words without saying so',
    target({ target_value: 'nhiều', target_unit: '%' }),
    ['targetUnreadable'],
    0,
  ],
  ['a range upside down', target({ target_value: '50-40', target_unit: '%' }), ['targetUnreadable'], 0],
  ['a target without unit', target({ target_value: '>=5' }), ['targetUnitMissing'], 1],
  ['120 %', target({ target_value: '120', target_unit: '%' }), ['targetOverHundred'], 1],
  ['a value "=100"', target({ target_value: '=100', target_unit: '%' }), [], 1],
  ['a formula with =', one({ title_vi: '=HYPERLINK("http://x")' }), ['formula'], 0],
  ['a formula with @', one({ title_vi: '@SUM(A1)' }), ['formula'], 0],
  ['a formula with +', one({ title_vi: "+cmd|' /C calc'!A0" }), ['formula'], 0],
  ['a formula with -', one({ title_vi: '-2+3+cmd' }), ['formula'], 0],
  ['a bullet is no formula', one({ title_vi: '- Xây dựng đề án' }), [], 1],
  ['a spreadsheet error', one({ title_vi: '#REF!' }), ['excelError'], 0],
  ['a column too narrow', one({ deadline: '#######' }), ['excelHashes', 'deadlineUnreadable'], 0],
  ['question marks for letters', one({ title_vi: 'Xây d?ng đề án' }), ['lettersLost'], 0],
  ['a control character', one({ title_vi: 'Xây\u0007 dựng' }), ['controlCharacter'], 0],
  ['HTML in a cell', one({ title_vi: 'Xây <b>dựng</b>' }), ['htmlInCell'], 1],
  ['a script as address', one({ source_url: 'javascript:alert(1)' }), ['urlUnsafe'], 0],
  ['non-breaking spaces', one({ title_vi: 'Xây\u00a0dựng' }), ['nonBreakingSpace'], 1],
  ['invisible characters', one({ title_vi: 'Xây\u200b dựng' }), ['invisibleRemoved'], 1],
  ['decomposed letters', one({ title_vi: 'Xây dựng'.normalize('NFD') }), ['decomposedLetters'], 1],
];
