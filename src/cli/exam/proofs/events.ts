import { type Evidence, type Proof, proofOf } from '../proof.ts';

/** Kinds of event that the reform itself makes; all others must be as many as before. */
const ofReform = /^(unit|facts|position|appointment|assignment|person|import|audit)\b/;
const isOfReform = (kind: string): boolean => ofReform.test(kind) && !/^assignment\.(?!stated$)/.test(kind);

/** What was sealed on the eve is still what the chains hold, and nothing was added to cases and tasks. */
export function proveEvents({ before, after }: Evidence): Proof {
  const wrong = [...before.chains.faults, ...after.chains.faults];
  const kinds = new Set([...before.kinds.keys(), ...after.kinds.keys()]);
  for (const kind of kinds) {
    const [was, is] = [before.kinds.get(kind) ?? 0, after.kinds.get(kind) ?? 0];
    if (is < was || (is > was && !isOfReform(kind))) wrong.push(`${kind}: ${was} → ${is}`);
  }
  const ofReform = after.chains.events - before.chains.events;
  return proofOf(
    'events',
    {
      vi: 'Không sự kiện nào đã có bị thay đổi: chuỗi băm và niêm phong trước ngày sắp xếp vẫn khớp',
      en: 'No event was changed: the chains and the seal made before the reform still fit',
    },
    { sealed: before.chains.events, ofReform, seals: after.chains.seals, kinds: kinds.size },
    { wrong },
  );
}
