import type { Fields, FormHandler, PageContext } from '../../../kit/page.ts';
import { page, textOf } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { Button, ButtonRow, LinkButton } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { Explain } from '../../../web/components/records.tsx';
import { getProcedure, getVersion, saveDraft } from '../contract.ts';
import { FormView } from '../form/view.tsx';
import type { CheckResult } from '../rules/checks/model.ts';
import type { ProcedureContent, Transition } from '../rules/model.ts';
import { ChannelFields, ComponentFields, IdentityFields, type Read, StepFields } from './editor-fields.tsx';
import { contentFrom, technicalOf } from './editor-input.ts';
import { Checks, Refusal, said, sayIn, StateChip, textIn, useMessages } from './parts.tsx';

/** Values of a refused form win over those of the draft. */
export const reader =
  (p: PageContext): Read =>
  (name, otherwise) => {
    const typed = p.form?.values[name];
    const value = p.form ? String(typed ?? '') : otherwise;
    return { name, value, error: p.form?.errors[name] };
  };

interface Draft {
  code?: string;
  validFrom: string;
  content: Partial<ProcedureContent>;
  transition?: Transition | undefined;
}

function Fieldsets({ p, draft }: { p: PageContext; draft: Draft }) {
  const { editor: t, words } = useMessages();
  const read = reader(p);
  const { content } = draft;
  const technical = content.name ? technicalOf(content as ProcedureContent, draft.transition) : {};
  return (
    <>
      <Panel>
        <FieldRow>
          {draft.code ? (
            <input type="hidden" name="code" value={draft.code} />
          ) : (
            <TextInput {...read('code', '')} label={words.code} placeholder="1.001193" required />
          )}
          <DateInput {...read('validFrom', draft.validFrom)} label={words.from} required />
        </FieldRow>
      </Panel>
      <IdentityFields content={content} read={read} />
      <ChannelFields rows={content.channels} read={read} />
      <ComponentFields rows={content.components} read={read} />
      <StepFields rows={content.steps} read={read} />
      <Panel title={t.technical}>
        <TextArea
          {...read('technical', JSON.stringify(technical, null, 2))}
          label={t.technical}
          hint={t.technicalHint}
          rows={12}
        />
      </Panel>
    </>
  );
}

function saving(
  was: (p: PageContext) => Promise<{ content?: ProcedureContent; versionId?: string }>,
): FormHandler {
  return async (p, fields: Fields) => {
    const { content: before, versionId } = await was(p);
    const { content, transition } = contentFrom(fields, before);
    const { code = '', validFrom = p.today } = typedFields(saveDraft, {
      code: textOf(fields, 'code'),
      validFrom: textOf(fields, 'validFrom'),
    }) as { code?: string; validFrom?: string };
    const saved = await p.call(saveDraft, {
      code,
      validFrom,
      content,
      ...(versionId ? { versionId } : {}),
      ...(transition ? { transition } : {}),
    });
    return { redirect: `/catalogue/versions/${saved.id}`, flash: said((m) => m.editor.saved) };
  };
}

export const crumbsTo = (p: PageContext, code?: string) => [
  { href: '/catalogue', text: textIn(p).nav.catalogue },
  ...(code ? [{ href: `/catalogue/${code}`, text: code }] : []),
];

export const newProcedurePage = page({
  path: '/catalogue/new',
  permission: 'procedure.edit',
  area: 'workbench',
  get: (p) => {
    const { editor: t, words } = textIn(p);
    const body = (
      <>
        <PageHead title={t.newTitle} />
        <Refusal form={p.form} />
        <Form csrf={p.csrf}>
          <Fieldsets p={p} draft={{ validFrom: p.today, content: {} }} />
          <ButtonRow>
            <Button kind="primary">{words.save}</Button>
          </ButtonRow>
        </Form>
      </>
    );
    return Promise.resolve({ title: t.newTitle, nav: 'catalogue', crumbs: crumbsTo(p), body });
  },
  forms: { default: saving(() => Promise.resolve({})) },
});

const newest = async (p: PageContext) => {
  const shown = await p.call(getProcedure, { code: p.params['code']! });
  const id = shown.version?.id ?? shown.versions[0]?.id;
  return id ? (await p.call(getVersion, { id })).version : undefined;
};

export const newVersionPage = page({
  path: '/catalogue/:code/new',
  permission: 'procedure.edit',
  area: 'workbench',
  get: async (p) => {
    const { editor: t, words } = textIn(p);
    const code = p.params['code']!;
    const base = await newest(p);
    return {
      title: t.title(code),
      nav: 'catalogue',
      crumbs: crumbsTo(p, code),
      body: (
        <>
          <PageHead kicker={code} title={textIn(p).catalogue.newVersion} />
          <Refusal form={p.form} />
          <Form csrf={p.csrf}>
            <Fieldsets p={p} draft={{ code, validFrom: p.today, content: base?.content ?? {} }} />
            <ButtonRow>
              <Button kind="primary">{words.save}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    };
  },
  forms: {
    default: saving(async (p) => {
      const base = await newest(p);
      return base ? { content: base.content } : {};
    }),
  },
});

export function CheckPanel({ checks }: { checks: readonly CheckResult[] }) {
  return (
    <Panel title={useMessages().editor.checks} flush>
      <Checks checks={checks} />
    </Panel>
  );
}

function Preview({ content }: { content: ProcedureContent }) {
  const { editor: t } = useMessages();
  return (
    <Explain summary={t.form}>
      {content.form ? <FormView form={content.form} values={{}} name="preview" /> : <p>{t.noForm}</p>}
    </Explain>
  );
}

export const versionPage = page({
  path: '/catalogue/versions/:id',
  permission: 'procedure.edit',
  area: 'workbench',
  get: async (p) => {
    const { editor: t, words, catalogue } = textIn(p);
    const { version, checks } = await p.call(getVersion, { id: p.params['id']! });
    const { code, content, validFrom, transition, state, number } = version;
    const isDraft = state === 'draft';
    return {
      title: t.title(code),
      nav: 'catalogue',
      crumbs: crumbsTo(p, code),
      body: (
        <>
          <PageHead
            kicker={`${code} · ${catalogue.number(number)}`}
            title={sayIn(p.lang, content.name)}
            chips={<StateChip state={state} />}
            actions={
              isDraft && <LinkButton href={`/catalogue/versions/${version.id}/publish`}>{t.next_}</LinkButton>
            }
          />
          <Refusal form={p.form} />
          <CheckPanel checks={checks} />
          <Preview content={content} />
          <Form csrf={p.csrf}>
            <Fieldsets p={p} draft={{ code, validFrom, content, transition }} />
            {isDraft && (
              <ButtonRow>
                <Button kind="primary">{words.save}</Button>
              </ButtonRow>
            )}
          </Form>
        </>
      ),
    };
  },
  forms: {
    default: saving(async (p) => {
      const { version } = await p.call(getVersion, { id: p.params['id']! });
      return { content: version.content, versionId: version.id };
    }),
  },
});
