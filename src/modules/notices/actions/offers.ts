import type { Context } from '../../../kit/context.ts';
import { dayOf } from '../../../kit/day.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import type { Listener } from '../../../kit/outbox.ts';
import type { OfferPayloads } from '../../cases/contract.ts';
import { getPinned, loadEffective } from '../../procedures/index.ts';
import type { MoreKind } from '../messages/more-letters.ts';
import { findToldOffer, type ToldOffer } from '../store/offer.ts';
import { applicantOf } from './case-people.ts';
import { isNews } from './cases.ts';
import { ladderInForce } from './ladder-in-force.ts';
import { type Matter, tell, write } from './tell.ts';

const kinds: { [T in keyof OfferPayloads]?: MoreKind } = {
  'offer.made': 'offerMade',
  'offer.started': 'offerStarted',
  'offer.held': 'offerHeld',
  'offer.undone': 'offerUndone',
};

const dayText = (day: string): string => day.split('-').toReversed().join('/');

/** Why it is offered, in both languages. */
async function whyOf(ctx: Context, { state }: ToldOffer): Promise<{ vi: string; en: string }> {
  const { occasion, factDay, source } = state;
  const day = dayText(factDay);
  if (source.kind === 'authority')
    return {
      vi: `${source.name} báo một sự kiện ngày ${day}.`,
      en: `${source.name} told an event of ${day}.`,
    };
  if (occasion.kind !== 'granted')
    return {
      vi: `Một người trong hồ sơ ${source.code} đến tuổi.`,
      en: `Somebody in case ${source.code} reaches an age.`,
    };
  const version = await loadEffective(ctx.tx, { code: occasion.procedureCode, day: ctx.today });
  const { vi, en = vi } = version?.content.name ?? { vi: occasion.procedureCode };
  return {
    vi: `“${vi}” (hồ sơ ${source.code}) có kết quả ngày ${day}.`,
    en: `“${en}” (case ${source.code}) was granted on ${day}.`,
  };
}

async function paramsOf(ctx: Context, told: ToldOffer): Promise<Record<string, unknown>> {
  const { state } = told;
  const version = await getPinned(ctx.tx, state);
  return {
    procedure: version.content.name,
    why: await whyOf(ctx, told),
    until: state.undoUntil ?? state.until,
    ...(state.startsOn && { day: state.startsOn }),
  };
}

/** The citizen hears of every offer, and of everything that happens to it without him: nothing begins silently. */
async function onOffer(ctx: Context, event: StoredEvent): Promise<void> {
  const kind = kinds[event.kind as keyof OfferPayloads];
  const told =
    kind && isNews(ctx, event) ? await findToldOffer(ctx.tx, event.stream.slice('offer:'.length)) : undefined;
  if (!kind || !told) return;
  const { offerId, unitId, sourceCaseId } = told;
  const people = await applicantOf(ctx, { ...told, caseId: sourceCaseId ?? offerId });
  if (people.length === 0) return;
  const matter: Matter = {
    kind,
    rung: kind,
    subjectKind: 'offer',
    subjectId: offerId,
    about: dayOf(event.at),
    assignmentId: null,
    taskId: null,
    // Also without a case: letters to applicants are shown only to who may see cases.
    caseId: sourceCaseId ?? offerId,
    unitId,
    ownerUnitId: unitId,
    classification: 'internal',
    params: await paramsOf(ctx, told),
    asRole: 'applicant',
    channels: ['app', 'mail'],
  };
  const { hours } = await ladderInForce(ctx.tx, ctx.today);
  const telling = tell(ctx, matter, people, hours);
  const deliveries = telling.deliveries.map((one) => ({ ...one, notBefore: ctx.now }));
  await write(ctx, [{ ...telling, deliveries }]);
}

export const offerListener: Listener = { name: 'notices.offers', kinds: Object.keys(kinds), handle: onOffer };
