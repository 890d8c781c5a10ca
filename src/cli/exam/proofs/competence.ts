import type { CaseStand } from '../../../modules/cases/index.ts';
import type { StepRole } from '../../../modules/mandates/contract.ts';
import { competentUnit, holdersOf, loadMandates, type MandateBook } from '../../../modules/mandates/index.ts';
import { holdersOf as heirsOf, type Snapshot } from '../../../modules/organisations/index.ts';
import { REFORM } from '../days.ts';
import { levelOf } from '../procedures.ts';
import { type Evidence, nameOf, type Proof, proofOf } from '../proof.ts';

type Answer = 'held' | 'nobody' | 'otherUnit' | { split: string };

interface Asked {
  book: MandateBook;
  snapshot: Snapshot;
  known: Map<string, boolean>;
}

/** The unit among those of a case whose duties a split left to nobody. */
function splitIn({ snapshot }: Asked, units: readonly string[]): string | undefined {
  return units.find((unitId) => 'needsRule' in heirsOf(snapshot, unitId, REFORM));
}

function remembered({ known }: Asked, key: string, ask: () => boolean): boolean {
  let answer = known.get(key);
  if (answer === undefined) known.set(key, (answer = ask()));
  return answer;
}

/** The successor of the unit that was to decide is the one competent for the place today. */
function decidesStill(
  asked: Asked,
  { decisionUnitId, placeUnitId, procedureCode, field }: CaseStand,
): boolean {
  if (!decisionUnitId) return true;
  const { book, snapshot } = asked;
  return remembered(asked, `${procedureCode} ${placeUnitId} ${decisionUnitId}`, () => {
    const heir = heirsOf(snapshot, decisionUnitId, REFORM);
    const question = { procedureCode, field, level: levelOf(procedureCode), placeUnitId };
    const found = competentUnit(book, snapshot, question, REFORM);
    return 'unitId' in found && 'holder' in heir && found.unitId === heir.holder;
  });
}

function answerFor(asked: Asked, one: CaseStand): Answer {
  const { atUnitId, procedureCode, field } = one;
  const split = splitIn(asked, [atUnitId, one.decisionUnitId ?? atUnitId, one.placeUnitId]);
  if (split) return { split };
  const role = (one.stepRole ?? 'receive') as StepRole;
  const ask = { unitId: atUnitId, procedureCode, field, role };
  const isHeld = remembered(asked, `${procedureCode} ${atUnitId} ${role}`, () => {
    return holdersOf(asked.book, asked.snapshot, ask, REFORM).length > 0;
  });
  if (!isHeld) return 'nobody';
  return decidesStill(asked, one) ? 'held' : 'otherUnit';
}

/** Every running case has a competent unit and somebody mandated there, or is refused by the name of its split unit. */
export async function proveCompetence({ exam, after }: Evidence): Promise<Proof> {
  const book = await exam.app.db.read(loadMandates);
  const asked: Asked = { book, snapshot: after.snapshot, known: new Map() };
  const wrong: string[] = [];
  const splits = new Map<string, number>();
  let held = 0;
  let running = 0;
  for (const one of after.cases.values()) {
    if (one.work === 'ended') continue;
    running += 1;
    const answer = answerFor(asked, one);
    if (answer === 'held') held += 1;
    else if (typeof answer === 'object') splits.set(answer.split, (splits.get(answer.split) ?? 0) + 1);
    else wrong.push(`${one.code ?? one.id} – ${nameOf(after.snapshot, one.atUnitId)}: ${answer}`);
  }
  const refused = [...splits].map(([unitId, n]) => `${nameOf(after.snapshot, unitId)}: ${n}`);
  return proofOf(
    'competence',
    {
      vi: 'Mỗi hồ sơ đang xử lý có cơ quan thẩm quyền và người được giao vào ngày làm việc kế tiếp',
      en: 'Every running case has a competent unit and a mandated person on the next working day',
    },
    { running, held, refusedByName: running - held - wrong.length, splitUnits: splits.size },
    { wrong, refused },
  );
}
