import type { z } from 'zod';

import { EmptyState } from '../../../../web/components/panel.tsx';
import { RecordList } from '../../../../web/components/records.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { formatDay } from '../../../../web/format.ts';
import type { directiveItem } from '../../contract.ts';
import { Title, useCount, useMessages } from './say.tsx';
import { TallyLine } from './tally.tsx';

type Item = z.infer<typeof directiveItem>;

/** How far a record may be shown, where that is not to everybody. */
export function Secrecy({ classification }: { classification: Item['classification'] }) {
  const { words } = useMessages();
  return classification === 'public' ? null : (
    <Chip icon="lock" tone={classification === 'restricted' ? 'warn' : 'idle'}>
      {words.classifications[classification]}
    </Chip>
  );
}

/** Directives to read through: number and day, title, issuer, and how far its assignments are. */
export function DirectiveRecords({
  items,
  filtered = false,
}: {
  items: readonly Item[];
  filtered?: boolean;
}) {
  const { directives: t, words } = useMessages();
  const count = useCount();
  if (items.length === 0) {
    return (
      <EmptyState icon="file" title={filtered ? t.noMatch : t.empty}>
        <p>{filtered ? t.noMatchHint : t.emptyHint}</p>
      </EmptyState>
    );
  }
  return (
    <RecordList
      items={items.map((item) => ({
        id: item.id,
        href: `/directives/${item.id}`,
        kicker: (
          <>
            {words.kinds[item.kind]} {item.number} · {formatDay(item.issuedOn)}{' '}
            <Secrecy classification={item.classification} />
          </>
        ),
        title: <Title item={item} />,
        note: [
          item.issuerText,
          ...(item.counts.tasks ? [words.tasksN(count(item.counts.tasks))] : []),
          ...(item.counts.targets ? [words.targetsN(count(item.counts.targets))] : []),
        ]
          .filter(Boolean)
          .join(' · '),
        end: <TallyLine counts={item.counts} />,
      }))}
    />
  );
}
