import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import type { Text } from '../../../kit/i18n.ts';
import { watchCases } from '../../cases/contract.ts';
import { board } from '../../indicators/contract.ts';
import { childrenOn } from '../../organisations/index.ts';
import type { getAreas } from '../contract.ts';
import { listBoundaries } from '../map/folder.ts';
import { placeAreas } from '../map/place.ts';
import { markOf, once } from './kept.ts';
import { type Place, placeOf } from './place.ts';

type Counts = Map<string, { numerator: number; denominator: number }>;

/** Late tasks of those that are open and have a term. */
async function lateTasks(ctx: Context, place: Place): Promise<Counts> {
  const scope = place.isWhole ? {} : { unitId: place.unitId, subtree: true };
  const { rows } = await ctx.call(board, {
    ...scope,
    count: 'assignments',
    role: 'lead',
    kind: 'task',
    by: 'unit',
  });
  return new Map(
    rows.flatMap(({ key, byClass: { overdue = 0, inTerm = 0 } }) =>
      key ? [[key, { numerator: overdue, denominator: overdue + inTerm }]] : [],
    ),
  );
}

/** Late cases of those that are being handled; none where the reader may not see cases. */
async function lateCases(ctx: Context, place: Place): Promise<Counts> {
  if (!may(ctx.actor, 'case.view', place.unitId)) return new Map();
  const { units } = await ctx.call(watchCases, place.isWhole ? {} : { unitId: place.unitId });
  return new Map(units.map((row) => [row.unitId, { numerator: row.overdue, denominator: row.working }]));
}

type Reply = ReplyOf<typeof getAreas>;

/** The set of boundaries that holds most of the areas, with everything in it that could not be used. */
function boundariesFor(ctx: Context, areas: Reply['areas']): Reply['boundaries'] {
  const sets = listBoundaries(ctx.app).map((set) => ({ set, placed: placeAreas(set.areas, areas) }));
  const best = sets.toSorted((a, b) => b.placed.rings.size - a.placed.rings.size)[0];
  if (!best) return undefined;
  const { set, placed } = best;
  const without = areas
    .filter(({ unitId }) => !placed.rings.has(unitId))
    .map(({ name }): Text => ({
      vi: `${name.vi} không có ranh giới trong tệp`,
      en: `${name.en} has no boundary in the file`,
    }));
  return { file: set.file, drawn: placed.rings.size, faults: [...set.faults, ...placed.faults, ...without] };
}

/** Provinces of the country, or the units directly below another one, with both counts each. */
export async function getAreasAction(ctx: Context, input: ParsedOf<typeof getAreas>): Promise<Reply> {
  const place = await placeOf(ctx, input.unitId);
  const key = `areas ${input.figure} ${ctx.actor.id} ${place.unitId}`;
  const count = input.figure === 'lateTasks' ? lateTasks : lateCases;
  const counts = await once(ctx.app, key, await markOf(ctx), () => count(ctx, place));
  const level = place.isWhole ? 'province' : 'commune';
  const areas = childrenOn(place.snapshot, place.unitId, ctx.today)
    .filter((unit) => unit.level === level)
    .map((unit) => ({
      unitId: unit.unitId,
      name: { vi: unit.nameVi, en: unit.nameEn || unit.nameVi },
      ...(unit.code && { code: unit.code }),
      ...(counts.get(unit.unitId) ?? { numerator: 0, denominator: 0 }),
    }));
  const boundaries = boundariesFor(ctx, areas);
  return {
    day: ctx.today,
    unit: { id: place.unitId, name: place.name },
    figure: input.figure,
    areas,
    ...(boundaries && { boundaries }),
  };
}
