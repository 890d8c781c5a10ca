import type { ReplyOf } from '../../../../kit/contract.ts';
import { type FormHandler, type PageContext, page, textOf, type View } from '../../../../kit/page.ts';
import { Button, ButtonRow, LinkButton } from '../../../../web/components/button.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { formatDay } from '../../../../web/format.ts';
import { AskSecret, keepSecret, opened, secretOf } from '../../pages/public/access.tsx';
import { acceptOffer, openOffer, refuseOffer, undoOffer } from '../contract.ts';
import { bothWords } from './mine.tsx';
import { offerAddress, reasonOf, sayWords, wordsOf } from './words.ts';

export type FullOffer = ReplyOf<typeof openOffer>;

const idOf = (p: PageContext): string => p.params['id']!;
const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);
/** The secret of the offer itself, or of the case that led to it. */
const held = (p: PageContext): string | undefined =>
  secretOf(p, idOf(p)) ?? (p.query['of'] ? secretOf(p, p.query['of']) : undefined);
const proofIn = (p: PageContext, secret = held(p)) => ({ id: idOf(p), ...(secret && { secret }) });

const findOpen = async (p: PageContext, secret = held(p)): Promise<FullOffer | undefined> =>
  !isId(idOf(p)) || (!secret && p.actor.kind !== 'account')
    ? undefined
    : p.maybe(openOffer, proofIn(p, secret));

function Why({ p, offer }: { p: PageContext; offer: FullOffer }) {
  const t = wordsOf(p);
  const { source, status, startsOn, undoUntil } = offer;
  return (
    <Panel title={t.why}>
      <KeyValueList
        items={[
          { key: t.reason, value: reasonOf(p.lang, offer) },
          {
            key: t.source,
            value:
              source.kind === 'authority' ? <span lang="vi">{source.name}</span> : t.fromCase(source.code),
          },
          { key: t.legalBasis, value: <span lang="vi">{offer.legalBasis}</span> },
          status === 'open' && { key: t.until, value: <strong>{formatDay(offer.until)}</strong> },
          startsOn !== undefined && { key: t.startsOn, value: <strong>{formatDay(startsOn)}</strong> },
          undoUntil !== undefined && { key: t.undoUntil, value: <strong>{formatDay(undoUntil)}</strong> },
        ]}
      />
    </Panel>
  );
}

function Filled({ p, offer }: { p: PageContext; offer: FullOffer }) {
  return (
    <Panel title={wordsOf(p).filled}>
      <FilledList p={p} offer={offer} />
    </Panel>
  );
}

/** The answers that are known, each with its origin, and what is still missing. */
export function FilledList({ p, offer }: { p: PageContext; offer: FullOffer }) {
  const t = wordsOf(p);
  const say = (words: { vi: string; en?: string | undefined }) => sayWords(p.lang, words);
  return (
    <>
      <KeyValueList
        items={[
          { key: t.place, value: say(offer.place.name) },
          ...offer.fields.map(({ label, shown, from }) => ({
            key: say(label),
            value: (
              <>
                {say(shown)} <small>({t.origin[from.source](from.caseCode ?? from.database ?? '')})</small>
              </>
            ),
          })),
        ]}
      />
      {offer.fields.length === 0 && <p class="soft">{t.nothingFilled}</p>}
      {offer.missing.length > 0 && offer.status === 'open' && (
        <Notice tone="info" title={t.missing}>
          <ul>
            {offer.missing.map((one) => (
              <li key={one.vi}>{say(one)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function Answer({ p, offer }: { p: PageContext; offer: FullOffer }) {
  const t = wordsOf(p);
  const isReady = offer.level >= 3 && offer.ready;
  return (
    <Panel title={t.answer}>
      {offer.startsOn && <p>{t.startsText(formatDay(offer.startsOn))}</p>}
      <p>{t.undoDays(offer.undoDays)}</p>
      <Form name="accept" csrf={p.csrf}>
        <ButtonRow>
          {isReady && (
            <Button kind="primary" name="how" value="asPrepared">
              {t.accept}
            </Button>
          )}
          <Button kind={isReady ? 'plain' : 'primary'} name="how" value="change">
            {isReady ? t.change : t.fill}
          </Button>
        </ButtonRow>
      </Form>
      <Form name="refuse" csrf={p.csrf}>
        <TextInput name="reason" label={t.refuseReason} hint={t.refuseHint} maxLength={300} />
        <Button>{t.refuse}</Button>
      </Form>
    </Panel>
  );
}

function Undo({ p }: { p: PageContext }) {
  const t = wordsOf(p);
  return (
    <Panel title={t.undo}>
      <p>{t.undoLead}</p>
      <Form name="undo" csrf={p.csrf}>
        <TextInput name="reason" label={t.refuseReason} maxLength={300} />
        <Button>{t.undo}</Button>
      </Form>
    </Panel>
  );
}

/** The draft or case that came of it. */
function Came({ p, offer }: { p: PageContext; offer: FullOffer }) {
  const t = wordsOf(p);
  const { caseId, caseCode, isDraft, procedureCode } = offer;
  if (!caseId) return null;
  const href = isDraft
    ? `/procedures/${procedureCode}/apply?draft=${caseId}`
    : `/track/${encodeURIComponent(caseCode ?? caseId)}`;
  return (
    <p>
      <LinkButton kind="primary" href={href}>
        {isDraft ? t.openDraft : t.openCase}
      </LinkButton>
    </p>
  );
}

const tones = {
  open: 'info',
  accepted: 'good',
  started: 'good',
  refused: 'info',
  undone: 'info',
  lapsed: 'warn',
} as const;

function offerView(p: PageContext, offer: FullOffer): View {
  const t = wordsOf(p);
  const title = sayWords(p.lang, offer.procedure);
  const level = offer.level as keyof typeof t.levels;
  return {
    title,
    nav: p.actor.kind === 'account' ? 'my-cases' : 'track',
    body: (
      <>
        <PageHead kicker={t.level(offer.level)} title={title} lead={t.levels[level]} />
        <Notice tone={tones[offer.status]} title={t.statuses[offer.status]}>
          <Came p={p} offer={offer} />
        </Notice>
        <Why p={p} offer={offer} />
        <Filled p={p} offer={offer} />
        {offer.steps.includes('accept') && <Answer p={p} offer={offer} />}
        {offer.steps.includes('undo') && <Undo p={p} />}
      </>
    ),
  };
}

function askView(p: PageContext): View {
  const t = wordsOf(p);
  return {
    title: t.title,
    nav: 'track',
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <AskSecret p={p} title={t.open} lead={t.opens} button={t.open} />
      </>
    ),
  };
}

const back = (p: PageContext): string => offerAddress(idOf(p), p.query['of']);

const accept: FormHandler = async (p, fields) => {
  const how = textOf(fields, 'how') === 'asPrepared' ? 'asPrepared' : 'change';
  const secret = held(p);
  const made = await p.call(acceptOffer, { ...proofIn(p), how });
  if (secret) keepSecret(p, made.caseId, secret);
  if (made.as === 'case') return { redirect: back(p), flash: bothWords((t) => t.accepted) };
  const { procedureCode } = (await findOpen(p))!;
  return {
    redirect: `/procedures/${procedureCode}/apply?draft=${made.caseId}`,
    flash: bothWords((t) => t.drafted),
  };
};
const reasonIn = (fields: Parameters<FormHandler>[1]) => {
  const reason = textOf(fields, 'reason').trim();
  return reason ? { reason } : {};
};
const refuse: FormHandler = async (p, fields) => {
  await p.call(refuseOffer, { ...proofIn(p), ...reasonIn(fields) });
  return { redirect: back(p), flash: bothWords((t) => t.refused) };
};
const undo: FormHandler = async (p, fields) => {
  await p.call(undoOffer, { ...proofIn(p), ...reasonIn(fields) });
  return { redirect: back(p), flash: bothWords((t) => t.undone) };
};
const open: FormHandler = (p) => Promise.resolve({ redirect: back(p) });
const opens = async (p: PageContext, secret: string | undefined): Promise<boolean> =>
  (await findOpen(p, secret ?? held(p))) !== undefined;
const own = (handler: FormHandler): FormHandler => opened(idOf, opens, handler);

/** One offer: what, why, from which source, until when; the answer, and the way back. */
export const offerPage = page({
  path: '/offers/:id',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const offer = await findOpen(p);
    return offer ? offerView(p, offer) : askView(p);
  },
  forms: { open: own(open), accept: own(accept), refuse: own(refuse), undo: own(undo) },
});
