import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ReplyOf } from '../../../kit/contract.ts';
import type { Text } from '../../../kit/i18n.ts';
import { watchCases } from '../../cases/contract.ts';
import { getProcedure } from '../../procedures/contract.ts';
import type { Place } from '../actions/place.ts';
import type { Board, BoardItem } from '../contract.ts';

type Watched = ReplyOf<typeof watchCases>;

/** Names of procedures change with a version, at most daily: kept by code and day. */
const names = new Map<string, Text>();
const MOST_NAMES = 2000;
const NAMED = 5;

async function procedureName(ctx: Context, code: string): Promise<Text> {
  const key = `${ctx.today} ${code}`;
  const known = names.get(key);
  if (known) return known;
  const found = await ctx.call(getProcedure, { code }).catch(() => undefined);
  const name = found?.version?.content.name;
  const text = name ? { vi: name.vi, en: name.en || name.vi } : { vi: code, en: code };
  if (names.size >= MOST_NAMES) names.clear();
  if (name) names.set(key, text);
  return text;
}

async function itemOf(ctx: Context, one: Watched['late'][number]): Promise<BoardItem> {
  return {
    what: 'case',
    id: one.id,
    code: one.code ?? '',
    title: await procedureName(ctx, one.procedureCode),
    unit: { id: one.atUnitId, name: one.unit },
    due: one.dueAt,
    ...(one.person && { person: one.person }),
    ...(one.stepRole && { role: one.stepRole }),
  };
}

const asking = (one: Watched['consultations']['items'][number]): BoardItem => ({
  what: 'consultation',
  id: one.caseId,
  code: one.code ?? '',
  unit: { id: one.unitId, name: one.unit },
  due: one.dueAt,
});

const rowOf = (row: Watched['units'][number]): NonNullable<Board['load']>['total'] => {
  const { unitId, name, soon: _soon, ...counts } = row;
  return { unit: { id: unitId, name }, ...counts };
};

/** Cases of a unit and all below it; nothing for those who may not see cases there. */
export async function casesOf(ctx: Context, place: Place) {
  if (!may(ctx.actor, 'case.view', place.unitId)) return undefined;
  const told = await ctx.call(watchCases, {
    limit: NAMED,
    ...(!place.isWhole && { unitId: place.unitId }),
  });
  const items = async (list: Watched['late']) => {
    const made: BoardItem[] = [];
    for (const one of list) made.push(await itemOf(ctx, one));
    return made;
  };
  const now = ctx.now.toISOString();
  const { received: _r, onTime: _o, ended: _e, soon: _s, ...total } = told.total;
  return {
    late: told.total.overdue,
    soon: told.total.soon,
    soonDay: told.soonDay,
    asked: { late: told.consultations.late, soon: told.consultations.soon },
    lateItems: [
      ...(await items(told.late)),
      ...told.consultations.items.filter((one) => one.dueAt < now).map(asking),
    ],
    soonItems: [
      ...(await items(told.soon)),
      ...told.consultations.items.filter((one) => one.dueAt >= now).map(asking),
    ],
    byUnit: told.units.map((row) => ({ unitId: row.unitId, name: row.name, late: row.overdue })),
    load: {
      rows: told.units
        .map(rowOf)
        .toSorted((a, b) => b.overdue - a.overdue || b.submitted + b.working - a.submitted - a.working),
      total: { unit: { id: place.unitId, name: place.name }, below: 1, ...total },
    },
    ...(told.signing && { signing: told.signing }),
  };
}
