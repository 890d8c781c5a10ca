import { systemActor } from '../../../kit/actor.ts';
import { listGaps, stateRule } from '../../../modules/organisations/contract/units.ts';
import { gapsOn, holdersOf, type Snapshot } from '../../../modules/organisations/index.ts';
import { readSnapshot } from '../country.ts';
import { eve, legalBasis, morning, REFORM } from '../days.ts';
import { type Evidence, nameOf, type Proof, proofOf, sampleOf } from '../proof.ts';
import type { Exam } from '../run.ts';

/** For so many split communes the exam states a rule, as the province would; the others stay refused by name. */
const ruled = 24;

const isCommune = (s: Snapshot, id: string): boolean => s.units.get(id)?.level === 'commune';

/** States that the first of its heirs takes over from a unit that was split. */
async function rule({ app }: Exam, s: Snapshot, unitId: string): Promise<string> {
  const split = s.from.get(unitId)!.find((step) => step.on === REFORM)!;
  const heir = [...split.to].sort()[0]!;
  const input = { id: split.id, rule: { default: heir }, legalBasis };
  await app.call(stateRule, input, { actor: systemActor, now: eve });
  return heir;
}

/** Split units with a rule are answered by it; the others are refused by name, with exactly the candidates of the mapping. */
export async function proveSplits({ exam, after }: Evidence): Promise<Proof> {
  const before = after.snapshot;
  const gaps = gapsOn(before, REFORM);
  const communes = gaps.map((gap) => gap.unitId).filter((id) => isCommune(before, id));
  const wrong: string[] = [];
  for (const { unitId, candidates } of gaps) {
    const split = before.from.get(unitId)?.find((step) => step.on === REFORM);
    if (candidates.length < 2 || !split?.to.every((id) => candidates.includes(id)))
      wrong.push(`${nameOf(before, unitId)}: ${candidates.length}`);
  }
  const chosen = sampleOf(communes, ruled);
  const rules = new Map<string, string>();
  for (const unitId of chosen) rules.set(unitId, await rule(exam, before, unitId));
  const now = await readSnapshot(exam);
  for (const [unitId, heir] of rules) {
    const holding = holdersOf(now, unitId, REFORM);
    if (!('holder' in holding) || holding.holder !== heir) wrong.push(`${nameOf(now, unitId)}: rule`);
  }
  const listed = await exam.app.call(listGaps, { limit: 1, asOf: REFORM }, { actor: systemActor, now: morning });
  if (listed.total !== gaps.length - rules.size) wrong.push(`listGaps: ${listed.total}`);
  const open = communes.filter((id) => !rules.has(id));
  const refused = open.map((id) => {
    const holding = holdersOf(now, id, REFORM);
    const names = 'holder' in holding ? [] : holding.candidates.map((one) => nameOf(now, one));
    return `${nameOf(now, id)} → ${names.join(' | ')}`;
  });
  return proofOf(
    'splits',
    {
      vi: 'Đơn vị bị chia được trả lời theo quy tắc, hoặc bị từ chối kèm tên các đơn vị có thể kế thừa',
      en: 'Split units are answered by their rule, or refused by name with their candidates',
    },
    {
      splitCommunes: communes.length,
      byRule: rules.size,
      refusedByName: open.length,
      districts: gaps.length - communes.length,
    },
    { wrong, refused },
  );
}
