import { z } from 'zod';

import { endpoint } from '../../../kit/contract.ts';
import { tooMany } from '../../../kit/problems.ts';
import { locked, signInOver, wrongCode, wrongSignIn } from './problems.ts';

/** `session` goes into the cookie of the browser; programs use access tokens instead. */
const signedIn = z.object({
  outcome: z.enum(['signedIn', 'secondFactor']),
  session: z.string(),
  mustChangePassword: z.boolean(),
  lang: z.enum(['vi', 'en']).nullable(),
});

export const signIn = endpoint({
  name: 'identity.signIn',
  method: 'POST',
  path: '/identity/sign-in',
  summary: { vi: 'Đăng nhập bằng địa chỉ thư và mật khẩu', en: 'Sign in with e-mail address and password' },
  permission: 'public',
  input: { email: z.string().trim().min(3).max(254), password: z.string().min(1).max(1000) },
  reply: signedIn,
  problems: [wrongSignIn, locked, tooMany],
});

export const giveCode = endpoint({
  name: 'identity.giveCode',
  method: 'POST',
  path: '/identity/second-factor',
  summary: {
    vi: 'Bước hai: mã xác thực hoặc mã khôi phục',
    en: 'Second step: a code of the authenticator, or a recovery code',
  },
  permission: 'public',
  input: { code: z.string().trim().min(6).max(40) },
  reply: signedIn,
  problems: [wrongCode, locked, signInOver],
});

export const signOut = endpoint({
  name: 'identity.signOut',
  method: 'POST',
  path: '/identity/sign-out',
  summary: { vi: 'Đăng xuất', en: 'Sign out' },
  permission: 'signedIn',
  input: {},
  reply: z.object({}),
});
