import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { Problem } from '../../../kit/problems.ts';
import { pathOn, unitAround } from '../../organisations/index.ts';
import { getVersion } from '../../procedures/contract.ts';
import type { EffectiveVersion } from '../../procedures/contract.ts';
import { getPinned, laidOn, loadEffective, stepOf } from '../../procedures/index.ts';
import { type applyTransition, notInForce, type previewTransition } from '../contract/transition.ts';
import type { By, CaseState } from '../rules/model.ts';
import type { CaseRow } from '../store/caseFile.ts';
import { listOnOthers } from '../store/running.ts';
import { applyEvents } from './apply.ts';
import { calendarUnitOf, type Ground, loadGround, pinnedVersion } from './grounds.ts';
import { type Move, moveOf } from './move.ts';

const PAGE = 500;
/** Effects named in a dry run; the numbers count all. */
const NAMED = 300;

interface Target {
  version: EffectiveVersion;
  inForce: boolean;
  ground: Ground;
}

async function targetOf(ctx: Context, versionId: string): Promise<Target> {
  const { version } = await ctx.call(getVersion, { id: versionId });
  const [ground, pinned] = await Promise.all([loadGround(ctx.tx), getPinned(ctx.tx, { versionId })]);
  const inForce = version.state === 'published' && version.validFrom <= ctx.today;
  return { version: pinned, inForce, ground };
}

/** The new version as it holds where a case is decided: with that province's overlay of today, or of its first day. */
function versionsFor(ctx: Context, target: Target): (state: CaseState) => Promise<EffectiveVersion> {
  const kept = new Map<string, Promise<EffectiveVersion>>();
  const load = async (provinceId: string): Promise<EffectiveVersion> => {
    const { version } = target;
    if (!target.inForce) {
      const day = version.validFrom > ctx.today ? version.validFrom : ctx.today;
      return laidOn(ctx.tx, version, { provinceId, day });
    }
    const found = await loadEffective(ctx.tx, { code: version.code, provinceId, day: ctx.today });
    return found?.id === version.id ? { ...found, transition: version.transition! } : version;
  };
  return ({ places }) => {
    const unitId = places.decision ?? places.reception;
    const province = pathOn(target.ground.snapshot, unitId, ctx.today).find(
      (unit) => unit.level === 'province',
    );
    if (!province) return Promise.resolve(target.version);
    const known = kept.get(province.id) ?? load(province.id);
    kept.set(province.id, known);
    return known;
  };
}

/** Every running case on another version, page by page, with what the rule makes of it. */
async function* movesOf(
  ctx: Context,
  target: Target,
  by: { by: By; reason: string; legalBasis: string; lock: boolean },
): AsyncGenerator<{ row: CaseRow; from: EffectiveVersion; to: EffectiveVersion; move: Move | undefined }> {
  const { code, id: versionId } = target.version;
  const versionOf = versionsFor(ctx, target);
  const now = ctx.now.toISOString();
  for (let after: string | undefined; ;) {
    const rows = await listOnOthers(ctx.tx, { code, versionId, after, limit: PAGE, lock: by.lock });
    for (const row of rows) {
      const { state } = row;
      const [from, to] = [await pinnedVersion(ctx.tx, state), await versionOf(state)];
      const calendar = target.ground.calendarOf(calendarUnitOf(state));
      yield { row, from, to, move: moveOf(state, { from, to, calendar }, { now, ...by }) };
    }
    after = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}

const official = (ctx: Context): By =>
  ctx.actor.personId ? { as: 'official', person: ctx.actor.personId } : { as: 'system' };

type Look = ReplyOf<typeof previewTransition>;

function effectOf(
  ctx: Context,
  target: Target,
  of: { row: CaseRow; from: EffectiveVersion; to: EffectiveVersion },
  move: Move,
) {
  const { before, after, fields, undecided } = move;
  const unit = unitAround(target.ground.snapshot, before.atUnitId, ctx.today);
  const key = before.step?.key ?? '';
  const moved = !undecided;
  return {
    id: of.row.id,
    ...(before.code && { code: before.code }),
    unitId: before.atUnitId,
    unitVi: unit?.nameVi ?? before.atUnitId,
    unitEn: unit?.nameEn ?? before.atUnitId,
    due: {
      ...(before.due.at && { before: before.due.at }),
      ...(moved && after.due.at && { after: after.due.at }),
    },
    step: {
      key,
      before: stepOf(of.from, key)?.name.vi ?? key,
      ...(moved && { after: stepOf(of.to, key)?.name.vi ?? key }),
      ...(before.step?.dueAt && { dueBefore: before.step.dueAt }),
      ...(moved && after.step?.dueAt && { dueAfter: after.step.dueAt }),
    },
    fields,
    ...(undecided && { undecided }),
  };
}

/** Which running cases the version's transition rule moves, and what that does to each; nothing is changed. */
export async function previewTransitionAction(
  ctx: Context,
  { versionId }: ParsedOf<typeof previewTransition>,
): Promise<Look> {
  const target = await targetOf(ctx, versionId);
  const look: Look = {
    code: target.version.code,
    inForce: target.inForce,
    running: 0,
    moves: 0,
    undecided: 0,
    items: [],
  };
  const by = { by: official(ctx), reason: '', legalBasis: '', lock: false };
  for await (const { move, ...of } of movesOf(ctx, target, by)) {
    look.running += 1;
    if (!move) continue;
    if (move.undecided) look.undecided += 1;
    else look.moves += 1;
    if (look.items.length < NAMED) look.items.push(effectOf(ctx, target, of, move));
  }
  return look;
}

/** Moves them: an event each, with person, reason and legal base. Who cannot be placed stays where he is. */
export async function applyTransitionAction(
  ctx: Context,
  { versionId, reason, legalBasis }: ParsedOf<typeof applyTransition>,
): Promise<ReplyOf<typeof applyTransition>> {
  const target = await targetOf(ctx, versionId);
  if (!target.inForce) throw new Problem(notInForce);
  const done = { moved: 0, undecided: 0 };
  const by = { by: official(ctx), reason, legalBasis, lock: true };
  for await (const { row, move } of movesOf(ctx, target, by)) {
    if (!move) continue;
    if (move.undecided) done.undecided += 1;
    else {
      applyEvents(ctx, row, move.events);
      done.moved += 1;
    }
  }
  return done;
}
