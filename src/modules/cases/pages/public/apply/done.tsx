import type { ReplyOf } from '../../../../../kit/contract.ts';
import type { PageContext, View } from '../../../../../kit/page.ts';
import { ButtonRow, CopyText, LinkButton, PrintButton } from '../../../../../web/components/button.tsx';
import { KeyValueList } from '../../../../../web/components/lists.tsx';
import { Notice } from '../../../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../../../web/components/panel.tsx';
import { formatInstant } from '../../../../../web/format.ts';
import type { submitCase } from '../../../contract.ts';
import { calledBy } from '../../../lookupCode.ts';
import { DRAFT_DAYS } from '../../../rules/content.ts';
import { keepSecret, secretOf } from '../access.tsx';
import { Say, textIn, useMessages, type Words } from '../parts.tsx';
import { addressOf, type Draft } from './draft.ts';

type Made = ReplyOf<typeof submitCase>;

function Secret({ secret, once }: { secret: string; once: string }) {
  const { apply: t } = useMessages();
  return (
    <>
      <Notice tone="warn">
        <p>{once}</p>
        <p>{t.keep.warn}</p>
      </Notice>
      <p class="lead">
        <strong>
          <code>{secret}</code>
        </strong>
      </p>
      <ButtonRow>
        <CopyText text={secret} label={t.keep.copySecret} done={t.keep.copied} />
        <PrintButton label={t.keep.print} />
      </ButtonRow>
    </>
  );
}

/** Cases of the same personal number that are not this account's are only said to be there: a typed number proves nothing. */
function Twins({ made }: { made: Made | undefined }) {
  const { done: t } = useMessages().apply;
  if (!made || made.twins.length + made.otherTwins === 0) return null;
  return (
    <Notice tone="warn" title={t.twins}>
      {made.twins.length > 0 && (
        <ul>
          {made.twins.map((twin) => (
            <li key={twin.id}>
              {calledBy(twin)} · {t.submittedAt} {formatInstant(twin.submittedAt)}
            </li>
          ))}
        </ul>
      )}
      <p>{t.twinsHint}</p>
    </Notice>
  );
}

/** What the applicant said he would bring: told once more while he reads. */
function Bring({ papers }: { papers: readonly Words[] }) {
  const { done: t } = useMessages().apply;
  if (papers.length === 0) return null;
  return (
    <Panel title={t.bring}>
      <ul>
        {papers.map((words, index) => (
          <li key={index}>
            <Say words={words} />
          </li>
        ))}
      </ul>
      <p class="hint">{t.bringHint}</p>
    </Panel>
  );
}

/** The confirmation: what to keep, shown once, and what happens next. */
export function doneView(
  p: PageContext,
  id: string,
  made: Made | undefined,
  bring: readonly Words[] = [],
): View {
  const { apply: t } = textIn(p);
  const secret = made?.secret ?? secretOf(p, id);
  if (secret) keepSecret(p, id, secret);
  const isAccount = p.actor.kind === 'account';
  return {
    title: t.done.title,
    nav: 'procedures',
    body: (
      <>
        <PageHead title={t.done.title} lead={t.done.lead} />
        <Twins made={made} />
        {made?.gap && <Notice tone="warn">{t.review.gap}</Notice>}
        <Panel>
          <KeyValueList
            items={[
              { key: t.done.code, value: <code>{calledBy({ id, code: made?.code })}</code> },
              { key: t.done.submittedAt, value: formatInstant(p.now) },
            ]}
          />
        </Panel>
        <Bring papers={bring} />
        {secret && !isAccount && (
          <Panel title={t.done.secret}>
            <Secret secret={secret} once={t.done.once} />
            <p class="hint">{t.done.asDraft}</p>
          </Panel>
        )}
        {isAccount && <p>{t.done.account}</p>}
        <Panel title={t.done.next}>
          <ol>
            {(isAccount ? [...t.done.nexts.slice(0, -1), t.done.nextOwn] : t.done.nexts).map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
          <LinkButton kind="primary" href={`/track/${id}`}>
            {t.done.track}
          </LinkButton>
        </Panel>
      </>
    ),
  };
}

/** What somebody needs to come back to his draft. */
export function keptView(p: PageContext, draft: Draft): View {
  const { keep: t } = textIn(p).apply;
  const secret = secretOf(p, draft.id);
  const address = addressOf(p, draft.id);
  const link = `${p.app.config.url}${address}`;
  return {
    title: t.title,
    nav: 'procedures',
    body: (
      <>
        <PageHead title={t.title} lead={secret ? t.lead : t.account} />
        <Panel title={t.link}>
          <p>
            <a class="link" href={address}>
              {link}
            </a>
          </p>
          <CopyText text={link} label={t.copyLink} done={t.copied} />
        </Panel>
        {secret && (
          <Panel title={t.secret}>
            <Secret secret={secret} once={t.until(DRAFT_DAYS)} />
          </Panel>
        )}
        <LinkButton kind="primary" href={address}>
          {t.goOn}
        </LinkButton>
      </>
    ),
  };
}
