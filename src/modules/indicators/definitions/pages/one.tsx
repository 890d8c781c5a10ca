import type { ReplyOf } from '../../../../kit/contract.ts';
import { page, type PageContext, submits } from '../../../../kit/page.ts';
import { Button, LinkButton } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { ErrorSummary, FieldRow, Form } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { Columns, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { formatInstant } from '../../../../web/format.ts';
import { diffDefinition, endDefinition, getDefinition } from '../contract.ts';
import { messages } from '../messages.ts';
import { Properties, SideList, validity } from './parts.tsx';

type Definition = ReplyOf<typeof getDefinition>;
type Shown = Definition['versions'][number];

function Versions({ p, data, shown }: { p: PageContext; data: Definition; shown: Shown }) {
  const t = messages[p.lang].one;
  return (
    <Panel title={t.versions} flush id="versions">
      <DataTable
        caption={t.versions}
        captionHidden
        rows={data.versions.toReversed()}
        rowKey={(one) => one.version}
        columns={[
          {
            key: 'version',
            head: t.versionHead,
            main: true,
            cell: (one) =>
              one === shown ? (
                <strong>
                  {one.version} <small>{t.current}</small>
                </strong>
              ) : (
                <a href={`/definitions/${data.code}?version=${one.version}`}>{one.version}</a>
              ),
          },
          { key: 'validity', head: t.validity, cell: (one) => validity(p.lang, one.validFrom, one.validTo) },
          {
            key: 'by',
            head: t.by,
            cell: (one) =>
              one.publishedAt ? `${formatInstant(one.publishedAt)}, ${one.publishedBy}` : t.came,
          },
        ]}
      />
    </Panel>
  );
}

export function Differences({
  p,
  items,
}: {
  p: PageContext;
  items: ReplyOf<typeof diffDefinition>['differences'];
}) {
  const t = messages[p.lang].preview;
  if (items.length === 0) return <p class="soft">{t.same}</p>;
  return (
    <DataTable
      caption={t.differences}
      captionHidden
      rows={items}
      rowKey={(one) => one.path}
      columns={[
        { key: 'field', head: t.field, main: true, cell: (one) => one.label[p.lang] },
        { key: 'was', head: t.wasWord, width: 'wide', cell: (one) => one.before ?? '–' },
        { key: 'is', head: t.isWord, width: 'wide', cell: (one) => <strong>{one.after ?? '–'}</strong> },
      ]}
    />
  );
}

async function Compared(p: PageContext, data: Definition, shown: Shown) {
  const before = data.versions[data.versions.indexOf(shown) - 1];
  if (!before) return null;
  const { differences } = await p.call(diffDefinition, {
    code: data.code,
    from: before.version,
    to: shown.version,
  });
  return (
    <Panel title={messages[p.lang].one.diffTitle(before.version, shown.version)} flush>
      <Differences p={p} items={differences} />
    </Panel>
  );
}

function End({ p, data }: { p: PageContext; data: Definition }) {
  const t = messages[p.lang].one;
  const open = data.versions.filter((one) => !one.validTo);
  if (!p.can('figure.define') || open.length === 0) return null;
  const was = (name: string) => {
    const value = p.form?.values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const errors = p.form?.errors ?? {};
  const labels: Record<string, string> = { version: t.versionHead, on: t.endOn, reason: t.endReason };
  const named = Object.fromEntries(
    Object.entries(errors).map(([path, message]) => [path, `${labels[path] ?? path}: ${message}`]),
  );
  return (
    <Panel title={t.end} id="end">
      {p.form && (
        <ErrorSummary
          title={p.form.problem.title}
          detail={p.form.problem.detail ?? p.form.problem.remedy}
          errors={named}
        />
      )}
      <Form name="end" csrf={p.csrf}>
        <FieldRow>
          <Select
            name="version"
            label={t.versionHead}
            value={was('version')}
            options={open.map((one) => ({ value: one.version, text: one.version }))}
          />
          <DateInput name="on" label={t.endOn} hint={t.endOnHint} value={was('on')} error={errors['on']} />
        </FieldRow>
        <TextInput
          name="reason"
          label={t.endReason}
          size="full"
          value={was('reason')}
          error={errors['reason']}
        />
        <Button>{t.endButton}</Button>
      </Form>
    </Panel>
  );
}

function Actions({ p, data }: { p: PageContext; data: Definition }) {
  const t = messages[p.lang].one;
  const may = p.can('figure.define');
  return (
    <>
      <LinkButton href={`/measures/${data.code}`}>{t.open}</LinkButton>
      {may && (
        <LinkButton href={`/definitions/${data.code}/edit`}>{data.draft ? t.editDraft : t.edit}</LinkButton>
      )}
      {may && data.draft && <LinkButton href={`/definitions/${data.code}/preview`}>{t.preview}</LinkButton>}
    </>
  );
}

export const definitionPage = page({
  path: '/definitions/:code',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const data = await p.call(getDefinition, { code: p.params['code']! });
    const named = data.versions.find((one) => one.version === p.query['version']);
    const shown = named ?? data.versions.find((one) => one.version === data.current)!;
    const { body } = shown;
    return {
      title: body.name[p.lang],
      nav: 'definitions',
      crumbs: [{ href: '/definitions', text: t.catalogue.title }],
      description: shown.numerator.words[p.lang],
      body: (
        <>
          <PageHead
            kicker={t.one.kicker(data.code)}
            title={body.name[p.lang]}
            lead={
              <p>
                {t.version(shown.version)}, {validity(p.lang, shown.validFrom, shown.validTo)}
              </p>
            }
            actions={<Actions p={p} data={data} />}
          />
          {body.conflict?.[p.lang] && (
            <Notice tone="warn" title={t.one.conflict}>
              {body.conflict[p.lang]}
            </Notice>
          )}
          <Columns
            aside={
              <Panel title={t.one.facts}>
                <Properties body={body} ownerName={data.ownerName[p.lang]} />
              </Panel>
            }
          >
            <Panel title={t.parts.numerator}>
              {body.numeratorText?.[p.lang] && <p>{body.numeratorText[p.lang]}</p>}
              <SideList side={shown.numerator} />
            </Panel>
            <Panel title={t.parts.denominator}>
              {body.denominatorText?.[p.lang] && <p>{body.denominatorText[p.lang]}</p>}
              <SideList side={shown.denominator} />
            </Panel>
            <Versions p={p} data={data} shown={shown} />
            {await Compared(p, data, shown)}
            <End p={p} data={data} />
          </Columns>
        </>
      ),
    };
  },
  forms: {
    end: submits(endDefinition, {
      input: ({ version, on, reason }, p) => ({ code: p.params['code'], version, on, reason }),
      then: ({ code }) => ({
        redirect: `/definitions/${code}`,
        flash: { vi: messages.vi.one.ended, en: messages.en.one.ended },
      }),
    }),
  },
});
