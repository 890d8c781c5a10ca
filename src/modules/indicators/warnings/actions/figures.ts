import { systemActor } from '../../../../kit/actor.ts';
import type { Context } from '../../../../kit/context.ts';
import type { Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import type { Snapshot } from '../../../organisations/index.ts';
import { unitsHeld } from '../../actions/scope.ts';
import { byKeyOf, figureOf } from '../../counting.ts';
import { countByUnits } from '../../store/counts.ts';
import { listAllDefinitions, listDefinitions } from '../../store/definitions.ts';
import type { FigureRef } from '../rules/rule.ts';
import { recordFigureNames, recordFigures } from './records.ts';
import type { UnitFigure } from './unit-figure.ts';

/** Names of everything that can be watched, by `of/code`. */
export async function figureNames(ctx: Context): Promise<Map<string, Text>> {
  const definitions = await listAllDefinitions(ctx.tx);
  return new Map([
    ...definitions.flatMap((d) => [
      [`tasks/${d.code}`, d.name] as const,
      [`assignments/${d.code}`, d.name] as const,
    ]),
    ...(await recordFigureNames(ctx)).map(({ code, name }) => [`records/${code}`, name] as const),
  ]);
}

/** Figures of directives: all records count, whoever asks. */
async function directiveFigures(
  ctx: Context,
  snapshot: Snapshot,
  ref: FigureRef,
  unitIds: readonly string[],
  on: Day,
): Promise<Map<string, UnitFigure>> {
  const definition = (await listDefinitions(ctx.tx, on)).find((d) => d.code === ref.code);
  if (!definition) return new Map();
  const groups = unitIds.flatMap((key) =>
    unitsHeld(snapshot, key, on, true).map((unitId) => ({ unitId, key })),
  );
  const count = ref.of as 'tasks' | 'assignments';
  const selection = { count, kind: 'task', role: 'lead', asOf: on, live: on === ctx.today } as const;
  const found = byKeyOf(await countByUnits(ctx.tx, systemActor, selection, groups));
  return new Map(
    unitIds.map((id) => {
      const { numerator, denominator, value = null, version } = figureOf(definition, found.get(id) ?? {});
      return [
        id,
        { numerator, denominator, value, version, ...(value === null && { why: 'noRecords' as const }) },
      ];
    }),
  );
}

/** A figure for many units at once; a unit that is missing in the answer has no such figure. */
export const figuresFor = (
  ctx: Context,
  snapshot: Snapshot,
  ref: FigureRef,
  unitIds: readonly string[],
  on: Day,
): Promise<Map<string, UnitFigure>> =>
  ref.of === 'records'
    ? recordFigures(ctx, ref, unitIds, on)
    : directiveFigures(ctx, snapshot, ref, unitIds, on);
