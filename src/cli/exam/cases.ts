import type { ReplyOf } from '../../kit/contract.ts';
import {
  advanceCase,
  askDuty,
  askSupplement,
  numberResult,
  receiveCase,
  refuseCase,
  returnResult,
  signResult,
  stopCase,
  submitCase,
  withdrawCase,
} from '../../modules/cases/contract.ts';
import { sampleName } from '../../modules/mandates/samples.ts';
import { type CasePlan, casePlans, closingAt } from './case-plans.ts';
import type { Former } from './country.ts';
import type { Staff } from './people.ts';
import { type By, type Exam, inBatches, type Perform } from './run.ts';

/** A case that was made, with the secret its applicant follows it by. */
export interface MadeCase {
  id: string;
  code?: string | undefined;
  secret?: string | undefined;
}

interface Work {
  perform: Perform;
  plan: CasePlan;
  staff: Staff;
}
type Standing = ReplyOf<typeof receiveCase>;
type Act = (work: Work, made: Standing) => Promise<unknown>;

const applicantOf = (n: number) => ({
  kind: 'citizen' as const,
  fullName: sampleName(n),
  personalId: String(1_000_000_000 + n).padStart(12, '0'),
});

/** What the form of the copy from a register asks online. */
const valuesOf = (n: number) => ({
  fullName: sampleName(n),
  personalId: applicantOf(n).personalId,
  phone: '0912345678',
  asks: 'self',
  paperName: 'Giấy khai sinh',
  copies: 1,
});

/** Some minutes after the case came, acting as the official of the unit where it lies. */
function byOfficial({ plan, staff }: Work, unitId: string, minutes: number, which: 'desk' | 'official'): By {
  const personId = staff.get(unitId)?.[which]?.personId;
  if (!personId) throw new Error(`nobody is ${which} in ${unitId}`);
  return { now: new Date(plan.at.getTime() + minutes * 60_000), personId };
}

const words = { reason: 'Hồ sơ kiểm tra kế thừa', legalBasis: 'Nghị định 118/2025/NĐ-CP' };
const points = [{ reason: 'missing' as const, text: 'Thiếu giấy tờ kèm theo' }];

const advance: Act = (work, { id, step, atUnitId }) =>
  work.perform(advanceCase, { id, step: step!.key }, byOfficial(work, atUnitId, 20, 'official'));

const finish: Act = async (work, made) => {
  const { id, atUnitId } = made;
  const by = (minutes: number) => byOfficial(work, atUnitId, minutes, 'official');
  await work.perform(advanceCase, { id, step: made.step!.key }, by(20));
  await work.perform(signResult, { id, step: 'sign', outcome: 'granted' }, by(40));
  await work.perform(numberResult, { id }, by(60));
};

const askMore: Act = (work, { id, atUnitId }) =>
  work.perform(askSupplement, { id, points }, byOfficial(work, atUnitId, 20, 'official'));

/** What is done to a received case until it stands where it should. */
const acts: Readonly<Partial<Record<CasePlan['way'], Act>>> = {
  handling: advance,
  supplementAsked: askMore,
  closedNoSupplement: askMore,
  awaitingDuty: (work, { id, atUnitId }) =>
    work.perform(
      askDuty,
      { id, amount: 500_000, basis: words.legalBasis },
      byOfficial(work, atUnitId, 20, 'official'),
    ),
  finished: finish,
  returned: async (work, made) => {
    await finish(work, made);
    const { id } = made;
    await work.perform(
      returnResult,
      { id, taker: 'Người nộp' },
      byOfficial(work, work.plan.unitId, 80, 'desk'),
    );
  },
  refused: (work, { id, atUnitId }) =>
    work.perform(refuseCase, { id, ...words }, byOfficial(work, atUnitId, 20, 'official')),
  stopped: (work, { id, atUnitId }) =>
    work.perform(stopCase, { id, ...words }, byOfficial(work, atUnitId, 20, 'official')),
  withdrawn: (work, { id }) =>
    work.perform(withdrawCase, { id, reason: words.reason }, byOfficial(work, work.plan.unitId, 20, 'desk')),
};

async function makeCase(work: Work): Promise<MadeCase> {
  const { perform, plan } = work;
  const { n, unitId, procedureCode, way, at } = plan;
  const applicant = applicantOf(n);
  if (way === 'submitted') {
    const input = { procedureCode, placeUnitId: unitId, applicant, values: valuesOf(n) };
    const { id, secret } = await perform(submitCase, input, { now: at, anybody: true });
    return { id, secret };
  }
  const input = { procedureCode, receptionUnitId: unitId, applicant };
  const made = await perform(receiveCase, input, byOfficial(work, unitId, 0, 'desk'));
  await acts[way]?.(work, made);
  return { id: made.id, code: made.code, secret: made.secret };
}

const lanes = { size: 40, lanes: 2, keyOf: (plan: CasePlan) => plan.unitId };

/** Lets time do what it does to cases: closes those for which no supplement came. */
async function letTimePass({ app, clock }: Exam): Promise<void> {
  clock.set(closingAt);
  const wake = app.modules.flatMap((m) => m.schedules ?? []).find((one) => one.name === 'cases.wake');
  await wake?.run(app);
}

/** Makes the cases through the endpoints, in the order in which the officials of the former communes did it. */
export async function makeCases(
  exam: Exam,
  former: Former,
  staff: Staff,
  count: number,
): Promise<MadeCase[]> {
  const plans = casePlans(former, count);
  const isClosed = (plan: CasePlan) => plan.way === 'closedNoSupplement';
  const work = (perform: Perform, plan: CasePlan) => makeCase({ perform, plan, staff });
  const first = await inBatches(exam, plans.filter(isClosed), lanes, work);
  await letTimePass(exam);
  return [
    ...first,
    ...(await inBatches(
      exam,
      plans.filter((plan) => !isClosed(plan)),
      lanes,
      work,
    )),
  ];
}
