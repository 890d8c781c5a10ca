import type { Config } from '../../config.ts';
import { fixedClock } from '../../kit/clock.ts';
import { openScratch } from '../../kit/scratch.ts';
import { authenticate, modules } from '../../modules.ts';
import { verifyCommand } from '../verify.ts';
import { makeCases } from './cases.ts';
import { type Census, takeCensus } from './census.ts';
import { type Files, stateFormerCountry } from './country.ts';
import { beganAt, eve, morning } from './days.ts';
import { staffFormerCountry } from './people.ts';
import { publishProcedures } from './procedures.ts';
import { type Evidence, nameOf, type Proof, proofOf } from './proof.ts';
import { proveAccess, watchDistricts } from './proofs/access.ts';
import { proveCompetence } from './proofs/competence.ts';
import { proveDues } from './proofs/dues.ts';
import { proveEvents } from './proofs/events.ts';
import { type PastFigures, proveFigures, readFigures } from './proofs/figures.ts';
import { proveGoingOn } from './proofs/going-on.ts';
import { proveLinks } from './proofs/links.ts';
import { proveSplits } from './proofs/splits.ts';
import { proveTotals } from './proofs/totals.ts';
import { applyReform, movePeople } from './reform.ts';
import { type Exam, timed } from './run.ts';
import { makeTasks } from './tasks.ts';

export interface Asked {
  files: Files;
  cases: number;
  tasks: number;
}
export interface Result {
  ok: boolean;
  asked: { cases: number; tasks: number };
  units: Record<string, number>;
  seconds: Record<string, number>;
  peakMegabytes: number;
  proofs: Proof[];
}

/** People of former units: appointed in successors by the exam's rule, or the units in which nobody serves by name. */
function provePeople({ moved, after }: Evidence): Proof {
  return proofOf(
    'people',
    {
      vi: 'Cán bộ của đơn vị cũ được bổ nhiệm tại đơn vị kế thừa; không xã, tỉnh nào thiếu người',
      en: 'Officials of former units are appointed in successors; no commune or province is without people',
    },
    { appointed: moved.moved.length, stayed: moved.stayed, fromSplitUnits: moved.fromSplits.length },
    { wrong: moved.withoutPeople.map((id) => nameOf(after.snapshot, id)) },
  );
}

async function proveVerified({ app }: Exam): Promise<Proof> {
  const { value } = await verifyCommand.run(app, [], {});
  const { chains, replays, faults } = value as {
    chains: { events: number };
    replays: { checked: number }[];
    faults: string[];
  };
  const compared = replays.reduce((sum, one) => sum + one.checked, 0);
  return proofOf(
    'verify',
    { vi: 'lienthong verify: dựng lại từ sự kiện, không sai khác', en: 'lienthong verify: no difference' },
    { events: chains.events, compared },
    { wrong: faults },
  );
}

type Timer = <T>(key: string, work: () => Promise<T>) => Promise<T>;

const clockedBy =
  (exam: Exam, seconds: Record<string, number>): Timer =>
  async (key, work) => {
    const from = performance.now();
    const made = await timed(exam, key, work);
    seconds[key] = Math.round((performance.now() - from) / 100) / 10;
    return made;
  };

/** Makes the former country with its people, procedures, cases and tasks. */
async function makeCountry(exam: Exam, { files, cases, tasks }: Asked, timer: Timer) {
  const former = await timer('country', () => stateFormerCountry(exam, files));
  const staff = await timer('people', () => staffFormerCountry(exam, former));
  await timer('procedures', () => publishProcedures(exam));
  const made = await timer('cases', () => makeCases(exam, former, staff, cases));
  await timer('tasks', () => makeTasks(exam, former, tasks));
  return { former, staff, made };
}

async function proveAll(
  evidence: Evidence,
  { watched, figures }: { watched: Awaited<ReturnType<typeof watchDistricts>>; figures: PastFigures },
  timer: Timer,
) {
  const proofs: Proof[] = [provePeople(evidence)];
  const add = async (key: string, work: () => Proof | Proof[] | Promise<Proof | Proof[]>) => {
    proofs.push(...[await timer(key, async () => work())].flat());
  };
  await add('competence', () => proveCompetence(evidence));
  await add('events', () => proveEvents(evidence));
  await add('totals', () => proveTotals(evidence));
  await add('dues', () => proveDues(evidence));
  await add('links', () => proveLinks(evidence));
  await add('access', () => proveAccess(evidence, watched));
  await add('splits', () => proveSplits(evidence));
  await add('goingOn', () => proveGoingOn(evidence));
  await add('figures', () => proveFigures(evidence.exam, figures, evidence.after.snapshot));
  await add('verify', () => proveVerified(evidence.exam));
  return proofs;
}

const unitsOf = (
  files: Awaited<ReturnType<typeof makeCountry>>['former'],
  report: { created: number; splitsWithoutRule: number },
) => ({
  formerProvinces: files.provinces.length,
  formerDistricts: files.districts.length,
  formerCommunes: files.communes.length,
  islandDistricts: files.islands.length,
  factsOfReform: report.created,
  splitsWithoutRule: report.splitsWithoutRule,
});

/** Holds the whole exam on an installation of its own, which is removed at the end. */
export async function holdExam(
  config: Config,
  asked: Asked,
  { say, stopping }: Pick<Exam, 'say' | 'stopping'>,
): Promise<Result> {
  const clock = fixedClock(beganAt);
  const poolSize = { write: 4, read: 4 };
  await using scratch = await openScratch({ config, modules, authenticate, clock, poolSize });
  const exam: Exam = { app: scratch.app, clock, say, stopping };
  const seconds: Record<string, number> = {};
  const timer = clockedBy(exam, seconds);
  const { former, staff, made } = await makeCountry(exam, asked, timer);
  clock.set(eve);
  const watched = await watchDistricts(exam, staff);
  const before: Census = await timer('before', () => takeCensus(exam, eve, true));
  const figures = await timer('figuresBefore', () => readFigures(exam, before.snapshot));
  const report = await timer('reform', () => applyReform(exam, asked.files));
  const moved = await timer('newPosts', () => movePeople(exam, staff));
  clock.set(morning);
  const after = await timer('after', () => takeCensus(exam, morning, false));
  const evidence: Evidence = { exam, before, after, staff, moved, made };
  const proofs = await proveAll(evidence, { watched, figures }, timer);
  return {
    ok: proofs.every((proof) => proof.ok),
    asked: { cases: asked.cases, tasks: asked.tasks },
    units: unitsOf(former, report.counts),
    seconds,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    proofs,
  };
}
