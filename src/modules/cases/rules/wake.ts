import { type Facts, say } from './command.ts';
import type { CaseEvent } from './events.ts';
import type { CaseState, Instant, StepTarget } from './model.ts';
import { handOver, withDue } from './time.ts';

const waitsForApplicant = (state: CaseState): boolean =>
  state.pauses.some((p) => !p.to && p.reason === 'applicantAnswer');

/** The hour at which silence speaks at the step where the case stands: a draft with the applicant, or a unit consulted. */
export function silenceAt(state: CaseState): Instant | undefined {
  if (waitsForApplicant(state))
    return state.draft && !state.draft.answeredAt ? state.draft.silentAt : state.step?.silentAt;
  return state.step?.role === 'consult' ? state.step.silentAt : undefined;
}

/** When something happens to a case by itself: a warning, a closing, a silence that speaks. */
export function wakeAt(state: CaseState): Instant | undefined {
  const last = state.supplements.at(-1);
  if (state.handling === 'supplementAsked' && last) return last.warned ? last.closesAt : last.warnAt;
  if (state.ended) return undefined;
  const silences = state.consultations.filter((c) => c.silenceConsents && !c.answeredAt).map((c) => c.dueAt);
  const silent = silenceAt(state);
  if (silent) silences.push(silent);
  return silences.toSorted()[0];
}

function supplementRanOut(state: CaseState, f: Facts): CaseEvent[] {
  const last = state.supplements.at(-1)!;
  if (f.now >= last.closesAt)
    return [say(f)('case.closedNoSupplement', { legalBasis: 'Nghị định 297/2025/NĐ-CP: 15 ngày làm việc' })];
  return f.now >= last.warnAt && !last.warned
    ? [say(f)('case.closeWarned', { closesAt: last.closesAt })]
    : [];
}

/** Silence at the step: the applicant agrees to the draft, the unit consulted agrees and the case goes on to `next`. */
function silenceSpeaks(state: CaseState, f: Facts, next: StepTarget | undefined): CaseEvent[] {
  const { step } = state;
  if (waitsForApplicant(state)) return [say(f)('case.resumed', { reason: 'applicantAnswer', silence: true })];
  const over = say(f)('case.resumed', { reason: 'otherAgency', silence: true });
  if (!step || !next) return [over];
  const remarks = 'Im lặng được coi là đồng ý';
  const slip = handOver(state, f.now, f.time, { takerUnitId: next.unitId, remarks });
  return [over, say(f)('case.stepDone', { step: step.key, to: next, handOver: slip, silence: true })];
}

/**
 * What the passing of time itself does to a case at `now` (R17, silence rules); nothing where no time has run out. `next`
 * is the step after a consultation, where the plan leaves no choice.
 */
export function timePassed(state: CaseState, f: Facts, next?: StepTarget): CaseEvent[] {
  if (state.handling === 'supplementAsked') return supplementRanOut(state, f);
  if (state.ended) return [];
  const events: CaseEvent[] = state.consultations
    .filter((c) => c.silenceConsents && !c.answeredAt && f.now >= c.dueAt)
    .map((c) =>
      say(f)('case.consultationAnswered', { id: c.id, answer: '', agrees: true, silence: true, late: false }),
    );
  const silent = silenceAt(state);
  if (silent && f.now >= silent) events.push(...silenceSpeaks(state, f, next));
  if (events.length === 0) return [];
  return withDue(state, events, {
    ...f,
    reason: {
      cause: 'resume',
      reasonVi: 'Im lặng được coi là đồng ý',
      reasonEn: 'Silence means consent',
      basis: 'Quy trình của thủ tục',
    },
  });
}
