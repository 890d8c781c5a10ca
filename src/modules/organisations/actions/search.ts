import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import type { searchUnits } from '../contract/search.ts';
import { loadSnapshot } from '../current.ts';
import { searchUnitsOn, type SearchKey } from '../rules/search.ts';
import { subtreeOn } from '../rules/snapshot.ts';
import { refOf, summaryOf } from './view.ts';

export async function searchUnitsAction(
  ctx: Context,
  input: ParsedOf<typeof searchUnits>,
): Promise<ReplyOf<typeof searchUnits>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const { asOf: day = ctx.today, q: text, level: levels, within, may: permission, cursor, limit } = input;
  const filter = {
    day,
    text,
    levels,
    within: within === undefined ? undefined : subtreeOn(snapshot, within, day),
    accept: permission === undefined ? undefined : (id: string) => may(ctx.actor, permission, id),
  };
  const found = searchUnitsOn(snapshot, filter, limit, unpackCursor(cursor) as SearchKey | undefined);
  return {
    asOf: day,
    items: found.items.map((unit) => ({
      ...summaryOf(unit),
      exact: unit.exact,
      above: unit.above.map((above) => refOf(snapshot, above.unitId, day)),
    })),
    ...(found.next && { next: packCursor(found.next) }),
  };
}
