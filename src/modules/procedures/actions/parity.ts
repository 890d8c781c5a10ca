import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { readCsv } from '../../../kit/csv.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { competentUnit, loadMandates } from '../../mandates/index.ts';
import { loadSnapshot, unitAsOf } from '../../organisations/index.ts';
import type * as contract from '../contract.ts';
import { readCode } from '../intake/code.ts';
import type { Fault } from '../intake/model.ts';
import { type InForce, type Listed, parityOf } from '../rules/parity.ts';
import { listPublished } from '../store/procedure.ts';

type Input = ParsedOf<typeof contract.checkParity>;

function readList(bytes: Buffer): { listed: Listed[]; faults: Fault[] } {
  const table = readCsv(bytes);
  const faults: Fault[] = table.faults.map(({ line, message }) => ({ line, severity: 'error', message }));
  if (!table.columns.includes('code')) {
    const message = { vi: 'Thiếu cột code.', en: 'The column code is missing.' };
    return { listed: [], faults: [...faults, { line: 1, column: 'code', severity: 'error', message }] };
  }
  const listed: Listed[] = [];
  for (const { line, cells } of table.rows) {
    const code = readCode(cells['code'] ?? '', line);
    if ('fault' in code) faults.push(code.fault);
    else
      listed.push({
        line,
        code: code.code,
        nameVi: cells['name_vi'] ?? '',
        ...(cells['decision'] ? { decision: cells['decision'] } : {}),
      });
  }
  return { listed, faults };
}

/** What is in force on a day: everywhere, or what one unit decides. */
async function inForce(ctx: Context, day: string, unitId: string | undefined): Promise<InForce[]> {
  const published = await listPublished(ctx.tx, day);
  const plain = (rows: typeof published): InForce[] =>
    rows.map(({ code, content }) => ({ code, nameVi: content.name.vi, decision: content.decision }));
  if (unitId === undefined) return plain(published);
  const [book, snapshot] = [await loadMandates(ctx.tx), await loadSnapshot(ctx.tx)];
  const unit = unitAsOf(snapshot, unitId, day);
  if (!unit)
    throw fieldProblem('unitId', 'Không có đơn vị này vào ngày đó.', 'There was no such unit on that day.');
  const isProvince = unit.level === 'province';
  return plain(
    published.filter(({ code, content: { competence, fieldVi } }) => {
      const { level, field = fieldVi } = competence;
      // A province answers for itself and its departments.
      if (unit.level !== level && !(isProvince && level === 'department')) return false;
      const ask = { procedureCode: code, field, level, placeUnitId: unitId };
      const found = competentUnit(book, snapshot, ask, day);
      return 'unitId' in found && (isProvince || found.unitId === unitId);
    }),
  );
}

export async function checkParityAction(
  ctx: Context,
  { content, unitId, asOf }: Input,
): Promise<ReplyOf<typeof contract.checkParity>> {
  const day = asOf ?? ctx.today;
  const { listed, faults } = readList(Buffer.from(content, 'base64'));
  const own = await inForce(ctx, day, unitId);
  return {
    asOf: day,
    listed: listed.length,
    inForce: own.length,
    // Of a file without a line that could be read nothing is known, least of all that everything is extra.
    ...(listed.length === 0 && faults.length > 0
      ? { equal: 0, missing: [], outOfDate: [], extra: [] }
      : parityOf(listed, own)),
    faults: faults.map(({ message, ...one }) => ({ ...one, ...message })),
  };
}
