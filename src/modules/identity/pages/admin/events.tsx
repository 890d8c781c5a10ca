import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { TimeLine } from '../../../../web/components/lists.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { Pagination } from '../../../../web/components/table.tsx';
import { formatInstant } from '../../../../web/format.ts';
import type { getAccount, listAccountEvents } from '../../contract/accounts.ts';
import { messages } from '../../messages.ts';
import { type Role, roleNames } from '../../rules/roles.ts';
import { deviceName } from '../account/sessions.tsx';

type Account = ReplyOf<typeof getAccount>;
type Event = ReplyOf<typeof listAccountEvents>['items'][number];

/** The role an event gives or ends, as it is called here. */
function grantOf(p: PageContext, account: Account, { payload }: Event): string | undefined {
  const id = payload['grantId'] ?? (payload['grant'] as { id: string } | undefined)?.id;
  const grant = account.grants.find((g) => g.id === id);
  return grant && `${roleNames[grant.role as Role]?.[p.lang] ?? grant.role} · ${grant.unitName[p.lang]}`;
}

/** What an event adds to its name: from where, which role, which token. */
function detailOf(p: PageContext, account: Account, event: Event): string {
  const { name, ip, device, reason, issuer } = event.payload;
  const from = typeof device === 'string' ? deviceName(device) : undefined;
  const said = [grantOf(p, account, event), name, ip, from, reason, issuer];
  return said.filter((s): s is string => typeof s === 'string' && s !== '').join(' · ');
}

export function EventsPanel({
  p,
  account,
  events,
}: {
  p: PageContext;
  account: Account;
  events: ReplyOf<typeof listAccountEvents>;
}) {
  const text = messages[p.lang];
  const names = text.event as Record<string, string>;
  return (
    <Panel title={text.one.events} id="events">
      {events.items.length === 0 && <p>{text.one.noEvents}</p>}
      <TimeLine
        entries={events.items.map((e) => ({
          id: `e${e.seq}`,
          when: formatInstant(e.at),
          title: names[e.kind.replace('account.', '')] ?? e.kind,
          body: detailOf(p, account, e),
          tone: e.kind === 'account.signInFailed' || e.kind === 'account.locked' ? 'warn' : 'idle',
        }))}
      />
      <Pagination
        nextHref={events.next ? `/admin/accounts/${account.id}?cursor=${events.next}#events` : undefined}
      />
    </Panel>
  );
}
