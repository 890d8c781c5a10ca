import { type Actor, systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import { stateFacts } from './contract/imports.ts';
import { appoint, createPerson, createPosition } from './contract/people.ts';
import { createUnit } from './contract/units.ts';
import { demoFacts } from './facts/demo.ts';
import type { Day, Level, OrganisationFacts, UnitId, UnitKind } from './rules/model.ts';
import type { Rank } from './rules/office.ts';

type Who = { actor?: Actor; now?: Date };
const who = ({ actor = systemActor, now }: Who) => ({ actor, ...(now && { now }) });

/** States the demo's organisations, or the given facts, through the endpoint. */
export async function stateDemoOrganisations(
  app: App,
  options: Who & { facts?: OrganisationFacts } = {},
): Promise<void> {
  await app.call(stateFacts, options.facts ?? demoFacts, who(options));
}

export type SampleUnit = {
  id?: UnitId;
  nameVi?: string;
  level?: Level;
  kind?: UnitKind;
  parentId?: UnitId | null;
  validFrom?: Day;
};

/** One unit with sensible fields where none are given; its id. */
export async function sampleUnit(app: App, unit: SampleUnit = {}, options: Who = {}): Promise<UnitId> {
  const {
    nameVi = 'Cơ quan mẫu',
    level = 'other',
    kind = 'other',
    parentId = null,
    validFrom = '2025-01-01',
    id,
  } = unit;
  const made = await app.call(
    createUnit,
    { ...(id && { id }), level, kind, nameVi, nameEn: nameVi, parentId, validFrom },
    who(options),
  );
  return made.id;
}

export type SampleHolder = {
  unitId: UnitId;
  fullName: string;
  email?: string;
  titleVi: string;
  titleEn: string;
  rank: Rank;
  from?: Day;
  paper?: string;
};

/** A person appointed to a new position of a unit. */
export async function sampleOfficeHolder(
  app: App,
  holder: SampleHolder,
  options: Who = {},
): Promise<{ personId: string; positionId: string }> {
  const {
    unitId,
    fullName,
    email,
    titleVi,
    titleEn,
    rank,
    from = '2025-07-01',
    paper = 'Quyết định bổ nhiệm',
  } = holder;
  const person = await app.call(createPerson, { fullName, ...(email && { email }) }, who(options));
  const position = await app.call(
    createPosition,
    { unitId, titleVi, titleEn, rank, validFrom: from },
    who(options),
  );
  await app.call(
    appoint,
    { positionId: position.id, personId: person.id, validFrom: from, paper },
    who(options),
  );
  return { personId: person.id, positionId: position.id };
}
