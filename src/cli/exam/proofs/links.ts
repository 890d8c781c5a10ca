import { publicActor, systemActor } from '../../../kit/actor.ts';
import { Problem } from '../../../kit/problems.ts';
import { getCase, trackCase } from '../../../modules/cases/contract.ts';
import { getUnit, resolveUnitCode } from '../../../modules/organisations/contract/units.ts';
import { lifeOf, type Snapshot, unitAsOf, unitsOn } from '../../../modules/organisations/index.ts';
import { LAST_DAY, morning, REFORM } from '../days.ts';
import { type Evidence, nameOf, type Proof, proofOf, sampleOf } from '../proof.ts';

const reader = { actor: publicActor, now: morning };
const looked = { cases: 1000, followed: 100 };

/** What went wrong, or nothing. */
async function faultOf(work: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) return error.kind.code;
    throw error;
  }
}

/** The heirs that the facts themselves name for a former unit, or the unit where it lives on. */
function expectedHeirs(s: Snapshot, unitId: string): Set<string> {
  if (lifeOf(s, unitId)?.to === null) return new Set([unitId]);
  const end = s.from.get(unitId)?.find((step) => step.on === REFORM);
  return new Set(end?.to ?? []);
}

const sameSet = (a: ReadonlySet<string>, b: readonly string[]): boolean =>
  a.size === b.length && b.every((id) => a.has(id));

/** A unit's page and its code of the eve both lead to its successor, or to all candidates of a split. */
async function unitFault({ exam, after }: Evidence, unitId: string): Promise<string | undefined> {
  const { app } = exam;
  const expected = expectedHeirs(after.snapshot, unitId);
  const shown = await app.call(getUnit, { id: unitId }, reader);
  if (
    !sameSet(
      expected,
      shown.holders.units.map((unit) => unit.id),
    )
  )
    return 'page';
  const code = unitAsOf(after.snapshot, unitId, LAST_DAY)?.code;
  if (!code || shown.level === 'centre') return undefined;
  const found = await app.call(resolveUnitCode, { system: 'gso', code, codeAsOf: LAST_DAY }, reader);
  return sameSet(
    expected,
    found.units.map((unit) => unit.id),
  )
    ? undefined
    : `code ${code}`;
}

async function proveUnits(evidence: Evidence): Promise<Proof> {
  const { before, after } = evidence;
  const wrong: string[] = [];
  const units = unitsOn(before.snapshot, LAST_DAY);
  for (const { id } of units) {
    const fault = await faultOf(() => unitFault(evidence, id));
    if (fault) wrong.push(`${nameOf(after.snapshot, id)}: ${fault}`);
  }
  return proofOf(
    'unitLinks',
    {
      vi: 'Trang và mã của mọi đơn vị cũ dẫn đến đơn vị kế thừa',
      en: 'The page and the code of every former unit lead to its successor',
    },
    { units: units.length },
    { wrong },
  );
}

async function proveCases({ exam, before, made }: Evidence): Promise<Proof> {
  const { app } = exam;
  const wrong: string[] = [];
  const opened = sampleOf([...before.cases.keys()], looked.cases);
  for (const id of opened) {
    const fault = await faultOf(async () => {
      const found = await app.call(getCase, { id }, { actor: systemActor, now: morning });
      return found.id === id && found.timeline.length > 0 ? undefined : 'empty';
    });
    if (fault) wrong.push(`${before.cases.get(id)?.code ?? id}: ${fault}`);
  }
  const followed = sampleOf(made, looked.followed);
  for (const { id, code = id, secret = '' } of followed) {
    const fault = await faultOf(async () => {
      const seen = await app.call(trackCase, { code, secret }, reader);
      return seen.id === id ? undefined : 'another case';
    });
    if (fault) wrong.push(`${code}: ${fault}`);
  }
  return proofOf(
    'caseLinks',
    {
      vi: 'Đường dẫn và mã tra cứu cũ của hồ sơ vẫn mở được',
      en: 'Old links and tracking codes of cases still open',
    },
    { opened: opened.length, followedBySecret: followed.length },
    { wrong },
  );
}

/** Every old link answers: cases by link and by code with secret, units by page and by code. */
export const proveLinks = async (evidence: Evidence): Promise<Proof[]> => [
  await proveCases(evidence),
  await proveUnits(evidence),
];
