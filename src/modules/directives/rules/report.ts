/**
 * A periodic report of an assignment: draft → submitted → confirmed → accepted, or returned; locked when its period is.
 * A returned report counts as not completed until it is accepted again.
 */
import type { StepConfig } from './steps.ts';

export type ReportStatus = 'draft' | 'submitted' | 'confirmed' | 'accepted' | 'returned' | 'locked';
export type ReportStep = 'save' | 'submit' | 'confirm' | 'accept' | 'return' | 'lock' | 'unlock';

export const reportSteps: Record<ReportStatus, Partial<Record<ReportStep, ReportStatus>>> = {
  draft: { save: 'draft', submit: 'submitted', lock: 'locked' },
  submitted: { confirm: 'confirmed', accept: 'accepted', return: 'returned' },
  confirmed: { accept: 'accepted', return: 'returned' },
  accepted: { return: 'returned' },
  returned: { save: 'returned', submit: 'submitted', lock: 'locked' },
  locked: { unlock: 'draft' },
};

/** The steps open for a report under the directive's config. */
export function reportStepsOpen(status: ReportStatus, config: StepConfig): ReportStep[] {
  return (Object.keys(reportSteps[status]) as ReportStep[]).filter((step) => {
    if (step === 'confirm') return config.confirm;
    if (step === 'accept') return config.accept && (status === 'confirmed' || !config.confirm);
    return true;
  });
}

/**
 * The status after a step; undefined when the step is not open. Where nobody has to confirm or accept, submitting
 * (or confirming) accepts at once.
 */
export function nextReportStatus(
  status: ReportStatus,
  step: ReportStep,
  config: StepConfig,
): ReportStatus | undefined {
  if (!reportStepsOpen(status, config).includes(step)) return undefined;
  const next = reportSteps[status][step];
  if (next === 'submitted' && !config.confirm && !config.accept) return 'accepted';
  if (next === 'confirmed' && !config.accept) return 'accepted';
  return next;
}

/** True when the report counts: what it says enters figures. */
export function reportCounts(status: ReportStatus): boolean {
  return status === 'submitted' || status === 'confirmed' || status === 'accepted';
}
