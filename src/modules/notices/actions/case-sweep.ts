import type { Context } from '../../../kit/context.ts';
import { addDays, dayOf, instantOf } from '../../../kit/day.ts';
import { workingDayFrom } from '../rules/hours.ts';
import type { Ladder } from '../rules/ladder.ts';
import { listDueCases, type ToldCase } from '../store/case.ts';
import { insertFirings } from '../store/notice.ts';
import { workersOf } from './case-people.ts';
import { matterOf, paramsOf } from './cases.ts';
import { loadRoster } from './roster.ts';
import { tell, tellGap, write } from './tell.ts';

export const caseRungs = ['caseApologyDue', 'caseOverdue'] as const;
type CaseRung = (typeof caseRungs)[number];

/**
 * Where a rung looks for its cases: due on the days up to the next working day, for which today is the last working day
 * to apologise (R18); or due before now, no further back than is made up for.
 */
function rangeOf(ctx: Context, rung: CaseRung, ladder: Ladder): { from: Date; to: Date } {
  if (rung === 'caseOverdue')
    return { from: instantOf(addDays(ctx.today, -ladder.catchUpDays), '00:00'), to: ctx.now };
  const tomorrow = addDays(ctx.today, 1);
  const last = workingDayFrom(ladder.hours, tomorrow);
  return { from: instantOf(tomorrow, '00:00'), to: instantOf(addDays(last, 1), '00:00') };
}

/** Tells of one page of cases: who works on them to apologise in time, the head of the deciding unit once it is too late. */
async function tellCase(ctx: Context, ladder: Ladder, rung: CaseRung, told: ToldCase): Promise<number> {
  const about = dayOf(told.dueAt!);
  const asRole = rung === 'caseOverdue' ? 'head' : 'official';
  const params = await paramsOf(ctx, told.state, told.atUnitId);
  const unitId = told.decisionUnitId ?? told.unitId;
  const matter = matterOf(told, { kind: rung, about, asRole, unitId, params });
  const roster = await loadRoster(ctx, [matter]);
  const to = rung === 'caseOverdue' ? roster.find('head', matter) : await workersOf(ctx, told);
  const outcome = to.length > 0 ? 'fired' : 'noRecipient';
  const firing = {
    subjectKind: 'case',
    subjectId: told.caseId,
    about,
    unitId,
    outcome,
    recipients: to.length,
  } as const;
  const won = await insertFirings(ctx.tx, rung, ladder.version, [firing], ctx.today, ctx.now);
  if (won.length === 0) return 0;
  if (to.length > 0)
    ctx.emit({
      unitId,
      stream: `reminder:case:${told.caseId}`,
      kind: 'reminder.sent',
      payload: { rung, about, to: to.map((one) => one.key), ladder: ladder.version },
    });
  return write(ctx, [
    to.length > 0 ? tell(ctx, matter, to, ladder.hours) : tellGap(ctx, matter, roster, ladder.hours),
  ]);
}

/** Climbs one rung for a page of cases; the last of the page while there may be more. */
export async function climbCases(
  ctx: Context,
  ladder: Ladder,
  rung: CaseRung,
  page: { after?: ToldCase | undefined; limit: number },
): Promise<{ made: number; after?: ToldCase | undefined }> {
  const range = rangeOf(ctx, rung, ladder);
  const found = await listDueCases(ctx.tx, { rung, ...range, today: ctx.today, ...page });
  let made = 0;
  for (const told of found) made += await tellCase(ctx, ladder, rung, told);
  return { made, ...(found.length === page.limit && { after: found.at(-1) }) };
}
