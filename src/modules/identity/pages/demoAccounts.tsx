import type { Text } from '../../../kit/i18n.ts';
import type { PageContext } from '../../../kit/page.ts';
import { findSetting } from '../../../kit/settings.ts';
import { Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { messages } from '../messages.ts';

/** The accounts of a demonstration, as its loading left them. */
export interface DemoAccounts {
  password: string;
  accounts: readonly { email: string; role: Text }[];
}

/** Undefined in a real installation. */
export const findDemoAccounts = (p: PageContext): Promise<DemoAccounts | undefined> =>
  p.app.db.read((tx) => findSetting<DemoAccounts>(tx, 'demoAccounts'));

const href = (p: PageContext, email: string): string => {
  const query = new URLSearchParams({ as: email, ...(p.query['next'] ? { next: p.query['next'] } : {}) });
  return `/sign-in?${query.toString()}`;
};

/** The accounts with a link each that fills in the form. */
export function DemoAccountList({ p, demo }: { p: PageContext; demo: DemoAccounts }) {
  const text = messages[p.lang].signIn.demo;
  return (
    <Panel title={text.title}>
      <p>
        {text.lead} <code>{demo.password}</code>
      </p>
      <DataTable
        caption={text.title}
        captionHidden
        rows={demo.accounts}
        rowKey={(a) => a.email}
        columns={[
          {
            key: 'role',
            head: text.role,
            main: true,
            cell: (a) => <a href={href(p, a.email)}>{a.role[p.lang]}</a>,
          },
          { key: 'email', head: text.email, cell: (a) => a.email },
        ]}
      />
    </Panel>
  );
}
