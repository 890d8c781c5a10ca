import { type Facts, say } from './command.ts';
import type { CaseEvent } from './events.ts';
import type { CaseState, Instant } from './model.ts';
import { withDue } from './time.ts';

/** When something happens to a case by itself: a warning, a closing, a silence that speaks. */
export function wakeAt(state: CaseState): Instant | undefined {
  const last = state.supplements.at(-1);
  if (state.handling === 'supplementAsked' && last) return last.warned ? last.closesAt : last.warnAt;
  if (state.ended) return undefined;
  const silences = state.consultations.filter((c) => c.silenceConsents && !c.answeredAt).map((c) => c.dueAt);
  const waits = state.pauses.some((p) => !p.to && p.reason === 'applicantAnswer');
  if (waits && state.step?.silentAt) silences.push(state.step.silentAt);
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

/** What the passing of time itself does to a case at `now` (R17, silence rules); nothing where no time has run out. */
export function timePassed(state: CaseState, f: Facts): CaseEvent[] {
  if (state.handling === 'supplementAsked') return supplementRanOut(state, f);
  if (state.ended) return [];
  const events: CaseEvent[] = state.consultations
    .filter((c) => c.silenceConsents && !c.answeredAt && f.now >= c.dueAt)
    .map((c) =>
      say(f)('case.consultationAnswered', { id: c.id, answer: '', agrees: true, silence: true, late: false }),
    );
  const waits = state.pauses.some((p) => !p.to && p.reason === 'applicantAnswer');
  if (waits && state.step?.silentAt && f.now >= state.step.silentAt)
    events.push(say(f)('case.resumed', { reason: 'applicantAnswer', silence: true }));
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
