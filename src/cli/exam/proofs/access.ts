import type { Actor } from '../../../kit/actor.ts';
import { Problem } from '../../../kit/problems.ts';
import { getCase, listCases } from '../../../modules/cases/contract.ts';
import type { CaseStand } from '../../../modules/cases/index.ts';
import { actorOf, sampleAccount } from '../../../modules/identity/samples.ts';
import { ancestorsOn, holdersOf } from '../../../modules/organisations/index.ts';
import { readCases } from '../census.ts';
import { readSnapshot } from '../country.ts';
import { beganAt, eve, LAST_DAY, morning, REFORM } from '../days.ts';
import type { Officer, Staff } from '../people.ts';
import { type Evidence, nameOf, type Proof, proofOf, sampleOf } from '../proof.ts';
import type { Exam } from '../run.ts';

/** A case with the district official who could see it on the eve. */
export interface Watched {
  id: string;
  unitId: string;
  email: string;
}
const looked = 12;

const emailOf = (who: string, unitId: string): string => `${who}.${unitId}@exam.invalid`;

async function account(
  { app }: Exam,
  email: string,
  unitId: string,
  officer: Officer | undefined,
  now: Date,
) {
  const name = officer?.fullName ?? 'Cán bộ mô phỏng';
  const roles = [{ role: 'specialist' as const, unitId, clearance: 'internal' as const }];
  await sampleAccount(app, { email, name, roles, now, ...(officer && { personId: officer.personId }) });
}

async function sees({ app }: Exam, actor: Actor, id: string, now: Date): Promise<boolean> {
  try {
    return (await app.call(getCase, { id }, { actor, now })).id === id;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** On the eve: gives officials of some districts their accounts, and looks whether they see a case of their communes. */
export async function watchDistricts(exam: Exam, staff: Staff): Promise<Watched[]> {
  const snapshot = await readSnapshot(exam);
  const byDistrict = new Map<string, CaseStand>();
  for (const one of (await readCases(exam)).values()) {
    if (one.work === 'ended') continue;
    const district = ancestorsOn(snapshot, one.atUnitId, LAST_DAY).find((unit) => unit.level === 'district');
    if (district && !byDistrict.has(district.id)) byDistrict.set(district.id, one);
  }
  const watched: Watched[] = [];
  for (const [unitId, { id }] of sampleOf([...byDistrict], looked)) {
    const email = emailOf('huyen', unitId);
    await account(exam, email, unitId, staff.get(unitId)?.other, beganAt);
    if (await sees(exam, await actorOf(exam.app, email, eve), id, eve)) watched.push({ id, unitId, email });
  }
  return watched;
}

/** An official newly appointed in the successor sees the case, in the list of his unit too. */
async function successorFault(evidence: Evidence, one: CaseStand): Promise<string | undefined> {
  const { exam, after, moved, staff } = evidence;
  const holding = holdersOf(after.snapshot, one.atUnitId, REFORM);
  if (!('holder' in holding)) return undefined;
  const { holder } = holding;
  const officer = moved.moved.find(({ unitId }) => unitId === holder) ?? staff.get(holder)?.official;
  const email = emailOf(`ke-thua.${one.id.slice(-12)}`, holder);
  await account(exam, email, holder, officer, morning);
  const actor = await actorOf(exam.app, email, morning);
  if (!(await sees(exam, actor, one.id, morning))) return 'case not seen';
  const input = { unitId: holder, limit: 500 };
  const list = await exam.app.call(listCases, input, { actor, now: morning });
  return list.items.some(({ id }) => id === one.id) || list.next ? undefined : 'not in the list';
}

/** On the morning: officials of successors see what they took over; officials of districts that ended see nothing any more. */
export async function proveAccess(evidence: Evidence, watched: readonly Watched[]): Promise<Proof> {
  const { exam, after } = evidence;
  const wrong: string[] = [];
  let asked = 0;
  for (const { id, unitId, email } of watched) {
    const actor = await actorOf(exam.app, email, morning);
    if (await sees(exam, actor, id, morning)) wrong.push(`${nameOf(after.snapshot, unitId)}: ${id}`);
    const one = after.cases.get(id)!;
    const holding = holdersOf(after.snapshot, one.atUnitId, REFORM);
    if ('holder' in holding) asked += 1;
    const fault = await successorFault(evidence, one);
    if (fault) wrong.push(`${nameOf(after.snapshot, one.atUnitId)}: ${fault}`);
  }
  if (watched.length === 0) wrong.push('no district official saw a case on the eve');
  return proofOf(
    'access',
    {
      vi: 'Cán bộ của đơn vị kế thừa xem được hồ sơ; cán bộ của huyện đã kết thúc thì không',
      en: 'Officials of the successor see the case; those of the district that ended do not',
    },
    { districts: watched.length, successors: asked },
    { wrong },
  );
}
