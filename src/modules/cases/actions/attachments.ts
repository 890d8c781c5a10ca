import { systemActor } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { listFilesOf } from '../../documents/index.ts';

/** Files of applicants lie with the installation itself until a reception unit is known; only links show them to units. */
export const keeperOf = (ctx: Context): Context => ({
  ...ctx,
  actor: {
    ...systemActor,
    id: ctx.actor.id,
    name: ctx.actor.kind === 'public' ? 'Người nộp hồ sơ' : ctx.actor.name,
  },
});

/** What belongs to a draft or a case, whoever asks; the caller has checked his right to it. */
export async function attachedTo(ctx: Context, id: string) {
  const record = `case:${id}`;
  return (await listFilesOf(keeperOf(ctx), [record])).get(record) ?? [];
}
