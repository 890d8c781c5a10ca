import type { CaseEvent } from './events.ts';
import type { CaseState, Handling, Instant } from './model.ts';

/** Status codes exchanged with the national portal (procedures.md section 5): never stored, always derived. */
export const statusCodes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export type StatusCode = (typeof statusCodes)[number];

const codeOf: Record<Handling, StatusCode | undefined> = {
  draft: undefined,
  submitted: 1,
  received: 2,
  refused: 3,
  handling: 4,
  supplementAsked: 5,
  awaitingDuty: 6,
  withdrawn: 7,
  stopped: 8,
  closedNoSupplement: 8,
  finished: 9,
  returned: 10,
};

/** The code of a case as it stands; none for a draft. */
export const statusCode = (state: Pick<CaseState, 'handling'>): StatusCode | undefined =>
  codeOf[state.handling];

/** The codes a case went through with their moments; a code that does not change is not said again. */
export function statusHistory(
  events: readonly CaseEvent[],
  evolve: (state: CaseState | undefined, event: CaseEvent) => CaseState,
): { code: StatusCode; at: Instant }[] {
  const history: { code: StatusCode; at: Instant }[] = [];
  let state: CaseState | undefined;
  for (const event of events) {
    state = evolve(state, event);
    const code = statusCode(state);
    if (code && history.at(-1)?.code !== code) history.push({ code, at: event.at });
  }
  return history;
}

/** Which code may follow which; a step undone goes from 4 back to 2, a result undone from 9 back to 4. */
export const followers: Record<StatusCode, readonly StatusCode[]> = {
  1: [2, 3, 5, 7, 8],
  2: [3, 4, 5, 6, 7, 8, 9],
  3: [],
  4: [2, 3, 5, 6, 7, 8, 9],
  5: [1, 2, 4, 7, 8],
  6: [2, 3, 4, 7, 8],
  7: [],
  8: [],
  9: [2, 4, 10],
  10: [],
};

/** A case code in parts. `central` is the form of centralised services, with the owner of the central system. */
export type CaseCode =
  | { form: 'usual'; agency: string; day: string; number: number }
  | { form: 'central'; agency: string; day: string; owner: string; number: number };

const SHAPE = /^([A-Z0-9]+(?:\.[A-Z0-9]+)*)-(\d{6})-(\d{4,})$/;
const CENTRAL_FROM = '260125';

const dayIn = (yymmdd: string): string =>
  `20${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4, 6)}`;

const isRealDay = (day: string): boolean => {
  const made = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(day);
};

/**
 * Reads a case code in either form; undefined for anything else. Both look alike: in the centralised form (Circular
 * 04/2025/TT-VPCP, from 25 January 2026) the last group is two digits of the system's owner and at least four of the
 * number, so six digits or more.
 */
export function parseCaseCode(text: string): CaseCode | undefined {
  const match = SHAPE.exec(text.trim().toUpperCase());
  if (!match) return undefined;
  const [, agency = '', yymmdd = '', tail = ''] = match;
  const day = dayIn(yymmdd);
  if (!isRealDay(day)) return undefined;
  if (tail.length >= 6 && yymmdd >= CENTRAL_FROM)
    return { form: 'central', agency, day, owner: tail.slice(0, 2), number: Number(tail.slice(2)) };
  return { form: 'usual', agency, day, number: Number(tail) };
}

/** Writes a case code: `H57.12-251117-0042`, or `G01.02.03-260202-010042` for a centralised service. */
export function formatCaseCode(code: CaseCode): string {
  const yymmdd = code.day.slice(2).replaceAll('-', '');
  const number = String(code.number).padStart(4, '0');
  return `${code.agency}-${yymmdd}-${code.form === 'central' ? code.owner : ''}${number}`;
}

const AGENCY = /^[A-Z]\d{2}(\.\d{1,3})*$/;

/** An agency code as Decision 20/2020/QĐ-TTg writes it; older messages carry the groups in reverse (`000.00.01.H22`). */
export function agencyCode(text: string): string {
  const upper = text.trim().toUpperCase();
  if (AGENCY.test(upper)) return upper;
  const reversed = upper.split('.').reverse().join('.');
  return AGENCY.test(reversed) ? reversed : upper.replaceAll(/[^A-Z0-9.]/g, '');
}
