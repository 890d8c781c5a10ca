import { dayOf } from '../../../kit/day.ts';
import type { AgencyCalendar } from '../../calendar/index.ts';
import type { EffectiveVersion } from '../../procedures/contract.ts';
import { channelRow, movesCase, stepOf } from '../../procedures/index.ts';
import type { undecidedReasons } from '../contract/transition.ts';
import { say } from '../rules/command.ts';
import type { CaseEvent } from '../rules/events.ts';
import { evolve } from '../rules/evolve.ts';
import type { By, CaseState, StepTarget } from '../rules/model.ts';
import { withDue } from '../rules/time.ts';
import { legalTime } from './grounds.ts';

/** What moving one case to another version would do; nothing is written here. */
export interface Move {
  before: CaseState;
  after: CaseState;
  /** `case.versionChanged`, and what it does to the due date; empty when nobody can say where the case would stand. */
  events: CaseEvent[];
  fields: { added: string[]; gone: string[] };
  undecided?: (typeof undecidedReasons)[number];
}

const keysOf = ({ content }: EffectiveVersion): Set<string> =>
  new Set(content.form?.sections.flatMap((section) => section.fields.map((field) => field.key)));

function fieldsBetween(from: EffectiveVersion, to: EffectiveVersion): Move['fields'] {
  const [before, after] = [keysOf(from), keysOf(to)];
  return {
    added: [...after].filter((key) => !before.has(key)),
    gone: [...before].filter((key) => !after.has(key)),
  };
}

function undecidedOf(state: CaseState, to: EffectiveVersion): Move['undecided'] {
  const { caseKind, channel, step } = state;
  if (!step || !stepOf(to, step.key)) return 'stepMissing';
  if (caseKind && !to.content.caseKinds.some((kind) => kind.key === caseKind)) return 'kindMissing';
  return channelRow(to, { channel, ...(caseKind && { caseKind }) }) ? undefined : 'channelMissing';
}

/** The step as the new plan has it: its unit stays, its time counts from when the case came there. */
function stepIn(
  state: CaseState,
  to: EffectiveVersion,
  add: ReturnType<typeof legalTime>['add'],
): StepTarget {
  const { since, unitId, key } = state.step!;
  const { role, limit, waitsFor, silenceAfter } = stepOf(to, key)!;
  const from = new Date(since);
  return {
    key,
    role,
    unitId,
    ...(limit && { dueAt: add(from, limit).toISOString() }),
    ...(waitsFor && { waitsFor }),
    ...(silenceAfter && { silentAt: add(from, silenceAfter).toISOString() }),
  };
}

/** Whether a running case moves by the new version's transition rule, and with which effects; undefined when it stays. */
export function moveOf(
  state: CaseState,
  on: { from: EffectiveVersion; to: EffectiveVersion; calendar: AgencyCalendar },
  by: { now: string; by: By; reason: string; legalBasis: string },
): Move | undefined {
  const { from, to, calendar } = on;
  const standing = { atStep: state.step?.key ?? '', receivedOn: dayOf(state.receivedAt!) };
  if (!movesCase(to.transition, from.content, standing)) return undefined;
  const fields = fieldsBetween(from, to);
  const undecided = undecidedOf(state, to);
  if (undecided) return { before: state, after: state, events: [], fields, undecided };
  const time = legalTime(to, state, calendar);
  const { now, reason, legalBasis } = by;
  const event = say({ now, by: by.by, time })('case.versionChanged', {
    fromVersionId: from.id,
    versionId: to.id,
    ...(to.overlayId && { overlayId: to.overlayId }),
    step: stepIn(state, to, time.add),
    fields,
    reason,
    legalBasis,
  });
  const why = {
    cause: 'rule' as const,
    reasonVi: `Chuyển sang phiên bản mới của thủ tục: ${reason}`,
    reasonEn: `Moved to the new version of the procedure: ${reason}`,
    basis: legalBasis,
  };
  const events = withDue(state, [event], { now, by: by.by, time, reason: why });
  return { before: state, after: events.reduce<CaseState>(evolve, state), events, fields };
}
