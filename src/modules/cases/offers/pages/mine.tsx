import type { ReplyOf } from '../../../../kit/contract.ts';
import { type FormHandler, type PageContext, page, textOf } from '../../../../kit/page.ts';
import { Button } from '../../../../web/components/button.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { EmptyState, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { RecordList } from '../../../../web/components/records.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { formatDay, formatInstant } from '../../../../web/format.ts';
import { giveConsent, listConsents, listMyOffers, withdrawConsent } from '../contract.ts';
import { offerMessages } from '../messages.ts';
import { type Offer, offerAddress, reasonOf, sayWords, wordsOf } from './words.ts';

/** Offers as links: what, why, how they stand. */
export function OfferList({
  p,
  items,
  of,
}: {
  p: PageContext;
  items: readonly Offer[];
  of?: string | undefined;
}) {
  const t = wordsOf(p);
  return (
    <RecordList
      items={items.map((one) => ({
        id: one.id,
        href: offerAddress(one.id, of),
        kicker: reasonOf(p.lang, one),
        title: sayWords(p.lang, one.procedure),
        note: noteOf(t, one),
        end: <Chip tone={one.status === 'open' ? 'warn' : 'calm'}>{t.statuses[one.status]}</Chip>,
      }))}
    />
  );
}

function noteOf(t: ReturnType<typeof wordsOf>, { status, until, startsOn, undoUntil, steps }: Offer): string {
  if (status === 'open' && startsOn) return `${t.startsOn} ${formatDay(startsOn)}`;
  if (status === 'open') return `${t.until} ${formatDay(until)}`;
  return steps.includes('undo') && undoUntil ? `${t.undoUntil} ${formatDay(undoUntil)}` : '';
}

type Consents = ReplyOf<typeof listConsents>;

function ConsentLine({
  p,
  name,
  form,
  field,
  note,
}: {
  p: PageContext;
  name: string;
  form: 'allow' | 'withdraw';
  field: [string, string];
  note?: string;
}) {
  const t = wordsOf(p);
  return (
    <Form name={form} csrf={p.csrf}>
      <input type="hidden" name={field[0]} value={field[1]} />
      <p>
        <strong>{name}</strong> {note && <small>{note}</small>}
      </p>
      <Button small>
        {t[form]}
        <span class="hidden"> {name}</span>
      </Button>
    </Form>
  );
}

function ConsentPanel({ p, consents }: { p: PageContext; consents: Consents }) {
  const t = wordsOf(p);
  const { items, possible } = consents;
  return (
    <Panel title={t.consents} id="consents">
      <p>{t.consentsLead}</p>
      {items.length + possible.length === 0 && <p class="soft">{t.noConsents}</p>}
      <ConsentLines p={p} consents={consents} />
    </Panel>
  );
}

/** Each consent given, to be taken back, and each that could be given. */
export function ConsentLines({ p, consents }: { p: PageContext; consents: Consents }) {
  const t = wordsOf(p);
  const { items, possible } = consents;
  return (
    <>
      {items.map(({ id, procedure, givenAt }) => (
        <ConsentLine
          key={id}
          p={p}
          form="withdraw"
          field={['consentId', id]}
          name={sayWords(p.lang, procedure)}
          note={t.allowed(formatInstant(givenAt))}
        />
      ))}
      {possible.map(({ procedureCode, procedure }) => (
        <ConsentLine
          key={procedureCode}
          p={p}
          form="allow"
          field={['procedureCode', procedureCode]}
          name={sayWords(p.lang, procedure)}
        />
      ))}
    </>
  );
}

export const bothWords = (pick: (t: (typeof offerMessages)['vi']) => string) => ({
  vi: pick(offerMessages.vi),
  en: pick(offerMessages.en),
});
const allow: FormHandler = async (p, fields) => {
  await p.call(giveConsent, { procedureCode: textOf(fields, 'procedureCode') });
  return { redirect: '/my/offers#consents', flash: bothWords((t) => t.given) };
};
const withdraw: FormHandler = async (p, fields) => {
  await p.call(withdrawConsent, { id: textOf(fields, 'consentId') });
  return { redirect: '/my/offers#consents', flash: bothWords((t) => t.withdrawn) };
};

/** What is offered to the account that is signed in, and what it allows to begin by itself. */
export const myOffersPage = page({
  path: '/my/offers',
  permission: 'signedIn',
  area: 'portal',
  get: async (p) => {
    const t = wordsOf(p);
    const { items } = await p.call(listMyOffers, {});
    const consents = await p.call(listConsents, {});
    const active = items.filter(({ steps }) => steps.length > 0);
    const earlier = items.filter(({ steps }) => steps.length === 0);
    return {
      title: t.title,
      nav: 'my-cases',
      body: (
        <>
          <PageHead title={t.title} lead={t.lead} />
          <section class="stack" aria-labelledby="active-title">
            <h2 id="active-title">{t.mine}</h2>
            {active.length > 0 ? (
              <OfferList p={p} items={active} />
            ) : (
              <EmptyState icon="file" title={t.none} />
            )}
          </section>
          {earlier.length > 0 && (
            <section class="stack" aria-labelledby="earlier-title">
              <h2 id="earlier-title">{t.earlier}</h2>
              <OfferList p={p} items={earlier} />
            </section>
          )}
          <ConsentPanel p={p} consents={consents} />
        </>
      ),
    };
  },
  forms: { allow, withdraw },
});
