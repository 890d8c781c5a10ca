import type { CsvTable } from '../../../kit/csv.ts';
import { readCsv } from '../../../kit/csv.ts';
import { parseDay } from '../../../kit/day.ts';
import type { ImportFault, ImportFile } from '../contract/imports.ts';
import type { Day, UnitKind } from '../rules/model.ts';

export type PlaceRow = {
  line: number;
  code: string;
  name: string;
  nameEn: string;
  kind: UnitKind;
  alias: string | undefined;
  provinceCode: string;
  from: Day;
};
export type MappingRow = {
  line: number;
  oldProvince: { code: string; name: string };
  oldDistrict: { code: string; name: string };
  /** Absent for former island districts, which had no commune level. */
  oldCommune: { code: string; name: string } | undefined;
  provinceCode: string;
  communeCode: string;
  communeName: string;
};
export type ChangeRow = {
  line: number;
  code: string;
  /** Absent for a correction of a name that was wrong from the start. */
  on: Day | undefined;
  legalBasis: string;
  oldName: string;
  newName: string;
  kind: UnitKind;
};

export type ImportRows = {
  provinces: PlaceRow[];
  communes: PlaceRow[];
  mapping: MappingRow[];
  changes: ChangeRow[];
};
export type ReadFiles = {
  rows: ImportRows;
  counts: Partial<Record<ImportFile, number>>;
  faults: ImportFault[];
};

const placeKinds: Record<string, UnitKind> = {
  tinh: 'province',
  thanh_pho_truc_thuoc_trung_uong: 'centralCity',
  xa: 'commune',
  phuong: 'ward',
  dac_khu: 'specialZone',
};

const columns: Record<ImportFile, string[]> = {
  provinces: ['code', 'full_name', 'full_name_en', 'type', 'valid_from'],
  communes: ['code', 'full_name', 'full_name_en', 'type', 'province_code', 'valid_from'],
  mapping: [
    'old_province_code',
    'old_province',
    'old_district_code',
    'old_district',
    'old_commune_code',
    'old_commune',
    'new_province_code',
    'new_commune_code',
    'new_commune',
  ],
  changes: ['level', 'code', 'effective_date', 'legal_basis', 'old_full_name', 'new_full_name', 'new_type'],
};

/** One line being read: takes cells and notes what is wrong with them. */
type Reader = {
  line: number;
  text: (column: string) => string;
  optional: (column: string) => string | undefined;
  code: (column: string, digits: number) => string;
  day: (column: string) => Day;
  kind: (column: string) => UnitKind;
};

type Note = (column: string, vi: string, en: string) => void;

function codeFrom(value: string, column: string, digits: number, note: Note): string {
  if (value === '' || new RegExp(`^\\d{${digits}}$`).test(value)) return value;
  if (/^\d+$/.test(value) && value.length < digits) {
    const en = `Code “${value}” has lost its leading zeros; ${digits} digits as text are needed.`;
    note(column, `Mã “${value}” thiếu số 0 ở đầu; cần ${digits} chữ số dạng văn bản.`, en);
  } else {
    const en = `Code “${value}” must have exactly ${digits} digits.`;
    note(column, `Mã “${value}” phải có đúng ${digits} chữ số.`, en);
  }
  return value;
}

function dayFrom(value: string, column: string, note: Note): Day {
  const found = parseDay(value);
  if (value !== '' && !found) note(column, `“${value}” không phải là ngày.`, `“${value}” is not a day.`);
  return found ?? value;
}

function kindFrom(value: string, column: string, note: Note): UnitKind {
  const found = placeKinds[value];
  if (value !== '' && !found) note(column, `Không có loại “${value}”.`, `There is no kind “${value}”.`);
  return found ?? 'other';
}

function readerOf(
  file: ImportFile,
  line: number,
  cells: Record<string, string>,
  faults: ImportFault[],
): Reader {
  const note: Note = (column, vi, en) => void faults.push({ file, line, column, message: { vi, en } });
  const text = (column: string) => {
    const value = cells[column] ?? '';
    if (value === '') note(column, 'Ô trống.', 'The cell is empty.');
    else if (/^[=+@]/.test(value))
      note(column, 'Ô chứa công thức; cần giá trị.', 'The cell holds a formula; a value is needed.');
    return value;
  };
  return {
    line,
    text,
    optional: (column) => (cells[column] ? text(column) : undefined),
    code: (column, digits) => codeFrom(text(column), column, digits, note),
    day: (column) => dayFrom(text(column), column, note),
    kind: (column) => kindFrom(text(column), column, note),
  };
}

function place(file: 'provinces' | 'communes') {
  return (read: Reader): PlaceRow => ({
    line: read.line,
    code: read.code('code', file === 'provinces' ? 2 : 5),
    name: read.text('full_name'),
    nameEn: read.text('full_name_en'),
    kind: read.kind('type'),
    alias: read.optional('name_alt'),
    provinceCode: file === 'provinces' ? '' : read.code('province_code', 2),
    from: read.day('valid_from'),
  });
}

function mapping(read: Reader): MappingRow {
  const commune = read.optional('old_commune_code');
  return {
    line: read.line,
    oldProvince: { code: read.code('old_province_code', 2), name: read.text('old_province') },
    oldDistrict: { code: read.code('old_district_code', 3), name: read.text('old_district') },
    oldCommune:
      commune === undefined
        ? undefined
        : { code: read.code('old_commune_code', 5), name: read.text('old_commune') },
    provinceCode: read.code('new_province_code', 2),
    communeCode: read.code('new_commune_code', 5),
    communeName: read.text('new_commune'),
  };
}

function change(read: Reader): ChangeRow {
  const digits = read.text('level') === 'province' ? 2 : 5;
  const on = read.optional('effective_date');
  return {
    line: read.line,
    code: read.code('code', digits),
    on: on === undefined ? undefined : read.day('effective_date'),
    legalBasis: read.text('legal_basis'),
    oldName: read.text('old_full_name'),
    newName: read.text('new_full_name'),
    kind: read.kind('new_type'),
  };
}

function tableOf(file: ImportFile, bytes: Uint8Array, faults: ImportFault[]): CsvTable {
  const table = readCsv(bytes);
  faults.push(...table.faults.map((fault) => ({ file, ...fault })));
  const absent = columns[file].filter((name) => !table.columns.includes(name));
  const twice = table.columns.filter((name, index) => table.columns.indexOf(name) !== index);
  for (const column of absent)
    faults.push({
      file,
      line: 1,
      column,
      message: { vi: `Thiếu cột “${column}”.`, en: `The column “${column}” is missing.` },
    });
  for (const column of twice)
    faults.push({
      file,
      line: 1,
      column,
      message: { vi: `Cột “${column}” có hai lần.`, en: `The column “${column}” is there twice.` },
    });
  return absent.length > 0 ? { ...table, rows: [] } : table;
}

/** Reads the lists of a country; every cell that cannot be used is a fault with file, line and column. */
export function readFiles(files: Partial<Record<ImportFile, Uint8Array>>): ReadFiles {
  const faults: ImportFault[] = [];
  const counts: Partial<Record<ImportFile, number>> = {};
  const read = <Row>(file: ImportFile, make: (reader: Reader) => Row): Row[] => {
    const bytes = files[file];
    if (bytes === undefined) return [];
    const { rows } = tableOf(file, bytes, faults);
    counts[file] = rows.length;
    return rows.map(({ line, cells }) => make(readerOf(file, line, cells, faults)));
  };
  const rows = {
    provinces: read('provinces', place('provinces')),
    communes: read('communes', place('communes')),
    mapping: read('mapping', mapping),
    changes: read('changes', change),
  };
  return { rows, counts, faults };
}
