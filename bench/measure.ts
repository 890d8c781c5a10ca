/** One measured figure as `npm run bench -- --json` prints it. */
export interface Measure {
  name: string;
  value: number;
  unit: string;
  /** Under which circumstances, in words. */
  conditions: string;
  /** The value beside that of the comparison named in the conditions, measured in the same minutes. */
  ratio?: number;
}

/** The value below which a share of the sorted times lies (nearest rank). */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const rounded = (value: number): number => Number(value.toPrecision(3));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

export interface Times {
  own: number[];
  /** Of the comparison, call by call in turn with the own ones. */
  other: number[];
}

/** Runs one thing, or two in turn, after a warm-up; milliseconds of each call. Slow things get fewer calls. */
export async function timesOf(
  own: () => Promise<unknown>,
  other: (() => Promise<unknown>) | undefined,
  calls: number,
): Promise<Times> {
  const warmUp = await timed(own);
  const few = warmUp > 1500 ? Math.min(calls, 20) : calls;
  for (let i = 0; i < few / 10; i += 1) {
    await own();
    await other?.();
  }
  const times: Times = { own: [], other: [] };
  for (let i = 0; i < few; i += 1) {
    times.own.push(await timed(own));
    if (other) times.other.push(await timed(other));
  }
  return times;
}

/** The measures p50 and p95 of times in milliseconds; each with the ratio to the same percentile of the comparison. */
export function measuresOf(name: string, { own, other }: Times, conditions: string): Measure[] {
  return [0.5, 0.95].map((share) => ({
    name: `${name}.p${share * 100}`,
    value: rounded(percentile(own, share)),
    unit: 'ms',
    conditions: `${conditions}; ${own.length} calls`,
    ...(other.length > 0 ? { ratio: rounded(percentile(own, share) / percentile(other, share)) } : {}),
  }));
}
