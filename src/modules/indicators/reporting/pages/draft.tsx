import type { InputOf, ReplyOf } from '../../../../kit/contract.ts';
import { type Fields, type PageContext, page, submits, textOf, type View } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { ErrorSummary, FieldRow, Form } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Columns, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { formatDay, formatInstant } from '../../../../web/format.ts';
import { listReported } from '../../contract/reported.ts';
import { messages } from '../../messages.ts';
import {
  arrangeDraft,
  dropDraft,
  freezeDraft,
  getDraft,
  listTemplates,
  previewDraft,
  saveDraft,
  saveTemplate,
} from '../contract/drafts.ts';
import { partKinds } from '../contract/parts.ts';
import { PartFields } from './part-fields.tsx';
import { Preview } from './preview.tsx';
import { words } from './words.ts';

type Draft = ReplyOf<typeof getDraft>;

function Head({ p, draft }: { p: PageContext; draft: Draft }) {
  const t = messages[p.lang].reports;
  const errors = p.form?.errors ?? {};
  return (
    <>
      <FieldRow>
        <TextInput
          name="title"
          label={t.heading}
          optional
          size="full"
          value={draft.title}
          maxLength={300}
          error={errors['title']}
        />
      </FieldRow>
      <FieldRow>
        <TextInput
          name="number"
          label={t.number}
          optional
          size="short"
          value={draft.number}
          placeholder="12/BC-VPCP"
          error={errors['number']}
        />
        <TextInput name="place" label={t.place} size="short" value={draft.place} error={errors['place']} />
        <Select
          name="classification"
          label={t.classification}
          value={draft.classification}
          options={(['public', 'internal', 'restricted'] as const).map((value) => ({
            value,
            text: t.classifications[value],
          }))}
        />
      </FieldRow>
    </>
  );
}

const tokenExamples = {
  rate: '{{figure:completionOfAll}}',
  numerator: '{{figure:completionOfAll|numerator}}',
  before: '{{figure:completionOfAll|before}}',
  change: '{{figure:completionOfAll|change}}',
  other: '{{figure:completionOfAll|Bộ Nội vụ}}',
};

function Tokens({ p, draft }: { p: PageContext; draft: Draft }) {
  const t = words[p.lang].editor;
  return (
    <Panel title={t.tokens}>
      <p class="soft">{t.tokensLead}</p>
      <ul>
        {(['rate', 'numerator', 'before', 'change', 'other'] as const).map((form) => (
          <li key={form}>
            <code>{tokenExamples[form]}</code> {t.tokenForms[form]}
          </li>
        ))}
      </ul>
      {(['states', 'facts'] as const).map((by) => {
        const own = draft.choices.filter((one) => one.by === by);
        return (
          own.length > 0 && (
            <details key={by}>
              <summary>{t[by]}</summary>
              <ul>
                {own.map((one) => (
                  <li key={one.code}>
                    {one.name[p.lang]} <code>{`{{figure:${one.code}}}`}</code>
                  </li>
                ))}
              </ul>
            </details>
          )
        );
      })}
    </Panel>
  );
}

async function Editor({ p, draft }: { p: PageContext; draft: Draft }) {
  const t = words[p.lang].editor;
  const reported = draft.parts.some((part) => part.kind === 'cites')
    ? (await p.call(listReported, {})).items
    : [];
  return (
    <Form csrf={p.csrf} name="save" autosave={`/api/report-drafts/${draft.id}`}>
      <Panel title={t.head}>
        <Head p={p} draft={draft} />
      </Panel>
      <h2>{t.parts}</h2>
      {draft.parts.map((part, i) => (
        <PartFields
          key={part.id}
          p={p}
          part={part}
          at={i + 1}
          first={i === 0}
          last={i === draft.parts.length - 1}
          choices={draft.choices}
          reported={reported}
        />
      ))}
      <FieldRow>
        <Select
          name="addKind"
          label={t.addKind}
          options={partKinds.map((value) => ({ value, text: t.kinds[value] }))}
        />
        <ButtonRow>
          <Button icon="plus" name="act" value="add">
            {t.add}
          </Button>
        </ButtonRow>
      </FieldRow>
      <ButtonRow>
        <Button kind="primary" icon="search" name="act" value="preview">
          {t.preview}
        </Button>
        <Button name="act" value="save">
          {t.save}
        </Button>
      </ButtonRow>
    </Form>
  );
}

async function draftView(p: PageContext): Promise<View> {
  const [t, w] = [messages[p.lang].reports, words[p.lang]];
  const id = p.params['id']!;
  const draft = await p.call(getDraft, { id });
  const made = p.query['preview'] || p.form ? await p.call(previewDraft, { id }) : undefined;
  const templates = made ? (await p.call(listTemplates, {})).items : [];
  const title = draft.title || w.editor.untitled(draft.periodWords[p.lang]);
  return {
    title,
    nav: 'reports',
    wide: made !== undefined,
    crumbs: [{ href: '/reports', text: t.title }],
    body: (
      <>
        <PageHead
          kicker={`${w.kinds[draft.kind]} · ${draft.periodWords[p.lang]} · ${w.editor.asOf(formatDay(draft.day))}`}
          title={title}
          lead={
            <p>
              {draft.unit.name} · {draft.about?.name ?? t.aboutAny} ·{' '}
              <a href={`/reports/templates#${draft.template.code}`}>
                {w.editor.template(draft.template.code, draft.template.version)}
              </a>{' '}
              · {w.drafts.changed}: {formatInstant(draft.changedAt)}, {draft.changedBy}
            </p>
          }
        />
        {p.form && (
          <ErrorSummary title={p.form.problem.title} detail={p.form.problem.remedy} errors={p.form.errors} />
        )}
        <Columns aside={<Tokens p={p} draft={draft} />}>{await Editor({ p, draft })}</Columns>
        {made && (
          <Preview
            p={p}
            draft={draft}
            made={made}
            template={templates.find((one) => one.code === draft.template.code)}
          />
        )}
        <Form csrf={p.csrf} name="drop">
          <ButtonRow>
            <Button kind="danger" confirm={w.editor.dropConfirm}>
              {w.editor.drop}
            </Button>
          </ButtonRow>
        </Form>
      </>
    ),
  };
}

/** What the form holds of the report itself; the rest belongs to the browser. */
const contentOf = (fields: Fields): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      (e): e is [string, string | string[]] =>
        !['csrf', 'form', 'act', 'addKind'].includes(e[0]) &&
        (typeof e[1] === 'string' || Array.isArray(e[1])),
    ),
  );

async function saveAndAct(p: PageContext, fields: Fields) {
  const id = p.params['id']!;
  const here = `/reports/drafts/${id}`;
  await p.call(saveDraft, { id, content: contentOf(fields) });
  const [act = '', part] = textOf(fields, 'act').split(':');
  if (act === 'preview') return { redirect: `${here}?preview=1#preview` };
  if (!['add', 'remove', 'up', 'down'].includes(act))
    return { redirect: here, flash: { vi: words.vi.editor.saved, en: words.en.editor.saved } };
  const kind = textOf(fields, 'addKind') || 'text';
  const how = { id, act, ...(act === 'add' ? { kind } : { part }) } as InputOf<typeof arrangeDraft>;
  const made = await p.call(arrangeDraft, how);
  return { redirect: made.part ? `${here}#part-${made.part}` : here };
}

export const draftPage = page({
  path: '/reports/drafts/:id',
  permission: 'figure.view',
  area: 'workbench',
  get: draftView,
  forms: {
    save: saveAndAct,
    freeze: submits(freezeDraft, {
      input: (fields, p) => ({ ...fields, id: p.params['id'] }),
      then: ({ id }) => ({
        redirect: `/reports/${id}`,
        flash: { vi: words.vi.editor.frozen, en: words.en.editor.frozen },
      }),
    }),
    drop: submits(dropDraft, {
      input: (_, p) => ({ id: p.params['id'] }),
      then: () => ({
        redirect: '/reports',
        flash: { vi: words.vi.editor.dropped, en: words.en.editor.dropped },
      }),
    }),
    template: async (p, fields) => {
      const draft = await p.call(getDraft, { id: p.params['id']! });
      const name = { vi: textOf(fields, 'nameVi'), en: textOf(fields, 'nameEn') };
      const { kind, unit, parts } = draft;
      const code = textOf(fields, 'code');
      await p.call(saveTemplate, { code, kind, unitId: unit.id, name, parts });
      return {
        redirect: `/reports/templates#${code}`,
        flash: { vi: words.vi.preview.kept, en: words.en.preview.kept },
      };
    },
  },
});
