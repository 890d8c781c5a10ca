import type { ReplyOf } from '../../../kit/contract.ts';
import { addDays, formatDay } from '../../../kit/day.ts';
import { type Page, type PageContext, submits } from '../../../kit/page.ts';
import { missing } from '../../../kit/problems.ts';
import { Button, LinkButton, Link } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary, FilterBar, Form } from '../../../web/components/form.tsx';
import { TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { pickedHandler, pickedPage, unitPick } from '../../organisations/index.ts';
import { getTemplate, stateTemplate } from '../contract/templates.ts';
import { messages } from '../messages.ts';
import { type SlipKey, slipKeys } from '../rules/slip.ts';

type Template = ReplyOf<typeof getTemplate>;

const ofUnit = (p: PageContext) => (p.query['unitId'] ? { unitId: p.query['unitId'] } : {});
const withUnit = (p: PageContext, path: string): string =>
  p.query['unitId'] ? `${path}?unitId=${encodeURIComponent(p.query['unitId'])}` : path;

/** Where a template comes from: the version and its decision. */
function sourceText(p: PageContext, t: Template): string {
  const text = messages[p.lang].template;
  return t.version === 0 ? text.standard : `${text.version(String(t.version))} – ${t.decision}`;
}

export const templatesPage: Page = pickedPage({
  path: '/templates',
  permission: 'procedure.edit',
  area: 'workbench',
  get: async (p) => {
    const text = messages[p.lang].template;
    const rows: Template[] = [];
    for (const key of slipKeys) rows.push(await p.call(getTemplate, { key, ...ofUnit(p) }));
    return {
      title: text.title,
      nav: 'templates',
      body: (
        <>
          <PageHead title={text.title} lead={<p>{text.lead}</p>} />
          <FilterBar clearHref={p.query['unitId'] ? '/templates' : undefined}>
            <UnitPicker
              name="unitId"
              label={text.unit}
              placeholder={text.unitAll}
              pick={await unitPick(p, 'unitId')}
            />
          </FilterBar>
          <DataTable
            caption={text.title}
            captionHidden
            rows={rows}
            rowKey={(t) => t.key}
            columns={[
              {
                key: 'name',
                head: text.name,
                main: true,
                cell: (t) => (
                  <Link strong href={withUnit(p, `/templates/${t.key}`)}>
                    {text.keys[t.key]}
                  </Link>
                ),
              },
              { key: 'source', head: text.source, cell: (t) => sourceText(p, t) },
              {
                key: 'sample',
                head: text.sample,
                cell: (t) => (
                  <Link href={withUnit(p, `/api/templates/${t.key}/sample`)}>
                    {text.sample}
                    <span class="hidden"> – {text.keys[t.key]}</span>
                  </Link>
                ),
              },
            ]}
          />
        </>
      ),
    };
  },
});

function Words({ p, t }: { p: PageContext; t: Template }) {
  const text = messages[p.lang].template;
  return (
    <>
      <Panel title={text.words}>
        <DataTable
          caption={text.words}
          captionHidden
          rows={Object.entries(t.words)}
          rowKey={([name]) => name}
          columns={[
            { key: 'word', head: text.word, main: true, cell: ([name]) => <code>{`{{${name}}}`}</code> },
            { key: 'sample', head: text.wordSample, cell: ([, sample]) => sample },
          ]}
        />
      </Panel>
      <Panel title={text.tables}>
        <DataTable
          caption={text.tables}
          captionHidden
          empty={text.noTables}
          rows={Object.entries(t.tables)}
          rowKey={([name]) => name}
          columns={[
            { key: 'table', head: text.table, main: true, cell: ([name]) => <code>{`[bảng ${name}]`}</code> },
            { key: 'columns', head: text.columns, cell: ([, columns]) => columns.join(', ') },
          ]}
        />
      </Panel>
    </>
  );
}

async function NewVersion(p: PageContext, t: Template) {
  const text = messages[p.lang].template;
  const errors = p.form?.errors ?? {};
  const typed = (name: string): string | undefined => {
    const value = p.form?.values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const given = (name: string) =>
    p.form ? typed(name) : name === 'ownerUnitId' ? p.query['unitId'] : undefined;
  return (
    <Panel title={text.state}>
      {p.form && (
        <ErrorSummary
          title={p.form.problem.title}
          detail={p.form.problem.detail ?? p.form.problem.remedy}
          errors={errors}
        />
      )}
      <Form csrf={p.csrf}>
        <UnitPicker
          name="ownerUnitId"
          label={text.owner}
          search
          error={errors['ownerUnitId']}
          pick={await unitPick(p, 'ownerUnitId', { may: 'procedure.edit', given })}
        />
        <DateInput
          name="validFrom"
          label={text.validFrom}
          value={typed('validFrom') ?? addDays(p.today, 1)}
          error={errors['validFrom']}
        />
        <TextInput
          name="decision"
          label={text.decision}
          hint={text.decisionHint}
          value={typed('decision')}
          error={errors['decision']}
        />
        <TextArea
          name="text"
          label={text.text}
          hint={text.textHint}
          rows={24}
          value={typed('text') ?? t.text}
          error={errors['text']}
        />
        <Button kind="primary">{text.submit}</Button>
      </Form>
    </Panel>
  );
}

export const templatePage: Page = pickedPage({
  path: '/templates/:key',
  permission: 'procedure.edit',
  area: 'workbench',
  get: async (p) => {
    const text = messages[p.lang].template;
    const key = slipKeys.find((k): k is SlipKey => k === p.params['key']) ?? missing();
    const t = await p.call(getTemplate, { key, ...ofUnit(p) });
    return {
      title: text.keys[key],
      nav: 'templates',
      crumbs: [{ href: withUnit(p, '/templates'), text: text.title }],
      body: (
        <>
          <PageHead
            title={text.keys[key]}
            actions={
              <LinkButton href={withUnit(p, `/api/templates/${key}/sample`)}>{text.sample}</LinkButton>
            }
          />
          <KeyValueList items={[{ key: text.source, value: sourceText(p, t) }]} />
          {await NewVersion(p, t)}
          <Words p={p} t={t} />
          <Panel title={text.versions}>
            <DataTable
              caption={text.versions}
              captionHidden
              empty={text.noVersions}
              rows={t.versions}
              rowKey={(v) => `${v.ownerUnitId}@${v.version}`}
              columns={[
                { key: 'owner', head: text.owner, main: true, cell: (v) => v.ownerUnitId },
                { key: 'version', head: text.source, cell: (v) => text.version(String(v.version)) },
                { key: 'from', head: text.validFrom, cell: (v) => formatDay(v.validFrom) },
                { key: 'decision', head: text.decision, cell: (v) => v.decision },
              ]}
            />
          </Panel>
        </>
      ),
    };
  },
  forms: {
    default: pickedHandler(
      submits(stateTemplate, {
        input: (fields, p) => ({ ...fields, key: p.params['key'] }),
        then: (_, p) => ({
          redirect: p.url,
          flash: { vi: messages.vi.template.stated, en: messages.en.template.stated },
        }),
      }),
      { ownerUnitId: { may: 'procedure.edit' } },
    ),
  },
});
