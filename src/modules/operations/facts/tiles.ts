/**
 * Where the 34 provinces stand on a grid of tiles, by official code: north on top, the coast on the right. Our own
 * layout; it keeps neighbours near each other and says nothing about size or borders. '.' is an empty place.
 */
const rows = [
  '.  12 15 08 04',
  '11 14 25 19 20',
  '.  .  01 24 22',
  '.  .  37 33 31',
  '.  .  38 .  .',
  '.  .  40 .  .',
  '.  .  42 .  .',
  '.  .  .  44 .',
  '.  .  .  46 .',
  '.  .  .  .  48',
  '.  .  .  .  51',
  '.  .  .  .  52',
  '.  .  .  .  66',
  '.  80 75 68 56',
  '.  82 79 .  .',
  '91 92 86 .  .',
  '96 .  .  .  .',
];

/** Column and row of a province by its code. */
export const tiles: ReadonlyMap<string, readonly [column: number, row: number]> = new Map(
  rows.flatMap((line, row) =>
    line.split(/\s+/).flatMap((code, column) => (code === '.' ? [] : [[code, [column, row]] as const])),
  ),
);
/** Archipelagos, by the code of the province or city they belong to: marked on every map of the country, without figures. */
export const archipelagos: readonly {
  of: string;
  name: { vi: string; en: string };
  at: readonly [column: number, row: number];
}[] = [
  { of: '48', name: { vi: 'Hoàng Sa', en: 'Hoang Sa' }, at: [4, 8] },
  { of: '56', name: { vi: 'Trường Sa', en: 'Truong Sa' }, at: [4, 15] },
];

export const tileColumns = 5;
export const tileRows = rows.length;
