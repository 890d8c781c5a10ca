import type { Context } from '../../../../kit/context.ts';
import type { Day } from '../../../../kit/day.ts';
import type { Lang, Text } from '../../../../kit/i18n.ts';
import { formatNumber, formatPercent } from '../../../../web/format.ts';
import { findByName, ROOT, type Snapshot } from '../../../organisations/index.ts';
import type { Inline, PaperFigure, PaperPart } from '../contract/paper.ts';
import type { Part } from '../contract/parts.ts';
import { messages } from '../messages.ts';
import { piecesOf, type Token, type Typed, typedNumbers, writeToken } from '../rules/tokens.ts';
import { type Book, countedAt, figureIn, ruleIn } from './book.ts';

/** What the author must mend before the report can be signed. */
export interface Fault extends Text {
  part: string;
}
/** A number that was typed where a figure could stand, and the tokens that would give it. */
export interface TypedFound extends Typed {
  part: string;
  tokens: string[];
}

/** A rate as words: the percentage with both counts, never alone. */
export function rateWords(book: Book, figure: PaperFigure, lang: Lang): string {
  const t = messages[lang].paper;
  if (figure.status === 'sourceMissing' || figure.status === 'computing') return t.missing;
  const n = (value: number | undefined): string => formatNumber(value ?? 0, lang);
  const [top, bottom] = [n(figure.numerator), n(figure.denominator)];
  if (figure.rounded === undefined) return t.noFigure(top, bottom);
  const { rounding, unit } = ruleIn(book, figure);
  const value =
    unit === 'percent'
      ? formatPercent(figure.rounded, lang, rounding.decimals)
      : formatNumber(figure.rounded, lang, rounding.decimals);
  return t.rate(value, top, bottom);
}

/** A change as words: from what to what, or that there is nothing to compare with. */
export function changeWords(book: Book, now: PaperFigure, then: PaperFigure | undefined, lang: Lang): string {
  const t = messages[lang].paper;
  const [to, from] = [rateWords(book, now, lang), then && rateWords(book, then, lang)];
  if (now.value === undefined) return to;
  if (then?.value === undefined || from === undefined) return t.first(to);
  const points = now.value - then.value;
  const shown = formatNumber(Math.abs(points), lang, ruleIn(book, now).rounding.decimals);
  if (Math.abs(points) < 0.05) return t.stood(to);
  return points > 0 ? t.rose(shown, from, to) : t.fell(shown, from, to);
}

/** A unit by its id or, as authors know it, by its name. */
function unitMeant(snapshot: Snapshot, text: string, on: Day): string | undefined {
  if (snapshot.units.has(text)) return text;
  const named = findByName(snapshot, text, on);
  return named.found === 'unit' ? named.unitId : undefined;
}

async function resolved(ctx: Context, book: Book, token: Token): Promise<Inline | Text> {
  const { language } = book.frame;
  const { scope } = await countedAt(ctx, book, undefined, book.frame.day);
  const unitId =
    token.unitId === undefined ? undefined : unitMeant(scope.snapshot, token.unitId, book.frame.day);
  if (token.unitId !== undefined && unitId === undefined)
    return { vi: `Không có đơn vị “${token.unitId}”.`, en: `There is no unit “${token.unitId}”.` };
  const figure = await figureIn(ctx, book, { ...token, unitId });
  if (!figure)
    return {
      vi: `Không có chỉ số mã “${token.code}” vào ngày này.`,
      en: `There is no figure “${token.code}” on this day.`,
    };
  const n = (value: number | undefined): string => formatNumber(value ?? 0, language);
  const texts = {
    rate: () => rateWords(book, figure, language),
    numerator: () => n(figure.numerator),
    denominator: () => n(figure.denominator),
    change: () => '',
  };
  const then =
    token.show === 'change' ? await figureIn(ctx, book, { ...token, unitId, before: true }) : undefined;
  const text = token.show === 'change' ? changeWords(book, figure, then, language) : texts[token.show]();
  return { figure: figure.key, show: token.show, text };
}

/** Digits of a plain piece as pieces of their own, so that the reader sees that they were typed. */
function marked(text: string): Inline[] {
  const found: Inline[] = [];
  let end = 0;
  for (const one of typedNumbers(text)) {
    if (one.at > end) found.push(text.slice(end, one.at));
    found.push({ typed: one.text });
    end = one.at + one.text.length;
  }
  if (end < text.length) found.push(text.slice(end));
  return found;
}

/** Resolves the tokens of a text part; what cannot be resolved stands as it was written, with a fault. */
export async function textPart(
  ctx: Context,
  book: Book,
  { id, heading, text }: Extract<Part, { kind: 'text' }>,
  faults: Fault[],
): Promise<PaperPart> {
  const paragraphs: Inline[][] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') continue;
    const inlines: Inline[] = [];
    for (const piece of piecesOf(line)) {
      if ('text' in piece) {
        inlines.push(...marked(piece.text));
        continue;
      }
      const made = 'fault' in piece ? piece.fault : await resolved(ctx, book, piece.token);
      if (typeof made === 'object' && 'vi' in made) {
        faults.push({ part: id, ...made });
        inlines.push(piece.raw);
      } else inlines.push(made);
    }
    paragraphs.push(inlines);
  }
  return { kind: 'text', id, heading, paragraphs };
}

/** The typed numbers of a text, each with the tokens of this report's figures that show the same. */
export function typedIn(book: Book, { id, text }: Extract<Part, { kind: 'text' }>): TypedFound[] {
  const plain = piecesOf(text).flatMap((piece) => ('text' in piece ? typedNumbers(piece.text) : []));
  const own = book.figures.filter((f) => mainScopes(book).includes(f.scope));
  return plain.map((one) => {
    const tokens = own.flatMap((f): string[] => {
      const token = { code: f.code, before: false };
      if (one.percent) return Number(f.rounded) === one.value ? [writeToken({ ...token, show: 'rate' })] : [];
      if (f.numerator === one.value) return [writeToken({ ...token, show: 'numerator' })];
      return f.denominator === one.value ? [writeToken({ ...token, show: 'denominator' })] : [];
    });
    return { ...one, part: id, tokens: tokens.slice(0, 3) };
  });
}

/** What the report is about: its tasks, its cases and procedures. */
const mainScopes = ({ frame: { aboutUnitId, day } }: Book): string[] => [
  `${aboutUnitId ?? ''}@${day}`,
  `${aboutUnitId ?? ROOT}@${day}/facts`,
];
