import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import OpenIdProvider from 'oidc-provider';

/** A person as the identity provider knows him. */
export interface ProviderPerson {
  sub: string;
  email: string;
  emailVerified: boolean;
  name: string;
}

export interface IdentityProvider extends AsyncDisposable {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who signs in from now on; nobody is asked for a password. */
  become(person: ProviderPerson): void;
}

function configurationOf(
  redirectUri: string,
  clientId: string,
  clientSecret: string,
  people: Map<string, ProviderPerson>,
): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['stand-in'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({
        sub,
        email: people.get(sub)?.email,
        email_verified: people.get(sub)?.emailVerified,
        name: people.get(sub)?.name,
      }),
    }),
  };
}

/** Answers the provider's questions at once: the person signs in and agrees. */
async function agree(
  provider: OpenIdProvider,
  request: IncomingMessage,
  response: ServerResponse,
  accountId: string,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login')
    return provider.interactionFinished(
      request,
      response,
      { login: { accountId } },
      { mergeWithLastSubmission: false },
    );
  const grant = new provider.Grant({
    accountId: session?.accountId ?? accountId,
    clientId: params.client_id,
  });
  grant.addOIDCScope('openid email profile');
  return provider.interactionFinished(
    request,
    response,
    { consent: { grantId: await grant.save() } },
    { mergeWithLastSubmission: true },
  );
}

const listen = (server: Server): Promise<number> =>
  new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));

/** Runs a real OpenID provider on this machine whose people sign in without being asked. */
export async function openIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const [clientId, clientSecret] = ['lienthong', 'only-for-tests-only-for-tests-only'];
  const people = new Map<string, ProviderPerson>();
  let current = '';
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listen(server)}`;
  const provider = new OpenIdProvider(issuer, configurationOf(redirectUri, clientId, clientSecret, people));
  const callback = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response);
    agree(provider, request, response, current).catch((error: Error) =>
      response.writeHead(500).end(error.message),
    );
  });
  return {
    issuer,
    clientId,
    clientSecret,
    become: (person) => {
      people.set(person.sub, person);
      current = person.sub;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
