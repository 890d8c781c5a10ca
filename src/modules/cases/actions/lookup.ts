import type { Context } from '../../../kit/context.ts';
import { newId } from '../../../kit/ids.ts';
import { lookupCodeOf } from '../lookupCode.ts';
import { idAt, type Lookup, readLookup } from '../rules/lookup.ts';
import { listDraftIds, listIdsBetween } from '../store/lookup.ts';

const ranges = ({ windows }: Lookup) =>
  windows.map(({ from, until }) => ({ from: idAt(from), until: idAt(until) }));

/** Ids of cases with the code that somebody typed: one, but for ids that were not made here; `mistyped` and `notOne` as read. */
export async function findLookup(ctx: Context, typed: string): Promise<string[] | 'mistyped' | 'notOne'> {
  const read = readLookup(typed, ctx.now);
  if (typeof read === 'string') return read;
  const near = await Promise.all(ranges(read).map((range) => listIdsBetween(ctx.tx, range)));
  return near.flat().filter((id) => lookupCodeOf(id) === read.code);
}

const TRIES = 20;

/** A new id whose short code no case and no draft has yet. */
export async function newLookupId(ctx: Context): Promise<string> {
  const tried = newId(ctx.now);
  const read = readLookup(lookupCodeOf(tried) ?? '', ctx.now);
  if (typeof read === 'string') return tried;
  const known = await Promise.all(
    ranges(read).flatMap((range) => [listIdsBetween(ctx.tx, range), listDraftIds(ctx.tx, range)]),
  );
  const taken = new Set(known.flat().map(lookupCodeOf));
  let id = tried;
  for (let n = 0; n < TRIES && taken.has(lookupCodeOf(id)); n += 1) id = newId(ctx.now);
  return id;
}
