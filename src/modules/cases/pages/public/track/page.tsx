import { type FormHandler, type PageContext, page, textOf, type View } from '../../../../../kit/page.ts';
import { fieldProblem } from '../../../../../kit/problems.ts';
import { Button, Link } from '../../../../../web/components/button.tsx';
import { Form } from '../../../../../web/components/form.tsx';
import { TextInput } from '../../../../../web/components/inputs.tsx';
import { Notice } from '../../../../../web/components/notice.tsx';
import { Columns, PageHead, Panel } from '../../../../../web/components/panel.tsx';
import { sendMessage, trackCase } from '../../../contract.ts';
import { calledBy } from '../../../lookupCode.ts';
import { publicMessages } from '../../../messages/public.ts';
import { offerForms, TrackConsents, TrackOffers } from '../../../offers/pages/ofCase.tsx';
import { AskSecret, keepSecret, opened } from '../access.tsx';
import { heldIn, Refusal, said, Say, sayIn, textIn } from '../parts.tsx';
import {
  DraftPanel,
  DutyPanel,
  MessagesPanel,
  RatePanel,
  sendDraftAnswer,
  sendRating,
  sendReceipt,
} from './actions.tsx';
import { addressOf, codeOf, findTracked, opensCase, proven, type Tracked } from './load.ts';
import { PapersPanel } from './papers.tsx';
import { printSlip, SlipsPanel } from './slips.tsx';
import { DuePanel, History, Places, States } from './states.tsx';
import { sendStop, StopPart } from './stop.tsx';
import { sendSupplement, SupplementPanel } from './supplement.tsx';

const openAny: FormHandler = async (p, fields) => {
  const [code, secret] = [textOf(fields, 'code').trim(), textOf(fields, 'secret').trim()];
  const isShaped = code.length >= 6 && code.length <= 80 && secret.length >= 6 && secret.length <= 60;
  const found = isShaped ? await p.maybe(trackCase, { code, secret }) : undefined;
  if (!found) throw fieldProblem('code', publicMessages.vi.track.wrong, publicMessages.en.track.wrong);
  const key = found.code ?? found.id;
  keepSecret(p, key, secret);
  return { redirect: `/track/${encodeURIComponent(key)}` };
};

export const trackPage = page({
  path: '/track',
  permission: 'public',
  area: 'portal',
  get: (p) => {
    const { track: t } = textIn(p);
    const held = heldIn(p, 'open');
    const view: View = {
      title: t.title,
      nav: 'track',
      description: t.lead,
      body: (
        <>
          <PageHead title={t.title} lead={t.lead} />
          <Panel>
            <Form name="open" csrf={p.csrf}>
              <Refusal form={held.refused} title={t.notOpened} />
              <TextInput
                {...held.field('code')}
                label={t.code}
                hint={t.codeHint}
                maxLength={80}
                autocomplete="off"
                spellcheck={false}
              />
              <TextInput
                name="secret"
                label={t.secret}
                hint={t.secretHint}
                size="short"
                maxLength={60}
                autocomplete="off"
                spellcheck={false}
              />
              <Button kind="primary" icon="search">
                {t.button}
              </Button>
            </Form>
          </Panel>
        </>
      ),
    };
    return Promise.resolve(view);
  },
  forms: { open: openAny },
});

/** What is asked of the applicant now, or that nothing is. */
async function Asked(p: PageContext, tracked: Tracked) {
  const { track: t } = textIn(p);
  const [supplement, draft] = [await SupplementPanel(p, tracked), await DraftPanel(p)];
  const parts = [supplement, draft, DutyPanel(p, tracked), RatePanel(p, tracked)].filter(Boolean);
  return (
    <section class="stack" aria-labelledby="asked-title">
      <h2 id="asked-title">{t.asked}</h2>
      {parts.length > 0 ? parts : <Notice tone="info">{t.nothing}</Notice>}
    </section>
  );
}

async function caseView(p: PageContext, tracked: Tracked): Promise<View> {
  const { track: t } = textIn(p);
  const { procedure, code } = tracked;
  return {
    title: `${calledBy(tracked)} – ${sayIn(p.lang, procedure)}`,
    nav: 'track',
    crumbs: [
      { href: '/track', text: t.title },
      { href: p.url, text: calledBy(tracked) },
    ],
    body: (
      <>
        <PageHead
          kicker={code ?? t.noCodeYet(calledBy(tracked))}
          title={<Say words={procedure} />}
          actions={<Link href="/track">{t.other}</Link>}
        />
        <Columns
          aside={
            <>
              {await Places(p, tracked)}
              {SlipsPanel(p, tracked)}
              <History p={p} tracked={tracked} />
            </>
          }
        >
          <States tracked={tracked} />
          {await Asked(p, tracked)}
          {await TrackOffers(p, { id: tracked.id, key: codeOf(p) })}
          {await TrackConsents(p, { id: tracked.id, key: codeOf(p) })}
          {await PapersPanel(p, tracked)}
          <DuePanel tracked={tracked} />
          {MessagesPanel(p, tracked)}
          {StopPart(p, tracked)}
        </Columns>
      </>
    ),
  };
}

function askView(p: PageContext): View {
  const { track: t } = textIn(p);
  return {
    title: t.title,
    nav: 'track',
    body: (
      <>
        <PageHead kicker={codeOf(p)} title={t.title} lead={t.lead} />
        <AskSecret p={p} title={t.secret} lead={t.secretHint} button={t.button} />
      </>
    ),
  };
}

const write: FormHandler = async (p, fields) => {
  await p.call(sendMessage, { ...(await proven(p)), text: textOf(fields, 'text') });
  return { redirect: `${addressOf(p)}#messages`, flash: said((m) => m.track.message.sent) };
};
const open: FormHandler = (p) => Promise.resolve({ redirect: addressOf(p) });
const own = (handler: FormHandler): FormHandler => opened(codeOf, opensCase, handler);
const offers = offerForms(async (p) => ({ id: (await proven(p)).id, key: codeOf(p) }), addressOf);

/** Where the code of a slip leads; it asks for the secret, which is never part of an address. */
export const casePage = page({
  path: '/track/:code',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const tracked = await findTracked(p);
    return tracked ? caseView(p, tracked) : askView(p);
  },
  forms: {
    open: own(open),
    supplement: own(sendSupplement),
    draft: own(sendDraftAnswer),
    receipt: own(sendReceipt),
    message: own(write),
    rate: own(sendRating),
    stop: own(sendStop),
    slip: own(printSlip),
    ...Object.fromEntries(Object.entries(offers).map(([name, handler]) => [name, own(handler)])),
  },
});
