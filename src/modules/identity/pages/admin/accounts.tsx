import type { ReplyOf } from '../../../../kit/contract.ts';
import { type PageContext, page } from '../../../../kit/page.ts';
import { Link, LinkButton } from '../../../../web/components/button.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { PageHead } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { type Column, DataTable, Pagination } from '../../../../web/components/table.tsx';
import { listAccounts } from '../../contract/accounts.ts';
import { messages } from '../../messages.ts';
import { type Role, roleNames, roles } from '../../rules/roles.ts';

type Account = ReplyOf<typeof listAccounts>['items'][number];

const rolesOf = (p: PageContext, a: Account) =>
  a.grants
    .filter((g) => g.living)
    .map((g) => (
      <div key={g.id}>
        {roleNames[g.role as Role]?.[p.lang] ?? g.role} · {g.unitName[p.lang]}
      </div>
    ));

function columnsOf(p: PageContext): Column<Account>[] {
  const text = messages[p.lang];
  return [
    {
      key: 'name',
      head: text.account.name,
      main: true,
      cell: (a) => (
        <Link strong href={`/admin/accounts/${a.id}`}>
          {a.name}
        </Link>
      ),
    },
    { key: 'email', head: text.account.email, cell: (a) => a.email },
    { key: 'roles', head: text.accounts.roles, cell: (a) => rolesOf(p, a) },
    {
      key: 'factor',
      head: text.accounts.factor,
      cell: (a) => (a.secondFactor ? text.accounts.yes : text.accounts.no),
    },
    {
      key: 'state',
      head: text.accounts.state,
      cell: (a) =>
        a.disabled ? (
          <Chip icon="cancel">{text.accounts.states.disabled}</Chip>
        ) : (
          <Chip tone="good" icon="check">
            {text.accounts.states.active}
          </Chip>
        ),
    },
  ];
}

export const accountsPage = page({
  path: '/admin/accounts',
  permission: 'account.manage',
  area: 'workbench',
  get: async (p) => {
    const text = messages[p.lang].accounts;
    const { items, next } = await p.callWithQuery(listAccounts);
    const { q, role, state } = p.query;
    const query = new URLSearchParams(
      Object.entries({ q, role, state, cursor: next }).filter((e): e is [string, string] => !!e[1]),
    );
    return {
      title: text.title,
      nav: 'accounts',
      wide: true,
      body: (
        <>
          <PageHead
            title={text.title}
            actions={
              <>
                <LinkButton kind="primary" icon="plus" href="/admin/accounts/new">
                  {text.create}
                </LinkButton>{' '}
                <LinkButton href="/admin/roles">{text.rolesTable}</LinkButton>
              </>
            }
          />
          <FilterBar clearHref={q || role || state ? '/admin/accounts' : undefined}>
            <TextInput name="q" type="search" label={text.search} value={q} />
            <Select
              name="role"
              label={text.role}
              empty={text.any}
              value={role}
              options={roles.map((value) => ({ value, text: roleNames[value][p.lang] }))}
            />
            <Select
              name="state"
              label={text.state}
              empty={text.any}
              value={state}
              options={(['active', 'disabled'] as const).map((value) => ({
                value,
                text: text.states[value],
              }))}
            />
          </FilterBar>
          <DataTable
            caption={text.title}
            captionHidden
            columns={columnsOf(p)}
            rows={items}
            rowKey={(a) => a.id}
            rowHref={(a) => `/admin/accounts/${a.id}`}
            rowTone={(a) => (a.disabled ? 'muted' : undefined)}
            empty={text.none}
          />
          <Pagination nextHref={next ? `/admin/accounts?${query}` : undefined} />
        </>
      ),
    };
  },
});
