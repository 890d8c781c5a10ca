import { z } from 'zod';

import { endpoint, id, instant } from '../../../kit/contract.ts';
import { notFound } from '../../../kit/problems.ts';
import { account } from './accounts.ts';
import { inPersonOnly, noEnrolment, wrongCode, wrongPassword } from './problems.ts';

const password = z.string().min(1).max(1000);
const session = z.object({
  id,
  device: z.string(),
  ip: z.string(),
  way: z.string(),
  createdAt: instant,
  seenAt: instant,
  expiresAt: instant,
  current: z.boolean(),
});
const token = z.object({
  id,
  name: z.string(),
  scope: z.enum(['read', 'write']),
  createdAt: instant,
  expiresAt: instant,
  usedAt: instant.nullable(),
});

export const getMe = endpoint({
  name: 'identity.getMe',
  method: 'GET',
  path: '/identity/me',
  summary: { vi: 'Tài khoản của tôi và các quyền', en: 'My account and what it may do' },
  permission: 'signedIn',
  input: {},
  reply: account
    .omit({ lockedUntil: true })
    .extend({ permissions: z.array(z.string()), tokenScope: z.enum(['read', 'write']).optional() }),
});

export const updateMe = endpoint({
  name: 'identity.updateMe',
  method: 'PATCH',
  path: '/identity/me',
  summary: { vi: 'Sửa họ tên, ngôn ngữ của tôi', en: 'Change my name or language' },
  permission: 'signedIn',
  input: { name: z.string().trim().min(1).max(200).optional(), lang: z.enum(['vi', 'en']).optional() },
  reply: z.object({}),
  problems: [inPersonOnly],
});

export const changePassword = endpoint({
  name: 'identity.changePassword',
  method: 'POST',
  path: '/identity/me/password',
  summary: { vi: 'Đổi mật khẩu; các phiên khác kết thúc', en: 'Change my password; my other sessions end' },
  permission: 'signedIn',
  input: { current: password, next: password, again: password.optional() },
  reply: z.object({}),
  problems: [wrongPassword, inPersonOnly],
});

export const listSessions = endpoint({
  name: 'identity.listSessions',
  method: 'GET',
  path: '/identity/me/sessions',
  summary: { vi: 'Các phiên đăng nhập của tôi', en: 'My sessions' },
  permission: 'signedIn',
  input: {},
  reply: z.object({ items: z.array(session) }),
});

export const endSession = endpoint({
  name: 'identity.endSession',
  method: 'POST',
  path: '/identity/me/sessions/:id/end',
  summary: { vi: 'Kết thúc một phiên', en: 'End one of my sessions' },
  permission: 'signedIn',
  input: { id },
  reply: z.object({}),
  problems: [notFound, inPersonOnly],
});

export const endOtherSessions = endpoint({
  name: 'identity.endOtherSessions',
  method: 'POST',
  path: '/identity/me/sessions/end-others',
  summary: { vi: 'Kết thúc mọi phiên khác', en: 'End all my other sessions' },
  permission: 'signedIn',
  input: {},
  reply: z.object({ ended: z.number() }),
  problems: [inPersonOnly],
});

export const listTokens = endpoint({
  name: 'identity.listTokens',
  method: 'GET',
  path: '/identity/me/tokens',
  summary: { vi: 'Mã truy cập của tôi', en: 'My access tokens' },
  permission: 'signedIn',
  input: {},
  reply: z.object({ items: z.array(token) }),
});

export const createToken = endpoint({
  name: 'identity.createToken',
  method: 'POST',
  path: '/identity/me/tokens',
  summary: {
    vi: 'Tạo mã truy cập API; chỉ hiện một lần',
    en: 'Make an access token for the API; it is told once',
  },
  permission: 'signedIn',
  input: {
    name: z.string().trim().min(1).max(100),
    scope: z.enum(['read', 'write']).default('read'),
    days: z.int().min(1).max(366).default(90),
  },
  reply: z.object({ id, token: z.string(), expiresAt: instant }),
  problems: [inPersonOnly],
});

export const endToken = endpoint({
  name: 'identity.endToken',
  method: 'POST',
  path: '/identity/me/tokens/:id/end',
  summary: { vi: 'Thu hồi một mã truy cập', en: 'End an access token' },
  permission: 'signedIn',
  input: { id },
  reply: z.object({}),
  problems: [notFound, inPersonOnly],
});

export const getSecondFactor = endpoint({
  name: 'identity.getSecondFactor',
  method: 'GET',
  path: '/identity/me/second-factor',
  summary: { vi: 'Xác thực hai bước của tôi', en: 'My second factor' },
  permission: 'signedIn',
  input: {},
  /** `pending`: what the authenticator has to learn, until the first code confirms it. */
  reply: z.object({
    on: z.boolean(),
    recoveryCodesLeft: z.number(),
    pending: z.object({ uri: z.string(), secret: z.string() }).optional(),
  }),
  problems: [inPersonOnly],
});

export const startSecondFactor = endpoint({
  name: 'identity.startSecondFactor',
  method: 'POST',
  path: '/identity/me/second-factor/start',
  summary: { vi: 'Bắt đầu bật xác thực hai bước', en: 'Begin to set up a second factor' },
  permission: 'signedIn',
  input: { password },
  reply: z.object({ uri: z.string(), secret: z.string() }),
  problems: [wrongPassword, inPersonOnly],
});

export const confirmSecondFactor = endpoint({
  name: 'identity.confirmSecondFactor',
  method: 'POST',
  path: '/identity/me/second-factor/confirm',
  summary: {
    vi: 'Bật xác thực hai bước; mã khôi phục chỉ hiện một lần',
    en: 'Turn the second factor on; its recovery codes are told once',
  },
  permission: 'signedIn',
  input: { code: z.string().trim().min(6).max(10) },
  reply: z.object({ recoveryCodes: z.array(z.string()) }),
  problems: [noEnrolment, wrongCode, inPersonOnly],
});

export const removeSecondFactor = endpoint({
  name: 'identity.removeSecondFactor',
  method: 'POST',
  path: '/identity/me/second-factor/remove',
  summary: { vi: 'Tắt xác thực hai bước', en: 'Turn the second factor off' },
  permission: 'signedIn',
  input: { password },
  reply: z.object({}),
  problems: [wrongPassword, inPersonOnly],
});
