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

/** Every gap names exactly the heirs that its split went to. */
const wrongCandidates = (s: Snapshot, gaps: ReturnType<typeof gapsOn>): string[] =>
  gaps
    .filter(({ unitId, candidates }) => {
      const split = s.from.get(unitId)?.find((step) => step.on === REFORM);
      return candidates.length < 2 || !split || !new Set(split.to).isSubsetOf(new Set(candidates));
    })
    .map(({ unitId, candidates }) => `${nameOf(s, unitId)}: ${candidates.length}`);

/** States rules for some split units; those that are not answered by their rule after it, by name. */
async function wrongRules(exam: Exam, before: Snapshot, chosen: readonly string[]): Promise<string[]> {
  const rules = new Map<string, string>();
  for (const unitId of chosen) rules.set(unitId, await rule(exam, before, unitId));
  const now = await readSnapshot(exam);
  return chosen
    .filter((unitId) => {
      const holding = holdersOf(now, unitId, REFORM);
      return !('holder' in holding) || holding.holder !== rules.get(unitId);
    })
    .map((unitId) => `${nameOf(now, unitId)}: rule`);
}

function candidatesOf(s: Snapshot, unitId: string): string {
  const holding = holdersOf(s, unitId, REFORM);
  const names = 'holder' in holding ? [] : holding.candidates.map((one) => nameOf(s, one));
  return `${nameOf(s, unitId)} → ${names.join(' | ')}`;
}

/** Split units with a rule are answered by it; the others are refused by name, with the candidates of the mapping. */
export async function proveSplits({ exam, after }: Evidence): Promise<Proof> {
  const before = after.snapshot;
  const gaps = gapsOn(before, REFORM);
  const communes = gaps.map((gap) => gap.unitId).filter((id) => isCommune(before, id));
  const chosen = sampleOf(communes, ruled);
  const wrong = [...wrongCandidates(before, gaps), ...(await wrongRules(exam, before, chosen))];
  const who = { actor: systemActor, now: morning };
  const { total } = await exam.app.call(listGaps, { limit: 1, asOf: REFORM }, who);
  if (total !== gaps.length - chosen.length) wrong.push(`listGaps: ${total}`);
  const open = communes.filter((id) => !chosen.includes(id));
  return proofOf(
    'splits',
    {
      vi: 'Đơn vị bị chia được trả lời theo quy tắc, hoặc bị từ chối kèm tên các đơn vị có thể kế thừa',
      en: 'Split units are answered by their rule, or refused by name with their candidates',
    },
    {
      splitCommunes: communes.length,
      byRule: chosen.length,
      refusedByName: open.length,
      districts: gaps.length - communes.length,
    },
    { wrong, refused: open.map((id) => candidatesOf(before, id)) },
  );
}
