/** Which event of a case makes which message. */
import type { CaseEventType } from '../../cases/contract.ts';
import type { MessageService } from './wire.ts';

/** What changes what the portal shows of a case: the whole case is told again. */
const whole: readonly CaseEventType[] = [
  'case.received',
  'case.refused',
  'case.supplementAsked',
  'case.supplementReceived',
  'case.closedNoSupplement',
  'case.dutyAsked',
  'case.paymentReceived',
  'case.refunded',
  'case.transferred',
  'case.apologised',
  'case.dueRecomputed',
  'case.stopped',
  'case.withdrawn',
  'case.returned',
  'case.resultRevoked',
  'case.resultReplaced',
  'case.corrected',
  'case.versionChanged',
  'case.undone',
];
/** Steps of the work between. */
const progress: readonly CaseEventType[] = [
  'case.assigned',
  'case.claimed',
  'case.released',
  'case.proposed',
  'case.approved',
  'case.consulted',
  'case.consultationAnswered',
  'case.resumed',
  'case.draftSent',
];
/** Steps that may be the last: then the case is finished, and told as a whole. */
const ending: readonly CaseEventType[] = ['case.stepDone', 'case.signed', 'case.numbered'];

/** The kinds of events of which the portal hears. */
export const heardKinds: readonly CaseEventType[] = [...whole, ...progress, ...ending, 'case.slipIssued'];

interface Heard {
  kind: string;
  payload: Record<string, unknown>;
}

/** Whether a step leaves nothing more to handle: `evolve` of cases says the same. */
function isLast(kind: string, payload: Record<string, unknown>): boolean {
  if (kind === 'case.numbered' && payload['step'] === undefined) return false;
  const to = payload['to'] as { role?: string; waitsFor?: string } | undefined;
  // A wait for money begins or ends with it, which the portal shows as a status of its own.
  return !to || to.role === 'return' || to.waitsFor !== undefined;
}

/** The message that an event makes; undefined for one of which the portal does not hear. */
export function serviceOf({ kind, payload }: Heard): MessageService | undefined {
  const type = kind as CaseEventType;
  if (whole.includes(type)) return 'DongBoHoSoMC';
  if (progress.includes(type)) return 'CapNhatTienDoHoSoMC';
  if (ending.includes(type)) return isLast(kind, payload) ? 'DongBoHoSoMC' : 'CapNhatTienDoHoSoMC';
  // Only with its file does a result count as digitised.
  return kind === 'case.slipIssued' && payload['key'] === 'result' ? 'DongBoHoSoMC' : undefined;
}

interface Row extends Heard {
  stream: string;
  seq: number;
  at: Date;
}

/**
 * The messages of some events, in their order. What one step of an official did to a case in several events is told once,
 * by the last of them: all of it stands in the whole case.
 */
export function messagesOf<E extends Row>(events: readonly E[]): { event: E; service: MessageService }[] {
  const made = events.flatMap((event) => {
    const service = serviceOf(event);
    return service ? [{ event, service }] : [];
  });
  const moment = ({ stream, at }: Row): string => `${stream} ${at.getTime()}`;
  const last = new Map(made.map((one) => [moment(one.event), one.event.seq]));
  const isWhole = new Set(
    made.filter((one) => one.service === 'DongBoHoSoMC').map((one) => moment(one.event)),
  );
  return made
    .filter(({ event }) => last.get(moment(event)) === event.seq)
    .map(({ event, service }) => ({ event, service: isWhole.has(moment(event)) ? 'DongBoHoSoMC' : service }));
}
