import type { Context } from '../../../../kit/context.ts';
import type { FileReply } from '../../../../kit/contract.ts';

/** The public half of the installation's key, for those who check a report elsewhere. */
export const reportKeyAction = async (ctx: Context): Promise<FileReply> => ({
  body: ctx.app.keys.publicPem,
  type: 'application/x-pem-file',
  name: `lienthong-${ctx.app.keys.id}.pem`,
});
