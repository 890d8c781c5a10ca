import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import type { Day } from '../../../kit/day.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { denominatorLog, type LogItem } from '../../directives/index.ts';
import type { explainChange } from '../contract/lists.ts';
import { byClassOf, figureOf } from '../counting.ts';
import { eventWords, logItemsOf, type MoveFacts, moves } from '../rules/moves.ts';
import { countClasses } from '../store/counts.ts';
import type { StoredDefinition } from '../store/definitions.ts';
import { listMerges, listMoves, listPapers, listSplits, type Move, type Papers } from '../store/moves.ts';
import { definitionOn } from './figures.ts';
import { frameOf, resolveScope, type Scope, unitShown } from './scope.ts';

const within = (on: Day, from: Day, to: Day): boolean => on > from && on <= to;

/** What papers of the time between two days say about a moved record. */
function factsFrom(
  move: Move,
  papers: readonly Papers[],
  merges: ReadonlyMap<string, string>,
  splits: ReadonlyMap<string, string>,
  from: Day,
  to: Day,
): MoveFacts {
  const changes = papers.flatMap((p) => p.dueChanges ?? []).filter((c) => within(c.on, from, to));
  const cancelled = papers.find((p) => p.cancelled)?.cancelled;
  const redirected = papers.flatMap((p) => p.redirected ?? []).findLast((r) => within(r.on, from, to));
  const dueDocument = changes.at(-1)?.document;
  const closing =
    move.after === 'merged' || move.before === 'merged'
      ? merges.get(move.taskId)
      : (redirected?.document ?? redirected?.reason ?? cancelled?.document ?? cancelled?.reason);
  const splitFrom = splits.get(move.taskId);
  return {
    ...move,
    ...(dueDocument ? { dueDocument } : {}),
    ...(closing ? { closingDocument: closing } : {}),
    redirectedIn: papers.some((p) => p.via === 'redirected'),
    redirectedOut: redirected !== undefined,
    ...(splitFrom ? { splitFrom } : {}),
  };
}

/** The moves of a scope between two days with their papers. */
async function movesBetween(
  ctx: Context,
  from: Scope,
  to: Scope,
): Promise<{ move: Move; facts: MoveFacts }[]> {
  const found = await listMoves(ctx.tx, ctx.actor, from, to);
  const ids = [...new Set(found.map((m) => m.taskId))];
  const papers = Map.groupBy(await listPapers(ctx.tx, ids), (p) => (to.count === 'tasks' ? p.taskId : p.id));
  const merges = new Map((await listMerges(ctx.tx, ids)).map((m) => [m.taskId, m.reason]));
  const entered = found.filter((m) => m.before === null).map((m) => m.taskId);
  const splits = new Map((await listSplits(ctx.tx, entered, from.asOf)).map((s) => [s.taskId, s.parentRef]));
  return found.map((move) => ({
    move,
    facts: factsFrom(move, papers.get(move.id) ?? [], merges, splits, from.asOf, to.asOf),
  }));
}

const step = (from: boolean, to: boolean): number => Number(to) - Number(from);

function eventsOf(items: readonly LogItem[]) {
  const groups = Map.groupBy(items, (item) => `${item.cause} ${item.event}`);
  return [...groups.values()]
    .map((group) => ({
      cause: group[0]!.cause,
      event: group[0]!.event,
      words: eventWords[group[0]!.event] ?? eventWords['other']!,
      n: group.length,
      numerator: group.reduce((sum, i) => sum + step(i.before.numerator, i.after.numerator), 0),
      denominator: group.reduce((sum, i) => sum + step(i.before.denominator, i.after.denominator), 0),
    }))
    .toSorted((a, b) => b.cause.localeCompare(a.cause) || b.n - a.n);
}

function shown(scope: Scope, move: Move, item: LogItem) {
  const { id, taskId, ref, directiveNumber, titleVi, titleEn, unitId } = move;
  return {
    id,
    taskId,
    ref,
    directiveNumber,
    titleVi,
    titleEn,
    ...(unitId ? { unit: unitShown(scope, unitId) } : {}),
    cause: item.cause,
    event: item.event,
    words: eventWords[item.event] ?? eventWords['other']!,
    ...(item.document ? { document: item.document } : {}),
    before: item.before,
    after: item.after,
  };
}

/** What changed its place in a rate between two days, record by record. */
async function movedItems(ctx: Context, definition: StoredDefinition, from: Scope, to: Scope) {
  const all = await movesBetween(ctx, from, to);
  return all.flatMap(({ move, facts }) =>
    logItemsOf(definition, facts)
      .filter(moves)
      .map((item) => ({ move, item })),
  );
}

export async function explainChangeAction(
  ctx: Context,
  input: ParsedOf<typeof explainChange>,
): Promise<ReplyOf<typeof explainChange>> {
  const { from: fromDay, to: toDay = ctx.today, cursor, limit, code, ...scopeInput } = input;
  if (fromDay > toDay)
    throw fieldProblem('from', 'Ngày đầu phải trước ngày cuối.', 'The first day must be before the last.');
  const from = await resolveScope(ctx, { ...scopeInput, asOf: fromDay });
  const to = await resolveScope(ctx, { ...scopeInput, asOf: toDay });
  const definition = await definitionOn(ctx, code, toDay);
  const before = figureOf(definition, byClassOf(await countClasses(ctx.tx, ctx.actor, from)));
  const after = figureOf(definition, byClassOf(await countClasses(ctx.tx, ctx.actor, to)));
  const found = await movedItems(ctx, definition, from, to);
  const items = found.map((f) => f.item);
  const { entered, left, change, results, changedBase, unexplained, missing } = denominatorLog(
    before,
    after,
    items,
  );
  const start = Number(unpackCursor(cursor)?.[0] ?? 0);
  const page = found.slice(start, start + limit);
  return {
    ...frameOf(to),
    from: fromDay,
    to: toDay,
    before,
    after,
    change,
    results,
    changedBase,
    unexplained,
    missing,
    entered: entered.length,
    left: left.length,
    events: eventsOf(items),
    items: page.map(({ move, item }) => shown(to, move, item)),
    total: found.length,
    ...(start + page.length < found.length ? { next: packCursor([start + page.length]) } : {}),
  };
}
