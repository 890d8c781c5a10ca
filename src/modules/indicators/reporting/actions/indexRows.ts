import type { Context } from '../../../../kit/context.ts';
import { formatNumber } from '../../../../web/format.ts';
import { childrenOn, loadSnapshot, ROOT, unitAround } from '../../../organisations/index.ts';
import { PERIOD } from '../../indices/rules/period.ts';
import { scoreOf } from '../../indices/score.ts';
import type { PaperCell, PaperTable } from '../contract/paper.ts';
import { messages, type Words } from '../messages.ts';
import type { Book } from './book.ts';

const DEFAULT_INDEX = '766';

/** The period of an index that a report is about: half-years and nine months are told by the year up to their end. */
const periodFor = (code: string): string => (PERIOD.test(code) ? code : code.slice(0, 4));

const right = { width: 1, align: 'right' as const };
const columnsIn = (t: Words): PaperTable['columns'] => [
  { title: t.agency, width: 3, align: 'left' },
  { title: t.points, ...right },
  { title: t.most, ...right },
  { title: t.open, ...right },
  { title: t.range, ...right },
];

/** Scores of the unit a report is about and of those below it: known points, the maximum, what the sources leave open. */
export async function indexRows(
  ctx: Context,
  book: Book,
  index: string = DEFAULT_INDEX,
): Promise<PaperTable> {
  const { language, day, period, aboutUnitId } = book.frame;
  const t = messages[language].paper;
  const snapshot = await loadSnapshot(ctx.tx);
  const root = aboutUnitId ?? ROOT;
  const unitIds = [root, ...childrenOn(snapshot, root, day).map((u) => u.id)];
  const asked = { index, unitIds, period: periodFor(period.code), asOf: day, today: ctx.today } as const;
  const found = await scoreOf(ctx.tx, { ...asked, tree: 'then', rules: 'then' });
  const n = (value: number): string => formatNumber(value, language, 2);
  const rows = unitIds.flatMap((id): PaperCell[][] => {
    const score = found?.scores.get(id);
    if (!score) return [];
    const range = `${n(score.range.low)} – ${n(score.range.high)}`;
    const name = unitAround(snapshot, id, day)?.nameVi ?? id;
    return [[name, n(score.points), n(score.max), n(score.unknown), range]];
  });
  const notes = found ? [t.indexNote(index, found.tree.version)] : [];
  return { columns: columnsIn(t), rows, groups: [], notes };
}
