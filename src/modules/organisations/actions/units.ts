import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, unpackCursor } from '../../../kit/contract.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { addDays } from '../../../kit/day.ts';
import { missing } from '../../../kit/problems.ts';
import type {
  getChart,
  getUnit,
  listGaps,
  listUnits,
  parseAgencyText,
  resolveUnitCode,
} from '../contract/units.ts';
import { loadSnapshot } from '../current.ts';
import { parseAgencies } from '../rules/agencies.ts';
import type { AgencyPart } from '../rules/agencies.ts';
import { resolveCode } from '../rules/codes.ts';
import { listUnitsOn } from '../rules/listing.ts';
import type { ListKey } from '../rules/listing.ts';
import type { Day, UnitId } from '../rules/model.ts';
import {
  ancestorsOn,
  childrenOn,
  existsOn,
  lifeOf,
  rootsOn,
  subtreeOn,
  unitAround,
  unitAsOf,
  unitsOn,
} from '../rules/snapshot.ts';
import type { Snapshot } from '../rules/snapshot.ts';
import { gapsOn, heldBy, holdersOf } from '../rules/succession.ts';
import { listOfficeHolders } from '../store/people.ts';
import { chartBelow, chartNodeOf, refOf, successionOf, summaryOf } from './view.ts';

export async function listUnitsAction(
  ctx: Context,
  input: ParsedOf<typeof listUnits>,
): Promise<ReplyOf<typeof listUnits>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const { asOf: day = ctx.today, within, cursor, limit, ...filter } = input;
  const scope = within === undefined ? undefined : subtreeOn(snapshot, within, day);
  const after = unpackCursor(cursor) as ListKey | undefined;
  const { items, next } = listUnitsOn(snapshot, { ...filter, day, within: scope }, limit, after);
  return { asOf: day, items: items.map(summaryOf), ...(next && { next: packCursor(next) }) };
}

export async function getUnitAction(
  ctx: Context,
  input: ParsedOf<typeof getUnit>,
): Promise<ReplyOf<typeof getUnit>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const day = input.asOf ?? ctx.today;
  const unit = unitAround(snapshot, input.id, day) ?? missing();
  const life = lifeOf(snapshot, unit.id)!;
  const versions = snapshot.versions.get(unit.id)!;
  const holding = holdersOf(snapshot, unit.id, day);
  const named = 'holder' in holding ? [holding.holder] : holding.candidates;
  return {
    ...summaryOf(unit),
    aliases: unit.aliases,
    asOf: day,
    living: existsOn(snapshot, unit.id, day),
    ...life,
    path: pathTo(snapshot, unit.id, life.to === null || day < life.to ? day : addDays(life.to, -1)),
    childCount: childrenOn(snapshot, unit.id, day).length,
    versions: versions.map(({ validFrom, validTo, nameVi, nameEn, kind }) => ({
      validFrom,
      validTo,
      nameVi,
      nameEn,
      kind,
    })),
    predecessors: (snapshot.to.get(unit.id) ?? []).map((step) => successionOf(snapshot, step)),
    successors: (snapshot.from.get(unit.id) ?? []).map((step) => successionOf(snapshot, step)),
    holders: { needsRule: 'needsRule' in holding, units: named.map((id) => refOf(snapshot, id, day)) },
    holdsFor: [...heldBy(snapshot, unit.id, day)]
      .filter((id) => id !== unit.id)
      .map((id) => refOf(snapshot, id, day)),
    officeHolders: await listOfficeHolders(ctx.tx, [unit.id], day),
  };
}

/** The units above on `day`, or on the first day of a unit that comes later; from the root down. */
function pathTo(snapshot: Snapshot, unitId: UnitId, day: Day) {
  const since = lifeOf(snapshot, unitId)?.from ?? day;
  const on = since > day ? since : day;
  return ancestorsOn(snapshot, unitId, on)
    .map((above) => refOf(snapshot, above.unitId, on))
    .reverse();
}

/** Days on which something changed, the most eventful first. */
function changeDays(snapshot: Snapshot): { day: Day; facts: number }[] {
  const counts = new Map<Day, number>();
  for (const steps of snapshot.from.values())
    for (const step of steps) counts.set(step.on, (counts.get(step.on) ?? 0) + 1);
  return [...counts].map(([day, facts]) => ({ day, facts })).sort((a, b) => b.facts - a.facts);
}

function firstDay(snapshot: Snapshot, today: Day): Day {
  let first = today;
  for (const [version] of snapshot.versions.values())
    if (version && version.validFrom < first) first = version.validFrom;
  return first;
}

function countsOn(snapshot: Snapshot, day: Day): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const unit of unitsOn(snapshot, day)) counts[unit.kind] = (counts[unit.kind] ?? 0) + 1;
  return counts;
}

export async function getChartAction(
  ctx: Context,
  input: ParsedOf<typeof getChart>,
): Promise<ReplyOf<typeof getChart>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const day = input.asOf ?? ctx.today;
  const root = input.root === undefined ? undefined : (unitAsOf(snapshot, input.root, day) ?? missing());
  const days = changeDays(snapshot);
  const nodes = root
    ? chartBelow(snapshot, root.id, day, input.depth)
    : rootsOn(snapshot, day).map((unit) => chartNodeOf(snapshot, unit, day, input.depth));
  const path = root ? [...ancestorsOn(snapshot, root.id, day).reverse(), root] : [];
  const last = days.reduce((latest, change) => (change.day > latest ? change.day : latest), ctx.today);
  return {
    asOf: day,
    from: firstDay(snapshot, ctx.today),
    to: last,
    days: days.slice(0, 12),
    counts: countsOn(snapshot, day),
    path: path.map((unit) => refOf(snapshot, unit.id, day)),
    nodes,
  };
}

export async function resolveCodeAction(
  ctx: Context,
  input: ParsedOf<typeof resolveUnitCode>,
): Promise<ReplyOf<typeof resolveUnitCode>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const day = input.asOf ?? ctx.today;
  const answer = resolveCode(snapshot, input.system, input.code, day, input.codeAsOf);
  if (answer.found === 'nothing') return { found: 'nothing', asOf: day, units: [], alsoBorneBy: [] };
  const units = answer.found === 'unit' ? [answer.unitId] : answer.candidates;
  return {
    found: answer.found,
    asOf: day,
    bearer: refOf(snapshot, answer.bearer, day),
    units: units.map((id) => refOf(snapshot, id, day)),
    alsoBorneBy: answer.alsoBorneBy.map((id) => refOf(snapshot, id, day)),
  };
}

function unitsOfPart(part: AgencyPart): string[] {
  if (part.kind === 'unit') return [part.unitId];
  return part.kind === 'unresolved' ? [] : part.unitIds;
}

export async function parseAgenciesAction(
  ctx: Context,
  input: ParsedOf<typeof parseAgencyText>,
): Promise<ReplyOf<typeof parseAgencyText>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const day = input.asOf ?? ctx.today;
  const parts = parseAgencies(snapshot, input.text, day, { within: input.within });
  return {
    asOf: day,
    parts: parts.map((part) => ({ ...part, units: unitsOfPart(part).map((id) => refOf(snapshot, id, day)) })),
  };
}

export async function listGapsAction(
  ctx: Context,
  input: ParsedOf<typeof listGaps>,
): Promise<ReplyOf<typeof listGaps>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const day = input.asOf ?? ctx.today;
  const after = unpackCursor(input.cursor)?.[0] as string | undefined;
  const mine = (gap: { candidates: UnitId[] }) =>
    gap.candidates.every((id) => may(ctx.actor, 'organisation.edit', id));
  const all = gapsOn(snapshot, day)
    .filter(mine)
    .sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
  const rest = after === undefined ? all : all.filter((gap) => gap.unitId > after);
  const items = rest.slice(0, input.limit).map((gap) => {
    const holding = holdersOf(snapshot, gap.unitId, day);
    const split = 'needsRule' in holding ? holding.split : undefined;
    return {
      unit: refOf(snapshot, gap.unitId, day),
      successionId: split?.id ?? '',
      on: split?.on ?? day,
      candidates: gap.candidates.map((id) => refOf(snapshot, id, day)),
    };
  });
  const last = rest[input.limit - 1];
  return {
    total: all.length,
    items,
    ...(rest.length > input.limit && last && { next: packCursor([last.unitId]) }),
  };
}
