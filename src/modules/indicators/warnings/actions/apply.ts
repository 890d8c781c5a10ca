import type { Context } from '../../../../kit/context.ts';
import { evolve, type WarningEvent, type WarningState } from '../rules/evolve.ts';
import { saveWarning, type WarningRow } from '../store/warning.ts';

type PayloadOf<K extends WarningEvent['kind']> = Extract<WarningEvent, { kind: K }>['payload'];

/** Lets something happen to a warning: its row becomes what the event makes of it, and the event joins its stream. */
export async function applyEvent<K extends Exclude<WarningEvent['kind'], 'warning.raised'>>(
  ctx: Context,
  row: Pick<WarningRow, 'id' | 'unitId' | 'state'>,
  kind: K,
  payload: PayloadOf<K>,
): Promise<WarningState> {
  const event = { kind, at: ctx.now.toISOString(), unitId: row.unitId, payload } as WarningEvent;
  const state = evolve(row.state, event);
  await saveWarning(ctx.tx, row.id, state);
  ctx.emit({ unitId: row.unitId, stream: `warning:${row.id}`, kind, payload: { ...payload } });
  return state;
}
