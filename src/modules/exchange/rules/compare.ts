/** Our cases of some days beside those of the portal: counts for each day and unit, and each difference with its cause. */
import { dayOfWire, statusIn, type WireFound } from './wire.ts';

/** What a difference comes from, the first that holds. */
export const causes = [
  'refusedMessage',
  'onTheWay',
  'neverSent',
  'notThere',
  'unknownCode',
  'otherStatus',
  'missingField',
  'onlyThere',
] as const;
/**
 * `refusedMessage`: the portal refused one. `onTheWay`: not acknowledged yet. `neverSent`: nothing of it was queued, it is older than the
 * connection. `notThere`: acknowledged, and the portal has it no more. `unknownCode`: its status is none of 1–10. `missingField`: the
 * portal has it without a field that the index reads. `onlyThere`: this installation has no such case.
 */
export type Cause = (typeof causes)[number];

/** Our side of a case. */
export interface Ours {
  caseId: string;
  code: string;
  unitId: string;
  day: string;
  status: number;
  queued: boolean;
  onTheWay: boolean;
  refusal: string | null;
  /** Fields that the last whole message lacked. */
  missing: readonly string[];
}

export interface Difference {
  cause: Cause;
  code: string;
  caseId?: string;
  unitId?: string;
  day?: string;
  ours?: number;
  theirs?: string;
  /** The portal's words, or the names of fields. */
  detail?: string;
}

export interface DayCount {
  day: string;
  /** Empty for cases of which this installation knows nothing. */
  unitId: string;
  ours: number;
  theirs: number;
  /** There on both sides with the same status. */
  same: number;
}
export interface Compared {
  days: DayCount[];
  differences: Difference[];
}

function causeOf(
  ours: Ours,
  theirs: WireFound | undefined,
): Pick<Difference, 'cause' | 'detail'> | undefined {
  const said = statusIn(theirs?.TrangThaiHoSo);
  if (theirs && said === ours.status) {
    const lacks = theirs.NgayTiepNhan ? ours.missing : [...new Set(['NgayTiepNhan', ...ours.missing])];
    return lacks.length > 0 ? { cause: 'missingField', detail: lacks.join(', ') } : undefined;
  }
  if (ours.refusal !== null) return { cause: 'refusedMessage', detail: ours.refusal };
  if (ours.onTheWay) return { cause: 'onTheWay' };
  if (!theirs) return { cause: ours.queued ? 'notThere' : 'neverSent' };
  return { cause: said === undefined ? 'unknownCode' : 'otherStatus' };
}

/** Compares both sides, those of the portal by their code. */
export function compare(ours: readonly Ours[], theirs: readonly WireFound[]): Compared {
  const there = new Map(theirs.map((one) => [one.MaHoSo, one]));
  const days = new Map<string, DayCount>();
  const differences: Difference[] = [];
  const count = (day: string, unitId: string): DayCount => {
    const key = `${day} ${unitId}`;
    const known = days.get(key) ?? { day, unitId, ours: 0, theirs: 0, same: 0 };
    days.set(key, known);
    return known;
  };
  for (const one of ours) {
    const found = there.get(one.code);
    there.delete(one.code);
    const row = count(one.day, one.unitId);
    row.ours += 1;
    if (found) row.theirs += 1;
    const difference = causeOf(one, found);
    if (found && statusIn(found.TrangThaiHoSo) === one.status) row.same += 1;
    if (!difference) continue;
    const { caseId, code, unitId, day, status } = one;
    const said = found?.TrangThaiHoSo ? { theirs: found.TrangThaiHoSo } : {};
    differences.push({ ...difference, caseId, code, unitId, day, ours: status, ...said });
  }
  for (const one of there.values()) {
    const day = dayOfWire(one.NgayTiepNhan) ?? '';
    count(day, '').theirs += 1;
    const said = one.TrangThaiHoSo ? { theirs: one.TrangThaiHoSo } : {};
    differences.push({ cause: 'onlyThere', code: one.MaHoSo, ...(day && { day }), ...said });
  }
  const byDay = (a: DayCount, b: DayCount): number =>
    a.day === b.day ? (a.unitId < b.unitId ? -1 : 1) : a.day < b.day ? 1 : -1;
  const byCause = (a: Difference, b: Difference): number =>
    causes.indexOf(a.cause) - causes.indexOf(b.cause) || (a.code < b.code ? -1 : 1);
  return { days: [...days.values()].sort(byDay), differences: differences.sort(byCause) };
}

/** How many differences there are of each cause. */
export const countCauses = (differences: readonly Difference[]): Partial<Record<Cause, number>> =>
  Object.fromEntries(
    [...Map.groupBy(differences, ({ cause }) => cause)].map(([cause, all]) => [cause, all.length]),
  );
