/** The door: what later modules may use. Snapshots come from `loadSnapshot`; everything else on them is pure. */
export { loadSnapshot, snapshotInMemory } from './current.ts';
export { parseAgencies, collective } from './rules/agencies.ts';
export type { AgencyPart, ParseOptions } from './rules/agencies.ts';
export { collectiveGroups, membersOn, ruleName } from './rules/collective.ts';
export type { CollectiveGroup } from './rules/collective.ts';
export type { Organ, UnresolvedReason } from './rules/phrases.ts';
export { resolveCode } from './rules/codes.ts';
export type { CodeAnswer } from './rules/codes.ts';
export { bareName, findByName } from './rules/names.ts';
export type { NameAnswer } from './rules/names.ts';
export { kinds, levels, ROOT } from './rules/model.ts';
export type {
  Day,
  Level,
  Succession,
  SuccessionRule,
  Unit,
  UnitId,
  UnitKind,
  UnitVersion,
} from './rules/model.ts';
export {
  ancestorsOn,
  buildSnapshot,
  childrenOn,
  existsOn,
  lifeOf,
  pathOn,
  provinceOf,
  rootsOn,
  subtreeOn,
  unitAround,
  unitAsOf,
  unitsOn,
} from './rules/snapshot.ts';
export type { Snapshot, UnitOnDay } from './rules/snapshot.ts';
export { gapsOn, heldBy, heldSubjects, holdersOf } from './rules/succession.ts';
export type { Holding } from './rules/succession.ts';
export { pickedHandler, pickedPage, type PickFrom, type PickOther, unitPick } from './pick.ts';
export { listUnitsOn } from './rules/listing.ts';
export { foldKey, foldKeepingPositions } from './rules/text.ts';
export { ranks } from './rules/office.ts';
export type { Rank } from './rules/office.ts';
export { getRevision as treeRevision } from './store/facts.ts';
export { findPerson, listContacts, listOfficeHolders, listPersonNames } from './store/people.ts';
export type { Contact, OfficeHolder } from './store/people.ts';
export { demoFacts } from './facts/demo.ts';
export { formerCountry } from './import/former-country.ts';
