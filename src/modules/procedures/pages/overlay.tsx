import { type Fields, page, type PageContext, textOf } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { pickedHandler, unitPick } from '../../organisations/index.ts';
import { endOverlay, getProcedure, getVersion, publishOverlay, saveOverlay } from '../contract.ts';
import { messages } from '../messages.ts';
import type { OverlayContent } from '../rules/model.ts';
import { CheckPanel, crumbsTo, reader } from './editor.tsx';
import { Refusal, said, sayIn, StateChip, textIn } from './parts.tsx';

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

function EndForm({ p }: { p: PageContext }) {
  const { catalogue: t } = textIn(p);
  return (
    <Panel title={t.end}>
      <Form csrf={p.csrf} name="end">
        <FieldRow>
          <DateInput name="validTo" label={t.endDay} hint={t.endHint} />
          <TextInput name="paper" label={t.paper} />
        </FieldRow>
        <ButtonRow>
          <Button kind="danger">{t.end}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
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
          {line?.state === 'published' && p.can('procedure.publish', line.provinceId) && <EndForm p={p} />}
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
