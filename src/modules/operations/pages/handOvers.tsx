import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow, PrintButton } from '../../../web/components/button.tsx';
import { ErrorSummary, Form } from '../../../web/components/form.tsx';
import { TextArea } from '../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { DataTable, Pagination } from '../../../web/components/table.tsx';
import { formatInstant, nothing } from '../../../web/format.ts';
import { keysetLinks } from '../../../web/keyset.ts';
import { getBoard, getHandOver, listHandOvers, takeHandOver, writeHandOver } from '../contract.ts';
import { boardMessages } from '../messages/board.ts';
import { count, say, words } from './panels/shown.tsx';

const PATH = '/operations/hand-overs';
type Short = ReplyOf<typeof listHandOvers>['items'][number];
type Note = ReplyOf<typeof getHandOver>;

const kept = (p: PageContext, name: string): string => String(p.form?.values[name] ?? '');
const refusal = (p: PageContext) =>
  p.form && (
    <ErrorSummary title={p.form.problem.title} detail={p.form.problem.detail} errors={p.form.errors} />
  );

function WriteForm({ p, unitId }: { p: PageContext; unitId: string }) {
  const t = words(p).handOvers;
  return (
    <Panel title={t.write}>
      <Form name="write" csrf={p.csrf} action={`${PATH}?unitId=${unitId}`}>
        {refusal(p)}
        <input type="hidden" name="unitId" value={unitId} />
        <TextArea
          name="note"
          label={t.note}
          hint={t.noteHint}
          value={kept(p, 'note')}
          error={p.form?.errors['note']}
          required
        />
        <ButtonRow>
          <Button kind="primary">{t.send}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

function lateThen(p: PageContext, { late }: Short): string {
  const t = words(p).kinds;
  const parts = (['tasks', 'cases'] as const).flatMap((kind) =>
    late[kind] === undefined ? [] : [`${count(p, late[kind])} ${t[kind](late[kind])}`],
  );
  return parts.join(' · ') || nothing;
}

function Notes({ p, items }: { p: PageContext; items: readonly Short[] }) {
  const t = words(p).handOvers;
  return (
    <DataTable
      caption={t.all}
      captionHidden
      rows={items}
      rowKey={(row) => row.id}
      rowHref={(row) => `${PATH}/${row.id}`}
      columns={[
        {
          key: 'at',
          head: t.at,
          main: true,
          cell: (row) => <a href={`${PATH}/${row.id}`}>{formatInstant(row.writtenAt)}</a>,
        },
        { key: 'unit', head: words(p).unit, cell: (row) => say(p, row.unit.name) },
        { key: 'by', head: t.by, cell: (row) => row.by },
        {
          key: 'taken',
          head: t.takenBy,
          cell: (row) => (row.takenAt ? `${row.takenBy}, ${formatInstant(row.takenAt)}` : t.waiting),
        },
        { key: 'late', head: t.lateThen, cell: (row) => lateThen(p, row) },
      ]}
    />
  );
}

export const handOversPage = page({
  path: PATH,
  permission: 'operations.view',
  area: 'workbench',
  get: async (p) => {
    const t = words(p).handOvers;
    const { unitId, cursor } = p.query;
    const board = await p.call(getBoard, { ...(unitId && { unitId }) });
    const found = await p.call(listHandOvers, { ...(unitId && { unitId }), ...(cursor && { cursor }) });
    return {
      title: t.title,
      nav: 'operations-hand-overs',
      crumbs: [{ href: `/operations?unitId=${board.unit.id}`, text: words(p).title }],
      body: (
        <>
          <PageHead title={t.title} kicker={say(p, board.unit.name)} lead={<p>{t.lead}</p>} />
          {p.can('operations.handOver', board.unit.id) && <WriteForm p={p} unitId={board.unit.id} />}
          {found.items.length === 0 ? (
            <EmptyState icon="list" title={t.none} />
          ) : (
            <Panel title={t.all} flush>
              <Notes p={p} items={found.items} />
            </Panel>
          )}
          <Pagination summary="" {...keysetLinks(p, found.next)} />
        </>
      ),
    };
  },
  forms: {
    write: submits(writeHandOver, {
      then: ({ id }) => ({
        redirect: `${PATH}/${id}`,
        flash: { vi: boardMessages.vi.handOvers.written, en: boardMessages.en.handOvers.written },
      }),
    }),
  },
});

function Figures({ p, note }: { p: PageContext; note: Note }) {
  const t = words(p).handOvers;
  const valueOf = (one: Note['figures'][number]): string =>
    one.value === null
      ? nothing
      : one.of === undefined
        ? count(p, one.value)
        : `${count(p, one.value)} / ${count(p, one.of)}`;
  return (
    <Panel title={t.figures} flush>
      <DataTable
        caption={t.figures}
        captionHidden
        rows={note.figures}
        rowKey={(row) => `${row.panel} ${row.key}`}
        columns={[
          { key: 'panel', head: t.panel, cell: (row) => t.ofPanel[row.panel as keyof typeof t.ofPanel] },
          {
            key: 'label',
            head: t.number,
            main: true,
            cell: (row) => (row.href ? <a href={row.href}>{say(p, row.label)}</a> : say(p, row.label)),
          },
          { key: 'then', head: t.then, numeric: true, cell: valueOf },
        ]}
      />
    </Panel>
  );
}

function TakeForm({ p, note }: { p: PageContext; note: Note }) {
  const t = words(p).handOvers;
  return (
    <Panel title={t.take}>
      <Form name="take" csrf={p.csrf} action={`${PATH}/${note.id}`}>
        {refusal(p)}
        <TextArea name="remark" label={t.remark} value={kept(p, 'remark')} error={p.form?.errors['remark']} />
        <ButtonRow>
          <Button kind="primary">{t.take}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

export const handOverPage = page({
  path: `${PATH}/:id`,
  permission: 'operations.view',
  area: 'workbench',
  get: async (p) => {
    const t = words(p).handOvers;
    const note = await p.call(getHandOver, { id: p.params['id']! });
    const title = t.one(formatInstant(note.writtenAt));
    return {
      title,
      nav: 'operations-hand-overs',
      crumbs: [{ href: PATH, text: t.title }],
      body: (
        <>
          <PageHead title={title} kicker={say(p, note.unit.name)} actions={<PrintButton label={t.print} />} />
          <Panel title={t.note}>
            <p class="pre">{note.note}</p>
            <KeyValueList
              items={[
                { key: t.by, value: `${note.by}, ${formatInstant(note.writtenAt)}` },
                {
                  key: t.takenBy,
                  value: note.takenAt ? `${note.takenBy}, ${formatInstant(note.takenAt)}` : t.waiting,
                },
                note.remark !== '' && { key: t.remark, value: note.remark },
                { key: t.hash, value: <code>{note.hash}</code> },
              ]}
            />
          </Panel>
          {note.mayTake && <TakeForm p={p} note={note} />}
          {!note.mayTake && !note.takenAt && <p class="soft">{t.ownNote}</p>}
          <Figures p={p} note={note} />
        </>
      ),
    };
  },
  forms: {
    take: submits(takeHandOver, {
      input: (fields, p) => ({ ...fields, id: p.params['id'] }),
      then: ({ id }) => ({
        redirect: `${PATH}/${id}`,
        flash: { vi: boardMessages.vi.handOvers.taken, en: boardMessages.en.handOvers.taken },
      }),
    }),
  },
});
