import type { InputOf, ReplyOf } from '../../../kit/contract.ts';
import { type Fields, page, type PageContext, textOf, type View } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { FileInput, Select } from '../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatNumber } from '../../../web/format.ts';
import { applyImport, applySubstitutions, previewImport, previewSubstitutions } from '../contract.ts';
import { ByMinistry } from '../findings/byMinistry.tsx';
import { messages } from '../messages.ts';
import { Refusal, textIn, useMessages, Vi } from './parts.tsx';

type Plan = ReplyOf<typeof previewImport>;
type Fault = Plan['faults'][number];

/** The uploaded file, or the one that the preview kept on its page. */
export function fileFrom(fields: Fields): { content: string; filename: string } {
  const file = fields['file'];
  if (typeof file === 'object' && !Array.isArray(file) && file.bytes.length > 0)
    return { content: file.bytes.toString('base64'), filename: file.filename || 'file' };
  const content = textOf(fields, 'kept');
  if (!content)
    throw fieldProblem('file', messages.vi.importing.fileMissing, messages.en.importing.fileMissing);
  return { content, filename: textOf(fields, 'filename') || 'file' };
}

/** The day in `name`, where one is given. */
const dayIn = (fields: Fields, name: string): string | undefined =>
  (typedFields(previewImport, { validFrom: textOf(fields, name) }) as { validFrom?: string }).validFrom;

export function Faults({ p, faults }: { p: PageContext; faults: readonly Fault[] }) {
  const { importing: t, words } = useMessages();
  if (faults.length === 0) return null;
  return (
    <Panel title={t.faults} flush>
      <DataTable
        caption={t.faults}
        captionHidden
        rows={faults.slice(0, 300).map((fault, index) => ({ ...fault, index }))}
        rowKey={(fault) => String(fault.index)}
        rowTone={(fault) => (fault.severity === 'error' ? 'bad' : 'warn')}
        columns={[
          {
            key: 'line',
            head: words.line,
            numeric: true,
            width: 'narrow',
            cell: (fault) => formatNumber(fault.line, p.lang),
          },
          { key: 'message', head: words.message, main: true, cell: (fault) => fault[p.lang] },
        ]}
      />
    </Panel>
  );
}

function Findings({ p, plan }: { p: PageContext; plan: Plan }) {
  const { importing: t, words } = useMessages();
  const count = (n: number) => formatNumber(n, p.lang);
  return (
    <>
      <Panel title={t.counts}>
        <KeyValueList
          items={[
            { key: t.create, value: count(plan.counts.create) },
            { key: t.change, value: count(plan.counts.change) },
            { key: t.skip, value: count(plan.counts.skip) },
            { key: t.blocked, value: count(plan.counts.blocked) },
            { key: t.errors, value: count(plan.counts.errors) },
          ]}
        />
      </Panel>
      <Faults p={p} faults={plan.faults} />
      <Panel title={t.findings} flush>
        <DataTable
          caption={t.findings}
          captionHidden
          rows={plan.findings}
          rowKey={(one) => one.check}
          rowTone={(one) => (one.severity === 'block' ? 'bad' : 'warn')}
          columns={[
            { key: 'what', head: words.message, main: true, cell: (one) => one[p.lang] },
            { key: 'severity', head: words.state, cell: (one) => words.severities[one.severity] },
            { key: 'records', head: t.records, numeric: true, cell: (one) => count(one.records) },
          ]}
        />
      </Panel>
      <ByMinistry p={p} ministries={plan.byMinistry} />
      <Panel title={t.byField} flush>
        <DataTable
          caption={t.byField}
          captionHidden
          rows={plan.byField}
          rowKey={(one) => one.field}
          columns={[
            { key: 'field', head: words.field, main: true, cell: (one) => <Vi>{one.field}</Vi> },
            { key: 'procedures', head: t.records, numeric: true, cell: (one) => count(one.procedures) },
            { key: 'blocked', head: t.blocked, numeric: true, cell: (one) => count(one.blocked) },
          ]}
        />
      </Panel>
    </>
  );
}

function Replaced({ p, plan }: { p: PageContext; plan: ReplyOf<typeof previewSubstitutions> }) {
  const { importing: t } = useMessages();
  const count = (n: number) => formatNumber(n, p.lang);
  return (
    <>
      <Panel title={t.counts}>
        <KeyValueList
          items={[
            { key: t.create, value: count(plan.create) },
            { key: t.skip, value: count(plan.skip) },
          ]}
        />
      </Panel>
      <Faults p={p} faults={plan.faults} />
    </>
  );
}

interface Kept {
  content: string;
  filename: string;
  kind: string;
  validFrom?: string | undefined;
}

const view = (
  p: PageContext,
  found?: { plan: Plan | ReplyOf<typeof previewSubstitutions>; kept: Kept },
): View => {
  const { importing: t, words, nav } = textIn(p);
  const { plan, kept } = found ?? {};
  const isReady =
    plan && ('ready' in plan ? plan.ready : plan.faults.every((one) => one.severity !== 'error'));
  return {
    title: t.title,
    nav: 'catalogue',
    crumbs: [{ href: '/catalogue', text: nav.catalogue }],
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <Refusal form={p.form} />
        {plan && kept && isReady && (
          <Form csrf={p.csrf} name="apply">
            <input type="hidden" name="kept" value={kept.content} />
            <input type="hidden" name="filename" value={kept.filename} />
            <input type="hidden" name="kind" value={kept.kind} />
            <input type="hidden" name="validFrom" value={kept.validFrom ?? ''} />
            <ButtonRow>
              <Button kind="primary" icon="upload">
                {kept.kind === 'substitutions' ? t.kinds.substitutions : t.apply}
              </Button>
            </ButtonRow>
          </Form>
        )}
        {plan &&
          ('rows' in plan && Array.isArray(plan.rows) ? (
            <Findings p={p} plan={plan as Plan} />
          ) : (
            <Replaced p={p} plan={plan as ReplyOf<typeof previewSubstitutions>} />
          ))}
        <Panel>
          <Form csrf={p.csrf} files>
            <FileInput
              name="file"
              label={words.file}
              accept=".csv,.json,text/csv,application/json"
              required
              error={p.form?.errors['file']}
            />
            <FieldRow>
              <Select
                name="kind"
                label={t.what}
                value={kept?.kind ?? 'procedures'}
                options={(['procedures', 'substitutions'] as const).map((value) => ({
                  value,
                  text: t.kinds[value],
                }))}
              />
              <DateInput name="validFrom" label={words.from} error={p.form?.errors['validFrom']} />
            </FieldRow>
            <ButtonRow>
              <Button kind="primary">{t.preview}</Button>
            </ButtonRow>
          </Form>
        </Panel>
      </>
    ),
  };
};

const inputOf = (fields: Fields): InputOf<typeof previewImport> => {
  const validFrom = dayIn(fields, 'validFrom');
  return { ...fileFrom(fields), ...(validFrom ? { validFrom } : {}) };
};

/** A file is looked at first; the preview keeps it on its page until it is imported. */
export const importPage = page({
  path: '/catalogue/import',
  permission: 'procedure.edit',
  area: 'workbench',
  get: (p) => Promise.resolve(view(p)),
  forms: {
    default: async (p, fields) => {
      const input = inputOf(fields);
      const kind = textOf(fields, 'kind');
      const plan = await p.call(kind === 'substitutions' ? previewSubstitutions : previewImport, input);
      return view(p, { plan: plan as Plan, kept: { ...input, kind } });
    },
    apply: async (p, fields) => {
      const input = inputOf(fields);
      const done =
        textOf(fields, 'kind') === 'substitutions'
          ? (await p.call(applySubstitutions, input)).create
          : (await p.call(applyImport, input)).rows.length;
      const said = (lang: 'vi' | 'en') => messages[lang].importing.done(formatNumber(done, lang));
      return { redirect: '/catalogue?state=draft', flash: { vi: said('vi'), en: said('en') } };
    },
  },
});
