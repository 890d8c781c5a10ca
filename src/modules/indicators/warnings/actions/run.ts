import type { Context } from '../../../../kit/context.ts';
import { dayOf, diffDays } from '../../../../kit/day.ts';
import { newId } from '../../../../kit/ids.ts';
import { judge, type Reading } from '../rules/decide.ts';
import { type EndCause, evolve, type Raised, type WarningState } from '../rules/evolve.ts';
import type { Rule } from '../rules/rule.ts';
import { EVERYWHERE, type Responsible, whoMustAct } from '../rules/who.ts';
import { valueWords } from '../rules/words.ts';
import { lockRule, type RunResult, saveRun } from '../store/rule.ts';
import { insertWarning, lockOpen, type Look, saveLooks, type WarningRow } from '../store/warning.ts';
import { applyEvent } from './apply.ts';
import { readingsOf } from './readings.ts';
import { holdersAround, responsibleFor } from './responsible.ts';
import { type Only, type Scope, scopeOf } from './scope.ts';
import { chainOf } from './units.ts';

const keyOf = (s: { kind: string; id: string }): string => `${s.kind}/${s.id}`;
const lookOf = (r: Reading, on: string): Look => ({
  on,
  value: r.value,
  ...(r.numerator !== undefined && { numerator: r.numerator }),
  ...(r.denominator !== undefined && { denominator: r.denominator }),
  ...(r.why && { why: r.why }),
});

function raisedBy(rule: Rule, reading: Reading, responsible: Responsible, on: string): Raised {
  const { subject, classification, numerator, denominator, version, steps, range, title, due } = reading;
  return {
    ruleCode: rule.code,
    ruleVersion: rule.version,
    kind: rule.watch.kind,
    severity: rule.severity,
    subject,
    classification,
    ruleName: rule.name,
    title: title ?? { vi: subject.id, en: subject.id },
    valueText: valueWords(rule.watch, reading),
    on,
    value: reading.value!,
    ...(numerator !== undefined && { numerator }),
    ...(denominator !== undefined && { denominator }),
    ...(version !== undefined && { version }),
    ...(steps && { steps }),
    ...(range && { range }),
    ...(due && { due }),
    responsible,
  };
}

async function raise(ctx: Context, rule: Rule, reading: Reading, responsible: Responsible): Promise<boolean> {
  const id = newId(ctx.now);
  const payload = raisedBy(rule, reading, responsible, ctx.today);
  const event = {
    kind: 'warning.raised' as const,
    at: ctx.now.toISOString(),
    unitId: reading.unitId,
    payload,
  };
  const state: WarningState = evolve(undefined, event);
  const look = lookOf(reading, ctx.today);
  if (!(await insertWarning(ctx.tx, id, state, look))) return false;
  await saveLooks(ctx.tx, [{ id, look }]);
  ctx.emit({ unitId: reading.unitId, stream: `warning:${id}`, kind: event.kind, payload: { ...payload } });
  return true;
}

const end = (ctx: Context, row: WarningRow, cause: EndCause, reading?: Reading): Promise<WarningState> =>
  applyEvent(ctx, row, 'warning.ended', {
    cause,
    on: ctx.today,
    ...(typeof reading?.value === 'number' && { value: reading.value }),
    ...(reading?.numerator !== undefined && { numerator: reading.numerator }),
    ...(reading?.denominator !== undefined && { denominator: reading.denominator }),
  });

/** Why a subject that is not read any more has no warning any more. */
function goneCause(rule: Rule, scope: Scope, row: WarningRow): EndCause {
  if (row.subjectKind === 'unit')
    return rule.watch.kind === 'silence' && scope.units.includes(row.subjectId) ? 'over' : 'unitGone';
  return rule.watch.kind === 'silence' ? 'over' : 'itemDone';
}

/** Hands warnings nobody took up to whoever stands above the one who should have; the days each waited. */
async function escalate(
  ctx: Context,
  rule: Rule,
  scope: Scope,
  open: readonly WarningRow[],
): Promise<number> {
  const due = open.flatMap((row) => {
    const waited = diffDays(dayOf(row.state.escalatedAt ?? row.state.raisedAt), ctx.today);
    if (row.phase !== 'open' || waited < rule.escalateAfterDays) return [];
    const chain = chainOf(scope.snapshot, row.unitId, 'unit', scope.on);
    const at = chain.indexOf(row.responsibleUnitId);
    // Above the last of the line stands the office of the installation; nobody stands above that.
    if (row.responsibleUnitId === EVERYWHERE || row.state.responsible.how === 'office') return [];
    return [{ row, waited, chain: at < 0 ? [] : chain.slice(at + 1) }];
  });
  const holders = await holdersAround(
    ctx,
    due.map((d) => d.chain),
  );
  let done = 0;
  for (const { row, waited, chain } of due) {
    const responsible = whoMustAct(holders, 'head', chain);
    if (!responsible || responsible.unitId === row.responsibleUnitId) continue;
    await applyEvent(ctx, row, 'warning.escalated', {
      level: row.state.level + 1,
      waitedDays: waited,
      responsible,
    });
    done += 1;
  }
  return done;
}

/** Compares readings with what is open: what begins, what ends and why, and what goes on. */
function compare(rule: Rule, scope: Scope, readings: readonly Reading[], open: readonly WarningRow[]) {
  const openBy = new Map(open.map((row) => [keyOf({ kind: row.subjectKind, id: row.subjectId }), row]));
  const raises: Reading[] = [];
  const ends: { row: WarningRow; cause: EndCause; reading?: Reading }[] = [];
  const keeps: { row: WarningRow; reading: Reading }[] = [];
  for (const reading of readings) {
    const key = keyOf(reading.subject);
    const row = openBy.get(key);
    openBy.delete(key);
    const verdict = judge(rule.watch, reading, row !== undefined);
    if (verdict === 'raise') raises.push(reading);
    if (row && verdict === 'end') ends.push({ row, cause: 'over', reading });
    if (row && verdict === 'keep') keeps.push({ row, reading });
  }
  for (const row of openBy.values()) ends.push({ row, cause: goneCause(rule, scope, row) });
  return { raises, ends, keeps };
}

/** Open warnings that a look concerns: all of the rule, or those about the units and records it is limited to. */
async function openIn(ctx: Context, rule: Rule, scope: Scope): Promise<WarningRow[]> {
  if (!scope.only) return lockOpen(ctx.tx, rule.code);
  const lists = [['unit', scope.units] as const, ...scope.only.ids];
  const found: WarningRow[] = [];
  for (const [kind, ids] of lists)
    if (ids.length > 0) found.push(...(await lockOpen(ctx.tx, rule.code, { kind, ids })));
  return found;
}

export interface Outcome extends RunResult {
  complete: boolean;
}
type Compared = ReturnType<typeof compare>;

/** Ends what is over, and notes what was read of everything that was open. */
async function settle(ctx: Context, { ends, keeps }: Compared): Promise<void> {
  for (const { row, cause, reading } of ends) await end(ctx, row, cause, reading);
  const read = [...keeps, ...ends].flatMap(({ row, reading }) => (reading ? [{ row, reading }] : []));
  await saveLooks(
    ctx.tx,
    read.map(({ row, reading }) => ({ id: row.id, look: lookOf(reading, ctx.today) })),
  );
}

/** Raises what has begun, each with who must act; what nobody would have to act on is named instead. */
async function raiseAll(
  ctx: Context,
  rule: Rule,
  scope: Scope,
  raises: readonly Reading[],
): Promise<Pick<RunResult, 'raised' | 'nobody'>> {
  const units = [...new Set(raises.map((r) => r.unitId))];
  const who = await responsibleFor(ctx, scope, rule.actor, units);
  const nobody: RunResult['nobody'] = [];
  let raised = 0;
  for (const reading of raises) {
    const responsible = who.get(reading.unitId);
    if (!responsible) nobody.push({ unitId: reading.unitId, title: reading.title ?? { vi: '', en: '' } });
    else if (await raise(ctx, rule, reading, responsible)) raised += 1;
  }
  return { raised, nobody };
}

/** About how many subjects nothing can be said, by reason. */
export function unsaidOf(readings: readonly Reading[]): Partial<Record<string, number>> {
  const found: Partial<Record<string, number>> = {};
  for (const { why } of readings) if (why) found[why] = (found[why] ?? 0) + 1;
  return found;
}

/**
 * Looks at one rule: raises, ends, escalates. The same look twice changes nothing the second time. Without `only` at
 * everything the rule watches, which is put on record.
 */
export async function runRule(
  ctx: Context,
  rule: Rule,
  { only, cause = 'demand' }: { only?: Only; cause?: 'daily' | 'demand' } = {},
): Promise<Outcome> {
  await lockRule(ctx.tx, rule.code);
  const scope = await scopeOf(ctx, rule.units, only);
  const readings = await readingsOf(ctx, rule.watch, scope);
  const compared = compare(rule, scope, readings, await openIn(ctx, rule, scope));
  await settle(ctx, compared);
  const { raised, nobody } = await raiseAll(ctx, rule, scope, compared.raises);
  const kept = compared.keeps.map((k) => k.row);
  const escalated = await escalate(ctx, rule, scope, kept);
  const ended = compared.ends.length;
  const unsaid = unsaidOf(readings);
  const result = { subjects: readings.length, raised, ended, escalated, unsaid, nobody };
  const complete = unsaid['computing'] === undefined;
  if (!only)
    await saveRun(ctx.tx, { ruleCode: rule.code, onDay: ctx.today, cause, at: ctx.now, complete, result });
  return { ...result, complete };
}

/** Ends what is open under a rule that has ended itself. */
export async function endOrphans(ctx: Context, code: string): Promise<number> {
  await lockRule(ctx.tx, code);
  const open = await lockOpen(ctx.tx, code);
  for (const row of open) await end(ctx, row, 'ruleEnded');
  return open.length;
}
