import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { dayOf } from '../../../kit/day.ts';
import { listStream } from '../../../kit/events.ts';
import { missing, Problem, tooMany } from '../../../kit/problems.ts';
import { mayAct } from '../../mandates/index.ts';
import { unitAround } from '../../organisations/index.ts';
import { loadGround, pinnedVersion } from '../actions/grounds.ts';
import type { EventOf } from '../rules/events.ts';
import { allowTry } from '../secrets.ts';
import { findByCode } from '../store/caseFile.ts';
import { readCheckCode } from './code.ts';
import type { checkPrintedResult } from './contract.ts';
import { agencyName, personName, titleOf } from './names.ts';
import { issuedFor, occasionOf } from './occasion.ts';

/** Checks a result by the code printed on it: signed, numbered, and the paper that went out; 404 for a forged code. */
export async function checkResultAction(
  ctx: Context,
  input: ParsedOf<typeof checkPrintedResult>,
): Promise<ReplyOf<typeof checkPrintedResult>> {
  if (!allowTry(ctx)) throw new Problem(tooMany);
  const code = readCheckCode(ctx, input.code);
  const row = code ? await findByCode(ctx.tx, code) : undefined;
  if (!row) missing();
  const stored = await listStream(ctx.tx, `case:${row.id}`);
  const occasion = occasionOf(stored, 'result');
  const signed = occasion?.events.findLast((event) => event.type === 'case.signed') as
    | EventOf<'case.signed'>
    | undefined;
  if (!occasion || !signed) missing();
  const { snapshot, book } = await loadGround(ctx.tx);
  const { state } = occasion;
  const version = await pinnedVersion(ctx.tx, state);
  const day = dayOf(signed.at);
  const { person = '', unitId = row.unitId } = signed.by;
  const { procedureCode, field } = state;
  const holder = mayAct(
    book,
    snapshot,
    { unitId, procedureCode, field, role: 'sign', personId: person },
    day,
  );
  const unit = unitAround(snapshot, unitId, day);
  const issued = issuedFor(stored, 'result', occasion.seq);
  const holds = row.state.decision?.number === state.decision?.number;
  return {
    state: holds ? 'valid' : 'revoked',
    resultName: version.content.results[0]?.name ?? version.content.name,
    number: state.decision?.number ?? '',
    signedOn: day,
    signer: await personName(ctx.tx, person),
    signerTitle: await titleOf(ctx.tx, snapshot, {
      personId: signed.by.standsInFor ?? person,
      unitId,
      day,
    }),
    unit: { id: unitId, nameVi: agencyName(snapshot, unitId, day), nameEn: unit?.nameEn ?? unitId },
    mandateHolds: holder !== undefined,
    ...(issued && { issuedAt: issued.at.toISOString(), sha256: issued.sha256 }),
    ...(input.sha256 && { isSameFile: issued?.sha256 === input.sha256 }),
  };
}
