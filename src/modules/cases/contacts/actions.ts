import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { loadSnapshot, type Snapshot, unitAround } from '../../organisations/index.ts';
import type { CaseState } from '../rules/model.ts';
import type { listCasesOfContact, listSharedContacts } from './contract.ts';
import { listOfContact, listShared } from './store.ts';

function named(ctx: Context, snapshot: Snapshot, id: string) {
  const unit = unitAround(snapshot, id, ctx.today);
  return { id, vi: unit?.nameVi ?? id, en: unit?.nameEn ?? id };
}

export async function listSharedContactsAction(
  ctx: Context,
  input: ParsedOf<typeof listSharedContacts>,
): Promise<ReplyOf<typeof listSharedContacts>> {
  const [rows, snapshot] = await Promise.all([listShared(ctx.tx, ctx.actor, input), loadSnapshot(ctx.tx)]);
  const items = rows.map(({ mac: key, unitIds, ...row }) => ({
    ...row,
    key,
    units: unitIds.map((unitId) => named(ctx, snapshot, unitId)),
  }));
  return { items };
}

/** Only cases that the caller may see by himself: to audit opens no file. */
export async function listCasesOfContactAction(
  ctx: Context,
  { key: mac, from }: ParsedOf<typeof listCasesOfContact>,
): Promise<ReplyOf<typeof listCasesOfContact>> {
  const [rows, snapshot] = await Promise.all([
    listOfContact(ctx.tx, ctx.actor, { mac, from }),
    loadSnapshot(ctx.tx),
  ]);
  const items = rows.map(({ code, unitId, submittedAt, channel, ...row }) => ({
    ...row,
    ...(code && { code }),
    channel: channel as CaseState['channel'],
    unit: named(ctx, snapshot, unitId),
    submittedAt: submittedAt.toISOString(),
  }));
  return { items };
}
