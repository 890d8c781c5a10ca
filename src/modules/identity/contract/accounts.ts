import { z } from 'zod';

import { classification, cursor, day, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import { notFound } from '../../../kit/problems.ts';
import { roles } from '../rules/roles.ts';
import { emailTaken, lastAdministrator, ownGrant, tooClear } from './problems.ts';

const role = z.enum(roles);
/** A unit by identifier or by its name today; `*` is the whole installation. */
const unitId = z.string().trim().min(1).max(300);
const email = z.string().trim().max(254).pipe(z.email());
const name = z.string().trim().min(1).max(200);
const paper = z.string().trim().max(300).optional();

const text = z.object({ vi: z.string(), en: z.string() });

export const grant = z.object({
  id,
  role: z.string(),
  unitId: z.string(),
  unitName: text,
  clearance: classification,
  validFrom: day,
  validTo: day.nullable(),
  paper: z.string().nullable(),
  givenBy: z.string(),
  givenAt: instant,
  /** Whether it counts today. */
  living: z.boolean(),
});

export const account = z.object({
  id,
  email: z.string(),
  name: z.string(),
  lang: z.enum(['vi', 'en']).nullable(),
  personId: z.string().nullable(),
  unitId: z.string(),
  unitName: text,
  disabled: z.boolean(),
  secondFactor: z.boolean(),
  mustChangePassword: z.boolean(),
  hasPassword: z.boolean(),
  lockedUntil: instant.nullable(),
  createdAt: instant,
  grants: z.array(grant),
});

const manage = 'account.manage';

export const listAccounts = endpoint({
  name: 'identity.listAccounts',
  method: 'GET',
  path: '/identity/accounts',
  summary: { vi: 'Danh sách tài khoản', en: 'List accounts' },
  permission: manage,
  input: {
    q: z.string().trim().max(200).optional(),
    role: role.optional(),
    unitId: unitId.optional(),
    state: z.enum(['active', 'disabled']).optional(),
    cursor,
    limit,
  },
  reply: pageOf(account),
});

export const getAccount = endpoint({
  name: 'identity.getAccount',
  method: 'GET',
  path: '/identity/accounts/:id',
  summary: { vi: 'Một tài khoản với các vai trò', en: 'An account with its roles' },
  permission: manage,
  input: { id },
  reply: account,
  problems: [notFound],
});

/** Without a password the account can only sign in through the identity provider, or after a reset. */
export const createAccount = endpoint({
  name: 'identity.createAccount',
  method: 'POST',
  path: '/identity/accounts',
  summary: { vi: 'Tạo tài khoản', en: 'Create an account' },
  permission: manage,
  input: {
    email,
    name,
    lang: z.enum(['vi', 'en']).optional(),
    personId: z.string().max(100).optional(),
    unitId: unitId.default('*'),
    /** generate: an initial password is made and told once; given: `initialPassword`; none: no password. */
    password: z.enum(['generate', 'given', 'none']).default('generate'),
    initialPassword: z.string().max(1000).optional(),
    mustChangePassword: z.boolean().default(true),
  },
  reply: z.object({ id, initialPassword: z.string().optional() }),
  problems: [emailTaken],
});

export const updateAccount = endpoint({
  name: 'identity.updateAccount',
  method: 'PATCH',
  path: '/identity/accounts/:id',
  summary: {
    vi: 'Sửa họ tên, ngôn ngữ, người gắn với tài khoản',
    en: 'Change name, language or person of an account',
  },
  permission: manage,
  input: {
    id,
    name: name.optional(),
    lang: z.enum(['vi', 'en']).optional(),
    personId: z.string().max(100).optional(),
  },
  reply: z.object({}),
  problems: [notFound],
});

/** Sessions go on; the next sign-in takes the new address. */
export const changeEmail = endpoint({
  name: 'identity.changeEmail',
  method: 'POST',
  path: '/identity/accounts/:id/email',
  summary: { vi: 'Đổi thư điện tử của tài khoản', en: 'Change the e-mail of an account' },
  permission: manage,
  input: { id, email, reason: z.string().trim().max(500).optional() },
  reply: z.object({}),
  problems: [notFound, emailTaken],
});

export const disableAccount = endpoint({
  name: 'identity.disableAccount',
  method: 'POST',
  path: '/identity/accounts/:id/disable',
  summary: {
    vi: 'Ngừng tài khoản; phiên và mã truy cập kết thúc ngay',
    en: 'Disable an account; its sessions and tokens end at once',
  },
  permission: manage,
  input: { id, reason: z.string().trim().max(500).optional() },
  reply: z.object({}),
  problems: [notFound, lastAdministrator],
});

export const enableAccount = endpoint({
  name: 'identity.enableAccount',
  method: 'POST',
  path: '/identity/accounts/:id/enable',
  summary: { vi: 'Cho tài khoản hoạt động lại', en: 'Enable an account again' },
  permission: manage,
  input: { id },
  reply: z.object({}),
  problems: [notFound],
});

export const unlockAccount = endpoint({
  name: 'identity.unlockAccount',
  method: 'POST',
  path: '/identity/accounts/:id/unlock',
  summary: { vi: 'Mở khóa đăng nhập', en: 'Unlock sign-in' },
  permission: manage,
  input: { id },
  reply: z.object({}),
  problems: [notFound],
});

export const resetPassword = endpoint({
  name: 'identity.resetPassword',
  method: 'POST',
  path: '/identity/accounts/:id/reset-password',
  summary: {
    vi: 'Đặt lại mật khẩu; mật khẩu mới chỉ hiện một lần',
    en: 'Reset the password; the new one is told once',
  },
  permission: manage,
  input: { id },
  reply: z.object({ initialPassword: z.string() }),
  problems: [notFound],
});

export const resetSecondFactor = endpoint({
  name: 'identity.resetSecondFactor',
  method: 'POST',
  path: '/identity/accounts/:id/reset-second-factor',
  summary: { vi: 'Tắt xác thực hai bước của một tài khoản', en: 'Take away the second factor of an account' },
  permission: manage,
  input: { id },
  reply: z.object({}),
  problems: [notFound],
});

export const giveGrant = endpoint({
  name: 'identity.giveGrant',
  method: 'POST',
  path: '/identity/accounts/:id/grants',
  summary: {
    vi: 'Cấp vai trò cho một đơn vị và các đơn vị trực thuộc',
    en: 'Give a role for a unit and all below it',
  },
  permission: manage,
  input: {
    id,
    role,
    unitId,
    clearance: classification.default('internal'),
    validFrom: day.optional(),
    validTo: day.optional(),
    paper,
  },
  reply: z.object({ grantId: id }),
  problems: [notFound, ownGrant, tooClear],
});

export const endGrant = endpoint({
  name: 'identity.endGrant',
  method: 'POST',
  path: '/identity/accounts/:id/grants/:grantId/end',
  summary: { vi: 'Kết thúc một vai trò', en: 'End a role' },
  permission: manage,
  /** `lastDay`: the last day on which it counts; without it the role ends at once. */
  input: { id, grantId: id, lastDay: day.optional() },
  reply: z.object({}),
  problems: [notFound, lastAdministrator],
});

export const listRoles = endpoint({
  name: 'identity.listRoles',
  method: 'GET',
  path: '/identity/roles',
  summary: { vi: 'Bảng vai trò và quyền', en: 'Table of roles and permissions' },
  permission: 'signedIn',
  input: {},
  reply: z.object({
    permissions: z.array(z.string()),
    roles: z.array(z.object({ role, vi: z.string(), en: z.string(), permissions: z.array(z.string()) })),
  }),
});

export const listAccountEvents = endpoint({
  name: 'identity.listAccountEvents',
  method: 'GET',
  path: '/identity/accounts/:id/events',
  summary: {
    vi: 'Nhật ký của một tài khoản: đăng nhập, vai trò, thay đổi',
    en: 'Log of an account: sign-ins, roles, changes',
  },
  permission: manage,
  personal: true,
  input: { id, cursor, limit },
  reply: pageOf(
    z.object({
      seq: z.number(),
      kind: z.string(),
      at: instant,
      actor: z.string(),
      payload: z.record(z.string(), z.unknown()),
    }),
  ),
  problems: [notFound],
});
