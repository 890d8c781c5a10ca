import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { listStream } from '../../../kit/events.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { accountNames } from '../../identity/index.ts';
import { ROOT } from '../../organisations/index.ts';
import type { getRiskRules, listRiskRules, stateRiskRules } from '../contract/risk.ts';
import { assertOwner } from '../rights.ts';
import { datedRules, defaultRiskRules } from '../rules/risk.ts';
import { countRiskRules, insertRiskRules, listRiskSets, riskRulesOn } from '../store/risk.ts';

const RISK_STREAM = 'riskRules';

export async function getRiskRulesAction(
  ctx: Context,
  input: ParsedOf<typeof getRiskRules>,
): Promise<ReplyOf<typeof getRiskRules>> {
  const set = await riskRulesOn(ctx.tx, input.on ?? ctx.today);
  return { ...set, mayState: may(ctx.actor, 'directive.edit', ROOT) };
}

export async function listRiskRulesAction(ctx: Context): Promise<ReplyOf<typeof listRiskRules>> {
  const events = (await listStream(ctx.tx, RISK_STREAM)).filter((event) => event.kind === 'riskRules.stated');
  const names = await accountNames(
    ctx.tx,
    events.map((event) => event.actor),
  );
  const statedOf = (version: string) => {
    const event = events.find((one) => one.payload['version'] === version);
    if (!event) return {};
    const by = ctx.actor.kind === 'public' ? undefined : names.get(event.actor);
    const { reason = '' } = event.payload as { reason?: string };
    return { stated: { ...(by && { by }), at: event.at.toISOString(), reason } };
  };
  const sets = datedRules([defaultRiskRules, ...(await listRiskSets(ctx.tx))], ctx.today);
  return {
    items: sets.toReversed().map((set) => ({ ...set, ...statedOf(set.version) })),
    mayState: may(ctx.actor, 'directive.edit', ROOT),
  };
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
    stream: RISK_STREAM,
    kind: 'riskRules.stated',
    payload: { ...set, reason: input.reason },
  });
  return { version };
}
