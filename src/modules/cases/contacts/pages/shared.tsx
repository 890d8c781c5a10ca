import type { ReplyOf } from '../../../../kit/contract.ts';
import { addDays, parseDay } from '../../../../kit/day.ts';
import { type PageContext, page } from '../../../../kit/page.ts';
import { Link } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { EmptyState, PageHead } from '../../../../web/components/panel.tsx';
import { Explain } from '../../../../web/components/records.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { formatDay, formatInstant, formatNumber } from '../../../../web/format.ts';
import { withQuery } from '../../../../web/with-query.ts';
import { listCasesOfContact, listSharedContacts } from '../contract.ts';
import { contactMessages } from '../messages.ts';

type Shared = ReplyOf<typeof listSharedContacts>['items'][number];
type Behind = ReplyOf<typeof listCasesOfContact>['items'][number];
const DAYS = 90;

function SharedTable({ p, items }: { p: PageContext; items: readonly Shared[] }) {
  const t = contactMessages[p.lang];
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={items}
      rowKey={(row) => row.key}
      empty={<EmptyState title={t.none} />}
      columns={[
        {
          key: 'contact',
          head: t.contact,
          main: true,
          cell: (row: Shared) => (
            <>
              {t.kinds[row.kind]}{' '}
              <Link href={`${withQuery(p.url, 'contact', row.key)}#behind`}>{row.hint}</Link>{' '}
              {row.ofStaff && <Chip tone="warn">{t.ofStaff}</Chip>}
            </>
          ),
        },
        { key: 'people', head: t.people, numeric: true, cell: (row) => formatNumber(row.people, p.lang) },
        { key: 'cases', head: t.cases, numeric: true, cell: (row) => formatNumber(row.cases, p.lang) },
        {
          key: 'period',
          head: t.period,
          cell: (row) => `${formatDay(row.first)} – ${formatDay(row.last)}`,
        },
        { key: 'units', head: t.units, cell: (row) => row.units.map((unit) => unit[p.lang]).join('; ') },
      ]}
    />
  );
}

function BehindTable({ p, items, hint }: { p: PageContext; items: readonly Behind[]; hint: string }) {
  const t = contactMessages[p.lang];
  return (
    <section class="stack" id="behind" aria-labelledby="behind-title">
      <h2 id="behind-title">{t.behind(hint)}</h2>
      <DataTable
        caption={t.behind(hint)}
        captionHidden
        rows={items}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t.noneVisible} />}
        columns={[
          {
            key: 'code',
            head: t.code,
            main: true,
            cell: (row: Behind) => <Link href={`/cases/${row.id}`}>{row.code ?? t.noCode}</Link>,
          },
          { key: 'applicant', head: t.applicant, cell: (row) => row.applicantName },
          { key: 'procedure', head: t.procedure, cell: (row) => row.procedureCode },
          { key: 'channel', head: t.channel, cell: (row) => t.channels[row.channel] },
          { key: 'units', head: t.units, cell: (row) => row.unit[p.lang] },
          { key: 'submittedAt', head: t.submittedAt, cell: (row) => formatInstant(row.submittedAt) },
        ]}
      />
    </section>
  );
}

/** What was asked for: the last 90 days and five people, where nothing else is said. */
function askedIn(p: PageContext): { from: string; people: number } {
  const from = parseDay(p.query['from'] ?? '') ?? addDays(p.today, -DAYS);
  const people = Number(p.query['people']);
  return {
    from,
    people: Number.isInteger(people) && people >= 2 && people <= 1000 ? people : 5,
  };
}

/** Phones, addresses and accounts that several applicants share, for who inspects; each opens the cases behind it. */
export const sharedContactsPage = page({
  path: '/shared-contacts',
  permission: 'audit.read',
  area: 'workbench',
  get: async (p) => {
    const t = contactMessages[p.lang];
    const asked = askedIn(p);
    const { items } = await p.call(listSharedContacts, asked);
    const open = items.find(({ key }) => key === p.query['contact']);
    const behind = open && (await p.call(listCasesOfContact, { key: open.key, from: asked.from }));
    return {
      title: t.title,
      nav: 'shared-contacts',
      body: (
        <>
          <PageHead title={t.title} lead={t.lead} />
          <FilterBar action="/shared-contacts">
            <DateInput name="from" label={t.from} value={asked.from} />
            <TextInput
              name="people"
              label={t.least}
              hint={t.leastHint}
              size="short"
              inputMode="numeric"
              value={String(asked.people)}
            />
          </FilterBar>
          <SharedTable p={p} items={items} />
          {open && behind && <BehindTable p={p} items={behind.items} hint={open.hint} />}
          <Explain summary={t.how}>
            <p>{t.howText}</p>
          </Explain>
        </>
      ),
    };
  },
});
