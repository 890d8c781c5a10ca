import { addDays } from '../src/kit/day.ts';
import type { StepDemand, StepRole } from '../src/modules/mandates/contract.ts';
import { buildBook, type MandateBook, proveCoverage } from '../src/modules/mandates/index.ts';
import { buildSnapshot, childrenOn, demoFacts, type Snapshot } from '../src/modules/organisations/index.ts';
import { type Measure, measuresOf, timesOf } from './measure.ts';

const today = '2025-11-17';
const paper = { number: '1/QĐ', issuedOn: '2025-06-30' };
const since = { from: '2025-07-01', paper };
const plan: StepRole[] = ['receive', 'assign', 'appraise', 'check', 'sign', 'issue', 'return'];
const fields = Array.from({ length: 110 }, (_, i) => `Lĩnh vực ${i}`);

/** 2,307 procedures of 110 fields with a plan of seven steps each. */
function everyStep(): StepDemand[] {
  return Array.from({ length: 2307 }, (_, n) =>
    plan.map((role, i) => ({
      procedureCode: `1.${String(n).padStart(6, '0')}`,
      field: fields[n % fields.length]!,
      stepKey: String(i),
      role,
    })),
  ).flat();
}

type Facts = MandateBook['facts'];
type Service = Parameters<typeof buildBook>[1];

/** Eight people of each commune: their kinds of step by field, some away, some delegations that end during the year. */
function world(communes: readonly string[]): { facts: Facts; service: Service } {
  const staff = communes.flatMap((unitId) =>
    Array.from({ length: 8 }, (_, i) => ({ unitId, i, personId: `${unitId}/${i}` })),
  );
  const half = (i: number) => ({ fields: fields.filter((_, n) => n % 2 === i % 2) });
  const share = (i: number): { scope: 'all' | { fields: string[] }; roles: StepRole[] } =>
    i < 2
      ? { scope: 'all', roles: i === 0 ? ['sign', 'assign'] : ['check'] }
      : i < 4
        ? { scope: 'all', roles: ['receive', 'return', 'issue'] }
        : { scope: half(i), roles: ['appraise'] };
  const facts: Facts = {
    competences: [
      { id: 'c', holder: { level: 'commune', within: 'centre' }, ground: 'law', scope: 'all', ...since },
      ...fields.slice(0, 20).map((field, n) => ({
        id: `c${n}`,
        holder: { level: 'commune' as const, within: 'province-46' },
        ground: 'transfer' as const,
        scope: { fields: [field] },
        ...since,
        to: addDays(today, 10 * (n + 1)),
      })),
    ],
    delegations: communes.map((unitId, n) => ({
      id: `d/${unitId}`,
      giverUnitId: unitId,
      taker: { unitId, personId: `${unitId}/1` },
      scope: { procedures: Array.from({ length: 124 }, (_, i) => `1.${String(i + n).padStart(6, '0')}`) },
      roles: ['sign'],
      ...since,
      to: addDays(today, 30 + 5 * n),
    })),
    assignments: staff.map(({ unitId, i, personId }) => ({
      id: `a/${personId}`,
      personId,
      unitId,
      ...share(i),
      ...since,
    })),
    absences: staff
      .filter(({ i }) => i % 3 === 0)
      .map(({ unitId, i, personId }, n) => ({
        id: `v/${personId}`,
        personId,
        unitId,
        ...(i === 0 && { standInId: `${unitId}/1` }),
        from: addDays(today, n % 300),
        to: addDays(today, (n % 300) + 5),
        paper,
      })),
  };
  return { facts, service: staff.map(({ unitId, personId }) => ({ personId, unitId, from: '2025-07-01' })) };
}

/** The same tree as a new one, of which nothing has been proved yet. */
const freshTree = (): Snapshot => buildSnapshot(demoFacts);

/** The proof of coverage for a province: everything from nothing, and again after one change. */
export async function measureCoverage(say: (line: string) => void): Promise<Measure[]> {
  let snapshot = freshTree();
  const units = childrenOn(snapshot, 'province-46', today)
    .filter((unit) => unit.level === 'commune')
    .map((unit) => unit.id);
  const demands = everyStep();
  const { facts, service } = world(units);
  const question = { units, demands, from: today, to: addDays(today, 365) };
  const prove = (changed: Facts) => proveCoverage(buildBook(changed, service), snapshot, question);
  const full = await timesOf(
    async () => {
      snapshot = freshTree();
      return prove(facts);
    },
    undefined,
    8,
  );
  const { checked, gaps } = prove(facts);
  const conditions = `${demands.length} steps of 2,307 procedures × ${units.length} communes over a year: ${checked} pairs, ${gaps.length} gaps`;
  say(`coverage: ${conditions}`);
  let n = 0;
  const again = (change: () => Facts) => timesOf(async () => prove(change()), undefined, 10);
  const person = await again(() => {
    n += 1;
    return {
      ...facts,
      absences: [...facts.absences, { ...facts.absences[n % 40]!, id: `new/${n}`, to: addDays(today, 400) }],
    };
  });
  const law = await again(() => {
    n += 1;
    const [general, first, ...rest] = facts.competences;
    return { ...facts, competences: [general!, { ...first!, to: addDays(today, 100 + (n % 200)) }, ...rest] };
  });
  return [
    ...measuresOf('coverage.full', full, `${conditions}; nothing known before`),
    ...measuresOf('coverage.afterAbsence', person, `${conditions}; one absence more`),
    ...measuresOf(
      'coverage.afterLaw',
      law,
      `${conditions}; the competence of all communes for one field ends on another day`,
    ),
  ];
}
