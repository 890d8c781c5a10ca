import type { Context } from '../../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../../kit/contract.ts';
import { loadSnapshot } from '../../../organisations/index.ts';
import { unitsHeld } from '../../actions/scope.ts';
import type { countMyWarnings, listOpenWarnings, listWarnings } from '../contract/warnings.ts';
import { type Counted, countOpen, countOpenByUnit, listVisible } from '../store/warning.ts';
import { loadBook, warningShown } from './shown.ts';

/** The units a filter means: one with all below it, else those the actor's own roles are for. */
async function unitsOf(
  ctx: Context,
  whose: 'mine' | 'unit' | 'all',
  unitId: string | undefined,
): Promise<string[] | undefined> {
  const snapshot = await loadSnapshot(ctx.tx);
  if (unitId !== undefined) return unitsHeld(snapshot, unitId, ctx.today, true);
  if (whose !== 'unit') return undefined;
  const own = ctx.actor.grants.flatMap((g) => (g.unitId === '' || g.unitId === '*' ? [] : [g.unitId]));
  return [...new Set(own.flatMap((one) => unitsHeld(snapshot, one, ctx.today, true)))];
}

export async function listWarningsAction(
  ctx: Context,
  input: ParsedOf<typeof listWarnings>,
): Promise<ReplyOf<typeof listWarnings>> {
  const { whose, unitId, cursor, limit, ...filter } = input;
  const book = await loadBook(ctx);
  const rows = await listVisible(ctx.tx, ctx.actor, {
    ...filter,
    mine: whose === 'mine',
    unitIds: await unitsOf(ctx, whose, unitId),
    after: unpackCursor(cursor),
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => warningShown(ctx, book, row)),
    ...(rows.length > page.length && last ? { next: packCursor([last.raisedAt, last.id]) } : {}),
  };
}

export async function countMyWarningsAction(ctx: Context): Promise<ReplyOf<typeof countMyWarnings>> {
  const { total } = await countOpen(ctx.tx, ctx.actor, { state: 'open', mine: true });
  return { open: total };
}

const countsOf = ({ urgent, serious, notice, total, unacknowledged }: Counted) => ({
  urgent,
  serious,
  notice,
  total,
  unacknowledged,
});

export async function listOpenWarningsAction(
  ctx: Context,
  input: ParsedOf<typeof listOpenWarnings>,
): Promise<ReplyOf<typeof listOpenWarnings>> {
  const book = await loadBook(ctx);
  const filter = { state: 'running', unitIds: await unitsOf(ctx, 'all', input.unitId) } as const;
  const all = await countOpen(ctx.tx, ctx.actor, filter);
  const rows = await countOpenByUnit(ctx.tx, ctx.actor, {
    ...filter,
    after: unpackCursor(input.cursor),
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    counts: countsOf(all),
    units: page.map((row) => ({
      unit: book.unit(row.unitId!),
      counts: countsOf(row),
      oldest: row.oldest.toISOString(),
    })),
    ...(rows.length > page.length && last
      ? { next: packCursor([-last.urgent, -last.serious, -last.total, last.unitId]) }
      : {}),
  };
}
