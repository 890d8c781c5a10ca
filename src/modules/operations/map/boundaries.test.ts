import { expect, test } from 'vitest';

import { archipelagos, tiles } from '../facts/tiles.ts';
import { readBoundaries } from './boundaries.ts';
import { draw } from './draw.ts';
import { placeAreas } from './place.ts';

const square = (west: number, south: number) => [
  [
    [west, south],
    [west + 1, south],
    [west + 1, south + 1],
    [west, south + 1],
    [west, south],
  ],
];
const feature = (properties: object, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });

test('Areas of a GeoJSON file are known by their official codes, whatever the property is called', () => {
  const { areas, faults } = readBoundaries(
    collection(
      feature({ MA_TINH: '46' }, square(107, 16)),
      feature({ code: 48 }, [square(108, 15)], 'MultiPolygon'),
    ),
  );
  expect(faults).toEqual([]);
  expect(areas.map((one) => [one.code, one.rings.length])).toEqual([
    ['46', 1],
    ['48', 1],
  ]);
});

test('What cannot be used is named by its place, and the rest is used', () => {
  const { areas, faults } = readBoundaries(
    collection(
      feature({ gid: 7 }, square(107, 16)),
      feature({ code: '48' }, square(500_000, 16)),
      feature({ code: '01' }, square(105, 21)),
      feature({ code: '01' }, square(105, 21)),
    ),
  );
  expect(areas.map((one) => one.code)).toEqual(['01']);
  expect(faults.map((one) => one.en)).toEqual([
    expect.stringMatching(/^Area 1: neither a code/),
    'Area 2: 48 has no polygon in degrees',
    'Area 4: code 01 stands twice',
  ]);
  expect(readBoundaries('{').faults[0]!.en).toContain('not JSON');
  expect(readBoundaries('{"type":"Point"}').faults[0]!.en).toContain('GeoJSON');
});

const unit = (unitId: string, vi: string, code?: string) => ({ unitId, name: { vi, en: vi }, code });
const units = [
  unit('p46', 'Thành phố Huế', '46'),
  unit('p56', 'Tỉnh Khánh Hòa', '56'),
  unit('p79', 'Thành phố Hồ Chí Minh', '79'),
  unit('c1', 'Phường Long Bình'),
  unit('c2', 'Xã Long Bình'),
];

test.each([
  ['its code, whatever it is called', { code: '46', name: 'Tỉnh Khánh Hòa' }, 'p46'],
  ['its name where the code is some other numbering', { code: 'VN05', name: 'TP Huế' }, 'p46'],
  ['its name with the tone mark put elsewhere, or without marks', { name: 'Khánh Hoà' }, 'p56'],
  ['its name without marks', { name: 'tinh khanh hoa' }, 'p56'],
  ['initials', { name: 'TP HCM' }, 'p79'],
  ['its whole name where bare names are the same', { name: 'Xã Long Bình' }, 'c2'],
])('An area stands for a unit by %s', (_, area, unitId) => {
  const { rings, faults } = placeAreas([{ ...area, rings: [] }], units);
  expect([[...rings.keys()], faults]).toEqual([[unitId], []]);
});

test('An area that could be two units, or none, or one that has its area already, is named', () => {
  const areas = [{ name: 'Long Bình' }, { code: '99' }, { code: '46' }, { name: 'Huế' }];
  const { rings, faults } = placeAreas(
    areas.map((one) => ({ ...one, rings: [] })),
    units,
  );
  expect([...rings.keys()]).toEqual(['p46']);
  expect(faults.map((one) => one.en)).toEqual([
    expect.stringContaining('“Long Bình” does not tell one unit from another'),
    '“99” is that of no unit here',
    expect.stringContaining('“Huế” does not tell'),
  ]);
});

test('A TopoJSON file gives the same areas: arcs in steps, shared ones backwards', () => {
  const topology = {
    type: 'Topology',
    transform: { scale: [0.5, 0.5], translate: [100, 10] },
    arcs: [
      [
        [2, 0],
        [0, 2],
      ],
      [
        [2, 2],
        [-2, 0],
        [0, -2],
        [2, 0],
      ],
      [
        [2, 0],
        [2, 0],
        [0, 2],
        [-2, 0],
      ],
    ],
    objects: {
      areas: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', arcs: [[0, 1]], properties: { ma: '01' } },
          { type: 'Polygon', arcs: [[2, -1]], properties: { ma: '02' } },
        ],
      },
    },
  };
  const { areas, faults } = readBoundaries(JSON.stringify(topology));
  expect(faults).toEqual([]);
  expect(areas[0]!.rings[0]).toEqual([
    [101, 10],
    [101, 11],
    [100, 11],
    [100, 10],
    [101, 10],
  ]);
  expect(areas[1]!.rings[0]!.at(-1)).toEqual([101, 10]);
});

test('A drawing keeps the shape: a degree of longitude is shorter than one of latitude', () => {
  const { areas } = readBoundaries(collection(feature({ code: '01' }, square(105, 59.5))));
  const drawn = draw(new Map([['one', areas[0]!.rings]]), 100);
  expect(drawn.height).toBe(200);
  expect(drawn.paths.get('one')).toBe('M0 200L100 200L100 0L0 0L0 200Z');
});

test('The archipelagos stand on free tiles beside the provinces they belong to', () => {
  expect(archipelagos.map(({ name, of }) => [name.vi, of])).toEqual([
    ['Hoàng Sa', '48'],
    ['Trường Sa', '56'],
  ]);
  const taken = [...tiles.values()].map(String);
  for (const { at, of } of archipelagos) {
    expect(taken).not.toContain(String(at));
    expect(tiles.has(of)).toBe(true);
  }
});

test('The grid of tiles has each of the 34 provinces once', () => {
  expect(tiles.size).toBe(34);
  expect(new Set([...tiles.values()].map(String)).size).toBe(34);
});
