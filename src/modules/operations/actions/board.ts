import { createHash } from 'node:crypto';

import type { Context } from '../../../kit/context.ts';
import type { ParsedOf } from '../../../kit/contract.ts';
import { divide, multiply, ratio, roundText } from '../../directives/index.ts';
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

/** Per cent of two counts by the rule that the product rounds shares by: half up, one decimal. */
function percent(numerator: number, denominator: number): string | undefined {
  if (denominator === 0) return undefined;
  return roundText(multiply(divide(ratio(numerator), ratio(denominator)), ratio(100)), 1, 'halfUp');
}

function figuresOf(
  tasks: Awaited<ReturnType<typeof tasksOf>>,
  cases: Awaited<ReturnType<typeof casesOf>>,
): Board['figures'] {
  const own = SHOWN.flatMap((code) => tasks.figures.filter((one) => one.code === code));
  const shown = own.map(({ code, version, name, numerator, denominator, rounded }) => ({
    code,
    version,
    name,
    numerator,
    denominator,
    ...(rounded !== undefined && { rounded }),
  }));
  if (!cases) return shown;
  const rounded = percent(cases.onTime.numerator, cases.onTime.denominator);
  const onTime = {
    code: 'casesOnTime',
    version: '1',
    name: {
      vi: 'Hồ sơ giải quyết trước và đúng hạn, trong tháng',
      en: 'Cases settled early or on time, this month',
    },
    ...cases.onTime,
    ...(rounded !== undefined && { rounded }),
  };
  return [onTime, ...shown];
}

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
    figures: figuresOf(tasks, cases),
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
