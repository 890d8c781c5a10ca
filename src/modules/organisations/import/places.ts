import { addDays } from '../../../kit/day.ts';
import type { Level, UnitId, VersionFact } from '../rules/model.ts';
import { factOf } from '../rules/snapshot.ts';
import { addUnit, addVersion, listCodes, note, sameName, standing, tell } from './draft.ts';
import type { At, Draft } from './draft.ts';
import type { PlaceRow } from './rows.ts';

export type Placing = {
  file: 'provinces' | 'communes';
  level: Level;
  /** Ids of former units that live on under the same code. */
  lasting: ReadonlyMap<string, UnitId>;
  /** Codes of former units that end that day, whose codes are therefore free again. */
  ending: ReadonlySet<string>;
  parentOf: (row: PlaceRow) => UnitId | undefined;
};

/** States the units of a list; those already there are matched by code and name. Returns their ids by code. */
export function statePlaces(draft: Draft, rows: readonly PlaceRow[], placing: Placing): Map<string, UnitId> {
  const ids = new Map<string, UnitId>();
  for (const row of rows) {
    const at: At = { file: placing.file, line: row.line };
    const parentId = placing.parentOf(row);
    if (ids.has(row.code))
      note(
        draft,
        at,
        'code',
        `Mã ${row.code} có hai lần trong tệp.`,
        `Code ${row.code} is twice in the file.`,
      );
    else if (parentId === undefined)
      note(
        draft,
        at,
        'province_code',
        `Không có tỉnh, thành phố mang mã ${row.provinceCode}.`,
        `There is no province with code ${row.provinceCode}.`,
      );
    else ids.set(row.code, statePlace(draft, at, row, placing, parentId));
  }
  return ids;
}

/** The unit of the list that is there already; a former unit that ends that day is not it, even under the same code and name. */
function standingPlace(draft: Draft, row: PlaceRow, { ending }: Placing): ReturnType<typeof standing> {
  const known = standing(draft.existing, row.code, row.from);
  const before = standing(draft.existing, row.code, addDays(row.from, -1));
  return ending.has(row.code) && known?.unitId === before?.unitId ? undefined : known;
}

function statePlace(draft: Draft, at: At, row: PlaceRow, placing: Placing, parentId: UnitId): UnitId {
  const known = standingPlace(draft, row, placing);
  if (known && sameName(known.version.nameVi, row.name)) return matchPlace(draft, at, row, known, parentId);
  if (known && !placing.ending.has(row.code)) {
    note(
      draft,
      at,
      'code',
      `Mã ${row.code} đang là của ${known.version.nameVi}.`,
      `Code ${row.code} belongs to ${known.version.nameVi}.`,
    );
    return known.unitId;
  }
  const lasting = placing.lasting.get(row.code);
  const unitId = lasting ?? addUnit(draft, `${placing.level}-${row.code}`, placing.level);
  addVersion(draft, versionOf(row, unitId, parentId));
  tell(draft, at, 'create', 'unit', row.code, row.name);
  return unitId;
}

function versionOf(row: PlaceRow, unitId: UnitId, parentId: UnitId): VersionFact {
  return {
    unitId,
    validFrom: row.from,
    nameVi: row.name,
    nameEn: row.nameEn,
    shortName: null,
    aliases: row.alias === undefined ? [] : [row.alias],
    kind: row.kind,
    parentId,
    code: row.code,
    codeSystem: listCodes,
  };
}

function matchPlace(
  draft: Draft,
  at: At,
  row: PlaceRow,
  known: { unitId: UnitId; version: VersionFact },
  parentId: UnitId,
): UnitId {
  const { unitId, version } = known;
  const same = version.kind === row.kind && version.parentId === parentId;
  if (!same) addVersion(draft, { ...factOf(version), validFrom: row.from, kind: row.kind, parentId });
  tell(draft, at, same ? 'skip' : 'change', 'unit', row.code, row.name);
  return unitId;
}
