import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { missing, notAllowed, Problem } from '../../../kit/problems.ts';
import { loadSnapshot, unitAround } from '../../organisations/index.ts';
import { withFormer } from '../actions/lists.ts';
import {
  alreadyCorrected,
  type correctDataFault,
  type countCertifiedCopies,
  type listDataFaults,
} from './contract.ts';
import { copyKeys } from './rules.ts';
import { closeFault, type FaultRow, listFaults, lockFault, sumCopies } from './store.ts';

export async function countCertifiedCopiesAction(
  ctx: Context,
  input: ParsedOf<typeof countCertifiedCopies>,
): Promise<ReplyOf<typeof countCertifiedCopies>> {
  const [rows, snapshot] = await Promise.all([sumCopies(ctx.tx, input), loadSnapshot(ctx.tx)]);
  const items = rows.map((row) => {
    const unit = unitAround(snapshot, row.unitId, input.to);
    return { ...row, name: { vi: unit?.nameVi ?? row.unitId, en: unit?.nameEn ?? row.unitId } };
  });
  const total = Object.fromEntries(
    (['cases', ...copyKeys] as const).map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)]),
  );
  return { items, total: total as ReplyOf<typeof countCertifiedCopies>['total'] };
}

const shown = (f: FaultRow): ReplyOf<typeof correctDataFault> => ({
  id: f.id,
  unitId: f.unitId,
  caseId: f.caseId,
  ...(f.caseCode && { caseCode: f.caseCode }),
  component: f.componentName,
  database: f.database,
  told: f.told,
  openedAt: f.openedAt.toISOString(),
  ...(f.correctedAt && { correctedAt: f.correctedAt.toISOString() }),
  ...(f.note && { note: f.note }),
});

export async function listDataFaultsAction(
  ctx: Context,
  { unitId, state }: ParsedOf<typeof listDataFaults>,
): Promise<ReplyOf<typeof listDataFaults>> {
  if (!may(ctx.actor, 'case.view', unitId)) throw new Problem(notAllowed);
  const unitIds = withFormer(await loadSnapshot(ctx.tx), unitId, ctx.today);
  return { items: (await listFaults(ctx.tx, { unitIds, isOpen: state === 'open' })).map(shown) };
}

/** Whoever works on cases of the unit, or receives them, may say that the datum is right now. */
export async function correctDataFaultAction(
  ctx: Context,
  { id, note }: ParsedOf<typeof correctDataFault>,
): Promise<ReplyOf<typeof correctDataFault>> {
  const row = await lockFault(ctx.tx, id);
  if (!row || !may(ctx.actor, 'case.view', row.unitId)) missing();
  const mayCorrect = ['case.handle', 'case.receive'].some((one) => may(ctx.actor, one, row.unitId));
  if (!mayCorrect) throw new Problem(notAllowed);
  if (row.correctedAt) throw new Problem(alreadyCorrected);
  const { personId } = ctx.actor;
  await closeFault(ctx.tx, id, { at: ctx.now, personId, note });
  const payload = { note, ...(personId && { person: personId }) };
  ctx.emit({ unitId: row.unitId, stream: `dataFault:${id}`, kind: 'dataFault.corrected', payload });
  return shown({ ...row, correctedAt: ctx.now, note });
}
