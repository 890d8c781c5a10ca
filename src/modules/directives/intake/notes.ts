/** Reads the notes column of the registry layout: printed deadline, precision, products, links to other rows. */
import { parseDay, type Day } from '../../../kit/day.ts';
import { parseDeadline, type Deadline, type Precision } from '../rules/deadline.ts';

export interface Notes {
  /** Deadline as printed, from `deadline as printed: "…"`. */
  printed?: string;
  precision?: Precision;
  /** Read from the print, or from quoted or plain words such as "before 10/12/2025", "in Q2/2025". */
  deadline?: Deadline;
  /** True for `collective lead`. */
  collective: boolean;
  /** Agencies merged away and their successors, as noted. */
  mergers: { from: string; to: string }[];
  /** Product that completed the task: number and date as noted; a number is absent for a system opened or a text adopted. */
  product?: { number?: string; date: Day };
  /** Refs noted as the same task. */
  sameAs: string[];
  /** Value reported at the time, '39.5' (per cent). */
  reported?: string;
  /** Numbers of further parent documents. */
  parents: string[];
  unverified: boolean;
}

const PRECISIONS: Record<string, Precision> = {
  day: 'day',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  range: 'range',
  recurring: 'recurring',
  open_ended: 'openEnded',
  none: 'none',
};

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split(
  '|',
);

/** Reads a notes cell; unknown words are left alone. @param issuedOn gives the year to a date noted without one */
export function interpretNotes(notes: string, issuedOn?: Day): Notes {
  const printed = /deadline as printed: "([^"]*)"/.exec(notes)?.[1];
  const precision = PRECISIONS[/precision=(\w+)/.exec(notes)?.[1] ?? ''];
  const deadline = printed !== undefined ? parseDeadline(printed, issuedOn) : noted(notes, issuedOn);
  const product = productIn(notes);
  const reported = /reported then: ([\d.]+)\s*%/.exec(notes)?.[1];
  return {
    ...(printed !== undefined && { printed }),
    ...(precision && { precision }),
    ...(deadline && { deadline }),
    collective: /collective lead/.test(notes),
    mergers: mergersIn(notes),
    ...(product && { product }),
    sameAs: sameIn(notes),
    ...(reported && { reported }),
    parents: parentsIn(notes),
    unverified: /unverified/i.test(notes),
  };
}

const WORDS =
  /(before|at the latest|in|expected)?\s*((?:\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2} [A-Z][a-z]+(?: \d{4})?|[A-Z][a-z]+ \d{4}|Q[1-4](?:\/\d{4})?))/g;

/** English words about a deadline → the same reading as a Vietnamese print; the last one noted counts. */
function noted(notes: string, issuedOn?: Day): Deadline | undefined {
  if (/"urgently"/.test(notes)) return parseDeadline('"urgently"');
  if (/recurring from \d{4}/.test(notes))
    return { ...parseDeadline('thường xuyên'), text: /recurring from \d{4}/.exec(notes)![0] };
  const relative = /relative deadline: ([^;]+)/.exec(notes);
  if (relative)
    return { text: relative[1]!, precision: 'relative', relative: { from: relative[1]! }, understood: true };
  const clauses = notes
    .split(';')
    .filter((clause) => /before|at the latest|"in |expected|^\s*Q[1-4]/.test(clause));
  const found = clauses
    .flatMap((clause) => [...clause.matchAll(WORDS)])
    .filter(([, sign, date]) => sign || date!.startsWith('Q'))
    .at(-1);
  if (!found) return undefined;
  const before = found[1] === 'before' ? 'trước ' : '';
  const read = parseDeadline(before + vietnamese(found[2]!), issuedOn);
  return read.understood ? { ...read, text: found[0].trim() } : undefined;
}

/** '25 November' → '25/11', 'November 2025' → '11/2025', 'Q2/2025' stays. */
function vietnamese(date: string): string {
  const month = MONTHS.findIndex((name) => date.includes(name)) + 1;
  return month === 0
    ? date
    : date.replace(/ ?[A-Z][a-z]+ ?/, (_, at: number) =>
        at === 0 ? `${month}/` : `/${month}${/\d{4}$/.test(date) ? '/' : ''}`,
      );
}

function productIn(notes: string): Notes['product'] {
  const numbered = /product: (\S+) (?:issued|of) (\d{1,2}\/\d{1,2}\/\d{4})/.exec(notes);
  if (numbered) return dated(numbered[2]!, numbered[1]);
  const done = /(?:system opened|adopted) (\d{1,2}\/\d{1,2}\/\d{4})/.exec(notes);
  return done ? dated(done[1]!) : undefined;
}

function dated(printed: string, number?: string): Notes['product'] {
  const date = parseDay(printed);
  return date === undefined ? undefined : { ...(number && { number }), date };
}

function mergersIn(notes: string): Notes['mergers'] {
  const clause = /agency merged in [\d/]+: (.*)$/.exec(notes)?.[1] ?? '';
  return [...clause.matchAll(/([^;>]+?) -> ([^;(]+)/g)].map(([, from, to]) => ({
    from: from!.trim(),
    to: to!.trim(),
  }));
}

const REF = /\b[A-ZĐ]+\d+-(?:[A-ZĐ]+-)?\d+(?:\.\d+)?\b/g;

function sameIn(notes: string): string[] {
  const clauses = notes
    .split(';')
    .filter((clause) => /same task|also in|third assignment|re-assigned/.test(clause));
  return clauses.flatMap((clause) => clause.match(REF) ?? []);
}

function parentsIn(notes: string): string[] {
  const clause = /two parents \(([^)]*)\)/.exec(notes)?.[1];
  return clause === undefined ? [] : clause.split(/ and |, /).map((one) => one.trim());
}
