/** Checks the parents named in an import file: rows, stored refs, documents, groups; and circles among them. */
import { fault, type Fault } from './faults.ts';
import type { DirectiveRow } from './row.ts';
import { parseSourceDocument } from './source.ts';

export interface Group {
  ref: string;
  /** Heading printed in an appendix; absent for group keys that have no row. */
  title?: string;
}

/** 'NQ03-PL2-IV': a Roman group of an appendix. */
const GROUP_KEY = /-PL\d+-[IVXL]+$/;

/**
 * A parent may be a row of the file, a stored ref, a document number, or a group: a key like 'NQ03-PL2-IV', or one of
 * which the child is a numbered part ('NQ03-CT-11' of 'NQ03-CT-11.2').
 * @param refs all refs of the file with their lines, those of refused rows too, so that one fault is not told twice
 */
export function checkParents(
  rows: readonly DirectiveRow[],
  refs: ReadonlyMap<string, number>,
  printed: readonly Group[],
  known: ReadonlySet<string>,
): { groups: Group[]; faults: Fault[] } {
  const groups = new Map(printed.map((group) => [group.ref, group]));
  const faults: Fault[] = [];
  for (const { ref, parentRef, line } of rows) {
    if (parentRef === undefined || groups.has(parentRef)) continue;
    if (parentRef === ref) faults.push(fault('parentSelf', { line }));
    else if (
      refs.has(parentRef) ||
      known.has(parentRef) ||
      parseSourceDocument(parentRef).number === parentRef
    )
      continue;
    else if (GROUP_KEY.test(parentRef) || ref.startsWith(`${parentRef}.`))
      groups.set(parentRef, { ref: parentRef });
    else faults.push(fault('parentUnknown', { line }, { value: parentRef }));
  }
  return { groups: [...groups.values()], faults: [...faults, ...circles(rows)] };
}

/** Each circle once, told at its first row. */
function circles(rows: readonly DirectiveRow[]): Fault[] {
  const parents = new Map(rows.map((row) => [row.ref, row]));
  const done = new Set<string>();
  const faults: Fault[] = [];
  for (const start of rows) {
    const path: string[] = [];
    let row: DirectiveRow | undefined = start;
    while (row && !done.has(row.ref) && !path.includes(row.ref)) {
      path.push(row.ref);
      row = row.parentRef === undefined || row.parentRef === row.ref ? undefined : parents.get(row.parentRef);
    }
    if (row && path.includes(row.ref)) {
      const circle = path.slice(path.indexOf(row.ref));
      const line = Math.min(...circle.map((ref) => parents.get(ref)!.line));
      faults.push(fault('parentCycle', { line }, { value: [...circle, circle[0]].join(' → ') }));
    }
    path.forEach((ref) => done.add(ref));
  }
  return faults;
}
