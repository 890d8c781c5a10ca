import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { dayOf } from '../../../kit/day.ts';
import { listStream, type StoredEvent } from '../../../kit/events.ts';
import { missing, Problem, tooMany } from '../../../kit/problems.ts';
import { mayAct } from '../../mandates/index.ts';
import { unitAround } from '../../organisations/index.ts';
import { loadGround, pinnedVersion } from '../actions/grounds.ts';
import type { checkPrintedResult } from '../contract/slips.ts';
import type { EventOf } from '../rules/events.ts';
import { allowTry } from '../secrets.ts';
import { type CaseRow, findByCode } from '../store/caseFile.ts';
import { readCheckCode } from './code.ts';
import { agencyName, personName, titleOf } from './names.ts';
import { issuedFor, occasionOf } from './occasion.ts';

/** The case behind a check code, with the signature and the numbering of its result; 404 for a forged code. */
async function signedResult(ctx: Context, given: string) {
  const code = readCheckCode(ctx, given);
  const row = code ? await findByCode(ctx.tx, code) : undefined;
  if (!row) missing();
  const stored = await listStream(ctx.tx, `case:${row.id}`);
  const occasion = occasionOf(stored, 'result');
  const signed =
    occasion?.event.type === 'case.resultReplaced'
      ? occasion.event
      : occasion?.events.findLast((event) => event.type === 'case.signed');
  if (!occasion || !signed) missing();
  return { row, occasion, signed, stored, issued: issuedFor(stored, 'result', occasion.seq) };
}

type Signed = Pick<EventOf<'case.signed'>, 'at' | 'by'>;

/** Who signed, for whom, and whether his mandate for that day is proved again now. */
async function signatureOf(ctx: Context, row: CaseRow, signed: Signed) {
  const { snapshot, book } = await loadGround(ctx.tx);
  const day = dayOf(signed.at);
  const { person = '', unitId = row.unitId, standsInFor = person } = signed.by;
  const { procedureCode, field } = row.state;
  const ask = { unitId, procedureCode, field, role: 'sign' as const, personId: person };
  const nameEn = unitAround(snapshot, unitId, day)?.nameEn ?? unitId;
  return {
    signedOn: day,
    signer: await personName(ctx.tx, person),
    signerTitle: await titleOf(ctx.tx, snapshot, { personId: standsInFor, unitId, day }),
    unit: { id: unitId, nameVi: agencyName(snapshot, unitId, day), nameEn },
    mandateHolds: mayAct(book, snapshot, ask, day) !== undefined,
  };
}

/**
 * Whether the paper in hand still holds: revoked, or replaced where its number or its file is that of a former result.
 * Why it ended stays with the applicant; the decision and its day are for everybody who is shown the paper.
 */
function standingOfResult(
  ctx: Context,
  row: CaseRow,
  of: {
    number: string;
    shown: string | undefined;
    sha256?: string | undefined;
    stored: readonly StoredEvent[];
  },
) {
  const { number = '', revoked, replaced = [] } = row.state.decision ?? {};
  const former = replaced.map((one) => ({ number: one.number, since: one.from, decision: one.decision }));
  const end = revoked && { since: revoked.from, ...(revoked.decision && { decision: revoked.decision }) };
  const isFormer = former.some((one) => one.number === of.shown) || isFormerFile(of.stored, of.sha256);
  const gone = number !== of.number || (end !== undefined && end.since <= ctx.today);
  return {
    state: gone ? ('revoked' as const) : isFormer ? ('replaced' as const) : ('valid' as const),
    ...(end && { revoked: end }),
    ...(former.length > 0 && { replaced: former }),
  };
}

/** Whether a file is one that was issued for a result before the one that holds. */
function isFormerFile(stored: readonly StoredEvent[], sha256: string | undefined): boolean {
  const last = stored.findLastIndex((event) => event.kind === 'case.resultReplaced');
  if (!sha256 || last < 0) return false;
  const about = stored[last]!.seq;
  return stored.some(
    ({ kind, payload }) =>
      kind === 'case.slipIssued' &&
      payload['key'] === 'result' &&
      payload['sha256'] === sha256 &&
      payload['about'] !== about,
  );
}

/** Checks a result by the code printed on it: signed, numbered, and the paper that went out. */
export async function checkResultAction(
  ctx: Context,
  input: ParsedOf<typeof checkPrintedResult>,
): Promise<ReplyOf<typeof checkPrintedResult>> {
  if (!allowTry(ctx)) throw new Problem(tooMany);
  const { row, occasion, signed, stored, issued } = await signedResult(ctx, input.code);
  const { content } = await pinnedVersion(ctx.tx, occasion.state);
  const number = occasion.state.decision?.number ?? '';
  return {
    ...standingOfResult(ctx, row, { number, shown: input.number, sha256: input.sha256, stored }),
    resultName: content.results[0]?.name ?? content.name,
    number,
    ...(await signatureOf(ctx, row, signed)),
    ...(issued && { issuedAt: issued.at.toISOString(), sha256: issued.sha256 }),
    ...(input.sha256 && { isSameFile: issued?.sha256 === input.sha256 }),
  };
}
