/**
 * Be Vietnam Pro has only proportional digits (1 is 385 wide, 4 is 710) and no `tnum` feature, so columns of figures
 * would not line up. This gives digits one advance width: each outline is moved to the middle of its new cell.
 * Only used by scripts/make-fonts.ts. Table layouts: the OpenType specification, chapters glyf, loca, hmtx, hhea, head.
 */

interface Table {
  tag: string;
  data: Buffer;
}

/**
 * Returns a copy of a TrueType font in which the given glyphs have the advance `width` (font units).
 * The font must be a small static subset with simple glyphs; a composite glyph among them is an error.
 */
export function withTabularGlyphs(font: Buffer, glyphs: readonly number[], width: number): Buffer {
  const tables = readTables(font);
  const data = (tag: string): Buffer => {
    const found = tables.find((table) => table.tag === tag);
    if (!found) throw new Error(`the font has no table ${tag}`);
    return found.data;
  };
  const longOffsets = data('head').readInt16BE(50) === 1;
  const metricCount = data('hhea').readUInt16BE(34);
  const metrics = data('hmtx');
  const outlines = readOutlines(data('glyf'), data('loca'), longOffsets);

  for (const glyph of glyphs) {
    if (glyph >= metricCount) throw new Error('the font shares one width among several glyphs');
    const shift = Math.round((width - metrics.readUInt16BE(glyph * 4)) / 2);
    metrics.writeUInt16BE(width, glyph * 4);
    metrics.writeInt16BE(metrics.readInt16BE(glyph * 4 + 2) + shift, glyph * 4 + 2);
    outlines[glyph] = shiftOutline(outlines[glyph] ?? Buffer.alloc(0), shift);
  }
  return writeTables(
    tables.map(({ tag, data: old }) => {
      if (tag === 'glyf') return { tag, data: Buffer.concat(outlines.map(padded)) };
      if (tag === 'loca') return { tag, data: writeOffsets(outlines, longOffsets) };
      return { tag, data: old };
    }),
  );
}

/** Glyph number of a character, from the format 4 sub-table of cmap; 0 when the font lacks it. */
export function glyphOf(font: Buffer, character: string): number {
  const cmap = readTables(font).find((table) => table.tag === 'cmap')?.data;
  if (!cmap) return 0;
  const code = character.codePointAt(0) ?? 0;
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const start = cmap.readUInt32BE(8 + i * 8);
    if (cmap.readUInt16BE(start) === 4) return glyphInSegments(cmap.subarray(start), code);
  }
  return 0;
}

function glyphInSegments(table: Buffer, code: number): number {
  const doubled = table.readUInt16BE(6);
  for (let i = 0; i < doubled; i += 2) {
    if (code > table.readUInt16BE(14 + i)) continue;
    const first = table.readUInt16BE(16 + doubled + i);
    if (code < first) return 0;
    const delta = table.readInt16BE(16 + doubled * 2 + i);
    const at = 16 + doubled * 3 + i;
    const range = table.readUInt16BE(at);
    return range === 0
      ? (code + delta) & 0xffff
      : table.readUInt16BE(at + range + (code - first) * 2) + delta;
  }
  return 0;
}

function readTables(font: Buffer): Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const at = 12 + i * 16;
    const start = font.readUInt32BE(at + 8);
    const data = Buffer.from(font.subarray(start, start + font.readUInt32BE(at + 12)));
    return { tag: font.toString('latin1', at, at + 4), data };
  });
}

function readOutlines(glyf: Buffer, loca: Buffer, long: boolean): Buffer[] {
  const count = loca.length / (long ? 4 : 2) - 1;
  const offset = (i: number): number => (long ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2);
  return Array.from({ length: count }, (_, i) => glyf.subarray(offset(i), offset(i + 1)));
}

function writeOffsets(outlines: readonly Buffer[], long: boolean): Buffer {
  const loca = Buffer.alloc((outlines.length + 1) * (long ? 4 : 2));
  let at = 0;
  for (let i = 0; i <= outlines.length; i++) {
    if (long) loca.writeUInt32BE(at, i * 4);
    else loca.writeUInt16BE(at / 2, i * 2);
    at += padded(outlines[i] ?? Buffer.alloc(0)).length;
  }
  return loca;
}

/** Coordinates are stored as differences, so moving a simple glyph changes its box and its first x only. */
function shiftOutline(outline: Buffer, shift: number): Buffer {
  if (outline.length === 0 || shift === 0) return outline;
  const contours = outline.readInt16BE(0);
  if (contours < 0) throw new Error('a composite glyph cannot be shifted');
  const points = outline.readUInt16BE(10 + contours * 2 - 2) + 1;
  const flagsAt = 10 + contours * 2 + 2 + outline.readUInt16BE(10 + contours * 2);
  const xAt = endOfFlags(outline, flagsAt, points);

  const flag = outline.readUInt8(flagsAt);
  const short = (flag & 2) !== 0;
  const same = (flag & 16) !== 0;
  if ((flag & 8) !== 0)
    throw new Error('the first flag is repeated: the first point cannot be changed alone');
  const size = short ? 1 : same ? 0 : 2;
  const x = short ? outline.readUInt8(xAt) * (same ? 1 : -1) : same ? 0 : outline.readInt16BE(xAt);

  const first = Buffer.alloc(2);
  first.writeInt16BE(x + shift);
  const moved = Buffer.concat([outline.subarray(0, xAt), first, outline.subarray(xAt + size)]);
  moved.writeUInt8(flag & ~(2 | 16), flagsAt);
  moved.writeInt16BE(outline.readInt16BE(2) + shift, 2);
  moved.writeInt16BE(outline.readInt16BE(6) + shift, 6);
  return moved;
}

function endOfFlags(outline: Buffer, start: number, points: number): number {
  let at = start;
  for (let seen = 0; seen < points; seen++) {
    const repeated = (outline.readUInt8(at) & 8) !== 0;
    if (repeated) seen += outline.readUInt8(at + 1);
    at += repeated ? 2 : 1;
  }
  return at;
}

function padded(data: Buffer): Buffer {
  const rest = data.length % 4;
  return rest === 0 ? data : Buffer.concat([data, Buffer.alloc(4 - rest)]);
}

function writeTables(tables: readonly Table[]): Buffer {
  const power = Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + tables.length * 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((tables.length - 2 ** power) * 16, 10);
  let at = head.length;
  tables.forEach(({ tag, data }, i) => {
    head.write(tag, 12 + i * 16, 'latin1');
    head.writeUInt32BE(checksum(data), 16 + i * 16);
    head.writeUInt32BE(at, 20 + i * 16);
    head.writeUInt32BE(data.length, 24 + i * 16);
    at += padded(data).length;
  });
  return Buffer.concat([head, ...tables.map(({ data }) => padded(data))]);
}

function checksum(data: Buffer): number {
  const whole = padded(data);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}
