import type { PageContext } from '../../../../kit/page.ts';
import { Notice } from '../../../../web/components/notice.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { formatDay, formatNumber } from '../../../../web/format.ts';
import { countUnitOffers, listOffersOfCase } from '../contract.ts';
import { type Offer, reasonOf, sayWords, wordsOf } from './words.ts';

function Line({ p, one }: { p: PageContext; one: Offer }) {
  const t = wordsOf(p);
  return (
    <li>
      {sayWords(p.lang, one.procedure)}: {t.statuses[one.status]}
      <br />
      <small>
        {reasonOf(p.lang, one)}
        {one.undoUntil && one.steps.includes('undo') && ` · ${t.undoUntil} ${formatDay(one.undoUntil)}`}
      </small>
    </li>
  );
}

/** On the officials' page of a case: what came of it, or that it came of an offer and can still be undone. */
export async function CaseOffers(p: PageContext, caseId: string) {
  const t = wordsOf(p);
  const { items } = await p.call(listOffersOfCase, { id: caseId });
  if (items.length === 0) return null;
  const born = items.find((one) => one.caseId === caseId);
  return (
    <Panel key="offers" title={t.caseTitle}>
      {born && <p>{t.bornOf(born.level)}</p>}
      <ul class="stack">
        {items.map((one) => (
          <Line key={one.id} p={p} one={one} />
        ))}
      </ul>
    </Panel>
  );
}

/** One line on the day of a desk. */
export async function DeskOffers(p: PageContext, unitId: string) {
  const t = wordsOf(p);
  const { open, started, startedToday } = await p.call(countUnitOffers, { unitId });
  if (open + started === 0) return null;
  const n = (count: number) => formatNumber(count, p.lang);
  return (
    <Notice key="offers" tone="info" title={t.desk}>
      <p>{t.deskLine(n(open), n(started), n(startedToday))}</p>
    </Notice>
  );
}
