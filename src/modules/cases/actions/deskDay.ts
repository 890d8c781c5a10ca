import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { instantOf } from '../../../kit/day.ts';
import { addLimit, type AgencyCalendar, loadCalendarFinder } from '../../calendar/index.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import type { deskDay } from '../contract.ts';
import { countDesk, type DeskPart, listDeskPart } from '../store/desk.ts';
import type { ListedRow } from '../store/lists.ts';
import { minutesLeft } from './left.ts';
import { listedOf, withFormer } from './lists.ts';

const MOST = 100;

/** Working minutes left to answer what was handed in. Source: procedures.md section 3, form 02: 8 working hours online, 1 working day else. */
function answerLeft(calendar: AgencyCalendar, row: ListedRow, now: Date): number {
  const limit =
    row.channel === 'online'
      ? { value: 8, unit: 'workingHour' as const }
      : { value: 1, unit: 'workingDay' as const };
  return minutesLeft(calendar, now, addLimit(calendar, row.submittedAt, limit));
}

/** All that waits at one desk, in one look: to accept, supplements that came, to hand over, due today. */
export async function deskDayAction(
  ctx: Context,
  { unitId }: ParsedOf<typeof deskDay>,
): Promise<ReplyOf<typeof deskDay>> {
  const [snapshot, find] = await Promise.all([loadSnapshot(ctx.tx), loadCalendarFinder(ctx.tx)]);
  const units = withFormer(snapshot, unitId, ctx.today);
  const calendarOf = (id: string) => find(snapshot, id);
  const part = async (name: DeskPart) =>
    (await listDeskPart(ctx.tx, ctx.actor, { part: name, units, today: ctx.today, limit: MOST })).map(
      (row) => ({
        ...listedOf(ctx, row, calendarOf),
        ...(row.handling === 'submitted' && {
          answerMinutesLeft: answerLeft(calendarOf(row.unitId), row, ctx.now),
        }),
      }),
    );
  const [submitted, supplements, ready, dueToday, counts] = await Promise.all([
    part('submitted'),
    part('supplements'),
    part('ready'),
    part('dueToday'),
    countDesk(ctx.tx, ctx.actor, { units, from: instantOf(ctx.today) }),
  ]);
  submitted.sort((a, b) => (a.answerMinutesLeft ?? 0) - (b.answerMinutesLeft ?? 0));
  return { submitted, supplements, ready, dueToday, counts };
}
