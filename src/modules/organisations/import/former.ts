import { addDays } from '../../../kit/day.ts';
import { englishPlace } from '../rules/english.ts';
import type { Day, Level, UnitId, UnitKind } from '../rules/model.ts';
import { addUnit, addVersion, note, sameName, standing, tell } from './draft.ts';
import type { Draft } from './draft.ts';
import type { ImportRows, MappingRow } from './rows.ts';

/** A former unit of the mapping: by code, with the codes of the new units it went into. */
export type Former = {
  code: string;
  name: string;
  level: Level;
  line: number;
  parentCode: string | undefined;
  communes: Set<string>;
  provinces: Set<string>;
};

export type FormerUnits = {
  provinces: Map<string, Former>;
  districts: Map<string, Former>;
  communes: Map<string, Former>;
};

function gather(
  draft: Draft,
  into: Map<string, Former>,
  row: MappingRow,
  level: Level,
  place: { code: string; name: string },
  parentCode?: string,
): void {
  const known = into.get(place.code);
  if (known && known.name !== place.name) {
    const columns: Partial<Record<Level, string>> = {
      province: 'old_province',
      district: 'old_district',
      commune: 'old_commune',
    };
    note(
      draft,
      { file: 'mapping', line: row.line },
      columns[level] ?? null,
      `Mã ${place.code} có hai tên: “${known.name}” và “${place.name}”.`,
      `Code ${place.code} has two names: “${known.name}” and “${place.name}”.`,
    );
  }
  const former = known ?? {
    ...place,
    level,
    line: row.line,
    parentCode,
    communes: new Set<string>(),
    provinces: new Set<string>(),
  };
  former.communes.add(row.communeCode);
  former.provinces.add(row.provinceCode);
  into.set(place.code, former);
}

/** The former units that the mapping speaks of, each once. */
export function formerUnits(draft: Draft, rows: ImportRows): FormerUnits {
  const former: FormerUnits = { provinces: new Map(), districts: new Map(), communes: new Map() };
  for (const row of rows.mapping) {
    gather(draft, former.provinces, row, 'province', row.oldProvince);
    gather(draft, former.districts, row, 'district', row.oldDistrict, row.oldProvince.code);
    if (row.oldCommune) gather(draft, former.communes, row, 'commune', row.oldCommune, row.oldDistrict.code);
  }
  return former;
}

/**
 * Codes of units that the day of change left as they were: the new unit has one predecessor, with the same code and
 * name, and it went nowhere else. Where the new unit is already known as a new one it stays new.
 */
export function lastingCodes(
  draft: Draft,
  former: ReadonlyMap<string, Former>,
  heirs: 'communes' | 'provinces',
  names: ReadonlyMap<string, string>,
  on: Day,
): Set<string> {
  const sources = new Map<string, number>();
  for (const unit of former.values())
    for (const code of unit[heirs]) sources.set(code, (sources.get(code) ?? 0) + 1);
  const lasting = new Set<string>();
  for (const unit of former.values()) {
    const name = names.get(unit.code);
    const alone = unit[heirs].size === 1 && unit[heirs].has(unit.code) && sources.get(unit.code) === 1;
    const known = standing(draft.existing, unit.code, on);
    const founded = known && !standing(draft.existing, unit.code, addDays(on, -1));
    if (alone && name !== undefined && sameName(name, unit.name) && !founded) lasting.add(unit.code);
  }
  return lasting;
}

const kindWords: [RegExp, Partial<Record<Level, UnitKind>>][] = [
  [/^Tỉnh /iu, { province: 'province' }],
  [/^Thành phố /iu, { province: 'centralCity', district: 'provincialCity' }],
  [/^Quận /iu, { district: 'urbanDistrict' }],
  [/^Huyện /iu, { district: 'ruralDistrict' }],
  [/^Thị xã /iu, { district: 'town' }],
  [/^Phường /iu, { commune: 'ward' }],
  [/^Xã /iu, { commune: 'commune' }],
  [/^Thị trấn /iu, { commune: 'township' }],
];

function kindOf(former: Former): UnitKind | undefined {
  return kindWords.find(([word]) => word.test(former.name))?.[1][former.level];
}

/**
 * States the former units of one level, each under its former parent; those already known are only matched.
 * Returns their ids by code.
 */
export function stateFormer(
  draft: Draft,
  former: ReadonlyMap<string, Former>,
  lasting: ReadonlySet<string>,
  parents: (former: Former) => UnitId | undefined,
  on: Day,
): Map<string, UnitId> {
  const ids = new Map<string, UnitId>();
  for (const unit of former.values()) {
    const at = { file: 'mapping', line: unit.line } as const;
    const known = standing(draft.existing, unit.code, addDays(on, -1));
    if (known && sameName(known.version.nameVi, unit.name)) {
      ids.set(unit.code, known.unitId);
      tell(draft, at, 'skip', 'former', unit.code, unit.name);
    } else if (known) {
      note(
        draft,
        at,
        null,
        `Mã ${unit.code} đang là của ${known.version.nameVi}, không phải ${unit.name}.`,
        `Code ${unit.code} belongs to ${known.version.nameVi}, not to ${unit.name}.`,
      );
    } else ids.set(unit.code, stateOne(draft, unit, lasting.has(unit.code), parents(unit), on));
  }
  return ids;
}

function stateOne(
  draft: Draft,
  unit: Former,
  lasting: boolean,
  parentId: UnitId | undefined,
  on: Day,
): UnitId {
  const at = { file: 'mapping', line: unit.line } as const;
  const kind = kindOf(unit);
  if (kind === undefined)
    note(
      draft,
      at,
      null,
      `Không rõ loại đơn vị của “${unit.name}”.`,
      `The kind of “${unit.name}” is not clear.`,
    );
  const id = addUnit(
    draft,
    lasting ? `${unit.level}-${unit.code}` : `${unit.level}-${unit.code}-before-${on.slice(0, 7)}`,
    unit.level,
  );
  addVersion(draft, {
    unitId: id,
    validFrom: draft.options.formerFrom,
    nameVi: unit.name,
    nameEn: englishPlace(unit.name),
    kind: kind ?? 'other',
    parentId: parentId ?? null,
    code: unit.code,
  });
  tell(draft, at, 'create', 'former', unit.code, unit.name);
  return id;
}
