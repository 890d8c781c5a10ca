import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { FieldRow, Form } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import type { getMe } from '../../contract/mine.ts';
import { messages } from '../../messages.ts';
import { type Role, roleNames } from '../../rules/roles.ts';
import { fault, idIn, Refusal, typed } from '../form.tsx';

type Me = ReplyOf<typeof getMe>;

export function ProfilePanel({ p, me }: { p: PageContext; me: Me }) {
  const text = messages[p.lang].account;
  return (
    <Panel title={text.profile} id="profile">
      <Refusal p={p} form="profile" />
      <Form name="profile" csrf={p.csrf}>
        <KeyValueList items={[{ key: text.email, value: me.email }]} />
        <FieldRow>
          <TextInput
            id={idIn('profile', 'name')}
            name="name"
            autocomplete="name"
            label={text.name}
            required
            value={typed(p, 'profile', 'name') ?? me.name}
            error={fault(p, 'profile', 'name')}
          />
          <Select
            id={idIn('profile', 'lang')}
            name="lang"
            label={text.language}
            value={me.lang ?? p.lang}
            options={[
              { value: 'vi', text: text.languages.vi },
              { value: 'en', text: text.languages.en },
            ]}
          />
        </FieldRow>
        <ButtonRow>
          <Button>{text.save}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

export function RolesPanel({ p, me }: { p: PageContext; me: Me }) {
  const text = messages[p.lang].account;
  const living = me.grants.filter((g) => g.living);
  return (
    <Panel title={text.roles} id="roles">
      {living.length === 0 ? (
        <p>{text.noRoles}</p>
      ) : (
        <KeyValueList
          items={living.map((g) => ({
            key: roleNames[g.role as Role]?.[p.lang] ?? g.role,
            value: g.unitName[p.lang],
          }))}
        />
      )}
    </Panel>
  );
}

export function PasswordPanel({ p, has }: { p: PageContext; has: boolean }) {
  const text = messages[p.lang].password;
  const input = (
    name: string,
    label: string,
    autocomplete: 'current-password' | 'new-password',
    hint?: string,
  ) => (
    <TextInput
      id={idIn('password', name)}
      name={name}
      type="password"
      autocomplete={autocomplete}
      label={label}
      hint={hint}
      required
      error={fault(p, 'password', name)}
    />
  );
  return (
    <Panel title={text.title} id="password">
      {has ? (
        <>
          <Refusal p={p} form="password" />
          <Form name="password" csrf={p.csrf}>
            {input('current', text.current, 'current-password')}
            {input('next', text.next, 'new-password', text.hint)}
            {input('again', text.again, 'new-password')}
            <ButtonRow>
              <Button>{text.send}</Button>
            </ButtonRow>
          </Form>
        </>
      ) : (
        <p>{text.none}</p>
      )}
    </Panel>
  );
}
