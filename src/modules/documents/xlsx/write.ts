import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { type SheetLinks, type SheetModel, sheetXml, xmlText } from './sheet.ts';
import { openStyles } from './styles.ts';
import { type Part, zip } from './zip.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Sheet names of Excel: at most 31 characters, without `[]:*?/\`, each once. */
function sheetNames(sheets: readonly SheetModel[]): string[] {
  const taken = new Set<string>();
  return sheets.map((sheet, i) => {
    const plain =
      sheet.name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .replace(/ {2,}/g, ' ')
        .trim()
        .slice(0, 31) || `${i + 1}`;
    let name = plain;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain.slice(0, 27)} (${n})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

const relations = (items: readonly string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
const relation = (id: number, type: string, target: string, more = ''): string =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"${more}/>`;

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${MAIN}.worksheet+xml"/>`,
  );
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${MAIN}.styles+xml"/>${sheets.join('')}</Types>`;
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** The parts in the order in which they can be written: a sheet's links and the styles are known after its rows. */
function* parts(sheets: readonly SheetModel[]): Generator<Part> {
  const styles = openStyles();
  const names = sheetNames(sheets);
  yield { name: '[Content_Types].xml', content: [contentTypes(sheets.length)] };
  yield { name: '_rels/.rels', content: [relations([relation(1, 'officeDocument', 'xl/workbook.xml')])] };
  yield { name: 'xl/workbook.xml', content: [workbookXml(names)] };
  const toSheets = names.map((_, i) => relation(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`));
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    content: [relations([...toSheets, relation(names.length + 1, 'styles', 'styles.xml')])],
  };
  for (const [i, sheet] of sheets.entries()) {
    const links: SheetLinks = { targets: [] };
    yield { name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(sheet, styles, links) };
    if (links.targets.length === 0) continue;
    const out = links.targets.map((target, at) =>
      relation(at + 1, 'hyperlink', xmlText(target), ' TargetMode="External"'),
    );
    yield { name: `xl/worksheets/_rels/sheet${i + 1}.xml.rels`, content: [relations(out)] };
  }
  yield { name: 'xl/styles.xml', content: [styles.xml()] };
}

/**
 * A workbook as a stream: rows are pulled while bytes leave, so memory does not grow with them. Numbers are numbers,
 * days are dates shown dd/mm/yyyy, text is text whatever it begins with; there are no formulas.
 */
export const streamXlsx = (sheets: readonly SheetModel[]): Readable =>
  Readable.from(zip(parts(sheets)), { objectMode: false });

/** The same as bytes, for mail and for freezing. */
export const renderXlsx = (sheets: readonly SheetModel[]): Promise<Buffer> => buffer(streamXlsx(sheets));
