import type { ReplyOf } from '../../../kit/contract.ts';
import { type FormHandler, type PageContext, page } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { ProgressBar } from '../../../web/components/figure.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatInstant } from '../../../web/format.ts';
import { conclude, fixAgenda, getMeeting, listDirectives } from '../contract.ts';
import { messages } from '../messages.ts';
import { keptOf, Refusal, said } from './parts/forms.tsx';
import { Title, useMessages } from './parts/say.tsx';
import { Due, Standing, toneOf } from './parts/standing.tsx';
import { UnitName } from './parts/unit.tsx';

type Meeting = ReplyOf<typeof getMeeting>;

function Agenda({ p, m }: { p: PageContext; m: Meeting }) {
  const { meetings: t } = useMessages();
  return (
    <Panel
      title={t.agenda}
      actions={
        m.mayHold &&
        !m.agendaAt && (
          <Form name="fix" csrf={p.csrf} inline>
            <Button kind="primary" icon="lock">
              {t.fix}
            </Button>
          </Form>
        )
      }
    >
      <Refusal kept={keptOf(p, 'fix')} />
      <p class="soft">{m.agendaAt ? t.agendaFixed(formatInstant(m.agendaAt)) : t.agendaNow}</p>
      <DataTable
        caption={t.agenda}
        captionHidden
        rows={m.agenda}
        rowKey={(a) => a.assignmentId}
        rowHref={(a) => `/assignments/${a.assignmentId}`}
        rowTone={(a) => toneOf(a.standing)}
        empty={
          <EmptyState icon="checkCircle" title={t.agendaEmpty}>
            <p>{t.agendaEmptyHint}</p>
          </EmptyState>
        }
        columns={[
          {
            key: 'task',
            head: t.task,
            main: true,
            width: 'wide',
            cell: (a) => (
              <>
                <a href={`/assignments/${a.assignmentId}`}>
                  <Title item={a} />
                </a>
                <small>
                  {a.ref} · {a.directiveNumber}
                </small>
              </>
            ),
          },
          { key: 'unit', head: t.unitOf, cell: (a) => <UnitName unit={a.unit} short /> },
          { key: 'due', head: t.due, cell: (a) => <Due standing={a.standing} /> },
          { key: 'state', head: t.then, cell: (a) => <Standing standing={a.standing} /> },
          {
            key: 'progress',
            head: t.progress,
            cell: (a) => <ProgressBar label={`${t.progress}: ${a.ref}`} value={a.progress} />,
          },
        ]}
      />
    </Panel>
  );
}

function Conclusions({ m }: { m: Meeting }) {
  const { meetings: t } = useMessages();
  return (
    <Panel title={t.conclusions} flush>
      <DataTable
        caption={t.conclusions}
        captionHidden
        rows={m.conclusions}
        rowKey={(c) => String(c.no)}
        empty={<p class="soft">{t.noConclusions}</p>}
        columns={[
          { key: 'no', head: t.no, numeric: true, width: 'narrow', cell: (c) => c.no },
          {
            key: 'body',
            head: t.body,
            main: true,
            width: 'wide',
            cell: (c) => <span lang="vi">{c.body}</span>,
          },
          {
            key: 'task',
            head: t.becomes,
            cell: (c) => (c.taskId ? <a href={`/tasks/${c.taskId}`}>{c.taskRef ?? t.task}</a> : '–'),
          },
        ]}
      />
    </Panel>
  );
}

type Choice = { value: string; text: string };

function ConcludeForm({ p, directives }: { p: PageContext; directives: readonly Choice[] }) {
  const { meetings: t } = useMessages();
  const k = keptOf(p, 'conclude');
  return (
    <Panel title={t.conclude} id="conclude">
      <Form name="conclude" csrf={p.csrf}>
        <Refusal kept={k} />
        <TextArea {...k.field('body')} label={t.body} hint={t.bodyHint} rows={3} required />
        <FieldRow>
          <Select
            {...k.field('directiveId')}
            label={t.directive}
            empty={t.noDirective}
            options={directives}
          />
          <TextInput {...k.field('ref')} label={t.ref} hint={t.refHint} optional />
        </FieldRow>
        <TextInput {...k.field('leadText')} label={t.leadText} hint={t.leadHint} size="full" optional />
        <FieldRow>
          <TextInput {...k.field('deadlineText')} label={t.deadlineText} hint={t.deadlineHint} optional />
          <TextInput {...k.field('productVi')} label={t.product} optional />
        </FieldRow>
        <ButtonRow>
          <Button kind="primary">{t.send}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

/** Directives to which this person may add a task. */
async function targets(p: PageContext): Promise<Choice[]> {
  const { items } = await p.call(listDirectives, { limit: 200 });
  return items
    .filter((d) => p.can('task.assign', d.owner.id))
    .map((d) => ({ value: d.id, text: `${d.number} · ${d.titleVi}`.slice(0, 90) }));
}

const fix: FormHandler = async (p) => {
  await p.call(fixAgenda, { id: p.params['id']! });
  return { redirect: p.url, flash: said((m) => m.meetings.fixed) };
};

const record: FormHandler = async (p, fields) => {
  const input = { ...typedFields(conclude, fields), id: p.params['id'] };
  await p.call(conclude, input as never);
  return { redirect: p.url, flash: said((m) => m.meetings.concluded) };
};

export const meetingPage = page({
  path: '/meetings/:id',
  permission: 'directive.view',
  area: 'workbench',
  get: async (p) => {
    const { meetings: t, words } = messages[p.lang];
    const m = await p.call(getMeeting, { id: p.params['id']! });
    return {
      title: m.name,
      nav: 'meetings',
      wide: true,
      crumbs: [
        { href: '/meetings', text: t.title },
        { href: p.url, text: m.name },
      ],
      body: (
        <>
          <PageHead
            kicker={`${t.title} · ${formatDay(m.heldOn)}`}
            title={<span lang="vi">{m.name}</span>}
            chips={
              <>
                <Chip tone={m.state === 'held' ? 'good' : 'idle'}>{t.states[m.state]}</Chip>
                <Chip icon="lock">{words.classifications[m.classification]}</Chip>
              </>
            }
          />
          <Panel>
            <KeyValueList
              items={[
                { key: t.unit, value: <UnitName unit={m.unit} /> },
                {
                  key: t.about,
                  value:
                    m.directives.length === 0
                      ? t.aboutAll
                      : m.directives.map((d, i) => (
                          <>
                            {i > 0 && ', '}
                            <a href={`/directives/${d.id}`}>{d.number}</a>
                          </>
                        )),
                },
              ]}
            />
          </Panel>
          <Agenda p={p} m={m} />
          <Conclusions m={m} />
          {m.mayHold && <ConcludeForm p={p} directives={await targets(p)} />}
        </>
      ),
    };
  },
  forms: { fix, conclude: record },
});
