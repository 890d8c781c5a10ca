import type { FileReply } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { leftText } from '../../../calendar/index.ts';
import { type Cell, renderCsv, renderXlsx } from '../../../documents/index.ts';
import { deskMessages } from '../../messages/desk.ts';
import { allAskedFor } from './list-query.ts';
import type { CaseListed } from './parts/case-table.tsx';
import { namesFor } from './parts/names.ts';

const moment = (text: string | undefined): Cell => (text ? { instant: new Date(text) } : null);

/** The list as it is filtered, for a spreadsheet. */
export async function exportList(p: PageContext, format: 'csv' | 'xlsx'): Promise<{ file: FileReply }> {
  const { words, list } = deskMessages[p.lang];
  const rows = await allAskedFor(p);
  const names = await namesFor(p, {
    units: rows.flatMap((row) => [row.receptionUnitId, row.decisionUnitId, row.atUnitId]),
    procedures: rows.map((row) => row.procedureCode),
  });
  const columns: [string, (row: CaseListed) => Cell][] = [
    [words.code, (row) => row.code ?? null],
    [words.procedure, (row) => `${row.procedureCode} ${names.procedure(row.procedureCode)}`],
    [words.applicant, (row) => row.applicantName],
    [words.state, (row) => words.handling[row.handling]],
    [words.channel, (row) => words.channels[row.channel]],
    [words.unit, (row) => names.unit(row.decisionUnitId ?? row.receptionUnitId)],
    [words.submittedAt, (row) => moment(row.submittedAt)],
    [words.receivedAt, (row) => moment(row.receivedAt)],
    [words.due, (row) => moment(row.dueAt)],
    [words.left, (row) => (row.minutesLeft === undefined ? null : leftText(row.minutesLeft)[p.lang])],
  ];
  const titles = columns.map(([title]) => title);
  const cells = rows.map((row) => columns.map(([, value]) => value(row)));
  const name = `ho-so-${p.today}.${format}`;
  if (format === 'csv')
    return { file: { body: renderCsv(titles, cells), type: 'text/csv; charset=utf-8', name } };
  const body = await renderXlsx([
    { name: list.title, columns: titles.map((title) => ({ title })), rows: cells },
  ]);
  return {
    file: { body, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name },
  };
}
