import { isDay } from '../../../kit/day.ts';
import { levelsIn } from '../rules/checks/agencies.ts';
import type {
  Announcement,
  Channel,
  ChannelRow,
  Component,
  ProcedureContent,
  ProcedureLevel,
} from '../rules/model.ts';
import { foldWords } from '../rules/words.ts';
import { readCode } from './code.ts';
import { blank, type Fault, type ReadFile } from './model.ts';
import { competenceOf, componentOf, feeOf, limitOf, resultOf } from './parts.ts';

/**
 * The record of the national catalogue as its service LayThuTuc hands it over. Its outer fields are known; the inner
 * ones differ between versions of the service, so each part is looked for under the names seen so far.
 */

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** The text under the first of the names that has one. Numbers become text as they were written. */
function textOf(value: unknown, ...names: string[]): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
  if (!isObject(value)) return '';
  for (const name of names) {
    const found = value[name];
    if (typeof found === 'string' || typeof found === 'number') return String(found).trim();
  }
  return '';
}
const partsOf = (value: Json, ...names: string[]): unknown[] => names.flatMap((name) => listOf(value[name]));

const channelCodes: Readonly<Record<string, Channel>> = { '1': 'desk', '2': 'online', '3': 'post' };
function channelOf(text: string): Channel | undefined {
  const folded = foldWords(text);
  if (channelCodes[folded]) return channelCodes[folded];
  if (/truc tuyen|online/.test(folded)) return 'online';
  if (/buu chinh|buu dien|post/.test(folded)) return 'post';
  return /truc tiep|desk/.test(folded) ? 'desk' : undefined;
}

function rowsOf(record: Json): ChannelRow[] {
  return partsOf(record, 'CACHTHUCTHUCHIEN')
    .filter(isObject)
    .flatMap((way): ChannelRow[] => {
      const channel = channelOf(textOf(way, 'KENH', 'KENHTHUCHIEN', 'HINHTHUC', 'HINHTHUCNOP'));
      if (!channel) return [];
      const times = partsOf(way, 'THOIGIAN').filter(isObject);
      return (times.length > 0 ? times : [way]).slice(0, 1).map((time) => {
        const [fee] = [
          ...partsOf(time, 'PHILEPHI', 'DANHSACHPHI'),
          ...partsOf(way, 'PHILEPHI', 'DANHSACHPHI'),
        ];
        const [amount, remark] = [
          textOf(fee, 'SOTIEN', 'PHILEPHI', 'GIA', 'MUCPHI'),
          textOf(fee, 'MOTA', 'GHICHU'),
        ];
        const said = [textOf(time, 'MOTA', 'GHICHU'), typeof fee === 'object' ? remark : '']
          .filter(Boolean)
          .join('; ');
        return {
          channel,
          ...limitOf(
            textOf(time, 'THOIGIANGIAIQUYET', 'THOIHANGIAIQUYET', 'SOLUONG'),
            textOf(time, 'DONVITINH', 'DONVI'),
          ),
          fee: feeOf(amount, remark),
          ...(said ? { remark: { vi: said } } : {}),
        };
      });
    });
}

function componentsOf(record: Json): Component[] {
  const groups = partsOf(record, 'THANHPHANHOSO').filter(isObject);
  const papers = groups.flatMap((group) => {
    const own = partsOf(group, 'GIAYTO', 'DANHSACHGIAYTO');
    return own.length > 0 ? own : [group];
  });
  return papers.flatMap((paper, i) => {
    const name = textOf(paper, 'TENGIAYTO', 'TENTHANHPHAN', 'TEN');
    if (!name) return [];
    const count = (text: string) => Math.min(50, Number(/\d+/.exec(text)?.[0] ?? 0));
    const originals = count(textOf(paper, 'SOBANCHINH', 'BANCHINH'));
    const copies = count(textOf(paper, 'SOBANSAO', 'BANSAO'));
    const form = textOf(paper, 'TENMAUDON', 'MAUDON', 'MAMAUDON');
    const component = componentOf(name, i, { originals, copies });
    return [{ ...component, ...(form ? { kind: 'form' as const, formNumber: form.slice(0, 100) } : {}) }];
  });
}

const names = (record: Json, field: string, ...inner: string[]): string[] =>
  partsOf(record, field)
    .map((one) => textOf(one, ...inner))
    .filter(Boolean);

const subjectWords: readonly [RegExp, ProcedureContent['subjects'][number]][] = [
  [/cong dan|ca nhan|nguoi/, 'citizen'],
  [/doanh nghiep|hop tac xa|ho kinh doanh/, 'business'],
  [/to chuc/, 'organisation'],
  [/can bo|cong chuc|vien chuc/, 'official'],
];

const levelNames: readonly [RegExp, ProcedureLevel][] = [
  [/cap xa/, 'commune'],
  [/cap tinh/, 'province'],
  [/cap bo/, 'ministry'],
];

function contentOf(record: Json): ProcedureContent {
  const agencyText = names(record, 'COQUANTHUCHIEN', 'TENDONVI', 'TENCOQUAN', 'TEN').join('; ');
  const stated = foldWords(textOf(record, 'CAPTHUCHIEN'));
  const level = levelNames.find(([words]) => words.test(stated))?.[1] ?? levelsIn(agencyText)[0] ?? 'other';
  const subjects = foldWords(names(record, 'MOTADOITUONGTHUCHIEN', 'TENDOITUONG', 'TEN').join(' '));
  const bases = partsOf(record, 'CANCUPHAPLY').map((one) =>
    [textOf(one, 'SOVANBAN', 'SOHIEU', 'SO'), textOf(one, 'TENVANBAN', 'TRICHYEU', 'TEN')]
      .filter(Boolean)
      .join(' – '),
  );
  const conditions = names(record, 'YEUCAU', 'NOIDUNG', 'MOTA');
  return {
    ...blank,
    name: { vi: textOf(record, 'TENTTHC') },
    fieldVi: names(record, 'LINHVUCTHUCHIEN', 'TENLINHVUC', 'TEN')[0] ?? '',
    level,
    decision: textOf(record, 'SOQUYETDINH', 'QUYETDINHCONGBO'),
    subjects: subjectWords.filter(([words]) => words.test(subjects)).map(([, subject]) => subject),
    agencyText,
    competence: competenceOf(level, agencyText),
    conditions: conditions.map((vi) => ({ vi: vi.slice(0, 4000) })),
    channels: rowsOf(record),
    components: componentsOf(record),
    results: partsOf(record, 'KETQUATHUCHIEN').flatMap((one) => {
      const [code, name] = [textOf(one, 'MAKETQUA', 'MA'), textOf(one, 'TENKETQUA', 'TEN')];
      return name ? [{ ...resultOf(name), ...(code ? { code } : {}) }] : [];
    }),
    legalBases: bases.filter(Boolean),
  };
}

const dayIn = (text: string): string | undefined => {
  const iso = /\b(\d{4})-(\d\d)-(\d\d)/.exec(text)?.slice(1);
  const written = /\b(\d{1,2})(?:\/| tháng )(\d{1,2})(?:\/| năm )(\d{4})\b/i
    .exec(text)
    ?.slice(1)
    .toReversed();
  const found = iso ?? written;
  if (!found) return undefined;
  const day = found.map((part) => part.padStart(2, '0')).join('-');
  return isDay(day) ? day : undefined;
};

/** The announcing decision: its day stands in a field of its own or, as often, behind its number ("… ngày 21/01/2025"). */
function announcementOf(record: Json): { announcement?: Announcement } {
  const decision = textOf(record, 'SOQUYETDINH', 'QUYETDINHCONGBO');
  const day = dayIn(textOf(record, 'NGAYQUYETDINH', 'NGAYBANHANH')) ?? dayIn(decision);
  const number = decision
    .split(/\s+ngày\s/i)[0]!
    .trim()
    .slice(0, 200);
  return day ? { announcement: { day, ...(number && { number }) } } : {};
}

const missing = (line: number, column: string): Fault => ({
  line,
  column,
  severity: 'error',
  message: { vi: `Thiếu ${column}.`, en: `${column} is missing.` },
});

function recordsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (isObject(value) && 'MATTHC' in value) return [value];
  if (isObject(value)) return Object.values(value).find((one): one is unknown[] => Array.isArray(one)) ?? [];
  return [];
}

/** Reads records of the national format: one, a list, or a list inside an answer. */
export function readRecords(text: string): ReadFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = { vi: 'Tệp JSON hỏng.', en: `The JSON is broken: ${(error as Error).message}` };
    return { procedures: [], faults: [{ line: 1, severity: 'error', message }] };
  }
  const result: ReadFile = { procedures: [], faults: [] };
  for (const [at, record] of recordsIn(value).entries()) {
    const line = at + 1;
    const given = isObject(record) ? record['MATTHC'] : undefined;
    if (!isObject(record) || given === undefined) result.faults.push(missing(line, 'MATTHC'));
    else if (typeof given !== 'string')
      result.faults.push({
        line,
        column: 'MATTHC',
        severity: 'error',
        message: {
          vi: `Mã ${JSON.stringify(given)} là số; mã phải là văn bản.`,
          en: `The code ${JSON.stringify(given)} is a number; codes are text.`,
        },
      });
    else {
      const code = readCode(given.trim(), line);
      const content = contentOf(record);
      const faults = [
        ...('fault' in code ? [{ ...code.fault, column: 'MATTHC' }] : []),
        ...(content.name.vi ? [] : [missing(line, 'TENTTHC')]),
        ...(content.fieldVi ? [] : [missing(line, 'LINHVUCTHUCHIEN')]),
      ];
      result.faults.push(...faults);
      if ('code' in code && faults.length === 0)
        result.procedures.push({ line, code: code.code, content, ...announcementOf(record) });
    }
  }
  return result;
}
