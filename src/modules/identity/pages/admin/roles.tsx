import { page } from '../../../../kit/page.ts';
import { PageHead } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { Icon } from '../../../../web/icons.tsx';
import { listRoles } from '../../contract/accounts.ts';
import { messages } from '../../messages.ts';
import { permissionName } from '../../rules/permissionNames.ts';

export const rolesPage = page({
  path: '/admin/roles',
  permission: 'account.manage',
  area: 'workbench',
  get: async (p) => {
    const text = messages[p.lang].accounts;
    const { roles, permissions } = await p.call(listRoles, {});
    return {
      title: text.rolesTable,
      nav: 'accounts',
      wide: true,
      crumbs: [{ href: '/admin/accounts', text: text.title }],
      body: (
        <>
          <PageHead title={text.rolesTable} />
          <DataTable
            caption={text.rolesTable}
            captionHidden
            phone="scroll"
            rows={permissions}
            rowKey={(permission) => permission}
            columns={[
              {
                key: 'permission',
                head: text.permission,
                main: true,
                cell: (permission) => permissionName(permission)[p.lang],
              },
              ...roles.map((role) => ({
                key: role.role,
                head: role[p.lang],
                cell: (permission: string) =>
                  role.permissions.includes(permission) ? <Icon name="check" label={text.given} /> : '',
              })),
            ]}
          />
        </>
      ),
    };
  },
});
