import type { Day } from '../../../kit/day.ts';
import {
  type FigureRow,
  figuresOf,
  listMeasureDefinitions,
  rebuildMeasures,
} from '../../../modules/indicators/index.ts';
import { ROOT, type Snapshot, unitsOn } from '../../../modules/organisations/index.ts';
import { FIRST_DAY, LAST_DAY, REFORM } from '../days.ts';
import { nameOf, type Proof, proofOf } from '../proof.ts';
import type { Exam } from '../run.ts';

const asked = {
  from: FIRST_DAY.slice(0, 7),
  to: LAST_DAY.slice(0, 7),
  asOf: LAST_DAY,
  rules: 'then',
} as const;

/** Every figure of every unit of the former country as known on its last day. */
async function readPast({ app }: Exam, unitIds: readonly string[], today: Day): Promise<FigureRow[]> {
  return app.db.snapshot(async (tx) => {
    const definitions = await listMeasureDefinitions(tx);
    const codes = [...new Set(definitions.map(({ code }) => code))];
    return figuresOf(tx, { ...asked, codes, unitIds, today, tree: 'then' });
  });
}

export interface PastFigures {
  unitIds: readonly string[];
  rows: readonly FigureRow[];
}

/** Tells the figures from the events and reads those of the past before anything is reformed. */
export async function readFigures(exam: Exam, snapshot: Snapshot): Promise<PastFigures> {
  await rebuildMeasures(exam.app);
  const unitIds = [...new Set([ROOT, ...unitsOn(snapshot, LAST_DAY).map(({ id }) => id)])];
  return { unitIds, rows: await readPast(exam, unitIds, LAST_DAY) };
}

const keyOf = ({ unitId, code }: FigureRow): string => `${unitId} ${code}`;
const written = (row: FigureRow | undefined): string =>
  row ? `${row.numerator} / ${row.denominator} = ${row.rounded} (${row.version}, ${row.status})` : '–';

/** What was known on the last day of the former country reads after the reform as it read before it, to the digit. */
export async function proveFigures(exam: Exam, before: PastFigures, snapshot: Snapshot): Promise<Proof> {
  await rebuildMeasures(exam.app);
  const rows = await readPast(exam, before.unitIds, REFORM);
  const now = new Map(rows.map((row) => [keyOf(row), written(row)]));
  const wrong = before.rows.flatMap((row) => {
    const [was, is] = [written(row), now.get(keyOf(row)) ?? written(undefined)];
    return was === is ? [] : [`${nameOf(snapshot, row.unitId)}, ${row.code}: ${was} → ${is}`];
  });
  const counted = before.rows.filter(({ denominator }) => (denominator ?? 0) > 0);
  return proofOf(
    'figures',
    {
      vi: 'Số liệu của những ngày trước sắp xếp không đổi một chữ số nào',
      en: 'Figures of the days before the reform have not changed by a digit',
    },
    { units: before.unitIds.length, figures: before.rows.length, withRecords: counted.length },
    { wrong },
  );
}
