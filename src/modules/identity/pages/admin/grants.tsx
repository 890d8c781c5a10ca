import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { FieldRow, Form } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { type UnitPick, UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { formatDay } from '../../../../web/format.ts';
import type { getAccount } from '../../contract/accounts.ts';
import { messages } from '../../messages.ts';
import { type Role, roleNames, roles } from '../../rules/roles.ts';
import { fault, idIn, Refusal, typed } from '../form.tsx';

type Account = ReplyOf<typeof getAccount>;
type Grant = Account['grants'][number];

function columnsOf(p: PageContext): Column<Grant>[] {
  const text = messages[p.lang].one;
  const over = (g: Grant) => g.validTo !== null && g.validTo < p.today;
  return [
    { key: 'role', head: text.role, main: true, cell: (g) => roleNames[g.role as Role]?.[p.lang] ?? g.role },
    { key: 'unit', head: text.unit, cell: (g) => g.unitName[p.lang] },
    { key: 'clearance', head: text.clearance, cell: (g) => text.clearances[g.clearance] },
    { key: 'from', head: text.from, cell: (g) => formatDay(g.validFrom) },
    { key: 'to', head: text.to, cell: (g) => (g.validTo ? formatDay(g.validTo) : text.open) },
    {
      key: 'paper',
      head: text.paper,
      cell: (g) => (
        <>
          {g.paper}
          <div>
            {text.givenBy}: {g.givenBy}
          </div>
        </>
      ),
    },
    { key: 'end', head: text.actions, cell: (g) => (over(g) ? text.over : <EndGrant p={p} id={g.id} />) },
  ];
}

function EndGrant({ p, id }: { p: PageContext; id: string }) {
  const text = messages[p.lang].one;
  return (
    <Form name="endGrant" csrf={p.csrf} inline>
      <input type="hidden" name="grantId" value={id} />
      <Button kind="quiet" small confirm={text.endAsk}>
        {text.end}
      </Button>
    </Form>
  );
}

function GiveGrant({ p, unit }: { p: PageContext; unit: UnitPick }) {
  const { create, one: text } = messages[p.lang];
  const shared = (name: string, label: string) => ({
    id: idIn('give', name),
    name,
    label,
    error: fault(p, 'give', name),
    value: typed(p, 'give', name),
  });
  return (
    <Form name="give" csrf={p.csrf}>
      <FieldRow>
        <Select
          {...shared('role', text.role)}
          required
          empty=""
          options={roles.map((value) => ({ value, text: roleNames[value][p.lang] }))}
        />
        <UnitPicker {...shared('unitId', text.unit)} hint={create.unitHint} pick={unit} search required />
      </FieldRow>
      <FieldRow>
        <Select
          {...shared('clearance', text.clearance)}
          value={typed(p, 'give', 'clearance') ?? 'internal'}
          options={(['public', 'internal', 'restricted'] as const).map((value) => ({
            value,
            text: text.clearances[value],
          }))}
        />
        <TextInput {...shared('paper', text.paper)} hint={text.paperHint} optional />
      </FieldRow>
      <FieldRow>
        <DateInput {...shared('validFrom', text.from)} optional />
        <DateInput {...shared('validTo', text.to)} optional />
      </FieldRow>
      <ButtonRow>
        <Button icon="plus">{text.give}</Button>
      </ButtonRow>
    </Form>
  );
}

export function GrantsPanel({ p, account }: { p: PageContext; account: Account }) {
  const text = messages[p.lang].one;
  return (
    <Panel title={text.grants} id="grants">
      <Refusal p={p} form="endGrant" />
      <DataTable
        caption={text.grants}
        captionHidden
        columns={columnsOf(p)}
        rows={account.grants}
        rowKey={(g) => g.id}
        rowTone={(g) => (g.living ? undefined : 'muted')}
        empty={text.noGrants}
      />
    </Panel>
  );
}

export function GivePanel({ p, unit }: { p: PageContext; unit: UnitPick }) {
  return (
    <Panel title={messages[p.lang].one.give} id="give">
      <Refusal p={p} form="give" />
      <GiveGrant p={p} unit={unit} />
    </Panel>
  );
}
