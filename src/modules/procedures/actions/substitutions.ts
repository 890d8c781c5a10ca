import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { readCsv } from '../../../kit/csv.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { ROOT } from '../../organisations/index.ts';
import type * as contract from '../contract.ts';
import { readCode } from '../intake/code.ts';
import type { Fault } from '../intake/model.ts';
import { assertMay } from '../rights.ts';
import { countNewSubstitutions, insertSubstitutions, type NewSubstitution } from '../store/substitution.ts';
import { refuseFaults } from './import.ts';

type Input = ParsedOf<typeof contract.previewSubstitutions>;
type Plan = ReplyOf<typeof contract.previewSubstitutions>;

const columns = ['code', 'document_replaced_vi', 'database'];

/** A line without the name of the paper replaces nothing that could be found again. */
const noPaper = (line: number): Fault => ({
  line,
  column: 'document_replaced_vi',
  severity: 'warning',
  message: { vi: 'Không ghi giấy tờ; bỏ qua dòng này.', en: 'No paper is named; the line is left out.' },
});

/** The database and the place of the law, as published. */
const rest = (cells: Record<string, string>) => ({
  database: cells['database'] ?? '',
  databaseName: cells['database_as_published'] || (cells['database'] ?? ''),
  legalText: cells['legal_text'] ?? '',
  legalPlace: [cells['legal_text'], cells['legal_place']].filter(Boolean).join(', '),
  note: cells['note'] || null,
});

function read({ content, decision, validFrom, validTo }: Input): {
  rows: NewSubstitution[];
  faults: Fault[];
} {
  const table = readCsv(Buffer.from(content, 'base64'));
  const faults: Fault[] = table.faults.map(({ line, column, message }) => ({
    line,
    ...(column ? { column } : {}),
    severity: 'error',
    message,
  }));
  const lacking = columns.filter((name) => !table.columns.includes(name));
  if (lacking.length > 0) {
    const message = {
      vi: `Thiếu cột: ${lacking.join(', ')}.`,
      en: `Columns are missing: ${lacking.join(', ')}.`,
    };
    return { rows: [], faults: [...faults, { line: 1, severity: 'error', message }] };
  }
  const rows: NewSubstitution[] = [];
  for (const { line, cells } of table.rows) {
    const code = readCode(cells['code'] ?? '', line);
    const documentVi = cells['document_replaced_vi'] ?? '';
    if ('fault' in code) faults.push(code.fault);
    else if (!documentVi) faults.push(noPaper(line));
    else rows.push({ code: code.code, documentVi, ...rest(cells), decision, validFrom, validTo });
  }
  return { rows, faults };
}

async function plan(ctx: Context, input: Input): Promise<{ plan: Plan; rows: NewSubstitution[] }> {
  if (input.validTo <= input.validFrom)
    throw fieldProblem(
      'validTo',
      'Ngày kết thúc phải sau ngày bắt đầu.',
      'The end must lie after the beginning.',
    );
  const { rows, faults } = read(input);
  const create = await countNewSubstitutions(ctx.tx, rows);
  return {
    rows,
    plan: {
      rows: rows.length,
      procedures: new Set(rows.map((row) => row.code)).size,
      create,
      skip: rows.length - create,
      faults: faults.map(({ message, ...one }) => ({ ...one, ...message })),
    },
  };
}

export const previewSubstitutionsAction = async (ctx: Context, input: Input): Promise<Plan> =>
  (await plan(ctx, input)).plan;

/** States the papers of a list as replaced, all or nothing; what was stated already is left alone. */
export async function applySubstitutionsAction(ctx: Context, input: Input): Promise<Plan> {
  assertMay(ctx, 'procedure.publish');
  const made = await plan(ctx, input);
  const errors = made.plan.faults.filter((one) => one.severity === 'error');
  if (errors.length > 0) refuseFaults(errors);
  const added = await insertSubstitutions(ctx.tx, made.rows, ctx.now);
  if (added.length > 0)
    ctx.emit({
      unitId: ROOT,
      stream: `substitutions:${input.decision}`,
      kind: 'substitutions.stated',
      payload: { rows: added },
    });
  return made.plan;
}
