import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { addDays } from '../../../kit/day.ts';
import { missing } from '../../../kit/problems.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import type * as contract from '../contract/facts.ts';
import { loadMandates } from '../current.ts';
import { endingBefore, factsOn, staffOn } from '../proof/listing.ts';
import { placesOf } from '../proof/places.ts';
import { namesFor, viewsOf } from './view.ts';

export async function listFactsAction(
  ctx: Context,
  input: ParsedOf<typeof contract.listFacts>,
): Promise<ReplyOf<typeof contract.listFacts>> {
  const { asOf = ctx.today, limit, cursor, ...filter } = input;
  const places = placesOf(await loadSnapshot(ctx.tx));
  const [after] = unpackCursor(cursor) ?? [];
  const found = factsOn(await loadMandates(ctx.tx), places, { ...filter, day: asOf });
  const start = typeof after === 'string' ? found.findIndex((one) => one.key > after) : 0;
  const shown = start < 0 ? [] : found.slice(start, start + limit);
  const isMore = start >= 0 && start + limit < found.length;
  return {
    asOf,
    items: await viewsOf(
      ctx,
      shown.map((one) => one.fact),
      asOf,
    ),
    ...(isMore && { next: packCursor([shown.at(-1)!.key]) }),
  };
}

export async function getFactAction(
  ctx: Context,
  input: ParsedOf<typeof contract.getFact>,
): Promise<ReplyOf<typeof contract.getFact>> {
  const fact = (await loadMandates(ctx.tx)).byId.get(input.id) ?? missing();
  const [view] = await viewsOf(ctx, [fact], ctx.today);
  return view!;
}

export async function listEndingAction(
  ctx: Context,
  { asOf = ctx.today, within }: ParsedOf<typeof contract.listEnding>,
): Promise<ReplyOf<typeof contract.listEnding>> {
  const facts = endingBefore(await loadMandates(ctx.tx), asOf, addDays(asOf, within));
  return { asOf, items: await viewsOf(ctx, facts, asOf) };
}

export async function listMineAction(
  ctx: Context,
  { asOf = ctx.today }: ParsedOf<typeof contract.listMine>,
): Promise<ReplyOf<typeof contract.listMine>> {
  const { personId } = ctx.actor;
  if (personId === undefined) return { asOf, items: [] };
  const places = placesOf(await loadSnapshot(ctx.tx));
  const found = factsOn(await loadMandates(ctx.tx), places, { day: asOf, personId });
  return {
    asOf,
    person: personId,
    items: await viewsOf(
      ctx,
      found.map((one) => one.fact),
      asOf,
    ),
  };
}

export async function listStaffAction(
  ctx: Context,
  { unitId, asOf = ctx.today }: ParsedOf<typeof contract.listStaff>,
): Promise<ReplyOf<typeof contract.listStaff>> {
  const snapshot = await loadSnapshot(ctx.tx);
  if (!snapshot.units.has(unitId)) missing();
  const staff = staffOn(await loadMandates(ctx.tx), placesOf(snapshot), unitId, asOf);
  const people = staff.map((one) => one.personId);
  const names = await namesFor(ctx, people, asOf);
  const items = staff.map(({ personId, ...rest }) => ({ person: names.person(personId), ...rest }));
  items.sort((a, b) => a.person.name.localeCompare(b.person.name, 'vi'));
  return { asOf, unit: names.unit(unitId), items };
}
