import type { FormHandler, PageContext, View } from '../../../../../kit/page.ts';
import { Problem } from '../../../../../kit/problems.ts';
import { Button, Link, LinkButton } from '../../../../../web/components/button.tsx';
import { Form } from '../../../../../web/components/form.tsx';
import { KeyValueList } from '../../../../../web/components/lists.tsx';
import { Notice } from '../../../../../web/components/notice.tsx';
import { EmptyState, PageHead, Panel } from '../../../../../web/components/panel.tsx';
import { formatInstant } from '../../../../../web/format.ts';
import { limitText } from '../../../../calendar/index.ts';
import { getUnit } from '../../../../organisations/contract.ts';
import { channelRow, competentPlaceField } from '../../../../procedures/index.ts';
import { listMyDrafts, notPublished, previewCase, saveDraft } from '../../../contract.ts';
import { keepSecret } from '../access.tsx';
import { feeText, Refusal, Say, sayIn, textIn, useMessages } from '../parts.tsx';
import { addressOf, type DraftContent, steps } from './draft.ts';
import type { Preview } from './load.ts';

/** Whether a version takes applications over the network at all. */
export const isOnline = (version: Preview['version']): boolean =>
  version.content.serviceLevel !== 'information' &&
  version.content.channels.some((row) => row.channel === 'online');

/** What is asked of a first-time visitor before he begins. */
function Needed({ preview, lang }: { preview: Preview; lang: 'vi' | 'en' }) {
  const { apply: t } = useMessages();
  const { version } = preview;
  const papers = version.content.components.filter(({ kind, replacedBy }) => kind !== 'form' && !replacedBy);
  const row = channelRow(version, { channel: 'online' });
  return (
    <Panel title={t.begin.needed}>
      {papers.length === 0 ? (
        <p>{t.begin.nothing}</p>
      ) : (
        <ul>
          {papers.map((paper) => (
            <li key={paper.key}>
              <Say words={paper.name} />
            </li>
          ))}
        </ul>
      )}
      <KeyValueList
        items={[
          {
            key: t.begin.time,
            value: row?.limit ? limitText(row.limit)[lang] : (row?.limitText ?? '–'),
          },
          { key: t.begin.fee, value: feeText(row, lang) },
        ]}
      />
    </Panel>
  );
}

async function OwnDrafts(p: PageContext) {
  const { begin: t } = textIn(p).apply;
  if (p.actor.kind !== 'account') return null;
  const { items } = await p.call(listMyDrafts, {});
  const own = items.filter((draft) => draft.procedureCode === p.params['code']);
  if (own.length === 0) return null;
  return (
    <Panel title={t.drafts}>
      <ul>
        {own.map((draft) => (
          <li key={draft.id}>
            <Link href={addressOf(p, draft.id)}>{t.draftOf(formatInstant(draft.savedAt))}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function NotOnline({ code }: { code: string }) {
  const { begin: t } = useMessages().apply;
  return (
    <EmptyState icon="unit" title={t.notOnline}>
      <p>{t.notOnlineHint}</p>
      <LinkButton href={`/procedures/${code}`}>{t.seeProcedure}</LinkButton>
    </EmptyState>
  );
}

function Start({ p, partial }: { p: PageContext; partial: boolean }) {
  const { apply: t } = useMessages();
  return (
    <Panel title={t.begin.steps}>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t.steps[step]}</li>
        ))}
      </ol>
      {partial && <Notice>{t.begin.partial}</Notice>}
      <Form name="begin" csrf={p.csrf}>
        <Refusal form={p.form} />
        <Button kind="primary" icon="right">
          {t.begin.start}
        </Button>
      </Form>
    </Panel>
  );
}

/** The page before the first step: what is needed, how long, how much. */
export async function beginView(p: PageContext): Promise<View> {
  const { apply: t } = textIn(p);
  const code = p.params['code']!;
  const preview = await p.call(previewCase, { procedureCode: code }).catch((error: unknown) => {
    if (error instanceof Problem && error.kind === notPublished) return undefined;
    throw error;
  });
  const name = preview?.version.content.name;
  return {
    title: name ? `${t.title}: ${sayIn(p.lang, name)}` : t.title,
    nav: 'procedures',
    crumbs: [
      { href: '/procedures', text: t.procedures },
      { href: `/procedures/${code}`, text: code },
      { href: p.url, text: t.title },
    ],
    body: (
      <>
        <PageHead
          kicker={`${t.title} · ${code}`}
          title={name ? <Say words={name} /> : code}
          lead={p.actor.kind === 'account' ? t.begin.leadOwn : t.begin.lead}
        />
        {preview && isOnline(preview.version) ? (
          <>
            {await OwnDrafts(p)}
            <Needed preview={preview} lang={p.lang} />
            <Start p={p} partial={preview.version.content.serviceLevel === 'partial'} />
          </>
        ) : (
          <NotOnline code={code} />
        )}
      </>
    ),
  };
}

/** The commune chosen on the page of the procedure, in the box of the form that asks for it. */
async function placeIn(p: PageContext, procedureCode: string): Promise<Partial<DraftContent>> {
  const { placeId } = p.query;
  const unit = placeId ? await p.maybe(getUnit, { id: placeId }) : undefined;
  if (unit?.level !== 'commune') return {};
  const { version } = await p.call(previewCase, { procedureCode });
  const field = competentPlaceField(version.content);
  return field ? { typed: { form: { [`form.${field.key}`]: unit.id } } } : {};
}

/** A new draft, whose secret stays in this browser until it is asked for. */
export const begin: FormHandler = async (p) => {
  const procedureCode = p.params['code']!;
  const content = await placeIn(p, procedureCode);
  const made = await p.call(saveDraft, { procedureCode, content });
  if (made.secret) keepSecret(p, made.id, made.secret);
  return { redirect: addressOf(p, made.id, 'who') };
};
