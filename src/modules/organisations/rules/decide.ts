import { Problem } from '../../../kit/problems.ts';
import { codeTaken, idTaken, ruleMissing, unitNotLiving, wouldCircle } from '../problems.ts';
import { resolveCode } from './codes.ts';
import { endsUnit } from './model.ts';
import type {
  Day,
  Level,
  OrganisationFacts,
  Succession,
  SuccessionKind,
  SuccessionRule,
  UnitId,
  VersionFact,
} from './model.ts';
import { ancestorsOn, childrenOn, existsOn, factOf, unitAround, unitAsOf } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';

/** A rule stated after the split it belongs to. */
export type RuleStatement = { successionId: string; rule: SuccessionRule; legalBasis: string };

export type UnitEventKind =
  | 'unit.created'
  | 'unit.renamed'
  | 'unit.statusChanged'
  | 'unit.merged'
  | 'unit.split'
  | 'unit.partlySplit'
  | 'unit.competenceTransferred'
  | 'unit.ruleStated';

/** What one unit's event states; each fact is stated by exactly one event. */
export type Statement = {
  unitId: UnitId;
  kind: UnitEventKind;
  facts: OrganisationFacts;
  rules: RuleStatement[];
};

/** What a new unit needs; without `id` one is made. */
export type NewUnit = Omit<VersionFact, 'unitId' | 'validFrom'> & { id?: UnitId | undefined; level: Level };

type Changes = Partial<Omit<VersionFact, 'unitId' | 'validFrom'>>;
type Dated = { on: Day; legalBasis: string };

const nothing: OrganisationFacts = { units: [], versions: [], successions: [] };

function nameOf(snapshot: Snapshot, unitId: UnitId, day: Day): string {
  return unitAround(snapshot, unitId, day)?.nameVi ?? unitId;
}

function assertLiving(snapshot: Snapshot, unitId: UnitId, day: Day): void {
  if (existsOn(snapshot, unitId, day)) return;
  const name = nameOf(snapshot, unitId, day);
  throw new Problem(unitNotLiving, {
    detail: { vi: `${name} không tồn tại vào ngày ${day}.`, en: `${name} does not exist on ${day}.` },
  });
}

/** A unit may end once: one whose end is already stated is not ended again on another day. */
function assertMayEnd(snapshot: Snapshot, unitId: UnitId, day: Day): void {
  assertLiving(snapshot, unitId, day);
  const end = snapshot.from.get(unitId)?.find((succession) => endsUnit(succession.kind));
  if (!end) return;
  const name = nameOf(snapshot, unitId, day);
  throw new Problem(unitNotLiving, {
    detail: { vi: `${name} đã kết thúc từ ngày ${end.on}.`, en: `${name} already ends on ${end.on}.` },
  });
}

/** A new unit from `on`. @throws unitNotLiving (its parent), idTaken, codeTaken. */
export function decideCreation(snapshot: Snapshot, unit: NewUnit, on: Day, newId: () => string): Statement {
  const { id = newId(), level, ...version } = unit;
  if (snapshot.units.has(id)) throw new Problem(idTaken, { detail: { vi: id, en: id } });
  if (version.parentId !== null) assertLiving(snapshot, version.parentId, on);
  assertCodeFree(snapshot, id, version.codeSystem, version.code, on);
  const facts = {
    units: [{ id, level }],
    versions: [{ ...version, unitId: id, validFrom: on }],
    successions: [],
  };
  return { unitId: id, kind: 'unit.created', facts, rules: [] };
}

function assertCodeFree(
  s: Snapshot,
  self: UnitId,
  system: string | null,
  code: string | null,
  on: Day,
): void {
  if (code === null || system === null) return;
  const answer = resolveCode(s, system, code, on, on);
  if (answer.found === 'nothing' || answer.bearer === self) return;
  const name = nameOf(s, answer.bearer, on);
  throw new Problem(codeTaken, {
    detail: {
      vi: `Mã ${code} là của ${name} vào ngày ${on}.`,
      en: `Code ${code} belongs to ${name} on ${on}.`,
    },
  });
}

/**
 * A unit under another name, kind, code or parent from `on`; it stays the same unit.
 * @throws unitNotLiving, wouldCircle, codeTaken.
 */
export function decideRestatement(
  snapshot: Snapshot,
  command: Dated & { unitId: UnitId; kind: 'rename' | 'statusChange'; changes: Changes },
  newId: () => string,
): Statement {
  const { unitId, on, kind, changes, legalBasis } = command;
  assertLiving(snapshot, unitId, on);
  const current = factOf(unitAsOf(snapshot, unitId, on)!);
  const version: VersionFact = { ...current, ...changes, unitId, validFrom: on };
  if (version.parentId !== current.parentId) assertNoCircle(snapshot, unitId, version.parentId, on);
  if (version.code !== current.code) assertCodeFree(snapshot, unitId, version.codeSystem, version.code, on);
  const succession: Succession = { id: newId(), on, kind, from: unitId, to: [unitId], legalBasis };
  const event = kind === 'rename' ? 'unit.renamed' : 'unit.statusChanged';
  return {
    unitId,
    kind: event,
    facts: { units: [], versions: [version], successions: [succession] },
    rules: [],
  };
}

function assertNoCircle(snapshot: Snapshot, unitId: UnitId, parentId: UnitId | null, on: Day): void {
  if (parentId === null) return;
  assertLiving(snapshot, parentId, on);
  const above = [parentId, ...ancestorsOn(snapshot, parentId, on).map((unit) => unit.unitId)];
  if (above.includes(unitId)) throw new Problem(wouldCircle);
}

type Ending = Dated & { kind: SuccessionKind; to: UnitId[]; rule: SuccessionRule };

/** Units below one that ends go to its main heir on the same day. */
function endingOf(
  snapshot: Snapshot,
  from: UnitId,
  ending: Ending,
  event: UnitEventKind,
  newId: () => string,
): Statement {
  const { on, kind, to, rule, legalBasis } = ending;
  const heir = rule.default ?? to[0]!;
  const children = childrenOn(snapshot, from, on).filter((child) => child.unitId !== heir);
  const versions = children.map((child) => ({ ...factOf(child), parentId: heir, validFrom: on }));
  const hasRule = rule.default !== undefined || (rule.bySubject?.length ?? 0) > 0;
  const succession: Succession = { id: newId(), on, kind, from, to, legalBasis, ...(hasRule && { rule }) };
  const moved = endsUnit(kind) ? versions : [];
  return {
    unitId: from,
    kind: event,
    facts: { units: [], versions: moved, successions: [succession] },
    rules: [],
  };
}

/**
 * Several units become one on `on`; single subjects may go elsewhere. The heir lives already or begins that day.
 * @throws unitNotLiving.
 */
export function decideMerger(
  snapshot: Snapshot,
  command: Dated & {
    from: UnitId[];
    to: UnitId;
    bySubject?: { subject: string; toUnitId: UnitId }[] | undefined;
  },
  newId: () => string,
): Statement[] {
  const { on, legalBasis, bySubject = [] } = command;
  const to = [...new Set([command.to, ...bySubject.map((entry) => entry.toUnitId)])];
  for (const heir of to) assertLiving(snapshot, heir, on);
  return [...new Set(command.from)].map((from) => {
    assertMayEnd(snapshot, from, on);
    if (to.includes(from)) throw new Problem(wouldCircle);
    return endingOf(
      snapshot,
      from,
      { on, kind: 'merge', to, rule: { default: command.to, bySubject }, legalBasis },
      'unit.merged',
      newId,
    );
  });
}

/**
 * One unit becomes several (`partial: false`), or gives subjects away and lives on. A whole split needs a default heir,
 * a partial one its subjects; without them it is refused by name. @throws ruleMissing, unitNotLiving.
 */
export function decideSplit(
  snapshot: Snapshot,
  command: Dated & { from: UnitId; to: UnitId[]; rule: SuccessionRule; partial: boolean },
  newId: () => string,
): Statement {
  const { on, from, to, rule, partial, legalBasis } = command;
  const stated = partial ? (rule.bySubject?.length ?? 0) > 0 : rule.default !== undefined;
  const names = to.map((heir) => nameOf(snapshot, heir, on)).join('; ');
  const name = nameOf(snapshot, from, on);
  if (!stated) {
    throw new Problem(ruleMissing, {
      detail: {
        vi: `${name} chia cho: ${names}. Chưa nêu ai tiếp nhận ${partial ? 'lĩnh vực nào' : 'phần còn lại'}.`,
        en: `${name} is divided among: ${names}. It is not stated who takes over ${partial ? 'which subject' : 'the rest'}.`,
      },
    });
  }
  (partial ? assertLiving : assertMayEnd)(snapshot, from, on);
  assertHeirs(snapshot, to, rule, on);
  if (to.includes(from)) throw new Problem(wouldCircle);
  const kind = partial ? 'partialSplit' : 'split';
  return endingOf(
    snapshot,
    from,
    { on, kind, to, rule, legalBasis },
    partial ? 'unit.partlySplit' : 'unit.split',
    newId,
  );
}

function assertHeirs(snapshot: Snapshot, to: readonly UnitId[], rule: SuccessionRule, on: Day): void {
  for (const heir of to) assertLiving(snapshot, heir, on);
  const ruled = [
    ...(rule.bySubject ?? []).map((entry) => entry.toUnitId),
    ...(rule.default ? [rule.default] : []),
  ];
  const stranger = ruled.find((heir) => !to.includes(heir));
  if (stranger === undefined) return;
  const name = nameOf(snapshot, stranger, on);
  throw new Problem(ruleMissing, {
    detail: { vi: `${name} không nằm trong số cơ quan tiếp nhận.`, en: `${name} is not among the heirs.` },
  });
}

/** Subjects go from one living unit to another. @throws unitNotLiving, wouldCircle. */
export function decideTransfer(
  snapshot: Snapshot,
  command: Dated & { from: UnitId; to: UnitId; subjects: string[] },
  newId: () => string,
): Statement {
  const { on, from, to, subjects, legalBasis } = command;
  assertLiving(snapshot, from, on);
  assertLiving(snapshot, to, on);
  if (from === to) throw new Problem(wouldCircle);
  const rule = { bySubject: subjects.map((subject) => ({ subject, toUnitId: to })) };
  const ending: Ending = { on, kind: 'transferOfCompetence', to: [to], rule, legalBasis };
  return endingOf(snapshot, from, ending, 'unit.competenceTransferred', newId);
}

/** The rule of a split that came without one (from an import), or another rule instead. @throws ruleMissing. */
export function decideRule(snapshot: Snapshot, succession: Succession, statement: RuleStatement): Statement {
  if (statement.rule.default === undefined) throw new Problem(ruleMissing);
  assertHeirs(snapshot, succession.to, statement.rule, succession.on);
  return { unitId: succession.from, kind: 'unit.ruleStated', facts: nothing, rules: [statement] };
}
