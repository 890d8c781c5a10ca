import { page, textOf } from '../../../kit/page.ts';
import { EmptyState, PageHead } from '../../../web/components/panel.tsx';
import { checkReport, listQueue } from '../contract.ts';
import { messages } from '../messages.ts';
import { said } from './parts/forms.tsx';
import { Pages } from './parts/paging.tsx';
import { QueueList } from './parts/queue.tsx';

type Decision = 'confirm' | 'accept' | 'return';
const isDecision = (value: unknown): value is Decision =>
  value === 'confirm' || value === 'accept' || value === 'return';

export const queuePage = page({
  path: '/queue',
  permission: 'signedIn',
  area: 'workbench',
  get: async (p) => {
    const { queue: t } = messages[p.lang].work;
    const list = await p.callWithQuery(listQueue);
    return {
      title: t.title,
      nav: 'queue',
      body: (
        <>
          <PageHead title={t.title} lead={t.lead} />
          {list.items.length > 0 ? (
            <QueueList p={p} items={list.items} />
          ) : (
            <EmptyState icon="checkCircle" title={t.empty}>
              <p>{t.emptyHint}</p>
            </EmptyState>
          )}
          <Pages p={p} shown={list.items.length} next={list.next} />
        </>
      ),
    };
  },
  forms: {
    default: async (p, fields) => {
      const decision: Decision = isDecision(fields['decision']) ? fields['decision'] : 'return';
      const reason = textOf(fields, 'reason').trim();
      await p.call(checkReport, { id: textOf(fields, 'id'), decision, ...(reason ? { reason } : {}) });
      return { redirect: p.url, flash: said((m) => m.work.queue.done[decision]) };
    },
  },
});
