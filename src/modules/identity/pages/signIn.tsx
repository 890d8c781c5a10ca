import { may } from '../../../kit/actor.ts';
import { type PageContext, page, type Redirect } from '../../../kit/page.ts';
import { Button, ButtonRow, LinkButton } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/inputs.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { finishAtProvider, startAtProvider } from '../actions/provider.ts';
import { giveCode, signIn, signOut } from '../contract/signIn.ts';
import { messages } from '../messages.ts';
import { safeNext } from '../rules/nextPath.ts';
import { DemoAccountList, findDemoAccounts } from './demoAccounts.tsx';
import { fault, idIn, raw, Refusal, typed } from './form.tsx';

/** The first place of the workbench that this person may open; a citizen’s own is in the portal. */
function homeOf(p: PageContext): string {
  const all = p.app.modules.flatMap((m) => m.nav ?? []);
  const entries =
    p.actor.grants.length === 0
      ? all.filter((e) => e.area === 'portal' && e.permission === 'signedIn')
      : all.filter((e) => e.area === 'workbench' && (e.group ?? 'work') === 'work');
  const open = entries.filter(
    (e) => e.permission === 'public' || e.permission === 'signedIn' || may(p.actor, e.permission),
  );
  return open.toSorted((a, b) => a.order - b.order)[0]?.href ?? '/account';
}

const withNext = (path: string, next: string | undefined): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path;

/** The page in the language the person has chosen, which from then on stays the browser's. */
export function inLanguage(path: string, lang: string | null): string {
  const url = new URL(path, 'http://here.invalid');
  if (lang) url.searchParams.set('lang', lang);
  return url.pathname + url.search + url.hash;
}

interface Entered {
  outcome: 'signedIn' | 'secondFactor';
  session: string;
  mustChangePassword: boolean;
  lang: 'vi' | 'en' | null;
}

/** Sets the cookie and goes on: to the second factor, to the first change of password, or to where the person wanted to be. */
function goOn(p: PageContext, entered: Entered, next: string | undefined): Redirect {
  p.setSession(entered.session);
  if (entered.outcome === 'secondFactor') return { redirect: withNext('/sign-in/second-factor', next) };
  return {
    redirect: inLanguage(entered.mustChangePassword ? '/account' : (next ?? '/sign-in'), entered.lang),
  };
}

export const signInPage = page({
  path: '/sign-in',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const next = safeNext(p.query['next']);
    if (p.actor.kind === 'account') return { redirect: next ?? homeOf(p) };
    const text = messages[p.lang].signIn;
    const demo = await findDemoAccounts(p);
    const chosen = demo?.accounts.find((a) => a.email === p.query['as']);
    return {
      title: text.title,
      body: (
        <>
          <PageHead title={text.title} lead={text.lead} />
          <Panel>
            <Refusal p={p} form="default" title={text.failed} />
            <Form name="default" csrf={p.csrf}>
              <TextInput
                id={idIn('default', 'email')}
                name="email"
                type="email"
                autocomplete="username"
                label={text.email}
                required
                value={typed(p, 'default', 'email') ?? chosen?.email}
                error={fault(p, 'default', 'email')}
              />
              <TextInput
                id={idIn('default', 'password')}
                name="password"
                type="password"
                autocomplete="current-password"
                label={text.password}
                required
                value={chosen && demo?.password}
                hint={text.forgotten}
                error={fault(p, 'default', 'password')}
              />
              <ButtonRow>
                <Button kind="primary">{text.send}</Button>
                {p.app.config.oidc && (
                  <LinkButton icon="user" href={withNext('/sign-in/provider', next)}>
                    {text.provider}
                  </LinkButton>
                )}
              </ButtonRow>
            </Form>
          </Panel>
          {demo && <DemoAccountList p={p} demo={demo} />}
        </>
      ),
    };
  },
  forms: {
    default: async (p, fields) =>
      goOn(
        p,
        await p.call(signIn, { email: raw(fields, 'email'), password: raw(fields, 'password') }),
        safeNext(p.query['next']),
      ),
  },
});

export const secondFactorPage = page({
  path: '/sign-in/second-factor',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const text = messages[p.lang].code;
    if (p.actor.kind === 'account' || !p.actor.sessionId)
      return { redirect: withNext('/sign-in', safeNext(p.query['next'])) };
    return {
      title: text.title,
      body: (
        <>
          <PageHead title={text.title} />
          <Panel>
            <Refusal p={p} form="default" />
            <Form name="default" csrf={p.csrf}>
              <TextInput
                id={idIn('default', 'code')}
                name="code"
                autocomplete="one-time-code"
                size="short"
                label={text.label}
                hint={text.hint}
                required
                error={fault(p, 'default', 'code')}
              />
              <ButtonRow>
                <Button kind="primary">{text.send}</Button>
                <LinkButton href={withNext('/sign-in', safeNext(p.query['next']))}>{text.again}</LinkButton>
              </ButtonRow>
            </Form>
          </Panel>
        </>
      ),
    };
  },
  forms: {
    default: async (p, fields) =>
      goOn(p, await p.call(giveCode, { code: raw(fields, 'code') }), safeNext(p.query['next'])),
  },
});

export const providerPage = page({
  path: '/sign-in/provider',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    if (p.actor.kind === 'account') return { redirect: safeNext(p.query['next']) ?? homeOf(p) };
    const away = await startAtProvider(p, safeNext(p.query['next']) ?? '');
    p.setSession(away.session);
    return { redirect: away.url };
  },
});

export const providerBackPage = page({
  path: '/sign-in/provider/back',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const entered = await finishAtProvider(p, p.url);
    return goOn(p, entered, safeNext(entered.next));
  },
});

export const signOutPage = page({
  path: '/sign-out',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const text = messages[p.lang].signOut;
    if (p.actor.kind !== 'account') return { redirect: '/' };
    return {
      title: text.title,
      body: (
        <>
          <PageHead title={text.title} lead={text.ask} />
          <Form name="default" csrf={p.csrf}>
            <ButtonRow>
              <Button kind="primary">{text.send}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    };
  },
  forms: {
    default: async (p) => {
      if (p.actor.kind === 'account') await p.call(signOut, {});
      p.setSession(undefined);
      return { redirect: '/', flash: { vi: messages.vi.signOut.done, en: messages.en.signOut.done } };
    },
  },
});
