import { type PageContext, page } from '../../../../kit/page.ts';
import { Link, LinkButton } from '../../../../web/components/button.tsx';
import { EmptyState, PageHead } from '../../../../web/components/panel.tsx';
import { RecordList } from '../../../../web/components/records.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { Pagination } from '../../../../web/components/table.tsx';
import { formatInstant, formatNumber } from '../../../../web/format.ts';
import { withQuery } from '../../../../web/with-query.ts';
import { getProcedure } from '../../../procedures/contract.ts';
import { listCases, listMyDrafts, listMyOffers } from '../../contract.ts';
import { calledBy } from '../../lookupCode.ts';
import { offerMessages } from '../../offers/messages.ts';
import { OfferList } from '../../offers/pages/mine.tsx';
import { sayIn, textIn } from './parts.tsx';
import { toneOf } from './track/states.tsx';

/** The name of each procedure among some records, asked for once. */
async function namesOf(p: PageContext, codes: readonly string[]): Promise<Map<string, string>> {
  const found = [...new Set(codes)].map(async (code) => {
    const shown = await p.maybe(getProcedure, { code });
    return [code, shown?.version ? sayIn(p.lang, shown.version.content.name) : code] as const;
  });
  return new Map(await Promise.all(found));
}

/** Drafts and cases of the account that is signed in. */
export const myPage = page({
  path: '/my',
  permission: 'signedIn',
  area: 'portal',
  get: async (p) => {
    const { mine: t, handlings } = textIn(p).track;
    const drafts = (await p.call(listMyDrafts, {})).items;
    const cases = await p.callWithQuery(listCases, { view: 'own' });
    const offers = (await p.call(listMyOffers, {})).items.filter((one) => one.steps.length > 0);
    const names = await namesOf(
      p,
      [...drafts, ...cases.items].map((one) => one.procedureCode),
    );
    return {
      title: t.title,
      nav: 'my-cases',
      body: (
        <>
          <PageHead title={t.title} actions={<LinkButton href="/procedures">{t.find}</LinkButton>} />
          <section class="stack" aria-labelledby="offers-title">
            <h2 id="offers-title">{offerMessages[p.lang].mine}</h2>
            {offers.length > 0 && <OfferList p={p} items={offers} />}
            <p>
              <Link href="/my/offers">{offerMessages[p.lang].all}</Link>
            </p>
          </section>
          <section class="stack" aria-labelledby="drafts-title">
            <h2 id="drafts-title">{t.drafts}</h2>
            {drafts.length === 0 ? (
              <p class="soft">{t.noDrafts}</p>
            ) : (
              <RecordList
                items={drafts.map((draft) => ({
                  id: draft.id,
                  href: `/procedures/${draft.procedureCode}/apply?draft=${draft.id}`,
                  kicker: draft.procedureCode,
                  title: names.get(draft.procedureCode),
                  note: t.savedAt(formatInstant(draft.savedAt)),
                }))}
              />
            )}
          </section>
          <section class="stack" aria-labelledby="cases-title">
            <h2 id="cases-title">{t.cases}</h2>
            {cases.items.length === 0 ? (
              <EmptyState icon="file" title={t.noCases} />
            ) : (
              <RecordList
                items={cases.items.map((one) => ({
                  id: one.id,
                  href: `/track/${encodeURIComponent(one.code ?? one.id)}`,
                  kicker: one.code ?? `${calledBy(one)} · ${t.submittedAt(formatInstant(one.submittedAt))}`,
                  title: names.get(one.procedureCode),
                  note: one.dueAt && t.due(formatInstant(one.dueAt)),
                  end: <Chip tone={toneOf(one.handling)}>{handlings[one.handling]}</Chip>,
                }))}
              />
            )}
            {cases.next && (
              <Pagination
                summary={formatNumber(cases.items.length, p.lang)}
                nextHref={withQuery(p.url, 'cursor', cases.next)}
              />
            )}
          </section>
        </>
      ),
    };
  },
});
