import type { Day, UnitId } from './model.ts';
import { lifeOf } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { holdersOf } from './succession.ts';

export type CodeAnswer =
  | { found: 'unit'; unitId: UnitId; bearer: UnitId; alsoBorneBy: UnitId[] }
  | { found: 'candidates'; bearer: UnitId; candidates: UnitId[]; alsoBorneBy: UnitId[] }
  | { found: 'nothing' };

type Bearer = { unitId: UnitId; from: Day; to: Day | null };
const indexes = new WeakMap<Snapshot, Map<string, Bearer[]>>();

function bearersOf(snapshot: Snapshot, codeSystem: string, code: string): Bearer[] {
  let index = indexes.get(snapshot);
  if (!index) {
    index = new Map();
    for (const versions of snapshot.versions.values()) {
      for (const version of versions) {
        if (version.code === null) continue;
        const key = `${version.codeSystem} ${version.code}`;
        const bearer = { unitId: version.unitId, from: version.validFrom, to: version.validTo };
        index.set(key, [...(index.get(key) ?? []), bearer]);
      }
    }
    indexes.set(snapshot, index);
  }
  return index.get(`${codeSystem} ${code}`) ?? [];
}

function livingBearer(bearers: Bearer[], day: Day): Bearer | undefined {
  return bearers.find((bearer) => bearer.from <= day && (bearer.to === null || day < bearer.to));
}

/** The unit that bore the code on `day`. */
export function bearerOn(snapshot: Snapshot, codeSystem: string, code: string, day: Day): UnitId | undefined {
  return livingBearer(bearersOf(snapshot, codeSystem, code), day)?.unitId;
}

/**
 * The unit that answers on `day` for an official code. Codes are re-used (00004 was Trúc Bạch, then Ba Đình), so:
 * with `codeAsOf` the unit that bore the code on that day counts; without it the bearer on `day`, else the last bearer
 * before it, else the first one after. From the bearer the successions are followed to `day`; where a split has no
 * rule the answer is the candidates. `alsoBorneBy` names the other units that ever bore the code.
 */
export function resolveCode(
  snapshot: Snapshot,
  codeSystem: string,
  code: string,
  day: Day,
  codeAsOf?: Day,
): CodeAnswer {
  const bearers = bearersOf(snapshot, codeSystem, code);
  const byAge = [...bearers].sort((a, b) => (a.from < b.from ? -1 : 1));
  const bearer = codeAsOf
    ? livingBearer(bearers, codeAsOf)
    : (livingBearer(bearers, day) ?? byAge.findLast((candidate) => candidate.from <= day) ?? byAge[0]);
  if (!bearer) return { found: 'nothing' };
  const others = new Set(bearers.map((candidate) => candidate.unitId));
  others.delete(bearer.unitId);
  const alsoBorneBy = [...others];
  if ((lifeOf(snapshot, bearer.unitId)?.from ?? '') > day)
    return backwards(snapshot, bearer.unitId, day, alsoBorneBy);
  const holding = holdersOf(snapshot, bearer.unitId, day);
  return 'holder' in holding
    ? { found: 'unit', unitId: holding.holder, bearer: bearer.unitId, alsoBorneBy }
    : { found: 'candidates', candidates: holding.candidates, bearer: bearer.unitId, alsoBorneBy };
}

/** A code that comes into use only after `day`: its unit's predecessors on that day. */
function backwards(snapshot: Snapshot, unitId: UnitId, day: Day, alsoBorneBy: UnitId[]): CodeAnswer {
  const before = new Set<UnitId>();
  for (const succession of snapshot.to.get(unitId) ?? [])
    if (succession.on > day) before.add(succession.from);
  const [only, ...more] = before;
  if (only === undefined) return { found: 'nothing' };
  if (more.length === 0) return { found: 'unit', unitId: only, bearer: unitId, alsoBorneBy };
  return { found: 'candidates', candidates: [...before], bearer: unitId, alsoBorneBy };
}
