import type { FactKind } from '../../language/index.ts';
import { caseKind, procedureKind } from './case.ts';
import { decisionKind } from './decision.ts';

/** Kinds of facts that have a source in this installation, by code. A definition over any other kind has no figure. */
export const factKinds: ReadonlyMap<string, FactKind> = new Map(
  [caseKind, procedureKind, decisionKind].map((kind) => [kind.code, kind]),
);
