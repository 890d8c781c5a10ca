import { type Fields, type PageContext, page, submits, type View } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PageHead } from '../../../web/components/panel.tsx';
import * as mine from '../contract/mine.ts';
import { messages } from '../messages.ts';
import { FactorPanel, qrOf } from './account/factor.tsx';
import { PasswordPanel, ProfilePanel, RolesPanel } from './account/profile.tsx';
import { SessionsPanel } from './account/sessions.tsx';
import { TokensPanel } from './account/tokens.tsx';
import { raw } from './form.tsx';

/** Secrets that are told once, in the answer to the form that made them. */
interface Told {
  token?: string;
  recoveryCodes?: readonly string[];
}

async function view(p: PageContext, told: Told = {}): Promise<View> {
  const [me, sessions, tokens, factor] = await Promise.all([
    p.call(mine.getMe, {}),
    p.call(mine.listSessions, {}),
    p.call(mine.listTokens, {}),
    p.call(mine.getSecondFactor, {}),
  ]);
  const text = messages[p.lang];
  const qr = factor.pending ? await qrOf(factor.pending.uri) : undefined;
  return {
    title: text.account.title,
    nav: 'account',
    body: (
      <>
        <PageHead
          title={text.account.title}
          actions={<LinkButton href="/sign-out">{text.signOut.title}</LinkButton>}
        />
        {told.token && (
          <Notice tone="good" title={text.tokens.madeTitle} live>
            <p>{text.tokens.madeLead}</p>
            <p>
              <code>{told.token}</code>
            </p>
          </Notice>
        )}
        {told.recoveryCodes && (
          <Notice tone="good" title={text.factor.codesTitle} live>
            <p>{text.factor.codesLead}</p>
            <ul>
              {told.recoveryCodes.map((code) => (
                <li key={code}>
                  <code>{code}</code>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {me.mustChangePassword && <Notice tone="warn">{text.account.mustChange}</Notice>}
        <ProfilePanel p={p} me={me} />
        <RolesPanel p={p} me={me} />
        <PasswordPanel p={p} has={me.hasPassword} />
        <FactorPanel p={p} factor={factor} qr={qr} />
        <SessionsPanel p={p} items={sessions.items} />
        <TokensPanel p={p} items={tokens.items} />
      </>
    ),
  };
}

const flash = (vi: string, en: string) => ({ redirect: '/account', flash: { vi, en } });

async function changePassword(p: PageContext, fields: Fields) {
  await p.call(mine.changePassword, {
    current: raw(fields, 'current'),
    next: raw(fields, 'next'),
    again: raw(fields, 'again'),
  });
  return flash(messages.vi.password.done, messages.en.password.done);
}

async function createToken(p: PageContext, fields: Fields): Promise<View> {
  const { token } = await p.call(
    mine.createToken,
    typedFields(mine.createToken, {
      name: raw(fields, 'name'),
      scope: raw(fields, 'scope'),
      days: raw(fields, 'days'),
    }) as never,
  );
  return view(p, { token });
}

async function startFactor(p: PageContext, fields: Fields) {
  await p.call(mine.startSecondFactor, { password: raw(fields, 'password') });
  return { redirect: '/account#factor' };
}

async function confirmFactor(p: PageContext, fields: Fields): Promise<View> {
  const { recoveryCodes } = await p.call(mine.confirmSecondFactor, { code: raw(fields, 'code') });
  return view(p, { recoveryCodes });
}

async function stopFactor(p: PageContext, fields: Fields) {
  await p.call(mine.removeSecondFactor, { password: raw(fields, 'password') });
  return flash(messages.vi.factor.stopped, messages.en.factor.stopped);
}

async function saveProfile(p: PageContext, fields: Fields) {
  const lang = raw(fields, 'lang') === 'en' ? 'en' : 'vi';
  await p.call(mine.updateMe, { name: raw(fields, 'name').trim(), lang });
  return {
    redirect: `/account?lang=${lang}`,
    flash: { vi: messages[lang].account.saved, en: messages[lang].account.saved },
  };
}

export const accountPage = page({
  path: '/account',
  permission: 'signedIn',
  area: 'workbench',
  get: (p) => view(p),
  forms: {
    profile: saveProfile,
    password: changePassword,
    factorStart: startFactor,
    factorConfirm: confirmFactor,
    factorStop: stopFactor,
    sessionEnd: submits(mine.endSession, {
      then: () => flash(messages.vi.sessions.ended, messages.en.sessions.ended),
    }),
    sessionsEnd: submits(mine.endOtherSessions, {
      then: () => flash(messages.vi.sessions.ended, messages.en.sessions.ended),
    }),
    token: createToken,
    tokenEnd: submits(mine.endToken, {
      then: () => flash(messages.vi.tokens.ended, messages.en.tokens.ended),
    }),
  },
});
