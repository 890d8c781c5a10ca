import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, unpackCursor } from '../../../kit/contract.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, missing, notAllowed, Problem } from '../../../kit/problems.ts';
import type * as contract from '../contract/people.ts';
import { loadSnapshot } from '../current.ts';
import { alreadyHeld, emailTaken, unitNotLiving } from '../problems.ts';
import { unitsWith } from '../rights.ts';
import type { Day, UnitId } from '../rules/model.ts';
import { holdsOn, overlap } from '../rules/office.ts';
import { existsOn, lifeOf } from '../rules/snapshot.ts';
import * as store from '../store/people.ts';
import { refOf } from './view.ts';

const permission = 'organisation.edit';

const seenBy = (ctx: Context): store.Seen => unitsWith(ctx.actor, permission);

function assertMayStaff(ctx: Context, unitId: UnitId): void {
  if (!may(ctx.actor, permission, unitId)) throw new Problem(notAllowed);
}

export async function listPeopleAction(
  ctx: Context,
  input: ParsedOf<typeof contract.listPeople>,
): Promise<ReplyOf<typeof contract.listPeople>> {
  const people = await store.listPeople(
    ctx.tx,
    seenBy(ctx),
    input.search,
    unpackCursor(input.cursor),
    input.limit + 1,
  );
  const items = people.slice(0, input.limit);
  const last = people.length > input.limit ? items.at(-1) : undefined;
  return { items, ...(last && { next: packCursor(await store.personKey(ctx.tx, last)) }) };
}

export async function getPersonAction(
  ctx: Context,
  input: ParsedOf<typeof contract.getPerson>,
): Promise<ReplyOf<typeof contract.getPerson>> {
  const person = (await store.findPerson(ctx.tx, seenBy(ctx), input.id)) ?? missing();
  const snapshot = await loadSnapshot(ctx.tx);
  const service = await store.listService(ctx.tx, person.id);
  const appointments = service.map((term) => {
    const unit = refOf(snapshot, term.unitId, term.validTo ?? ctx.today);
    return { ...term, unitNameVi: unit.nameVi, unitNameEn: unit.nameEn };
  });
  return { ...person, appointments };
}

async function assertEmailFree(ctx: Context, person: store.Person): Promise<void> {
  const other = person.email === null ? undefined : await store.findPersonByEmail(ctx.tx, person.email);
  if (other && other.id !== person.id) throw new Problem(emailTaken);
}

async function keepPerson(ctx: Context, person: store.Person, kind: string): Promise<{ id: string }> {
  await assertEmailFree(ctx, person);
  await store.savePerson(ctx.tx, person, ctx.now);
  ctx.emit({ unitId: 'organisations', stream: `person:${person.id}`, kind, payload: { person } });
  return { id: person.id };
}

export async function createPersonAction(
  ctx: Context,
  input: ParsedOf<typeof contract.createPerson>,
): Promise<ReplyOf<typeof contract.createPerson>> {
  const { id = newId(ctx.now), ...fields } = input;
  if (await store.findPerson(ctx.tx, 'all', id))
    throw fieldProblem('id', 'Định danh đã được dùng.', 'The identifier is taken.');
  return keepPerson(ctx, { id, ...fields }, 'person.created');
}

export async function changePersonAction(
  ctx: Context,
  input: ParsedOf<typeof contract.changePerson>,
): Promise<ReplyOf<typeof contract.changePerson>> {
  if (!(await store.findPerson(ctx.tx, seenBy(ctx), input.id))) missing();
  const service = await store.listService(ctx.tx, input.id);
  for (const term of service) if (holdsOn(term, ctx.today)) assertMayStaff(ctx, term.unitId);
  return keepPerson(ctx, input, 'person.changed');
}

export async function listPositionsAction(
  ctx: Context,
  input: ParsedOf<typeof contract.listPositions>,
): Promise<ReplyOf<typeof contract.listPositions>> {
  const day = input.asOf ?? ctx.today;
  return { asOf: day, items: await store.listOfficeHolders(ctx.tx, [input.unitId], day) };
}

async function assertUnitLiving(ctx: Context, unitId: UnitId, day: Day): Promise<void> {
  const snapshot = await loadSnapshot(ctx.tx);
  if (!snapshot.units.has(unitId)) missing();
  if (!existsOn(snapshot, unitId, day)) throw new Problem(unitNotLiving);
}

export async function createPositionAction(
  ctx: Context,
  input: ParsedOf<typeof contract.createPosition>,
): Promise<ReplyOf<typeof contract.createPosition>> {
  assertMayStaff(ctx, input.unitId);
  await assertUnitLiving(ctx, input.unitId, input.validFrom);
  const { id = newId(ctx.now), ...fields } = input;
  const validTo = lifeOf(await loadSnapshot(ctx.tx), input.unitId)?.to ?? null;
  const position = { id, ...fields, validTo };
  await store.savePosition(ctx.tx, position, ctx.now);
  ctx.emit({
    unitId: position.unitId,
    stream: `position:${id}`,
    kind: 'position.created',
    payload: { position },
  });
  return { id };
}

export async function endPositionAction(
  ctx: Context,
  input: ParsedOf<typeof contract.endPosition>,
): Promise<ReplyOf<typeof contract.endPosition>> {
  const position = (await store.lockPosition(ctx.tx, input.id)) ?? missing();
  assertMayStaff(ctx, position.unitId);
  const held = (await store.listAppointments(ctx.tx, position.id)).some(
    (term) => term.validTo === null || term.validTo > input.on,
  );
  if (held) throw new Problem(alreadyHeld);
  assertAfter(position.validFrom, input.on);
  const ended = { ...position, validTo: input.on };
  await store.savePosition(ctx.tx, ended, ctx.now);
  ctx.emit({
    unitId: position.unitId,
    stream: `position:${position.id}`,
    kind: 'position.ended',
    payload: { position: ended },
  });
  return { id: position.id };
}

function assertAfter(from: Day, to: Day, path = 'on'): void {
  if (to <= from)
    throw fieldProblem(
      path,
      'Ngày kết thúc phải sau ngày bắt đầu.',
      'The last day must come after the first.',
    );
}

export async function appointAction(
  ctx: Context,
  input: ParsedOf<typeof contract.appoint>,
): Promise<ReplyOf<typeof contract.appoint>> {
  const position = (await store.lockPosition(ctx.tx, input.positionId)) ?? missing();
  assertMayStaff(ctx, position.unitId);
  if (!(await store.findPerson(ctx.tx, seenBy(ctx), input.personId)))
    throw fieldProblem('personId', 'Không có người này.', 'There is no such person.');
  await assertUnitLiving(ctx, position.unitId, input.validFrom);
  const { id = newId(ctx.now), validTo: asked = null, ...fields } = input;
  // Nobody serves longer than the position is there.
  const validTo =
    position.validTo !== null && (asked === null || asked > position.validTo) ? position.validTo : asked;
  if (validTo !== null) assertAfter(input.validFrom, validTo, 'validTo');
  const appointment = { id, ...fields, validTo, endPaper: null };
  const others = await store.listAppointments(ctx.tx, position.id);
  if (!overlap(position, appointment) || others.some((term) => overlap(term, appointment)))
    throw new Problem(alreadyHeld);
  await store.saveAppointment(ctx.tx, appointment, ctx.now);
  ctx.emit({
    unitId: position.unitId,
    stream: `appointment:${id}`,
    kind: 'appointment.made',
    payload: { appointment },
  });
  return { id };
}

export async function endAppointmentAction(
  ctx: Context,
  input: ParsedOf<typeof contract.endAppointment>,
): Promise<ReplyOf<typeof contract.endAppointment>> {
  const appointment = (await store.lockAppointment(ctx.tx, input.id)) ?? missing();
  const position = (await store.lockPosition(ctx.tx, appointment.positionId)) ?? missing();
  assertMayStaff(ctx, position.unitId);
  assertAfter(appointment.validFrom, input.on);
  const ended = { ...appointment, validTo: input.on, endPaper: input.paper };
  await store.saveAppointment(ctx.tx, ended, ctx.now);
  const stream = `appointment:${appointment.id}`;
  ctx.emit({ unitId: position.unitId, stream, kind: 'appointment.ended', payload: { appointment: ended } });
  return { id: appointment.id };
}
