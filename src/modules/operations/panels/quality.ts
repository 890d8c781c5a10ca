import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { listSilentUnits } from '../../cases/contract.ts';
import { subtreeOn } from '../../organisations/index.ts';
import { countGaps, listProcedures } from '../../procedures/contract.ts';
import type { Place } from '../actions/place.ts';
import type { Board } from '../contract.ts';

const FIRST = 5;
const MOST_DRAFTS = 100;

async function gapsOf(ctx: Context, place: Place): Promise<Board['quality']['gaps']> {
  if (!may(ctx.actor, 'mandate.view')) return undefined;
  const { items } = await ctx.call(countGaps, {});
  const below = place.isWhole ? undefined : subtreeOn(place.snapshot, place.unitId, ctx.today);
  const own = items
    .filter((one) => !below || below.has(one.unitId))
    .toSorted((a, b) => b.gaps - a.gaps || (a.unitId < b.unitId ? -1 : 1));
  return {
    units: own.length,
    steps: own.reduce((sum, one) => sum + one.gaps, 0),
    first: own.slice(0, FIRST).map((one) => ({
      unit: { id: one.unitId, name: { vi: one.unitVi, en: one.unitEn || one.unitVi } },
      steps: one.gaps,
    })),
  };
}

async function blockedOf(ctx: Context): Promise<Board['quality']['blocked']> {
  if (!may(ctx.actor, 'procedure.edit')) return undefined;
  const { items, next } = await ctx.call(listProcedures, {
    state: 'draft',
    check: 'any',
    limit: MOST_DRAFTS,
  });
  return { drafts: items.length, more: next !== undefined };
}

async function silentOf(ctx: Context, place: Place): Promise<Board['quality']['silent']> {
  if (!may(ctx.actor, 'case.view', place.unitId)) return undefined;
  const told = await ctx.call(listSilentUnits, place.isWhole ? {} : { unitId: place.unitId });
  return {
    since: told.since,
    active: told.active,
    silent: told.items.length,
    first: told.items.slice(0, FIRST).map((one) => ({
      unit: { id: one.unitId, name: one.name },
      last: one.last,
    })),
  };
}

/** Where the data itself is wanting. What the reader may not see is absent. */
export async function qualityOf(ctx: Context, place: Place): Promise<Board['quality']> {
  const [gaps, blocked, silent] = [
    await gapsOf(ctx, place),
    await blockedOf(ctx),
    await silentOf(ctx, place),
  ];
  return {
    ...(gaps && { gaps }),
    ...(blocked && { blocked }),
    ...(silent && { silent }),
    at: ctx.now.toISOString(),
  };
}
