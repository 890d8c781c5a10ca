import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow, Link } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextArea } from '../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { formatInstant, formatNumber } from '../../../web/format.ts';
import { getMessage, retryMessage, setMessageAside } from '../contract.ts';
import {
  both,
  MessageChip,
  messageHref,
  MissingList,
  Refusal,
  statusText,
  type Words,
  wordsOf,
} from './parts.tsx';

type One = ReplyOf<typeof getMessage>;

function Facts({ m, p, t }: { m: One; p: PageContext; t: Words }) {
  const at = (key: string, instant: string | undefined) =>
    instant !== undefined && { key, value: formatInstant(instant) };
  const tries = t.tries(formatNumber(m.tries, p.lang));
  return (
    <Panel title={t.state}>
      <KeyValueList
        items={[
          { key: t.state, value: <MessageChip state={m.state} t={t} /> },
          { key: t.message, value: `${t.services[m.service]} (${m.service})` },
          { key: t.event, value: `${t.eventNumber(String(m.seq))} · ${formatInstant(m.eventAt)}` },
          m.status !== undefined && { key: t.statusTold, value: statusText(t, m.status) },
          {
            key: t.when,
            value: [formatInstant(m.queuedAt), t.due(formatInstant(m.dueAt)), tries].join(' · '),
          },
          at(t.sent, m.sentAt),
          at(t.answered, m.answeredAt),
          m.answer !== undefined && { key: t.said, value: <strong>{m.answer}</strong> },
          m.setAside !== undefined && {
            key: t.setAside,
            value: t.setAsideBy(m.setAside.by, formatInstant(m.setAside.at), m.setAside.reason),
          },
          { key: t.unit, value: m.unitName[p.lang] },
        ]}
      />
    </Panel>
  );
}

function Steps({ m, p, t }: { m: One; p: PageContext; t: Words }) {
  if (m.steps.length === 0) return null;
  const key = (
    <>
      <input type="hidden" name="caseId" value={m.caseId} />
      <input type="hidden" name="seq" value={String(m.seq)} />
    </>
  );
  const aside = p.form?.form === 'aside' ? p.form : undefined;
  return (
    <Panel title={t.action}>
      {m.steps.includes('retry') && (
        <Form name="retry" csrf={p.csrf}>
          {key}
          <ButtonRow>
            <Button kind="primary" icon="repeat">
              {t.retry}
            </Button>
          </ButtonRow>
        </Form>
      )}
      <Form name="aside" csrf={p.csrf}>
        {key}
        <TextArea
          name="reason"
          label={t.reason}
          hint={t.setAsideHint}
          rows={2}
          required
          value={String(aside?.values['reason'] ?? '')}
          error={aside?.errors['reason']}
        />
        <ButtonRow>
          <Button kind="danger">{t.setAside}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

function Body({ m, t }: { m: One; t: Words }) {
  return (
    <Panel title={t.body}>
      {m.unchanged === false && <p class="soft">{t.bodyChanged}</p>}
      {m.body ? (
        <div class="prose">
          <pre tabIndex={0}>{JSON.stringify(m.body, null, 2)}</pre>
        </div>
      ) : (
        <p class="soft">{t.bodyHidden}</p>
      )}
    </Panel>
  );
}

const crumbs = (t: Words, last: string) => [
  { href: '/exchange', text: t.title },
  { href: '', text: last },
];

export const messagePage = page({
  path: '/exchange/message',
  permission: 'exchange.view',
  area: 'workbench',
  get: async (p) => {
    const t = wordsOf(p);
    const { caseId, seq } = p.query;
    const shared = { title: t.messageTitle, nav: 'exchange', crumbs: crumbs(t, t.messageTitle) };
    if (!caseId || !seq)
      return {
        ...shared,
        body: (
          <>
            <PageHead title={t.messageTitle} />
            <EmptyState icon="repeat" title={t.pickOne}>
              <Link href="/exchange">{t.queue}</Link>
            </EmptyState>
          </>
        ),
      };
    const m = await p.callWithQuery(getMessage);
    return {
      ...shared,
      body: (
        <>
          <PageHead
            kicker={`${m.procedureCode} · ${t.messageTitle}`}
            title={m.code ?? t.noCode}
            lead={m.body && <Link href={`/cases/${m.caseId}`}>{t.toCase}</Link>}
          />
          <Refusal p={p} />
          {m.missing.length > 0 && (
            <Notice tone="warn" title={t.missingText}>
              <MissingList missing={m.missing} t={t} />
            </Notice>
          )}
          <Facts m={m} p={p} t={t} />
          <Steps m={m} p={p} t={t} />
          <Body m={m} t={t} />
        </>
      ),
    };
  },
  forms: {
    retry: submits(retryMessage, {
      then: (m) => ({ redirect: messageHref(m), flash: both((t) => t.retried) }),
    }),
    aside: submits(setMessageAside, {
      then: (m) => ({ redirect: messageHref(m), flash: both((t) => t.setAsideDone) }),
    }),
  },
});
