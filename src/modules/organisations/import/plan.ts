import type { ImportFile } from '../contract/imports.ts';
import { faultsOf } from '../rules/check.ts';
import { ROOT } from '../rules/model.ts';
import type { Day, OrganisationFacts, UnitId } from '../rules/model.ts';
import { buildSnapshot, lifeOf, rootsOn } from '../rules/snapshot.ts';
import type { Snapshot } from '../rules/snapshot.ts';
import { addUnit, addVersion, emptyDraft, note, sameName, standing } from './draft.ts';
import type { Draft, ImportOptions } from './draft.ts';
import { formerUnits, lastingCodes, stateFormer } from './former.ts';
import type { Former, FormerUnits } from './former.ts';
import { stateHeirs } from './heirs.ts';
import { stateChanges } from './later-changes.ts';
import { statePlaces } from './places.ts';
import type { Placing } from './places.ts';
import { readFiles } from './rows.ts';
import type { ImportRows } from './rows.ts';

export type Plan = Pick<Draft, 'facts' | 'items' | 'faults' | 'splitsWithoutRule'> & {
  rows: Partial<Record<ImportFile, number>>;
};

/**
 * Reads the lists of a country and says what they would add to the facts: units of the new lists, former units of the
 * mapping until the day before, their successors, later changes. What is already known alike is skipped, so a second
 * import changes nothing. Pure; nothing is to be applied while there are faults.
 */
export function planImport(
  files: Partial<Record<ImportFile, Uint8Array>>,
  current: { facts: OrganisationFacts; snapshot: Snapshot },
  options: ImportOptions,
): Plan {
  const read = readFiles(files);
  const draft = emptyDraft(current.snapshot, options, read.faults);
  if (draft.faults.length === 0) stateLists(draft, read.rows);
  if (draft.faults.length === 0) {
    stateChanges(
      draft,
      read.rows.changes,
      read.rows.changes.length > 0 ? after(current.facts, draft) : current.snapshot,
    );
  }
  if (draft.faults.length === 0) checkWhole(draft, current.facts);
  const { facts, items, faults, splitsWithoutRule } = draft;
  return { facts, items, faults, splitsWithoutRule, rows: read.counts };
}

function joined(facts: OrganisationFacts, draft: Draft): OrganisationFacts {
  return {
    units: [...facts.units, ...draft.facts.units],
    versions: [...facts.versions, ...draft.facts.versions],
    successions: [...facts.successions, ...draft.facts.successions],
  };
}

function after(facts: OrganisationFacts, draft: Draft): Snapshot {
  return buildSnapshot(joined(facts, draft));
}

function checkWhole(draft: Draft, facts: OrganisationFacts): void {
  const known = new Set(faultsOf(facts).map((fault) => fault.subject));
  for (const { subject, fault } of faultsOf(joined(facts, draft))) {
    if (!known.has(subject))
      note(
        draft,
        { file: 'mapping', line: 1 },
        null,
        `Dữ kiện mâu thuẫn ở ${subject} (${fault}).`,
        `The facts contradict each other at ${subject} (${fault}).`,
      );
  }
}

/** The day from which the new lists hold: that of the communes, else of the provinces, else of units already there. */
function dayOfChange(draft: Draft, rows: ImportRows): Day | undefined {
  const row = rows.communes[0] ?? rows.provinces[0];
  if (row) return row.from;
  const code = rows.mapping[0]?.communeCode;
  const known = code === undefined ? undefined : standing(draft.existing, code, '9999-12-30');
  return known && lifeOf(draft.existing, known.unitId)?.from;
}

function rootOf(draft: Draft, on: Day): UnitId {
  const roots = rootsOn(draft.existing, on);
  const root = roots.find((unit) => unit.level === 'centre') ?? roots[0];
  if (root) return root.unitId;
  const id = addUnit(draft, ROOT, 'centre');
  addVersion(draft, {
    unitId: id,
    validFrom: draft.options.formerFrom,
    nameVi: 'Cấp trung ương',
    nameEn: 'Central level',
    kind: 'centre',
    parentId: null,
    code: null,
  });
  draft.facts.versions.at(-1)!.codeSystem = null;
  return id;
}

function stateLists(draft: Draft, rows: ImportRows): void {
  if (rows.provinces.length + rows.communes.length + rows.mapping.length === 0) return;
  const on = dayOfChange(draft, rows);
  if (on === undefined)
    return note(
      draft,
      { file: 'mapping', line: 1 },
      null,
      'Bảng chuyển đổi cần đi kèm danh mục xã.',
      'The mapping needs the list of communes beside it.',
    );
  const root = rootOf(draft, on);
  const former = formerUnits(draft, rows);
  const lasting = {
    provinces: lastingCodes(draft, former.provinces, 'provinces', namesOf(draft, rows, 'provinces', on), on),
    communes: lastingCodes(draft, former.communes, 'communes', namesOf(draft, rows, 'communes', on), on),
  };
  const old = stateAllFormer(draft, former, lasting, root, on);
  const provinces = statePlaces(
    draft,
    rows.provinces,
    placing('provinces', former.provinces, lasting.provinces, old.provinces, () => root),
  );
  const provinceOf = (code: string) => provinces.get(code) ?? standing(draft.existing, code, on)?.unitId;
  const communes = statePlaces(
    draft,
    rows.communes,
    placing('communes', former.communes, lasting.communes, old.communes, (row) =>
      provinceOf(row.provinceCode),
    ),
  );
  const communeOf = (code: string) => communes.get(code) ?? standing(draft.existing, code, on)?.unitId;
  checkMapping(draft, rows, provinceOf, communeOf);
  if (draft.faults.length === 0) stateAllHeirs(draft, rows, { former, old, provinceOf, communeOf, on });
}

type Known = { former: FormerUnits; old: Ids; provinceOf: Find; communeOf: Find; on: Day };

/** Provinces and communes go where their rows say; districts, which end without heirs of their kind, to all of these. */
function stateAllHeirs(
  draft: Draft,
  rows: ImportRows,
  { former, old, provinceOf, communeOf, on }: Known,
): void {
  const these = (codes: Iterable<string>, find: Find) => [...codes].flatMap((code) => find(code) ?? []);
  const communes = (unit: Former) => these(unit.communes, communeOf);
  const provinces = (unit: Former) => these(unit.provinces, provinceOf);
  const islands = new Set(rows.mapping.filter((row) => !row.oldCommune).map((row) => row.oldDistrict.code));
  const ofDistrict = (unit: Former) => [
    ...communes(unit),
    ...(islands.has(unit.code) ? [] : provinces(unit)),
  ];
  stateHeirs(draft, former.provinces, old.provinces, provinces, on);
  stateHeirs(draft, former.communes, old.communes, communes, on);
  stateHeirs(draft, former.districts, old.districts, ofDistrict, on);
}

function namesOf(
  draft: Draft,
  rows: ImportRows,
  file: 'provinces' | 'communes',
  on: Day,
): Map<string, string> {
  const names = new Map(rows[file].map((row) => [row.code, row.name]));
  for (const row of rows.mapping) {
    const code = file === 'communes' ? row.communeCode : row.provinceCode;
    const known = names.has(code) ? undefined : standing(draft.existing, code, on);
    if (known) names.set(code, known.version.nameVi);
  }
  return names;
}

type Ids = Record<keyof FormerUnits, Map<string, UnitId>>;

function stateAllFormer(
  draft: Draft,
  former: FormerUnits,
  lasting: Record<'provinces' | 'communes', Set<string>>,
  root: UnitId,
  on: Day,
): Ids {
  const provinces = stateFormer(draft, former.provinces, lasting.provinces, () => root, on);
  const districts = stateFormer(
    draft,
    former.districts,
    new Set(),
    (unit) => provinces.get(unit.parentCode ?? ''),
    on,
  );
  const communes = stateFormer(
    draft,
    former.communes,
    lasting.communes,
    (unit) => districts.get(unit.parentCode ?? ''),
    on,
  );
  return { provinces, districts, communes };
}

function placing(
  file: Placing['file'],
  former: FormerUnits['communes'],
  lasting: ReadonlySet<string>,
  ids: ReadonlyMap<string, UnitId>,
  parentOf: Placing['parentOf'],
): Placing {
  const living = new Map(
    [...lasting].flatMap((code) => (ids.has(code) ? [[code, ids.get(code)!] as const] : [])),
  );
  const ending = new Set([...former.keys()].filter((code) => !lasting.has(code)));
  return { file, level: file === 'provinces' ? 'province' : 'commune', lasting: living, ending, parentOf };
}

type Find = (code: string) => UnitId | undefined;

/** Each row of the mapping must lead to a commune and a province that exist, and name the commune as the list does. */
function checkMapping(draft: Draft, rows: ImportRows, provinceOf: Find, communeOf: Find): void {
  const listed = new Map(rows.communes.map((row) => [row.code, row]));
  for (const row of rows.mapping) {
    const at = { file: 'mapping', line: row.line } as const;
    const commune = listed.get(row.communeCode);
    if (communeOf(row.communeCode) === undefined)
      note(
        draft,
        at,
        'new_commune_code',
        `Không có xã, phường mang mã ${row.communeCode}.`,
        `There is no commune with code ${row.communeCode}.`,
      );
    else if (commune && !sameName(commune.name, row.communeName))
      note(
        draft,
        at,
        'new_commune',
        `Mã ${row.communeCode} là ${commune.name}, không phải ${row.communeName}.`,
        `Code ${row.communeCode} is ${commune.name}, not ${row.communeName}.`,
      );
    if (provinceOf(row.provinceCode) === undefined)
      note(
        draft,
        at,
        'new_province_code',
        `Không có tỉnh, thành phố mang mã ${row.provinceCode}.`,
        `There is no province with code ${row.provinceCode}.`,
      );
    else if (commune && commune.provinceCode !== row.provinceCode)
      note(
        draft,
        at,
        'new_province_code',
        `${commune.name} thuộc tỉnh mã ${commune.provinceCode}.`,
        `${commune.name} belongs to the province with code ${commune.provinceCode}.`,
      );
  }
}
