import { type PageContext, page, submits, type View } from '../../../../kit/page.ts';
import { Notice } from '../../../../web/components/notice.tsx';
import { Columns, PageHead } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { formatInstant } from '../../../../web/format.ts';
import { pickedHandler } from '../../../organisations/index.ts';
import * as contract from '../../contract/accounts.ts';
import { messages } from '../../messages.ts';
import { managedUnit, unitIn } from '../form.tsx';
import { ActionsPanel, FactsPanel } from './actions.tsx';
import { EventsPanel } from './events.tsx';
import { GivePanel, GrantsPanel } from './grants.tsx';

/** One account; `initialPassword` is told once, in the answer to the form that made it. */
export async function accountView(p: PageContext, id: string, initialPassword?: string): Promise<View> {
  const account = await p.call(contract.getAccount, { id });
  const events = await p.call(contract.listAccountEvents, {
    id,
    limit: 20,
    ...(p.query['cursor'] ? { cursor: p.query['cursor'] } : {}),
  });
  const text = messages[p.lang];
  const locked = account.lockedUntil;
  return {
    title: account.name,
    nav: 'accounts',
    crumbs: [{ href: '/admin/accounts', text: text.accounts.title }],
    body: (
      <>
        <PageHead
          title={account.name}
          kicker={account.email}
          chips={
            <>
              {account.disabled ? (
                <Chip icon="cancel">{text.accounts.states.disabled}</Chip>
              ) : (
                <Chip tone="good" icon="check">
                  {text.accounts.states.active}
                </Chip>
              )}
              {locked && (
                <Chip tone="warn" icon="lock">
                  {text.one.locked(formatInstant(locked))}
                </Chip>
              )}
              {account.mustChangePassword && (
                <Chip tone="warn" icon="alert">
                  {text.one.firstPassword}
                </Chip>
              )}
            </>
          }
        />
        {initialPassword && (
          <Notice tone="good" title={text.one.passwordTitle} live>
            <p>{text.one.passwordLead}</p>
            <p>
              <code>{initialPassword}</code>
            </p>
          </Notice>
        )}
        <GrantsPanel p={p} account={account} />
        <Columns
          aside={
            <>
              <FactsPanel p={p} account={account} />
              <ActionsPanel p={p} account={account} />
            </>
          }
        >
          <GivePanel p={p} unit={await unitIn(p, 'give')} />
          <EventsPanel p={p} account={account} events={events} />
        </Columns>
      </>
    ),
  };
}

const done = (p: PageContext, vi = messages.vi.one.done, en = messages.en.one.done) => ({
  redirect: `/admin/accounts/${p.params['id']}`,
  flash: { vi, en },
});
const withId = (fields: Record<string, unknown>, p: PageContext) => ({ ...fields, id: p.params['id'] });

export const oneAccountPage = page({
  path: '/admin/accounts/:id',
  permission: 'account.manage',
  area: 'workbench',
  get: (p) => accountView(p, p.params['id']!),
  forms: {
    give: pickedHandler(
      submits(contract.giveGrant, {
        input: withId,
        then: (_, p) => done(p, messages.vi.one.gave, messages.en.one.gave),
      }),
      { unitId: managedUnit },
    ),
    endGrant: submits(contract.endGrant, {
      input: withId,
      then: (_, p) => done(p, messages.vi.one.ended, messages.en.one.ended),
    }),
    email: submits(contract.changeEmail, { input: withId, then: (_, p) => done(p) }),
    disable: submits(contract.disableAccount, { input: withId, then: (_, p) => done(p) }),
    enable: submits(contract.enableAccount, { input: withId, then: (_, p) => done(p) }),
    unlock: submits(contract.unlockAccount, { input: withId, then: (_, p) => done(p) }),
    resetFactor: submits(contract.resetSecondFactor, { input: withId, then: (_, p) => done(p) }),
    resetPassword: async (p) => {
      const id = p.params['id']!;
      const { initialPassword } = await p.call(contract.resetPassword, { id });
      return accountView(p, id, initialPassword);
    },
  },
});
