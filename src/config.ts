import { resolve } from 'node:path';

import { z } from 'zod';

import { StartError } from './kit/start-error.ts';

const flag = z.enum(['0', '1']).transform((value) => value === '1');

/** A web address that is a base for others: no slash at its end. */
const base = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(5757),
  LIENTHONG_HOST: z.string().default('127.0.0.1'),
  LIENTHONG_URL: base.optional(),
  LIENTHONG_DATA: z.string().default('./data'),
  LIENTHONG_DEMO: flag.default(true),
  LIENTHONG_LANG: z.enum(['vi', 'en']).default('vi'),
  LIENTHONG_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/[^/:]+:\d+|unix:\/\/\/.+)$/)
    .optional(),
  LIENTHONG_RATE_LIMIT: z.coerce.number().int().min(0).default(600),
  LIENTHONG_TRUST_PROXY: flag.default(false),
  LIENTHONG_MAIL_FROM: z.string().default('Lienthong <noreply@lienthong.invalid>'),
  OIDC_ISSUER: base.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  PORTAL_URL: base.optional(),
  PORTAL_ACCOUNT: z.string().optional(),
  PORTAL_SECRET: z.string().optional(),
  PORTAL_FROM: z.iso.date().optional(),
});

type Variable = keyof z.infer<typeof Env>;

const EXPECTED: Record<Variable, { vi: string; en: string }> = {
  PORT: { vi: 'một số từ 0 đến 65535, ví dụ 5757', en: 'a number from 0 to 65535, such as 5757' },
  LIENTHONG_HOST: {
    vi: 'địa chỉ để lắng nghe, ví dụ 127.0.0.1 hoặc 0.0.0.0',
    en: 'the address to listen on, such as 127.0.0.1 or 0.0.0.0',
  },
  LIENTHONG_URL: {
    vi: 'địa chỉ công khai, ví dụ https://lienthong.example.vn',
    en: 'the public address, such as https://lienthong.example.vn',
  },
  LIENTHONG_DATA: { vi: 'đường dẫn thư mục dữ liệu', en: 'the path of the data folder' },
  LIENTHONG_DEMO: { vi: '1 (có dữ liệu mẫu) hoặc 0 (để trống)', en: '1 (with demo data) or 0 (empty)' },
  LIENTHONG_LANG: { vi: 'vi hoặc en', en: 'vi or en' },
  LIENTHONG_LOG: { vi: 'silent, error, warn, info hoặc debug', en: 'silent, error, warn, info or debug' },
  DATABASE_URL: {
    vi: 'dạng postgres://user:password@host:5432/db, hoặc bỏ trống để dùng PostgreSQL kèm theo',
    en: 'of the form postgres://user:password@host:5432/db, or unset for the bundled PostgreSQL',
  },
  SMTP_URL: { vi: 'dạng smtp://user:password@host:587', en: 'of the form smtp://user:password@host:587' },
  CLAMD_URL: {
    vi: 'dạng tcp://host:3310 hoặc unix:///run/clamav/clamd.ctl',
    en: 'of the form tcp://host:3310 or unix:///run/clamav/clamd.ctl',
  },
  LIENTHONG_RATE_LIMIT: {
    vi: 'số yêu cầu mỗi phút cho một địa chỉ chưa đăng nhập, 0 là không giới hạn',
    en: 'requests a minute for one anonymous address, 0 for no limit',
  },
  LIENTHONG_TRUST_PROXY: { vi: '1 khi chạy sau máy chủ trung gian', en: '1 when run behind a reverse proxy' },
  LIENTHONG_MAIL_FROM: {
    vi: 'người gửi thư, ví dụ Lienthong <noreply@example.vn>',
    en: 'the sender of mail, such as Lienthong <noreply@example.vn>',
  },
  OIDC_ISSUER: {
    vi: 'địa chỉ của nhà cung cấp định danh, ví dụ https://id.example.vn; cần cả OIDC_CLIENT_ID',
    en: 'the address of the identity provider, such as https://id.example.vn; needs OIDC_CLIENT_ID too',
  },
  OIDC_CLIENT_ID: {
    vi: 'mã ứng dụng do nhà cung cấp định danh cấp',
    en: 'the client id given by the identity provider; needs OIDC_ISSUER too',
  },
  OIDC_CLIENT_SECRET: {
    vi: 'khóa bí mật do nhà cung cấp định danh cấp',
    en: 'the secret given by the identity provider',
  },
  PORTAL_URL: {
    vi: 'địa chỉ dịch vụ của Cổng Dịch vụ công quốc gia, ví dụ https://cong.example.vn/api; cần cả PORTAL_ACCOUNT và PORTAL_SECRET',
    en: 'the address of the services of the national portal, such as https://cong.example.vn/api; needs PORTAL_ACCOUNT and PORTAL_SECRET too',
  },
  PORTAL_ACCOUNT: {
    vi: 'tài khoản do Cổng cấp; cần cả PORTAL_URL',
    en: 'the account given by the portal; needs PORTAL_URL too',
  },
  PORTAL_SECRET: {
    vi: 'khóa bí mật do Cổng cấp; cần cả PORTAL_URL',
    en: 'the secret given by the portal; needs PORTAL_URL too',
  },
  PORTAL_FROM: {
    vi: 'ngày đầu tiên mà việc của hồ sơ được gửi lên Cổng, dạng 2025-07-01',
    en: 'the first day whose events are sent to the portal, such as 2025-07-01',
  },
};

/** All that is set from outside; the README has the table of the variables. */
export type Config = {
  port: number;
  host: string;
  /** public base address without a slash at the end */
  url: string;
  /** requests a minute of one anonymous address; an account may do twenty times that; 0: no limit */
  rateLimit: number;
  /** believe X-Forwarded-For */
  trustProxy: boolean;
  mailFrom: string;
  /** absolute path */
  dataDir: string;
  demo: boolean;
  lang: 'vi' | 'en';
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** undefined: the bundled PostgreSQL */
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  /** where clamd listens; undefined: files are shown as not scanned */
  clamdUrl: string | undefined;
  oidc: { issuer: string; clientId: string; clientSecret: string | undefined } | undefined;
  /** undefined: no exchange with the national portal */
  portal: PortalConnection | undefined;
};

/** How the national portal is reached, and by whom. */
export interface PortalConnection {
  url: string;
  account: string;
  secret: string;
  /** The first day whose events are sent; all where absent. */
  from?: string | undefined;
  /** How long an answer is waited for. */
  timeoutMs: number;
}

const PORTAL_TIMEOUT_MS = 20_000;

/** Reads the environment; an empty variable counts as unset. @throws StartError naming each wrong variable and its remedy. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Env.safeParse(set);
  if (!parsed.success)
    throw wrong([...new Set(parsed.error.issues.map(({ path }) => path[0] as Variable))], set);
  const { data } = parsed;
  if (Boolean(data.OIDC_ISSUER) !== Boolean(data.OIDC_CLIENT_ID)) {
    throw wrong([data.OIDC_ISSUER ? 'OIDC_CLIENT_ID' : 'OIDC_ISSUER'], set);
  }
  const portal = ['PORTAL_URL', 'PORTAL_ACCOUNT', 'PORTAL_SECRET'] as const;
  const left = portal.filter((name) => !data[name]);
  if (left.length > 0 && left.length < portal.length) throw wrong(left, set);
  return fromEnv(data);
}

function portalFrom(data: z.infer<typeof Env>): PortalConnection | undefined {
  const { PORTAL_URL: url, PORTAL_ACCOUNT: account, PORTAL_SECRET: secret, PORTAL_FROM: from } = data;
  if (!url || !account || !secret) return undefined;
  return { url, account, secret, from, timeoutMs: PORTAL_TIMEOUT_MS };
}

function fromEnv(data: z.infer<typeof Env>): Config {
  return {
    port: data.PORT,
    host: data.LIENTHONG_HOST,
    url: data.LIENTHONG_URL ?? `http://localhost:${data.PORT}`,
    rateLimit: data.LIENTHONG_RATE_LIMIT,
    trustProxy: data.LIENTHONG_TRUST_PROXY,
    mailFrom: data.LIENTHONG_MAIL_FROM,
    dataDir: resolve(data.LIENTHONG_DATA),
    demo: data.LIENTHONG_DEMO,
    lang: data.LIENTHONG_LANG,
    logLevel: data.LIENTHONG_LOG,
    databaseUrl: data.DATABASE_URL,
    smtpUrl: data.SMTP_URL,
    clamdUrl: data.CLAMD_URL,
    oidc:
      data.OIDC_ISSUER && data.OIDC_CLIENT_ID
        ? { issuer: data.OIDC_ISSUER, clientId: data.OIDC_CLIENT_ID, clientSecret: data.OIDC_CLIENT_SECRET }
        : undefined,
    portal: portalFrom(data),
  };
}

const SECRET = new Set<Variable>(['DATABASE_URL', 'SMTP_URL', 'OIDC_CLIENT_SECRET', 'PORTAL_SECRET']);

function wrong(variables: Variable[], env: Record<string, string | undefined>): StartError {
  const shown = (name: Variable) => (SECRET.has(name) ? '…' : JSON.stringify(env[name] ?? ''));
  return new StartError({
    vi: variables
      .map((name) => `Biến ${name}=${shown(name)} không đúng: cần ${EXPECTED[name].vi}.`)
      .join('\n'),
    en: variables
      .map((name) => `${name}=${shown(name)} is not right: it must be ${EXPECTED[name].en}.`)
      .join('\n'),
  });
}
