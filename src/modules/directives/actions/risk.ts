import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { ROOT } from '../../organisations/index.ts';
import type { getRiskRules, stateRiskRules } from '../contract/risk.ts';
import { assertOwner } from '../rights.ts';
import { countRiskRules, insertRiskRules, riskRulesOn } from '../store/risk.ts';

export async function getRiskRulesAction(
  ctx: Context,
  input: ParsedOf<typeof getRiskRules>,
): Promise<ReplyOf<typeof getRiskRules>> {
  const set = await riskRulesOn(ctx.tx, input.on ?? ctx.today);
  return { ...set, mayState: may(ctx.actor, 'directive.edit', ROOT) };
}

/** Rules are stated for days to come: what was at risk yesterday stays as it was said. */
export async function stateRiskRulesAction(
  ctx: Context,
  input: ParsedOf<typeof stateRiskRules>,
): Promise<ReplyOf<typeof stateRiskRules>> {
  assertOwner(ctx.actor, 'directive.edit', ROOT);
  if (input.validFrom < ctx.today)
    throw fieldProblem(
      'validFrom',
      'Ngày áp dụng phải từ hôm nay trở đi.',
      'The first day must not lie in the past.',
    );
  const version = String((await countRiskRules(ctx.tx)) + 2);
  const set = { version, validFrom: input.validFrom, rules: input.rules };
  await insertRiskRules(ctx.tx, set);
  ctx.emit({
    unitId: ROOT,
    stream: 'riskRules',
    kind: 'riskRules.stated',
    payload: { ...set, reason: input.reason },
  });
  return { version };
}
