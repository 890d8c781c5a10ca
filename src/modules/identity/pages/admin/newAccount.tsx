import { type Fields, type PageContext, page } from '../../../../kit/page.ts';
import { typedFields } from '../../../../kit/parse.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { Radios } from '../../../../web/components/choices.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { type UnitPick, UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { pickedHandler } from '../../../organisations/index.ts';
import { createAccount } from '../../contract/accounts.ts';
import { messages } from '../../messages.ts';
import { fault, idIn, managedUnit, raw, Refusal, typed, unitIn } from '../form.tsx';
import { accountView } from './account.tsx';

const FORM = 'default';

function NewAccountForm({ p, unit }: { p: PageContext; unit: UnitPick }) {
  const { account, create } = messages[p.lang];
  const input = (name: string, label: string, more: { type?: 'email' } = {}) => (
    <TextInput
      id={idIn(FORM, name)}
      name={name}
      label={label}
      required
      value={typed(p, FORM, name)}
      error={fault(p, FORM, name)}
      {...more}
    />
  );
  return (
    <Form name={FORM} csrf={p.csrf}>
      {input('name', account.name)}
      {input('email', account.email, { type: 'email' })}
      <UnitPicker
        id={idIn(FORM, 'unitId')}
        name="unitId"
        label={create.unit}
        hint={create.unitHint}
        pick={unit}
        error={fault(p, FORM, 'unitId')}
        search
        required
      />
      <Select
        id={idIn(FORM, 'lang')}
        name="lang"
        label={account.language}
        size="short"
        value={typed(p, FORM, 'lang') ?? 'vi'}
        options={[
          { value: 'vi', text: account.languages.vi },
          { value: 'en', text: account.languages.en },
        ]}
      />
      <Radios
        name="password"
        label={create.way}
        value={typed(p, FORM, 'password') ?? 'generate'}
        choices={[
          { value: 'generate', text: create.ways.generate },
          { value: 'none', text: create.ways.none },
        ]}
      />
      <ButtonRow>
        <Button kind="primary">{create.send}</Button>
      </ButtonRow>
    </Form>
  );
}

async function create(p: PageContext, fields: Fields) {
  const names = ['name', 'email', 'unitId', 'lang', 'password'];
  const input = typedFields(
    createAccount,
    Object.fromEntries(names.map((name) => [name, raw(fields, name)])),
  );
  const made = await p.call(createAccount, input as never);
  if (made.initialPassword) return accountView(p, made.id, made.initialPassword);
  return {
    redirect: `/admin/accounts/${made.id}`,
    flash: { vi: messages.vi.create.made, en: messages.en.create.made },
  };
}

export const newAccountPage = page({
  path: '/admin/accounts/new',
  permission: 'account.manage',
  area: 'workbench',
  get: async (p) => {
    const text = messages[p.lang];
    return {
      title: text.create.title,
      nav: 'accounts',
      crumbs: [{ href: '/admin/accounts', text: text.accounts.title }],
      body: (
        <>
          <PageHead title={text.create.title} />
          <Panel>
            <Refusal p={p} form={FORM} />
            <NewAccountForm p={p} unit={await unitIn(p, FORM)} />
          </Panel>
        </>
      ),
    };
  },
  forms: { [FORM]: pickedHandler(create, { unitId: managedUnit }) },
});
