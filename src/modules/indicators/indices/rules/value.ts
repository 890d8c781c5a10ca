/** A value that a unit states itself: claimed, then verified or returned by another unit; each change is an event. */
export interface IndexValue {
  indexCode: string;
  node: string;
  unitId: string;
  /** The year. */
  period: string;
  state: 'claimed' | 'verified' | 'returned';
  numerator: number;
  denominator: number;
  evidence: string;
  evidenceUrl?: string | undefined;
  claimedBy: string;
  claimedByName: string;
  claimedAt: string;
  decidedBy?: string | undefined;
  decidedByName?: string | undefined;
  decidedAt?: string | undefined;
  reason?: string | undefined;
}

type Key = Pick<IndexValue, 'indexCode' | 'node' | 'unitId' | 'period'>;
export interface Who {
  by: string;
  byName: string;
  at: string;
}

export type IndexValueEvent =
  | ({ kind: 'indexValue.claimed' } & Key &
      Who &
      Pick<IndexValue, 'numerator' | 'denominator' | 'evidence' | 'evidenceUrl'>)
  | ({ kind: 'indexValue.verified' } & Key & Who & { reason?: string | undefined })
  | ({ kind: 'indexValue.returned' } & Key & Who & { reason: string });

/** The value after an event; a new claim begins anew. */
export function evolve(value: IndexValue | undefined, event: IndexValueEvent): IndexValue {
  const { indexCode, node, unitId, period } = event;
  if (event.kind === 'indexValue.claimed')
    return {
      indexCode,
      node,
      unitId,
      period,
      state: 'claimed',
      numerator: event.numerator,
      denominator: event.denominator,
      evidence: event.evidence,
      evidenceUrl: event.evidenceUrl,
      claimedBy: event.by,
      claimedByName: event.byName,
      claimedAt: event.at,
    };
  return {
    ...value!,
    state: event.kind === 'indexValue.verified' ? 'verified' : 'returned',
    decidedBy: event.by,
    decidedByName: event.byName,
    decidedAt: event.at,
    reason: event.reason,
  };
}

export const streamOf = ({ indexCode, node, unitId, period }: Key): string =>
  `indexValue:${indexCode}:${node}:${unitId}:${period}`;
