import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, missing, Problem } from '../../../kit/problems.ts';
import { unitAround } from '../../organisations/index.ts';
import type { acceptCase, receiveCase, submitCase } from '../contract.ts';
import { noCompetentUnit } from '../contract/problems.ts';
import { lookupCodeOf } from '../lookupCode.ts';
import { agencyCode, formatCaseCode } from '../rules/codes.ts';
import type { CommandOf } from '../rules/command.ts';
import type { CaseContent } from '../rules/content.ts';
import { decide } from '../rules/decide.ts';
import type { CaseEvent, CasePayloads } from '../rules/events.ts';
import { evolve } from '../rules/evolve.ts';
import type { By, CaseState } from '../rules/model.ts';
import { applicantKey, isOwner, newCaseSecret, secretHash } from '../secrets.ts';
import { type CaseRow, findById, insertCase, lockCase } from '../store/caseFile.ts';
import {
  findContent,
  findDraft,
  insertContent,
  keepApplicant,
  listTwins,
  nextNumber,
} from '../store/content.ts';
import { carryOut, hashOf, recordOf, standingOf } from './apply.ts';
import { linkFiles } from './attachments.ts';
import { type Ground, legalTime, loadGround } from './grounds.ts';
import { letGoOfUnused } from './letGo.ts';
import {
  additionsOf,
  feeOf,
  offeredToday,
  type Placed,
  placeCase,
  servingFor,
  stepAfterReception,
  targetOf,
} from './placing.ts';
import { assertPromisable } from './promises.ts';
import { asApplicant, prove } from './prove.ts';
import { searchText } from './searching.ts';
import { twinOf } from './twins.ts';
import { assertConsent, checkValues } from './values.ts';

type Filled = Pick<
  ParsedOf<typeof receiveCase>,
  'values' | 'provenance' | 'applicant' | 'representative' | 'coApplicants' | 'components' | 'delivery'
>;

export const contentOf = (input: Filled): CaseContent => {
  const { values, provenance, applicant, representative, coApplicants, components, delivery } = input;
  const some = { ...(representative && { representative }), ...(delivery && { delivery }) };
  return { values, provenance, applicant, coApplicants, components, ...some };
};

/** The units that have to do with a case from its start, by which searches find it. */
const unitsOf = ({ places, atUnitId }: CaseState): string[] => [
  ...new Set([places.reception, places.decision ?? places.reception, places.returnTo, atUnitId]),
];

/** Gives the code of a received case: that of the agency that receives today, with a number per agency and day. */
async function newCode(ctx: Context, ground: Ground, receptionUnitId: string): Promise<string> {
  const unitId = servingFor(ground.snapshot, receptionUnitId, ctx.today);
  const number = await nextNumber(ctx.tx, unitId, 'code', ctx.today);
  const code = unitAround(ground.snapshot, unitId, ctx.today)?.code ?? unitId;
  return formatCaseCode({ form: 'usual', agency: agencyCode(code), day: ctx.today, number });
}

type Reception = CommandOf<'accept'>['reception'];

/** All that is settled at reception: code, promise, first step, fee. */
async function receptionOf(
  ctx: Context,
  ground: Ground,
  placed: Placed,
  content: CaseContent,
  state: Pick<CaseState, 'channel'>,
): Promise<{ reception: Reception; time: ReturnType<typeof legalTime> }> {
  const { version, caseKind, places } = placed;
  if (!places.decision) throw new Problem(noCompetentUnit);
  const kind = caseKind ? { caseKind } : {};
  const time = legalTime(version, { channel: state.channel, ...kind }, ground.calendarOf(places.decision));
  const fee = feeOf(placed, state.channel);
  const reception: Reception = {
    code: await newCode(ctx, ground, places.reception),
    versionId: version.id,
    ...(version.overlayId && { overlayId: version.overlayId }),
    ...kind,
    decisionUnitId: places.decision,
    calendarUnitId: places.decision,
    additions: additionsOf(version, caseKind),
    step: targetOf(stepAfterReception(version, content.values), places, { now: ctx.now, time }),
    ...(fee && { fee }),
    components: content.components.map((c) => c.component),
  };
  return { reception, time };
}

const openedOf = (
  placed: Placed,
  channel: CaseState['channel'],
  hash: string,
): Omit<CasePayloads['case.submitted'], 'gap'> => ({
  procedureCode: placed.version.code,
  field: placed.field,
  versionId: placed.version.id,
  ...(placed.version.overlayId && { overlayId: placed.version.overlayId }),
  ...(placed.caseKind && { caseKind: placed.caseKind }),
  channel,
  places: placed.places,
  content: { version: 1, hash },
});

export function submittedEvent(
  ctx: Context,
  placed: Placed,
  of: { channel: CaseState['channel']; hash: string; by: By; promised?: readonly string[] | undefined },
): CaseEvent {
  const opened = openedOf(placed, of.channel, of.hash);
  return {
    type: 'case.submitted',
    at: ctx.now.toISOString(),
    by: of.by,
    ...opened,
    ...(of.promised?.length && { promised: of.promised }),
    ...(placed.gap && { gap: placed.gap }),
  };
}

interface Made {
  row: CaseRow;
  secret: string;
  twins: Awaited<ReturnType<typeof listTwins>>;
}

/** Open cases of the same person for the same procedure, of which a desk is warned. */
async function twinsFor(
  ctx: Context,
  { applicant, procedureCode }: Pick<ParsedOf<typeof receiveCase>, 'applicant' | 'procedureCode'>,
): Promise<Made['twins']> {
  const key = applicantKey(ctx, applicant.personalId);
  return key ? listTwins(ctx.tx, key, procedureCode) : [];
}

/** Writes a new case with its content, search text and events. */
export async function keepNew(
  ctx: Context,
  placed: Placed,
  of: {
    id: string;
    content: CaseContent;
    hash: string;
    event: CaseEvent;
    twins: Made['twins'];
    secret?: string | undefined;
    /** Whose it is, where that is not who asks. */
    owner?: Pick<CaseRow, 'accountId' | 'secretHash'>;
  },
): Promise<Made> {
  const { id, content, hash, event, twins, secret = newCaseSecret() } = of;
  const key = applicantKey(ctx, content.applicant.personalId);
  const row: CaseRow = {
    unitId: placed.places.reception,
    id,
    classification: 'internal',
    accountId: ctx.actor.kind === 'account' && event.by.as === 'applicant' ? ctx.actor.id : null,
    applicantName: content.applicant.fullName,
    secretHash: secretHash(ctx, secret),
    ...of.owner,
    state: evolve(undefined, event),
    version: 1,
  };
  insertCase(ctx.tx, row, ctx.now);
  insertContent(ctx.tx, row, { version: 1, hash, content }, ctx.now);
  const { unitId } = row;
  const text = searchText(row.state, content, placed);
  const units = unitsOf(row.state);
  keepApplicant(ctx.tx, { unitId, id, key, procedureCode: placed.version.code, text, units });
  ctx.emit(recordOf(row, event));
  await linkFiles(ctx, row, content.components);
  return { row, secret, twins };
}

const madeReply = ({ row, secret, twins }: Made) => ({
  ...standingOf(row),
  lookupCode: lookupCodeOf(row.id),
  secret,
  ...(row.state.gap && { gap: row.state.gap }),
  twins: twins.map(twinOf),
});

/** What the same intake, sent again after a lost answer, is told: the case that is already there. */
async function already(ctx: Context, id: string | undefined, mine: (row: CaseRow) => boolean) {
  const known = id ? await findById(ctx.tx, id) : undefined;
  if (!known) return undefined;
  if (!mine(known)) throw fieldProblem('id', 'Mã này đã được dùng.', 'This id is already used.');
  return {
    ...standingOf(known),
    lookupCode: lookupCodeOf(known.id),
    twins: [],
    ...(known.state.gap && { gap: known.state.gap }),
  };
}

/** Draft → submitted: routed to the competent unit, or kept with the gap named. */
export async function submitCaseAction(
  ctx: Context,
  input: ParsedOf<typeof submitCase>,
): Promise<ReplyOf<typeof submitCase>> {
  const own = (row: CaseRow): boolean => isOwner(ctx, row, input.draftSecret);
  const draft = input.id ? await findDraft(ctx.tx, input.id) : undefined;
  if (!draft) {
    const known = await already(ctx, input.id, own);
    if (known) return { ...known, otherTwins: 0 };
  } else if (!isOwner(ctx, draft, input.draftSecret)) missing();
  assertConsent(input.representative);
  const [ground, twins] = await Promise.all([loadGround(ctx.tx), twinsFor(ctx, input)]);
  const placed = await placeCase(ctx, ground, input);
  checkValues(placed.version, input.values, ctx.today, 'all');
  assertPromisable(placed.version, input.promised);
  const { promised } = input;
  const content = { ...contentOf(input), ...(promised?.length && { promised }) };
  const hash = hashOf(content);
  const event = submittedEvent(ctx, placed, { channel: input.channel, hash, by: asApplicant, promised });
  // The secret of the draft stays that of the case: who loses the answer on the way still gets in.
  const secret = draft?.secretHash ? input.draftSecret?.trim().toUpperCase() : undefined;
  const id = input.id ?? newId(ctx.now);
  // A typed number proves nothing: of cases that are not this account's only their number is told.
  const mine = twins.filter((t) => ctx.actor.kind === 'account' && t.accountId === ctx.actor.id);
  const made = await keepNew(ctx, placed, { id, content, hash, event, twins: mine, secret });
  if (draft)
    await letGoOfUnused(
      ctx,
      draft.id,
      content.components.flatMap((c) => c.fileIds),
    );
  return { ...madeReply(made), otherTwins: twins.length - mine.length };
}

/** Desk intake in one call: received with code, promise and first step, or kept with the gap named. */
export async function receiveCaseAction(
  ctx: Context,
  input: ParsedOf<typeof receiveCase>,
): Promise<ReplyOf<typeof receiveCase>> {
  const [ground, twins, known, offered] = await Promise.all([
    loadGround(ctx.tx),
    twinsFor(ctx, input),
    already(ctx, input.id, (row) => row.unitId === input.receptionUnitId),
    offeredToday(ctx, input),
  ]);
  if (known) return known;
  const placed = await placeCase(ctx, ground, input, offered);
  checkValues(placed.version, input.values, ctx.today, 'given');
  const content = contentOf(input);
  const hash = hashOf(content);
  const id = input.id ?? newId(ctx.now);
  const draft = submittedEvent(ctx, placed, { channel: input.channel, hash, by: asApplicant });
  const before = evolve(undefined, draft);
  const by = prove(ctx, ground, before, 'accept');
  if (placed.gap)
    return madeReply(await keepNew(ctx, placed, { id, content, hash, event: { ...draft, by }, twins }));
  const { reception, time } = await receptionOf(ctx, ground, placed, content, before);
  const decided = decide(before, { do: 'accept', reception }, { now: ctx.now.toISOString(), by, time });
  if ('refused' in decided) throw new Error(`a new case cannot be accepted: ${decided.refused}`);
  const opened = openedOf(placed, input.channel, hash);
  const event = { ...decided.events[0]!, opened } as CaseEvent;
  return madeReply(await keepNew(ctx, placed, { id, content, hash, event, twins }));
}

/** Submitted → received: pins the version of this day, gives the code and the promise. */
export async function acceptCaseAction(
  ctx: Context,
  input: ParsedOf<typeof acceptCase>,
): Promise<ReplyOf<typeof acceptCase>> {
  const [row, ground] = await Promise.all([lockCase(ctx.tx, ctx.actor, input.id), loadGround(ctx.tx)]);
  const { state } = row;
  const by = prove(ctx, ground, state, 'accept');
  const content = (await findContent(ctx.tx, row.id, state.content.version)) ?? missing();
  const { places, procedureCode, channel } = state;
  const placed = await placeCase(ctx, ground, {
    procedureCode,
    channel,
    receptionUnitId: places.reception,
    placeUnitId: places.place ?? places.reception,
    helpUnitId: places.help,
    returnUnitId: places.returnTo,
    values: content.values,
  });
  const checked = input.components ? { ...content, components: input.components } : content;
  const { reception, time } = await receptionOf(ctx, ground, placed, checked, state);
  const next = carryOut(ctx, row, { do: 'accept', reception }, { by, time });
  const text = searchText(next.state, content, placed);
  const key = applicantKey(ctx, content.applicant.personalId);
  const units = unitsOf(next.state);
  keepApplicant(ctx.tx, { unitId: row.unitId, id: row.id, key, procedureCode, text, units });
  return standingOf(next);
}
