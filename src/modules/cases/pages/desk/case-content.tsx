import type { PageContext } from '../../../../kit/page.ts';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { formatBytes } from '../../../../web/format.ts';
import { shownValue } from '../../../procedures/index.ts';
import type { CaseView } from './case-load.ts';
import { PromisedPaper } from './case-promised.tsx';
import { sayIn, useDesk, when } from './parts/words.tsx';

/** The values of the form, each with where it comes from. */
export function FormPanel({ view: { c, plan, names, person }, p }: { view: CaseView; p: PageContext }) {
  const { case: t, words } = useDesk();
  const { content } = c;
  const { form } = plan.version.content;
  if (!content || !form) return null;
  const rows = form.sections.flatMap((section) =>
    section.fields
      .filter((field) => content.values[field.key] !== undefined)
      .map((field) => ({ field, section, value: content.values[field.key] })),
  );
  const origin = (key: string): string => {
    const from = content.provenance?.[key];
    if (!from) return words.sources.applicant;
    return [words.sources[from.source], from.database, person(from.by), when(from.at)]
      .filter(Boolean)
      .join(', ');
  };
  if (rows.length === 0) return null;
  return (
    <Panel title={t.form} flush>
      <DataTable
        caption={t.form}
        captionHidden
        rows={rows}
        rowKey={({ field }) => field.key}
        columns={[
          {
            key: 'field',
            head: t.field,
            main: true,
            cell: ({ field, section }) => (
              <>
                {sayIn(p.lang, field.label)}
                <small>{sayIn(p.lang, section.title)}</small>
              </>
            ),
          },
          {
            key: 'value',
            head: t.value,
            cell: ({ field, value }) =>
              field.type === 'place' || field.type === 'unit'
                ? names.unit(String(value))
                : shownValue(field, value, p.lang),
          },
          { key: 'source', head: t.source, cell: ({ field }) => <small>{origin(field.key)}</small> },
        ]}
      />
    </Panel>
  );
}

/** Who hands in, and for whom. */
export function ApplicantPanel({ view: { c } }: { view: CaseView }) {
  const { case: t, words, receive: r } = useDesk();
  if (!c.content) return null;
  const { applicant: a, representative, coApplicants } = c.content;
  const facts = (one: {
    fullName: string;
    personalId?: string;
    phone?: string;
    email?: string;
    address?: string;
  }) => [
    { key: r.fullName, value: one.fullName },
    one.personalId !== undefined && {
      key: r.personalId,
      value: <span class="figures">{one.personalId}</span>,
    },
    one.phone !== undefined && { key: r.phone, value: one.phone },
    one.email !== undefined && { key: r.email, value: one.email },
    one.address !== undefined && { key: r.address, value: one.address },
  ];
  return (
    <Panel title={`${t.applicant} (${words.kinds[a.kind]})`}>
      <KeyValueList items={facts(a)} />
      {coApplicants?.map((one, i) => (
        <KeyValueList key={i} items={facts(one as never)} />
      ))}
      {representative && (
        <>
          <h3>{t.representative}</h3>
          <KeyValueList
            items={[...facts(representative), { key: r.authority, value: representative.authority }]}
          />
        </>
      )}
    </Panel>
  );
}

function FileLine({ view: { files }, id, p }: { view: CaseView; id: string; p: PageContext }) {
  const { words } = useDesk();
  const file = files.get(id);
  if (!file) return null;
  const tone = file.state === 'clean' ? 'good' : file.state === 'notScanned' ? 'warn' : 'bad';
  return (
    <p>
      {file.available ? <a href={`/api/files/${id}/content`}>{file.name}</a> : file.name}{' '}
      <small>{formatBytes(file.size, p.lang)}</small>{' '}
      <Chip icon={tone === 'good' ? 'check' : 'alert'} tone={tone}>
        {words.fileStates[file.state]}
      </Chip>
    </p>
  );
}

/** What must be in the case and what is, with the files and whether a scanner has looked at them. */
export function DocumentsPanel({ view, p }: { view: CaseView; p: PageContext }) {
  const { case: t, words, receive: r } = useDesk();
  const { components: got = [], promised = [] } = view.c.content ?? {};
  const hasAnswers = Object.keys(view.c.content?.values ?? {}).length > 0;
  const rows = view.plan.checklist.map((item) => ({
    item,
    received: got.filter((one) => one.component === item.key),
    promisedAt: promised.indexOf(item.key),
  }));
  if (rows.length === 0) return null;
  return (
    <Panel title={t.documents} flush>
      <DataTable
        caption={t.documents}
        captionHidden
        rows={rows}
        rowKey={({ item }) => item.key}
        columns={[
          {
            key: 'name',
            head: t.document,
            main: true,
            cell: ({ item }) => (
              <>
                {sayIn(p.lang, item)}
                <small>
                  {item.replacedBy
                    ? r.replaced(item.replacedBy.database, item.replacedBy.legalPlace)
                    : r.needs(item.originals, item.copies)}
                </small>
              </>
            ),
          },
          {
            key: 'received',
            head: t.received,
            cell: ({ received, item, promisedAt }) => (
              <>
                {received.map((one) => `${words.forms[one.form]} × ${one.count ?? 1}`).join('; ')}
                {promisedAt >= 0 && <PromisedPaper view={view} p={p} item={item} index={promisedAt} />}
                {received.length === 0 && promisedAt < 0 && !item.replacedBy && (
                  <span class="soft">{item.kind === 'form' && hasAnswers ? t.filledIn : t.notReceived}</span>
                )}
              </>
            ),
          },
          {
            key: 'files',
            head: t.files,
            cell: ({ received }) =>
              received
                .flatMap((one) => one.fileIds ?? [])
                .map((id) => <FileLine key={id} view={view} id={id} p={p} />),
          },
        ]}
      />
    </Panel>
  );
}
