import { type Classification } from '../../../../kit/actor.ts';
import type { Context } from '../../../../kit/context.ts';
import { instantOf } from '../../../../kit/day.ts';
import { formatDay } from '../../../../web/format.ts';
import { ROOT } from '../../../organisations/index.ts';
import { highest, unitOf } from '../../actions/compose.ts';
import { ownChecks } from '../../actions/reportChecks.ts';
import { citedChecks, lateOf, reportedOf } from '../../actions/reportParts.ts';
import { listClassifications } from '../../store/reportRows.ts';
import type { PaperContent, PaperPart } from '../contract/paper.ts';
import type { Part } from '../contract/parts.ts';
import { messages } from '../messages.ts';
import { countingDay, type PaperKind, type Period, periodOf } from '../rules/period.ts';
import { type Book, countedAt, figureIn, openBook } from './book.ts';
import { chartPart } from './charts.ts';
import { citesPart, tablePart } from './tables.ts';
import { type Fault, textPart, typedIn, type TypedFound } from './texts.ts';

/** A report before any number is looked up. */
export interface Plan {
  unitId: string;
  aboutUnitId?: string | undefined;
  directiveId?: string | undefined;
  kind: PaperKind;
  period: string;
  title?: string | undefined;
  number?: string | undefined;
  place: string;
  language: 'vi' | 'en';
  classification: Classification;
  parts: readonly Part[];
  templateCode: string;
  templateVersion: number;
}

export interface Composed {
  content: PaperContent;
  /** What must be mended before it can be signed. */
  faults: Fault[];
  typed: TypedFound[];
}

async function figuresPart(
  ctx: Context,
  book: Book,
  { id, heading, codes, compare }: Extract<Part, { kind: 'figures' }>,
  faults: Fault[],
): Promise<PaperPart> {
  const [keys, before]: [string[], string[]] = [[], []];
  for (const code of codes) {
    const figure = await figureIn(ctx, book, { code, before: false });
    if (!figure) {
      faults.push({ part: id, vi: `Không có chỉ số mã “${code}”.`, en: `There is no figure “${code}”.` });
      continue;
    }
    keys.push(figure.key);
    const then = compare ? await figureIn(ctx, book, { code, before: true }) : undefined;
    if (then) before.push(then.key);
  }
  return { kind: 'figures', id, heading, keys, before };
}

function composePart(ctx: Context, book: Book, part: Part, faults: Fault[]): Promise<PaperPart> {
  switch (part.kind) {
    case 'text':
      return textPart(ctx, book, part, faults);
    case 'figures':
      return figuresPart(ctx, book, part, faults);
    case 'table':
      return tablePart(ctx, book, part);
    case 'chart':
      return chartPart(ctx, book, part);
    case 'cites':
      return citesPart(ctx, book, part);
    case 'checks':
      return Promise.resolve({ kind: 'checks', id: part.id, heading: part.heading });
  }
}

async function checksOf(ctx: Context, book: Book, parts: readonly Part[]): Promise<PaperContent['checks']> {
  const { scope, byClass, total } = await countedAt(ctx, book, book.frame.aboutUnitId, book.frame.day);
  const codes = parts.flatMap((part) => (part.kind === 'cites' ? part.codes : []));
  const own = ownChecks(byClass, total, await lateOf(ctx, scope), book.frame.aboutUnitId === undefined);
  return [...own, ...citedChecks(await reportedOf(ctx, codes))];
}

/** Who reports on whom about what: all of a report that is not counted. */
async function headOf(ctx: Context, book: Book, plan: Plan, period: Period) {
  const { language, kind, title, number, place } = plan;
  const { scope } = await countedAt(ctx, book, book.frame.aboutUnitId, book.frame.day);
  const about = book.frame.aboutUnitId;
  const unit = unitOf(scope.snapshot, plan.unitId, book.frame.day);
  const name = about ? unitOf(scope.snapshot, about, book.frame.day).name : unit.name;
  const live = book.frame.day === ctx.today;
  return {
    format: 'lienthong-report/2' as const,
    kind,
    title: title || messages[language].title(period.words[language], name),
    ...(number ? { number } : {}),
    place,
    language,
    unit,
    about: {
      ...(about ? { id: about } : {}),
      ...(plan.directiveId ? { directiveId: plan.directiveId } : {}),
      name: about || plan.directiveId ? scope.words[language] : messages[language].paper.all,
    },
    period: {
      code: period.code,
      from: period.from,
      to: period.to,
      before: period.before,
      words: messages[language].paper.asOf(period.words[language], formatDay(book.frame.day)),
    },
    day: book.frame.day,
    asOf: (live ? ctx.now : new Date(instantOf(book.frame.day).getTime() + 86_399_000)).toISOString(),
    template: { code: plan.templateCode, version: plan.templateVersion },
  };
}

/** Composes a report under the rights of the one who asks. Numbers in it come from figures, or are marked as typed. */
export async function composePaper(ctx: Context, plan: Plan): Promise<Composed> {
  const period = periodOf(plan.kind, plan.period)!;
  const day = countingDay(period, ctx.today);
  const book = await openBook(ctx, {
    aboutUnitId: plan.aboutUnitId === ROOT ? undefined : plan.aboutUnitId,
    directiveId: plan.directiveId,
    period,
    day,
    language: plan.language,
  });
  const main = await countedAt(ctx, book, book.frame.aboutUnitId, day);
  const faults: Fault[] = [];
  const parts: PaperPart[] = [];
  for (const part of plan.parts) parts.push(await composePart(ctx, book, part, faults));
  const checks = await checksOf(ctx, book, plan.parts);
  const head = await headOf(ctx, book, plan, period);
  const cited = new Set(book.figures.map((f) => f.scope));
  const typed = plan.parts.flatMap((part) => (part.kind === 'text' ? typedIn(book, part) : []));
  return {
    content: {
      ...head,
      classification: highest(await listClassifications(ctx.tx, ctx.actor, main.scope), plan.classification),
      rules: [...book.rules.values()],
      scopes: [...book.scopes.values()]
        .filter((s) => cited.has(s.entry.key) || s === main)
        .map((s) => s.entry),
      figures: book.figures,
      parts,
      checks,
    },
    faults,
    typed,
  };
}
