import { type Fields, type FormHandler, type PageContext, page, type View } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { missing } from '../../../kit/problems.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Columns, PageHead, Panel } from '../../../web/components/panel.tsx';
import { formatNumber } from '../../../web/format.ts';
import { addTask, getDirective, listTasks, previewFanOut } from '../contract.ts';
import { messages } from '../messages.ts';
import { keptOf, Refusal } from './parts/forms.tsx';
import { Title } from './parts/say.tsx';
import { taskInput } from './task-input.ts';
import { type Preview, PreviewPanel, TargetInputs, TaskFields } from './task-new-fields.tsx';

type Typed = Record<string, string | string[]>;
const textOf = (typed: Typed | Fields, name: string): string =>
  typeof typed[name] === 'string' ? typed[name].trim() : '';

async function previewOf(p: PageContext, typed: Typed, on: string): Promise<Preview | undefined> {
  const [leads, others] = [textOf(typed, 'leadText'), textOf(typed, 'coordinatingText')];
  if (!leads && !others) return undefined;
  return {
    leads: leads ? await p.call(previewFanOut, { text: leads.slice(0, 2000), on }) : undefined,
    others: others ? await p.call(previewFanOut, { text: others.slice(0, 2000), on }) : undefined,
  };
}

/** The code after the last one: NQ03-NV-141 → NQ03-NV-142. */
const nextRef = (last: string | undefined): string =>
  (last ?? '').replace(/\d+$/, (n) => String(Number(n) + 1).padStart(n.length, '0'));

/** The page with what was typed; after "preview" with the units that the names mean. */
async function view(p: PageContext, typed?: Typed): Promise<View> {
  const id = p.params['id']!;
  const {
    editor: { task: t },
    directives,
  } = messages[p.lang];
  const d = await p.call(getDirective, { id });
  if (!d.mayEdit) missing();
  const { items } = await p.call(listTasks, { directiveId: id, limit: 500 });
  const own = items.filter((i) => i.directiveId === id);
  const kept = keptOf(p, 'default', typed ?? (p.form ? {} : { ref: nextRef(own.at(-1)?.ref), kind: 'task' }));
  const shown = typed ?? p.form?.values;
  const preview = shown ? ((await previewOf(p, shown, d.issuedOn)) ?? {}) : undefined;
  return {
    title: `${t.title}: ${d.number}`,
    nav: 'directives',
    crumbs: [
      { href: '/directives', text: directives.title },
      { href: `/directives/${id}`, text: d.number },
      { href: p.url, text: t.title },
    ],
    body: (
      <>
        <PageHead kicker={d.number} title={t.title} lead={t.lead(d.number)} />
        <Columns
          aside={
            <>
              {preview && <PreviewPanel preview={preview} on={d.issuedOn} />}
              <Panel title={`${t.existing} (${formatNumber(own.length, p.lang)})`}>
                {own.length > 0 ? (
                  <ul class="lines">
                    {own
                      .slice(-12)
                      .toReversed()
                      .map((i) => (
                        <li key={i.id}>
                          <a href={`/tasks/${i.id}`}>{i.ref}</a> <Title item={i} />
                        </li>
                      ))}
                  </ul>
                ) : (
                  <p class="soft">{t.existingNone}</p>
                )}
              </Panel>
            </>
          }
        >
          <Form csrf={p.csrf}>
            <Refusal kept={kept} />
            <TaskFields k={kept} d={d} />
            <TargetInputs k={kept} />
            <ButtonRow>
              <Button kind="primary" name="action" value="save">
                {t.save}
              </Button>
              <Button name="action" value="more">
                {t.saveMore}
              </Button>
              <Button icon="search" name="action" value="preview">
                {t.preview}
              </Button>
            </ButtonRow>
          </Form>
        </Columns>
      </>
    ),
  };
}

const send: FormHandler = async (p, fields) => {
  const id = p.params['id']!;
  if (fields['action'] === 'preview')
    return view(
      p,
      Object.fromEntries(
        Object.entries(fields).filter((e): e is [string, string] => typeof e[1] === 'string'),
      ),
    );
  const made = await p.call(addTask, typedFields(addTask, taskInput(fields, id)) as never);
  const flash = {
    vi: messages.vi.editor.task.saved(formatNumber(made.assignments, 'vi')),
    en: messages.en.editor.task.saved(formatNumber(made.assignments, 'en')),
  };
  return {
    redirect: fields['action'] === 'more' ? `/directives/${id}/tasks/new` : `/directives/${id}#t-${made.id}`,
    flash,
  };
};

export const newTaskPage = page({
  path: '/directives/:id/tasks/new',
  permission: 'task.assign',
  area: 'workbench',
  get: (p) => view(p),
  forms: { default: send },
});
