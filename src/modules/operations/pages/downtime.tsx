import type { ReplyOf } from '../../../kit/contract.ts';
import { parseDay } from '../../../kit/day.ts';
import type { Text } from '../../../kit/i18n.ts';
import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary, FieldRow, Form } from '../../../web/components/form.tsx';
import { TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip, type ChipTone } from '../../../web/components/state.tsx';
import { type Column, DataTable, Pagination } from '../../../web/components/table.tsx';
import { formatInstant } from '../../../web/format.ts';
import type { IconName } from '../../../web/icons.tsx';
import { keysetLinks } from '../../../web/keyset.ts';
import { everywhere } from '../../identity/index.ts';
import { announceDowntime, listDowntimes, withdrawDowntime } from '../contract.ts';
import { downtimeMessages } from '../messages/downtime.ts';

const PATH = '/operations/downtime';
type Downtime = ReplyOf<typeof listDowntimes>['items'][number];

const words = (p: PageContext) => downtimeMessages[p.lang];
const both = (pick: (m: (typeof downtimeMessages)['vi']) => string): Text => ({
  vi: pick(downtimeMessages.vi),
  en: pick(downtimeMessages.en),
});
const mayAnnounce = (p: PageContext): boolean => p.can('operations.announce', everywhere);

const looks: Record<Downtime['state'], readonly [IconName, ChipTone]> = {
  toCome: ['clock', 'calm'],
  running: ['half', 'warn'],
  over: ['check', 'idle'],
  withdrawn: ['cancel', 'idle'],
};

function Refusal({ p }: { p: PageContext }) {
  if (!p.form) return null;
  const { problem, errors } = p.form;
  return <ErrorSummary title={problem.title} detail={problem.detail ?? problem.remedy} errors={errors} />;
}

function AnnounceForm({ p }: { p: PageContext }) {
  const t = words(p);
  const form = p.form?.form === 'announce' ? p.form : undefined;
  const shared = (name: string) => ({
    name,
    value: String(form?.values[name] ?? ''),
    error: form?.errors[name],
  });
  return (
    <Panel title={t.announce}>
      <Form name="announce" csrf={p.csrf} action={PATH}>
        {form && <Refusal p={p} />}
        <p class="soft">{t.announceHint}</p>
        <FieldRow>
          <DateInput {...shared('begins')} label={t.beginsDay} required />
          <TextInput {...shared('beginsTime')} label={t.beginsTime} hint={t.timeHint} size="short" required />
        </FieldRow>
        <FieldRow>
          <DateInput {...shared('ends')} label={t.endsDay} required />
          <TextInput {...shared('endsTime')} label={t.endsTime} hint={t.timeHint} size="short" required />
        </FieldRow>
        <TextArea {...shared('reason')} label={t.reasonField} hint={t.reasonHint} rows={2} required />
        <TextArea {...shared('reasonEn')} label={t.reasonEn} hint={t.reasonEnHint} rows={2} optional />
        <ButtonRow>
          <Button kind="primary">{t.send}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

function Withdraw({ p, id }: { p: PageContext; id: string }) {
  const t = words(p);
  return (
    <Form name="withdraw" csrf={p.csrf} action={PATH} inline>
      <input type="hidden" name="id" value={id} />
      <Button kind="danger" small confirm={t.withdrawSure}>
        {t.withdraw}
      </Button>
    </Form>
  );
}

const unbroken = (instant: string): string => formatInstant(instant).replace(' ', '\u00a0');

/** Who said it and when; the name is there for those who may announce. */
const said = (label: string, by: string | undefined, at: string): string =>
  `${label}: ${by ? `${by}, ` : ''}${formatInstant(at)}`;

function Reason({ p, row }: { p: PageContext; row: Downtime }) {
  const t = words(p);
  return (
    <>
      {row.reason[p.lang]}
      <div class="soft">{said(t.announced, row.by, row.announcedAt)}</div>
      {row.withdrawnAt && <div class="soft">{said(t.withdrawn, row.withdrawnBy, row.withdrawnAt)}</div>}
    </>
  );
}

function columnsOf(p: PageContext, time: 'standing' | 'past'): Column<Downtime>[] {
  const t = words(p);
  const columns: Column<Downtime>[] = [
    {
      key: 'time',
      head: t.time,
      main: true,
      cell: (row) => `${unbroken(row.begins)} – ${unbroken(row.ends)}`,
    },
    {
      key: 'state',
      head: t.state,
      cell: ({ state }) => (
        <Chip icon={looks[state][0]} tone={looks[state][1]}>
          {t.states[state]}
        </Chip>
      ),
    },
    { key: 'reason', head: t.reason, cell: (row) => <Reason p={p} row={row} /> },
  ];
  if (time === 'past' || !mayAnnounce(p)) return columns;
  return [...columns, { key: 'action', head: t.action, cell: (row) => <Withdraw p={p} id={row.id} /> }];
}

interface ListProps {
  p: PageContext;
  time: 'standing' | 'past';
  items: readonly Downtime[];
}
function List({ p, time, items }: ListProps) {
  const t = words(p);
  if (items.length === 0)
    return (
      <Panel title={t[time]}>
        <EmptyState icon="clock" title={time === 'past' ? t.noPast : t.noStanding} />
      </Panel>
    );
  return (
    <Panel title={t[time]} flush>
      <DataTable
        caption={t[time]}
        captionHidden
        rows={items}
        rowKey={(row) => row.id}
        columns={columnsOf(p, time)}
      />
    </Panel>
  );
}

/** An instant as the contract takes it, of a day and an hour as typed; what is neither stays as it is, to be refused. */
function momentOf(fields: Record<string, unknown>, name: string): string {
  const typed = (key: string): string => (typeof fields[key] === 'string' ? fields[key].trim() : '');
  const [day, time] = [typed(name), typed(`${name}Time`)];
  const iso = parseDay(day);
  const clock = /^([01]?\d|2[0-3])[:h.]([0-5]\d)$/i.exec(time);
  if (!iso || !clock) return `${day} ${time}`.trim();
  return `${iso}T${clock[1]!.padStart(2, '0')}:${clock[2]}:00+07:00`;
}

export const downtimePage = page({
  path: PATH,
  permission: 'operations.announce',
  area: 'workbench',
  get: async (p) => {
    const t = words(p);
    const { cursor } = p.query;
    const standing = await p.call(listDowntimes, { limit: 500 });
    const past = await p.call(listDowntimes, { time: 'past', limit: 20, ...(cursor && { cursor }) });
    return {
      title: t.title,
      nav: 'operations-downtime',
      body: (
        <>
          <PageHead title={t.title} lead={<p>{t.lead}</p>} />
          {p.form?.form === 'withdraw' && <Refusal p={p} />}
          <List p={p} time="standing" items={standing.items} />
          {mayAnnounce(p) ? <AnnounceForm p={p} /> : <p class="soft">{t.notYours}</p>}
          <List p={p} time="past" items={past.items} />
          <Pagination summary="" {...keysetLinks(p, past.next)} />
        </>
      ),
    };
  },
  forms: {
    announce: submits(announceDowntime, {
      input: ({ beginsTime, endsTime, ...rest }) => ({
        ...rest,
        begins: momentOf({ ...rest, beginsTime }, 'begins'),
        ends: momentOf({ ...rest, endsTime }, 'ends'),
      }),
      then: () => ({ redirect: PATH, flash: both((t) => t.sent) }),
    }),
    withdraw: submits(withdrawDowntime, { then: () => ({ redirect: PATH, flash: both((t) => t.gone) }) }),
  },
});
