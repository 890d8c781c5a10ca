import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { dayOf } from '../../../kit/day.ts';
import { listStream, type StoredEvent } from '../../../kit/events.ts';
import { findPerson } from '../../organisations/index.ts';
import { checklist } from '../../procedures/index.ts';
import type { getPlan } from '../contract.ts';
import type { CaseState } from '../rules/model.ts';
import { getCaseRow } from '../store/caseFile.ts';
import { findContent } from '../store/content.ts';
import { pinnedVersion } from './grounds.ts';

/** Everybody whom the events and the state of a case name. */
function namedIn(state: CaseState, events: readonly StoredEvent[]): string[] {
  const found = new Set<string>();
  const note = (value: unknown): void => {
    if (typeof value === 'string' && value !== '') found.add(value);
  };
  note(state.personId);
  for (const { payload } of events) {
    const { by, personId, takerId } = payload;
    const { person, standsInFor } = (by ?? {}) as Record<string, unknown>;
    for (const one of [person, standsInFor, personId, takerId]) note(one);
  }
  return [...found];
}

/** The version a case is pinned to, as every page of the case needs it, for whoever may see the case. */
export async function getPlanAction(
  ctx: Context,
  { id }: ParsedOf<typeof getPlan>,
): Promise<ReplyOf<typeof getPlan>> {
  const [row, events] = await Promise.all([
    getCaseRow(ctx.tx, ctx.actor, id),
    listStream(ctx.tx, `case:${id}`),
  ]);
  const { state } = row;
  const [version, content] = await Promise.all([
    pinnedVersion(ctx.tx, state),
    findContent(ctx.tx, id, state.content.version),
  ]);
  const day = state.receivedAt ? dayOf(state.receivedAt) : ctx.today;
  const people = await Promise.all(namedIn(state, events).map((one) => findPerson(ctx.tx, 'all', one)));
  return {
    version: version,
    field: state.field,
    checklist: checklist(version, content?.values ?? {}, day).map(({ component: c, replacedBy }) => ({
      key: c.key,
      vi: c.name.vi,
      ...(c.name.en && { en: c.name.en }),
      kind: c.kind,
      originals: c.originals,
      copies: c.copies,
      required: c.required,
      conditional: c.when !== undefined,
      ...(replacedBy && { replacedBy }),
    })),
    people: people.flatMap((one) => (one ? [{ id: one.id, name: one.fullName }] : [])),
  };
}
