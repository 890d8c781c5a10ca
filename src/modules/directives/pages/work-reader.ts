/** Whose page of work it is: what stands first on it, and the sentence above. */
export type Reader = 'duty' | 'decides' | 'desk' | 'handles' | 'steers' | 'runs' | 'inspects' | 'reads';

const byPermission: readonly [permission: string, reader: Reader][] = [
  ['report.accept', 'decides'],
  ['case.receive', 'desk'],
  ['case.handle', 'handles'],
  ['difficulty.answer', 'steers'],
  ['account.manage', 'runs'],
  ['audit.read', 'inspects'],
];

/**
 * By the daily work of a person, the most pressing first: who reports or confirms for a unit reads of its assignments.
 * @param can whether a permission is held for any unit
 */
export function readerOf(can: (permission: string) => boolean, reportsForUnits: boolean): Reader {
  if (reportsForUnits) return 'duty';
  return byPermission.find(([permission]) => can(permission))?.[1] ?? 'reads';
}

/** Whose work are cases: they stand before the assignments within reach. */
export const isCaseWorker = (reader: Reader): boolean => reader === 'desk' || reader === 'handles';
