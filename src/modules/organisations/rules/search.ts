import { type Entry, entriesOf, isOn } from './listing.ts';
import type { Day, Level, UnitId } from './model.ts';
import { ancestorsOn, type Snapshot, type UnitOnDay } from './snapshot.ts';
import { foldKey } from './text.ts';

export type SearchFilter = {
  day: Day;
  text: string;
  levels?: readonly Level[] | undefined;
  within?: ReadonlySet<UnitId> | undefined;
  accept?: ((unitId: UnitId) => boolean) | undefined;
};

/** How near a name is: whole name, its beginning, the beginning of a word, inside, or together with a unit above. */
const near = { exact: 0, begins: 1, word: 2, inside: 3, above: 4 } as const;

/** Where a page ended: nearness, then the place in the order of level and name. */
export type SearchKey = [near: number, place: number];

export type FoundUnit = UnitOnDay & { exact: boolean; above: UnitOnDay[] };

function ownNearness({ names, searched }: Entry, wanted: string): number | undefined {
  if (!searched.includes(wanted)) return undefined;
  if (names.includes(wanted)) return near.exact;
  if (names.some((name) => name.startsWith(wanted))) return near.begins;
  return names.some((name) => ` ${name}`.includes(` ${wanted}`)) ? near.word : near.inside;
}

/** The units above without the centre, which stands above all and tells nothing apart. */
const aboveOf = (snapshot: Snapshot, unitId: UnitId, day: Day): UnitOnDay[] =>
  ancestorsOn(snapshot, unitId, day).filter((unit) => unit.level !== 'centre');

/** 'tan phu dong nai': words of the unit first, the others from the names of the units above it. */
function isNearAbove(snapshot: Snapshot, entry: Entry, words: readonly string[], day: Day): boolean {
  const own = ` ${entry.searched}`;
  const [first, ...rest] = words.filter((word) => !own.includes(` ${word}`));
  if (first === undefined) return true;
  if (!own.includes(` ${words[0]!}`)) return false;
  const above = aboveOf(snapshot, entry.version.unitId, day).map((unit) => ` ${foldKey(unit.nameVi)}`);
  return [first, ...rest].every((word) => above.some((name) => name.includes(` ${word}`)));
}

/**
 * Units living on `day` that a text may mean, the nearest first, from after `after`, at most `limit`. Case, diacritics
 * and signs do not matter; names of units above may follow ("Tân Phú Đồng Nai"). A blank text finds nothing.
 */
export function searchUnitsOn(
  snapshot: Snapshot,
  filter: SearchFilter,
  limit: number,
  after: SearchKey = [-1, -1],
): { items: FoundUnit[]; next?: SearchKey } {
  const { day, levels, within, accept } = filter;
  const wanted = foldKey(filter.text);
  if (wanted === '') return { items: [] };
  const words = wanted.split(' ');
  const hits: { entry: Entry; key: SearchKey }[] = [];
  for (const [place, entry] of entriesOf(snapshot).entries()) {
    const id = entry.version.unitId;
    if (!isOn(entry, day) || (levels && !levels.includes(entry.level))) continue;
    if ((within && !within.has(id)) || (accept && !accept(id))) continue;
    const own = ownNearness(entry, wanted);
    const at = own ?? (words.length > 1 && isNearAbove(snapshot, entry, words, day) ? near.above : undefined);
    if (at !== undefined && (at - after[0] || place - after[1]) > 0) hits.push({ entry, key: [at, place] });
  }
  hits.sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1]);
  const shown = hits.slice(0, limit);
  const items = shown.map(({ entry: { version, level }, key }) => ({
    id: version.unitId,
    level,
    ...version,
    exact: key[0] === near.exact,
    above: aboveOf(snapshot, version.unitId, day),
  }));
  return hits.length > limit ? { items, next: shown.at(-1)!.key } : { items };
}
