import { resolve } from 'node:path';

import { expect, test } from 'vitest';

import { readConfig } from './config.ts';

test('without any variable everything has a default', () => {
  expect(readConfig({})).toMatchObject({
    port: 5757,
    host: '127.0.0.1',
    url: 'http://localhost:5757',
    dataDir: resolve('data'),
    demo: true,
    lang: 'vi',
    logLevel: 'info',
    databaseUrl: undefined,
    smtpUrl: undefined,
    oidc: undefined,
  });
});

test('an empty variable counts as unset', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(5757);
});

test('each wrong variable is named with its remedy, in both languages', () => {
  const read = () => readConfig({ PORT: 'http', LIENTHONG_DEMO: 'no' });
  expect(read).toThrow(/PORT="http" không đúng: cần một số/);
  expect(read).toThrow(/PORT="http" is not right: it must be a number from 0 to 65535/);
  expect(read).toThrow(/LIENTHONG_DEMO="no"/);
});

test('a secret is never shown', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://u:hush@h/d' })).toThrow(/DATABASE_URL=…/);
});

test('an identity provider needs address and client id', () => {
  expect(() => readConfig({ OIDC_ISSUER: 'https://id.example.vn' })).toThrow(/OIDC_CLIENT_ID/);
  const { oidc } = readConfig({ OIDC_ISSUER: 'https://id.example.vn/', OIDC_CLIENT_ID: 'lienthong' });
  expect(oidc).toEqual({ issuer: 'https://id.example.vn', clientId: 'lienthong', clientSecret: undefined });
});

test('the public address loses its last slash', () => {
  expect(readConfig({ LIENTHONG_URL: 'https://a.vn/' }).url).toBe('https://a.vn');
});

test('the national portal needs address, account and secret, and the secret is never shown', () => {
  const PORTAL_URL = 'https://cong.example.vn/api/';
  expect(() => readConfig({ PORTAL_URL })).toThrow(/PORTAL_ACCOUNT[^]*PORTAL_SECRET/);
  expect(() => readConfig({ PORTAL_SECRET: 'hush' })).toThrow(/^(?![^]*hush)[^]*PORTAL_URL/);
  expect(readConfig({}).portal).toBeUndefined();
  const all = { PORTAL_URL, PORTAL_ACCOUNT: 'H57', PORTAL_SECRET: 'hush', PORTAL_FROM: '2025-07-01' };
  expect(readConfig(all).portal).toEqual({
    url: 'https://cong.example.vn/api',
    account: 'H57',
    secret: 'hush',
    from: '2025-07-01',
    timeoutMs: 20_000,
  });
});
