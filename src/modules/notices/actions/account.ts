import { dayOf } from '../../../kit/day.ts';
import { isLang } from '../../../kit/i18n.ts';
import type { Listener } from '../../../kit/outbox.ts';
import { ladderInForce } from './ladder-in-force.ts';
import { tell, write } from './tell.ts';

/** An account that signs in with another address: the address before is told, by mail only. */
export const emailListener: Listener = {
  name: 'notices.emailChanged',
  kinds: ['account.emailChanged'],
  handle: async (ctx, event) => {
    const id = event.stream.slice('account:'.length);
    const { before, name, lang, unitId, reason = '' } = event.payload as Record<string, string | null>;
    if (!before) return;
    const { hours } = await ladderInForce(ctx.tx, ctx.today);
    const matter = {
      kind: 'emailChanged',
      rung: 'emailChanged',
      subjectKind: 'account',
      subjectId: `${id}:${event.seq}`,
      about: dayOf(event.at),
      assignmentId: null,
      taskId: null,
      unitId: unitId ?? '',
      ownerUnitId: unitId ?? '',
      classification: 'internal',
      params: { reason },
      asRole: 'owner',
      channels: ['mail'],
    } as const;
    const to = {
      key: `formerly:${id}:${event.seq}`,
      name: name ?? '',
      address: before,
      ...(isLang(lang) && { lang }),
    };
    await write(ctx, [tell(ctx, matter, [to], hours)]);
  },
};
