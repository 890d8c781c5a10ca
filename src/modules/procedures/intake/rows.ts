import { readCsv, type CsvRow } from '../../../kit/csv.ts';
import {
  channels,
  type ChannelRow,
  levels,
  type ProcedureContent,
  type ProcedureLevel,
} from '../rules/model.ts';
import { readCode } from './code.ts';
import { blank, type Fault, type ReadFile } from './model.ts';
import { competenceOf, componentOf, feeOf, limitOf, resultOf } from './parts.ts';

const required = ['code', 'name_vi', 'field_vi', 'level'];
const serviceLevels = ['full', 'partial', 'information'] as const;

const listOf = (cell: string): string[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);

function faultsOf({ line, cells }: CsvRow): Fault[] {
  const faults = required
    .filter((column) => column !== 'code' && !cells[column])
    .map((column): Fault => ({
      line,
      column,
      severity: 'error',
      message: { vi: `Thiếu ${column}.`, en: `${column} is missing.` },
    }));
  const level = cells['level'];
  if (level && !levels.includes(level as ProcedureLevel))
    faults.push({
      line,
      column: 'level',
      severity: 'error',
      message: {
        vi: `Cấp “${level}” không có; dùng ${levels.join(', ')}.`,
        en: `There is no level “${level}”; use ${levels.join(', ')}.`,
      },
    });
  const service = cells['service_level'];
  if (service && !serviceLevels.includes(service as (typeof serviceLevels)[number]))
    faults.push({
      line,
      column: 'service_level',
      severity: 'error',
      message: {
        vi: `Mức độ “${service}” không có; dùng ${serviceLevels.join(', ')}.`,
        en: `There is no service level “${service}”; use ${serviceLevels.join(', ')}.`,
      },
    });
  return faults;
}

/** The channels a record offers: all three, unless its notes say that it is done in person only. */
function channelsOf(cells: Record<string, string>): ChannelRow[] {
  const notes = cells['notes'] ?? '';
  const time = limitOf(cells['sla_value'] ?? '', (cells['sla_unit'] ?? '').replace('_', ' '));
  const fee = feeOf(cells['fee_vnd'] ?? '', notes);
  const offered = /in person only/i.test(notes) ? ['desk' as const] : channels;
  return offered.map((channel) => ({ channel, ...time, fee }));
}

function contentOf(cells: Record<string, string>): ProcedureContent {
  const level = cells['level'] as ProcedureLevel;
  const [agencyText, notes] = [cells['authority_vi'] ?? '', cells['notes'] ?? ''];
  const service = cells['service_level'] as ProcedureContent['serviceLevel'] | '';
  return {
    ...blank,
    name: { vi: cells['name_vi']!, ...(cells['name_en'] ? { en: cells['name_en'] } : {}) },
    fieldVi: cells['field_vi']!,
    level,
    decision: /published by ([^;]+)/.exec(notes)?.[1]?.trim() ?? '',
    agencyText,
    competence: competenceOf(level, agencyText),
    channels: channelsOf(cells),
    components: listOf(cells['documents_vi'] ?? '').map((name, i) => componentOf(name, i)),
    results: listOf(cells['result_vi'] ?? '').map(resultOf),
    ...(service ? { serviceLevel: service } : {}),
    ...(cells['source_url'] ? { sourceUrl: cells['source_url'] } : {}),
    ...(notes ? { notes } : {}),
  };
}

/** Reads the table of procedures: every faulty line by its number, the good ones as contents. */
export function readRows(bytes: Uint8Array): ReadFile {
  const table = readCsv(bytes);
  const faults: Fault[] = table.faults.map(({ line, column, message }) => ({
    line,
    ...(column ? { column } : {}),
    severity: 'error',
    message,
  }));
  const lacking = required.filter((name) => !table.columns.includes(name));
  if (table.columns.length > 0 && lacking.length > 0) {
    const message = {
      vi: `Thiếu cột: ${lacking.join(', ')}.`,
      en: `Columns are missing: ${lacking.join(', ')}.`,
    };
    return { procedures: [], faults: [...faults, { line: 1, severity: 'error', message }] };
  }
  const procedures: ReadFile['procedures'] = [];
  for (const row of table.rows) {
    const code = readCode(row.cells['code'] ?? '', row.line);
    const own = [...('fault' in code ? [code.fault] : []), ...faultsOf(row)];
    faults.push(...own);
    if ('code' in code && own.length === 0)
      procedures.push({ line: row.line, code: code.code, content: contentOf(row.cells) });
  }
  return { procedures, faults };
}
