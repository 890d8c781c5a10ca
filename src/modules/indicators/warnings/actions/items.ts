import type { Context } from '../../../../kit/context.ts';
import { addDays, type Day, diffDays } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import type { Snapshot } from '../../../organisations/index.ts';
import { listProcedureNames } from '../../../procedures/index.ts';
import type { Reading } from '../rules/decide.ts';
import { historyOf, type PastItem, predict } from '../rules/predict.ts';
import type { Prediction, Silence } from '../rules/rule.ts';
import * as store from '../store/prediction.ts';
import { listSilentAssignments } from '../store/silence.ts';
import { holderNow, type Scope } from './scope.ts';

const EPOCH: Day = '1970-01-01';
const classOf = (c: string): Reading['classification'] => (c === 'restricted' ? 'restricted' : 'internal');

/** What an item is similar to, the closest likeness first: its own unit, units of its level, all; by what it is about. */
export function keysOfItem(snapshot: Snapshot, of: 'assignment' | 'case', item: store.TermItem): string[] {
  const level = snapshot.units.get(item.unitId)?.level ?? 'other';
  if (of === 'case')
    return [
      `unit ${item.kind} ${item.unitId}`,
      `procedure ${item.kind} ${level}`,
      `field ${item.field} ${level}`,
      `level case ${level}`,
    ];
  return [
    `unit ${item.kind} ${item.unitId}`,
    ...(item.field === '' ? [] : [`field ${item.field} ${level}`]),
    `level ${item.kind} ${level}`,
    `kind ${item.kind}`,
  ];
}

export const pastOf = (
  snapshot: Snapshot,
  of: 'assignment' | 'case',
  items: readonly store.TermItem[],
): PastItem[] =>
  items.map((item) => ({
    keys: keysOfItem(snapshot, of, item),
    delay: item.end! - item.due,
    start: item.start,
    due: item.due,
    end: item.end!,
  }));

const titleOf = (item: Pick<store.TermItem, 'ref' | 'titleVi' | 'titleEn' | 'number'>): Text => ({
  vi: `${item.number}, ${item.ref}: ${item.titleVi}`,
  en: `${item.number}, ${item.ref}: ${item.titleEn || item.titleVi}`,
});

/** A case by its code, with what it is about. */
function titleOfCase({ ref, number }: store.TermItem, names: ReadonlyMap<string, Text>): Text {
  const name = names.get(number);
  return name
    ? { vi: `Hồ sơ ${ref}: ${name.vi} (${number})`, en: `Case ${ref}: ${name.en} (${number})` }
    : { vi: `Hồ sơ ${ref} (thủ tục ${number})`, en: `Case ${ref} (procedure ${number})` };
}

/** Open items of the watched units, each with its predicted delay. */
export async function predictions(ctx: Context, watch: Prediction, scope: Scope): Promise<Reading[]> {
  const of = watch.of;
  const ids = scope.only?.ids.get(of);
  if (scope.only && (!ids || ids.length === 0)) return [];
  const [open, closed] =
    of === 'case'
      ? [await store.listOpenCases(ctx.tx, scope.recordUnits, ids), await store.listClosedCases(ctx.tx)]
      : [
          await store.listOpenAssignments(ctx.tx, scope.recordUnits, ids),
          await store.listClosedAssignments(ctx.tx),
        ];
  const names =
    of === 'case'
      ? await listProcedureNames(
          ctx.tx,
          open.map((item) => item.number),
        )
      : new Map<string, Text>();
  const history = historyOf(pastOf(scope.snapshot, of, closed));
  const now = ctx.now.getTime() / 86_400_000 + 7 / 24;
  const at = of === 'case' ? ctx.now.getTime() / 86_400_000 : Math.floor(now);
  return open.map((item): Reading => {
    const keys = keysOfItem(scope.snapshot, of, item);
    const said = predict(history, { keys, offset: at - item.due }, watch.floor);
    const base = {
      subject: { kind: of, id: item.id },
      unitId: holderNow(scope, item.unitId),
      classification: classOf(item.classification),
      title: of === 'case' ? titleOfCase(item, names) : titleOf(item),
      due: addDays(EPOCH, Math.floor(item.due + (of === 'case' ? 7 / 24 : 0))),
    } as const;
    if (!said) return { ...base, value: null, why: 'tooLittleHistory' };
    const range = { p50: said.p50, p80: said.p80, similar: said.similar, basis: keys[said.tier]! };
    return { ...base, value: Math.round(said[watch.bound] * 10) / 10, range };
  });
}

/** Open assignments about which nothing was reported for long. */
export async function silentAssignments(ctx: Context, watch: Silence, scope: Scope): Promise<Reading[]> {
  const ids = scope.only?.ids.get('assignment');
  if (scope.only && (!ids || ids.length === 0)) return [];
  const before = addDays(ctx.today, -watch.days);
  const rows = await listSilentAssignments(ctx.tx, scope.recordUnits, before, ids);
  return rows.map((row) => ({
    subject: { kind: 'assignment', id: row.id },
    unitId: holderNow(scope, row.unitId),
    classification: classOf(row.classification),
    title: titleOf(row),
    value: diffDays(row.last, ctx.today),
    ...(row.due && { due: row.due }),
  }));
}
