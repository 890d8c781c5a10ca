import { resolve } from 'node:path';
import { z } from 'zod';

/** Everything the environment decides, read once at the start. */
export interface Config {
  port: number;
  host: string;
  /** The address people use, without a slash at the end. */
  url: string;
  dataDir: string;
  databaseUrl: string | undefined;
  demo: boolean;
  logLevel: string;
  /** Requests a minute for one anonymous address; twenty times that for an account; 0 switches limits off. */
  rateLimit: number;
  trustProxy: boolean;
  smtpUrl: string | undefined;
  mailFrom: string;
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined;
}

const text = z.string().trim().min(1).optional();
const variables = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(5757),
  LIENTHONG_HOST: z.string().default('127.0.0.1'),
  LIENTHONG_URL: z.url().optional(),
  LIENTHONG_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  LIENTHONG_DEMO: z.enum(['0', '1']).default('1'),
  LIENTHONG_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  LIENTHONG_RATE_LIMIT: z.coerce.number().int().min(0).default(600),
  LIENTHONG_TRUST_PROXY: z.enum(['0', '1']).default('0'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  LIENTHONG_MAIL_FROM: z.string().default('Lienthong <noreply@lienthong.invalid>'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
});

/** A variable of the environment that cannot be used; the message names it in both languages. */
export class ConfigFault extends Error {}

/** Reads the environment; throws `ConfigFault` naming the variable and what it may hold. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const known = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in variables.shape && value !== ''));
  const read = variables.safeParse(known);
  if (!read.success) {
    const lines = read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('\n');
    throw new ConfigFault(`Biến môi trường chưa đúng / an environment variable cannot be used:\n${lines}`);
  }
  const v = read.data;
  return {
    port: v.PORT,
    host: v.LIENTHONG_HOST,
    url: (v.LIENTHONG_URL ?? `http://localhost:${v.PORT}`).replace(/\/$/, ''),
    dataDir: resolve(v.LIENTHONG_DATA),
    databaseUrl: v.DATABASE_URL,
    demo: v.LIENTHONG_DEMO === '1',
    logLevel: v.LIENTHONG_LOG,
    rateLimit: v.LIENTHONG_RATE_LIMIT,
    trustProxy: v.LIENTHONG_TRUST_PROXY === '1',
    smtpUrl: v.SMTP_URL,
    mailFrom: v.LIENTHONG_MAIL_FROM,
    oidc: v.OIDC_ISSUER && v.OIDC_CLIENT_ID && v.OIDC_CLIENT_SECRET ? { issuer: v.OIDC_ISSUER, clientId: v.OIDC_CLIENT_ID, clientSecret: v.OIDC_CLIENT_SECRET } : undefined,
  };
}
