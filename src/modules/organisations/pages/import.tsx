import type { ReplyOf } from '../../../kit/contract.ts';
import { type Fields, page, type PageContext, submits, type Upload } from '../../../kit/page.ts';
import { missing } from '../../../kit/problems.ts';
import { Button, ButtonRow, LinkButton } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { DiffList } from '../../../web/components/diff.tsx';
import { ErrorSummary, Form } from '../../../web/components/form.tsx';
import { FileInput, TextInput } from '../../../web/components/inputs.tsx';
import { KeyValueList, Stepper } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatNumber } from '../../../web/format.ts';
import { applyImport, getImport, importFiles, startImport } from '../contract/imports.ts';
import { deskMessages } from '../messages-desk.ts';
import { ROOT } from '../rules/model.ts';

type Import = ReplyOf<typeof getImport>;

function Steps({ p, at }: { p: PageContext; at: 0 | 1 | 2 | 3 }) {
  const text = deskMessages[p.lang].import;
  const titles = [text.steps.file, text.steps.preview, text.steps.apply];
  const state = (index: number) => (index < at ? 'done' : index === at ? 'current' : 'waiting');
  return (
    <Stepper label={text.title} steps={titles.map((title, index) => ({ title, state: state(index) }))} />
  );
}

const isUpload = (field: Fields[string] | undefined): field is Upload =>
  typeof field === 'object' && !Array.isArray(field);

function filesOf(fields: Fields): Record<string, string> {
  const uploads = importFiles.map((name) => [name, fields[name]] as const);
  return Object.fromEntries(
    uploads.flatMap(([name, field]) =>
      isUpload(field) && field.bytes.length > 0 ? [[name, field.bytes.toString('base64')]] : [],
    ),
  );
}

export const importPage = page({
  path: '/organisations/import',
  permission: 'organisation.import',
  area: 'workbench',
  get: (p) => {
    const text = deskMessages[p.lang].import;
    if (!p.can('organisation.import', ROOT)) missing();
    const values = p.form?.values ?? {};
    const body = (
      <>
        <PageHead title={text.title} lead={text.lead} />
        <Steps p={p} at={0} />
        {p.form && (
          <ErrorSummary title={p.form.problem.title} detail={p.form.problem.remedy} errors={p.form.errors} />
        )}
        <Panel>
          <Form csrf={p.csrf} files>
            {importFiles.map((name) => (
              <FileInput
                key={name}
                name={name}
                label={text.files[name]}
                hint={text.hints[name]}
                accept=".csv,text/csv"
                optional
              />
            ))}
            <DateInput
              name="formerFrom"
              label={text.formerFrom}
              hint={text.formerFromHint}
              value={String(values['formerFrom'] ?? '2025-01-01')}
              error={p.form?.errors['formerFrom']}
            />
            <TextInput
              name="legalBasis"
              label={text.legalBasis}
              value={String(values['legalBasis'] ?? '')}
              size="full"
              optional
            />
            <ButtonRow>
              <Button kind="primary">{text.preview}</Button>
            </ButtonRow>
          </Form>
        </Panel>
      </>
    );
    return Promise.resolve({ title: text.title, nav: 'organisations-import', body });
  },
  forms: {
    default: (p, fields) => {
      const files = filesOf(fields);
      const rest = Object.fromEntries(
        Object.entries(fields).filter(([, value]) => typeof value === 'string'),
      );
      const send = submits(startImport, {
        input: (plain) => ({ ...plain, files }),
        then: (made) => ({ redirect: `/organisations/import/${made.id}` }),
      });
      return send(p, rest);
    },
  },
});

function Counts({ made, p }: { made: Import; p: PageContext }) {
  const text = deskMessages[p.lang].import;
  const number = (value: number) => formatNumber(value, p.lang);
  const { counts, rows } = made.report;
  const read = importFiles
    .filter((name) => rows[name] !== undefined)
    .map((name) => `${text.files[name]}: ${number(rows[name]!)}`);
  return (
    <Panel>
      <KeyValueList
        items={[
          { key: text.rows, value: read.join('; ') },
          { key: text.created, value: number(counts.created) },
          { key: text.changed, value: number(counts.changed) },
          { key: text.skipped, value: number(counts.skipped) },
          { key: text.splits, value: number(counts.splitsWithoutRule) },
          { key: text.faults, value: number(counts.faults) },
        ]}
      />
    </Panel>
  );
}

function Faults({ made, p }: { made: Import; p: PageContext }) {
  const text = deskMessages[p.lang].import;
  const { faults, counts } = made.report;
  if (faults.length === 0) return null;
  const some = faults.length < counts.faults;
  return (
    <Panel
      title={
        some
          ? text.firstFaults(formatNumber(faults.length, p.lang), formatNumber(counts.faults, p.lang))
          : text.faultList
      }
      flush
    >
      <DataTable
        caption={text.faultList}
        captionHidden
        rows={faults.map((fault, index) => ({ ...fault, index }))}
        rowKey={(fault) => String(fault.index)}
        rowTone={() => 'bad'}
        columns={[
          { key: 'file', head: text.file, cell: (fault) => `${fault.file}.csv`, width: 'narrow' },
          { key: 'line', head: text.line, cell: (fault) => fault.line, numeric: true, width: 'narrow' },
          { key: 'column', head: text.column, cell: (fault) => fault.column ?? '–', width: 'narrow' },
          { key: 'message', head: text.message, main: true, cell: (fault) => fault.message[p.lang] },
        ]}
      />
    </Panel>
  );
}

function Items({ made, p }: { made: Import; p: PageContext }) {
  const text = deskMessages[p.lang].import;
  const rows = made.report.items.slice(0, 60).map((item) => ({
    kind: item.change,
    line: item.line,
    title: `${item.name}${item.code ? ` (${item.code})` : ''} – ${text.what[item.what]}`,
  }));
  return rows.length === 0 ? null : (
    <Panel title={text.itemList} flush>
      <DiffList rows={rows} />
    </Panel>
  );
}

function Verdict({ made, p }: { made: Import; p: PageContext }) {
  const text = deskMessages[p.lang].import;
  const { counts } = made.report;
  const gaps = counts.splitsWithoutRule > 0 && (
    <p>
      <a href="/organisations/gaps">{text.gaps(formatNumber(counts.splitsWithoutRule, p.lang))}</a>
    </p>
  );
  if (made.appliedAt)
    return (
      <Notice tone="good" title={text.applied} live>
        {gaps}
      </Notice>
    );
  if (counts.faults > 0) return <Notice tone="bad" title={text.refused} />;
  if (counts.created + counts.changed === 0) return <Notice title={text.nothing} />;
  return (
    <Notice tone="good" title={text.ready}>
      <Form csrf={p.csrf} inline>
        <Button kind="primary" icon="upload">
          {text.apply}
        </Button>
      </Form>
    </Notice>
  );
}

/** What an upload would do, or has done, with its faults by line and column. */
export const importPreviewPage = page({
  path: '/organisations/import/:id',
  permission: 'organisation.import',
  area: 'workbench',
  get: async (p) => {
    const text = deskMessages[p.lang].import;
    if (!p.can('organisation.import', ROOT)) missing();
    const made = await p.call(getImport, { id: p.params['id']! });
    const body = (
      <>
        <PageHead
          title={text.title}
          actions={
            <LinkButton href="/organisations/import" icon="upload">
              {text.again}
            </LinkButton>
          }
        />
        <Steps p={p} at={made.appliedAt ? 3 : 1} />
        {p.form && (
          <ErrorSummary
            title={p.form.problem.title}
            detail={p.form.problem.detail ?? p.form.problem.remedy}
          />
        )}
        <Verdict made={made} p={p} />
        <Counts made={made} p={p} />
        <Faults made={made} p={p} />
        <Items made={made} p={p} />
      </>
    );
    return { title: text.title, nav: 'organisations-import', body };
  },
  forms: {
    default: submits(applyImport, {
      input: (_fields, p) => ({ id: p.params['id'] }),
      then: (made) => ({ redirect: `/organisations/import/${made.id}` }),
    }),
  },
});
