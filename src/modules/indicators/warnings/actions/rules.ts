import { may } from '../../../../kit/actor.ts';
import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { fieldProblem, invalidInput, notAllowed, Problem } from '../../../../kit/problems.ts';
import { accountNames } from '../../../identity/index.ts';
import { levels, ROOT } from '../../../organisations/index.ts';
import {
  type defineWarningRule,
  type getWarningRule,
  type listWarningFigures,
  type listWarningRules,
  type previewWarningRule,
  unknownWarningRule,
} from '../contract/rules.ts';
import { faultsOf } from '../rules/check.ts';
import { judge } from '../rules/decide.ts';
import { type RuleBody, ruleOn } from '../rules/rule.ts';
import { valueWords } from '../rules/words.ts';
import { findLastRun, insertRule, listRules, lockRule, type StoredRule } from '../store/rule.ts';
import { countOpenByRule } from '../store/warning.ts';
import { figureNames } from './figures.ts';
import { readingsOf } from './readings.ts';
import { responsibleFor } from './responsible.ts';
import { unsaidOf } from './run.ts';
import { scopeOf } from './scope.ts';
import { type Book, loadBook, ruleShown, sentenceOf } from './shown.ts';

export async function listWarningRulesAction(ctx: Context): Promise<ReplyOf<typeof listWarningRules>> {
  const book = await loadBook(ctx);
  const open = await countOpenByRule(ctx.tx, ctx.actor);
  const newest = [...Map.groupBy(book.rules, (r) => r.code).values()].map((own) => ({
    inForce: ruleOn(own, ctx.today),
    last: own.at(-1)!,
  }));
  return {
    items: newest.map(({ inForce, last }) => {
      const { code, version, name, severity, watch } = inForce ?? last;
      return {
        code,
        version,
        name,
        kind: watch.kind,
        severity,
        active: inForce !== undefined,
        sentence: sentenceOf(book, watch),
        open: open.get(code) ?? 0,
      };
    }),
    mayDefine: may(ctx.actor, 'warning.define'),
  };
}

async function lastRunOf(ctx: Context, book: Book, code: string) {
  const run = await findLastRun(ctx.tx, code);
  if (!run) return {};
  const { nobody, ...result } = run.result;
  return {
    lastRun: {
      on: run.onDay,
      at: run.at.toISOString(),
      complete: run.complete,
      ...result,
      nobody: nobody.map(({ unitId, title }) => ({ unit: book.unit(unitId), title })),
    },
  };
}

export async function getWarningRuleAction(
  ctx: Context,
  { code }: ParsedOf<typeof getWarningRule>,
): Promise<ReplyOf<typeof getWarningRule>> {
  const book = await loadBook(ctx);
  const own = book.rules.filter((r) => r.code === code);
  const last = own.at(-1);
  if (!last) throw new Problem(unknownWarningRule);
  const inForce = ruleOn(own, ctx.today);
  const names = await accountNames(
    ctx.tx,
    own.map((r) => r.statedBy),
  );
  const shown = (r: StoredRule) => ruleShown(book, r, names.get(r.statedBy));
  return {
    rule: shown(inForce ?? last),
    versions: own.toReversed().map(shown),
    ...(inForce && { inForce: inForce.version }),
    open: (await countOpenByRule(ctx.tx, ctx.actor)).get(code) ?? 0,
    ...(await lastRunOf(ctx, book, code)),
    mayDefine: may(ctx.actor, 'warning.define', last.ownerUnitId),
  };
}

/** English where none was given is the Vietnamese; nothing else of a rule is guessed. */
const named = (text: { vi: string; en: string }) => ({ vi: text.vi, en: text.en || text.vi });
const bodyOf = (input: Omit<ParsedOf<typeof previewWarningRule>, 'code'>): RuleBody => ({
  ...input,
  name: named(input.name),
  explanation: named(input.explanation),
  source: named(input.source),
});

/** Refuses a rule with every fault at once, and a rule over units that the actor's office does not reach. */
async function assertSound(ctx: Context, body: RuleBody): Promise<{ ownerUnitId: string }> {
  const scope = await scopeOf(ctx, body.units);
  const names = await figureNames(ctx);
  const fields = faultsOf(body, {
    levels,
    figures: new Set(names.keys()),
    units: scope.snapshot.units,
  });
  if (fields.length > 0) throw new Problem(invalidInput, { fields });
  const ownerUnitId = body.units.under ?? ROOT;
  if (!may(ctx.actor, 'warning.define', ownerUnitId))
    throw fieldProblem(
      'units.under',
      'Chọn phạm vi trong các đơn vị mà bạn được đặt quy tắc.',
      'Choose a scope within the units for which you may state rules.',
    );
  return { ownerUnitId };
}

export async function listWarningFiguresAction(ctx: Context): Promise<ReplyOf<typeof listWarningFigures>> {
  const names = await figureNames(ctx);
  return {
    items: [...names].map(([key, name]) => {
      const [of, code] = key.split('/') as ['tasks' | 'assignments' | 'records', string];
      return { of, code, name };
    }),
  };
}

const MOST_SHOWN = 100;

export async function previewWarningRuleAction(
  ctx: Context,
  { code: _code, ...input }: ParsedOf<typeof previewWarningRule>,
): Promise<ReplyOf<typeof previewWarningRule>> {
  const body = bodyOf(input);
  await assertSound(ctx, body);
  const book = await loadBook(ctx);
  const scope = await scopeOf(ctx, body.units);
  const readings = await readingsOf(ctx, body.watch, scope);
  const fires = readings.filter((r) => judge(body.watch, r, false) === 'raise');
  const who = await responsibleFor(ctx, scope, body.actor, scope.units);
  return {
    on: ctx.today,
    subjects: readings.length,
    fires: fires.slice(0, MOST_SHOWN).map((r) => ({
      subject: { ...r.subject, title: r.title ?? { vi: r.subject.id, en: r.subject.id } },
      unit: book.unit(r.unitId),
      valueText: valueWords(body.watch, r),
      ...(r.numerator !== undefined && { numerator: r.numerator }),
      ...(r.denominator !== undefined && { denominator: r.denominator }),
      ...(who.has(r.unitId) && {
        responsible: who
          .get(r.unitId)!
          .people.map((p) => p.name)
          .join(', '),
      }),
    })),
    firesTotal: fires.length,
    unsaid: unsaidOf(readings),
    nobody: scope.units.filter((id) => !who.has(id)).map(book.unit),
  };
}

/**
 * Keeps a rule, or a new version of one. Refused where the rule is not sound, where it would begin in the past, and
 * where a watched unit has nobody at all who would have to act: no warning without an owner.
 */
export async function defineWarningRuleAction(
  ctx: Context,
  { code, validFrom, reason, ...input }: ParsedOf<typeof defineWarningRule>,
): Promise<ReplyOf<typeof defineWarningRule>> {
  const body = bodyOf(input);
  const { ownerUnitId } = await assertSound(ctx, body);
  if (validFrom < ctx.today)
    throw fieldProblem(
      'validFrom',
      'Ngày áp dụng phải từ hôm nay trở đi.',
      'The first day must not lie in the past.',
    );
  await lockRule(ctx.tx, code);
  const own = await listRules(ctx.tx, code);
  const before = own.at(-1);
  // A rule that another office keeps is not taken over by stating a version with other units.
  if (before && !may(ctx.actor, 'warning.define', before.ownerUnitId)) throw new Problem(notAllowed);
  if (body.active) await assertOwned(ctx, body);
  const version = (before?.version ?? 0) + 1;
  const stated = { code, version, validFrom, reason, ...body };
  await insertRule(ctx.tx, { ...stated, ownerUnitId, statedBy: ctx.actor.id, statedAt: ctx.now });
  ctx.emit({
    unitId: before?.ownerUnitId ?? ownerUnitId,
    stream: `warningRule:${code}`,
    kind: 'warningRule.stated',
    payload: { ...stated },
  });
  return { code, version };
}

async function assertOwned(ctx: Context, body: RuleBody): Promise<void> {
  const scope = await scopeOf(ctx, body.units);
  const who = await responsibleFor(ctx, scope, body.actor, scope.units);
  const without = scope.units.filter((id) => !who.has(id));
  if (without.length === 0) return;
  const book = await loadBook(ctx);
  const some = without.slice(0, 5).map((id) => book.unit(id).name);
  const more = without.length - some.length;
  throw fieldProblem(
    'actor.role',
    `Không có ai phải xử lý cảnh báo của: ${some.map((n) => n.vi).join('; ')}${more > 0 ? ` và ${more} đơn vị khác` : ''}. Bổ nhiệm hoặc cấp tài khoản trước.`,
    `Nobody would have to act on warnings of: ${some.map((n) => n.en).join('; ')}${more > 0 ? ` and ${more} more` : ''}. Appoint somebody or give an account first.`,
  );
}
