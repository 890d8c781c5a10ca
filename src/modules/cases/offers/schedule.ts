import { systemActor } from '../../../kit/actor.ts';
import type { App } from '../../../kit/app.ts';
import { type Context, openContext } from '../../../kit/context.ts';
import { addDays, addMonths, type Day, dayOf } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { Problem } from '../../../kit/problems.ts';
import type { OfferOccasion, OfferRule } from '../../procedures/contract.ts';
import { listOffering } from '../../procedures/index.ts';
import { applyToOffer, makeOffer } from './make.ts';
import { undoUntil } from './rules.ts';
import { findConsent, listAwakeOffers, listDueFacts, lockOffer, type OfferRow } from './store.ts';
import { submitPrepared } from './submit.ts';

const BATCH = 200;

const inOwn = <T>(app: App, work: (ctx: Context) => Promise<T>): Promise<T> =>
  app.db.write(async (tx) => {
    const now = app.clock.now();
    const ctx = openContext(app, tx, { actor: systemActor, now, requestId: newId(now) });
    const made = await work(ctx);
    await ctx.flush();
    return made;
  });

/** Which facts an occasion can be about today: their kind, and the days on which they must have happened. */
function window(on: OfferOccasion, rule: OfferRule, today: Day) {
  if (on.kind === 'told')
    return { kind: 'told', what: on.event, from: addDays(today, -rule.openDays), to: today };
  const months = on.kind === 'age' ? on.years * 12 : (on.months ?? 0);
  const early = on.daysBefore ?? 0;
  // A day wider on both sides: months have different lengths, and the rule itself decides.
  const to = addDays(addMonths(addDays(today, early), -months), 3);
  return {
    ...(on.kind === 'age'
      ? { kind: 'birthDay', what: on.role }
      : { kind: 'granted', what: on.procedureCode }),
    from: addDays(to, -rule.openDays - 6),
    to,
  };
}

/** Makes what is due today: ages reached, papers about to run out, events told before the rule began. */
async function makeDue(app: App): Promise<number> {
  const today = dayOf(app.clock.now());
  const rules = await app.db.read((tx) => listOffering(tx, today));
  let made = 0;
  for (const { code, offer } of rules)
    for (const on of offer.on) {
      const due = { ...window(on, offer, today), procedureCode: code, limit: BATCH };
      for (const fact of await app.db.read((tx) => listDueFacts(tx, due)))
        made += (await inOwn(app, (ctx) => makeOffer(ctx, fact, code))) ? 1 : 0;
    }
  return made;
}

/** Begins what its person has consented to, unless he took the consent back: then it stands until its last day. */
async function start(ctx: Context, row: OfferRow): Promise<void> {
  const { accountId, sourceCaseId: caseId, state } = row;
  const consent = await findConsent(ctx.tx, { accountId, caseId, procedureCode: state.procedureCode });
  if (!consent) {
    await applyToOffer(ctx, row, { type: 'offer.held', by: 'system', because: 'consentGone' });
    return;
  }
  const by = { as: 'system' as const };
  const started = { undoUntil: undoUntil(ctx.today, state), caseId: await submitPrepared(ctx, row, by) };
  await applyToOffer(ctx, row, { type: 'offer.started', by: 'system', ...started });
}

async function wake(ctx: Context, id: string): Promise<void> {
  const row = await lockOffer(ctx.tx, id);
  if (!row || row.state.status !== 'open') return;
  if (ctx.today > row.state.until)
    await applyToOffer(ctx, row, { type: 'offer.lapsed', by: 'system', because: 'time' });
  else if (row.state.startsOn) await start(ctx, row);
}

/** The procedure has changed since, or does not take it: it stands as an offer, and the citizen decides himself. */
async function hold(ctx: Context, id: string, problem: Problem): Promise<void> {
  const row = await lockOffer(ctx.tx, id);
  if (row?.state.status !== 'open') return;
  const because = { because: 'refused' as const, problem: problem.kind.code };
  await applyToOffer(ctx, row, { type: 'offer.held', by: 'system', ...because });
}

/** What time does to offers: those whose day has come are made, begin by themselves, or lapse. */
export async function runOffers(app: App): Promise<number> {
  let done = await makeDue(app);
  const ids = await app.db.read((tx) => listAwakeOffers(tx, dayOf(app.clock.now()), BATCH));
  for (const { id } of ids) {
    done += 1;
    try {
      await inOwn(app, (ctx) => wake(ctx, id));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await inOwn(app, (ctx) => hold(ctx, id, error));
    }
  }
  return done;
}
