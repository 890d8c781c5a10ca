import type { Context } from '../../../../kit/context.ts';
import { addDays, addMonths, dayOf, diffDays } from '../../../../kit/day.ts';
import { cutoffOf, periodsBetween } from '../../../directives/index.ts';
import { unitAround } from '../../../organisations/index.ts';
import type { Reading, StepValue } from '../rules/decide.ts';
import type { Silence, Threshold, Trend, Watch } from '../rules/rule.ts';
import * as silence from '../store/silence.ts';
import { figuresFor } from './figures.ts';
import { predictions, silentAssignments } from './items.ts';
import { recordGrowth } from './records.ts';
import type { Scope } from './scope.ts';
import type { UnitFigure } from './unit-figure.ts';

function unitReading(scope: Scope, id: string): Omit<Reading, 'value'> {
  const unit = unitAround(scope.snapshot, id, scope.on);
  const title = { vi: unit?.nameVi ?? id, en: unit?.nameEn || unit?.nameVi || id };
  return { subject: { kind: 'unit', id }, unitId: id, classification: 'internal', title };
}

const countsOf = (f: Pick<UnitFigure, 'numerator' | 'denominator'>) => ({
  ...(f.numerator !== null && { numerator: f.numerator }),
  ...(f.denominator !== null && { denominator: f.denominator }),
});

async function thresholds(ctx: Context, watch: Threshold, scope: Scope): Promise<Reading[]> {
  const found = await figuresFor(ctx, scope.snapshot, watch.figure, scope.units, scope.on);
  return scope.units.map((id): Reading => {
    const f = found.get(id);
    if (!f) return { ...unitReading(scope, id), value: null, why: 'notApplicable' };
    const base = { ...unitReading(scope, id), ...countsOf(f), version: f.version };
    if (f.value === null) return { ...base, value: null, why: f.why ?? 'noRecords' };
    if ((f.denominator ?? 0) < watch.minDenominator) return { ...base, value: null, why: 'tooFew' };
    return { ...base, value: f.value };
  });
}

/**
 * What stood at the end of each step; for a figure over records without a period what each step added, since
 * a share over a long period hardly moves within a week.
 */
async function trends(ctx: Context, watch: Trend, scope: Scope): Promise<Reading[]> {
  const days = Array.from({ length: watch.steps + 1 }, (_, i) =>
    addDays(scope.on, -(watch.steps - i) * watch.stepDays),
  );
  const { figure, stepDays } = watch;
  const series: Map<string, UnitFigure>[] = [];
  for (const day of days)
    series.push(
      figure.of === 'records' && figure.period === undefined
        ? await recordGrowth(ctx, figure, scope.units, { from: addDays(day, -stepDays), to: day })
        : await figuresFor(ctx, scope.snapshot, figure, scope.units, day),
    );
  return scope.units.map((id): Reading => {
    const found = series.map((one) => one.get(id));
    const last = found.at(-1);
    if (!last) return { ...unitReading(scope, id), value: null, why: 'notApplicable' };
    const steps = found.map((f, i): StepValue => ({
      day: days[i]!,
      numerator: f?.numerator ?? null,
      denominator: f?.denominator ?? null,
      value: f?.value ?? null,
    }));
    const base = { ...unitReading(scope, id), ...countsOf(last), version: last.version, steps };
    const unsaid = found.find((f) => !f || f.value === null);
    if (found.some((f) => !f || f.value === null))
      return { ...base, value: null, why: unsaid?.why ?? 'noRecords' };
    if (steps.some((s) => (s.denominator ?? 0) < watch.minDenominator))
      return { ...base, value: null, why: 'tooFew' };
    return { ...base, value: Math.round((steps.at(-1)!.value! - steps[0]!.value!) * 100) / 100 };
  });
}

/** Units that owe the report of a period whose cut-off is at most so many days away, with the days left. */
async function reportingDays(ctx: Context, watch: Silence, scope: Scope): Promise<Reading[]> {
  const owed = new Map<string, { left: number; n: number }>();
  const until = addDays(scope.on, watch.days);
  for (const { directiveId, cycle } of await silence.listReportingCycles(ctx.tx))
    for (const period of periodsBetween(addMonths(scope.on, -13), until, cycle.period)) {
      const cutoff = dayOf(cutoffOf(period, cycle));
      if (cutoff < scope.on || cutoff > until) continue;
      const left = diffDays(scope.on, cutoff);
      for (const { key, n } of await silence.listOwedReports(ctx.tx, scope.groups, {
        directiveId,
        period: period.code,
        cutoff,
      })) {
        const had = owed.get(key);
        owed.set(key, { left: Math.min(left, had?.left ?? left), n: n + (had?.n ?? 0) });
      }
    }
  return [...owed].map(([id, { left, n }]) => ({ ...unitReading(scope, id), value: left, numerator: n }));
}

async function silences(ctx: Context, watch: Silence, scope: Scope): Promise<Reading[]> {
  switch (watch.of) {
    case 'assignment':
      return silentAssignments(ctx, watch, scope);
    case 'reportingDay':
      return reportingDays(ctx, watch, scope);
    case 'unitCases':
      return (await silence.listCaseSilence(ctx.tx, scope.groups)).map(({ key, n, last }) => ({
        ...unitReading(scope, key),
        value: Math.max(0, diffDays(dayOf(last), scope.on)),
        numerator: n,
      }));
    case 'unitReports':
      return (await silence.listReportSilence(ctx.tx, scope.groups)).map(({ key, n, last, since }) => ({
        ...unitReading(scope, key),
        value: Math.max(0, diffDays(last !== null && last > since ? last : since, scope.on)),
        numerator: n,
      }));
  }
}

/** What a rule reads today, subject by subject. A subject that is missing is not concerned any more. */
export function readingsOf(ctx: Context, watch: Watch, scope: Scope): Promise<Reading[]> {
  switch (watch.kind) {
    case 'threshold':
      return thresholds(ctx, watch, scope);
    case 'trend':
      return trends(ctx, watch, scope);
    case 'silence':
      return silences(ctx, watch, scope);
    case 'prediction':
      return predictions(ctx, watch, scope);
  }
}
