/** A warning is what its events say: raised, acknowledged, escalated, ended. */
import type { Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import type { Range, StepValue } from './decide.ts';
import type { Severity, SubjectKind, WatchKind } from './rule.ts';
import type { Responsible } from './who.ts';

export const endCauses = ['over', 'itemDone', 'unitGone', 'ruleEnded'] as const;
/** Why it ended: the value is back, the item is finished, the unit is no more, the rule is. */
export type EndCause = (typeof endCauses)[number];

export interface Raised {
  ruleCode: string;
  ruleVersion: number;
  kind: WatchKind;
  severity: Severity;
  subject: { kind: SubjectKind; id: string };
  classification: 'internal' | 'restricted';
  /** The rule's name, what it is about, and the value in words: so that whoever hears of it needs no look elsewhere. */
  ruleName: Text;
  title: Text;
  valueText: Text;
  due?: Day | undefined;
  on: Day;
  value: number;
  numerator?: number | undefined;
  denominator?: number | undefined;
  /** Version of the figure's definition. */
  version?: string | undefined;
  steps?: readonly StepValue[] | undefined;
  range?: Range | undefined;
  responsible: Responsible;
}
export interface Acknowledged {
  by: { id: string; name: string };
  comment: string;
}
export interface Escalated {
  level: number;
  waitedDays: number;
  responsible: Responsible;
}
export interface Ended {
  cause: EndCause;
  on: Day;
  value?: number | undefined;
  numerator?: number | undefined;
  denominator?: number | undefined;
}

export type WarningEvent =
  | { kind: 'warning.raised'; at: string; unitId: string; payload: Raised }
  | { kind: 'warning.acknowledged'; at: string; unitId: string; payload: Acknowledged }
  | { kind: 'warning.escalated'; at: string; unitId: string; payload: Escalated }
  | { kind: 'warning.ended'; at: string; unitId: string; payload: Ended };

export type WarningState = Omit<Raised, 'responsible'> & {
  unitId: string;
  raisedAt: string;
  responsible: Responsible;
  level: number;
  escalatedAt?: string;
  acknowledged?: Acknowledged & { at: string };
  ended?: Ended & { at: string };
};

export const stateWord = (
  s: Pick<WarningState, 'acknowledged' | 'ended'>,
): 'open' | 'acknowledged' | 'ended' => (s.ended ? 'ended' : s.acknowledged ? 'acknowledged' : 'open');

/** The state after an event. A stream begins with `warning.raised`. */
export function evolve(state: WarningState | undefined, event: WarningEvent): WarningState {
  if (event.kind === 'warning.raised') {
    return { ...event.payload, unitId: event.unitId, raisedAt: event.at, level: 0 };
  }
  if (!state) throw new RangeError(`${event.kind} before warning.raised`);
  switch (event.kind) {
    case 'warning.acknowledged':
      return { ...state, acknowledged: { ...event.payload, at: event.at } };
    case 'warning.escalated':
      return {
        ...state,
        responsible: event.payload.responsible,
        level: event.payload.level,
        escalatedAt: event.at,
      };
    case 'warning.ended':
      return { ...state, ended: { ...event.payload, at: event.at } };
  }
}
