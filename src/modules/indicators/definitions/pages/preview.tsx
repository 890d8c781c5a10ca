import type { ReplyOf } from '../../../../kit/contract.ts';
import { type PageContext, submits } from '../../../../kit/page.ts';
import { Button, LinkButton } from '../../../../web/components/button.tsx';
import { Checkbox } from '../../../../web/components/choices.tsx';
import { ErrorSummary, FilterBar, Form } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { formatDay } from '../../../../web/format.ts';
import { pickedPage, unitPick } from '../../../organisations/index.ts';
import { diffDefinition, getDefinitionDraft, previewDefinition, publishDefinition } from '../contract.ts';
import { messages } from '../messages.ts';
import { Differences } from './one.tsx';
import { emptyWords, ValueLine } from './parts.tsx';

type Preview = ReplyOf<typeof previewDefinition>;
type Draft = ReplyOf<typeof getDefinitionDraft>;
const tones = { numerator: 'good', denominator: 'calm', excluded: 'idle' } as const;

function Figures({ p, data, draft }: { p: PageContext; data: Preview; draft: Draft }) {
  const t = messages[p.lang].preview;
  const empty = emptyWords(p.lang, data.after);
  return (
    <Panel title={`${t.figure}: ${data.unitName[p.lang]}, ${data.from} – ${data.to}`}>
      <KeyValueList
        items={[
          data.before && {
            key: t.before(data.before.version),
            value: <ValueLine value={data.before.figure} body={draft.body} />,
          },
          { key: t.after, value: <ValueLine value={data.after} body={draft.body} /> },
        ]}
      />
      {empty && <Notice tone="warn" title={empty} />}
    </Panel>
  );
}

function Sample({ p, data }: { p: PageContext; data: Preview }) {
  const t = messages[p.lang];
  return (
    <Panel title={t.preview.records} flush>
      <p class="soft panel-note">{t.preview.recordsLead}</p>
      <DataTable
        caption={t.preview.records}
        captionHidden
        rows={data.records}
        rowKey={(one) => one.id}
        empty={t.records.none}
        columns={[
          { key: 'unit', head: t.records.unit, main: true, cell: (one) => one.unitName },
          {
            key: 'part',
            head: t.preview.part,
            cell: (one) => (
              <>
                <Chip tone={tones[one.part]}>{t.parts[one.part]}</Chip>{' '}
                {one.was && <small>{t.preview.was(t.parts[one.was])}</small>}
              </>
            ),
          },
          {
            key: 'values',
            head: t.records.values,
            width: 'wide',
            cell: (one) => one.values.map((v) => `${v.label[p.lang]}: ${v.value[p.lang]}`).join('; '),
          },
          {
            key: 'why',
            head: t.preview.why,
            cell: (one) => one.why.map((text) => text[p.lang]).join('; ') || '–',
          },
        ]}
      />
    </Panel>
  );
}

function Publish({ p, draft }: { p: PageContext; draft: Draft }) {
  const t = messages[p.lang].preview;
  return (
    <Panel title={t.publish} id="publish">
      {p.form && (
        <ErrorSummary
          title={p.form.problem.title}
          detail={p.form.problem.detail ?? p.form.problem.remedy}
          errors={p.form.errors}
        />
      )}
      <p>{t.publishLead(draft.version, formatDay(draft.validFrom))}</p>
      <Form name="publish" csrf={p.csrf}>
        {draft.ends && (
          <Checkbox
            name="endPrevious"
            label={t.endPrevious(draft.ends.version, formatDay(draft.ends.on))}
            checked={p.form?.values['endPrevious'] === 'true'}
          />
        )}
        <Button kind="primary">{t.publish}</Button>
      </Form>
    </Panel>
  );
}

async function Changes(p: PageContext, code: string, before: string | undefined) {
  if (!before) return null;
  const { differences } = await p.call(diffDefinition, { code, from: before, to: 'draft' });
  return (
    <Panel title={messages[p.lang].preview.differences} flush>
      <Differences p={p} items={differences} />
    </Panel>
  );
}

export const previewPage = pickedPage({
  path: '/definitions/:code/preview',
  permission: 'figure.define',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const code = p.params['code']!;
    const draft = await p.call(getDefinitionDraft, { code });
    const data = await p.callWithQuery(previewDefinition, { code });
    const given = (name: string) => p.query[name] ?? (name === 'unitId' ? 'centre' : undefined);
    return {
      title: t.preview.title(code),
      nav: 'definitions',
      crumbs: [{ href: '/definitions', text: t.catalogue.title }],
      body: (
        <>
          <PageHead
            kicker={t.preview.title(code)}
            title={draft.body.name[p.lang]}
            lead={<p>{t.preview.lead}</p>}
            actions={<LinkButton href={`/definitions/${code}/edit`}>{t.preview.edit}</LinkButton>}
          />
          <FilterBar action={`/definitions/${code}/preview`} button={t.preview.show}>
            <UnitPicker name="unitId" label={t.preview.unit} pick={await unitPick(p, 'unitId', { given })} />
            <TextInput name="from" label={t.preview.from} size="short" value={data.from} />
            <TextInput name="to" label={t.preview.to} size="short" value={data.to} />
          </FilterBar>
          <Figures p={p} data={data} draft={draft} />
          {await Changes(p, code, data.before?.version)}
          <Sample p={p} data={data} />
          <Publish p={p} draft={draft} />
        </>
      ),
    };
  },
  forms: {
    publish: submits(publishDefinition, {
      input: ({ endPrevious }, p) => ({ code: p.params['code'], endPrevious }),
      then: ({ code }) => ({
        redirect: `/definitions/${code}`,
        flash: { vi: messages.vi.preview.published, en: messages.en.preview.published },
      }),
    }),
  },
});
