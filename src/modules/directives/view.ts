import type { Actor } from '../../kit/actor.ts';
import type { Day } from '../../kit/day.ts';
import { holdersOf, type Snapshot, unitAround } from '../organisations/index.ts';
import { mayStep } from './rights.ts';
import { type AssignmentState, timeFactsOf } from './rules/assignment.ts';
import type { WorkState } from './rules/axes.ts';
import { type Line, sentence } from './rules/explanations.ts';
import { type RiskRules, risks } from './rules/risk.ts';
import { type TimeFacts, timeState } from './rules/states.ts';
import { stepsOpen } from './rules/steps.ts';
import type { DirectiveSettings } from './store/directive.ts';

/** How rows are shown: names of units as of a day, and both axes with days. */

export function unitRefOf(snapshot: Snapshot, unitId: string, namedOn: Day, today: Day) {
  const unit = unitAround(snapshot, unitId, namedOn);
  const holding = holdersOf(snapshot, unitId, today);
  const holder =
    'holder' in holding && holding.holder !== unitId
      ? unitAround(snapshot, holding.holder, today)
      : undefined;
  return {
    id: unitId,
    name: unit?.nameVi ?? unitId,
    ...(unit?.nameEn ? { nameEn: unit.nameEn } : {}),
    ...(unit?.shortName ? { shortName: unit.shortName } : {}),
    ...(holder ? { holder: { id: holder.id, name: holder.nameVi, nameEn: holder.nameEn } } : {}),
  };
}

/** The reasons why an open row is at risk on a day, by the rules in force. */
export function risksOf(
  rules: RiskRules,
  row: {
    work: WorkState;
    assignedOn: Day;
    due: Day | null;
    progress: number;
    lastReportOn: Day | null;
    lateBelow: string[] | null;
  },
  today: Day,
): RiskLine[] {
  const facts = {
    work: row.work,
    startsOn: row.assignedOn,
    ...(row.due ? { due: row.due } : {}),
    progress: row.progress,
    ...(row.lastReportOn ? { lastReportOn: row.lastReportOn } : {}),
    dependencies: (row.lateBelow ?? []).map((ref) => ({ ref, overdue: true })),
  };
  return risks(facts, rules, today).map(({ code, line }) => ({
    code,
    vi: sentence(line, 'vi'),
    en: sentence(line, 'en'),
  }));
}

export interface Dated {
  work: WorkState;
  due: Day | null;
  firstDue: Day | null;
  doneOn: Day | null;
  claimedOn?: Day | null;
}

export const factsOf = (row: Dated): TimeFacts => ({
  work: row.work,
  ...(row.due ? { due: row.due } : {}),
  ...(row.firstDue ? { firstDue: row.firstDue } : {}),
  ...(row.doneOn ? { doneOn: row.doneOn } : {}),
  ...(row.claimedOn ? { claimedOn: row.claimedOn } : {}),
});

interface RiskLine {
  code: string;
  vi: string;
  en: string;
}

/** The two axes of a row on a day, with days and the reasons of risk. */
export function standingOf(facts: TimeFacts, asOf: Day, risks: readonly RiskLine[] = []) {
  const reading = timeState(facts, asOf, { atRisk: risks.length > 0 });
  return {
    work: facts.work,
    time: reading.time,
    ...(facts.due ? { due: facts.due } : {}),
    ...(facts.firstDue ? { firstDue: facts.firstDue } : {}),
    ...(facts.doneOn ? { doneOn: facts.doneOn } : {}),
    ...(reading.daysLate !== undefined ? { daysLate: reading.daysLate } : {}),
    ...(reading.daysLeft !== undefined ? { daysLeft: reading.daysLeft } : {}),
    ...(reading.againstFirst ? { daysLateAgainstFirst: reading.againstFirst.daysLate } : {}),
    ...(reading.time === 'atRisk' ? { risks: [...risks] } : {}),
  };
}

/** The steps open to this actor: those of the steps table that he may take. */
export function stepsFor(
  actor: Actor,
  state: AssignmentState,
  place: { unitId: string; ownerUnitId: string; settings: DirectiveSettings },
) {
  return stepsOpen(state, place.settings).filter((step) => mayStep(actor, step, place));
}

export const standingOfState = (state: AssignmentState, asOf: Day) => standingOf(timeFactsOf(state), asOf);

/** Lines of explanation in both languages. */
export const explained = (lines: readonly Line[]) =>
  lines.map((line) => ({ vi: sentence(line, 'vi'), en: sentence(line, 'en') }));
