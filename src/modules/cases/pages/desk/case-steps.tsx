import type { FormHandler, PageContext } from '../../../../kit/page.ts';
import { submits } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { listHolders } from '../../../mandates/contract.ts';
import { pickedHandler } from '../../../organisations/index.ts';
import type { CaseView } from './case-load.ts';
import { keptOf, type Picked, pickIn, Refusal, said } from './parts/forms.tsx';
import type { Person } from './parts/names.ts';
import { useDesk } from './parts/words.tsx';
import {
  asks,
  danger,
  endpoints,
  type FormStep,
  formSteps,
  inputOf,
  mainSteps,
  moreSteps,
} from './step-asks.ts';
import { certificatesFor } from './step-certificate.tsx';
import { AskField, type Choices } from './step-fields.tsx';

type Role = 'receive' | 'assign' | 'appraise' | 'check' | 'sign' | 'issue' | 'return' | 'collect' | 'consult';

async function holders(p: PageContext, view: CaseView, unitId: string, role: string): Promise<Person[]> {
  if (!p.can('mandate.view')) return [];
  const { procedure } = view.c;
  const about = { procedureCode: procedure.code, field: view.plan.field };
  const found = await p.maybe(listHolders, { unitId, role: role as Role, ...about });
  return [...new Map((found?.items ?? []).map(({ person }) => [person.id, person])).values()];
}

const unitAt = ({ c }: CaseView, at: string): string =>
  at === 'reception'
    ? c.places.reception
    : at === 'returnPlace'
      ? c.places.returnTo
      : (c.places.decision ?? c.atUnitId);

/** Who may be chosen in the forms that are open to this person. */
export async function choicesFor(p: PageContext, view: CaseView): Promise<Choices> {
  const { c } = view;
  const open = new Set<string>(c.steps);
  const units: Record<string, Picked> = {};
  const add = async (form: FormStep, name: string) => {
    if (open.has(form)) units[`${form} ${name}`] = await pickIn(p, keptOf(p, form), name);
  };
  await add('consult', 'unitId');
  await add('transfer', 'toUnitId');
  if (c.next.some(({ at }) => at === 'coordinator')) await add('advance', 'toUnitId');
  const now = open.has('assign') && c.step ? await holders(p, view, c.step.unitId, c.step.role) : [];
  const [next] = c.next;
  const certificates = await certificatesFor(p, open.has('sign'));
  const hasTaker = open.has('advance') && next && next.at !== 'coordinator';
  const taking = hasTaker ? await holders(p, view, unitAt(view, next.at), next.role) : [];
  return { units, now, next: taking, certificates };
}

interface StepProps {
  p: PageContext;
  step: FormStep;
  view: CaseView;
  choices: Choices;
  isMain: boolean;
}

/** What a form sends without asking. */
function Hidden({ step, view: { c } }: StepProps) {
  if (step === 'advance' || step === 'sign')
    return <input type="hidden" name="step" value={c.step?.key ?? ''} />;
  return step === 'pay' ? <input type="hidden" name="code" value={c.code ?? ''} /> : null;
}

function StepForm(props: StepProps) {
  const { p, step, view, choices, isMain } = props;
  const t = useDesk().steps[step];
  const kept = keptOf(p, step);
  const form = (
    <Form name={step} csrf={p.csrf}>
      <Refusal kept={kept} />
      <p class="hint">{t.text}</p>
      <Hidden {...props} />
      {asks[step].map((ask) => (
        <AskField key={ask} p={p} ask={ask} kept={kept} view={view} choices={choices} />
      ))}
      <ButtonRow>
        <Button kind={danger.has(step) ? 'danger' : 'primary'}>{t.send}</Button>
      </ButtonRow>
    </Form>
  );
  if (isMain && step !== 'askSupplement')
    return (
      <Panel title={t.title} level={3} id={`step-${step}`}>
        {form}
      </Panel>
    );
  return (
    <details open={kept.refused !== undefined} id={`step-${step}`}>
      <summary>{t.title}</summary>
      {form}
    </details>
  );
}

/** What this person can do with the case now; nothing that would be refused is shown. */
export function StepsPanel({ p, view, choices }: { p: PageContext; view: CaseView; choices: Choices }) {
  const { steps: t } = useDesk();
  const open = new Set<string>(view.c.steps);
  const main = mainSteps.filter((step) => open.has(step));
  const more = moreSteps.filter((step) => open.has(step));
  return (
    <section class="step-forms" id="steps" aria-labelledby="steps-title">
      <h2 id="steps-title">{t.title}</h2>
      {main.map((step) => (
        <StepForm key={step} p={p} step={step} view={view} choices={choices} isMain />
      ))}
      {main.length === 0 && more.length === 0 && <p class="soft">{t.none}</p>}
      {more.length > 0 && <h3>{t.more}</h3>}
      {more.map((step) => (
        <StepForm key={step} p={p} step={step} view={view} choices={choices} isMain={false} />
      ))}
    </section>
  );
}

const handler = (step: FormStep): FormHandler =>
  pickedHandler(
    submits(endpoints[step], {
      input: (fields, p) => inputOf(step, fields, p),
      then: (_, p) => ({
        redirect: `/cases/${p.params['id']!}`,
        flash: said((m) => m.steps[step].done),
      }),
    }),
  );

/** The handlers of the forms, by the name of their step. */
export const stepHandlers: Record<string, FormHandler> = Object.fromEntries(
  formSteps.map((step) => [step, handler(step)]),
);
