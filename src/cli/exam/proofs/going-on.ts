import { Problem } from '../../../kit/problems.ts';
import {
  acceptCase,
  advanceCase,
  answerSupplement,
  getCase,
  receivePayment,
  returnResult,
} from '../../../modules/cases/contract.ts';
import type { CaseStand } from '../../../modules/cases/index.ts';
import type { StepRole } from '../../../modules/mandates/contract.ts';
import { holdersOf, loadMandates, type MandateBook } from '../../../modules/mandates/index.ts';
import { holdersOf as heirsOf, type Snapshot } from '../../../modules/organisations/index.ts';
import { readSnapshot } from '../country.ts';
import { morning, REFORM } from '../days.ts';
import { type Evidence, nameOf, type Proof, proofOf, sampleOf } from '../proof.ts';
import { type Perform, performIn } from '../run.ts';

const each = 20;

type Step = (perform: Perform, one: CaseStand, by: { now: Date; personId: string }) => Promise<unknown>;

/** The next thing that happens to a case of each state, and whose hands it is in. */
const steps: Readonly<
  Record<string, { role: StepRole | 'ofStep'; at: 'atUnitId' | 'receptionUnitId'; take: Step }>
> = {
  submitted: {
    role: 'receive',
    at: 'receptionUnitId',
    take: (perform, { id }, by) => perform(acceptCase, { id }, by),
  },
  received: { role: 'ofStep', at: 'atUnitId', take: (perform, one, by) => advance(perform, one, by) },
  handling: { role: 'ofStep', at: 'atUnitId', take: (perform, one, by) => advance(perform, one, by) },
  supplementAsked: {
    role: 'receive',
    at: 'receptionUnitId',
    take: (perform, { id }, by) => perform(answerSupplement, { id }, by),
  },
  awaitingDuty: {
    role: 'receive',
    at: 'receptionUnitId',
    take: (perform, { code, id }, by) =>
      perform(
        receivePayment,
        {
          code: code!,
          receiptId: `BL-${id}`,
          amount: 500_000,
          paidAt: morning.toISOString(),
          gateway: 'quầy',
        },
        by,
      ),
  },
  finished: {
    role: 'return',
    at: 'atUnitId',
    take: (perform, { id }, by) => perform(returnResult, { id, taker: 'Người nộp' }, by),
  },
};

async function advance(
  perform: Perform,
  { id }: CaseStand,
  by: { now: Date; personId: string },
): Promise<unknown> {
  const { step, next } = await perform(getCase, { id }, by);
  const [first] = next;
  return perform(
    advanceCase,
    { id, step: step!.key, ...(first && next.length > 1 && { to: first.key }) },
    by,
  );
}

async function goOn(
  { exam: { app } }: Evidence,
  world: { book: MandateBook; snapshot: Snapshot },
  one: CaseStand,
): Promise<string | undefined> {
  const step = steps[one.handling]!;
  const role = step.role === 'ofStep' ? (one.stepRole as StepRole) : step.role;
  const ask = { unitId: one[step.at], procedureCode: one.procedureCode, field: one.field, role };
  const [holder] = holdersOf(world.book, world.snapshot, ask, REFORM);
  if (!holder) return 'nobody';
  try {
    const by = { now: morning, personId: holder.personId };
    await app.db.write((tx) => step.take(performIn(app, tx), one, by));
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return `${error.kind.code} ${error.detail?.en ?? ''}`;
    throw error;
  }
}

/** Of every running state some cases take their next step, by the hand of an official of the successor. */
export async function proveGoingOn(evidence: Evidence): Promise<Proof> {
  const { exam, after } = evidence;
  const world = { book: await exam.app.db.read(loadMandates), snapshot: await readSnapshot(exam) };
  const isWhole = (id: string | null) => id === null || 'holder' in heirsOf(world.snapshot, id, REFORM);
  const counts: Record<string, number> = {};
  const wrong: string[] = [];
  for (const handling of Object.keys(steps)) {
    const there = [...after.cases.values()].filter(
      (one) =>
        one.handling === handling &&
        [one.atUnitId, one.receptionUnitId, one.decisionUnitId, one.placeUnitId].every(isWhole),
    );
    const sample = sampleOf(there, each);
    counts[handling] = sample.length;
    for (const one of sample) {
      const fault = await goOn(evidence, world, one);
      if (fault)
        wrong.push(`${handling} ${one.code ?? one.id} – ${nameOf(world.snapshot, one.atUnitId)}: ${fault}`);
    }
  }
  return proofOf(
    'goingOn',
    {
      vi: 'Hồ sơ đi tiếp bước sau trong tay cán bộ của đơn vị kế thừa',
      en: 'Cases take their next step in the hands of officials of the successor',
    },
    counts,
    { wrong },
  );
}
