import { createHash } from 'node:crypto';

import { publicActor } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { FileReply, ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { fieldProblem, Problem } from '../../../kit/problems.ts';
import { formatDay } from '../../../web/format.ts';
import { renderCsv } from '../../documents/index.ts';
import { foldKey, loadSnapshot, ROOT, unitAround } from '../../organisations/index.ts';
import { unknownFigure } from '../contract/words.ts';
import { type Book, figureIn, openBook, ruleIn } from '../reporting/actions/book.ts';
import { sharesByUnit } from '../reporting/actions/tables.ts';
import { periodOf } from '../reporting/rules/period.ts';
import { ruleOf } from '../rules/words.ts';
import type {
  getPublicFigure,
  listPublicFigures,
  PublicFigure,
  publicFigureData,
  publicFigureFrame,
  publicFigurePicture,
  PublicFigureReply,
} from './contract.ts';
import { messages } from './messages.ts';
import { framePage, nameOf, picture } from './picture.ts';

/** What is public is the same for everybody, whoever asks: it is counted with the rights of the public. */
const asPublic = (ctx: Context): Context => ({ ...ctx, actor: publicActor });

interface Opened {
  ctx: Context;
  book: Book;
  frame: { asOf: string; from: string; about?: PublicFigureReply['about'] };
  /** A unit by both its names. */
  named: (unitId: string) => { id: string; name: string; nameEn: string };
}

/** The figures of the running year up to today. */
async function opened(given: Context, unitId: string | undefined): Promise<Opened> {
  const ctx = asPublic(given);
  const snapshot = await loadSnapshot(ctx.tx);
  if (unitId !== undefined && !snapshot.units.has(unitId))
    throw fieldProblem('unitId', 'Không có đơn vị này.', 'There is no such unit.');
  const about = unitId === ROOT ? undefined : unitId;
  const period = periodOf('year', ctx.today.slice(0, 4))!;
  const book = await openBook(ctx, { aboutUnitId: about, period, day: ctx.today, language: 'vi' });
  const named = (id: string) => {
    const unit = unitAround(snapshot, id, ctx.today);
    return { id, name: unit?.nameVi ?? id, nameEn: unit?.nameEn || unit?.nameVi || id };
  };
  const frame = { asOf: ctx.today, from: period.from, ...(about ? { about: named(about) } : {}) };
  return { ctx, book, frame, named };
}

async function shown({ ctx, book }: Opened, code: string): Promise<PublicFigure | undefined> {
  const figure = await figureIn(ctx, book, { code, before: false });
  if (!figure) return undefined;
  const { rounding, unit, by } = ruleIn(book, figure);
  const definition = book.definitions.find((d) => d.code === code);
  const measure = book.measures.get(code);
  const { numerator, denominator, rounded, status, version } = figure;
  return {
    code,
    version,
    name: definition?.name ?? measure!.name,
    rule: definition ? ruleOf(definition, 'tasks', 'task') : measure!.rule,
    source: definition?.source ?? measure!.source,
    unit,
    decimals: rounding.decimals,
    by,
    status,
    ...(numerator === undefined ? {} : { numerator }),
    ...(denominator === undefined ? {} : { denominator }),
    ...(rounded === undefined ? {} : { rounded }),
  };
}

const fits = (wanted: string, ...texts: readonly string[]): boolean =>
  texts.some((text) => foldKey(text).includes(wanted));

export async function listPublicFiguresAction(
  given: Context,
  { unitId, q = '' }: ParsedOf<typeof listPublicFigures>,
): Promise<ReplyOf<typeof listPublicFigures>> {
  const from = await opened(given, unitId);
  const wanted = foldKey(q);
  const { book } = from;
  const codes = [
    ...book.definitions
      .filter((d) => d.use === 'offered' && fits(wanted, d.code, d.name.vi, d.name.en))
      .map((d) => d.code),
    ...[...book.measures.values()]
      .filter((m) => fits(wanted, m.code, m.name.vi, m.name.en))
      .map((m) => m.code),
  ];
  const items: PublicFigure[] = [];
  for (const code of codes) {
    const one = await shown(from, code);
    if (one) items.push(one);
  }
  return { ...from.frame, items };
}

async function oneOf(given: Context, code: string, unitId: string | undefined): Promise<PublicFigureReply> {
  const from = await opened(given, unitId);
  const figure = await shown(from, code);
  if (!figure) throw new Problem(unknownFigure);
  const shares = await sharesByUnit(from.ctx, from.book, code);
  const units = shares
    .filter((s) => s.denominator > 0)
    .map(({ unitId: id, numerator, denominator, rounded }) => ({
      ...from.named(id),
      numerator,
      denominator,
      ...(rounded === undefined ? {} : { rounded }),
    }));
  return { ...from.frame, figure, units };
}

export const getPublicFigureAction = (
  ctx: Context,
  { code, unitId }: ParsedOf<typeof getPublicFigure>,
): Promise<PublicFigureReply> => oneOf(ctx, code, unitId);

/** May be kept for a minute by anyone; a later question with the tag is answered without the body. */
const kept = (body: string): Record<string, string> => ({
  etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
  'cache-control': 'public, max-age=60',
});

function csvOf({ figure, units, asOf, about }: PublicFigureReply, lang: 'vi' | 'en'): string {
  const { head, all } = messages[lang];
  const row = (
    id: string,
    name: string,
    v: { numerator?: number; denominator?: number; rounded?: string },
  ) => [figure.code, figure.version, id, name, v.numerator ?? '', v.denominator ?? '', v.rounded ?? '', asOf];
  return renderCsv(
    [head.code, head.version, head.unit, head.name, head.numerator, head.denominator, head.value, head.asOf],
    [
      row(about?.id ?? '', nameOf(about, lang) ?? all, figure),
      ...units.map((u) => row(u.id, nameOf(u, lang), u)),
    ],
  );
}

export async function publicFigureDataAction(
  ctx: Context,
  { code, unitId, format, language }: ParsedOf<typeof publicFigureData>,
): Promise<FileReply> {
  const data = await oneOf(ctx, code, unitId);
  const body = format === 'csv' ? csvOf(data, language) : `${JSON.stringify(data, null, 2)}\n`;
  return {
    body,
    type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    name: `${code}${data.about ? `-${data.about.id}` : ''}-${data.asOf}.${format}`,
    inline: format === 'json',
    headers: { ...kept(body), 'access-control-allow-origin': '*' },
  };
}

/** Where the page of a figure is, and the words of a picture that lead there. */
const wordsOf = (ctx: Context, data: PublicFigureReply, lang: 'vi' | 'en') => {
  const t = messages[lang];
  const { host, origin } = new URL(ctx.app.config.url);
  const query = data.about ? `?unitId=${encodeURIComponent(data.about.id)}` : '';
  return {
    about: nameOf(data.about, lang) ?? t.all,
    asOf: t.asOf(formatDay(data.asOf)),
    source: t.sourceLine(host),
    status: t.status[data.figure.status],
    address: `${origin}/public-figures/${data.figure.code}${query}`,
    image: `/api/public-figures/${data.figure.code}/picture${query}${query ? '&' : '?'}language=${lang}`,
  };
};

export async function publicFigurePictureAction(
  ctx: Context,
  { code, unitId, language }: ParsedOf<typeof publicFigurePicture>,
): Promise<FileReply> {
  const data = await oneOf(ctx, code, unitId);
  const body = picture(data.figure, wordsOf(ctx, data, language), language);
  return {
    body,
    type: 'image/svg+xml; charset=utf-8',
    name: `${code}.svg`,
    inline: true,
    headers: {
      ...kept(body),
      'content-security-policy': "default-src 'none'; style-src 'none'; frame-ancestors *",
      'cross-origin-resource-policy': 'cross-origin',
    },
  };
}

export async function publicFigureFrameAction(
  ctx: Context,
  { code, unitId, language }: ParsedOf<typeof publicFigureFrame>,
): Promise<FileReply> {
  const data = await oneOf(ctx, code, unitId);
  const body = framePage(data.figure, wordsOf(ctx, data, language), language);
  return {
    body,
    type: 'text/html; charset=utf-8',
    name: `${code}.html`,
    inline: true,
    headers: {
      ...kept(body),
      // The one address that others may frame: it holds a picture and a link, no form and no script.
      'content-security-policy':
        "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
    },
  };
}
