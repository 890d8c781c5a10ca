import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Button, ButtonRow, LinkButton } from '../../../../web/components/button.tsx';
import { FieldRow, Form } from '../../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../../web/components/inputs.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { messages } from '../../messages.ts';
import { type getDraft, type previewDraft, type Template } from '../contract/drafts.ts';
import { PaperBody } from './body.tsx';
import { words } from './words.ts';

type Draft = ReplyOf<typeof getDraft>;
type Made = ReplyOf<typeof previewDraft>;

function Pointed({ p, draft, made }: { p: PageContext; draft: Draft; made: Made }) {
  const t = words[p.lang].preview;
  const place = (id: string): string => {
    const at = draft.parts.findIndex((part) => part.id === id);
    return `${at + 1}. ${draft.parts[at]?.heading ?? ''}`;
  };
  return (
    <>
      {made.faults.length > 0 && (
        <Notice tone="bad" title={t.faults}>
          <ul>
            {made.faults.map((f, i) => (
              <li key={`${i}`}>
                <a href={`#part-${f.part}`}>{place(f.part)}</a>: {f[p.lang]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {made.typed.length > 0 && (
        <Notice tone="warn" title={t.typed}>
          <p>{t.typedLead}</p>
          <ul>
            {made.typed.map((one, i) => (
              <li key={`${i}`}>
                <a href={`#part-${one.part}`}>{place(one.part)}</a>: <strong>{one.text}</strong>{' '}
                {one.tokens.length === 0 ? (
                  <span class="soft">{t.typedNone}</span>
                ) : (
                  <>
                    {t.typedUse}{' '}
                    {one.tokens.map((token) => (
                      <code key={token}>{token} </code>
                    ))}
                  </>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function Sign({ p, draft, made }: { p: PageContext; draft: Draft; made: Made }) {
  const t = words[p.lang].preview;
  if (!draft.mayFreeze) return <p>{t.mayNotSign}</p>;
  const failed = made.content.checks.some((c) => !c.ok);
  return (
    <Form csrf={p.csrf} name="freeze">
      {failed && (
        <TextArea
          name="statedReason"
          label={t.reason}
          rows={2}
          value={p.form?.values['statedReason'] as string | undefined}
          error={p.form?.errors['statedReason']}
        />
      )}
      <ButtonRow>
        <Button kind="primary" icon="lock" confirm={t.signConfirm}>
          {t.sign}
        </Button>
      </ButtonRow>
    </Form>
  );
}

function KeepAsTemplate({
  p,
  draft,
  template,
}: {
  p: PageContext;
  draft: Draft;
  template: Template | undefined;
}) {
  const t = words[p.lang].preview;
  const own = `${draft.kind}-${draft.unit.id}`.slice(0, 60);
  const options = [
    { value: own, text: t.ownTemplate },
    ...(template?.mayEdit && template.code !== own
      ? [{ value: template.code, text: t.newVersion(template.code) }]
      : []),
  ];
  return (
    <details>
      <summary>{t.keepAs}</summary>
      <p class="soft">{t.keepLead}</p>
      <Form csrf={p.csrf} name="template">
        <FieldRow>
          <Select name="code" label={words[p.lang].new.template} options={options} />
          <TextInput name="nameVi" label={t.nameVi} required value={template?.name.vi} />
          <TextInput name="nameEn" label={t.nameEn} required value={template?.name.en} />
        </FieldRow>
        <ButtonRow>
          <Button>{t.keep}</Button>
        </ButtonRow>
      </Form>
    </details>
  );
}

/** The report as it would be signed now, with what the author should look at first. */
export function Preview({
  p,
  draft,
  made,
  template,
}: {
  p: PageContext;
  draft: Draft;
  made: Made;
  template: Template | undefined;
}) {
  const t = words[p.lang].preview;
  const failed = made.content.checks.some((c) => !c.ok);
  const checks = messages[p.lang].reports;
  return (
    <section id="preview" class="stack">
      <h2>{t.title}</h2>
      <Pointed p={p} draft={draft} made={made} />
      <Notice tone={failed ? 'warn' : 'good'} title={failed ? checks.failed : checks.ok} />
      <Panel title={made.content.title}>
        <PaperBody content={made.content} />
      </Panel>
      <Panel title={t.sign}>
        <Sign p={p} draft={draft} made={made} />
        <p>
          {t.files}:{' '}
          {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
            <LinkButton
              key={format}
              small
              icon="download"
              href={`/api/report-drafts/${draft.id}/file?format=${format}`}
              download
            >
              {format.toUpperCase()}
            </LinkButton>
          ))}
        </p>
        <KeepAsTemplate p={p} draft={draft} template={template} />
      </Panel>
    </section>
  );
}
