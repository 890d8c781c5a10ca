import { dayOf, diffDays } from '../../../kit/day.ts';
import { type Command, type CommandOf, type Decided, type Facts, say } from './command.ts';
import { decideDecision } from './decideDecision.ts';
import { decideMoney } from './decideMoney.ts';
import type { CaseEvent } from './events.ts';
import type { CaseState, StepTarget } from './model.ts';
import { endsSupplement } from './promises.ts';
import { type CaseStep, isStepOpen } from './steps.ts';
import { dueAtReception, type DueReason, handOver, withDue } from './time.ts';

const AUTO_CLOSE_DAYS = 15;
/** Working days before the close at which the applicant is warned. */
const WARN_DAYS = 12;

const because = (
  cause: DueReason['cause'],
  reasonVi: string,
  reasonEn: string,
  basis: string,
): DueReason => ({ cause, reasonVi, reasonEn, basis });

function accept(state: CaseState, c: CommandOf<'accept'>, f: Facts): Decided {
  const receivedAt = c.receivedAt ?? f.now;
  const due = dueAtReception(
    { channel: state.channel, pauses: [], additions: [...c.reception.additions] },
    receivedAt,
    f.time,
  );
  return { events: [say(f)('case.received', { ...c.reception, receivedAt, due })] };
}

/** Source: procedures.md section 3, form 02: once, all points in one slip; 8 working hours online, 1 working day else. */
function askSupplement(state: CaseState, c: CommandOf<'askSupplement'>, f: Facts): Decided {
  if (state.supplements.length > 0 && !c.decisionNumber) return { refused: 'secondSupplement' };
  const now = new Date(f.now);
  const from = new Date(state.submittedAt ?? f.now);
  const within = f.time.minutes(from, now) <= 8 * 60;
  const event = say(f)('case.supplementAsked', {
    points: c.points,
    warnAt: f.time.add(now, { value: WARN_DAYS, unit: 'workingDay' }).toISOString(),
    closesAt: f.time.add(now, { value: AUTO_CLOSE_DAYS, unit: 'workingDay' }).toISOString(),
    withinLimit: within,
    ...(c.decisionNumber && { decisionNumber: c.decisionNumber }),
  });
  const reason = because('pause', 'Chờ bổ sung hồ sơ', 'Waits for a supplement', 'Nghị định 118/2025/NĐ-CP');
  return { events: withDue(state, [event], { ...f, reason }) };
}

const supplementIn = because(
  'resume',
  'Đã nhận hồ sơ bổ sung',
  'The supplement has arrived',
  'Nghị định 118/2025/NĐ-CP',
);

function answerSupplement(state: CaseState, c: CommandOf<'answerSupplement'>, f: Facts): Decided {
  const { content, fields, promised, awaits = [] } = c;
  if (awaits.length > 0)
    return {
      events: [say(f)('case.papersPromised', { content, fields, promised: promised ?? awaits, awaits })],
    };
  const event = say(f)('case.supplementReceived', { content, fields, ...(promised && { promised }) });
  return { events: withDue(state, [event], { ...f, reason: supplementIn }) };
}

/** The desk has a paper that was promised; with the last one for which a supplement waited, the wait is over. */
function receivePaper(state: CaseState, { paper }: CommandOf<'receivePaper'>, f: Facts): Decided {
  if (!state.promised?.includes(paper.component)) return { refused: 'notPromised' };
  const promised = state.promised.filter((key) => key !== paper.component);
  const came = say(f)('case.paperReceived', { ...paper, promised });
  if (!endsSupplement(state, paper.component)) return { events: [came] };
  const over = say(f)('case.supplementReceived', { content: paper.content, fields: [], byPaper: true });
  return { events: withDue(state, [came, over], { ...f, reason: supplementIn }) };
}

/** An agency that was waited for by the plan ends the wait when it finishes its step. */
const waitsForAgency = (state: CaseState): boolean =>
  state.step?.waitsFor === 'otherAgency' && state.pauses.some((p) => !p.to && p.reason === 'otherAgency');

function advance(state: CaseState, c: CommandOf<'advance'>, f: Facts): Decided {
  if (state.step?.key !== c.step) return { refused: 'stepPassed' };
  const slip = handOver(state, f.now, f.time, {
    giver: f.by.person,
    taker: c.takerId,
    takerUnitId: c.to?.unitId,
    remarks: c.remarks,
  });
  const event = say(f)('case.stepDone', {
    step: c.step,
    ...(c.to && { to: c.to }),
    ...(c.takerId && { takerId: c.takerId }),
    handOver: slip,
  });
  const wasWaiting = waitsForAgency(state);
  if (!c.to?.waitsFor && !wasWaiting) return { events: [event] };
  const reason = c.to?.waitsFor
    ? because('pause', 'Chờ theo quy trình', 'Waits as the plan says', c.to.key)
    : because('resume', 'Cơ quan phối hợp đã làm xong', 'The agency that works along is done', c.step);
  const over = wasWaiting ? [say(f)('case.resumed', { reason: 'otherAgency' })] : [];
  return { events: withDue(state, [...over, event], { ...f, reason }) };
}

function consult(state: CaseState, c: CommandOf<'consult'>, f: Facts): Decided {
  if (c.unitId === state.atUnitId) return { refused: 'sameUnit' };
  const { id, unitId, question, pauses, silenceConsents, basis } = c;
  const dueAt = f.time.add(new Date(f.now), c.limit).toISOString();
  const event = say(f)('case.consulted', {
    id,
    unitId,
    question,
    dueAt,
    pauses,
    silenceConsents,
    ...(basis && { basis }),
  });
  const reason = because('pause', 'Chờ ý kiến cơ quan khác', 'Waits for another agency', basis ?? '');
  return { events: withDue(state, [event], { ...f, reason }) };
}

function answer(state: CaseState, c: CommandOf<'answerConsultation'>, f: Facts): Decided {
  const asked = state.consultations.find((one) => one.id === c.id && !one.answeredAt);
  if (!asked) return { refused: 'notConsulted' };
  const event = say(f)('case.consultationAnswered', {
    id: c.id,
    answer: c.answer,
    ...(c.agrees !== undefined && { agrees: c.agrees }),
    late: f.now > asked.dueAt,
  });
  const reason = because('resume', 'Cơ quan được hỏi đã trả lời', 'The agency asked has answered', c.id);
  return { events: withDue(state, [event], { ...f, reason }) };
}

function resume(state: CaseState, c: CommandOf<'resume'>, f: Facts): Decided {
  const { reason: over, agrees } = c;
  const event = say(f)('case.resumed', { reason: over, ...(agrees !== undefined && { agrees }) });
  const reason = because('resume', 'Hết tạm dừng', 'The wait is over', c.reason);
  return { events: withDue(state, [event], { ...f, reason }) };
}

/** Source: procedures.md section 3, form 04: at least one day before the due date, at most once (R16). */
function apologise(state: CaseState, c: CommandOf<'apologise'>, f: Facts): Decided {
  if (!state.due.at) return { refused: 'noDue' };
  if (state.apologies.length > 0 && !c.decisionNumber) return { refused: 'secondApology' };
  if (diffDays(dayOf(f.now), dayOf(state.due.at)) < 1) return { refused: 'apologyTooLate' };
  const addition = { limit: c.limit, reasonVi: c.reason, reasonEn: c.reason, basis: c.basis };
  const event = say(f)('case.apologised', {
    reason: c.reason,
    addition,
    ...(c.decisionNumber && { decisionNumber: c.decisionNumber }),
  });
  const reason = because('apology', `Xin lỗi và hẹn lại: ${c.reason}`, `Apology: ${c.reason}`, c.basis);
  return { events: withDue(state, [event], { ...f, reason }) };
}

/** Only who took the step takes it back, and only while no slip is out. */
function undo(state: CaseState, c: CommandOf<'undo'>, f: Facts): Decided {
  if (state.undo?.by && state.undo.by !== f.by.person) return { refused: 'undoOthers' };
  const event = say(f)('case.undone', { what: state.undo!.what, ...(c.reason && { reason: c.reason }) });
  const reason = because('correction', 'Thu hồi bước vừa làm', 'A step was taken back', '');
  return { events: withDue(state, [event], { ...f, reason }) };
}

/** A transfer changes who decides; the clock, its calendar and the step's time stay as they are. */
function transfer(state: CaseState, c: CommandOf<'transfer'>, f: Facts): Decided {
  if (c.toUnitId === state.places.decision) return { refused: 'sameUnit' };
  const { toUnitId, reason, legalBasis } = c;
  const { since: _since, ...step } = state.step ?? {};
  const at = state.step ? { step: { ...step, unitId: toUnitId } as StepTarget } : {};
  return { events: [say(f)('case.transferred', { toUnitId, reason, legalBasis, ...at })] };
}

/** Steps that only say what they are told. */
function plain(c: Command, f: Facts): Decided {
  const { do: what, ...rest } = c;
  const types: Partial<Record<CaseStep, CaseEvent['type']>> = {
    refuse: 'case.refused',
    assign: 'case.assigned',
    claim: 'case.claimed',
    release: 'case.released',
    askStop: 'case.stopAsked',
    stop: 'case.stopped',
    withdraw: 'case.withdrawn',
    rate: 'case.rated',
    note: 'case.noted',
    message: 'case.message',
    correct: 'case.corrected',
    return: 'case.returned',
    replace: 'case.resultReplaced',
  };
  const type = types[what];
  return type ? { events: [say(f)(type, rest as never)] } : { refused: 'stepNotOpen' };
}

/** What a command makes of a case: events, or why not. Rights and mandates have been proved before. */
export function decide(state: CaseState, c: Command, f: Facts): Decided {
  if (!isStepOpen(state, c.do)) return { refused: 'stepNotOpen' };
  if (c.do === 'accept') return accept(state, c, f);
  if (c.do === 'askSupplement') return askSupplement(state, c, f);
  if (c.do === 'answerSupplement') return answerSupplement(state, c, f);
  if (c.do === 'receivePaper') return receivePaper(state, c, f);
  if (c.do === 'advance') return advance(state, c, f);
  if (c.do === 'consult') return consult(state, c, f);
  if (c.do === 'answerConsultation') return answer(state, c, f);
  if (c.do === 'resume') return resume(state, c, f);
  if (c.do === 'apologise') return apologise(state, c, f);
  if (c.do === 'undo') return undo(state, c, f);
  if (c.do === 'transfer') return transfer(state, c, f);
  if (c.do === 'pay' || c.do === 'askDuty' || c.do === 'refund') return decideMoney(state, c, f);
  if (c.do === 'propose' || c.do === 'approve' || c.do === 'sign' || c.do === 'number')
    return decideDecision(state, c, f);
  if (c.do === 'revoke') {
    const { do: _, ...said } = c;
    return { events: [say(f)('case.resultRevoked', { ...said, cause: 'decision' })] };
  }
  return plain(c, f);
}
