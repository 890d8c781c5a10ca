import { may, systemActor } from '../../../../kit/actor.ts';
import type { App } from '../../../../kit/app.ts';
import { type Context, openContext } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { dayOf } from '../../../../kit/day.ts';
import { newId } from '../../../../kit/ids.ts';
import { missing, notAllowed, Problem } from '../../../../kit/problems.ts';
import { type evaluateWarnings, unknownWarningRule } from '../contract/rules.ts';
import { type checkWarning } from '../contract/warnings.ts';
import { type Rule, ruleOn, rulesOn } from '../rules/rule.ts';
import { listRules, listRunOn } from '../store/rule.ts';
import { clearTouched, takeTouched, type Touched } from '../store/touched.ts';
import { findVisible, listOpenCodes } from '../store/warning.ts';
import { mayAcknowledge } from './acknowledge.ts';
import { measureQuality } from './quality.ts';
import { endOrphans, runRule } from './run.ts';
import type { Only } from './scope.ts';

async function inContext<T>(app: App, now: Date, work: (ctx: Context) => Promise<T>): Promise<T> {
  return app.db.write(async (tx) => {
    const ctx = openContext(app, tx, { actor: systemActor, now, requestId: newId(now) });
    const made = await work(ctx);
    await ctx.flush();
    return made;
  });
}

/** Rules that end today: all their open warnings end with them. */
async function endOfRules(ctx: Context): Promise<number> {
  const rules = await listRules(ctx.tx);
  const over = (await listOpenCodes(ctx.tx)).filter(
    (code) =>
      !ruleOn(
        rules.filter((r) => r.code === code),
        ctx.today,
      ),
  );
  let ended = 0;
  for (const code of over) ended += await endOrphans(ctx, code);
  return ended;
}

/**
 * The look of the day at every rule that has not had a complete one today; a rule whose figures are still being computed
 * is looked at again the next time. Each rule is a transaction of its own, so it may be cut off anywhere.
 */
export async function evaluateDay(app: App, now: Date): Promise<number> {
  const today = dayOf(now);
  const due = await app.db.read(async (tx) => {
    const [rules, done] = await Promise.all([listRules(tx), listRunOn(tx, today)]);
    return rulesOn(rules, today).filter((rule) => !done.has(rule.code));
  });
  if (due.length > 0) await app.db.write((tx) => clearTouched(tx));
  let happened = await inContext(app, now, endOfRules);
  for (const rule of due) {
    const { raised, ended, escalated } = await inContext(app, now, (ctx) =>
      runRule(ctx, rule, { cause: 'daily' }),
    );
    happened += raised + ended + escalated;
  }
  await inContext(app, now, (ctx) => measureQuality(ctx));
  return happened;
}

/** Beyond so many touched records a look at everything is cheaper. */
const MOST_TOUCHED = 500;

const onlyOf = (touched: readonly Touched[]): Only => {
  const of = (kind: Touched['kind']) => touched.filter((t) => t.kind === kind).map((t) => t.id);
  return {
    units: new Set(of('unit')),
    ids: new Map([
      ['assignment', of('assignment')],
      ['case', of('case')],
    ]),
  };
};

/** Looks again at what something has happened to since the last time: a warning ends soon after its cause does. */
export async function evaluateTouched(app: App, now: Date): Promise<number> {
  return inContext(app, now, async (ctx) => {
    const touched = await takeTouched(ctx.tx, MOST_TOUCHED);
    if (touched.length === 0) return 0;
    const whole = touched.length === MOST_TOUCHED;
    if (whole) await clearTouched(ctx.tx);
    let happened = 0;
    for (const rule of rulesOn(await listRules(ctx.tx), ctx.today)) {
      const { raised, ended } = await runRule(ctx, rule, whole ? {} : { only: onlyOf(touched) });
      happened += raised + ended;
    }
    return happened;
  });
}

export async function evaluateWarningsAction(
  ctx: Context,
  { ruleCode }: ParsedOf<typeof evaluateWarnings>,
): Promise<ReplyOf<typeof evaluateWarnings>> {
  const all = await listRules(ctx.tx, ruleCode);
  if (ruleCode !== undefined && all.length === 0) throw new Problem(unknownWarningRule);
  const owned = all.filter((r) => may(ctx.actor, 'warning.define', r.ownerUnitId));
  if (all.length > 0 && owned.length === 0) throw new Problem(notAllowed);
  const sum = { raised: 0, ended: 0, escalated: 0, nobody: 0 };
  for (const rule of rulesOn(owned, ctx.today)) {
    const { raised, ended, escalated, nobody } = await runRule(ctx, rule);
    sum.raised += raised;
    sum.ended += ended;
    sum.escalated += escalated;
    sum.nobody += nobody.length;
  }
  return sum;
}

const onlyThis = (kind: string, id: string): Only => ({
  units: new Set(kind === 'unit' ? [id] : []),
  ids: new Map(kind === 'unit' ? [] : [[kind, [id]]]),
});

/** Looks again at the subject of one warning, by the rule in force. */
export async function checkWarningAction(
  ctx: Context,
  { id }: ParsedOf<typeof checkWarning>,
): Promise<ReplyOf<typeof checkWarning>> {
  const row = (await findVisible(ctx.tx, ctx.actor, id)) ?? missing();
  if (row.phase !== 'ended' && !mayAcknowledge(ctx, row)) throw new Problem(notAllowed);
  if (row.phase !== 'ended') {
    const rule: Rule | undefined = ruleOn(await listRules(ctx.tx, row.ruleCode), ctx.today);
    if (rule) await runRule(ctx, rule, { only: onlyThis(row.subjectKind, row.subjectId) });
    else await endOrphans(ctx, row.ruleCode);
  }
  return { phase: (await findVisible(ctx.tx, ctx.actor, id))?.phase ?? 'ended' };
}
