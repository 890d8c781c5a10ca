import type { Context } from '../../../../kit/context.ts';
import type { Day } from '../../../../kit/day.ts';
import { missing, Problem } from '../../../../kit/problems.ts';
import { loadSnapshot, type UnitOnDay, unitAround } from '../../../organisations/index.ts';
import { listProcedureNames } from '../../../procedures/index.ts';
import { knownDay } from '../../asOf.ts';
import { notMeasured } from '../contract/scores.ts';
import type { IndexTree } from '../rules/model.ts';
import { periodWords } from '../rules/period.ts';
import { type ScoreAsk, scoreOf, type Scores, type UnitScore } from '../score.ts';

interface FrameInput {
  code: string;
  period?: string | undefined;
  asOf?: Day | undefined;
  tree: 'then' | 'now';
  rules: 'then' | 'now';
  procedure?: string | undefined;
}

/** The question behind a request: this year and today unless it says otherwise. @throws for days to come */
export function askOf(ctx: Context, input: FrameInput, unitIds: readonly string[]): ScoreAsk {
  return {
    index: input.code,
    unitIds,
    period: input.period ?? ctx.today.slice(0, 4),
    asOf: knownDay(input.asOf, ctx.today),
    today: ctx.today,
    tree: input.tree,
    rules: input.rules,
    ...(input.procedure && { procedure: input.procedure }),
  };
}

/** What was asked, in words; a procedure by the name that it last bore. */
export async function frameOf(
  ctx: Context,
  tree: IndexTree,
  { period, asOf, procedure: code }: Pick<ScoreAsk, 'period' | 'asOf' | 'procedure'>,
) {
  const names = code ? await listProcedureNames(ctx.tx, [code]) : undefined;
  return {
    index: { code: tree.code, version: tree.version, name: tree.name, maximum: tree.maximum },
    period,
    periodName: periodWords(period),
    asOf,
    ...(code && { procedure: { code, name: names?.get(code) ?? { vi: code, en: code } } }),
  };
}

export const unitShown = ({
  id,
  nameVi,
  nameEn,
  level,
}: Pick<UnitOnDay, 'id' | 'nameVi' | 'nameEn' | 'level'>) => ({
  id,
  name: { vi: nameVi, en: nameEn || nameVi },
  level,
});

/** The unit asked for. @throws Problem 404 for an unknown one */
export async function getUnit(ctx: Context, unitId: string, day: Day): Promise<UnitOnDay> {
  return unitAround(await loadSnapshot(ctx.tx), unitId, day) ?? missing();
}

/** The score of one unit. @throws Problem 404 for an unknown index or unit, `notMeasured` for a unit it does not speak of */
export async function getScore(ctx: Context, ask: ScoreAsk): Promise<{ scores: Scores; own: UnitScore }> {
  const [unitId] = ask.unitIds;
  await getUnit(ctx, unitId!, ask.asOf);
  const scores = (await scoreOf(ctx.tx, ask)) ?? missing();
  const own = scores.scores.get(unitId!);
  if (!own) throw new Problem(notMeasured);
  return { scores, own };
}
