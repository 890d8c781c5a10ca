import { z } from 'zod';

import { systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import { type Context, openContext } from '../../kit/context.ts';
import type { InputOf } from '../../kit/contract.ts';
import { newId } from '../../kit/ids.ts';
import { type Command, type CommandResult, WrongUse } from '../../kit/module.ts';
import { issueToken } from './actions/tokens.ts';
import { createAccount, giveGrant } from './contract/accounts.ts';
import { emailKey } from './secrets.ts';
import { findAccountByEmail } from './store/accounts.ts';

const usage = {
  token: 'token --account EMAIL [--scope read|write] [--days N] [--name NAME]',
  create: 'account create --email EMAIL --name NAME [--unit UNIT] [--lang vi|en]',
  grant:
    'grant --account EMAIL --role ROLE [--unit UNIT] [--clearance public|internal|restricted] [--from DAY] [--to DAY] [--paper TEXT]',
};

function read<T>(shape: z.ZodType<T>, options: Record<string, string>, use: string): T {
  const parsed = shape.safeParse(options);
  if (!parsed.success)
    throw new WrongUse(
      `${parsed.error.issues.map((i) => `--${i.path.join('.')}: ${i.message}`).join('\n')}\n${use}`,
    );
  return parsed.data;
}

const nobody = (email: string): CommandResult => ({
  value: { error: 'identity.noSuchAccount', account: email },
  lines: [`Không có tài khoản ${email} / there is no account ${email}`],
  exit: 1,
});

/** Work of the operator at the machine itself: with the rights of the installation, in one transaction with its events. */
async function asOperator<T>(app: App, work: (ctx: Context) => Promise<T>): Promise<T> {
  return app.db.write(async (tx) => {
    const now = app.clock.now();
    const ctx = openContext(app, tx, { actor: systemActor, now, requestId: newId(now) });
    const made = await work(ctx);
    await ctx.flush();
    return made;
  });
}

const tokenOptions = z.object({
  account: z.string().min(3),
  scope: z.enum(['read', 'write']).default('write'),
  days: z.coerce.number().int().min(1).max(366).default(90),
  name: z.string().min(1).max(100).default('lienthong token'),
});

const token: Command = {
  words: 'token',
  usage: usage.token,
  summary: { vi: 'Tạo mã truy cập API cho một tài khoản', en: 'Make an API token for an account' },
  run: (app, _args, options) => {
    const wish = read(tokenOptions, options, usage.token);
    return asOperator(app, async (ctx) => {
      const account = await findAccountByEmail(ctx.tx, emailKey(wish.account));
      if (!account || account.disabled) return nobody(wish.account);
      const made = await issueToken(ctx, account.id, wish);
      return { value: { token: made.token, expiresAt: made.expiresAt.toISOString() }, lines: [made.token] };
    });
  },
};

const accountOptions = z.object({
  email: z.string().min(3),
  name: z.string().min(1),
  unit: z.string().default('*'),
  lang: z.enum(['vi', 'en']).optional(),
});

const create: Command = {
  words: 'account create',
  usage: usage.create,
  summary: {
    vi: 'Tạo tài khoản; mật khẩu ban đầu chỉ in một lần',
    en: 'Create an account; its initial password is printed once',
  },
  run: async (app, _args, options) => {
    const { unit, ...wish } = read(accountOptions, options, usage.create);
    const made = await app.call(createAccount, { ...wish, unitId: unit }, { actor: systemActor });
    return { value: made, lines: [`${wish.email}: ${made.initialPassword}`] };
  },
};

const grantOptions = z.object({
  account: z.string().min(3),
  role: z.string(),
  unit: z.string().default('*'),
  clearance: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  paper: z.string().optional(),
});

const grant: Command = {
  words: 'grant',
  usage: usage.grant,
  summary: { vi: 'Cấp vai trò cho một tài khoản', en: 'Give an account a role' },
  run: async (app, _args, options) => {
    const wish = read(grantOptions, options, usage.grant);
    const account = await app.db.read((tx) => findAccountByEmail(tx, emailKey(wish.account)));
    if (!account) return nobody(wish.account);
    const { role, unit, clearance, from, to, paper } = wish;
    const input = { id: account.id, role, unitId: unit, clearance, validFrom: from, validTo: to, paper };
    const made = await app.call(giveGrant, input as InputOf<typeof giveGrant>, { actor: systemActor });
    return { value: made, lines: [`${wish.account}: ${role} ${unit}`] };
  },
};

export const commands: readonly Command[] = [token, create, grant];
