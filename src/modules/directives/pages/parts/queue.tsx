import type { z } from 'zod';

import type { PageContext } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { ErrorSummary, Form } from '../../../../web/components/form.tsx';
import { TextArea } from '../../../../web/components/inputs.tsx';
import { Explain, RecordList } from '../../../../web/components/records.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { formatDay, formatInstant } from '../../../../web/format.ts';
import type { listQueue } from '../../contract.ts';
import { Title, useMessages } from './say.tsx';
import { Standing } from './standing.tsx';
import { unitName } from './unit.tsx';

export type QueueItem = z.infer<typeof listQueue.reply>['items'][number];

/** What this person can decide on a report. */
function openTo(p: PageContext, item: QueueItem): 'confirm' | 'accept' {
  if (item.steps.includes('accept')) return 'accept';
  if (item.steps.includes('confirm')) return 'confirm';
  return item.state === 'submitted' && p.can('report.confirm', item.unit.id) ? 'confirm' : 'accept';
}

function ProductLine({ item }: { item: QueueItem }) {
  const { work } = useMessages();
  const { product } = item;
  if (!product) return <>{work.queue.noProduct}</>;
  return (
    <>
      {work.queue.product}: <strong>{[product.number, product.title].filter(Boolean).join(', ')}</strong>
      {product.date && <> ({formatDay(product.date)})</>}
      {product.link && (
        <>
          {' '}
          ·{' '}
          <a href={product.link} rel="noopener nofollow">
            {work.assignment.link}
          </a>
        </>
      )}
      {product.fileId && (
        <>
          {' '}
          · <a href={`/api/files/${product.fileId}/content`}>{work.assignment.file}</a>
        </>
      )}
    </>
  );
}

function Decision({ p, item }: { p: PageContext; item: QueueItem }) {
  const {
    work: { queue: t },
  } = useMessages();
  const refused = p.form?.values['id'] === item.reportId ? p.form : undefined;
  const id = `reason-${item.reportId}`;
  const step = openTo(p, item);
  return (
    <Form csrf={p.csrf}>
      <input type="hidden" name="id" value={item.reportId} />
      {refused && (
        <ErrorSummary
          title={t.refused}
          detail={Object.values(refused.errors).join(' ') || refused.problem.detail || refused.problem.remedy}
        />
      )}
      <ButtonRow>
        <Button kind="primary" icon="check" name="decision" value={step}>
          {t[step]}
        </Button>
      </ButtonRow>
      <Explain summary={t.returnIt} open={refused !== undefined}>
        <TextArea
          name="reason"
          id={id}
          label={t.reason}
          hint={t.reasonHint}
          rows={2}
          value={refused ? String(refused.values['reason'] ?? '') : undefined}
          error={refused?.errors['reason']}
        />
        <ButtonRow>
          <Button kind="danger" icon="left" name="decision" value="return">
            {t.returnTitle}
          </Button>
        </ButtonRow>
      </Explain>
    </Form>
  );
}

/** Reports that wait for this person: what came, from whom, and the decision in one step. */
export function QueueList({
  p,
  items,
  decide = true,
}: {
  p: PageContext;
  items: readonly QueueItem[];
  decide?: boolean;
}) {
  const {
    work: { queue: t },
  } = useMessages();
  return (
    <RecordList
      items={items.map((item) => ({
        id: item.reportId,
        href: `/assignments/${item.assignmentId}#r-${item.reportId}`,
        kicker: (
          <>
            {item.ref} · {item.directiveNumber}
          </>
        ),
        title: <Title item={item} />,
        note: (
          <>
            <p>
              {unitName(item.unit, p.lang)} · {t.sentAt(formatInstant(item.submittedAt))}
            </p>
            <p>
              <ProductLine item={item} />
            </p>
            <p class="chip-row">
              <Chip icon={item.claims ? 'checkCircle' : 'edit'} tone={item.claims ? 'good' : 'calm'}>
                {item.claims ? t.claims : t.progressReport}
              </Chip>
              <Standing standing={item.standing} />
            </p>
          </>
        ),
        end: decide ? <Decision p={p} item={item} /> : undefined,
      }))}
    />
  );
}
