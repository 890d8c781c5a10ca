import { createHash } from 'node:crypto';

import type { Context } from '../../../kit/context.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import { Problem, type ProblemKind } from '../../../kit/problems.ts';
import * as problems from '../contract/problems.ts';
import { statusCode } from '../rules/codes.ts';
import type { Command, Refusal } from '../rules/command.ts';
import { canonical, type CaseContent } from '../rules/content.ts';
import { decide } from '../rules/decide.ts';
import type { CaseEvent } from '../rules/events.ts';
import { evolve } from '../rules/evolve.ts';
import type { By, CaseState } from '../rules/model.ts';
import type { LegalTime } from '../rules/time.ts';
import { type CaseRow, updateCase } from '../store/caseFile.ts';

const refusalKinds: Record<Refusal, ProblemKind> = {
  stepNotOpen: problems.stepNotOpen,
  stepPassed: problems.stepPassed,
  secondSupplement: problems.secondSupplement,
  secondApology: problems.secondApology,
  apologyTooLate: problems.apologyTooLate,
  noDue: problems.noDue,
  undoOthers: problems.undoOthers,
  sameUnit: problems.sameUnit,
  notConsulted: problems.notConsulted,
  decisionMissing: problems.decisionMissing,
  notPromised: problems.notPromised,
};

/** The record of a case's stream; its events say everything its state is made of. */
export function recordOf(row: { unitId: string; id: string }, event: CaseEvent) {
  const { type, at: _at, ...payload } = event;
  return { unitId: row.unitId, stream: `case:${row.id}`, kind: type, payload };
}

/** An event as the fold reads it, from the stored one. */
export const eventOf = (stored: Pick<StoredEvent, 'kind' | 'at' | 'payload'>): CaseEvent =>
  ({ ...stored.payload, type: stored.kind, at: stored.at.toISOString() }) as unknown as CaseEvent;

/** Saves what events make of a locked case and emits them. */
export function applyEvents(ctx: Context, row: CaseRow, events: readonly CaseEvent[]): CaseRow {
  if (events.length === 0) return row;
  const state = events.reduce<CaseState>(evolve, row.state);
  const next = { ...row, state, version: row.version + 1 };
  updateCase(ctx.tx, next, ctx.now);
  ctx.emit(...events.map((event) => recordOf(row, event)));
  return next;
}

/** Decides a command whose right has been proved, and applies it; refusals become problems. */
export function carryOut(
  ctx: Context,
  row: CaseRow,
  command: Command,
  by: { by: By; time: LegalTime },
): CaseRow {
  const decided = decide(row.state, command, { now: ctx.now.toISOString(), ...by });
  if ('refused' in decided) throw new Problem(refusalKinds[decided.refused]);
  return applyEvents(ctx, row, decided.events);
}

export const hashOf = (content: CaseContent): string =>
  createHash('sha256').update(canonical(content)).digest('base64url');

/** How a case stands, as every step replies. */
export function standingOf(row: Pick<CaseRow, 'id' | 'state' | 'version'>) {
  const { state } = row;
  const { key, role, unitId, since, dueAt } = state.step ?? {};
  const code = statusCode(state);
  return {
    id: row.id,
    ...(state.code && { code: state.code }),
    handling: state.handling,
    payment: state.payment,
    delivery: state.delivery,
    sync: state.sync,
    ...(code && { statusCode: code }),
    atUnitId: state.atUnitId,
    ...(state.personId && { personId: state.personId }),
    ...(key && { step: { key, role: role!, unitId: unitId!, since: since!, ...(dueAt && { dueAt }) } }),
    ...(state.due.at && { dueAt: state.due.at }),
    version: row.version,
  };
}
