import type { Context } from '../../../kit/context.ts';
import { applyEvents } from '../actions/apply.ts';
import { letGoOfDraft } from '../actions/letGo.ts';
import { asApplicant } from '../actions/prove.ts';
import { isOpen } from '../rules/model.ts';
import { lockBare } from '../store/caseFile.ts';
import { insertRevocation } from '../store/revocation.ts';
import type { OfferRow } from './store.ts';

const words = 'Hoàn tác dịch vụ chủ động';

/**
 * Takes back what came of an offer. The law lets the citizen do so whatever the office has done meanwhile: a draft is
 * deleted, a running case withdrawn even where its result is already decided, a result that is out revoked on his word.
 */
export async function takeBack(
  ctx: Context,
  { state, id }: OfferRow,
  reason: string | undefined,
): Promise<'draft' | 'case' | 'result'> {
  const row = state.caseId ? await lockBare(ctx.tx, { id: state.caseId }) : undefined;
  if (!row) {
    if (state.caseId) await letGoOfDraft(ctx, state.caseId, 'thrownAway');
    return 'draft';
  }
  const said = {
    at: ctx.now.toISOString(),
    by: asApplicant,
    reason: [words, reason].filter(Boolean).join(': '),
  };
  if (isOpen(row.state.handling)) {
    applyEvents(ctx, row, [{ type: 'case.withdrawn', ...said }]);
    return 'case';
  }
  if (row.state.decision?.signedAt && !row.state.decision.revoked) {
    const { legalBasis } = state;
    applyEvents(ctx, row, [
      { type: 'case.resultRevoked', ...said, legalBasis, from: ctx.today, cause: 'offerUndone', offerId: id },
    ]);
    const { reception, decision: unitId = reception } = row.state.places;
    insertRevocation(ctx.tx, {
      unitId,
      caseId: row.id,
      kind: 'revoked',
      from: ctx.today,
      decision: null,
      at: ctx.now,
    });
    return 'result';
  }
  return 'case';
}
