import type { Context } from '../../../../kit/context.ts';
import type { Lang } from '../../../../kit/i18n.ts';
import { formatNumber } from '../../../../web/format.ts';
import { childrenOn, loadSnapshot, ROOT, unitAround } from '../../../organisations/index.ts';
import type { IndexTree } from '../../indices/rules/model.ts';
import { PERIOD, periodWords } from '../../indices/rules/period.ts';
import { scoreOf } from '../../indices/score.ts';
import type { PaperCell, PaperTable } from '../contract/paper.ts';
import { messages, type Words } from '../messages.ts';
import type { Book } from './book.ts';

const DEFAULT_INDEX = '766';

/** The period of an index that a report is about; a session has none of its own and is told by its year. */
const periodFor = (code: string): string => (PERIOD.test(code) ? code : code.slice(0, 4));

/** Which period the scores are of, and where that is not the report's own. */
function notesOf(
  t: Words,
  language: Lang,
  tree: IndexTree,
  asked: { period: string; code: string },
): string[] {
  const { period, code } = asked;
  const year = period.slice(0, 4);
  const isStated = period !== year && tree.nodes.some(({ source }) => source.kind === 'reported');
  return [
    t.indexNote(tree.code, tree.version),
    period === code
      ? t.indexPeriod(periodWords(period)[language])
      : t.indexYear(periodWords(period)[language]),
    ...(isStated ? [t.indexStated(year)] : []),
  ];
}

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
  const own = periodFor(period.code);
  const asked = { index, unitIds, period: own, asOf: day, today: ctx.today } as const;
  const found = await scoreOf(ctx.tx, { ...asked, tree: 'then', rules: 'then' });
  const n = (value: number): string => formatNumber(value, language, 2);
  const rows = unitIds.flatMap((id): PaperCell[][] => {
    const score = found?.scores.get(id);
    if (!score) return [];
    const range = `${n(score.range.low)} – ${n(score.range.high)}`;
    const name = unitAround(snapshot, id, day)?.nameVi ?? id;
    return [[name, n(score.points), n(score.max), n(score.unknown), range]];
  });
  const notes = found ? notesOf(t, language, found.tree, { period: own, code: period.code }) : [];
  return { columns: columnsIn(t), rows, groups: [], notes };
}
