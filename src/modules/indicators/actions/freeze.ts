import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { notAllowed, Problem } from '../../../kit/problems.ts';
import {
  checkFailed,
  type freezeReport,
  type FrozenContent,
  type previewReport,
  type ReportContent,
} from '../contract/reports.ts';
import { canonical, hashOf, signedText } from '../proof.ts';
import { type FrozenRow, insertFrozen } from '../store/reports.ts';
import { compose } from './compose.ts';

export async function previewReportAction(
  ctx: Context,
  input: ParsedOf<typeof previewReport>,
): Promise<ReportContent> {
  return compose(ctx, input);
}

/** Refuses with each check that failed, and what may mend it. */
export function refuseFailed(failed: ReportContent['checks']): never {
  const said = (check: ReportContent['checks'][number], lang: 'vi' | 'en'): string =>
    [
      `${check.name[lang]}: ${check.words[lang]}`,
      ...check.suggestions.slice(0, 1).map((s) => s.words[lang]),
    ].join(' ');
  throw new Problem(checkFailed, {
    fields: failed.map((check) => ({
      path: 'statedReason',
      message: { vi: said(check, 'vi'), en: said(check, 'en') },
    })),
  });
}

/** The row of a report: the very text that is hashed, its hash, and the signature over it. */
function signedRow(ctx: Context, unitId: string, frozen: FrozenContent): FrozenRow {
  const content = canonical(frozen);
  const hash = hashOf(content);
  const { id, title, kind, classification, frozenBy } = frozen;
  return {
    id,
    unitId,
    title,
    kind,
    classification,
    content,
    hash,
    asOf: new Date(frozen.asOf),
    signature: ctx.app.keys.sign(signedText(hash)),
    keyId: ctx.app.keys.id,
    frozenBy: frozenBy.id,
    frozenByName: frozenBy.name,
    frozenAt: ctx.now,
  };
}

/** Composes the report once more, signs exactly that, and keeps the very text that was signed. */
export async function freezeReportAction(
  ctx: Context,
  { statedReason, ...draft }: ParsedOf<typeof freezeReport>,
): Promise<ReplyOf<typeof freezeReport>> {
  if (!may(ctx.actor, 'figure.freeze', draft.unitId)) throw new Problem(notAllowed);
  const composed = await compose(ctx, draft);
  const failed = composed.checks.filter((check) => !check.ok);
  if (failed.length > 0 && statedReason === undefined) refuseFailed(failed);
  const row = signedRow(ctx, draft.unitId, {
    ...composed,
    id: newId(ctx.now),
    frozenAt: ctx.now.toISOString(),
    frozenBy: { id: ctx.actor.id, name: ctx.actor.name },
    ...(failed.length > 0 ? { statedReason } : {}),
  });
  await insertFrozen(ctx.tx, row);
  tellFrozen(ctx, row);
  return { id: row.id, hash: row.hash };
}

/** What is told of a report when it is frozen: enough to see later that it is still the one that was signed. */
export function tellFrozen(ctx: Context, row: FrozenRow): void {
  const { id, unitId, hash, keyId, title, kind, classification } = row;
  const signature = row.signature.toString('base64');
  const payload = {
    hash,
    signature,
    keyId,
    title,
    kind,
    classification,
    asOf: row.asOf.toISOString(),
    by: { id: row.frozenBy, name: row.frozenByName },
  };
  ctx.emit({ unitId, stream: `frozenReport:${id}`, kind: 'report.frozen', payload });
}
