import type { ComponentChildren } from 'preact';

import { type Fields, type FormHandler, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { Checkbox, Radios } from '../../../web/components/choices.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { pickedHandler } from '../../organisations/index.ts';
import { addParent, assignAgain, assignUnits, closeTask, listDirectives, markSame } from '../contract.ts';
import { findTask } from './parts/find-task.ts';
import { type Kept, keptOf, type Picked, pickIn, Refusal, said } from './parts/forms.tsx';
import { useMessages } from './parts/say.tsx';
import type { Task } from './task-parts.tsx';

interface Choices {
  unit: Picked;
  directives: readonly { value: string; text: string }[];
}

const here = (p: PageContext): string => `/tasks/${p.params['id']!}`;
const textOf = (fields: Fields, name: string): string =>
  typeof fields[name] === 'string' ? fields[name] : '';

/** One thing that can be done with the task, folded until it is asked for or was refused. */
function Fold({
  p,
  name,
  title,
  children,
}: {
  p: PageContext;
  name: string;
  title: string;
  children: (kept: Kept) => ComponentChildren;
}) {
  const kept = keptOf(p, name);
  return (
    <details open={kept.refused !== undefined}>
      <summary>{title}</summary>
      <Form name={name} csrf={p.csrf}>
        <Refusal kept={kept} />
        {children(kept)}
      </Form>
    </details>
  );
}

function AssignForms({ p, choices }: { p: PageContext; choices: Choices }) {
  const { task: m, words } = useMessages();
  const [u, a] = [m.unitsForm, m.againForm];
  return (
    <>
      <Fold p={p} name="units" title={u.title}>
        {(k) => (
          <>
            <FieldRow>
              <UnitPicker {...choices.unit} label={u.unit} search required />
              <Select
                {...k.field('role', 'lead')}
                label={u.role}
                options={[
                  { value: 'lead', text: words.roles.lead },
                  { value: 'coordinating', text: words.roles.coordinating },
                ]}
              />
            </FieldRow>
            <TextInput {...k.field('part')} label={u.part} optional />
            <TextInput {...k.field('deadlineText')} label={u.deadline} hint={a.deadlineHint} optional />
            <ButtonRow>
              <Button kind="primary">{u.send}</Button>
            </ButtonRow>
          </>
        )}
      </Fold>
      <Fold p={p} name="again" title={a.title}>
        {(k) => (
          <>
            <p class="hint">{a.hint}</p>
            <Select
              {...k.field('directiveId')}
              label={a.directive}
              options={choices.directives}
              empty={a.choose}
              required
            />
            <FieldRow>
              <TextInput {...k.field('ref')} label={a.ref} optional />
              <TextInput {...k.field('deadlineText')} label={a.deadline} hint={a.deadlineHint} optional />
            </FieldRow>
            <Checkbox
              name="movesDeadline"
              id={k.id('movesDeadline')}
              label={a.moves}
              checked={k.checked('movesDeadline')}
            />
            <TextInput {...k.field('note')} label={a.note} optional />
            <ButtonRow>
              <Button kind="primary">{a.send}</Button>
            </ButtonRow>
          </>
        )}
      </Fold>
    </>
  );
}

function LinkForms({ p, task }: { p: PageContext; task: Task }) {
  const { task: m } = useMessages();
  const [s, n, c] = [m.sameForm, m.parentForm, m.closeForm];
  return (
    <>
      <Fold p={p} name="parent" title={n.title}>
        {(k) => (
          <>
            <TextInput {...k.field('parentId')} label={n.other} required />
            <ButtonRow>
              <Button kind="primary">{n.send}</Button>
            </ButtonRow>
          </>
        )}
      </Fold>
      {task.sameAs ? (
        <Form name="unsame" csrf={p.csrf}>
          <ButtonRow>
            <Button>{s.undo}</Button>
          </ButtonRow>
        </Form>
      ) : (
        <Fold p={p} name="same" title={s.title}>
          {(k) => (
            <>
              <p class="hint">{s.hint}</p>
              <TextInput {...k.field('sameAs')} label={s.other} required />
              <TextInput {...k.field('reason')} label={s.reason} required />
              <ButtonRow>
                <Button kind="primary">{s.send}</Button>
              </ButtonRow>
            </>
          )}
        </Fold>
      )}
      <Fold p={p} name="close" title={c.title}>
        {(k) => (
          <>
            <Radios
              {...k.field('how', 'cancelled')}
              label={c.how}
              inline
              choices={[
                { value: 'cancelled', text: c.cancelled },
                { value: 'uncheckable', text: c.uncheckable },
              ]}
            />
            <TextArea {...k.field('reason')} label={c.reason} rows={2} required />
            <TextInput {...k.field('document')} label={c.document} optional />
            <ButtonRow>
              <Button kind="danger" confirm={c.confirm}>
                {c.send}
              </Button>
            </ButtonRow>
          </>
        )}
      </Fold>
    </>
  );
}

export function TaskForms({ p, task, choices }: { p: PageContext; task: Task; choices: Choices }) {
  const { task: m } = useMessages();
  return (
    <section class="step-forms" id="manage" aria-labelledby="manage-title">
      <h2 id="manage-title">{m.manage}</h2>
      <AssignForms p={p} choices={choices} />
      <LinkForms p={p} task={task} />
    </section>
  );
}

const linking =
  (
    field: string,
    endpoint: typeof markSame | typeof addParent,
    done: 'sameForm' | 'parentForm',
  ): FormHandler =>
  async (p, fields) => {
    const other = await findTask(p, textOf(fields, field), field);
    const input =
      field === 'sameAs'
        ? { id: p.params['id']!, sameAs: other, reason: textOf(fields, 'reason') }
        : { id: p.params['id']!, parentId: other };
    await p.call(endpoint, input);
    return { redirect: here(p), flash: said((m) => m.task[done].done) };
  };

const withId = (fields: Record<string, unknown>, p: PageContext) => ({ ...fields, id: p.params['id'] });

/** What the forms need to be drawn, and what takes them. */
export const taskForms = {
  choices: async (p: PageContext): Promise<Choices> => {
    const { items } = await p.call(listDirectives, { limit: 200 });
    return {
      unit: await pickIn(p, keptOf(p, 'units'), 'unitIds'),
      directives: items.map((d) => ({ value: d.id, text: `${d.number} · ${d.titleVi}`.slice(0, 90) })),
    };
  },
  handlers: {
    units: pickedHandler(
      submits(assignUnits, {
        input: (f, p) => ({ ...f, taskId: p.params['id'] }),
        then: (_, p) => ({ redirect: here(p), flash: said((m) => m.task.unitsForm.done) }),
      }),
    ),
    again: submits(assignAgain, {
      input: withId,
      then: (_, p) => ({ redirect: here(p), flash: said((m) => m.task.againForm.done) }),
    }),
    same: linking('sameAs', markSame, 'sameForm'),
    unsame: async (p) => {
      await p.call(markSame, {
        id: p.params['id']!,
        sameAs: null,
        reason: said((m) => m.task.sameForm.undoReason)[p.lang],
      });
      return { redirect: here(p), flash: said((m) => m.task.sameForm.undone) };
    },
    parent: linking('parentId', addParent, 'parentForm'),
    close: submits(closeTask, {
      input: withId,
      then: (_, p) => ({ redirect: here(p), flash: said((m) => m.task.closeForm.done) }),
    }),
  } satisfies Record<string, FormHandler>,
};
