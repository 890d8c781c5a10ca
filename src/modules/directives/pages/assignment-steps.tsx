import type { ComponentChildren } from 'preact';
import type { z } from 'zod';

import type { Endpoint } from '../../../kit/contract.ts';
import { type FormHandler, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow, LinkButton } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { pickedHandler } from '../../organisations/index.ts';
import {
  acceptClaim,
  askExtension,
  cancelAssignment,
  changeDue,
  confirmClaim,
  type getAssignment,
  grantExtension,
  markUncheckable,
  redirectAssignment,
  refuseExtension,
  reopen,
  returnClaim,
  unlockPeriod,
} from '../contract.ts';
import { type Kept, keptOf, type Picked, Refusal, said } from './parts/forms.tsx';
import { periodName, useMessages } from './parts/say.tsx';

type Assignment = z.infer<typeof getAssignment.reply>;

/** The steps that are a form of this page; reporting has a page of its own. */
const endpoints = {
  confirm: confirmClaim,
  accept: acceptClaim,
  return: returnClaim,
  grantExtension,
  refuseExtension,
  askExtension,
  changeDue,
  redirect: redirectAssignment,
  unlock: unlockPeriod,
  reopen,
  cancel: cancelAssignment,
  markUncheckable,
} as const satisfies Record<string, Endpoint>;
type FormStep = keyof typeof endpoints;
const formSteps = Object.keys(endpoints) as FormStep[];

/** What each step asks for, in the order of the form. */
const asks: Record<
  FormStep,
  readonly (
    | 'reason'
    | 'document'
    | 'until'
    | 'deadlineText'
    | 'toUnitId'
    | 'period'
    | 'grantUntil'
    | 'unlockUntil'
  )[]
> = {
  confirm: [],
  accept: [],
  return: ['reason'],
  reopen: ['reason'],
  askExtension: ['until', 'reason', 'document'],
  grantExtension: ['grantUntil', 'document'],
  refuseExtension: ['reason'],
  changeDue: ['deadlineText', 'document', 'reason'],
  redirect: ['toUnitId', 'reason', 'document'],
  cancel: ['reason', 'document'],
  markUncheckable: ['reason'],
  unlock: ['period', 'unlockUntil', 'reason'],
};
const needsDocument = new Set<FormStep>(['grantExtension', 'changeDue']);
const danger = new Set<FormStep>(['return', 'cancel', 'refuseExtension']);

export interface StepChoices {
  /** To whom the duty may be redirected. */
  unit: Picked;
  lockedPeriods: readonly string[];
}

function Question({
  name,
  step,
  k,
  a,
  choices,
  lang,
}: {
  name: string;
  step: FormStep;
  k: Kept;
  a: Assignment;
  choices: StepChoices;
  lang: 'vi' | 'en';
}) {
  const {
    work: { steps: t },
  } = useMessages();
  switch (name) {
    case 'document':
      return (
        <TextInput
          {...k.field('document')}
          label={t.document}
          hint={t.documentHint}
          required={needsDocument.has(step)}
          optional={!needsDocument.has(step)}
        />
      );
    case 'until':
      return <DateInput {...k.field('until')} label={t.until} required />;
    case 'grantUntil':
      return <DateInput {...k.field('until', a.extension?.until)} label={t.until} required />;
    case 'unlockUntil':
      return <DateInput {...k.field('until')} label={t.unlockUntil} required />;
    case 'deadlineText':
      return <TextInput {...k.field('deadlineText')} label={t.newDeadline} hint={t.deadlineHint} required />;
    case 'toUnitId':
      return <UnitPicker {...choices.unit} label={t.toUnit} search required />;
    case 'period':
      return (
        <Select
          {...k.field('period')}
          label={t.period}
          options={choices.lockedPeriods.map((value) => ({ value, text: periodName(value, lang) }))}
          required
        />
      );
    default:
      return (
        <TextArea
          {...k.field('reason')}
          label={t.reason}
          rows={2}
          required={step !== 'changeDue'}
          optional={step === 'changeDue'}
        />
      );
  }
}

function StepForm({
  p,
  step,
  a,
  choices,
}: {
  p: PageContext;
  step: FormStep;
  a: Assignment;
  choices: StepChoices;
}) {
  const {
    work: { steps: t },
  } = useMessages();
  const k = keptOf(p, step);
  const words = t[step];
  const isDirect = asks[step].length === 0;
  const body: ComponentChildren = (
    <Form name={step} csrf={p.csrf}>
      <Refusal kept={k} />
      <p class="hint">{words.text}</p>
      {asks[step].map((name) => (
        <Question key={name} name={name} step={step} k={k} a={a} choices={choices} lang={p.lang} />
      ))}
      <ButtonRow>
        <Button
          kind={danger.has(step) ? 'danger' : 'primary'}
          {...(step === 'cancel' ? { confirm: t.cancel.sure } : {})}
        >
          {words.send}
        </Button>
      </ButtonRow>
    </Form>
  );
  if (isDirect)
    return (
      <Panel title={words.title} level={3}>
        {body}
      </Panel>
    );
  return (
    <details open={k.refused !== undefined}>
      <summary>{words.title}</summary>
      {body}
    </details>
  );
}

/** What this person can do now; nothing that would be refused is shown. */
export function StepPanel({ p, a, choices }: { p: PageContext; a: Assignment; choices: StepChoices }) {
  const {
    work: { steps: t },
  } = useMessages();
  const open = formSteps.filter(
    (step) => a.steps.includes(step) && (step !== 'unlock' || choices.lockedPeriods.length > 0),
  );
  const reports = a.steps.includes('report') || a.steps.includes('claim');
  if (p.actor.kind === 'public') return null;
  return (
    <section class="step-forms" id="steps" aria-labelledby="steps-title">
      <h2 id="steps-title">{t.title}</h2>
      {reports && (
        <p>
          <LinkButton kind="primary" icon="edit" href={`/assignments/${a.id}/report`}>
            {t.report}
          </LinkButton>
        </p>
      )}
      {open.map((step) => (
        <StepForm key={step} p={p} step={step} a={a} choices={choices} />
      ))}
      {!reports && open.length === 0 && <p class="soft">{t.none}</p>}
    </section>
  );
}

const handler = (step: FormStep): FormHandler =>
  pickedHandler(
    submits(endpoints[step] as Endpoint, {
      input: (fields, p) => ({ ...fields, id: p.params['id'] }),
      then: (_, p) => ({
        redirect: `/assignments/${p.params['id']!}`,
        flash: said((m) => m.work.steps[step].done),
      }),
    }),
  );

export const stepHandlers: Record<string, FormHandler> = Object.fromEntries(
  formSteps.map((step) => [step, handler(step)]),
);
