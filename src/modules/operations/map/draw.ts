import type { Ring } from './boundaries.ts';

export interface Drawn {
  width: number;
  height: number;
  /** Path data by unit. */
  paths: ReadonlyMap<string, string>;
}

/**
 * Areas as SVG paths: degrees of longitude shortened by the cosine of the middle latitude (equirectangular), which is
 * true enough for one country. Points nearer than a tenth of a unit to the one before are left out.
 */
export function draw(areas: ReadonlyMap<string, readonly Ring[]>, width: number): Drawn {
  const points = [...areas.values()].flat(2);
  let [west, east, south, north] = [180, -180, 90, -90];
  for (const [lon, lat] of points) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / Math.max(1e-6, (east - west) * squeeze);
  const place = ([lon, lat]: Ring[number]): [number, number] => [
    Math.round((lon - west) * squeeze * scale * 10) / 10,
    Math.round((north - lat) * scale * 10) / 10,
  ];
  const pathOf = (ring: Ring): string => {
    const placed = ring
      .map(place)
      .filter(([x, y], i, all) => i === 0 || x !== all[i - 1]![0] || y !== all[i - 1]![1]);
    return `M${placed.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
  };
  return {
    width,
    height: Math.ceil((north - south) * scale),
    paths: new Map([...areas].map(([unitId, rings]) => [unitId, rings.map(pathOf).join('')])),
  };
}
