import { expect, test } from 'vitest';

import { lookAt } from './paperLook.ts';

const size = (width: number, height: number): number[] => [
  0xff,
  0xc0,
  0,
  17,
  8,
  height >> 8,
  height & 255,
  width >> 8,
  width & 255,
  3,
  ...Array<number>(18).fill(0),
];
const exif = (orientation: number): number[] => [
  255,
  225,
  0,
  34,
  ...Buffer.from('Exif\0\0MM\0*'),
  0,
  0,
  0,
  8,
  0,
  1,
  1,
  18,
  0,
  3,
  0,
  0,
  0,
  1,
  0,
  orientation,
  0,
  0,
  0,
  0,
  0,
  0,
];
const jpeg = (...parts: number[][]) => Buffer.from([0xff, 0xd8, ...parts.flat()]);

test('a photograph taken with the camera turned is told as rotated', () => {
  expect(lookAt(jpeg(exif(6), size(3000, 2000)))).toEqual(['rotated']);
  expect(lookAt(jpeg(exif(1), size(3000, 2000)))).toEqual([]);
});

test('a picture with too few points to be read is told as small', () => {
  expect(lookAt(jpeg(size(320, 240)))).toEqual(['small']);
});

test('a page of a PDF that stands on its side is told as rotated', () => {
  expect(lookAt(Buffer.from('%PDF-1.7 /Type /Page /Rotate 90 %%EOF'))).toEqual(['rotated']);
  expect(lookAt(Buffer.from('%PDF-1.7 /Type /Page /Rotate 0 %%EOF...'))).toEqual([]);
});

test('bytes that end too soon have no findings', () => {
  for (let length = 0; length < 60; length += 1)
    expect(() => lookAt(jpeg(exif(6), size(3000, 2000)).subarray(0, length))).not.toThrow();
});
