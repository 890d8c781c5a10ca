import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow, Link, LinkButton } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { EmptyState, PageHead } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { type Column, DataTable, Pagination } from '../../../web/components/table.tsx';
import { withQuery } from '../../../web/with-query.ts';
import { listNotices, markNoticesRead } from '../contract.ts';
import { messages } from '../messages.ts';
import { count, momentText } from './parts.tsx';

type Item = ReplyOf<typeof listNotices>['items'][number];

function columnsOf(p: PageContext): Column<Item>[] {
  const text = messages[p.lang].mine;
  return [
    {
      key: 'what',
      head: text.what,
      main: true,
      width: 'wide',
      cell: (n) => (
        <>
          <Link strong={!n.readAt && !n.actedAt} href={n.href}>
            {n.title[p.lang]}
          </Link>
          <p class="hint lines">{n.body[p.lang]}</p>
        </>
      ),
    },
    {
      key: 'when',
      head: text.when,
      cell: (n) => <time dateTime={n.createdAt}>{momentText(n.createdAt)}</time>,
    },
    {
      key: 'state',
      head: text.state,
      cell: (n) =>
        n.actedAt ? (
          <Chip tone="good" icon="check">
            {text.acted}
          </Chip>
        ) : n.readAt ? (
          <Chip icon="check">{text.read}</Chip>
        ) : (
          <Chip tone="warn" icon="bell">
            {text.unread}
          </Chip>
        ),
    },
  ];
}

const idsOf = (fields: Record<string, unknown>): unknown[] => [fields['ids'] ?? []].flat();

const marked = (reply: { marked: number }) => ({
  redirect: '/notices',
  flash: {
    vi: messages.vi.mine.marked(count(reply.marked, 'vi')),
    en: messages.en.mine.marked(count(reply.marked, 'en')),
  },
});

export const minePage = page({
  path: '/notices',
  permission: 'signedIn',
  area: 'workbench',
  get: async (p) => {
    const text = messages[p.lang].mine;
    const { items, next, unread } = await p.callWithQuery(listNotices);
    const all = p.query['state'] === 'all';
    const isOfficial = p.actor.grants.length > 0;
    const title = isOfficial ? text.title : text.titleOwn;
    return {
      title,
      nav: 'notices',
      wide: isOfficial,
      body: (
        <>
          <PageHead
            title={title}
            lead={<p>{isOfficial ? text.lead : text.leadOwn}</p>}
            actions={
              <>
                <LinkButton href={all ? '/notices' : '/notices?state=all'}>
                  {all ? `${text.open} (${count(unread, p.lang)})` : text.all}
                </LinkButton>{' '}
                {p.can('notice.view') && <LinkButton href="/notices/sent">{text.sent}</LinkButton>}
              </>
            }
          />
          {items.length === 0 ? (
            <EmptyState icon="bell" title={all ? text.noneAll : text.none} />
          ) : (
            <Form name="read" csrf={p.csrf}>
              <ButtonRow>
                <Button icon="check">{text.markSelected}</Button>
                {unread > 0 && (
                  <Button kind="quiet" name="all" value="true">
                    {text.markAll}
                  </Button>
                )}
              </ButtonRow>
              <DataTable
                caption={text.title}
                captionHidden
                columns={columnsOf(p)}
                rows={items}
                rowKey={(n) => n.id}
                rowHref={(n) => n.href}
                rowTone={(n) => (n.readAt || n.actedAt ? 'muted' : undefined)}
                select={{ name: 'ids', value: (n) => n.id, label: (n) => text.select(n.title[p.lang]) }}
              />
            </Form>
          )}
          <Pagination nextHref={next ? withQuery(p.url, 'cursor', next) : undefined} />
        </>
      ),
    };
  },
  forms: {
    read: submits(markNoticesRead, { input: (fields) => ({ ...fields, ids: idsOf(fields) }), then: marked }),
  },
});
