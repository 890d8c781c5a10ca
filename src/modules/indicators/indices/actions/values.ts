import { may, reachOf } from '../../../../kit/actor.ts';
import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { missing, notAllowed, Problem } from '../../../../kit/problems.ts';
import { loadSnapshot, type Snapshot, unitAround, unitAsOf } from '../../../organisations/index.ts';
import {
  type claimIndexValue,
  type decideIndexValue,
  type listIndexValues,
  valueRefused,
} from '../contract/trees.ts';
import type { IndexTree } from '../rules/model.ts';
import { evolve, type IndexValue, type IndexValueEvent, streamOf } from '../rules/value.ts';
import { treeOn } from '../rules/versions.ts';
import { scopeOfLevel } from '../score.ts';
import { listTrees, listValuesOf, lockValue, saveValue } from '../store.ts';
import { unitShown } from './frame.ts';

type Key = Pick<IndexValue, 'indexCode' | 'node' | 'unitId' | 'period'>;

/** The tree by which a year is measured. */
const treeOfYear = (trees: readonly IndexTree[], code: string, period: string): IndexTree | undefined =>
  treeOn(trees, code, `${period}-12-31`);

const refused = (vi: string, en: string): Problem => new Problem(valueRefused, { detail: { vi, en } });

/** @throws Problem for an indicator that is not stated by units, or a unit that it does not speak of */
async function checkTarget(ctx: Context, { indexCode, node: code, unitId, period }: Key): Promise<void> {
  const tree = treeOfYear(await listTrees(ctx.tx), indexCode, period) ?? missing();
  const node = tree.nodes.find((n) => n.code === code) ?? missing();
  if (node.source.kind !== 'reported')
    throw refused(
      'Chỉ số này lấy số liệu tự động, không khai được.',
      'This indicator is computed and cannot be stated.',
    );
  const unit = unitAsOf(await loadSnapshot(ctx.tx), unitId, ctx.today) ?? missing();
  const level = scopeOfLevel(unit.level);
  if (!level || !node.scopes.includes(level))
    throw refused('Chỉ số này không áp dụng cho đơn vị.', 'This indicator does not apply to the unit.');
  if (period > ctx.today.slice(0, 4)) throw refused('Năm này chưa đến.', 'That year has not come yet.');
}

async function save(ctx: Context, before: IndexValue | undefined, event: IndexValueEvent): Promise<void> {
  const { kind, ...payload } = event;
  await saveValue(ctx.tx, evolve(before, event));
  ctx.emit({ unitId: event.unitId, stream: streamOf(event), kind, payload });
}

export async function claimIndexValueAction(
  ctx: Context,
  { code, ...input }: ParsedOf<typeof claimIndexValue>,
): Promise<ReplyOf<typeof claimIndexValue>> {
  if (!may(ctx.actor, 'index.claim', input.unitId)) throw new Problem(notAllowed);
  const key = { indexCode: code, node: input.node, unitId: input.unitId, period: input.period };
  await checkTarget(ctx, key);
  if (input.numerator > input.denominator)
    throw new Problem(valueRefused, {
      fields: [
        {
          path: 'numerator',
          message: {
            vi: 'Tử số không được lớn hơn mẫu số.',
            en: 'The numerator cannot exceed the denominator.',
          },
        },
      ],
    });
  const before = await lockValue(ctx.tx, key);
  if (before?.state === 'verified')
    throw refused(
      'Giá trị đã được xác minh; cơ quan xác minh phải trả lại trước khi khai lại.',
      'The value is verified; it must be returned before it can be stated anew.',
    );
  await save(ctx, before, {
    kind: 'indexValue.claimed',
    ...key,
    numerator: input.numerator,
    denominator: input.denominator,
    evidence: input.evidence,
    evidenceUrl: input.evidenceUrl,
    by: ctx.actor.id,
    byName: ctx.actor.name,
    at: ctx.now.toISOString(),
  });
  return { state: 'claimed' };
}

/** Who verifies stands above the unit, and is not the one who stated the value. */
function mayDecide(ctx: Context, value: IndexValue, snapshot: Snapshot): boolean {
  const parent = unitAround(snapshot, value.unitId, ctx.today)?.parentId ?? value.unitId;
  return may(ctx.actor, 'index.verify', parent);
}

export async function decideIndexValueAction(
  ctx: Context,
  { code, decision, reason, ...rest }: ParsedOf<typeof decideIndexValue>,
): Promise<ReplyOf<typeof decideIndexValue>> {
  const key = { indexCode: code, ...rest };
  const value = (await lockValue(ctx.tx, key)) ?? missing();
  if (!mayDecide(ctx, value, await loadSnapshot(ctx.tx))) throw new Problem(notAllowed);
  if (value.claimedBy === ctx.actor.id && ctx.actor.kind === 'account')
    throw refused('Người khai không tự xác minh được.', 'Who stated a value cannot verify it.');
  if (decision === 'verify' && value.state !== 'claimed')
    throw refused('Giá trị này không chờ xác minh.', 'This value does not wait for verification.');
  if (decision === 'return' && value.state === 'returned')
    throw refused('Giá trị này đã được trả lại.', 'This value was returned already.');
  const who = { by: ctx.actor.id, byName: ctx.actor.name, at: ctx.now.toISOString() };
  if (decision === 'verify') {
    await save(ctx, value, { kind: 'indexValue.verified', ...key, ...who, reason });
    return { state: 'verified' };
  }
  if (!reason)
    throw new Problem(valueRefused, {
      fields: [{ path: 'reason', message: { vi: 'Nêu lý do trả lại.', en: 'Say why it is returned.' } }],
    });
  await save(ctx, value, { kind: 'indexValue.returned', ...key, ...who, reason });
  return { state: 'returned' };
}

/** Who stated and who decided is said by name; ids of accounts stay inside. */
function withoutIds<V extends Partial<IndexValue>>(value: V): Omit<V, 'claimedBy' | 'decidedBy'> {
  const { claimedBy: _, decidedBy: __, ...shown } = value;
  return shown;
}

export async function listIndexValuesAction(
  ctx: Context,
  { code, unitId, period, limit }: ParsedOf<typeof listIndexValues>,
): Promise<ReplyOf<typeof listIndexValues>> {
  const trees = await listTrees(ctx.tx);
  const snapshot = await loadSnapshot(ctx.tx);
  // What one may see with figures of units; evidence of others is their matter.
  const parts = reachOf(ctx.actor, 'figure.view').slice(1);
  const units = parts.some((p) => p.units === 'all')
    ? 'all'
    : parts.flatMap((p) => (p.units === 'all' ? [] : p.units));
  const values = await listValuesOf(ctx.tx, { units, code, unitId, period, limit });
  return {
    items: values.map(({ indexCode, node, unitId: id, ...value }) => {
      const tree = treeOfYear(trees, indexCode, value.period);
      const found = tree?.nodes.find((n) => n.code === node);
      const unit = unitAround(snapshot, id, ctx.today);
      return {
        ...withoutIds(value),
        indexCode,
        indexName: tree?.name ?? { vi: indexCode, en: indexCode },
        node,
        nodeName: found?.name ?? { vi: node, en: node },
        ...(found?.source.kind === 'reported' ? { evidenceWanted: found.source.evidence } : {}),
        unit: unit ? unitShown(unit) : { id, name: { vi: id, en: id }, level: 'other' },
      };
    }),
  };
}
