import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { FieldRow, Form } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { formatInstant } from '../../../../web/format.ts';
import type { listTokens } from '../../contract/mine.ts';
import { messages } from '../../messages.ts';
import { fault, idIn, Refusal, typed } from '../form.tsx';

type Token = ReplyOf<typeof listTokens>['items'][number];

export function TokensPanel({ p, items }: { p: PageContext; items: readonly Token[] }) {
  const text = messages[p.lang].tokens;
  const columns: Column<Token>[] = [
    { key: 'name', head: text.name, main: true, cell: (t) => t.name },
    { key: 'scope', head: text.scope, cell: (t) => text.scopes[t.scope] },
    { key: 'expires', head: text.expires, cell: (t) => formatInstant(t.expiresAt) },
    { key: 'used', head: text.used, cell: (t) => (t.usedAt ? formatInstant(t.usedAt) : text.never) },
    { key: 'end', head: text.action, cell: (t) => <EndOne p={p} id={t.id} /> },
  ];
  return (
    <Panel title={text.title} id="tokens">
      <p>{text.lead}</p>
      <DataTable
        caption={text.title}
        captionHidden
        columns={columns}
        rows={items}
        rowKey={(t) => t.id}
        empty={text.none}
      />
      <Refusal p={p} form="token" />
      <Form name="token" csrf={p.csrf}>
        <FieldRow>
          <TextInput
            id={idIn('token', 'name')}
            name="name"
            label={text.name}
            hint={text.nameHint}
            required
            value={typed(p, 'token', 'name')}
            error={fault(p, 'token', 'name')}
          />
          <Select
            id={idIn('token', 'scope')}
            name="scope"
            label={text.scope}
            size="short"
            value={typed(p, 'token', 'scope') ?? 'read'}
            options={[
              { value: 'read', text: text.scopes.read },
              { value: 'write', text: text.scopes.write },
            ]}
          />
          <TextInput
            id={idIn('token', 'days')}
            name="days"
            inputMode="numeric"
            size="short"
            label={text.days}
            value={typed(p, 'token', 'days') ?? '90'}
            error={fault(p, 'token', 'days')}
          />
        </FieldRow>
        <ButtonRow>
          <Button icon="plus">{text.create}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

function EndOne({ p, id }: { p: PageContext; id: string }) {
  return (
    <Form name="tokenEnd" csrf={p.csrf} inline>
      <input type="hidden" name="id" value={id} />
      <Button kind="quiet" small>
        {messages[p.lang].tokens.end}
      </Button>
    </Form>
  );
}
