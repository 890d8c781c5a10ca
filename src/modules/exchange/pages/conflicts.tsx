import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow, Link } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Select, TextArea } from '../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { EmptyState, Panel } from '../../../web/components/panel.tsx';
import { type Column, DataTable, Pagination } from '../../../web/components/table.tsx';
import { formatInstant } from '../../../web/format.ts';
import { keysetLinks } from '../../../web/keyset.ts';
import { decideConflict, listConflicts } from '../contract.ts';
import { both, Head, Refusal, statusText, type Words, wordsOf } from './parts.tsx';

const PATH = '/exchange/conflicts';
type Conflict = ReplyOf<typeof listConflicts>['items'][number];

function Decide({ c, p, t }: { c: Conflict; p: PageContext; t: Words }) {
  const mine = p.form?.form === 'decide' && p.form.values['id'] === c.id ? p.form : undefined;
  const given = (name: string): string => String(mine?.values[name] ?? '');
  return (
    <Form name="decide" csrf={p.csrf} id={`decide-${c.id}`}>
      <input type="hidden" name="id" value={c.id} />
      <Select
        id={`how-${c.id}`}
        name="how"
        label={t.decide}
        value={given('how')}
        options={[
          { value: 'sendOurs', text: t.sendOurs },
          { value: 'noted', text: t.noteIt },
        ]}
        error={mine?.errors['how']}
      />
      <TextArea
        id={`reason-${c.id}`}
        name="reason"
        label={t.reason}
        rows={2}
        required
        value={given('reason')}
        error={mine?.errors['reason']}
      />
      <ButtonRow>
        <Button kind="primary">{t.decide}</Button>
      </ButtonRow>
    </Form>
  );
}

/** Both sides of one case. */
function One({ c, p, t }: { c: Conflict; p: PageContext; t: Words }) {
  return (
    <Panel title={<Link href={`/cases/${c.caseId}`}>{c.code}</Link>} id={`conflict-${c.id}`}>
      <KeyValueList
        items={[
          { key: t.unit, value: c.unitName[p.lang] },
          { key: t.ours, value: <strong>{statusText(t, c.ours)}</strong> },
          { key: t.theirs, value: <strong>{statusText(t, c.theirs)}</strong> },
          c.words !== undefined && { key: t.said, value: c.words },
          { key: t.found, value: `${formatInstant(c.foundAt)}, ${t.via[c.via]}` },
        ]}
      />
      {c.mayDecide && <Decide c={c} p={p} t={t} />}
    </Panel>
  );
}

function columnsOf(p: PageContext, t: Words): Column<Conflict>[] {
  return [
    {
      key: 'code',
      head: t.code,
      main: true,
      cell: (c) => (
        <>
          <Link href={`/cases/${c.caseId}`}>{c.code}</Link>
          <p class="hint">{c.unitName[p.lang]}</p>
        </>
      ),
    },
    { key: 'ours', head: t.ours, cell: (c) => statusText(t, c.ours) },
    { key: 'theirs', head: t.theirs, cell: (c) => statusText(t, c.theirs) },
    {
      key: 'how',
      head: t.decide,
      width: 'wide',
      cell: (c) => (
        <>
          {c.settled && t.how[c.settled.how]}
          <p class="hint">
            {[c.settled?.by, c.settled && formatInstant(c.settled.at), c.settled?.reason]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      ),
    },
  ];
}

export const conflictsPage = page({
  path: PATH,
  permission: 'exchange.view',
  area: 'workbench',
  get: async (p) => {
    const t = wordsOf(p);
    const open = await p.call(listConflicts, { limit: 100 });
    const { cursor } = p.query;
    const settled = await p.call(listConflicts, { state: 'settled', limit: 20, ...(cursor && { cursor }) });
    return {
      title: t.conflicts,
      nav: 'exchange',
      body: (
        <>
          {await Head(p, 'conflicts', t.conflictLead)}
          <Refusal p={p} />
          <h2>{t.conflictOpen}</h2>
          {open.items.length === 0 && <EmptyState icon="check" title={t.conflictEmpty} />}
          {open.items.map((c) => (
            <One key={c.id} c={c} p={p} t={t} />
          ))}
          {settled.items.length > 0 && (
            <Panel title={t.conflictSettled} flush>
              <DataTable
                caption={t.conflictSettled}
                captionHidden
                columns={columnsOf(p, t)}
                rows={settled.items}
                rowKey={(c) => c.id}
              />
            </Panel>
          )}
          <Pagination {...keysetLinks(p, settled.next)} />
        </>
      ),
    };
  },
  forms: {
    decide: submits(decideConflict, { then: () => ({ redirect: PATH, flash: both((t) => t.decided) }) }),
  },
});
