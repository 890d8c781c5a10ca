import type { ReplyOf } from '../../../kit/contract.ts';
import { formatDay } from '../../../kit/day.ts';
import { page } from '../../../kit/page.ts';
import { Link, LinkButton } from '../../../web/components/button.tsx';
import { PageHead } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatNumber } from '../../../web/format.ts';
import { listCalendars } from '../contract.ts';
import { messages } from '../messages.ts';
import { nameOf, weekText } from './words.ts';

type Item = ReplyOf<typeof listCalendars>['items'][number];

export const listPage = page({
  path: '/calendars',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const t = messages[p.lang].list;
    const { items } = await p.call(listCalendars, {});
    const names = new Map(items.map((one) => [one.id, nameOf(one, p.lang)]));
    const followed = (one: Item) => (one.follows ? (names.get(one.follows) ?? one.follows) : t.own);
    return {
      title: t.title,
      nav: 'calendars',
      body: (
        <>
          <PageHead
            title={t.title}
            lead={<p>{t.lead}</p>}
            actions={
              p.can('calendar.edit') && (
                <LinkButton href="/calendars/new" icon="plus">
                  {messages[p.lang].create.title}
                </LinkButton>
              )
            }
          />
          <DataTable
            caption={t.title}
            captionHidden
            rows={items}
            rowKey={(one) => one.id}
            rowHref={(one) => `/calendars/${one.id}`}
            columns={[
              {
                key: 'name',
                head: t.calendar,
                main: true,
                cell: (one) => <Link href={`/calendars/${one.id}`}>{nameOf(one, p.lang)}</Link>,
              },
              { key: 'hours', head: t.hours, width: 'wide', cell: (one) => weekText(one.version, p.lang) },
              { key: 'since', head: t.since, cell: (one) => formatDay(one.version.validFrom) },
              { key: 'follows', head: t.follows, cell: followed },
              {
                key: 'units',
                head: t.units,
                numeric: true,
                cell: (one) => formatNumber(one.unitCount, p.lang),
              },
            ]}
          />
        </>
      ),
    };
  },
});
