/**
 * What stands in the boxes of the editor: one text per name, lists as `steps.0.key`. A list is changed by a button of
 * its row and a round trip; nothing is kept until the person saves.
 */
export type Flat = Readonly<Record<string, string>>;

/** Boxes and what is wrong with them. */
export interface Sheet {
  values: Flat;
  /** Message by name, in the reader's language. */
  errors: Readonly<Record<string, string>>;
}

/** One row of a list: reads its boxes, knows the prefix of their names. */
export interface Row {
  at: string;
  index: number;
  text(field: string): string;
  yes(field: string): boolean;
}

const sent = (value: unknown): string => (Array.isArray(value) ? String(value.at(-1)) : String(value));

/** Fields of a form as one text per name. */
export const flatOf = (fields: Readonly<Record<string, unknown>>): Flat =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => typeof value === 'string' || Array.isArray(value))
      .map(([name, value]) => [name, sent(value).replaceAll('\r\n', '\n')]),
  );

const indexesOf = (values: Flat, list: string): number[] => {
  const found = Object.keys(values).flatMap((name) => {
    if (!name.startsWith(`${list}.`)) return [];
    const index = Number(name.slice(list.length + 1).split('.')[0]);
    return Number.isInteger(index) ? [index] : [];
  });
  return [...new Set(found)].sort((a, b) => a - b);
};

export const rowAt = (values: Flat, at: string, index = 0): Row => ({
  at,
  index,
  text: (field) => (values[`${at}.${field}`] ?? '').trim(),
  yes: (field) => values[`${at}.${field}`] === 'true',
});

/** The rows of a list in their order. */
export const rowsOf = (values: Flat, list: string): Row[] =>
  indexesOf(values, list).map((index) => rowAt(values, `${list}.${index}`, index));

/** A row as boxes: `{key: 'a'}` at `steps.0` is `steps.0.key`. Absent values have no box, so that defaults can show. */
export const boxes = (
  at: string,
  row: Readonly<Record<string, string | number | boolean | undefined>>,
): Flat =>
  Object.fromEntries(
    Object.entries(row).flatMap(([field, value]) =>
      value === undefined ? [] : [[`${at}.${field}`, value === false ? '' : String(value)]],
    ),
  );

/** Rows as boxes, one list. */
export const listBoxes = <T>(
  list: string,
  rows: readonly T[] | undefined,
  make: (row: T, at: string, index: number) => Flat,
): Flat =>
  Object.assign({}, ...(rows ?? []).map((row, index) => make(row, `${list}.${index}`, index))) as Flat;

const blanks: readonly [RegExp, Readonly<Record<string, string>>][] = [
  [/^components$/, { kind: 'paper', originals: '1', copies: '0', required: 'true' }],
  [/\.fields$/, { required: 'true', type: 'text' }],
  [/^steps$/, { role: 'appraise', at: 'competent' }],
];

const blankOf = (list: string): Readonly<Record<string, string>> => ({
  was: '',
  ...blanks.find(([name]) => name.test(list))?.[1],
});

/** The rows of `list` in another order: `order` names the former indexes, each once. */
function reordered(values: Flat, list: string, order: readonly number[]): Flat {
  const others = Object.entries(values).filter(([name]) => !name.startsWith(`${list}.`));
  const moved = order.flatMap((from, to) =>
    Object.entries(values)
      .filter(([name]) => name.startsWith(`${list}.${from}.`))
      .map(([name, value]) => [`${list}.${to}.${name.slice(`${list}.${from}.`.length)}`, value]),
  );
  return Object.fromEntries([...others, ...moved]) as Flat;
}

/** Does what the button of a row says: `add steps`, `remove steps 2`, `up steps 2`, `down steps 2`. */
export function changeRows(values: Flat, command: string): Flat {
  const [what, list = '', number] = command.split(' ');
  const indexes = indexesOf(values, list);
  if (what === 'add') {
    const next = reordered(values, list, indexes);
    return { ...next, ...boxes(`${list}.${indexes.length}`, blankOf(list)) };
  }
  const place = indexes.indexOf(Number(number));
  if (place === -1) return values;
  const rest = indexes.filter((index) => index !== Number(number));
  if (what === 'remove') return reordered(values, list, rest);
  const to = Math.max(0, what === 'up' ? place - 1 : place + 1);
  return reordered(values, list, [...rest.slice(0, to), Number(number), ...rest.slice(to)]);
}

/** Only the texts that are there: `{ en: '' }` is `{}`. */
export const given = <K extends string>(texts: Readonly<Record<K, string>>): Partial<Record<K, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<Record<K, string>>;

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const namesIn = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter(Boolean);
