import { type PageContext, submits } from '../../../kit/page.ts';
import { Button, Link } from '../../../web/components/button.tsx';
import { Checkbox } from '../../../web/components/choices.tsx';
import { FilterBar, Form } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { type Column, DataTable, Pagination } from '../../../web/components/table.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { formatInstant, formatNumber } from '../../../web/format.ts';
import { keysetLinks } from '../../../web/keyset.ts';
import { pickedPage, unitPick } from '../../organisations/index.ts';
import { listMessages, retryMessage } from '../contract.ts';
import { messageStates } from '../rules/queue.ts';
import {
  both,
  Head,
  type Message,
  MessageChip,
  messageHref,
  Refusal,
  statusText,
  wordsOf,
} from './parts.tsx';

function State({ m, p }: { m: Message; p: PageContext }) {
  const t = wordsOf(p);
  return (
    <>
      <MessageChip state={m.state} t={t} />{' '}
      {m.late && (
        <Chip icon="late" tone="bad">
          {t.lateChip}
        </Chip>
      )}
      <p class="hint">
        {[
          m.tries > 1 && t.tries(formatNumber(m.tries, p.lang)),
          m.nextTryAt && t.nextTry(formatInstant(m.nextTryAt)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}

function Said({ m, p }: { m: Message; p: PageContext }) {
  const t = wordsOf(p);
  return (
    <>
      {m.answer && <p>{m.answer}</p>}
      {m.setAside && (
        <p class="hint">{t.setAsideBy(m.setAside.by, formatInstant(m.setAside.at), m.setAside.reason)}</p>
      )}
      {m.missing.length > 0 && <p class="hint">{t.missingCount(formatNumber(m.missing.length, p.lang))}</p>}
    </>
  );
}

function Retry({ m, p }: { m: Message; p: PageContext }) {
  if (!m.steps.includes('retry')) return null;
  return (
    <Form name="retry" csrf={p.csrf} inline>
      <input type="hidden" name="caseId" value={m.caseId} />
      <input type="hidden" name="seq" value={String(m.seq)} />
      <Button small icon="repeat">
        {wordsOf(p).retry}
      </Button>
    </Form>
  );
}

function columnsOf(p: PageContext): Column<Message>[] {
  const t = wordsOf(p);
  return [
    {
      key: 'code',
      head: t.code,
      main: true,
      cell: (m) => (
        <>
          <Link strong href={messageHref(m)}>
            {m.code ?? t.noCode}
          </Link>
          <p class="hint">
            {m.procedureCode} · {m.unitName[p.lang]}
          </p>
        </>
      ),
    },
    {
      key: 'message',
      head: t.message,
      cell: (m) => (
        <>
          {t.services[m.service]}
          <p class="hint">
            {m.status !== undefined && `${statusText(t, m.status)} · `}
            {formatInstant(m.queuedAt)}
          </p>
        </>
      ),
    },
    { key: 'state', head: t.state, cell: (m) => <State m={m} p={p} /> },
    {
      key: 'said',
      head: t.said,
      cell: (m) => (
        <>
          <Said m={m} p={p} />
          <Retry m={m} p={p} />
        </>
      ),
    },
  ];
}

async function Filters(p: PageContext) {
  const t = wordsOf(p);
  const { state, code, unitId, missing } = p.query;
  const options = [
    { value: 'open', text: t.open },
    { value: 'late', text: t.late },
    { value: 'all', text: t.all },
    ...messageStates.map((value) => ({ value, text: t.states[value] })),
  ];
  const isFiltered = Boolean(state || code || unitId || missing);
  return (
    <FilterBar clearHref={isFiltered ? '/exchange' : undefined}>
      <Select name="state" label={t.state} value={state ?? 'open'} options={options} />
      <TextInput name="code" label={t.code} value={code ?? ''} />
      <UnitPicker name="unitId" label={t.unit} placeholder={t.any} pick={await unitPick(p, 'unitId')} />
      <Checkbox name="missing" label={t.onlyMissing} checked={missing === 'true'} />
    </FilterBar>
  );
}

export const queuePage = pickedPage({
  path: '/exchange',
  permission: 'exchange.view',
  area: 'workbench',
  get: async (p) => {
    const t = wordsOf(p);
    const { items, next } = await p.callWithQuery(listMessages);
    return {
      title: t.title,
      nav: 'exchange',
      wide: true,
      body: (
        <>
          {await Head(p, 'queue', t.lead)}
          <Refusal p={p} />
          {await Filters(p)}
          <DataTable
            caption={t.queue}
            captionHidden
            columns={columnsOf(p)}
            rows={items}
            rowKey={(m) => `${m.caseId}:${m.seq}`}
            rowTone={(m) => (m.state === 'refused' || m.late ? 'bad' : undefined)}
            empty={t.empty}
          />
          <Pagination {...keysetLinks(p, next)} />
        </>
      ),
    };
  },
  forms: {
    retry: submits(retryMessage, {
      then: (_, p) => ({ redirect: p.url, flash: both((t) => t.retried) }),
    }),
  },
});
