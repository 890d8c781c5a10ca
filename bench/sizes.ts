/** How much data a scale means; scale 1 is one country with 200,000 assignments. */
export interface Sizes {
  scale: number;
  directives: number;
  /** Tasks led by every commune, by every province, and by one body with others beside it. */
  communeTasks: number;
  provinceTasks: number;
  otherTasks: number;
  /** Provincial departments do not report here; each commune stands directly under its province. */
  communes: number;
  /** Reports per assignment on average. */
  reportsEach: number;
}

const COMMUNES = 3321;

/** Sizes at a scale above 0 and up to 1; the units are those of the whole country at any scale. */
export function sizesAt(scale: number): Sizes {
  const part = (n: number) => Math.max(1, Math.round(n * scale));
  return {
    scale,
    directives: Math.max(4, part(60)),
    communeTasks: part(40),
    provinceTasks: part(1000),
    otherTasks: part(3960),
    communes: COMMUNES,
    reportsEach: 5,
  };
}
