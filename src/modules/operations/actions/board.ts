import { createHash } from 'node:crypto';

import type { Context } from '../../../kit/context.ts';
import type { ParsedOf } from '../../../kit/contract.ts';
import { getDefinition } from '../../indicators/contract.ts';
import { figuresOf } from '../../indicators/index.ts';
import type { Board, getBoard } from '../contract.ts';
import { casesOf } from '../panels/cases.ts';
import { exchangeOf } from '../panels/exchange.ts';
import { whoMustAct } from '../panels/people.ts';
import { qualityOf } from '../panels/quality.ts';
import { tasksOf } from '../panels/tasks.ts';
import { warningsOf } from '../panels/warnings.ts';
import { markOf, once } from './kept.ts';
import { type Place, placeOf } from './place.ts';

/** Gaps, checks and silence change slowly and are dear to look at. */
const QUALITY_MS = 5 * 60_000;
/** Figures of tasks that stand on the board, of all there are. */
const SHOWN = ['completionOfAll', 'onTimeOfClosedAndOverdue', 'overdueShare'];

/** Figures over cases of the running month: on time by the rule of the national portal, and as provinces count. */
const MEASURES = ['766.2.1', 'local.2.1.closed'];

async function measuresOf(ctx: Context, { unitId }: Place): Promise<Board['figures']> {
  const month = ctx.today.slice(0, 7);
  const rows = await figuresOf(ctx.tx, {
    codes: MEASURES,
    unitIds: [unitId],
    from: month,
    to: month,
    asOf: ctx.today,
    today: ctx.today,
    tree: 'now',
    rules: 'then',
  });
  const shown: Board['figures'] = [];
  for (const { code, version, numerator, denominator, rounded } of rows) {
    if (numerator === null || denominator === null) continue;
    const { versions } = await ctx.call(getDefinition, { code });
    const { name } = versions.find((one) => one.version === version)!.body;
    shown.push({ code, version, name, month, numerator, denominator, ...(rounded !== null && { rounded }) });
  }
  return shown;
}

const tasksShown = (tasks: Awaited<ReturnType<typeof tasksOf>>): Board['figures'] =>
  SHOWN.flatMap((code) => tasks.figures.filter((one) => one.code === code)).map(
    ({ code, version, name, numerator, denominator, rounded }) => ({
      code,
      version,
      name,
      numerator,
      denominator,
      ...(rounded !== undefined && { rounded }),
    }),
  );

/** The board without its version: each part from counts that are kept with the events. */
async function compose(ctx: Context, place: Place, quality: Board['quality']): Promise<Board> {
  const tasks = await tasksOf(ctx, place);
  const cases = await casesOf(ctx, place);
  const warnings = await warningsOf(ctx, place);
  const board = {
    unit: { id: place.unitId, name: place.name, level: place.level },
    above: place.above,
    soonDay: cases?.soonDay ?? ctx.today,
    late: {
      counts: { tasks: tasks.late, ...(cases && { cases: cases.late, consultations: cases.asked.late }) },
      items: [...tasks.lateItems, ...(cases?.lateItems ?? [])],
    },
    soon: {
      counts: { tasks: tasks.soon, ...(cases && { cases: cases.soon, consultations: cases.asked.soon }) },
      items: [...tasks.soonItems, ...(cases?.soonItems ?? [])],
    },
    act: await whoMustAct(ctx, tasks.byUnit, cases?.byUnit ?? []),
    ...(cases && { load: cases.load }),
    ...(cases?.signing && { signing: cases.signing }),
    feedback: { source: 'none' as const },
    exchange: await exchangeOf(ctx),
    quality,
    ...(warnings && { warnings }),
    figures: [...(await measuresOf(ctx, place)), ...tasksShown(tasks)],
  };
  const version = createHash('sha256').update(JSON.stringify(board)).digest('hex').slice(0, 16);
  return { asOf: ctx.now.toISOString(), version, ...board };
}

/**
 * The board of a unit. It is made once for an actor and a state of the events (and a minute, as mail leaves without
 * an event), however many look at it.
 */
export async function getBoardAction(ctx: Context, { unitId }: ParsedOf<typeof getBoard>): Promise<Board> {
  const place = await placeOf(ctx, unitId);
  const who = `${ctx.actor.id} ${place.unitId}`;
  const slow = String(Math.floor(ctx.now.getTime() / QUALITY_MS));
  const quality = await once(ctx.app, `quality ${who}`, slow, () => qualityOf(ctx, place));
  return once(ctx.app, `board ${who}`, await markOf(ctx), () => compose(ctx, place, quality));
}
