import { DateInput } from '../../../../web/components/date-input.tsx';
import { FieldGroup } from '../../../../web/components/field.tsx';
import { FieldRow } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { stepRoles } from '../../../mandates/contract.ts';
import type { FormField } from '../../rules/model.ts';
import { useMessages } from '../parts.tsx';
import { ConditionBoxes } from './condition-boxes.tsx';
import { rowsOf, type Sheet } from './flat.ts';
import { OfferBoxes } from './offer-boxes.tsx';
import { optionsOf, Rows, Tick, useBox, useSheet, useWords } from './sheet.tsx';

interface Named {
  value: string;
  text: string;
}

/** Steps that have a key already: those that others can lead to. */
export const knownSteps = ({ values }: Sheet): Named[] =>
  rowsOf(values, 'steps').flatMap((row) =>
    row.text('was') ? [{ value: row.text('was'), text: row.text('vi') }] : [],
  );

export function StepsBoxes({ fields }: { fields: readonly FormField[] }) {
  const t = useWords();
  return (
    <>
      <Panel title={t.stepsTitle}>
        <StepRows fields={fields} />
        <p class="hint">{t.newStepHint}</p>
      </Panel>
      <RuleBoxes />
      <OfferBoxes fields={fields} />
      <TransitionBoxes />
    </>
  );
}

/** The plan of steps, also that of a province. */
export function StepRows({ fields }: { fields: readonly FormField[] }) {
  const t = useWords();
  const { words } = useMessages();
  return (
    <Rows
      list="steps"
      what={t.aStep}
      summary={(row) => row.text('vi')}
      note={(row) =>
        [words.roles[row.text('role') as keyof typeof words.roles], row.text('limit')]
          .filter(Boolean)
          .join(' · ')
      }
    >
      {(row) => <StepRow at={row.at} fields={fields} />}
    </Rows>
  );
}

function StepRow({ at, fields }: { at: string; fields: readonly FormField[] }) {
  const t = useWords();
  const { words } = useMessages();
  const box = useBox();
  return (
    <>
      <FieldRow>
        <TextInput {...box(`${at}.vi`)} label={t.nameVi} />
        <TextInput {...box(`${at}.en`)} label={t.nameEn} />
      </FieldRow>
      <FieldRow>
        <Select
          {...box(`${at}.role`, 'appraise')}
          label={t.role}
          options={stepRoles.map((value) => ({ value, text: words.roles[value] }))}
        />
        <Select {...box(`${at}.at`, 'competent')} label={t.at} options={optionsOf(words.where)} />
        <TextInput {...box(`${at}.limit`)} label={t.limit} hint={t.limitHint} />
      </FieldRow>
      <FieldRow>
        <Select {...box(`${at}.waitsFor`)} label={t.waitsFor} empty={t.none} options={optionsOf(t.waits)} />
        <TextInput {...box(`${at}.silenceAfter`)} label={t.silence} hint={t.limitHint} />
      </FieldRow>
      <Ways at={at} fields={fields} />
    </>
  );
}

/** The ways out of a step; one blank way at the end takes another. */
function Ways({ at, fields }: { at: string; fields: readonly FormField[] }) {
  const sheet = useSheet();
  const ways = rowsOf(sheet.values, `${at}.next`).filter((row) => row.text('to'));
  const next = Math.max(-1, ...ways.map(({ index }) => index)) + 1;
  return (
    <>
      {[...ways.map(({ index }) => index), next].map((index) => (
        <Way key={index} at={`${at}.next.${index}`} fields={fields} hasCondition={ways.length > 1} />
      ))}
    </>
  );
}

function Way({
  at,
  fields,
  hasCondition,
}: {
  at: string;
  fields: readonly FormField[];
  hasCondition: boolean;
}) {
  const t = useWords();
  const box = useBox();
  const sheet = useSheet();
  const { value } = box(`${at}.to`);
  const known = knownSteps(sheet);
  const isKnown = value === '' || known.some((one) => one.value === value);
  const isUsed = value !== '' && (hasCondition || rowsOf(sheet.values, `${at}.when`).length > 0);
  const isNamed = Boolean(sheet.values[`${at}.vi`]) || isUsed;
  return (
    <>
      <FieldRow>
        <Select
          {...box(`${at}.to`)}
          label={t.next}
          empty={t.nextEmpty}
          options={isKnown ? known : [...known, { value, text: value }]}
        />
        {isNamed && <TextInput {...box(`${at}.vi`)} label={t.nameVi} />}
        {isNamed && <TextInput {...box(`${at}.en`)} label={t.nameEn} />}
      </FieldRow>
      {(isUsed || sheet.values[`${at}.when.raw`]) && (
        <ConditionBoxes at={`${at}.when`} title={t.nextCondition} fields={fields} />
      )}
    </>
  );
}

function RuleBoxes() {
  const t = useWords();
  const box = useBox();
  return (
    <Panel title={t.rulesTitle}>
      <FieldRow>
        <TextInput {...box('rules.draftToApplicant')} label={t.draftToApplicant} hint={t.limitHint} />
        <Select
          {...box('rules.proactive')}
          label={t.proactive}
          empty={t.none}
          options={optionsOf(t.proactives)}
        />
      </FieldRow>
    </Panel>
  );
}

function TransitionBoxes() {
  const t = useWords();
  const box = useBox();
  const steps = knownSteps(useSheet());
  return (
    <Panel title={t.transitionTitle}>
      <FieldRow>
        <Select
          {...box('transition.kind')}
          label={t.transition}
          empty={t.noRule}
          options={optionsOf(t.transitions)}
        />
        <Select {...box('transition.step')} label={t.transitionStep} empty={t.none} options={steps} />
      </FieldRow>
      <fieldset class="edit-condition">
        <legend class="label">{t.stated}</legend>
        <FieldRow>
          <TextInput {...box('transition.vi')} label={t.transitionText} />
          <TextInput {...box('transition.en')} label={`${t.transitionText} (${t.english})`} />
        </FieldRow>
        <DateInput {...box('transition.receivedFrom')} label={t.receivedFrom} />
        <FieldGroup name="transition.at" label={t.atSteps} inline>
          {steps.map(({ value, text }) => (
            <Tick key={value} name={`transition.at.${value}`} label={text} />
          ))}
        </FieldGroup>
      </fieldset>
    </Panel>
  );
}
