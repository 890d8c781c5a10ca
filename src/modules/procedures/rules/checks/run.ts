import type { ProcedureContent } from '../model.ts';
import { checks } from './all.ts';
import type { Check, CheckFacts, CheckResult } from './model.ts';

const found = (check: Check, content: ProcedureContent, facts: CheckFacts): CheckResult[] =>
  check.find(content, facts).map((finding) => ({
    check: check.name,
    remedy: check.remedy,
    ...finding,
    severity: finding.severity ?? check.severity,
  }));

/** All that the checks find in a content, what blocks first. */
export function runChecks(content: ProcedureContent, facts: CheckFacts): CheckResult[] {
  const all = checks.flatMap((check) => found(check, content, facts));
  return [...all.filter((one) => one.severity === 'block'), ...all.filter((one) => one.severity === 'warn')];
}

export const blocksIn = (results: readonly CheckResult[]): CheckResult[] =>
  results.filter((one) => one.severity === 'block');
