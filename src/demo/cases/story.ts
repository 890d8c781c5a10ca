/** How one invented case goes from its reception to where its fate takes it. */
import { dayOf } from '../../kit/day.ts';
import type { ChannelRow, Step } from '../../modules/procedures/contract.ts';
import { holds } from '../../modules/procedures/index.ts';
import { chanceOf } from '../chance.ts';
import { communes } from '../staff.ts';
import type { Happening } from '../stage.ts';
import { citizen, fillForm, inventCast } from './fill.ts';
import { type CasePlan, caseId, minutesFor, type Script, specialistOf } from './script.ts';
import * as turns from './turns.ts';

/** Answers that keep a story short, unless it is about them. */
const usual: Readonly<Record<string, unknown>> = {
  hasProof: true,
  livedElsewhere: false,
  isAgain: false,
  asksNoPaper: false,
  isRemote: false,
  isInTime: true,
  relation: 'father',
  fatherKnown: true,
  files: 'self',
  status: 'single',
  ownStatus: 'single',
  partnerStatus: 'single',
  work: 'house',
};

/** A case before anything has happened: who is in it, and what he fills in. */
export function openScript(plan: CasePlan, fees: Fees): Script & { fee: number | undefined } {
  const day = dayOf(plan.from);
  const c = chanceOf(`case ${plan.key}`);
  const cast = inventCast(c, day);
  if (plan.account) Object.assign(cast, { applicant: citizen, mother: citizen });
  const said = plan.key.endsWith('elsewhere') ? { ...usual, livedElsewhere: true } : usual;
  if (plan.code === '1.001193' || plan.code === '2.000986')
    cast['applicant'] = c.next() < 0.5 && !plan.account ? cast['father']! : cast['mother']!;
  const relation = cast['applicant'] === cast['mother'] ? { relation: 'mother' } : {};
  const values = plan.content.form
    ? fillForm(plan.content.form, c, { on: day, placeId: plan.place, cast, said: { ...said, ...relation } })
    : {};
  const fee = fees(plan.code, plan.channel === 'helper' ? 'desk' : plan.channel);
  return { plan, id: caseId(plan), day, c, cast, values, now: plan.from, happenings: [], fee };
}

/** The fee of a channel in đồng, as the city has decided it. */
export type Fees = (code: string, channel: ChannelRow['channel']) => number | undefined;

/** The share of its time a step takes. */
function share(s: Script, step: Step): number {
  if (s.plan.fate === 'late' && step.role === 'appraise') return s.c.between(150, 320) / 100;
  return s.c.between(15, 50) / 100;
}

const stopsBefore: Partial<Record<CasePlan['fate'], Step['role']>> = {
  atAppraise: 'appraise',
  consultedOpen: 'appraise',
  supplementOpen: 'appraise',
  atSign: 'sign',
  atIssue: 'issue',
};

/** What happens while a specialist has the case, beside his own work; true where the story ends with it. */
function whileAppraised(s: Script): boolean {
  const { fate, decision } = s.plan;
  if (fate === 'refused') turns.refuses(s);
  if (fate === 'stopped') turns.stops(s);
  if (fate === 'withdrawn') turns.withdraws(s);
  if (fate === 'supplementOpen' || fate === 'supplemented')
    turns.asksSupplement(s, specialistOf(s.plan), decision);
  if (fate === 'supplemented') turns.answersSupplement(s);
  if (fate === 'apologised') turns.apologises(s, 3);
  if (fate === 'consulted' || fate === 'consultedOpen') turns.consults(s, fate === 'consulted');
  return ['refused', 'stopped', 'withdrawn'].includes(fate);
}

const otherCommune = (s: Script): string =>
  s.c.pick(communes.filter((unit) => unit.id !== s.plan.decision)).id;

/** The unit that works along at the coordinator's step: the land department for maps, else a commune. */
function coordinator(s: Script, step: Step): string {
  if (step.key === 'extract') return 'hue-agriculture';
  return step.waitsFor === 'otherAgency' ? otherCommune(s) : s.plan.decision;
}

/** A financial duty: asked for, paid in time, not at all, or with a wrong sum. */
function duty(s: Script): boolean {
  const amount = s.c.between(12, 90) * 100_000;
  const by = turns.deskOf(s);
  turns.asksDuty(s, amount);
  if (s.plan.fate === 'dutyUnpaid') return false;
  const isWrong = s.plan.fate === 'dutyWrong';
  turns.pays(s, isWrong ? amount - 100_000 : amount, s.c.between(300, 1600), { by, receipt: 'B' });
  return !isWrong;
}

interface At {
  step: Step;
  unitId: string;
}

/** Does a step and says where the case goes; nothing where the story ends here. */
function takeStep(s: Script, { step, unitId }: At, steps: readonly Step[]): At | undefined {
  const minutes = minutesFor(step) * share(s, step);
  const open = step.next.filter(
    (way) => way.when === undefined || holds(way.when as never, s.values as never),
  );
  const next = steps.find((one) => one.key === open[0]?.to);
  const follow = (target: string): At | undefined => next && { step: next, unitId: target };
  const to = step.next.length > 1 && next ? { to: next.key } : {};
  if (step.role === 'return') {
    if (s.plan.fate !== 'ready') turns.returns(s);
    return undefined;
  }
  const target = next?.at === 'coordinator' ? coordinator(s, next) : undefined;
  if (step.role === 'sign') turns.signs(s, step, minutes, target);
  else if (step.role === 'issue') {
    turns.numbers(s, minutes);
    turns.issuesFile(s);
  } else {
    if (step.waitsFor === 'financialDuty' && !duty(s)) return undefined;
    if (step.waitsFor === 'otherAgency' || step.waitsFor === 'applicantAnswer')
      turns.resumes(s, s.c.between(120, 460), step.waitsFor, unitId);
    const takes = step.role === 'assign' ? { takes: specialistOf(s.plan) } : {};
    const isTaken = step.role === 'assign' && next?.role === 'appraise' && !target;
    const by = posts[step.role] ?? specialistOf(s.plan);
    const poster = step.at === 'coordinator' ? 'first' : by;
    turns.hands(s, step, minutes, {
      by: poster,
      unitId,
      ...to,
      ...(target && { toUnitId: target }),
      ...(isTaken && takes),
    });
  }
  return follow(target ?? s.plan.decision);
}

const posts: Partial<Record<Step['role'], 'deputy' | 'desk'>> = {
  assign: 'deputy',
  check: 'deputy',
  collect: 'desk',
};

/** Walks the plan of the procedure from the step after reception. */
function walk(s: Script): void {
  const { steps } = s.plan.content;
  const [first] = steps;
  const second = steps.find((one) => one.key === first?.next[0]?.to);
  let at: At | undefined = second && { step: second, unitId: s.plan.decision };
  let isAppraised = false;
  while (at) {
    const { step } = at;
    const hasBegun = step.role === 'appraise' && !isAppraised;
    if (hasBegun) {
      isAppraised = true;
      if (whileAppraised(s)) return;
    }
    if (stopsBefore[s.plan.fate] === step.role) return;
    if (hasBegun && s.plan.fate === 'denied') turns.proposes(s, 30);
    at = takeStep(s, at, steps);
  }
}

/** All that happens to one case, in order. */
export function tellCase(plan: CasePlan, fees: Fees): Happening[] {
  const s = openScript(plan, fees);
  turns.comesIn(s);
  if (plan.fate === 'waiting') return s.happenings;
  turns.pays(s, s.fee, 2, { by: turns.deskOf(s), receipt: 'A' });
  if (plan.channel === 'online' && s.c.next() < 0.15) turns.asks(s);
  walk(s);
  return s.happenings;
}
