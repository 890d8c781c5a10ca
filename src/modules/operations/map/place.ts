import type { Text } from '../../../kit/i18n.ts';
import { bareName, foldKey } from '../../organisations/index.ts';
import type { Area, Ring } from './boundaries.ts';

/** A unit that is to stand on the map. */
export interface Placed {
  unitId: string;
  code?: string | undefined;
  name: Text;
}

const bareKey = (name: string): string => foldKey(bareName(name) ?? name);
const initials = (key: string): string => key.replace(/(\S)\S*\s*/g, '$1');

/**
 * Which units an area may be: by its official code; else by its whole name, by the name without the kind of unit, or by initials
 * ('TP HCM'), in this order, diacritics and the place of tone marks aside. Ours.
 */
function candidates({ code, name }: Area, units: readonly Placed[]): readonly Placed[] {
  const byCode = units.filter((unit) => code !== undefined && unit.code === code);
  if (byCode.length > 0 || name === undefined) return byCode;
  const [whole, bare] = [foldKey(name), bareKey(name)];
  const ways = [
    (own: string) => foldKey(own) === whole,
    (own: string) => bareKey(own) === bare,
    (own: string) => bare.length > 1 && initials(bareKey(own)) === bare,
  ];
  for (const way of ways) {
    const found = units.filter((unit) => way(unit.name.vi));
    if (found.length > 0) return found;
  }
  return [];
}

/** The rings of each unit that has an area of its own, and what of the set belongs to no unit, or to several. */
export function placeAreas(
  areas: readonly Area[],
  units: readonly Placed[],
): { rings: Map<string, readonly Ring[]>; faults: Text[] } {
  const rings = new Map<string, readonly Ring[]>();
  const faults: Text[] = [];
  for (const area of areas) {
    const found = candidates(area, units);
    const [unit] = found;
    const called = [area.code, area.name].filter((one) => one !== undefined).join(', ');
    if (!unit)
      faults.push({
        vi: `“${called}” không phải của đơn vị nào ở đây`,
        en: `“${called}” is that of no unit here`,
      });
    else if (found.length > 1 || rings.has(unit.unitId))
      faults.push({
        vi: `“${called}” không chỉ rõ một đơn vị: hãy ghi mã chính thức vào tệp`,
        en: `“${called}” does not tell one unit from another: put the official code into the file`,
      });
    else rings.set(unit.unitId, area.rings);
  }
  return { rings, faults };
}
