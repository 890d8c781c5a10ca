import { systemActor } from '../../../kit/actor.ts';
import { type Context, openContext } from '../../../kit/context.ts';
import type { FileReply, ParsedOf } from '../../../kit/contract.ts';
import { dayOf } from '../../../kit/day.ts';
import { listStream, type StoredEvent } from '../../../kit/events.ts';
import { hashOfBytes } from '../../../kit/files.ts';
import { missing, notAllowed, Problem } from '../../../kit/problems.ts';
import {
  fillTemplate,
  linkFile,
  renderPdf,
  type SlipKey,
  storeFile,
  templateInForce,
} from '../../documents/index.ts';
import { applyEvents } from '../actions/apply.ts';
import { holdOwn } from '../actions/citizen.ts';
import { calendarUnitOf, legalTime, loadGround, pinnedVersion } from '../actions/grounds.ts';
import { noSlip, type printOwnSlip, type printSlip } from '../contract/slips.ts';
import type { By } from '../rules/model.ts';
import { type CaseRow, lockCase } from '../store/caseFile.ts';
import { findContent } from '../store/content.ts';
import { slipFacts, type Source } from './facts.ts';
import { issuedFor, type Occasion, occasionOf } from './occasion.ts';

const fileNames: Record<SlipKey, string> = {
  receipt: 'giay-tiep-nhan-hen-tra',
  supplement: 'phieu-yeu-cau-bo-sung',
  refusal: 'phieu-tu-choi',
  apology: 'phieu-xin-loi-hen-lai',
  stop: 'thong-bao-dung',
  control: 'phieu-kiem-soat',
  draft: 'ban-thao',
  result: 'ket-qua',
};

async function sourceOf(ctx: Context, key: SlipKey, row: CaseRow, occasion: Occasion): Promise<Source> {
  const { state } = occasion;
  const content = (await findContent(ctx.tx, row.id, state.content.version)) ?? missing();
  const bare = await loadGround(ctx.tx);
  const version = await pinnedVersion(ctx.tx, state);
  const time = legalTime(version, state, bare.calendarOf(calendarUnitOf(state)));
  return { key, row, occasion, content, ground: { ...bare, version, time } };
}

/** Prints a slip for the first time: the paper is kept by the installation itself and never changes again. */
async function issue(
  ctx: Context,
  row: CaseRow,
  what: { key: SlipKey; occasion: Occasion; by: By },
): Promise<{ bytes: Uint8Array; name: string }> {
  const { key, occasion, by } = what;
  const source = await sourceOf(ctx, key, row, occasion);
  const { places, code } = occasion.state;
  const unitId = places.decision ?? places.reception;
  const template = await templateInForce(ctx.tx, key, unitId, dayOf(occasion.event.at));
  const bytes = await renderPdf(fillTemplate(template.template, await slipFacts(ctx, source)));
  const name = `${fileNames[key]}-${code ?? row.id.slice(0, 8)}.pdf`;
  const { now, requestId } = ctx;
  const own = openContext(ctx.app, ctx.tx, { actor: systemActor, now, requestId });
  const file = await storeFile(own, { unitId: row.unitId, name, classification: 'internal', bytes });
  for (const to of new Set([places.reception, unitId]))
    await linkFile(own, file.id, { record: `case:${row.id}`, unitId: to });
  await own.flush();
  applyEvents(ctx, row, [
    {
      type: 'case.slipIssued',
      at: now.toISOString(),
      by,
      key,
      about: occasion.seq,
      templateId: template.id,
      fileId: file.id,
      sha256: hashOfBytes(bytes),
    },
  ]);
  return { bytes, name };
}

async function printed(
  ctx: Context,
  row: CaseRow,
  { key, about }: { key: SlipKey; about?: number | undefined },
  by: By,
): Promise<FileReply> {
  const stored: StoredEvent[] = await listStream(ctx.tx, `case:${row.id}`);
  const occasion = occasionOf(stored, key, about);
  if (!occasion) throw new Problem(noSlip);
  const type = 'application/pdf';
  const out = issuedFor(stored, key, occasion.seq);
  if (out) {
    const name = `${fileNames[key]}-${occasion.state.code ?? row.id.slice(0, 8)}.pdf`;
    return { body: ctx.app.files.stream(out.sha256), type, name, inline: true };
  }
  // A token that may only read lets nothing out.
  if (ctx.actor.tokenScope === 'read') throw new Problem(notAllowed);
  const made = await issue(ctx, row, { key, occasion, by });
  return { body: made.bytes, type, name: made.name, inline: true };
}

/** The control slip is about the work of officials. */
const isInternal = (key: SlipKey): boolean => key === 'control';

/** Whoever sees the case prints its slips; the applicant signed in gets all but the offices' own. */
export async function printSlipAction(
  ctx: Context,
  { id, key, about }: ParsedOf<typeof printSlip>,
): Promise<FileReply> {
  const row = await lockCase(ctx.tx, ctx.actor, id);
  const isMine = ctx.actor.kind === 'account' && row.accountId === ctx.actor.id;
  if (isMine && isInternal(key)) throw new Problem(noSlip);
  const { personId } = ctx.actor;
  const by: By = isMine
    ? { as: 'applicant' }
    : personId
      ? { as: 'official', person: personId }
      : { as: 'system' };
  return printed(ctx, row, { key, about }, by);
}

export async function printOwnSlipAction(
  ctx: Context,
  { id, key, about, secret }: ParsedOf<typeof printOwnSlip>,
): Promise<FileReply> {
  const held = await holdOwn(ctx, { id, secret });
  if (!held.asApplicant) missing();
  return printed(ctx, held.row, { key, about }, { as: 'applicant' });
}
