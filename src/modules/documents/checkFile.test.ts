import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync, crc32 } from 'node:zlib';

import { expect, test } from 'vitest';

import { checkFile, cleanName, MOST_BYTES } from './rules/checkFile.ts';
import { sampleFiles } from './samples.ts';
import { zip } from './xlsx/zip.ts';

const archive = (parts: Record<string, string>): Promise<Buffer> =>
  buffer(
    Readable.from(zip(Object.entries(parts).map(([name, text]) => ({ name, content: [text] }))), {
      objectMode: false,
    }),
  );
const faultOf = (name: string, bytes: Uint8Array) => {
  const checked = checkFile(name, bytes);
  return 'fault' in checked ? checked.fault : checked.kind;
};

const office = { '[Content_Types].xml': '<Types/>' };

/** A directory that claims `size` unpacked bytes for a few packed ones. */
function bomb(size: number): Buffer {
  const name = Buffer.from('xl/workbook.xml');
  const data = deflateRawSync(Buffer.alloc(1000));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entries = ['xl/workbook.xml', '[Content_Types].xml'].map((entryName) => {
    const text = Buffer.from(entryName);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(crc32(data), 16);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(text.length, 28);
    return Buffer.concat([entry, text]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(2, 8);
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  return Buffer.concat([local, name, data, directory, end]);
}

test('Honest files of each kind are taken for what they are', async () => {
  expect(faultOf('a.pdf', sampleFiles.pdf.bytes)).toBe('pdf');
  expect(faultOf('a.CSV', sampleFiles.csv.bytes)).toBe('csv');
  expect(faultOf('a.txt', Buffer.from('MZ là chữ viết tắt'))).toBe('txt');
  expect(faultOf('a.txt', Buffer.from('\ufeffTiếng Việt', 'utf16le'))).toBe('txt');
  expect(faultOf('a.jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]))).toBe('jpeg');
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.alloc(30),
  ]);
  expect(faultOf('a.png', png)).toBe('png');
  png.writeUInt32BE(50_000, 16);
  png.writeUInt32BE(50_000, 20);
  expect(faultOf('a.png', png)).toBe('tooManyPixels');
  expect(faultOf('a.docx', await archive({ ...office, 'word/document.xml': '<x/>' }))).toBe('docx');
  expect(faultOf('a.xlsx', await archive({ ...office, 'xl/workbook.xml': '<x/>' }))).toBe('xlsx');
  const signature = Buffer.concat([
    Buffer.from([0x30, 0x82, 1, 0, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]),
    Buffer.alloc(50),
  ]);
  expect(faultOf('a.p7s', signature)).toBe('p7s');
});

test('A name must say what the content is', async () => {
  expect(faultOf('a.docx', sampleFiles.pdf.bytes)).toBe('wrongEnding');
  expect(faultOf('a.pdf', Buffer.from('chỉ là chữ'))).toBe('wrongEnding');
  expect(faultOf('a.docx', await archive({ ...office, 'xl/workbook.xml': '<x/>' }))).toBe('wrongEnding');
  expect(faultOf('a', sampleFiles.pdf.bytes)).toBe('noEnding');
  expect(faultOf('a.html', Buffer.from('<script>'))).toBe('noEnding');
  expect(faultOf('a.xlsx', await archive({ 'x.txt': 'x' }))).toBe('wrongEnding');
});

test('Bad files are refused, each for its own reason', async () => {
  expect(faultOf('a.txt', Buffer.alloc(0))).toBe('empty');
  expect(faultOf('a.txt', Buffer.alloc(MOST_BYTES + 1, 65))).toBe('tooLarge');
  expect(faultOf('a.pdf', sampleFiles.program.bytes)).toBe('executable');
  expect(faultOf('a.txt', Buffer.from('#!/bin/sh\nrm -rf /'))).toBe('executable');
  expect(faultOf('a.pdf', sampleFiles.encryptedPdf.bytes)).toBe('encrypted');
  expect(faultOf('a.pdf', Buffer.from('%PDF-1.7 cut off'))).toBe('broken');
  expect(faultOf('a.bin', Buffer.from([1, 2, 3, 0]))).toBe('unknown');
  const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(100)]);
  expect(faultOf('a.docx', compound)).toBe('oldOffice');
  expect(faultOf('a.docx', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe(
    'encrypted',
  );
  expect(
    faultOf('a.docx', await archive({ ...office, 'word/document.xml': '<x/>', 'word/vbaProject.bin': 'x' })),
  ).toBe('macros');
  const whole = await archive({ ...office, 'xl/workbook.xml': '<x/>' });
  expect(faultOf('a.xlsx', whole.subarray(0, -10))).toBe('broken');
});

test('An archive that unpacks to far more than it packs is refused unread', () => {
  expect(faultOf('a.xlsx', bomb(400 * 1024 * 1024))).toBe('bomb');
  expect(faultOf('a.xlsx', bomb(15 * 1024 * 1024))).toBe('bomb');
  expect(faultOf('a.xlsx', bomb(100_000))).toBe('xlsx');
});

test('The EICAR test virus is stopped without any scanner, wherever it stands', () => {
  const virus = Buffer.from(
    ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join(''),
  );
  expect(faultOf('a.txt', virus)).toBe('testVirus');
  expect(faultOf('a.pdf', Buffer.concat([sampleFiles.pdf.bytes, virus]))).toBe('testVirus');
});

test('Names lose folders, control and direction characters, never their diacritics', () => {
  expect(cleanName('C:\\Users\\x\\Báo cáo  số 12.pdf')).toBe('Báo cáo số 12.pdf');
  expect(cleanName('../../etc/passwd')).toBe('passwd');
  expect(cleanName('exe\u202efdp.\u0000pdf')).toBe('exefdp.pdf');
  expect(cleanName(`${'a'.repeat(300)}.docx`)).toHaveLength(150);
  expect(cleanName('.pdf')).toBe('tep.pdf');
});
