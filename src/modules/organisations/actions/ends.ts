import type { Context } from '../../../kit/context.ts';
import { addDays } from '../../../kit/day.ts';
import { type Day, endsUnit, type Succession } from '../rules/model.ts';
import {
  lockAppointmentsPast,
  lockPositionsPast,
  type Position,
  saveAppointment,
  savePosition,
} from '../store/people.ts';

/** A term that only begins after the unit ended, because the end was stated late, lasted for its first day. */
const lastOf = (from: Day, on: Day): Day => (from < on ? on : addDays(from, 1));

async function endAppointments(ctx: Context, position: Position, on: Day, paper: string): Promise<void> {
  for (const term of await lockAppointmentsPast(ctx.tx, position.id, on)) {
    const appointment = { ...term, validTo: lastOf(term.validFrom, on), endPaper: paper };
    await saveAppointment(ctx.tx, appointment, ctx.now);
    const stream = `appointment:${term.id}`;
    ctx.emit({ unitId: position.unitId, stream, kind: 'appointment.ended', payload: { appointment } });
  }
}

/**
 * Ends the positions of units that these successions end, on the same day and under the same paper, with the
 * appointments to them. Nobody is appointed anew: who serves in the successor is somebody's decision, not a rule's.
 */
export async function endPositions(ctx: Context, successions: readonly Succession[]): Promise<void> {
  const ending = successions.filter((succession) => endsUnit(succession.kind));
  if (ending.length === 0) return;
  const papers = new Map(ending.map((succession) => [succession.from, succession.legalBasis]));
  const ends = ending.map(({ from, on }) => ({ unitId: from, on }));
  for (const { on, ...before } of await lockPositionsPast(ctx.tx, ends)) {
    await endAppointments(ctx, before, on, papers.get(before.unitId)!);
    const position = { ...before, validTo: lastOf(before.validFrom, on) };
    await savePosition(ctx.tx, position, ctx.now);
    const stream = `position:${position.id}`;
    ctx.emit({ unitId: position.unitId, stream, kind: 'position.ended', payload: { position } });
  }
}
