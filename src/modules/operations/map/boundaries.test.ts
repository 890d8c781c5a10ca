import { expect, test } from 'vitest';

import { tiles } from '../facts/tiles.ts';
import { draw, readBoundaries } from './boundaries.ts';

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
      feature({ name: 'Huế' }, square(107, 16)),
      feature({ code: '48' }, square(500_000, 16)),
      feature({ code: '01' }, square(105, 21)),
      feature({ code: '01' }, square(105, 21)),
    ),
  );
  expect(areas.map((one) => one.code)).toEqual(['01']);
  expect(faults.map((one) => one.en)).toEqual([
    expect.stringMatching(/^Area 1: no code/),
    'Area 2: code 48 has no polygon in degrees',
    'Area 4: code 01 stands twice',
  ]);
  expect(readBoundaries('{').faults[0]!.en).toContain('not JSON');
  expect(readBoundaries('{"type":"Point"}').faults[0]!.en).toContain('GeoJSON');
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
  const drawn = draw(areas, 100);
  expect(drawn.height).toBe(200);
  expect(drawn.paths.get('01')).toBe('M0 200L100 200L100 0L0 0L0 200Z');
});

test('The grid of tiles has each of the 34 provinces once', () => {
  expect(tiles.size).toBe(34);
  expect(new Set([...tiles.values()].map(String)).size).toBe(34);
});
