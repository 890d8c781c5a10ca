import { levels } from './model.ts';
import type { Day, Level, UnitId, UnitKind } from './model.ts';
import type { Snapshot } from './snapshot.ts';
import { foldKey, toneKey } from './text.ts';

/** How a text names a unit: by its name, another spelling, or its bare proper name ('Huế'). */
export type NameForm = {
  unitId: UnitId;
  level: Level;
  kind: UnitKind;
  from: Day;
  to: Day | null;
  how: 'name' | 'alias' | 'bare';
  tone: string;
};

export type NameAnswer =
  | { found: 'unit'; unitId: UnitId; match: 'exact' | 'alias' | 'unaccented'; former: boolean }
  | { found: 'ambiguous'; unitIds: UnitId[] }
  | { found: 'nothing' };

export type NameIndex = { forms: ReadonlyMap<string, readonly NameForm[]>; longest: number };

const administrativePrefix =
  /^(tỉnh|thành phố|tp\.?|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu)\s+(?=\S)/iu;

/** 'Thành phố Huế' → 'Huế'; undefined where the name carries no word for the kind of place. */
export function bareName(name: string): string | undefined {
  const bare = name.normalize('NFC').replace(administrativePrefix, '');
  return bare === name.normalize('NFC') ? undefined : bare;
}

const indexes = new WeakMap<Snapshot, NameIndex>();

/** All names under which units are known, by folded name; built once per snapshot. */
export function nameIndex(snapshot: Snapshot): NameIndex {
  const known = indexes.get(snapshot);
  if (known) return known;
  const forms = new Map<string, NameForm[]>();
  let longest = 1;
  for (const [unitId, versions] of snapshot.versions) {
    const level = snapshot.units.get(unitId)?.level ?? 'other';
    for (const version of versions) {
      for (const [text, how] of spellings(version.nameVi, version.shortName, version.aliases)) {
        const key = foldKey(text);
        if (key === '') continue;
        longest = Math.max(longest, key.split(' ').length);
        const form = { unitId, level, kind: version.kind, from: version.validFrom, to: version.validTo, how };
        const list = forms.get(key) ?? [];
        list.push({ ...form, tone: toneKey(text) });
        forms.set(key, list);
      }
    }
  }
  const index = { forms, longest };
  indexes.set(snapshot, index);
  return index;
}

function spellings(name: string, shortName: string | null, aliases: string[]): [string, NameForm['how']][] {
  const bare = bareName(name);
  const found: [string, NameForm['how']][] = [[name, 'name']];
  if (shortName) found.push([shortName, 'alias']);
  for (const alias of aliases) found.push([alias, 'alias']);
  if (bare) found.push([bare, 'bare']);
  if (bare && /^thành phố/iu.test(name)) found.push([`TP ${bare}`, 'alias']);
  return found;
}

function nearness(form: NameForm, day: Day): 'living' | 'former' | 'future' {
  if (form.from > day) return 'future';
  return form.to === null || day < form.to ? 'living' : 'former';
}

/**
 * Chooses among forms with the same folded text: units living on `day` before former and future ones; a name before
 * an alias before a bare name; the right tone before the unaccented; for bare names the higher level.
 */
export function choose(forms: readonly NameForm[], tone: string, day: Day): NameAnswer {
  for (const age of ['living', 'former', 'future'] as const) {
    const aged = forms.filter((form) => nearness(form, day) === age);
    for (const exact of [true, false]) {
      for (const how of ['name', 'alias', 'bare'] as const) {
        const fitting = aged.filter((form) => form.how === how && (form.tone === tone) === exact);
        const units = [...new Set((how === 'bare' ? highest(fitting) : fitting).map((form) => form.unitId))];
        if (units.length > 1) return { found: 'ambiguous', unitIds: units };
        if (units[0] === undefined) continue;
        const match = exact ? (how === 'name' ? 'exact' : 'alias') : 'unaccented';
        return { found: 'unit', unitId: units[0], match, former: age !== 'living' };
      }
    }
  }
  return { found: 'nothing' };
}

function highest(forms: NameForm[]): NameForm[] {
  const ranks = forms.map((form) => levels.indexOf(form.level));
  const best = Math.min(...ranks);
  return forms.filter((_, index) => ranks[index] === best);
}

/**
 * Finds the unit called `name` on `day`: by name, abbreviation or other spelling, whatever the case, the place of the
 * tone mark, or missing diacritics. A unit that ended earlier is found too (`former`). Several: `ambiguous`.
 */
export function findByName(snapshot: Snapshot, name: string, day: Day): NameAnswer {
  return choose(nameIndex(snapshot).forms.get(foldKey(name)) ?? [], toneKey(name), day);
}
