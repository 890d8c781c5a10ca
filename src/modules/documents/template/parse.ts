import type { SlipColumn, SlipKey, SlipPart, SlipTemplate, TemplateFault } from '../rules/slip.ts';
import { tablesOf, wordsOf } from './words.ts';

const WORD = /\{\{\s*([\w]*)\s*\}\}/g;
const heads: Record<string, 'formLabel' | 'title' | 'subtitle'> = {
  mẫu: 'formLabel',
  'tiêu đề': 'title',
  'phụ đề': 'subtitle',
};
const aligns: Record<string, SlipColumn['align']> = { trái: 'left', giữa: 'center', phải: 'right' };

interface Reading {
  key: SlipKey;
  template: SlipTemplate;
  faults: TemplateFault[];
  table?: { part: Extract<SlipPart, { kind: 'table' }>; line: number };
}

function fault(r: Reading, line: number, vi: string, en: string): void {
  r.faults.push({ line, vi, en });
}

/** Words are names the slip knows; anything else would print as a hole. */
function checkWords(r: Reading, line: number, text: string): void {
  const known = wordsOf(r.key);
  for (const [, name = ''] of text.matchAll(WORD))
    if (!Object.hasOwn(known, name))
      fault(
        r,
        line,
        `Không có từ {{${name}}}. Dùng một trong: ${Object.keys(known).join(', ')}.`,
        `There is no word {{${name}}}. Use one of: ${Object.keys(known).join(', ')}.`,
      );
}

function openTable(r: Reading, line: number, name: string, when?: string): void {
  const known = tablesOf(r.key);
  if (!Object.hasOwn(known, name))
    fault(
      r,
      line,
      `Không có bảng “${name}”. Dùng một trong: ${Object.keys(known).join(', ') || '(không có bảng)'}.`,
      `There is no table “${name}”. Use one of: ${Object.keys(known).join(', ') || '(no tables)'}.`,
    );
  r.table = { part: { kind: 'table', of: name, columns: [], ...(when ? { when } : {}) }, line };
}

function readColumn(r: Reading, line: number, text: string): void {
  const { part } = r.table!;
  const [title = '', value = '', width = '1', align = 'trái'] = text.split('|').map((cell) => cell.trim());
  const sample = tablesOf(r.key)[part.of]?.[0];
  if (sample && !Object.hasOwn(sample, value))
    fault(
      r,
      line,
      `Bảng “${part.of}” không có cột “${value}”. Dùng một trong: ${Object.keys(sample).join(', ')}.`,
      `The table “${part.of}” has no value “${value}”. Use one of: ${Object.keys(sample).join(', ')}.`,
    );
  const share = Number(width.replace(',', '.'));
  if (!(share > 0) || !aligns[align])
    fault(
      r,
      line,
      'Viết: Tên cột | giá trị | độ rộng | trái, giữa hoặc phải.',
      'Write: title | value | width | trái, giữa or phải.',
    );
  part.columns.push({ title, value, width: share > 0 ? share : 1, align: aligns[align] ?? 'left' });
}

function closeTable(r: Reading, line: number): void {
  if (!r.table) return fault(r, line, 'Chưa mở bảng nào.', 'No table is open.');
  if (r.table.part.columns.length === 0)
    fault(r, r.table.line, 'Bảng chưa có cột nào.', 'The table has no columns.');
  r.template.parts.push(r.table.part);
  delete r.table;
}

function readHead(r: Reading, line: number, text: string): boolean {
  const [, name = '', value = ''] = /^(mẫu|tiêu đề|phụ đề|ký|nơi nhận)\s*:\s*(.*)$/iu.exec(text) ?? [];
  if (!name) return false;
  const lower = name.toLocaleLowerCase('vi');
  const field = heads[lower];
  if (field) r.template[field] = value;
  else if (lower === 'nơi nhận') r.template.recipients.push(value);
  else {
    const [title = '', who = ''] = value.split('|').map((part) => part.trim());
    r.template.signature = { title, name: who };
  }
  checkWords(r, line, value);
  return true;
}

function readPart(r: Reading, line: number, whole: string): void {
  const [, when, rest = whole] = /^\[khi (\w+)\]\s*(.*)$/u.exec(whole) ?? [];
  if (when) checkWords(r, line, `{{${when}}}`);
  const condition = when ? { when } : {};
  const table = /^\[bảng (\w+)\]$/u.exec(rest);
  if (table) return openTable(r, line, table[1]!, when);
  checkWords(r, line, rest);
  if (rest.startsWith('# ')) r.template.parts.push({ kind: 'heading', text: rest.slice(2), ...condition });
  else if (rest.startsWith('> ')) r.template.parts.push({ kind: 'note', text: rest.slice(2), ...condition });
  else r.template.parts.push({ kind: 'paragraph', text: rest, ...condition });
}

/**
 * Reads a slip's template from its text, as an official writes it: `Mẫu:`, `Tiêu đề:`, `Phụ đề:`, `Ký:`, `Nơi nhận:`,
 * `# heading`, `> note`, `[khi word] …` for parts that depend on a word, `[bảng name]` … `[hết bảng]` with a column a
 * line, and plain lines as paragraphs. Every fault is named with its line; ours.
 */
export function parseTemplate(
  key: SlipKey,
  text: string,
): { template: SlipTemplate; faults: TemplateFault[] } {
  const r: Reading = { key, template: { formLabel: '', title: '', parts: [], recipients: [] }, faults: [] };
  const lines = text.normalize('NFC').split(/\r?\n/);
  lines.forEach((raw, index) => {
    const line = raw.trim();
    if (line === '') return;
    if (line === '[hết bảng]') closeTable(r, index + 1);
    else if (r.table) readColumn(r, index + 1, line);
    else if (!readHead(r, index + 1, line)) readPart(r, index + 1, line);
  });
  if (r.table) fault(r, r.table.line, 'Bảng thiếu dòng [hết bảng].', 'The table lacks its line [hết bảng].');
  if (!r.template.title) fault(r, 1, 'Thiếu dòng “Tiêu đề: …”.', 'The line “Tiêu đề: …” (title) is missing.');
  if (r.template.parts.length === 0 && !r.table)
    fault(r, 1, 'Mẫu chưa có nội dung.', 'The template has no content.');
  return { template: r.template, faults: r.faults };
}
