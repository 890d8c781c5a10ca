import type { InputOf } from '../../../kit/contract.ts';
import { type FormHandler, page, type PageContext, textOf, type View } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/inputs.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { pickedHandler, unitPick } from '../../organisations/index.ts';
import { endOverlay, getProcedure, getVersion, publishOverlay, saveOverlay } from '../contract.ts';
import { AnnouncementFields } from './announcement.tsx';
import { CheckPanel, crumbsTo, sheetOf } from './editor.tsx';
import { changeRows, type Flat, flatOf } from './editor/flat.ts';
import { editorMessages } from './editor/messages.ts';
import { OwnBoxes } from './editor/own-boxes.tsx';
import { ownBoxes, ownFrom, takeOver } from './editor/own.ts';
import { SheetProvider } from './editor/sheet.tsx';
import { Refusal, said, sayIn, StateChip, textIn } from './parts.tsx';

const provinces = { provinceId: { levels: ['province'] } } as const;

/** The draft of a province's own rules, or an empty one. */
async function overlayOf(p: PageContext) {
  const shown = await p.call(getProcedure, { code: p.params['code']! });
  const line = shown.overlays.find((one) => one.id === p.query['overlayId']);
  const id = shown.version?.id ?? shown.versions[0]?.id;
  const found = line && id ? await p.call(getVersion, { id, overlayId: line.id }) : undefined;
  const base = id ? (await p.call(getVersion, { id })).version.content : undefined;
  return { line, found, own: found?.overlay ?? {}, national: base };
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

function PublishForm({ p }: { p: PageContext }) {
  const { publish: t } = textIn(p);
  return (
    <Panel title={t.do}>
      <Form csrf={p.csrf} name="publish">
        <AnnouncementFields p={p} form="publish" />
        <ButtonRow>
          <Button kind="primary" confirm={t.confirm}>
            {t.do}
          </Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

type Loaded = Awaited<ReturnType<typeof overlayOf>>;

async function OwnForm(p: PageContext, { line, own, national }: Loaded, typed?: Flat) {
  const { words } = textIn(p);
  const drafted = { ...ownBoxes(own, national ?? {}), validFrom: line?.validFrom ?? p.today };
  const sheet = sheetOf(p, drafted, typed);
  const text = editorMessages[p.lang];
  const pick = line
    ? undefined
    : await unitPick(p, 'provinceId', {
        ...provinces.provinceId,
        given: (name) => (p.form || typed ? sheet.values[name] : undefined),
      });
  const isDraft = !line || line.state === 'draft';
  const save = isDraft && (
    <ButtonRow>
      <Button kind="primary">{words.save}</Button>
    </ButtonRow>
  );
  return (
    <SheetProvider value={sheet}>
      {typed && isDraft && <Notice>{text.unsaved}</Notice>}
      <Form csrf={p.csrf} action={p.url}>
        {save}
        <Panel>
          {pick ? (
            <UnitPicker
              name="provinceId"
              label={words.province}
              pick={pick}
              error={p.form?.errors['provinceId']}
              search
            />
          ) : (
            <input type="hidden" name="provinceId" value={line?.provinceId} />
          )}
          <FieldRow>
            <TextInput
              name="decision"
              value={sheet.values['decision']}
              error={sheet.errors['decision']}
              label={textIn(p).editor.provinceDecision}
              required
            />
            <DateInput
              name="validFrom"
              value={sheet.values['validFrom']}
              error={sheet.errors['validFrom']}
              label={words.from}
              required
            />
          </FieldRow>
        </Panel>
        <OwnBoxes national={national} />
        {save}
      </Form>
    </SheetProvider>
  );
}

async function draw(p: PageContext, typed?: Flat): Promise<View> {
  const { editor: t } = textIn(p);
  const code = p.params['code']!;
  const loaded = await overlayOf(p);
  const { line, found } = loaded;
  const name = line && sayIn(p.lang, { vi: line.provinceVi, en: line.provinceEn });
  const title = name ? t.overlayTitle(name) : t.newOverlay;
  return {
    title,
    nav: 'catalogue',
    crumbs: crumbsTo(p, code),
    body: (
      <>
        <PageHead kicker={code} title={title} chips={line && <StateChip state={line.state} />} />
        <Refusal form={p.form} />
        {found && <CheckPanel checks={found.checks} />}
        {line?.state === 'draft' && p.can('procedure.publish', line.provinceId) && <PublishForm p={p} />}
        {await OwnForm(p, loaded, typed)}
        {line?.state === 'published' && p.can('procedure.publish', line.provinceId) && <EndForm p={p} />}
      </>
    ),
  };
}

/** Saves the draft, or changes its rows and draws the page again. */
const save: FormHandler = async (p, fields) => {
  const code = p.params['code']!;
  const { row, ...typed } = flatOf(fields);
  const { line, own, national = {} } = await overlayOf(p);
  if (row) return draw(p, takeOver(typed, row, national) ?? changeRows(typed, row));
  const { validFrom = p.today } = typedFields(saveOverlay, { validFrom: typed['validFrom'] ?? '' }) as {
    validFrom?: string;
  };
  const saved = await p.call(saveOverlay, {
    code,
    provinceId: typed['provinceId'] ?? '',
    validFrom,
    content: ownFrom(typed, own, national),
    ...(line?.state === 'draft' ? { overlayId: line.id } : {}),
  });
  return {
    redirect: `/catalogue/${code}/overlay?overlayId=${saved.id}`,
    flash: said((m) => m.editor.saved),
  };
};

export const overlayPage = page({
  path: '/catalogue/:code/overlay',
  permission: 'procedure.edit',
  area: 'workbench',
  get: (p) => draw(p),
  forms: {
    default: pickedHandler(save, provinces),
    publish: async (p, fields) => {
      const typed = Object.entries(flatOf(fields)).filter(([name]) => name.startsWith('announcement.'));
      const input = typedFields(publishOverlay, {
        id: p.query['overlayId'] ?? '',
        ...Object.fromEntries(typed),
      }) as InputOf<typeof publishOverlay>;
      const { code } = await p.call(publishOverlay, input);
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
