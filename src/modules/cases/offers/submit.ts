import type { Context } from '../../../kit/context.ts';
import { newId } from '../../../kit/ids.ts';
import { hashOf } from '../actions/apply.ts';
import { loadGround, pinnedVersion } from '../actions/grounds.ts';
import { contentOf, keepNew, submittedEvent } from '../actions/intake.ts';
import { placeCase } from '../actions/placing.ts';
import { checkValues } from '../actions/values.ts';
import type { By } from '../rules/model.ts';
import { keepDraft } from '../store/content.ts';
import type { OfferRow, Prepared } from './store.ts';

const origins = ({ provenance }: Prepared) =>
  Object.fromEntries(
    Object.entries(provenance).map(([key, { source, at, database }]) => [
      key,
      { source, at, ...(database && { database }) },
    ]),
  );

/** How a result comes back: through the portal where it is electronic. */
async function deliveryOf(ctx: Context, row: OfferRow): Promise<'portal' | 'desk'> {
  const version = await pinnedVersion(ctx.tx, row.state);
  return version.content.results.some((result) => result.electronic) ? 'portal' : 'desk';
}

/**
 * Hands in what an offer has prepared, for whoever its source belongs to: his account and secret open the case. The
 * version is that in force today, and its checks hold as for anybody.
 */
export async function submitPrepared(ctx: Context, row: OfferRow, by: By): Promise<string> {
  const { prepared, state, accountId, secretHash } = row;
  const ground = await loadGround(ctx.tx);
  const placed = await placeCase(ctx, ground, {
    procedureCode: state.procedureCode,
    channel: 'online',
    placeUnitId: prepared.placeUnitId,
    values: prepared.values,
  });
  checkValues(placed.version, prepared.values, ctx.today, 'all');
  const content = contentOf({
    values: prepared.values,
    provenance: origins(prepared),
    applicant: prepared.applicant,
    coApplicants: [],
    components: [],
    delivery: { how: await deliveryOf(ctx, row) },
  });
  const hash = hashOf(content);
  const event = submittedEvent(ctx, placed, { channel: 'online', hash, by });
  const owner = { accountId, secretHash };
  const made = await keepNew(ctx, placed, { id: newId(ctx.now), content, hash, event, twins: [], owner });
  return made.row.id;
}

const typedText = (value: unknown): string => (typeof value === 'string' ? value : String(value));

/** A draft that the citizen finishes himself, filled with what is known; level 1 only reminds and fills in who he is. */
export async function draftPrepared(ctx: Context, row: OfferRow): Promise<string> {
  const { prepared, state, accountId, secretHash } = row;
  const { fullName, personalId, phone, email, kind } = prepared.applicant;
  const who = { fullName, personalId, phone, email, kind, for: 'self' };
  const form = state.level > 1 ? prepared.values : {};
  const part = (prefix: string, values: object) =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => [`${prefix}.${key}`, typedText(value)]),
    );
  const give = { how: await deliveryOf(ctx, row), place: prepared.placeUnitId };
  const id = newId(ctx.now);
  await keepDraft(ctx.tx, {
    id,
    accountId,
    secretHash,
    procedureCode: state.procedureCode,
    content: {
      typed: { who: part('who', who), form: part('form', form), give: part('give', give) },
      papers: {},
      atDesk: [],
    },
    savedAt: ctx.now,
  });
  return id;
}
