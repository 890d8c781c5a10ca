import type { ComponentChildren } from 'preact';

import { type FormHandler, type PageContext, page, type View } from '../../../../../kit/page.ts';
import { Button, ButtonRow, LinkButton } from '../../../../../web/components/button.tsx';
import { Form } from '../../../../../web/components/form.tsx';
import { Stepper } from '../../../../../web/components/lists.tsx';
import { PageHead } from '../../../../../web/components/panel.tsx';
import { Explain } from '../../../../../web/components/records.tsx';
import { formatInstant } from '../../../../../web/format.ts';
import { dropDraft, typeDraft } from '../../../contract.ts';
import { ticketOf } from '../../../secrets.ts';
import { AskSecret, opened, proofOf } from '../access.tsx';
import { Refusal, said, Say, sayIn, textIn, useMessages } from '../parts.tsx';
import { begin, beginView } from './begin.tsx';
import { keptView } from './done.tsx';
import { addressOf, draftIdOf, findDraft, opensDraft, type StepKey, stepOf, steps } from './draft.ts';
import { FormStep, saveForm } from './form.tsx';
import { GiveStep, saveGive } from './give.tsx';
import { type Application, loadApplication } from './load.ts';
import { PapersStep, savePapers } from './papers.tsx';
import { isSubmitted, ReviewStep, submit } from './review.tsx';
import { saveWho, WhoStep } from './who.tsx';

const bodies: Record<
  StepKey,
  (p: PageContext, a: Application) => ComponentChildren | Promise<ComponentChildren>
> = {
  who: WhoStep,
  form: FormStep,
  papers: PapersStep,
  give: GiveStep,
  review: ReviewStep,
};
const typed: readonly StepKey[] = ['who', 'form', 'give'];

function Progress({ step }: { step: StepKey }) {
  const { apply: t } = useMessages();
  const now = steps.indexOf(step);
  return (
    <Stepper
      label={t.stepLabel}
      steps={steps.map((key, index) => ({
        title: t.steps[key],
        state: index < now ? 'done' : index === now ? 'current' : 'waiting',
      }))}
    />
  );
}

function StepForm({
  p,
  a,
  step,
  children,
}: {
  p: PageContext;
  a: Application;
  step: StepKey;
  children: ComponentChildren;
}) {
  const { apply: t } = useMessages();
  const { id, savedAt } = a.draft;
  const isTyped = typed.includes(step);
  const autosave = typeDraft.path.replace(':id', id).replace(':part', step);
  const before = steps[steps.indexOf(step) - 1];
  return (
    <Form
      name={step}
      csrf={p.csrf}
      files={step === 'papers'}
      id="apply-form"
      {...(isTyped && { autosave: `/api${autosave}` })}
    >
      {isTyped && <input type="hidden" name="ticket" value={ticketOf(p.app, id)} />}
      <Refusal form={p.form} />
      {children}
      <ButtonRow>
        <Button kind="primary">{step === 'review' ? t.review.submit : t.next}</Button>
        {before && <LinkButton href={addressOf(p, id, before)}>{t.back}</LinkButton>}
      </ButtonRow>
      <p class="hint">{t.savedAt(formatInstant(savedAt))}</p>
    </Form>
  );
}

async function stepView(p: PageContext, a: Application): Promise<View> {
  const { apply: t } = textIn(p);
  const step = stepOf(p);
  const name = a.version.content.name;
  const code = p.params['code']!;
  return {
    title: `${t.steps[step]} – ${sayIn(p.lang, name)}`,
    nav: 'procedures',
    crumbs: [
      { href: '/procedures', text: t.procedures },
      { href: `/procedures/${code}`, text: code },
      { href: p.url, text: t.title },
    ],
    body: (
      <>
        <PageHead
          kicker={
            <>
              <Say words={name} /> · {t.stepOf(steps.indexOf(step) + 1, steps.length)}
            </>
          }
          title={t.steps[step]}
        />
        <Progress step={step} />
        <StepForm p={p} a={a} step={step}>
          {await bodies[step](p, a)}
        </StepForm>
        <Form name="later" csrf={p.csrf} action={addressOf(p, a.draft.id, step)}>
          <p>
            <Button small>{t.later}</Button>{' '}
            <span class="hint">{p.actor.kind === 'account' ? t.laterHintOwn : t.laterHint}</span>
          </p>
        </Form>
        <Explain summary={t.drop.title}>
          <Form name="drop" csrf={p.csrf} action={addressOf(p, a.draft.id, step)}>
            <p>{t.drop.lead}</p>
            <Button kind="danger" small>
              {t.drop.button}
            </Button>
          </Form>
        </Explain>
      </>
    ),
  };
}

function askView(p: PageContext): View {
  const { open: t } = textIn(p).apply;
  return {
    title: t.title,
    nav: 'procedures',
    body: (
      <>
        <PageHead title={t.title} />
        <AskSecret p={p} title={t.secret} lead={t.lead} button={t.button}>
          <LinkButton href={`/procedures/${p.params['code']!}/apply`}>{t.fresh}</LinkButton>
        </AskSecret>
      </>
    ),
  };
}

const open: FormHandler = (p) => Promise.resolve({ redirect: addressOf(p, draftIdOf(p), stepOf(p)) });
const later: FormHandler = async (p) => keptView(p, (await findDraft(p))!);
const drop: FormHandler = async (p) => {
  const id = draftIdOf(p);
  await p.call(dropDraft, { id, ...proofOf(p, id) });
  return { redirect: `/procedures/${p.params['code']!}`, flash: said((m) => m.apply.drop.done) };
};
const own = (handler: FormHandler): FormHandler => opened(draftIdOf, opensDraft, handler);

/** A draft that was handed in answers with its confirmation or its case, whichever button was pressed. */
const send: FormHandler = async (p, fields) =>
  (await isSubmitted(p, draftIdOf(p))) ? submit(p, fields) : own(submit)(p, fields);

export const applyPage = page({
  path: '/procedures/:code/apply',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const id = draftIdOf(p);
    if (!id) return beginView(p);
    const draft = await findDraft(p);
    if (draft) return stepView(p, await loadApplication(p, draft));
    return (await isSubmitted(p, id)) ? { redirect: `/track/${id}` } : askView(p);
  },
  forms: {
    begin,
    open: own(open),
    later: own(later),
    drop: own(drop),
    who: own(saveWho),
    form: own(saveForm),
    papers: own(savePapers),
    give: own(saveGive),
    review: send,
  },
});
