import type { Endpoint } from '../../../kit/contract.ts';
import { page, type PageContext } from '../../../kit/page.ts';
import { inputSchema } from '../../../kit/parse.ts';
import { messages } from '../messages/api.ts';

function permissionOf(endpoint: Endpoint, p: PageContext): string {
  const text = messages[p.lang];
  return endpoint.permission === 'public'
    ? text.everyone
    : endpoint.permission === 'signedIn'
      ? text.signedIn
      : endpoint.permission;
}

function EndpointEntry({ endpoint, p }: { endpoint: Endpoint; p: PageContext }) {
  const text = messages[p.lang];
  const fields = Object.keys(inputSchema(endpoint.input).properties ?? {});
  return (
    <details id={endpoint.name}>
      <summary>
        <code>
          {endpoint.method} /api{endpoint.path}
        </code>{' '}
        {endpoint.summary[p.lang]}
      </summary>
      <p>
        {text.permission}: <code>{permissionOf(endpoint, p)}</code>
      </p>
      {fields.length > 0 && (
        <p>
          {text.fields}: {fields.map((f, i) => [i > 0 && ', ', <code key={f}>{f}</code>])}
        </p>
      )}
    </details>
  );
}

/** The API as a page: every endpoint of this installation, from the contracts themselves. */
export const apiPage = page({
  path: '/api',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const text = messages[p.lang];
    const groups = Map.groupBy(
      [...p.app.routes.values()].map((r) => r.endpoint),
      (e) => e.name.split('.')[0]!,
    );
    return {
      title: text.api,
      body: (
        <article class="prose">
          <h1>{text.api}</h1>
          <p>{text.apiIntro}</p>
          <pre tabIndex={0}>
            <code>
              npx lienthong token --account EMAIL{'\n'}curl -H "Authorization: Bearer TOKEN"{' '}
              {p.app.config.url}/api/assignments
            </code>
          </pre>
          <p>
            <a href="/api/openapi.json">{text.download}</a>
          </p>
          {[...groups].map(([name, endpoints]) => (
            <section key={name}>
              <h2>{name}</h2>
              {endpoints.map((endpoint) => (
                <EndpointEntry key={endpoint.name} endpoint={endpoint} p={p} />
              ))}
            </section>
          ))}
        </article>
      ),
    };
  },
});
