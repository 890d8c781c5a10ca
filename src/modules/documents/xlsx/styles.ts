/** Looks of cells in a workbook: number formats are added as they come up, the rest is fixed. */
export interface Styles {
  /** The index of a style for a number with `decimals` and a `suffix`. */
  number(decimals: number | undefined, suffix: string | undefined): number;
  xml(): string;
}

/** Fixed styles by their index in `cellXfs`. `guarded` keeps a text that looks like a formula a text, also when it is edited. */
export const STYLE = {
  plain: 0,
  head: 1,
  text: 2,
  guarded: 3,
  day: 4,
  instant: 5,
  link: 6,
  note: 7,
  group: 8,
  title: 9,
} as const;

const FIRST_OWN_FORMAT = 170;
const top = '<alignment vertical="top" wrapText="1"/>';
const fixed = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>',
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${top}</xf>`,
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">${top}</xf>`,
  `<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>`,
  `<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>`,
  `<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1" applyAlignment="1">${top}</xf>`,
  '<xf numFmtId="49" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="49" fontId="4" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>',
];
const font = (inner: string, size = 12): string =>
  `<font>${inner}<sz val="${size}"/>INK<name val="Times New Roman"/><family val="1"/></font>`;
const fonts = [
  font(''),
  font('<b/>'),
  font('<u/>').replace('INK', '<color rgb="FF1B4D89"/>'),
  font('<i/>', 11),
  font('<b/>', 14),
].map((f) => f.replace('INK', ''));

const quoted = (suffix: string): string => (suffix ? `&quot;${suffix.replace(/[<>&"]/g, '')}&quot;` : '');
const formatOf = (decimals: number | undefined, suffix = ''): string =>
  (decimals === undefined ? '#,##0.######' : decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0') +
  quoted(suffix);

/** Opens the style table of one workbook. */
export function openStyles(): Styles {
  const formats = new Map<string, number>();
  return {
    number: (decimals, suffix) => {
      const code = formatOf(decimals, suffix);
      if (!formats.has(code)) formats.set(code, formats.size);
      return fixed.length + formats.get(code)!;
    },
    xml: () => {
      const own = [...formats].map(
        ([code, i]) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + i}" formatCode="${code}"/>`,
      );
      const xfs = [...formats].map(
        ([, i]) =>
          `<xf numFmtId="${FIRST_OWN_FORMAT + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
      );
      const edge = ['left', 'right', 'top', 'bottom']
        .map((s) => `<${s} style="thin"><color rgb="FF8A8A8A"/></${s}>`)
        .join('');
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="${own.length + 2}"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/>${own.join('')}</numFmts>
<fonts count="${fonts.length}">${fonts.join('')}</fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF1"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${edge}<diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${fixed.length + xfs.length}">${fixed.join('')}${xfs.join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
    },
  };
}
