import type { Context } from '../../../../kit/context.ts';
import { dayOf, diffDays } from '../../../../kit/day.ts';
import { newId } from '../../../../kit/ids.ts';
import { judge, type Reading } from '../rules/decide.ts';
import { type EndCause, evolve, type Raised, type WarningState } from '../rules/evolve.ts';
import type { Rule } from '../rules/rule.ts';
import { EVERYWHERE, type Holder, type Responsible, whoMustAct } from '../rules/who.ts';
import { valueWords } from '../rules/words.ts';
import { listHolders } from '../store/people.ts';
import { lockRule, type RunResult, saveRun } from '../store/rule.ts';
import { insertWarning, lockOpen, type Look, saveLooks, type WarningRow } from '../store/warning.ts';
import { applyEvent } from './apply.ts';
import { readingsOf } from './readings.ts';
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

/** Everybody who might have to act in some units or above them, read at once. */
async function holdersAround(ctx: Context, chains: readonly (readonly string[])[]): Promise<Holder[]> {
  if (chains.length === 0) return [];
  return listHolders(ctx.tx, [...new Set([...chains.flat(), EVERYWHERE])], ctx.today);
}

/** Who must act for each of some units, by unit; a unit for which there is nobody is missing. */
export async function responsibleFor(
  ctx: Context,
  scope: Scope,
  actor: Rule['actor'],
  unitIds: readonly string[],
): Promise<Map<string, Responsible>> {
  const chains = new Map(unitIds.map((id) => [id, chainOf(scope.snapshot, id, actor.at, scope.on)]));
  const holders = await holdersAround(ctx, [...chains.values()]);
  return new Map(
    [...chains].flatMap(([id, chain]) => {
      const who = whoMustAct(holders, actor.role, chain);
      return who ? [[id, who] as const] : [];
    }),
  );
}

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

/**
 * Looks at one rule: raises, ends, escalates. The same look twice changes nothing the second time. Without `only` at
 * everything the rule watches, which is put on record.
 */
export async function runRule(
  ctx: Context,
  rule: Rule,
  more: { only?: Only; cause?: 'daily' | 'demand' } = {},
): Promise<Outcome> {
  await lockRule(ctx.tx, rule.code);
  const scope = await scopeOf(ctx, rule.units, more.only);
  const readings = await readingsOf(ctx, rule.watch, scope);
  const open = await openIn(ctx, rule, scope);
  const { raises, ends, keeps } = compare(rule, scope, readings, open);
  for (const { row, cause, reading } of ends) await end(ctx, row, cause, reading);
  await saveLooks(
    ctx.tx,
    [...keeps, ...ends.flatMap((e) => (e.reading ? [{ row: e.row, reading: e.reading }] : []))].map(
      ({ row, reading }) => ({ id: row.id, look: lookOf(reading, ctx.today) }),
    ),
  );
  const who = await responsibleFor(ctx, scope, rule.actor, [...new Set(raises.map((r) => r.unitId))]);
  const nobody: RunResult['nobody'] = [];
  let raised = 0;
  for (const reading of raises) {
    const responsible = who.get(reading.unitId);
    if (!responsible) nobody.push({ unitId: reading.unitId, title: reading.title ?? { vi: '', en: '' } });
    else if (await raise(ctx, rule, reading, responsible)) raised += 1;
  }
  const escalated = await escalate(
    ctx,
    rule,
    scope,
    keeps.map((k) => k.row),
  );
  const unsaid: Partial<Record<string, number>> = {};
  for (const { why } of readings) if (why) unsaid[why] = (unsaid[why] ?? 0) + 1;
  const result = { subjects: readings.length, raised, ended: ends.length, escalated, unsaid, nobody };
  const complete = !readings.some((r) => r.why === 'computing');
  if (!more.only)
    await saveRun(ctx.tx, {
      ruleCode: rule.code,
      onDay: ctx.today,
      cause: more.cause ?? 'demand',
      at: ctx.now,
      complete,
      result,
    });
  return { ...result, complete };
}

/** Ends what is open under a rule that has ended itself. */
export async function endOrphans(ctx: Context, code: string): Promise<number> {
  await lockRule(ctx.tx, code);
  const open = await lockOpen(ctx.tx, code);
  for (const row of open) await end(ctx, row, 'ruleEnded');
  return open.length;
}
