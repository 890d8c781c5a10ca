/** Reads sets of boundaries: GeoJSON or TopoJSON whose areas carry official codes. Pure. */
import type { Text } from '../../../kit/i18n.ts';

type Point = readonly [lon: number, lat: number];
export type Ring = readonly Point[];
export interface Area {
  /** Official code of its unit, where the file gives one. */
  code?: string;
  name?: string;
  /** Outer and inner rings of all parts, as they stand in the file. */
  rings: readonly Ring[];
}
export interface Boundaries {
  areas: Area[];
  faults: Text[];
}

/** Names under which files carry the official code, the first that is there. */
export const codeNames = [
  'code',
  'ma',
  'ma_tinh',
  'ma_xa',
  'matinh',
  'maxa',
  'province_code',
  'commune_code',
  'gso',
] as const;

/** Names under which files carry the name of an area. */
export const nameNames = [
  'ten',
  'ten_tinh',
  'ten_xa',
  'tentinh',
  'tenxa',
  'name',
  'name_vi',
  'varname',
  'name_1',
] as const;

interface Geometry {
  type?: string;
  coordinates?: unknown;
  arcs?: unknown;
  properties?: Record<string, unknown> | null;
  id?: string | number;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fault = (at: number, vi: string, en: string): Text => ({
  vi: `Vùng thứ ${at}: ${vi}`,
  en: `Area ${at}: ${en}`,
});

/** The first of some properties that says something, whatever the case of its name. */
function textOf(
  properties: Record<string, unknown> | null | undefined,
  among: readonly string[],
): string | undefined {
  const lower = new Map(Object.entries(properties ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  for (const name of among) {
    const value = lower.get(name);
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    if (text !== '') return text;
  }
  return undefined;
}

const isPoint = (value: unknown): value is Point =>
  Array.isArray(value) &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90;

/** The rings of a polygon or several; undefined where something else stands there. */
function ringsOf(type: string | undefined, coordinates: unknown): Ring[] | undefined {
  if (!Array.isArray(coordinates)) return undefined;
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  if (!polygons || !polygons.every((one) => Array.isArray(one))) return undefined;
  const rings = (polygons as unknown[][]).flat();
  const isRing = (ring: unknown): ring is Ring =>
    Array.isArray(ring) && ring.length >= 4 && ring.every(isPoint);
  return rings.length > 0 && rings.every(isRing) ? rings : undefined;
}

const unnamed = (at: number): Text =>
  fault(
    at,
    `không có mã (một trong: ${codeNames.join(', ')}) cũng không có tên (một trong: ${nameNames.join(', ')})`,
    `neither a code (one of: ${codeNames.join(', ')}) nor a name (one of: ${nameNames.join(', ')})`,
  );

function gather(
  list: readonly { geometry: Geometry | undefined; properties: Geometry['properties']; id: unknown }[],
) {
  const areas: Area[] = [];
  const faults: Text[] = [];
  list.forEach(({ geometry, properties, id }, i) => {
    const code = textOf(properties, codeNames) ?? textOf({ id }, ['id']);
    const name = textOf(properties, nameNames);
    const rings = ringsOf(geometry?.type, geometry?.coordinates);
    const called = [code, name].filter((one) => one !== undefined).join(', ');
    if (called === '') faults.push(unnamed(i + 1));
    else if (!rings)
      faults.push(
        fault(i + 1, `${called} không có đa giác theo kinh độ, vĩ độ`, `${called} has no polygon in degrees`),
      );
    else if (code !== undefined && areas.some((one) => one.code === code))
      faults.push(fault(i + 1, `mã ${code} lặp lại`, `code ${code} stands twice`));
    else areas.push({ ...(code !== undefined && { code }), ...(name !== undefined && { name }), rings });
  });
  return { areas, faults };
}

interface Transform {
  scale: Point;
  translate: Point;
}

/** The arcs of a TopoJSON file in degrees: each stored as steps from its first point. */
function unpackArcs(arcs: readonly (readonly number[])[][], transform: Transform | undefined): Point[][] {
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]): Point => {
      if (!transform) return [dx, dy];
      x += dx;
      y += dy;
      return [
        x * transform.scale[0] + transform.translate[0],
        y * transform.scale[1] + transform.translate[1],
      ];
    });
  });
}

/** A ring of arcs, of which a negative number means the arc `~n` backwards; joints are written once. */
const joined = (arcs: readonly Point[][], ring: readonly number[]): Point[] =>
  ring.flatMap((n, i) => {
    const arc = n < 0 ? (arcs[~n] ?? []).toReversed() : (arcs[n] ?? []);
    return i === 0 ? arc : arc.slice(1);
  });

function fromTopology(file: Record<string, unknown>): Boundaries {
  const arcs = unpackArcs(file['arcs'] as number[][][], file['transform'] as Transform | undefined);
  const objects = Object.values((file['objects'] ?? {}) as Record<string, { geometries?: Geometry[] }>);
  const geometries = objects.flatMap((one) => one.geometries ?? []);
  return gather(
    geometries.map(({ type, arcs: used, properties, id }) => {
      const rings = (polygon: unknown): Point[][] =>
        (polygon as number[][]).map((ring) => joined(arcs, ring));
      const coordinates = type === 'Polygon' ? rings(used) : (used as number[][][] | undefined)?.map(rings);
      return { geometry: { ...(type && { type }), coordinates }, properties, id };
    }),
  );
}

/** Reads the text of a file of boundaries; what cannot be used is named by its place, the rest is used. */
export function readBoundaries(text: string): Boundaries {
  const broken = (vi: string, en: string): Boundaries => ({ areas: [], faults: [{ vi, en }] });
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    const said = (error as Error).message;
    return broken(`Tệp không phải JSON: ${said}`, `The file is not JSON: ${said}`);
  }
  if (isObject(file) && file['type'] === 'Topology' && Array.isArray(file['arcs'])) return fromTopology(file);
  if (isObject(file) && file['type'] === 'FeatureCollection' && Array.isArray(file['features']))
    return gather(
      (file['features'] as Record<string, unknown>[]).map((one) => ({
        geometry: one['geometry'] as Geometry | undefined,
        properties: one['properties'] as Geometry['properties'],
        id: one['id'],
      })),
    );
  return broken(
    'Tệp cần là GeoJSON (FeatureCollection) hoặc TopoJSON (Topology)',
    'The file must be GeoJSON (FeatureCollection) or TopoJSON (Topology)',
  );
}
