import * as oidc from 'openid-client';

import type { App } from '../../kit/app.ts';
import { Problem } from '../../kit/problems.ts';
import { providerFailed } from './contract/problems.ts';

/** What must come back with the person: kept with the half-open session of the browser. */
export interface Checks {
  state: string;
  nonce: string;
  verifier: string;
  next: string;
}

/** What the provider vouches for. */
export interface ProviderPerson {
  issuer: string;
  subject: string;
  email: string | undefined;
  emailVerified: boolean;
}

export const BACK_PATH = '/sign-in/provider/back';

const found = new Map<string, Promise<oidc.Configuration>>();

const isLocal = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);

/** Reads the provider's own description once; a failure is not remembered. Plain HTTP only on this machine. */
function configurationOf(app: App): Promise<oidc.Configuration> {
  const { oidc: config } = app.config;
  if (!config) throw new Problem(providerFailed);
  const key = JSON.stringify([config.issuer, config.clientId]);
  const known = found.get(key);
  if (known) return known;
  const issuer = new URL(config.issuer);
  const options = {
    timeout: 10,
    ...(issuer.protocol === 'http:' && isLocal(issuer) ? { execute: [oidc.allowInsecureRequests] } : {}),
  };
  const made = oidc.discovery(issuer, config.clientId, config.clientSecret, undefined, options);
  found.set(key, made);
  made.catch(() => found.delete(key));
  return made;
}

/** A provider's failure is the operator's to read in full, and the person's to know as "try again". */
async function orProblem<T>(app: App, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    app.log.warn({ err: error }, 'identity provider failed');
    throw new Problem(providerFailed);
  }
}

/** The address at the provider to send the browser to, and what to keep until it comes back (code flow with PKCE). */
export async function leaveTo(app: App, next: string): Promise<{ url: string; checks: Checks }> {
  const configuration = await orProblem(
    app,
    Promise.resolve().then(() => configurationOf(app)),
  );
  const checks = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    next,
  };
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: app.config.url + BACK_PATH,
    scope: 'openid email profile',
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, checks };
}

/** Exchanges the code the browser brought back and says who came; talks to the provider, so never inside a transaction. */
export async function comeBack(app: App, path: string, checks: Checks): Promise<ProviderPerson> {
  const configuration = await orProblem(
    app,
    Promise.resolve().then(() => configurationOf(app)),
  );
  const tokens = await orProblem(
    app,
    oidc.authorizationCodeGrant(configuration, new URL(path, app.config.url), {
      pkceCodeVerifier: checks.verifier,
      expectedState: checks.state,
      expectedNonce: checks.nonce,
      idTokenExpected: true,
    }),
  );
  const claims = tokens.claims()!;
  const more =
    claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint
      ? await orProblem(app, oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub))
      : claims;
  const email = typeof more['email'] === 'string' ? more['email'] : undefined;
  return { issuer: claims.iss, subject: claims.sub, email, emailVerified: more['email_verified'] === true };
}
