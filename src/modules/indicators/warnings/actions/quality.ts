import type { Context } from '../../../../kit/context.ts';
import type { ReplyOf } from '../../../../kit/contract.ts';
import { addDays, type Day } from '../../../../kit/day.ts';
import { loadSnapshot } from '../../../organisations/index.ts';
import { listProcedureNames } from '../../../procedures/index.ts';
import type { getPredictionQuality } from '../contract/rules.ts';
import { backTest, type Hits, type PastItem } from '../rules/predict.ts';
import { rulesOn } from '../rules/rule.ts';
import { basisWords } from '../rules/words.ts';
import {
  countOpenLate,
  isMeasured,
  listClosedAssignments,
  listClosedCases,
  listQuality,
  saveQuality,
} from '../store/prediction.ts';
import { listRules } from '../store/rule.ts';
import { pastOf } from './items.ts';

type Of = 'assignment' | 'case';
const ALL = '';
/** Where no rule says otherwise: below so many similar items nothing is predicted. */
const FLOOR = 10;

/** Groups of the page: by procedure, or by field or kind of task, each at one level of units. */
const groupOf = (of: Of) => (item: PastItem) => (of === 'case' ? item.keys[1]! : item.keys.at(-2)!);
const dayFrom = (n: number): Day => addDays('1970-01-01', Math.floor(n));

async function measure(ctx: Context, of: Of, floor: number): Promise<void> {
  const snapshot = await loadSnapshot(ctx.tx);
  const closed = of === 'case' ? await listClosedCases(ctx.tx) : await listClosedAssignments(ctx.tx);
  const { all, groups } = backTest(pastOf(snapshot, of, closed), floor, groupOf(of));
  const ends = closed.map((c) => c.end!);
  const frame = {
    floor,
    openLate: await countOpenLate(ctx.tx, of, ctx.today),
    ...(ends.length > 0 && {
      from: dayFrom(ends.reduce((a, b) => Math.min(a, b))),
      to: dayFrom(ends.reduce((a, b) => Math.max(a, b))),
    }),
  };
  await saveQuality(ctx.tx, of, ALL, ctx.today, { ...frame, hits: all });
  for (const [key, hits] of groups) await saveQuality(ctx.tx, of, key, ctx.today, { hits });
}

/** Tests predictions on what has closed since, once a day: what would have been said against what came. */
export async function measureQuality(ctx: Context): Promise<number> {
  if (await isMeasured(ctx.tx, ctx.today)) return 0;
  const rules = rulesOn(await listRules(ctx.tx), ctx.today);
  for (const of of ['assignment', 'case'] as const) {
    const floors = rules.flatMap((r) =>
      r.watch.kind === 'prediction' && r.watch.of === of ? [r.watch.floor] : [],
    );
    await measure(ctx, of, floors[0] ?? FLOOR);
  }
  return 0;
}

interface Frame {
  floor: number;
  openLate: number;
  from?: Day;
  to?: Day;
  hits: Hits;
}

export async function getPredictionQualityAction(
  ctx: Context,
): Promise<ReplyOf<typeof getPredictionQuality>> {
  const rows = await listQuality(ctx.tx);
  const kinds = rows.filter((r) => r.grouping === ALL);
  const codes = rows.flatMap(({ grouping }) => /^procedure (\S+) /.exec(grouping)?.[1] ?? []);
  const names = await listProcedureNames(ctx.tx, codes);
  return {
    items: kinds.map(({ ofKind, measuredOn, result }) => {
      const { hits, ...frame } = result as unknown as Frame;
      const own = rows.filter((r) => r.ofKind === ofKind && r.grouping !== ALL);
      return {
        of: ofKind,
        measuredOn,
        ...frame,
        all: hits,
        groups: own
          .map(({ grouping, result: of }) => ({
            key: grouping,
            name: basisWords(grouping, names),
            hits: (of as unknown as Frame).hits,
          }))
          .toSorted((a, b) => b.hits.predicted - a.hits.predicted || (a.key < b.key ? -1 : 1)),
      };
    }),
  };
}
