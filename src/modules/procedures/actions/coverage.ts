import { reachOf } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import {
  existsOn,
  holdersOf,
  listOfficeHolders,
  loadSnapshot,
  type Snapshot,
  unitAround,
} from '../../organisations/index.ts';
import type * as contract from '../contract.ts';
import { type GapLine, proveAll } from '../coverage.ts';
import type { Day } from '../rules/model.ts';
import { listNames } from '../store/catalogue.ts';
import {
  closeGaps,
  countGaps,
  type KnownGap,
  listBoard,
  listOpenGaps,
  lockGaps,
  openGaps,
} from '../store/gap.ts';

const keyOf = ({ unitId, code, stepKey }: Pick<KnownGap, 'unitId' | 'code' | 'stepKey'>): string =>
  `${unitId} ${code} ${stepKey}`;

/** Whose head must act: the unit's own, its heir's, or the one above a unit that has ended without an heir. */
function ownerOf(snapshot: Snapshot, unitId: string, day: Day): string {
  if (existsOn(snapshot, unitId, day)) return unitId;
  const holding = [holdersOf(snapshot, unitId, day)].flat()[0];
  if (holding && 'holder' in holding) return holding.holder;
  return unitAround(snapshot, unitId, day)?.parentId ?? unitId;
}

const known = (snapshot: Snapshot, day: Day, gap: GapLine): KnownGap => {
  const { unitId, code, field, stepKey, role, reason, from } = gap;
  return {
    unitId,
    code,
    field,
    stepKey,
    role,
    reason,
    since: from,
    ownerUnitId: ownerOf(snapshot, unitId, day),
  };
};

/** One event a unit: what opened or closed there. */
function emitByUnit(
  ctx: Context,
  kind: 'coverage.opened' | 'coverage.closed',
  gaps: readonly KnownGap[],
): void {
  const byUnit = new Map<string, KnownGap[]>();
  for (const gap of gaps) byUnit.set(gap.unitId, [...(byUnit.get(gap.unitId) ?? []), gap]);
  for (const [unitId, list] of byUnit)
    ctx.emit({
      unitId,
      stream: `coverage:${unitId}`,
      kind,
      payload: {
        ownerUnitId: list[0]!.ownerUnitId,
        gaps: list.map(({ code, stepKey, role, reason, since }) => ({ code, stepKey, role, reason, since })),
      },
    });
}

/** Proves everything, compares with what was known, and makes an alarm of what has opened. */
export async function proveCoverageAction(
  ctx: Context,
  { days }: ParsedOf<typeof contract.proveCoverageNow>,
): Promise<ReplyOf<typeof contract.proveCoverageNow>> {
  await lockGaps(ctx.tx);
  const snapshot = await loadSnapshot(ctx.tx);
  const { checked, gaps } = await proveAll(ctx.tx, ctx.today, days);
  const now = new Map<string, KnownGap>();
  for (const gap of gaps) {
    const one = known(snapshot, ctx.today, gap);
    if (!now.has(keyOf(one))) now.set(keyOf(one), one);
  }
  const before = new Map((await listOpenGaps(ctx.tx)).map((gap) => [keyOf(gap), gap]));
  const opened = [...now].filter(([key]) => !before.has(key)).map(([, gap]) => gap);
  const closed = [...before].filter(([key]) => !now.has(key)).map(([, gap]) => gap);
  await closeGaps(ctx.tx, closed, ctx.now);
  await openGaps(ctx.tx, opened, ctx.now);
  emitByUnit(ctx, 'coverage.opened', opened);
  emitByUnit(ctx, 'coverage.closed', closed);
  return { checked, gaps: now.size, opened: opened.length, closed: closed.length };
}

/** Units whose gaps somebody may see. */
function unitsSeen(ctx: Context): 'all' | string[] {
  const own = reachOf(ctx.actor, 'mandate.view').slice(1);
  return own.some((part) => part.units === 'all') ? 'all' : own.flatMap((part) => part.units as string[]);
}

async function headsOf(ctx: Context, units: readonly string[]): Promise<Map<string, string>> {
  const holders = await listOfficeHolders(ctx.tx, [...new Set(units)], ctx.today);
  const heads = holders.filter((one) => one.rank === 'head' && one.personName !== null);
  return new Map(heads.map((one) => [one.unitId, one.personName!]));
}

export async function listGapsAction(
  ctx: Context,
  { unitId, cursor, limit }: ParsedOf<typeof contract.listGaps>,
): Promise<ReplyOf<typeof contract.listGaps>> {
  const seen = unitsSeen(ctx);
  const units = unitId === undefined ? seen : seen === 'all' || seen.includes(unitId) ? [unitId] : [];
  const after = unpackCursor(cursor) as [string, string, number] | undefined;
  const rows = await listBoard(ctx.tx, {
    units,
    after: after?.length === 3 ? after : undefined,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const snapshot = await loadSnapshot(ctx.tx);
  const heads = await headsOf(
    ctx,
    shown.map((gap) => gap.ownerUnitId),
  );
  const names = await listNames(ctx.tx, [...new Set(shown.map((gap) => gap.code))]);
  const named = (id: string) => {
    const unit = unitAround(snapshot, id, ctx.today);
    return { unitId: id, unitVi: unit?.nameVi ?? id, unitEn: unit?.nameEn ?? id };
  };
  return {
    items: shown.map(({ code, stepKey, role, reason, since, noticedAt, ownerUnitId, ...gap }) => ({
      ...named(gap.unitId),
      code,
      nameVi: names.get(code) ?? code,
      stepKey,
      role,
      reason,
      since,
      noticedAt: noticedAt.toISOString(),
      owner: { ...named(ownerUnitId), person: heads.get(ownerUnitId) },
    })),
    ...(last ? { next: packCursor([last.unitId, last.code, last.id]) } : {}),
  };
}

export async function countGapsAction(ctx: Context): Promise<ReplyOf<typeof contract.countGaps>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const counts = await countGaps(ctx.tx, unitsSeen(ctx));
  return {
    items: counts.map((count) => {
      const unit = unitAround(snapshot, count.unitId, ctx.today);
      return { ...count, unitVi: unit?.nameVi ?? count.unitId, unitEn: unit?.nameEn ?? count.unitId };
    }),
  };
}
