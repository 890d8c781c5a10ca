import { buffer } from 'node:stream/consumers';

import type { FileReply, InputOf } from '../../../kit/contract.ts';
import { type FormHandler, type PageContext, page } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { Button, ButtonRow, LinkButton } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { FileInput, Select, TextInput } from '../../../web/components/inputs.tsx';
import { Stepper } from '../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { formatNumber } from '../../../web/format.ts';
import { withQuery } from '../../../web/with-query.ts';
import { downloadFile, getFile } from '../../documents/contract/files.ts';
import { pickedHandler } from '../../organisations/index.ts';
import { applyImport, previewImport } from '../contract.ts';
import { messages } from '../messages.ts';
import { ImportPreview } from './import-preview.tsx';
import { keptOf, pickIn, Refusal } from './parts/forms.tsx';
import { storeUploads } from './parts/uploads.ts';

function Steps({ p, at }: { p: PageContext; at: 0 | 1 }) {
  const text = messages[p.lang].importing;
  const titles = [text.steps.file, text.steps.preview, text.steps.apply];
  const state = (i: number) => (i < at ? 'done' : i === at ? 'current' : 'waiting');
  return <Stepper label={text.title} steps={titles.map((title, i) => ({ title, state: state(i) }))} />;
}

const mayImport = { may: 'directive.import' };

const firstOwner = (p: PageContext): string =>
  p.actor.grants.find((g) => g.permissions.has('directive.import'))?.unitId.replace('*', 'centre') ?? '';

/** Keeps the file for the unit, then shows its preview: nothing is lost between the two pages. */
const upload: FormHandler = async (p, fields) => {
  const unitId =
    typeof fields['ownerUnitId'] === 'string' && fields['ownerUnitId']
      ? fields['ownerUnitId']
      : firstOwner(p);
  await storeUploads(p, fields, { unitId, classification: 'internal' });
  const { vi, en } = { vi: messages.vi.importing.fileMissing, en: messages.en.importing.fileMissing };
  if (typeof fields['fileId'] !== 'string') throw fieldProblem('file', vi, en);
  const { ownerUnitId, classification, sourceDocument, issuedOn } = typedFields(previewImport, fields);
  const values = { ownerUnitId, classification, sourceDocument, issuedOn } as Record<
    string,
    string | undefined
  >;
  const href = Object.entries(values).reduce(
    (url, [name, value]) => withQuery(url, name, value),
    `/directives/import/${fields['fileId']}`,
  );
  return { redirect: href };
};

export const importPage = page({
  path: '/directives/import',
  permission: 'directive.import',
  area: 'workbench',
  get: async (p) => {
    const { importing: t, words } = messages[p.lang];
    const k = keptOf(p, 'default', p.form ? {} : { ownerUnitId: firstOwner(p), classification: 'public' });
    return {
      title: t.title,
      nav: 'directives-import',
      body: (
        <>
          <PageHead title={t.title} lead={t.lead} />
          <Steps p={p} at={0} />
          <Panel>
            <Form csrf={p.csrf} files>
              <Refusal kept={k} />
              <FileInput
                name="file"
                id={k.id('file')}
                label={t.file}
                hint={t.fileHint}
                accept=".csv,.xlsx,text/csv"
                required
                error={k.error('file') ?? k.error('content')}
              />
              <FieldRow>
                <UnitPicker {...await pickIn(p, k, 'ownerUnitId', mayImport)} label={t.owner} search />
                <Select
                  {...k.field('classification')}
                  label={t.classification}
                  options={(['public', 'internal', 'restricted'] as const).map((value) => ({
                    value,
                    text: words.classifications[value],
                  }))}
                />
              </FieldRow>
              <FieldRow>
                <TextInput
                  {...k.field('sourceDocument')}
                  label={t.sourceDocument}
                  hint={t.sourceDocumentHint}
                  optional
                />
                <DateInput {...k.field('issuedOn')} label={t.issuedOn} hint={t.issuedOnHint} optional />
              </FieldRow>
              <ButtonRow>
                <Button kind="primary">{t.send}</Button>
              </ButtonRow>
            </Form>
          </Panel>
          <Panel title={t.export}>
            <p>{t.exportHint}</p>
            <ButtonRow>
              <LinkButton icon="download" href="/api/export/directives?format=csv">
                {t.exportCsv}
              </LinkButton>
              <LinkButton icon="download" href="/api/export/directives?format=xlsx">
                {t.exportXlsx}
              </LinkButton>
            </ButtonRow>
          </Panel>
        </>
      ),
    };
  },
  forms: { default: pickedHandler(upload, { ownerUnitId: mayImport }) },
});

/** What the import gets: the kept file, and what was said about it on the first page. */
async function inputOf(p: PageContext): Promise<InputOf<typeof previewImport>> {
  const id = p.params['fileId']!;
  const { name } = await p.call(getFile, { id });
  const { body } = (await p.call(downloadFile, { id })) as FileReply;
  const bytes =
    typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : await buffer(body);
  const { ownerUnitId, classification, sourceDocument, issuedOn } = p.query;
  const given = Object.fromEntries(
    Object.entries({ ownerUnitId, classification, sourceDocument, issuedOn }).filter(([, value]) => value),
  );
  return { ...given, filename: name, content: bytes.toString('base64') };
}

export const importPreviewPage = page({
  path: '/directives/import/:fileId',
  permission: 'directive.import',
  area: 'workbench',
  get: async (p) => {
    const { importing: t } = messages[p.lang];
    const input = await inputOf(p);
    const plan = await p.call(previewImport, input);
    return {
      title: t.title,
      nav: 'directives-import',
      body: (
        <>
          <PageHead
            title={t.title}
            kicker={input.filename}
            actions={
              <LinkButton icon="upload" href="/directives/import">
                {t.again}
              </LinkButton>
            }
          />
          <Steps p={p} at={1} />
          <Refusal kept={keptOf(p, 'default')} />
          <ImportPreview p={p} plan={plan} />
        </>
      ),
    };
  },
  forms: {
    default: async (p) => {
      const made = await p.call(applyImport, await inputOf(p));
      const [only] = made.directives;
      const n = made.counts.create + made.counts.change;
      const said = (lang: 'vi' | 'en') => messages[lang].importing.done(formatNumber(n, lang));
      return {
        redirect: made.directives.length === 1 && only?.id ? `/directives/${only.id}` : '/directives',
        flash: { vi: said('vi'), en: said('en') },
      };
    },
  },
});
