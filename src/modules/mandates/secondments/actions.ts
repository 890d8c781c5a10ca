import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { formatDay } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, missing, Problem } from '../../../kit/problems.ts';
import { appoint, createPosition, endAppointment, endPosition } from '../../organisations/contract.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import { namesFor } from '../actions/view.ts';
import { endFact, stateAssignment } from '../contract/facts.ts';
import { loadMandates } from '../current.ts';
import { alreadyEnded, secondedAlready } from '../problems.ts';
import { staffOn } from '../proof/listing.ts';
import { placesOf } from '../proof/places.ts';
import { plain } from '../rules/plain.ts';
import { lockRevision } from '../store/facts.ts';
import type * as contract from './contract.ts';
import { evolveSecondment, isPeriod, leastMonths, meet, mostMonths, type Secondment } from './rules.ts';
import * as store from './store.ts';

type Input = ParsedOf<typeof contract.stateSecondment>;

/** What he is called there; the position is there for his time alone. */
const post = { titleVi: 'Công chức biệt phái', titleEn: 'Seconded official', rank: 'official' as const };

/** @throws a problem at the field that does not fit: period, units, person */
async function assertMayBe(ctx: Context, input: Input): Promise<void> {
  const { personId, fromUnitId, toUnitId, from, to } = input;
  if (fromUnitId === toUnitId)
    throw fieldProblem('toUnitId', 'Chọn cơ quan khác nơi đang công tác.', 'Choose another unit.');
  if (!isPeriod(from, to))
    throw fieldProblem(
      'to',
      `Thời hạn biệt phái từ ${leastMonths} đến ${mostMonths} tháng.`,
      `A secondment lasts ${leastMonths} to ${mostMonths} months.`,
    );
  const snapshot = await loadSnapshot(ctx.tx);
  if (!snapshot.units.has(fromUnitId) || !snapshot.units.has(toUnitId)) missing();
  const staff = staffOn(await loadMandates(ctx.tx), placesOf(snapshot), fromUnitId, from);
  if (!staff.some((one) => one.personId === personId))
    throw fieldProblem(
      'personId',
      'Người này không giữ chức vụ nào tại cơ quan cử đi vào ngày bắt đầu.',
      'This person holds no position in the lending unit on the first day.',
    );
  const other = (await store.listOfPerson(ctx.tx, personId)).find((one) => meet(one, { from, to }));
  if (other)
    throw new Problem(secondedAlready, {
      detail: {
        vi: `Đã biệt phái theo ${other.paper.number} từ ${formatDay(other.from)} đến trước ${formatDay(other.to)}.`,
        en: `Seconded by ${other.paper.number} from ${formatDay(other.from)} until ${formatDay(other.to)}.`,
      },
    });
}

/**
 * A secondment gives no right of its own: it states a position, an appointment and an assignment in the other unit for its
 * time, each under the rights of who states it.
 */
export async function stateSecondmentAction(
  ctx: Context,
  input: Input,
): Promise<ReplyOf<typeof contract.stateSecondment>> {
  await lockRevision(ctx.tx);
  await assertMayBe(ctx, input);
  const { personId, toUnitId, from, to, roles, paper } = input;
  const position = await ctx.call(createPosition, { unitId: toUnitId, ...post, validFrom: from });
  const appointment = await ctx.call(appoint, {
    positionId: position.id,
    personId,
    validFrom: from,
    validTo: to,
    paper: paper.number,
  });
  const assignment = await ctx.call(
    stateAssignment,
    plain({ personId, unitId: toUnitId, scope: 'all' as const, roles, from, to, paper }),
  );
  const secondment = plain({
    ...input,
    id: input.id ?? newId(ctx.now),
    positionId: position.id,
    appointmentId: appointment.id,
    assignmentId: assignment.id,
  }) as Secondment;
  await store.insertSecondment(ctx.tx, secondment);
  ctx.emit({
    unitId: toUnitId,
    stream: `secondment:${secondment.id}`,
    kind: 'secondment.stated',
    payload: { secondment },
  });
  return { id: secondment.id };
}

/** Ends the secondment with the appointment and the assignment it stated. */
export async function endSecondmentAction(
  ctx: Context,
  { id, on, paper }: ParsedOf<typeof contract.endSecondment>,
): Promise<ReplyOf<typeof contract.endSecondment>> {
  await lockRevision(ctx.tx);
  const one = (await store.lockSecondment(ctx.tx, id)) ?? missing();
  if (on <= one.from)
    throw fieldProblem(
      'on',
      'Ngày kết thúc phải sau ngày bắt đầu.',
      'The first day without effect must come after the first day.',
    );
  if (on >= one.to) throw new Problem(alreadyEnded);
  await ctx.call(endAppointment, { id: one.appointmentId, on, paper: paper.number });
  await ctx.call(endPosition, { id: one.positionId, on });
  await ctx.call(endFact, plain({ id: one.assignmentId, on, paper }));
  const event = { what: 'ended' as const, on, paper: plain<Secondment['paper']>(paper) };
  await store.saveSecondment(ctx.tx, evolveSecondment(one, event)!);
  ctx.emit({
    unitId: one.toUnitId,
    stream: `secondment:${id}`,
    kind: 'secondment.ended',
    payload: { on, paper: event.paper },
  });
  return { id };
}

type View = ReplyOf<typeof contract.getSecondment>;

/** Secondments as replies show them. */
export async function secondmentViews(ctx: Context, found: readonly Secondment[]): Promise<View[]> {
  const names = await namesFor(
    ctx,
    found.map((one) => one.personId),
    ctx.today,
  );
  return found.map(({ id, personId, fromUnitId, toUnitId, roles, from, to, paper, endPaper, ...stated }) => ({
    id,
    roles: [...roles],
    from,
    to,
    paper,
    ...(endPaper && { endPaper }),
    appointmentId: stated.appointmentId,
    assignmentId: stated.assignmentId,
    person: names.person(personId),
    fromUnit: names.unit(fromUnitId),
    toUnit: names.unit(toUnitId),
  }));
}

export async function getSecondmentAction(
  ctx: Context,
  { id }: ParsedOf<typeof contract.getSecondment>,
): Promise<View> {
  const one = (await store.findSecondment(ctx.tx, id)) ?? missing();
  return (await secondmentViews(ctx, [one]))[0]!;
}

export async function listSecondmentsAction(
  ctx: Context,
  { unitId, asOf = ctx.today }: ParsedOf<typeof contract.listSecondments>,
): Promise<ReplyOf<typeof contract.listSecondments>> {
  const unitIds = unitId === undefined ? undefined : [unitId];
  const found = await store.listSecondmentsAfter(ctx.tx, { day: asOf, unitIds });
  return { asOf, items: await secondmentViews(ctx, found) };
}
