import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Button } from '../../../../web/components/button.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { formatInstant } from '../../../../web/format.ts';
import type { listSessions } from '../../contract/mine.ts';
import { messages } from '../../messages.ts';

type Session = ReplyOf<typeof listSessions>['items'][number];

/** The browser and system out of a user agent, as far as people recognise them. */
export function deviceName(agent: string): string | undefined {
  const browser = /(Edg|OPR|coc_coc_browser|Firefox|Chrome|Safari)\//.exec(agent)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1];
  const names: Record<string, string> = {
    Edg: 'Edge',
    OPR: 'Opera',
    coc_coc_browser: 'Cốc Cốc',
    'Mac OS X': 'macOS',
  };
  const shown = [browser, system].filter((n) => n !== undefined).map((n) => names[n] ?? n);
  return shown.length > 0 ? shown.join(', ') : agent.slice(0, 40) || undefined;
}

export function SessionsPanel({ p, items }: { p: PageContext; items: readonly Session[] }) {
  const text = messages[p.lang].sessions;
  const columns: Column<Session>[] = [
    { key: 'device', head: text.device, main: true, cell: (s) => deviceName(s.device) ?? text.unknownDevice },
    { key: 'ip', head: text.ip, cell: (s) => s.ip },
    { key: 'started', head: text.started, cell: (s) => formatInstant(s.createdAt) },
    { key: 'seen', head: text.seen, cell: (s) => formatInstant(s.seenAt) },
    {
      key: 'end',
      head: text.action,
      cell: (s) =>
        s.current ? (
          <Chip tone="calm" icon="check">
            {text.current}
          </Chip>
        ) : (
          <EndOne p={p} id={s.id} />
        ),
    },
  ];
  return (
    <Panel
      title={text.title}
      id="sessions"
      flush
      actions={
        items.length > 1 && (
          <Form name="sessionsEnd" csrf={p.csrf} inline>
            <Button small>{text.endOthers}</Button>
          </Form>
        )
      }
    >
      <DataTable
        caption={text.title}
        captionHidden
        columns={columns}
        rows={items}
        rowKey={(s) => s.id}
        empty={text.none}
      />
    </Panel>
  );
}

function EndOne({ p, id }: { p: PageContext; id: string }) {
  return (
    <Form name="sessionEnd" csrf={p.csrf} inline>
      <input type="hidden" name="id" value={id} />
      <Button kind="quiet" small>
        {messages[p.lang].sessions.end}
      </Button>
    </Form>
  );
}
