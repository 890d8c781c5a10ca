import { addDays } from '../../kit/day.ts';
import type { Tx } from '../../kit/db.ts';
import type { Gap, StepDemand } from '../mandates/contract.ts';
import { competentUnit, loadMandates, type MandateBook, proveCoverage } from '../mandates/index.ts';
import {
  provinceOf,
  existsOn,
  holdersOf as heirsOf,
  loadSnapshot,
  ROOT,
  type Snapshot,
  unitAround,
} from '../organisations/index.ts';
import type { Day, EffectiveVersion } from './rules/model.ts';
import { getRevision, listPlanOverlays, listPlans, type PlanOverlay, type StepPlan } from './store/plan.ts';

export interface GapLine {
  unitId: string;
  unitVi: string;
  unitEn: string;
  code: string;
  nameVi: string;
  field: string;
  stepKey: string;
  stepVi: string;
  role: string;
  reason: string;
  from: Day;
  to?: Day | undefined;
}
export interface Proof {
  checked: number;
  gaps: GapLine[];
}

interface World {
  book: MandateBook;
  snapshot: Snapshot;
  day: Day;
  /** First day after the last that is proved. */
  to: Day;
}

/** The units in which people are assigned, or their heirs: where cases of this installation are handled. */
function unitsInService({ book, snapshot, day }: World): Set<string> {
  const units = new Set<string>();
  for (const stated of book.assignments.keys()) {
    if (existsOn(snapshot, stated, day)) units.add(stated);
    const holding = heirsOf(snapshot, stated, day);
    for (const one of Array.isArray(holding) ? holding : [holding])
      if ('holder' in one && existsOn(snapshot, one.holder, day)) units.add(one.holder);
  }
  return units;
}

/** Steps the competent unit must do itself; who coordinates is chosen case by case, any desk may receive and return. */
const ownSteps = ({ competence, steps }: StepPlan) => {
  const isLocal = competence.level === 'commune' || competence.level === 'province';
  return steps.filter((step) => step.at === 'competent' || (isLocal && step.at !== 'coordinator'));
};

const demandsOf = (plan: StepPlan): StepDemand[] =>
  ownSteps(plan).map((step) => ({
    procedureCode: plan.code,
    field: plan.competence.field ?? plan.fieldVi,
    stepKey: step.key,
    role: step.role,
  }));

type ByLevel = Map<StepPlan['competence']['level'], StepPlan[]>;

function byLevel(plans: readonly StepPlan[]): ByLevel {
  const levels: ByLevel = new Map();
  for (const plan of plans) {
    const list = levels.get(plan.competence.level);
    if (list) list.push(plan);
    else levels.set(plan.competence.level, [plan]);
  }
  return levels;
}

/** Steps of departments and ministries are asked of the unit that is competent by name; without one the place is a gap. */
function named(world: World, plans: readonly StepPlan[], place: string): { checked: number; gaps: Gap[] } {
  const byUnit = new Map<string, StepDemand[]>();
  const gaps: Gap[] = [];
  for (const plan of plans) {
    const { level, field = plan.fieldVi } = plan.competence;
    const ask = { procedureCode: plan.code, field, level, placeUnitId: place };
    const found = competentUnit(world.book, world.snapshot, ask, world.day);
    const demands = demandsOf(plan);
    if ('gap' in found)
      gaps.push(...demands.map((one) => ({ ...one, unitId: place, from: world.day, reason: found.gap })));
    else byUnit.set(found.unitId, [...(byUnit.get(found.unitId) ?? []), ...demands]);
  }
  const proofs = [...byUnit].map(([unitId, demands]) => proved(world, [unitId], demands));
  return {
    checked: gaps.length + proofs.reduce((sum, proof) => sum + proof.checked, 0),
    gaps: [...gaps, ...proofs.flatMap((proof) => proof.gaps)],
  };
}

const proved = (
  { book, snapshot, day: from, to }: World,
  units: readonly string[],
  demands: readonly StepDemand[],
) => proveCoverage(book, snapshot, { units, demands, from, to });

/** The plans as they hold in each province; provinces without overlays share one list. */
function plansFor(
  plans: readonly StepPlan[],
  overlays: readonly PlanOverlay[],
  provinceId: string | undefined,
) {
  const own = new Map(overlays.filter((one) => one.provinceId === provinceId).map((one) => [one.code, one]));
  if (own.size === 0) return plans;
  return plans.map((plan) => {
    const over = own.get(plan.code);
    return over
      ? { ...plan, competence: over.competence ?? plan.competence, steps: over.steps ?? plan.steps }
      : plan;
  });
}

/** Proves plans for every unit in service, province by province. */
function prove(
  world: World,
  plans: readonly StepPlan[],
  overlays: readonly PlanOverlay[],
): Omit<Proof, 'gaps'> & { gaps: Gap[] } {
  const groups = new Map<string | undefined, string[]>();
  for (const unitId of unitsInService(world)) {
    const province = provinceOf(world.snapshot, unitId, world.day)?.id;
    groups.set(province, [...(groups.get(province) ?? []), unitId]);
  }
  const result = { checked: 0, gaps: [] as Gap[] };
  const add = (proof: { checked: number; gaps: readonly Gap[] }) => {
    result.checked += proof.checked;
    result.gaps.push(...proof.gaps);
  };
  const lists = new Map<readonly StepPlan[], { levels: ByLevel; demands: Map<string, StepDemand[]> }>();
  for (const [province, units] of groups) {
    const own = plansFor(plans, overlays, province);
    const list = lists.get(own) ?? { levels: byLevel(own), demands: new Map<string, StepDemand[]>() };
    lists.set(own, list);
    for (const [level, ofLevel] of list.levels) {
      const there = units.filter((unitId) => world.snapshot.units.get(unitId)?.level === level);
      if (there.length === 0) continue;
      if (level === 'department' || level === 'ministry') {
        add(named(world, ofLevel, province ?? ROOT));
        continue;
      }
      const demands = list.demands.get(level) ?? ofLevel.flatMap(demandsOf);
      list.demands.set(level, demands);
      add(proved(world, there, demands));
    }
  }
  return result;
}

function linesOf(world: World, plans: readonly StepPlan[], gaps: readonly Gap[]): GapLine[] {
  const byCode = new Map(plans.map((plan) => [plan.code, plan]));
  return gaps.map(({ unitId, procedureCode: code, field, stepKey, role, reason, from, to }) => {
    const unit = unitAround(world.snapshot, unitId, world.day);
    const plan = byCode.get(code);
    const step = plan?.steps.find((one) => one.key === stepKey);
    return {
      unitId,
      unitVi: unit?.nameVi ?? unitId,
      unitEn: unit?.nameEn ?? unitId,
      code,
      nameVi: plan?.nameVi ?? code,
      field,
      stepKey,
      stepVi: step?.name.vi ?? stepKey,
      role,
      reason,
      from,
      to,
    };
  });
}

const worldOf = async (tx: Tx, day: Day, days: number): Promise<World> => ({
  book: await loadMandates(tx),
  snapshot: await loadSnapshot(tx),
  day,
  to: addDays(day, days),
});

/** Whoever leaves is known this long before; a gap inside it is no surprise and keeps a version from being published. */
const noticeDays = 15;

/** Proves one version from its first day (or today) on: nationally, or for the province whose overlay it carries. */
export async function proveVersion(tx: Tx, version: EffectiveVersion, today: Day): Promise<Proof> {
  const { code, content, validFrom, provinceId } = version;
  const world = await worldOf(tx, validFrom > today ? validFrom : today, noticeDays);
  const { competence, fieldVi, name, steps } = content;
  const plan: StepPlan = { code, nameVi: name.vi, fieldVi, competence, steps };
  const overlays = provinceId ? [] : await listPlanOverlays(tx, world.day);
  const proof = prove(
    world,
    [plan],
    overlays.filter((one) => one.code === code),
  );
  const isHere = (gap: Gap) =>
    provinceId === undefined || provinceOf(world.snapshot, gap.unitId, world.day)?.id === provinceId;
  return { checked: proof.checked, gaps: linesOf(world, [plan], proof.gaps.filter(isHere)) };
}

interface Published {
  token: string;
  day: Day;
  plans: readonly StepPlan[];
  overlays: readonly PlanOverlay[];
}
let published: Published | undefined;

/** What is published on a day, read again only when something was published or ended since. */
async function publishedOn(tx: Tx, day: Day): Promise<Published> {
  const token = await getRevision(tx);
  if (published?.token === token && published.day === day) return published;
  const [plans, overlays] = [await listPlans(tx, day), await listPlanOverlays(tx, day)];
  published = { token, day, plans, overlays };
  return published;
}

/** Proves everything published on a day, for every unit in service, over the days that follow. */
export async function proveAll(tx: Tx, day: Day, days = 30): Promise<Proof> {
  const world = await worldOf(tx, day, days);
  const { plans, overlays } = await publishedOn(tx, day);
  const proof = prove(world, plans, overlays);
  return { checked: proof.checked, gaps: linesOf(world, plans, proof.gaps) };
}
