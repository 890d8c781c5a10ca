import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { dayOf } from '../../../kit/day.ts';
import { listStream } from '../../../kit/events.ts';
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
  const signed = occasion?.events.findLast((event) => event.type === 'case.signed');
  if (!occasion || !signed) missing();
  return { row, occasion, signed, issued: issuedFor(stored, 'result', occasion.seq) };
}

/** Who signed, for whom, and whether his mandate for that day is proved again now. */
async function signatureOf(ctx: Context, row: CaseRow, signed: EventOf<'case.signed'>) {
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

/** Checks a result by the code printed on it: signed, numbered, and the paper that went out. */
export async function checkResultAction(
  ctx: Context,
  input: ParsedOf<typeof checkPrintedResult>,
): Promise<ReplyOf<typeof checkPrintedResult>> {
  if (!allowTry(ctx)) throw new Problem(tooMany);
  const { row, occasion, signed, issued } = await signedResult(ctx, input.code);
  const { content } = await pinnedVersion(ctx.tx, occasion.state);
  const number = occasion.state.decision?.number ?? '';
  return {
    state: row.state.decision?.number === number ? 'valid' : 'revoked',
    resultName: content.results[0]?.name ?? content.name,
    number,
    ...(await signatureOf(ctx, row, signed)),
    ...(issued && { issuedAt: issued.at.toISOString(), sha256: issued.sha256 }),
    ...(input.sha256 && { isSameFile: issued?.sha256 === input.sha256 }),
  };
}
