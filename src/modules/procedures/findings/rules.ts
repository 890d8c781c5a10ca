/**
 * The ministry that announced a procedure, by its decision: `163/QĐ-BTP`, `1234/QĐ-BCA-C06`, `QĐ/0001-BTP`. A decision whose
 * signs no ministry bears, like one of a province, tells none.
 * @param bySign the ministry for its sign in decisions, in capital letters
 */
export function ministryOf(decision: string, bySign: ReadonlyMap<string, string>): string | undefined {
  const signs = decision
    .normalize('NFC')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u);
  for (const sign of signs) {
    const found = bySign.get(sign);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What is counted of procedures: how many, and of how many something was found that blocks or only warns. */
export interface MinistryCount {
  /** Absent: no ministry is told by the decision. */
  ministryId?: string;
  procedures: number;
  blocked: number;
  warned: number;
  /** By check: how many procedures it found something in. */
  checks: Record<string, number>;
}

interface Checked {
  ministryId: string | undefined;
  checks: readonly { check: string; severity: 'block' | 'warn' }[];
}

/** Procedures added up by ministry: most blocked first, those without a ministry last. */
export function countByMinistry(all: readonly Checked[]): MinistryCount[] {
  const counts = new Map<string | undefined, MinistryCount>();
  for (const { ministryId, checks } of all) {
    const start = { ...(ministryId && { ministryId }), procedures: 0, blocked: 0, warned: 0, checks: {} };
    const count: MinistryCount = counts.get(ministryId) ?? start;
    count.procedures += 1;
    if (checks.some((one) => one.severity === 'block')) count.blocked += 1;
    else if (checks.length > 0) count.warned += 1;
    for (const check of new Set(checks.map((one) => one.check)))
      count.checks[check] = (count.checks[check] ?? 0) + 1;
    counts.set(ministryId, count);
  }
  const last = ({ ministryId }: MinistryCount) => (ministryId === undefined ? 1 : 0);
  return [...counts.values()].sort(
    (a, b) => last(a) - last(b) || b.blocked - a.blocked || b.procedures - a.procedures,
  );
}
