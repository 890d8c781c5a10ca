import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { formatInstant } from '../../../../web/format.ts';
import type { getAccount } from '../../contract/accounts.ts';
import { messages } from '../../messages.ts';
import { fault, idIn, Refusal, typed } from '../form.tsx';

type Account = ReplyOf<typeof getAccount>;

export function FactsPanel({ p, account }: { p: PageContext; account: Account }) {
  const { account: mine, accounts, create, one } = messages[p.lang];
  const items = [
    { key: mine.email, value: account.email },
    { key: create.unit, value: account.unitName[p.lang] },
    { key: accounts.factor, value: account.secondFactor ? accounts.yes : accounts.no },
    { key: one.created, value: formatInstant(account.createdAt) },
  ];
  return (
    <Panel title={one.facts}>
      <KeyValueList items={items} />
    </Panel>
  );
}

/** What an administrator can do with the account as it stands. */
export function ActionsPanel({ p, account }: { p: PageContext; account: Account }) {
  const text = messages[p.lang].one;
  const one = (form: string, label: string, ask?: string) => (
    <>
      <Refusal p={p} form={form} />
      <Form name={form} csrf={p.csrf} inline>
        <Button small kind={ask ? 'danger' : 'plain'} confirm={ask}>
          {label}
        </Button>
      </Form>
    </>
  );
  return (
    <Panel title={text.actions}>
      <Refusal p={p} form="email" />
      <Form name="email" csrf={p.csrf}>
        <TextInput
          id={idIn('email', 'email')}
          name="email"
          type="email"
          label={text.newEmail}
          hint={text.newEmailHint}
          value={typed(p, 'email', 'email') ?? account.email}
          error={fault(p, 'email', 'email')}
          required
        />
        <ButtonRow>
          <Button small>{text.changeEmail}</Button>
        </ButtonRow>
      </Form>
      {account.lockedUntil && one('unlock', text.unlock)}
      {!account.disabled && one('resetPassword', text.resetPassword, text.resetPasswordAsk)}
      {account.secondFactor && one('resetFactor', text.resetFactor, text.resetFactorAsk)}
      {account.disabled ? one('enable', text.enable) : one('disable', text.disable, text.disableAsk)}
    </Panel>
  );
}
