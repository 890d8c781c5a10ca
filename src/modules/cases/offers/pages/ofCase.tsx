import { type FormHandler, type PageContext, textOf } from '../../../../kit/page.ts';
import { fieldProblem } from '../../../../kit/problems.ts';
import { Button, ButtonRow, Link } from '../../../../web/components/button.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { Explain } from '../../../../web/components/records.tsx';
import { formatDay } from '../../../../web/format.ts';
import { keepSecret, secretOf } from '../../pages/public/access.tsx';
import {
  acceptOffer,
  giveConsent,
  listConsentsOfCase,
  listOffersOfCase,
  openOffer,
  refuseOffer,
  undoOffer,
  withdrawConsent,
} from '../contract.ts';
import { bothWords, ConsentLines, OfferList } from './mine.tsx';
import { FilledList, type FullOffer } from './offer.tsx';
import { sayWords, wordsOf } from './words.ts';

/** A case on the page on which it is followed: its id, and the code or id in the address, under which its secret is kept. */
interface OfCase {
  id: string;
  key: string;
}
const proofIn = (p: PageContext, key: string): { secret?: string } => {
  const secret = secretOf(p, key);
  return secret ? { secret } : {};
};

const Which = ({ id }: { id: string }) => <input type="hidden" name="offerId" value={id} />;

/** The answer to one offer where it is read: accept, change first, refuse for good, or undo while that is open. */
function AnswerHere({ p, offer, of }: { p: PageContext; offer: FullOffer; of: string }) {
  const t = wordsOf(p);
  const name = <span class="hidden"> {sayWords(p.lang, offer.procedure)}</span>;
  const isReady = offer.level >= 3 && offer.ready;
  const reason = (form: string) => (
    <TextInput id={`f-${form}-${offer.id}`} name="reason" label={t.refuseReason} maxLength={300} />
  );
  return (
    <>
      <OfferList p={p} items={[offer]} of={of} />
      {offer.steps.includes('accept') && (
        <>
          <Explain summary={t.filled}>
            <FilledList p={p} offer={offer} />
          </Explain>
          {offer.startsOn && <p>{t.startsText(formatDay(offer.startsOn))}</p>}
          <p class="hint">{t.undoDays(offer.undoDays)}</p>
          <Form name="acceptOffer" csrf={p.csrf}>
            <Which id={offer.id} />
            <ButtonRow>
              {isReady && (
                <Button kind="primary" name="how" value="asPrepared">
                  {t.accept}
                  {name}
                </Button>
              )}
              <Button name="how" value="change">
                {isReady ? t.change : t.fill}
                {name}
              </Button>
            </ButtonRow>
          </Form>
          <Explain summary={t.refuse}>
            <Form name="refuseOffer" csrf={p.csrf}>
              <Which id={offer.id} />
              <p class="hint">{t.refuseHint}</p>
              {reason('refuse')}
              <Button>
                {t.refuse}
                {name}
              </Button>
            </Form>
          </Explain>
        </>
      )}
      {offer.steps.includes('undo') && (
        <Explain summary={t.undo}>
          <Form name="undoOffer" csrf={p.csrf}>
            <Which id={offer.id} />
            <p class="hint">{t.undoLead}</p>
            {reason('undo')}
            <Button>
              {t.undo}
              {name}
            </Button>
          </Form>
        </Explain>
      )}
    </>
  );
}

/** What is offered after this case, answered here; and how to undo it where an offer made it. */
export async function TrackOffers(p: PageContext, { id, key }: OfCase) {
  const t = wordsOf(p);
  const proof = proofIn(p, key);
  const { items } = await p.call(listOffersOfCase, { id, ...proof });
  if (items.length === 0) return null;
  const [open, over] = [
    items.filter(({ steps }) => steps.length > 0),
    items.filter(({ steps }) => steps.length === 0),
  ];
  const offers = await Promise.all(open.map((one) => p.call(openOffer, { id: one.id, ...proof })));
  const origin = items.find((one) => one.caseId === id);
  return (
    <Panel key="offers" title={t.caseTitle} id="offers">
      {origin && <p>{t.bornOf(origin.level)}</p>}
      {offers.map((offer) => (
        <AnswerHere key={offer.id} p={p} offer={offer} of={key} />
      ))}
      {over.length > 0 && <OfferList p={p} items={over} of={key} />}
    </Panel>
  );
}

/** What may begin by itself after this one case; an account allows it for all of its cases at once. */
export async function TrackConsents(p: PageContext, { id, key }: OfCase) {
  const t = wordsOf(p);
  const proof = proofIn(p, key);
  const consents = await p.call(listConsentsOfCase, { id, ...proof });
  if (consents.items.length + consents.possible.length === 0) return null;
  return (
    <Panel key="consents" title={t.consents} id="consents">
      <p>{t.consentsOfCase}</p>
      <ConsentLines p={p} consents={consents} />
      {p.actor.kind === 'account' && !proof.secret && (
        <p>
          <Link href="/my/offers#consents">{t.all}</Link>
        </p>
      )}
    </Panel>
  );
}

type Proven = (p: PageContext) => Promise<OfCase>;
type Fields = Parameters<FormHandler>[1];
const idIn = (fields: Fields): string => {
  const id = textOf(fields, 'offerId') || textOf(fields, 'consentId');
  if (!/^[0-9a-f-]{36}$/.test(id)) throw fieldProblem('offerId', 'Không tìm thấy.', 'Not found.');
  return id;
};
const reasonIn = (fields: Fields): { reason?: string } => {
  const reason = textOf(fields, 'reason').trim();
  return reason ? { reason } : {};
};

/** The answers given on the page of a case, by the secret or the account that opens it. */
export function offerForms(
  proven: Proven,
  addressOf: (p: PageContext) => string,
): Record<string, FormHandler> {
  const proofOf = async (p: PageContext) => proofIn(p, (await proven(p)).key);
  const back = (p: PageContext, at: 'offers' | 'consents', flash: ReturnType<typeof bothWords>) => ({
    redirect: `${addressOf(p)}#${at}`,
    flash,
  });
  return {
    acceptOffer: async (p, fields) => {
      const how = textOf(fields, 'how') === 'asPrepared' ? 'asPrepared' : 'change';
      const proof = { id: idIn(fields), ...(await proofOf(p)) };
      const made = await p.call(acceptOffer, { ...proof, how });
      if (proof.secret) keepSecret(p, made.caseId, proof.secret);
      if (made.as === 'case')
        return back(
          p,
          'offers',
          bothWords((t) => t.acceptedHere),
        );
      const { procedureCode } = await p.call(openOffer, proof);
      return {
        redirect: `/procedures/${procedureCode}/apply?draft=${made.caseId}`,
        flash: bothWords((t) => t.drafted),
      };
    },
    refuseOffer: async (p, fields) => {
      await p.call(refuseOffer, { id: idIn(fields), ...(await proofOf(p)), ...reasonIn(fields) });
      return back(
        p,
        'offers',
        bothWords((t) => t.refused),
      );
    },
    undoOffer: async (p, fields) => {
      await p.call(undoOffer, { id: idIn(fields), ...(await proofOf(p)), ...reasonIn(fields) });
      return back(
        p,
        'offers',
        bothWords((t) => t.undone),
      );
    },
    allow: async (p, fields) => {
      const { id, key } = await proven(p);
      const procedureCode = textOf(fields, 'procedureCode');
      await p.call(giveConsent, { procedureCode, caseId: id, ...proofIn(p, key) });
      return back(
        p,
        'consents',
        bothWords((t) => t.given),
      );
    },
    withdraw: async (p, fields) => {
      await p.call(withdrawConsent, { id: idIn(fields), ...(await proofOf(p)) });
      return back(
        p,
        'consents',
        bothWords((t) => t.withdrawn),
      );
    },
  };
}
