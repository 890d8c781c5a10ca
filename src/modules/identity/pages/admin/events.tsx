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

type Event = ReplyOf<typeof listAccountEvents>['items'][number];

/** What an event adds to its name: from where, which role, which token. */
function detailOf(p: PageContext, { payload }: Event): string {
  const grant = payload['grant'] as { role: string; unitId: string } | undefined;
  const said = [payload['name'], payload['ip'], typeof payload['device'] === 'string' ? deviceName(payload['device']) : undefined, payload['reason'], payload['issuer']];
  const role = grant ? `${roleNames[grant.role as Role]?.[p.lang] ?? grant.role} (${grant.unitId})` : undefined;
  return [role, ...said].filter((s): s is string => typeof s === 'string' && s !== '').join(' · ');
}

export function EventsPanel({ p, account, events }: { p: PageContext; account: ReplyOf<typeof getAccount>; events: ReplyOf<typeof listAccountEvents> }) {
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
          body: detailOf(p, e),
          tone: e.kind === 'account.signInFailed' || e.kind === 'account.locked' ? 'warn' : 'idle',
        }))}
      />
      <Pagination nextHref={events.next ? `/admin/accounts/${account.id}?cursor=${events.next}#events` : undefined} />
    </Panel>
  );
}
