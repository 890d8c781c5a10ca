/** What officials and applicants do to an invented case, each as one call. */
import {
  acceptCase,
  advanceCase,
  answerConsultation,
  answerSupplement,
  apologise,
  askDuty,
  askStop,
  askSupplement,
  consultUnit,
  getCase,
  numberResult,
  printSlip,
  proposeResult,
  rateCase,
  receiveCase,
  receivePayment,
  refuseCase,
  resumeCase,
  returnResult,
  sendMessage,
  signResult,
  stopCase,
  submitCase,
  withdrawCase,
} from '../../modules/cases/contract.ts';
import type { Step } from '../../modules/procedures/contract.ts';
import { holds } from '../../modules/procedures/index.ts';
import { chanceOf } from '../chance.ts';
import { official, type PostKey } from '../staff.ts';
import type { Stage } from '../stage.ts';
import { type Script, later, specialistOf, thereupon, whoActs } from './script.ts';
import * as words from './words.ts';

const secretKey = (s: Script): string => `secret ${s.id}`;
const codeKey = (s: Script): string => `code ${s.id}`;

/** The applicant's secret while it is remembered; after an interrupted loading the desk acts for him. */
const secretOf = (stage: Stage, s: Script): Promise<string | undefined> =>
  stage.recall(secretKey(s), async () => undefined);

async function codeOf(stage: Stage, s: Script): Promise<string> {
  const by = official(s.plan.reception, 'desk').email;
  const code = await stage.recall(codeKey(s), async () => (await stage.call(getCase, { id: s.id }, by)).code);
  if (!code) throw new Error(`demo: ${s.plan.key} has no code`);
  return code;
}

function filled(s: Script) {
  const { fullName, personalId, phone, address } = s.cast['applicant']!;
  const isDesk = s.plan.channel !== 'online';
  const asked = s.plan.content.components.filter(
    (one) => one.required && holds(one.when as never, s.values as never),
  );
  return {
    id: s.id,
    procedureCode: s.plan.code,
    receptionUnitId: s.plan.reception,
    placeUnitId: s.plan.place,
    applicant: { kind: 'citizen' as const, fullName, personalId, phone, address },
    values: s.values,
    components: asked.map(({ key, kind, replacedBy }) => ({
      component: key,
      form: replacedBy
        ? ('database' as const)
        : kind === 'shown'
          ? ('shown' as const)
          : isDesk
            ? ('scan' as const)
            : ('electronic' as const),
    })),
  };
}

/** Handed in online and accepted by the desk, or received there. */
export function comesIn(s: Script): void {
  const { channel, reception, account } = s.plan;
  const desk = official(reception, 'desk').email;
  const keep = (stage: Stage, made: { secret?: string | undefined; code?: string | undefined }): void => {
    if (made.secret) stage.note(secretKey(s), made.secret);
    if (made.code) stage.note(codeKey(s), made.code);
  };
  if (channel !== 'online') {
    later(s, 1, 'received', async (stage) =>
      keep(stage, await stage.call(receiveCase, { ...filled(s), channel }, desk)),
    );
    return;
  }
  later(s, 1, 'submitted', async (stage) => keep(stage, await stage.call(submitCase, filled(s), account)));
  if (s.plan.fate === 'waiting') return;
  later(s, s.c.between(12, 90), 'accepted', async (stage) =>
    keep(stage, await stage.call(acceptCase, { id: s.id }, desk)),
  );
}

/** Who files online mostly pays there; at a desk some scan the code of the gateway instead of paying the cashier. */
const paysOnline = (s: Script, receipt: string): boolean =>
  chanceOf(`pays ${s.plan.key} ${receipt}`).next() < (s.plan.channel === 'online' ? 0.9 : 0.3);

export function pays(
  s: Script,
  amount: number | undefined,
  minutes: number,
  what: { by: string; receipt: string },
): void {
  if (!amount) return;
  const isOnline = paysOnline(s, what.receipt);
  later(s, minutes, `paid ${what.receipt}`, async (stage, now) => {
    const gateway = isOnline ? 'Cổng thanh toán mô phỏng' : 'Quầy thu';
    const receiptId = `MH-${s.id.slice(-8)}-${what.receipt}`;
    await stage.call(
      receivePayment,
      { code: await codeOf(stage, s), receiptId, amount, paidAt: now.toISOString(), gateway },
      isOnline ? undefined : what.by,
    );
  });
}

export function asksSupplement(s: Script, by: PostKey, unitId: string): void {
  const { components } = s.plan.content;
  const component = components.find((one) => one.kind === 'paper' && !one.replacedBy) ?? components[0];
  const { reason, text } = s.c.pick(words.supplements);
  const points = [{ ...(component && { component: component.key }), reason, text }];
  later(s, s.c.between(20, 120), 'supplement asked', async (stage, now) => {
    await stage.call(askSupplement, { id: s.id, points }, whoActs(unitId, by, now));
  });
}

export function answersSupplement(s: Script): void {
  later(s, s.c.between(300, 1900), 'supplement answered', async (stage) => {
    const secret = await secretOf(stage, s);
    const desk = official(s.plan.reception, 'desk').email;
    const own = secret && s.plan.channel === 'online';
    await stage.call(answerSupplement, { id: s.id, ...(own && { secret }) }, own ? s.plan.account : desk);
  });
}

/** Who receives at the place of reception. */
export const deskOf = ({ plan }: Script): string => official(plan.reception, 'desk').email;

const specialist = ({ plan }: Script): string => official(plan.decision, specialistOf(plan)).email;

export function refuses(s: Script): void {
  const why = s.c.pick(words.refusals);
  later(s, s.c.between(60, 300), 'refused', async (stage) => {
    await stage.call(refuseCase, { id: s.id, ...why }, specialist(s));
  });
}

export function stops(s: Script): void {
  const reason = s.c.pick(words.stops);
  later(s, s.c.between(60, 400), 'stop asked', async (stage) => {
    await stage.call(askStop, { id: s.id, reason }, official(s.plan.reception, 'desk').email);
  });
  later(s, s.c.between(30, 200), 'stopped', async (stage) => {
    const legalBasis = 'Nghị định 118/2025/NĐ-CP';
    await stage.call(stopCase, { id: s.id, reason, legalBasis }, specialist(s));
  });
}

export function withdraws(s: Script): void {
  const reason = s.c.pick(words.stops);
  later(s, s.c.between(60, 400), 'withdrawn', async (stage) => {
    await stage.call(withdrawCase, { id: s.id, reason }, official(s.plan.reception, 'desk').email);
  });
}

/** A new appointment so many working days later than the first. */
export function apologises(s: Script, days: number): void {
  const reason = s.c.pick(words.apologies);
  const limit = { value: days, unit: 'workingDay' as const };
  later(s, 60, 'apology', async (stage) => {
    const basis = 'Nghị định 118/2025/NĐ-CP';
    await stage.call(apologise, { id: s.id, reason, limit, basis }, specialist(s));
  });
}

/** Another unit is asked, the clock goes on; answered where the story says so. */
export function consults(s: Script, isAnswered: boolean): void {
  const unitId = s.plan.content.competence.place === 'land' ? 'hue-construction' : 'hue-finance';
  later(s, s.c.between(60, 200), 'consulted', async (stage) => {
    const limit = { value: 5, unit: 'workingDay' as const };
    const question = words.questions[unitId];
    await stage.call(consultUnit, { id: s.id, unitId, question, limit }, specialist(s));
  });
  if (!isAnswered) return;
  const answer = s.c.pick(words.answers);
  later(s, s.c.between(400, 1200), 'consultation answered', async (stage) => {
    const { consultations } = await stage.call(getCase, { id: s.id }, specialist(s));
    const consultationId = String(consultations.at(-1)!['id']);
    const by = official(unitId, 'first').email;
    await stage.call(answerConsultation, { id: s.id, consultationId, answer, agrees: true }, by);
  });
}

/** A step is finished and, where the plan says who follows, handed to him by name. */
export function hands(
  s: Script,
  step: Step,
  minutes: number,
  how: { by: PostKey; unitId: string; to?: string; toUnitId?: string; takes?: PostKey },
): void {
  later(s, minutes, `${step.key} done`, async (stage, now) => {
    const { to, toUnitId, takes } = how;
    await stage.call(
      advanceCase,
      {
        id: s.id,
        step: step.key,
        ...(to && { to }),
        ...(toUnitId && { toUnitId }),
        ...(takes && { personId: official(s.plan.decision, takes).personId }),
      },
      whoActs(how.unitId, how.by, now),
    );
  });
}

export const proposes = (s: Script, minutes: number): void =>
  later(s, minutes, 'proposed', async (stage) => {
    const denied = s.plan.fate === 'denied';
    const draft = denied
      ? { outcome: 'denied' as const, text: words.denialText }
      : { outcome: 'granted' as const, text: words.draftText };
    await stage.call(proposeResult, { id: s.id, ...draft }, specialist(s));
  });

export const resumes = (
  s: Script,
  minutes: number,
  reason: 'otherAgency' | 'applicantAnswer',
  unitId: string,
): void =>
  later(s, minutes, 'resumed', async (stage, now) => {
    const key = reason === 'otherAgency' ? 'first' : specialistOf(s.plan);
    await stage.call(resumeCase, { id: s.id, reason }, whoActs(unitId, key, now));
  });

export const asksDuty = (s: Script, amount: number): void =>
  later(s, s.c.between(60, 400), 'duty asked', async (stage, now) => {
    await stage.call(
      askDuty,
      { id: s.id, amount, basis: 'Thông báo thuế (minh họa)', reference: `MH-TB-${s.id.slice(-6)}` },
      whoActs(s.plan.decision, 'desk', now),
    );
  });

export const signs = (s: Script, step: Step, minutes: number, toUnitId?: string): void =>
  later(s, minutes, 'signed', async (stage, now) => {
    const outcome = s.plan.fate === 'denied' ? ('denied' as const) : ('granted' as const);
    const by = whoActs(s.plan.decision, 'chair', now);
    await stage.call(signResult, { id: s.id, step: step.key, outcome, ...(toUnitId && { toUnitId }) }, by);
  });

export const numbers = (s: Script, minutes: number): void =>
  later(s, minutes, 'numbered', async (stage, now) => {
    await stage.call(numberResult, { id: s.id }, whoActs(s.plan.decision, 'clerk', now));
  });

/** Of most results the file is issued at once; the others go out on paper only. */
export function issuesFile(s: Script): void {
  if (chanceOf(`file ${s.plan.key}`).next() > 0.86) return;
  thereupon(s, 30, 'file issued', async (stage) => {
    await stage.call(printSlip, { id: s.id, key: 'result' }, official(s.plan.decision, 'clerk').email);
  });
}

export function returns(s: Script): void {
  later(s, s.c.between(20, 500), 'returned', async (stage, now) => {
    const taker = s.cast['applicant']!.fullName;
    await stage.call(returnResult, { id: s.id, taker }, whoActs(s.plan.reception, 'desk', now));
  });
  if (s.c.next() > 0.35) return;
  const text = s.c.pick(words.ratings);
  const stars = s.plan.fate === 'late' ? s.c.between(2, 4) : s.c.between(4, 5);
  later(s, s.c.between(30, 400), 'rated', async (stage) => {
    const secret = await secretOf(stage, s);
    if (secret) await stage.call(rateCase, { id: s.id, secret, stars, ...(text && { text }) });
  });
}

export function asks(s: Script): void {
  const text = s.c.pick(words.messages);
  later(s, s.c.between(60, 200), 'message', async (stage) => {
    const secret = await secretOf(stage, s);
    if (secret) await stage.call(sendMessage, { id: s.id, secret, text }, s.plan.account);
  });
}
