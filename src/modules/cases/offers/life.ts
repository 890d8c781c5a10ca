import { createHash } from 'node:crypto';

import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, notAllowed, Problem } from '../../../kit/problems.ts';
import { loadSnapshot, unitAround } from '../../organisations/index.ts';
import { canonical } from '../rules/content.ts';
import { applicantKey, newCaseSecret, secretHash } from '../secrets.ts';
import type { tellLifeEvent } from './contract.ts';
import { offerFor } from './make.ts';
import { type FactRow, findAccountOf, insertFact } from './store.ts';

/** Keeps what an authority tells and makes at once what it calls for; who has no account is given a secret. */
export async function tellLifeEventAction(
  ctx: Context,
  input: ParsedOf<typeof tellLifeEvent>,
): Promise<ReplyOf<typeof tellLifeEvent>> {
  const { event, day, unitId, authority, person, known } = input;
  if (!may(ctx.actor, 'case.receive', unitId)) throw new Problem(notAllowed);
  if (!unitAround(await loadSnapshot(ctx.tx), unitId, ctx.today))
    throw fieldProblem('unitId', 'Không có đơn vị này.', 'There is no such unit.');
  if (day > ctx.today) throw fieldProblem('day', 'Sự kiện chưa xảy ra.', 'The event has not happened yet.');
  const personKey = applicantKey(ctx, person.personalId);
  const accountId = personKey ? ((await findAccountOf(ctx.tx, personKey)) ?? null) : null;
  const secret = accountId ? undefined : newCaseSecret();
  const fact: FactRow = {
    kind: 'told',
    what: event,
    day,
    unitId,
    authority,
    known,
    person,
    personKey,
    accountId,
    id: newId(ctx.now),
    caseId: null,
    secretHash: secret ? secretHash(ctx, secret) : null,
  };
  await insertFact(ctx.tx, fact, ctx.now);
  const hash = createHash('sha256').update(canonical({ person, known })).digest('base64url');
  ctx.emit({
    unitId,
    stream: `life:${fact.id}`,
    kind: 'life.told',
    payload: { event, day, authority, hash },
  });
  const offers = (await offerFor(ctx, [fact])).map(({ id }) => id);
  return { id: fact.id, offers, ...(secret && { secret }) };
}
