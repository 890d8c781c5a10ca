import type { ReplyOf } from '../../../kit/contract.ts';
import { type PageContext, submits } from '../../../kit/page.ts';
import { Button, Link } from '../../../web/components/button.tsx';
import { ErrorSummary, FilterBar, Form } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/inputs.tsx';
import { PageHead } from '../../../web/components/panel.tsx';
import { Explain } from '../../../web/components/records.tsx';
import { Chip, type ChipTone } from '../../../web/components/state.tsx';
import { type Column, DataTable, Pagination } from '../../../web/components/table.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { withQuery } from '../../../web/with-query.ts';
import { pickedPage, unitPick } from '../../organisations/index.ts';
import { listSentNotices, resendNotice } from '../contract.ts';
import { messages } from '../messages.ts';
import { count, momentText, rungText } from './parts.tsx';

type Item = ReplyOf<typeof listSentNotices>['items'][number];
const states = ['queued', 'sent', 'failed', 'dropped', 'read', 'acted', 'nobody'] as const;
const tones: Record<NonNullable<Item['mail']>['state'], ChipTone> = {
  queued: 'calm',
  sent: 'good',
  failed: 'bad',
  dropped: 'idle',
};

function Mail({ item, p }: { item: Item; p: PageContext }) {
  const text = messages[p.lang].sent;
  const { mail } = item;
  if (item.nobody) return <p class="hint">{text.nobodyRemedy}</p>;
  if (!mail) return <span class="hint">{text.appOnly}</span>;
  return (
    <>
      <Chip
        tone={tones[mail.state]}
        icon={mail.state === 'failed' ? 'alert' : mail.state === 'sent' ? 'check' : 'clock'}
      >
        {text.states[mail.state]}
      </Chip>
      <p class="hint">
        {mail.to}
        {mail.sentAt
          ? ` · ${momentText(mail.sentAt)}`
          : mail.state === 'queued'
            ? ` · ${text.planned(momentText(mail.notBefore))}`
            : ''}
        {mail.attempts > 1 ? ` · ${text.tries(count(mail.attempts, p.lang))}` : ''}
      </p>
      {mail.error && <p class="hint">{mail.error}</p>}
      {mail.receipt && (
        <Explain summary={text.receipt}>
          <p>{mail.receipt}</p>
          <p>
            {text.messageId}: <code>{mail.messageId}</code>
          </p>
        </Explain>
      )}
      {mail.state === 'failed' && <p class="hint">{text.failedRemedy}</p>}
      {mail.state === 'failed' && p.can('notice.settings') && (
        <Form name="resend" csrf={p.csrf} inline>
          <input type="hidden" name="id" value={item.id} />
          <Button small icon="repeat">
            {text.resend}
          </Button>
        </Form>
      )}
    </>
  );
}

function columnsOf(p: PageContext): Column<Item>[] {
  const text = messages[p.lang].sent;
  const who = messages[p.lang].who as Record<string, string>;
  return [
    {
      key: 'what',
      head: text.what,
      main: true,
      width: 'wide',
      cell: (n) => (
        <>
          <Link strong href={n.href}>
            {n.title[p.lang]}
          </Link>
          <p class="hint">{n.unitName[p.lang]}</p>
        </>
      ),
    },
    {
      key: 'to',
      head: text.to,
      cell: (n) =>
        n.nobody ? (
          <Chip tone="bad" icon="alert">
            {text.nobody}
          </Chip>
        ) : (
          <>
            {n.recipient}
            <p class="hint">{who[n.asRole] ?? n.asRole}</p>
          </>
        ),
    },
    { key: 'rung', head: text.rung, cell: (n) => rungText(n.rung, p.lang), desktopOnly: true },
    {
      key: 'when',
      head: text.when,
      cell: (n) => (
        <>
          {momentText(n.createdAt)}
          {n.actedAt ? (
            <p class="hint">{text.states.acted}</p>
          ) : n.readAt ? (
            <p class="hint">{text.readAt(momentText(n.readAt))}</p>
          ) : null}
        </>
      ),
    },
    { key: 'mail', head: text.mail, cell: (n) => <Mail item={n} p={p} /> },
  ];
}

export const sentPage = pickedPage({
  path: '/notices/sent',
  permission: 'notice.view',
  area: 'workbench',
  get: async (p) => {
    const text = messages[p.lang].sent;
    const { items, next, rungs } = await p.callWithQuery(listSentNotices);
    const { unitId, rung, state } = p.query;
    return {
      title: text.title,
      nav: 'noticesSent',
      wide: true,
      body: (
        <>
          <PageHead title={text.title} lead={<p>{text.lead}</p>} />
          {p.form && (
            <ErrorSummary
              title={p.form.problem.title}
              detail={p.form.problem.remedy}
              errors={p.form.errors}
            />
          )}
          <FilterBar clearHref={unitId || rung || state ? '/notices/sent' : undefined}>
            <UnitPicker
              name="unitId"
              label={text.unit}
              placeholder={text.any}
              pick={await unitPick(p, 'unitId')}
            />
            <Select
              name="rung"
              label={text.rung}
              empty={text.any}
              value={rung}
              options={rungs.map((value) => ({ value, text: rungText(value, p.lang) }))}
            />
            <Select
              name="state"
              label={text.state}
              empty={text.any}
              value={state}
              options={states.map((value) => ({ value, text: text.states[value] }))}
            />
          </FilterBar>
          <DataTable
            caption={text.title}
            captionHidden
            columns={columnsOf(p)}
            rows={items}
            rowKey={(n) => n.id}
            rowTone={(n) => (n.nobody || n.mail?.state === 'failed' ? 'bad' : undefined)}
            empty={text.none}
          />
          <Pagination nextHref={next ? withQuery(p.url, 'cursor', next) : undefined} />
        </>
      ),
    };
  },
  forms: {
    resend: submits(resendNotice, {
      then: (_, p) => ({
        redirect: p.url,
        flash: { vi: messages.vi.sent.resent, en: messages.en.sent.resent },
      }),
    }),
  },
});
