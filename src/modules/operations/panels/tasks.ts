import type { Context } from '../../../kit/context.ts';
import type { InputOf, ReplyOf } from '../../../kit/contract.ts';
import { addDays } from '../../../kit/day.ts';
import { countAssignments, listAssignments } from '../../directives/contract.ts';
import { board } from '../../indicators/contract.ts';
import type { Place } from '../actions/place.ts';
import type { BoardItem } from '../contract.ts';

/** A task is about to be late within so many days. */
export const SOON_DAYS = 7;
const NAMED = 5;

type Row = ReplyOf<typeof listAssignments>['items'][number];

const itemOf = (row: Row): BoardItem => {
  const unit = row.unit.holder ?? row.unit;
  return {
    what: 'task',
    id: row.id,
    code: `${row.directiveNumber} · ${row.ref}`,
    title: { vi: row.titleVi, en: row.titleEn || row.titleVi },
    unit: { id: unit.id, name: { vi: unit.name, en: unit.nameEn || unit.name } },
    due: row.standing.due ?? '',
  };
};

/** Tasks of which the unit or one below it has the lead: counted from the tally, the first few by name. */
export async function tasksOf(ctx: Context, place: Place) {
  const scope = place.isWhole ? {} : { unitId: place.unitId, subtree: true };
  const told = await ctx.call(board, {
    ...scope,
    count: 'assignments',
    role: 'lead',
    kind: 'task',
    by: 'unit',
  });
  const lead = { ...scope, role: 'lead', kind: 'task' } satisfies InputOf<typeof listAssignments>;
  const coming = {
    ...lead,
    work: 'open' as const,
    dueFrom: ctx.today,
    dueTo: addDays(ctx.today, SOON_DAYS),
  };
  const late = told.total.byClass.overdue ?? 0;
  const soon = (await ctx.call(countAssignments, coming)).total;
  const named = async (input: InputOf<typeof listAssignments>): Promise<BoardItem[]> =>
    (await ctx.call(listAssignments, { ...input, limit: NAMED })).items.map(itemOf);
  return {
    late,
    soon,
    lateItems: late === 0 ? [] : await named({ ...lead, time: 'overdue' }),
    soonItems: soon === 0 ? [] : await named(coming),
    figures: told.total.figures,
    byUnit: told.rows.flatMap((row) =>
      row.key ? [{ unitId: row.key, name: row.name, late: row.byClass.overdue ?? 0 }] : [],
    ),
  };
}
