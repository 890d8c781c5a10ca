import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import type { Day } from '../../../kit/day.ts';
import { Problem } from '../../../kit/problems.ts';
import type { computeFigure, listFigureRecords, listFigures } from '../contract/figures.ts';
import { unknownFigure } from '../contract/words.ts';
import { byClassOf, definitionShown, excludedOf, figureOf, onTimeOf } from '../counting.ts';
import { classesOf, type RecordClass } from '../rules/classes.ts';
import { classWords } from '../rules/words.ts';
import { countClasses } from '../store/counts.ts';
import { listDefinitions, type StoredDefinition } from '../store/definitions.ts';
import { cursorOf, listRecords, type RecordRow } from '../store/records.ts';
import { frameOf, resolveScope, type Scope, unitShown } from './scope.ts';

export async function listFiguresAction(
  ctx: Context,
  { asOf }: ParsedOf<typeof listFigures>,
): Promise<ReplyOf<typeof listFigures>> {
  return { items: (await listDefinitions(ctx.tx, asOf ?? ctx.today)).map((d) => definitionShown(d)) };
}

/** The definition in force on the day. Throws `indicators.unknownFigure`. */
export async function definitionOn(ctx: Context, code: string, on: Day): Promise<StoredDefinition> {
  const found = (await listDefinitions(ctx.tx, on)).find((d) => d.code === code);
  if (!found) throw new Problem(unknownFigure);
  return found;
}

export async function computeFigureAction(
  ctx: Context,
  input: ParsedOf<typeof computeFigure>,
): Promise<ReplyOf<typeof computeFigure>> {
  const scope = await resolveScope(ctx, input);
  const definitions = await listDefinitions(ctx.tx, scope.rulesDay);
  const definition = definitions.find((d) => d.code === input.code);
  if (!definition) throw new Problem(unknownFigure);
  const byClass = byClassOf(await countClasses(ctx.tx, ctx.actor, scope));
  const excluded = excludedOf(definition, byClass);
  return {
    ...frameOf(scope),
    definition: definitionShown(definition, input.count, input.kind),
    figure: figureOf(definition, byClass),
    excluded,
    excludedTotal: excluded.reduce((sum, e) => sum + e.n, 0),
    byClass,
    onTime: onTimeOf(definitions, byClass),
  };
}

const shown = (scope: Scope, row: RecordRow) => ({
  id: row.recordId,
  taskId: row.taskId,
  directiveNumber: row.directiveNumber,
  ref: row.ref,
  kind: row.taskKind,
  titleVi: row.titleVi,
  titleEn: row.titleEn,
  ...(row.unitId ? { unit: unitShown(scope, row.unitId) } : {}),
  deadlineText: row.deadlineText ?? '',
  ...(row.due ? { due: row.due } : {}),
  ...(row.doneOn ? { doneOn: row.doneOn } : {}),
  work: row.work,
  class: row.class,
  words: classWords[row.class],
});

interface Part {
  part: 'numerator' | 'denominator' | 'excluded';
  class?: RecordClass | undefined;
}
export const classesFor = (definition: StoredDefinition, { part, class: one }: Part): RecordClass[] =>
  classesOf(definition, part).filter((c) => one === undefined || c === one);

export async function listFigureRecordsAction(
  ctx: Context,
  input: ParsedOf<typeof listFigureRecords>,
): Promise<ReplyOf<typeof listFigureRecords>> {
  const scope = await resolveScope(ctx, input);
  const classes = classesFor(await definitionOn(ctx, input.code, scope.rulesDay), input);
  const rows = await listRecords(ctx.tx, ctx.actor, scope, {
    classes,
    after: unpackCursor(input.cursor),
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => shown(scope, row)),
    ...(rows.length > page.length && last ? { next: packCursor(cursorOf(scope, last)) } : {}),
  };
}
