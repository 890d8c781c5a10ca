import type { FastifyInstance } from 'fastify';

import { may } from '../kit/actor.ts';
import type { NavEntry } from '../kit/module.ts';
import type { Page as PageDefinition, PageContext, View } from '../kit/page.ts';
import type { PageKit } from '../kit/pages.ts';
import { type Problem, kinds } from '../kit/problems.ts';
import { assetCacheControl, loadAssets } from './assets.ts';
import { LinkButton } from './components/button.tsx';
import { Notice } from './components/notice.tsx';
import { helpPages } from './help.tsx';
import { Page } from './layout.tsx';
import { messages } from './messages.ts';
import type { NavGroup } from './page-props.ts';
import { renderPage } from './render.ts';

const groups = ['work', 'steer', 'manage'] as const;

const shows = (p: PageContext, entry: NavEntry): boolean =>
  entry.permission === 'public' ||
  (p.actor.kind !== 'public' &&
    (entry.permission === 'signedIn' || may(p.actor, entry.permission, entry.unitId)));

async function itemOf(p: PageContext, entry: NavEntry) {
  const count = await entry.count?.(p);
  return { key: entry.key, href: entry.href, text: entry.text[p.lang], ...(count ? { count } : {}) };
}

/** The portal's line: entries that stand by themselves, then each menu with its entries. */
async function portalNav(p: PageContext, entries: readonly NavEntry[]): Promise<NavGroup[]> {
  const { navMenus } = messages[p.lang];
  const parts = Map.groupBy(entries, (entry) => entry.menu ?? '');
  return Promise.all(
    [...parts.values()].map(async (of) => ({
      ...(of[0]?.menu && { title: navMenus[of[0].menu] }),
      items: await Promise.all(of.map((entry) => itemOf(p, entry))),
    })),
  );
}

async function navOf(p: PageContext, area: 'portal' | 'workbench'): Promise<NavGroup[]> {
  const entries = p.app.modules
    .flatMap((m) => m.nav ?? [])
    .filter((e) => e.area === area && shows(p, e))
    .sort((a, b) => a.order - b.order);
  if (area === 'portal') return portalNav(p, entries);
  const made = await Promise.all(
    groups.map(async (group) => ({
      title: messages[p.lang].navGroups[group],
      items: await Promise.all(entries.filter((e) => (e.group ?? 'work') === group).map((e) => itemOf(p, e))),
    })),
  );
  return made.filter((g) => g.items.length > 0);
}

/** What somebody looks for first: a citizen a procedure, the public a directive, an official a task. */
function searchOf(p: PageContext, area: 'portal' | 'workbench'): string {
  if (area === 'workbench') return '/tasks';
  return p.actor.kind === 'account' && p.actor.grants.length === 0 ? '/procedures' : '/directives';
}

const demoLineOf = (p: PageContext): string | undefined => {
  const wall = p.app.clock.wall().getTime();
  if (Math.abs(p.now.getTime() - wall) < 3_600_000) return undefined;
  return messages[p.lang].demoClock(p.now);
};

/** What modules tell everybody; a page is drawn even where the one that says so cannot be asked. */
async function toldOf(p: PageContext): Promise<string[]> {
  const asked = p.app.modules.map(async (m) => {
    try {
      return await m.banner?.(p);
    } catch (err) {
      p.app.log.warn({ requestId: p.requestId, err, module: m.name }, 'no banner');
      return undefined;
    }
  });
  return (await Promise.all(asked)).filter((line) => line !== undefined);
}

async function shell(view: View, p: PageContext, page: PageDefinition): Promise<string> {
  // Who holds no office has no workbench: his own pages stand in the portal.
  const area = p.actor.grants.length === 0 && p.actor.kind !== 'system' ? 'portal' : page.area;
  const demo = demoLineOf(p);
  const [told, nav] = await Promise.all([view.bare ? [] : toldOf(p), navOf(p, area)]);
  return renderPage(
    <Page
      lang={p.lang}
      title={view.title}
      area={area}
      theme={p.theme}
      url={p.url}
      csrf={p.csrf}
      nav={nav}
      active={view.nav}
      crumbs={view.crumbs}
      description={view.description}
      wide={view.wide}
      bare={view.bare}
      searchHref={searchOf(p, area)}
      footerLinks={[
        { href: '/help', text: messages[p.lang].help },
        { href: '/api', text: 'API' },
      ]}
      {...(demo || told.length > 0
        ? {
            banner: (
              <>
                {demo && <p>{demo}</p>}
                {told.map((line) => (
                  <p key={line} class="told">
                    {line}
                  </p>
                ))}
              </>
            ),
          }
        : {})}
      {...(p.actor.kind === 'account'
        ? { user: { name: p.actor.name, accountHref: '/account', signOutHref: '/sign-out' } }
        : {})}
      {...(p.flash ? { flash: { text: p.flash } } : {})}
    >
      {p.leftOut && (
        <Notice tone="bad" title={messages[p.lang].leftOut} live>
          <ul>
            {p.leftOut.map(({ typed, message }) => (
              <li key={typed}>
                “{typed}”: {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {view.body}
    </Page>,
  );
}

function problemView(problem: Problem, p: PageContext): View {
  const { kind, detail, fields } = problem;
  const known = kinds.has(kind.code);
  return {
    title: kind.title[p.lang],
    body: (
      <article class="prose">
        <p class="eyebrow">{kind.status}</p>
        <h1>{kind.title[p.lang]}</h1>
        {detail && <p>{detail[p.lang]}</p>}
        {fields.length > 0 && (
          <ul>
            {fields.map((f) => (
              <li key={f.path}>{f.message[p.lang]}</li>
            ))}
          </ul>
        )}
        <p>{kind.remedy[p.lang]}</p>
        <p>
          <LinkButton href="/">{messages[p.lang].toStart}</LinkButton>{' '}
          {known && <a href={`/help/problems/${kind.code}`}>{messages[p.lang].moreHelp}</a>}
        </p>
      </article>
    ),
  };
}

export const pageKit: PageKit = { shell, problemView, pages: helpPages };

/** Serves the built assets under their hashed names, for ever cacheable. */
export async function addAssets(http: FastifyInstance): Promise<void> {
  for (const [url, asset] of loadAssets().files) {
    http.get(url, { compress: false } as object, (request, reply) => {
      const accepts = request.headers['accept-encoding'] ?? '';
      const [encoding, body] =
        asset.br && accepts.includes('br')
          ? ['br', asset.br]
          : asset.gzip && accepts.includes('gzip')
            ? ['gzip', asset.gzip]
            : [undefined, asset.body];
      if (encoding) reply.header('content-encoding', encoding).header('vary', 'accept-encoding');
      return reply
        .header('cache-control', assetCacheControl)
        .header('etag', asset.etag)
        .type(asset.type)
        .send(body);
    });
  }
}
