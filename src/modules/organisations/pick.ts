/**
 * The unit picker on the server. A picker called `x` sends `x` (the chosen unit), `x-text` (what stands in the box) and
 * `x-seen` (what stood there when it was drawn): a choice holds as long as its text was not touched. With the script
 * only `x` arrives.
 */
import { type Fields, type FormHandler, type Page, type PageContext, textOf } from '../../kit/page.ts';
import { fieldProblem, type Problem } from '../../kit/problems.ts';
import type { PickWords, UnitPick } from '../../web/components/unit-picker.tsx';
import { searchUnits } from './contract/search.ts';
import { getUnit } from './contract/units.ts';
import type { Level } from './rules/model.ts';

/** Something else than units that is picked in the same way: a source that answers as the search of units does. */
export interface PickOther {
  source: string;
  search: (
    p: PageContext,
    q: string,
    limit: number,
  ) => Promise<{ items: Found[]; next?: string | undefined }>;
  /** What a chosen value is called. */
  find: (p: PageContext, value: string) => Promise<Found | undefined>;
  words: Record<PageContext['lang'], PickWords>;
  /** A text that names none of them, or several. */
  unclear: (name: string, text: string, count: number) => Problem;
}

/** Which units a picker offers; all living ones without it. */
export interface PickFrom {
  /** Not units, but these. */
  other?: PickOther;
  levels?: readonly Level[];
  within?: string;
  /** Only units for which the person holds this permission. */
  may?: string;
  asOf?: string;
  /** Field of the same form that holds the day as of which units are meant. */
  asOfField?: string;
  /** Texts that stand for themselves, such as '*' for the whole installation. */
  also?: readonly string[];
}

/** Pickers of a page or a form by the name of the field. */
export type PicksFrom = Readonly<Record<string, PickFrom>>;

const shown = 20;
const isId = /^[a-z0-9-]{1,80}$/;
const printed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const isDay = /^\d{4}-\d\d-\d\d$/;
const nameIn = (p: PageContext, unit: { nameVi: string; nameEn: string }): string =>
  (p.lang === 'en' && unit.nameEn) || unit.nameVi;

/** A page as of a day offers the units of that day. */
const onDay = (p: PageContext, from: PickFrom, given: (name: string) => string | undefined): PickFrom => {
  const said = from.asOfField === undefined ? undefined : given(from.asOfField);
  const text = (from.asOf ?? (said || p.query['asOf']) ?? '').trim();
  const [, day, month, year] = printed.exec(text) ?? [];
  const asOf = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text;
  return { ...from, asOf };
};

const inputOf = ({ levels, within, may, asOf }: PickFrom) => ({
  ...(levels && { level: [...levels] }),
  ...(within && { within }),
  ...(may && { may }),
  ...(asOf && isDay.test(asOf) && { asOf }),
});

function sourceOf(from: PickFrom): string {
  if (from.other) return from.other.source;
  const query = new URLSearchParams({ limit: '12' });
  for (const [name, value] of Object.entries(inputOf(from)))
    for (const one of [value].flat()) query.append(name, one);
  return `/api${searchUnits.path}?${query.toString()}`;
}

interface Named {
  nameVi: string;
  nameEn: string;
}
interface Found extends Named {
  id: string;
  /** The text is its whole name or code. */
  exact: boolean;
  /** What it belongs to, to tell those of one name apart. */
  above: Named[];
}

/** A chosen value by its name. */
async function named(p: PageContext, value: string, { other }: PickFrom): Promise<string> {
  const found = other
    ? await other.find(p, value)
    : isId.test(value)
      ? await p.maybe(getUnit, { id: value })
      : undefined;
  return found ? nameIn(p, found) : value;
}

/** What a text may mean; who knows the identifier of a unit may write that. */
async function search(
  p: PageContext,
  text: string,
  from: PickFrom,
): Promise<{ items: Found[]; next?: string | undefined }> {
  const q = text.trim().slice(0, 200);
  if (!q) return { items: [] };
  if (from.other) return from.other.search(p, q, shown);
  const found = await p.call(searchUnits, { ...inputOf(from), q, limit: shown });
  const one = found.items.length === 0 && isId.test(q) ? await p.maybe(getUnit, { id: q }) : undefined;
  return one?.living && (!from.may || p.can(from.may, q))
    ? { items: [{ ...one, exact: true, above: one.path }] }
    : found;
}

/**
 * What the picker `name` shows: the chosen unit by its name, or the units that the typed text may mean.
 * `given` reads what was typed or chosen before; the query of the page without it.
 */
export async function unitPick(
  p: PageContext,
  name: string,
  options: PickFrom & { given?: (name: string) => string | undefined } = {},
): Promise<UnitPick> {
  const { given = (field: string) => p.query[field], ...more } = options;
  const from = onDay(p, more, given);
  const isOwn = (text: string | undefined) => text !== undefined && from.also?.includes(text.trim());
  const source = { source: sourceOf(from), ...(from.other && { words: from.other.words[p.lang] }) };
  const [value, text, seen] = [given(name), given(`${name}-text`), given(`${name}-seen`)];
  if (value && (text === undefined || text === seen)) {
    const known = text || (await named(p, value, from));
    return { ...source, value, text: known, seen: known };
  }
  if (!text?.trim() || isOwn(text)) return { ...source, ...(text ? { text, seen: '' } : {}) };
  const { items, next } = await search(p, text, from);
  const found = items.map((unit) => ({
    id: unit.id,
    text: nameIn(p, unit),
    note: unit.above.map((above) => nameIn(p, above)).join(', '),
  }));
  return { ...source, text, seen: text, found, more: next !== undefined };
}

/** The unit that a picker sent; undefined for an empty one, 'ask' where the text does not name one unit. */
async function chosen(
  p: PageContext,
  given: (suffix: string) => string,
  from: PickFrom,
  enough: 'exact' | 'only',
): Promise<{ unitId?: string; ask?: number }> {
  const [value, text] = [given(''), given('-text').trim()];
  if (!text) return {};
  if (from.also?.includes(text)) return { unitId: text };
  if (value && text === given('-seen').trim()) return { unitId: value };
  const { items } = await search(p, text, from);
  const exact = items.filter((unit) => unit.exact);
  const [only] = exact.length > 0 ? exact : enough === 'only' ? items : [];
  const isOne = exact.length === 1 || (enough === 'only' && items.length === 1);
  return only && isOne && !given('-search') ? { unitId: only.id } : { ask: items.length };
}

const pickers = (fields: object): string[] =>
  Object.keys(fields).flatMap((name) => (name.endsWith('-text') ? [name.slice(0, -'-text'.length)] : []));
const parts = ['', '-text', '-seen', '-search'];

/** A form with pickers: each becomes the unit it names. @throws a refusal of the field where it names none or several. */
export const pickedHandler =
  (handler: FormHandler, from: PicksFrom = {}): FormHandler =>
  async (p, fields) => {
    const plain: Fields = { ...fields };
    for (const name of pickers(fields)) {
      const given = (suffix: string) => textOf(fields, `${name}${suffix}`);
      const { unitId, ask } = await chosen(
        p,
        given,
        onDay(p, from[name] ?? {}, (field) => textOf(fields, field)),
        'exact',
      );
      if (ask !== undefined) throw (from[name]?.other?.unclear ?? unclear)(name, given('-text'), ask);
      for (const part of parts) delete plain[`${name}${part}`];
      if (unitId) plain[name] = unitId;
    }
    return handler(p, plain);
  };

const unclear = (name: string, text: string, count: number) =>
  count === 0
    ? fieldProblem(name, `Không có cơ quan nào khớp với “${text}”.`, `No unit matches “${text}”.`)
    : fieldProblem(
        name,
        `Chọn một trong các cơ quan khớp với “${text}”.`,
        `Choose one of the units that match “${text}”.`,
      );

/** A page whose filters hold pickers: a text that names one unit becomes an address with that unit. */
export const pickedPage = (page: Page, from: PicksFrom = {}): Page => ({
  ...page,
  get: async (p) => {
    const names = pickers(p.query);
    if (names.length === 0) return page.get(p);
    const query = new URLSearchParams(p.url.split('?')[1] ?? '');
    let isClear = true;
    for (const name of names) {
      const given = (suffix: string) => p.query[`${name}${suffix}`] ?? '';
      const { unitId, ask } = await chosen(
        p,
        given,
        onDay(p, from[name] ?? {}, (field) => p.query[field]),
        'only',
      );
      if (ask !== undefined) {
        isClear = false;
        delete p.query[name];
        continue;
      }
      for (const part of parts) query.delete(`${name}${part}`);
      if (unitId) query.set(name, unitId);
    }
    const rest = query.size > 0 ? `?${query.toString()}` : '';
    return isClear ? { redirect: `${p.url.split('?')[0]!}${rest}` } : page.get(p);
  },
});
