import type { Fields, FormHandler, PageContext } from '../../../kit/page.ts';
import { page, textOf } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { Button, ButtonRow, LinkButton } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { Explain } from '../../../web/components/records.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { pickedHandler, unitPick } from '../../organisations/index.ts';
import { endOverlay, getProcedure, getVersion, publishOverlay, saveDraft, saveOverlay } from '../contract.ts';
import { FormView } from '../form/view.tsx';
import { messages } from '../messages.ts';
import type { CheckResult } from '../rules/checks/model.ts';
import type { OverlayContent, ProcedureContent, Transition } from '../rules/model.ts';
import { ChannelFields, ComponentFields, IdentityFields, type Read, StepFields } from './editor-fields.tsx';
import { contentFrom, technicalOf } from './editor-input.ts';
import { Checks, Refusal, said, sayIn, StateChip, textIn, useMessages } from './parts.tsx';

/** Values of a refused form win over those of the draft. */
const reader =
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

const crumbsTo = (p: PageContext, code?: string) => [
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

function CheckPanel({ checks }: { checks: readonly CheckResult[] }) {
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

const provinces = { provinceId: { levels: ['province'] } } as const;

function overlayFrom(fields: Fields): OverlayContent {
  const decision = textOf(fields, 'decision').trim();
  try {
    const own = JSON.parse(textOf(fields, 'own') || '{}') as Partial<OverlayContent>;
    return { ...own, decision };
  } catch {
    throw fieldProblem('own', messages.vi.editor.badJson, messages.en.editor.badJson);
  }
}

/** The draft of a province's own rules, or an empty one. */
async function overlayOf(p: PageContext) {
  const shown = await p.call(getProcedure, { code: p.params['code']! });
  const line = shown.overlays.find((one) => one.id === p.query['overlayId']);
  const national = shown.version?.id ?? shown.versions[0]?.id;
  const found = line && national ? await p.call(getVersion, { id: national, overlayId: line.id }) : undefined;
  return { line, found, content: line ? found?.overlay : undefined };
}

export const overlayPage = page({
  path: '/catalogue/:code/overlay',
  permission: 'procedure.edit',
  area: 'workbench',
  get: async (p) => {
    const { editor: t, words, publish } = textIn(p);
    const code = p.params['code']!;
    const { line, found, content } = await overlayOf(p);
    const read = reader(p);
    const { decision = '', ...own } = content ?? {};
    const isDraft = !line || line.state === 'draft';
    return {
      title: line ? t.overlayTitle(line.provinceVi) : t.newOverlay,
      nav: 'catalogue',
      crumbs: crumbsTo(p, code),
      body: (
        <>
          <PageHead
            kicker={code}
            title={
              line
                ? t.overlayTitle(sayIn(p.lang, { vi: line.provinceVi, en: line.provinceEn }))
                : t.newOverlay
            }
            chips={line && <StateChip state={line.state} />}
            actions={
              line?.state === 'draft' &&
              p.can('procedure.publish', line.provinceId) && (
                <Form csrf={p.csrf} name="publish" inline>
                  <Button kind="primary" confirm={publish.confirm}>
                    {publish.do}
                  </Button>
                </Form>
              )
            }
          />
          <Refusal form={p.form} />
          {found && <CheckPanel checks={found.checks} />}
          <Form csrf={p.csrf}>
            <Panel>
              {line ? (
                <input type="hidden" name="provinceId" value={line.provinceId} />
              ) : (
                <UnitPicker
                  name="provinceId"
                  label={words.province}
                  pick={await unitPick(p, 'provinceId', {
                    ...provinces.provinceId,
                    given: (name) => (p.form ? String(p.form.values[name] ?? '') : undefined),
                  })}
                  error={p.form?.errors['provinceId']}
                  search
                />
              )}
              <FieldRow>
                <TextInput {...read('decision', decision)} label={words.decision} required />
                <DateInput {...read('validFrom', line?.validFrom ?? p.today)} label={words.from} required />
              </FieldRow>
              <TextArea {...read('own', JSON.stringify(own, null, 2))} label={t.overlayJson} rows={14} />
            </Panel>
            {isDraft && (
              <ButtonRow>
                <Button kind="primary">{words.save}</Button>
              </ButtonRow>
            )}
          </Form>
          {line?.state === 'published' && p.can('procedure.publish', line.provinceId) && (
            <Panel title={textIn(p).catalogue.end}>
              <Form csrf={p.csrf} name="end">
                <FieldRow>
                  <DateInput
                    name="validTo"
                    label={textIn(p).catalogue.endDay}
                    hint={textIn(p).catalogue.endHint}
                  />
                  <TextInput name="paper" label={textIn(p).catalogue.paper} />
                </FieldRow>
                <ButtonRow>
                  <Button kind="danger">{textIn(p).catalogue.end}</Button>
                </ButtonRow>
              </Form>
            </Panel>
          )}
        </>
      ),
    };
  },
  forms: {
    default: pickedHandler(async (p, fields) => {
      const code = p.params['code']!;
      const typed = typedFields(saveOverlay, { validFrom: textOf(fields, 'validFrom') }) as {
        validFrom?: string;
      };
      const { line } = await overlayOf(p);
      const saved = await p.call(saveOverlay, {
        code,
        provinceId: textOf(fields, 'provinceId'),
        validFrom: typed.validFrom ?? p.today,
        content: overlayFrom(fields),
        ...(line?.state === 'draft' ? { overlayId: line.id } : {}),
      });
      return {
        redirect: `/catalogue/${code}/overlay?overlayId=${saved.id}`,
        flash: said((m) => m.editor.saved),
      };
    }, provinces),
    publish: async (p) => {
      const { code } = await p.call(publishOverlay, { id: p.query['overlayId'] ?? '' });
      return { redirect: `/catalogue/${code}`, flash: said((m) => m.publish.done) };
    },
    end: async (p, fields) => {
      const input = typedFields(endOverlay, {
        id: p.query['overlayId'] ?? '',
        validTo: textOf(fields, 'validTo'),
        paper: textOf(fields, 'paper'),
      }) as { id: string; validTo: string; paper: string };
      const { code } = await p.call(endOverlay, input);
      return { redirect: `/catalogue/${code}`, flash: said((m) => m.catalogue.ended) };
    },
  },
});
