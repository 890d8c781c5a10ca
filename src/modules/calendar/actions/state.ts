import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { fieldProblem, notAllowed, Problem } from '../../../kit/problems.ts';
import { lifeOf, loadSnapshot, ROOT } from '../../organisations/index.ts';
import type {
  createCalendar,
  keepCalendar,
  previewException,
  stateException,
  stateVersion,
} from '../contract.ts';
import { loadBook } from '../current.ts';
import { idTaken } from '../problems.ts';
import { agencyCalendar, type CalendarFact } from '../rules/book.ts';
import type { DayException } from '../rules/model.ts';
import { effectsOf } from '../rules/preview.ts';
import { faultOfDay, faultOfException, faultOfVersion } from '../rules/sound.ts';
import { insertFact, lockFacts } from '../store/facts.ts';
import { calendarIn } from './read.ts';

type Exception = ParsedOf<typeof stateException>;

function assertMay(ctx: Context, unitId: string): void {
  if (!may(ctx.actor, 'calendar.edit', unitId)) throw new Problem(notAllowed);
}

async function state(ctx: Context, id: string, fact: CalendarFact): Promise<void> {
  await insertFact(ctx.tx, fact, ctx.now);
  ctx.emit({ unitId: ROOT, stream: `calendar:${id}`, kind: fact.kind, payload: { ...fact.payload } });
}

function assertSound(fault: { path: string; vi: string; en: string } | undefined, under = ''): void {
  if (fault) throw fieldProblem(`${under}${fault.path}`, fault.vi, fault.en);
}

export async function createCalendarAction(
  ctx: Context,
  input: ParsedOf<typeof createCalendar>,
): Promise<ReplyOf<typeof createCalendar>> {
  assertMay(ctx, input.ownerUnitId);
  await lockFacts(ctx.tx);
  const book = await loadBook(ctx.tx);
  if (book.calendars.has(input.id)) throw new Problem(idTaken);
  if (input.follows) calendarIn(book, input.follows);
  assertSound(faultOfVersion(input.version), 'version.');
  const { follows, ...rest } = input;
  await state(ctx, input.id, {
    kind: 'calendar.stated',
    payload: { ...rest, ...(follows && { follows }) },
  });
  return { id: input.id };
}

export async function stateVersionAction(
  ctx: Context,
  { id, ...version }: ParsedOf<typeof stateVersion>,
): Promise<ReplyOf<typeof stateVersion>> {
  await lockFacts(ctx.tx);
  assertMay(ctx, calendarIn(await loadBook(ctx.tx), id).ownerUnitId);
  assertSound(faultOfVersion(version));
  await state(ctx, id, { kind: 'calendar.versionStated', payload: { calendarId: id, version } });
  return {};
}

const exceptionOf = ({
  day,
  kind,
  insteadOf,
  nameVi,
  nameEn,
  decision,
  issuedOn,
}: Exception): DayException => ({
  day,
  kind,
  nameVi,
  nameEn,
  decision,
  issuedOn,
  ...(insteadOf && { insteadOf }),
});

export async function stateExceptionAction(
  ctx: Context,
  input: Exception,
): Promise<ReplyOf<typeof stateException>> {
  await lockFacts(ctx.tx);
  const book = await loadBook(ctx.tx);
  assertMay(ctx, calendarIn(book, input.id).ownerUnitId);
  const exception = exceptionOf(input);
  assertSound(faultOfException(exception, agencyCalendar(book, input.id), ctx.today));
  await state(ctx, input.id, {
    kind: 'calendar.exceptionStated',
    payload: { calendarId: input.id, exception },
  });
  return {};
}

export async function keepCalendarAction(
  ctx: Context,
  { id, ...keeping }: ParsedOf<typeof keepCalendar>,
): Promise<ReplyOf<typeof keepCalendar>> {
  assertMay(ctx, keeping.unitId);
  assertSound(faultOfDay('validFrom', keeping.validFrom));
  await lockFacts(ctx.tx);
  calendarIn(await loadBook(ctx.tx), id);
  if (keeping.unitId !== ROOT && !lifeOf(await loadSnapshot(ctx.tx), keeping.unitId))
    throw fieldProblem('unitId', 'Không có cơ quan này.', 'There is no such unit.');
  await state(ctx, id, { kind: 'calendar.unitKeeps', payload: { calendarId: id, ...keeping } });
  return {};
}

export async function previewExceptionAction(
  ctx: Context,
  { id, day, kind, insteadOf }: ParsedOf<typeof previewException>,
): Promise<ReplyOf<typeof previewException>> {
  const book = await loadBook(ctx.tx);
  assertMay(ctx, calendarIn(book, id).ownerUnitId);
  const calendar = agencyCalendar(book, id);
  const exception: DayException = {
    day,
    kind,
    ...(insteadOf && { insteadOf }),
    nameVi: '?',
    nameEn: '?',
    decision: '?',
    issuedOn: '2199-12-31',
  };
  assertSound(faultOfException(exception, calendar, exception.issuedOn));
  return effectsOf(calendar, exception);
}
