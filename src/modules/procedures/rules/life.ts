import type {
  Announcement,
  Day,
  Overlay,
  OverlayContent,
  ProcedureContent,
  ProcedureVersion,
  Transition,
} from './model.ts';

/** One procedure with all its versions and overlays, drafts too. */
export interface ProcedureState {
  code: string;
  versions: readonly ProcedureVersion[];
  overlays: readonly Overlay[];
}

interface Publishing {
  validFrom: Day;
  coverage: { checked: number };
  /** Stated when publishing; absent: what the draft says of it. */
  announcement?: Announcement;
}

export type ProcedureEvent =
  | {
      kind: 'procedure.draftSaved';
      versionId: string;
      number: number;
      validFrom: Day;
      content: ProcedureContent;
      transition?: Transition;
      announcement?: Announcement;
    }
  | ({ kind: 'procedure.published'; versionId: string } & Publishing)
  | { kind: 'procedure.ended'; versionId: string; validTo: Day; paper: string }
  | { kind: 'procedure.withdrawn'; versionId: string; paper: string }
  /** The version before a withdrawn one goes on until that one would have ended. */
  | { kind: 'procedure.resumed'; versionId: string; validTo?: Day }
  | {
      kind: 'procedure.overlaySaved';
      overlayId: string;
      provinceId: string;
      number: number;
      validFrom: Day;
      content: OverlayContent;
    }
  | ({ kind: 'procedure.overlayPublished'; overlayId: string } & Publishing)
  | { kind: 'procedure.overlayEnded'; overlayId: string; validTo: Day; paper: string }
  | { kind: 'procedure.overlayWithdrawn'; overlayId: string; paper: string }
  | { kind: 'procedure.overlayResumed'; overlayId: string; validTo?: Day };

interface Span {
  validFrom: Day;
  validTo?: Day;
}
const notDraft = ({ state }: { state: string }): boolean => state === 'published';

/** Whether something that holds from a day until before another holds on `day`. */
export const holdsOn = (span: Span, day: Day): boolean =>
  span.validFrom <= day && (span.validTo === undefined || day < span.validTo);

/** The published version that holds on a day. */
export const versionOn = (state: ProcedureState, day: Day): ProcedureVersion | undefined =>
  state.versions.find((version) => notDraft(version) && holdsOn(version, day));

const changed = <T extends { id: string }>(list: readonly T[], id: string, change: (one: T) => T): T[] =>
  list.map((one) => (one.id === id ? change(one) : one));

const put = <T extends { id: string }>(list: readonly T[], one: T): T[] =>
  list.some((other) => other.id === one.id) ? changed(list, one.id, () => one) : [...list, one];

function endingOn<T extends Span>(one: T, validTo: Day | undefined): T {
  const open = { ...one };
  delete open.validTo;
  return validTo === undefined ? open : { ...open, validTo };
}

const publishing = ({ validFrom, announcement }: Publishing) => ({
  state: 'published' as const,
  validFrom,
  ...(announcement && { announcement }),
});

/** The procedure after an event; the same function makes the live rows and replays them. */
export function evolve(state: ProcedureState, event: ProcedureEvent): ProcedureState {
  const versions = (id: string, change: (one: ProcedureVersion) => ProcedureVersion): ProcedureState => ({
    ...state,
    versions: changed(state.versions, id, change),
  });
  const overlays = (id: string, change: (one: Overlay) => Overlay): ProcedureState => ({
    ...state,
    overlays: changed(state.overlays, id, change),
  });
  switch (event.kind) {
    case 'procedure.draftSaved': {
      const { kind: _, versionId: id, ...rest } = event;
      return { ...state, versions: put(state.versions, { id, code: state.code, state: 'draft', ...rest }) };
    }
    case 'procedure.published':
      return versions(event.versionId, (v) => ({ ...v, ...publishing(event) }));
    case 'procedure.ended':
      return versions(event.versionId, (v) => ({ ...v, validTo: event.validTo }));
    case 'procedure.withdrawn':
      return versions(event.versionId, (v) => ({ ...v, state: 'withdrawn' }));
    case 'procedure.resumed':
      return versions(event.versionId, (v) => endingOn(v, event.validTo));
    case 'procedure.overlaySaved': {
      const { kind: _, overlayId: id, ...rest } = event;
      return { ...state, overlays: put(state.overlays, { id, state: 'draft', ...rest }) };
    }
    case 'procedure.overlayPublished':
      return overlays(event.overlayId, (o) => ({ ...o, ...publishing(event) }));
    case 'procedure.overlayEnded':
      return overlays(event.overlayId, (o) => ({ ...o, validTo: event.validTo }));
    case 'procedure.overlayWithdrawn':
      return overlays(event.overlayId, (o) => ({ ...o, state: 'withdrawn' }));
    case 'procedure.overlayResumed':
      return overlays(event.overlayId, (o) => endingOn(o, event.validTo));
  }
}

export const fold = (code: string, events: readonly ProcedureEvent[]): ProcedureState =>
  events.reduce(evolve, { code, versions: [], overlays: [] });

export type Refusal =
  | { refused: 'notDraft' | 'notPublished' | 'endBeforeStart' | 'endInPast' | 'endLater' }
  | {
      refused: 'startInPast' | 'overlap';
      with: { id: string; number: number; validFrom: Day; validTo?: Day };
    };

/**
 * What must end so that a draft can begin on `from`: the version that holds then ends that day. Refused where that would
 * change days that have passed, or where a later version is published already: it has to be withdrawn first.
 */
export function roomFor<T extends Span & { id: string; number: number }>(
  published: readonly T[],
  from: Day,
  today: Day,
): { ends?: T } | Refusal {
  const later = published.find((one) => one.validFrom >= from);
  if (later) return { refused: 'overlap', with: later };
  const ends = published.find((one) => one.validTo === undefined || one.validTo > from);
  if (ends && from < today) return { refused: 'startInPast', with: ends };
  return ends ? { ends } : {};
}

interface PublishFacts {
  today: Day;
  checked: number;
  announcement?: Announcement | undefined;
}

/** Publishes a draft version from its first day on; the version before it ends that day. */
export function decidePublish(
  state: ProcedureState,
  versionId: string,
  facts: PublishFacts,
): ProcedureEvent[] | Refusal {
  const draft = state.versions.find((one) => one.id === versionId);
  if (draft?.state !== 'draft') return { refused: 'notDraft' };
  const room = roomFor(state.versions.filter(notDraft), draft.validFrom, facts.today);
  if ('refused' in room) return room;
  const paper = draft.content.decision;
  return [
    ...(room.ends
      ? [{ kind: 'procedure.ended' as const, versionId: room.ends.id, validTo: draft.validFrom, paper }]
      : []),
    {
      kind: 'procedure.published',
      versionId,
      validFrom: draft.validFrom,
      coverage: { checked: facts.checked },
      ...(facts.announcement && { announcement: facts.announcement }),
    },
  ];
}

/** Publishes a province's draft; its overlay before ends that day. */
export function decideOverlay(
  state: ProcedureState,
  overlayId: string,
  facts: PublishFacts,
): ProcedureEvent[] | Refusal {
  const draft = state.overlays.find((one) => one.id === overlayId);
  if (draft?.state !== 'draft') return { refused: 'notDraft' };
  const own = state.overlays.filter((one) => one.provinceId === draft.provinceId && notDraft(one));
  const room = roomFor(own, draft.validFrom, facts.today);
  if ('refused' in room) return room;
  const { decision: paper } = draft.content;
  return [
    ...(room.ends
      ? [
          {
            kind: 'procedure.overlayEnded' as const,
            overlayId: room.ends.id,
            validTo: draft.validFrom,
            paper,
          },
        ]
      : []),
    {
      kind: 'procedure.overlayPublished',
      overlayId,
      validFrom: draft.validFrom,
      coverage: { checked: facts.checked },
      ...(facts.announcement && { announcement: facts.announcement }),
    },
  ];
}

const endOf = ({ validTo }: Span): { validTo?: Day } => (validTo === undefined ? {} : { validTo });

type Ending = 'end' | 'withdraw' | Refusal;

function endingOf(span: (Span & { state: string }) | undefined, validTo: Day, today: Day): Ending {
  if (span?.state !== 'published') return { refused: 'notPublished' };
  if (validTo < span.validFrom) return { refused: 'endBeforeStart' };
  if (validTo < today) return { refused: 'endInPast' };
  if (span.validTo !== undefined && validTo > span.validTo) return { refused: 'endLater' };
  return validTo === span.validFrom ? 'withdraw' : 'end';
}

/** What ended on the day something withdrawn would have begun: it goes on. */
const before = <T extends Span & { state: string }>(list: readonly T[], withdrawn: Span): T | undefined =>
  list.find((one) => notDraft(one) && one.validTo === withdrawn.validFrom);

interface End {
  validTo: Day;
  paper: string;
  today: Day;
}

/** Ends a published version. One that has not begun and ends on its first day is withdrawn; the one before goes on. */
export function decideEnd(
  state: ProcedureState,
  versionId: string,
  { validTo, paper, today }: End,
): ProcedureEvent[] | Refusal {
  const version = state.versions.find((one) => one.id === versionId);
  const how = endingOf(version, validTo, today);
  if (typeof how === 'object') return how;
  if (how === 'end') return [{ kind: 'procedure.ended', versionId, validTo, paper }];
  const earlier = before(state.versions, version!);
  return [
    { kind: 'procedure.withdrawn', versionId, paper },
    ...(earlier ? [{ kind: 'procedure.resumed' as const, versionId: earlier.id, ...endOf(version!) }] : []),
  ];
}

/** The same for a province's overlay. */
export function decideOverlayEnd(
  state: ProcedureState,
  overlayId: string,
  { validTo, paper, today }: End,
): ProcedureEvent[] | Refusal {
  const overlay = state.overlays.find((one) => one.id === overlayId);
  const how = endingOf(overlay, validTo, today);
  if (typeof how === 'object') return how;
  if (how === 'end') return [{ kind: 'procedure.overlayEnded', overlayId, validTo, paper }];
  const own = state.overlays.filter((one) => one.provinceId === overlay!.provinceId);
  const earlier = before(own, overlay!);
  return [
    { kind: 'procedure.overlayWithdrawn', overlayId, paper },
    ...(earlier
      ? [{ kind: 'procedure.overlayResumed' as const, overlayId: earlier.id, ...endOf(overlay!) }]
      : []),
  ];
}
