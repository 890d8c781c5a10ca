import type { ComponentChildren } from 'preact';

import type { PageContext } from '../../../../kit/page.ts';
import { Checkbox, Radios } from '../../../../web/components/choices.tsx';
import { FieldRow } from '../../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../../web/components/inputs.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import type { CaseView } from './case-load.ts';
import type { Kept, Picked } from './parts/forms.tsx';
import type { Person } from './parts/names.ts';
import { sayIn, useDesk } from './parts/words.tsx';
import type { Ask } from './step-asks.ts';
import { type Certificates, CertificateSelect, hasChoice } from './step-certificate.tsx';
import { CorrectionFields, Papers, Points } from './step-lists.tsx';

/** Who and what can be chosen in the forms of one case. */
export interface Choices {
  /** By form and field. */
  units: Readonly<Record<string, Picked>>;
  /** Who may be given the case as it stands, and who may take the next step. */
  now: readonly Person[];
  next: readonly Person[];
  /** With which of his certificates this person may sign today. */
  certificates: Certificates;
}

export interface AskProps {
  p: PageContext;
  ask: Ask;
  kept: Kept;
  view: CaseView;
  choices: Choices;
}

const people = (list: readonly Person[]) => list.map(({ id, name }) => ({ value: id, text: name }));
const lines = { reason: true, text: true, question: true, answer: true } as const;
const shorts = new Set<Ask>([
  'remarks',
  'serial',
  'number',
  'taker',
  'document',
  'legalBasis',
  'decisionNumber',
  'ruling',
  'reference',
  'receiptId',
  'basis',
  'basisOptional',
]);
const must = new Set<Ask>(['taker', 'legalBasis', 'receiptId', 'basis', 'ruling']);

/** One control of a step's form. */
export function AskField(props: AskProps): ComponentChildren {
  const { ask, kept } = props;
  const { fields: f } = useDesk().steps;
  if (ask === 'serial' && hasChoice(props.choices.certificates))
    return <CertificateSelect kept={kept} certificates={props.choices.certificates} />;
  if (shorts.has(ask)) {
    const name = ask === 'basisOptional' ? 'basis' : ask === 'ruling' ? 'decisionNumber' : ask;
    const label = f[ask === 'basisOptional' ? 'basis' : (ask as 'remarks')];
    return (
      <TextInput {...kept.field(name)} label={label} required={must.has(ask)} optional={!must.has(ask)} />
    );
  }
  const name = ask.replace('Optional', '');
  if (name in lines) {
    const isOptional = ask.endsWith('Optional');
    return (
      <TextArea
        {...kept.field(name)}
        label={f[name as 'reason']}
        rows={2}
        required={!isOptional}
        optional={isOptional}
      />
    );
  }
  return <ChoiceField {...props} />;
}

function ChoiceField(props: AskProps): ComponentChildren {
  const { ask, kept, view, choices, p } = props;
  const { fields: f } = useDesk().steps;
  const unit = choices.units[`${kept.form} ${ask === 'coordinator' ? 'toUnitId' : ask}`];
  switch (ask) {
    case 'to':
      return view.c.next.length > 1 ? (
        <Select
          {...kept.field('to')}
          label={f.to}
          required
          options={view.c.next.map((one) => ({ value: one.key, text: sayIn(p.lang, one) }))}
        />
      ) : null;
    case 'takerPerson':
      return (
        <Select
          {...kept.field('personId')}
          label={f.person}
          empty={f.anyone}
          optional
          options={people(choices.next)}
        />
      );
    case 'personId':
      return <Select {...kept.field('personId')} label={f.person} required options={people(choices.now)} />;
    case 'coordinator':
    case 'toUnitId':
    case 'unitId':
      return unit ? <UnitPicker {...unit} label={f.toUnit} search required /> : null;
    case 'outcome':
    case 'outcomeOptional':
      return (
        <Radios
          {...kept.field('outcome', (view.c.decision?.['outcome'] as string | undefined) ?? 'granted')}
          label={f.outcome}
          inline
          choices={[
            { value: 'granted', text: f.granted },
            { value: 'denied', text: f.denied },
          ]}
        />
      );
    default:
      return <SelectField {...props} />;
  }
}

/** One choice of a fixed list. */
function SelectField(props: AskProps): ComponentChildren {
  const { ask, kept, view } = props;
  const { steps: s } = useDesk();
  const { fields: f } = s;
  switch (ask) {
    case 'how':
      return (
        <Select
          {...kept.field('how')}
          label={f.how}
          options={(['handedOver', 'sent'] as const).map((value) => ({ value, text: f[value] }))}
        />
      );
    case 'pauseReason':
      return (
        <Select
          {...kept.field('reason')}
          label={f.reason}
          options={Object.entries(s.pauses).map(([value, text]) => ({ value, text }))}
        />
      );
    case 'gateway':
      return (
        <Select
          {...kept.field('gateway')}
          label={f.gateway}
          options={(['cashier', 'bank'] as const).map((value) => ({ value, text: f[value] }))}
        />
      );
    case 'consultationId':
      return (
        <Select
          {...kept.field('consultationId')}
          label={f.question}
          options={view.c.consultations
            .filter((one) => !one['answeredAt'])
            .map((one) => ({ value: String(one['id']), text: view.names.unit(String(one['unitId'])) }))}
        />
      );
    default:
      return <OtherField {...props} />;
  }
}

function OtherField({ ask, kept, view, p }: AskProps): ComponentChildren {
  const { fields: f, units } = useDesk().steps;
  const box = (name: string, label: string, on = false) => (
    <Checkbox name={name} id={kept.field(name).id} label={label} checked={kept.checked(name, on)} />
  );
  switch (ask) {
    case 'agrees':
      return box('agrees', f.agrees, true);
    case 'pauses':
      return box('pauses', f.pauses, kept.form === 'askDuty');
    case 'silence':
      return box('silenceConsents', f.silence);
    case 'amount':
      return (
        <TextInput {...kept.field('amount')} label={f.amount} inputMode="numeric" size="short" required />
      );
    case 'limit':
      return (
        <FieldRow>
          <TextInput
            {...kept.field('limit.value', 2)}
            label={f.limitValue}
            inputMode="decimal"
            size="short"
            required
          />
          <Select
            {...kept.field('limit.unit', 'workingDay')}
            label={f.limitUnit}
            options={Object.entries(units).map(([value, text]) => ({ value, text }))}
          />
        </FieldRow>
      );
    case 'points':
      return <Points kept={kept} view={view} lang={p.lang} />;
    case 'papers':
      return <Papers kept={kept} view={view} lang={p.lang} />;
    case 'correction':
      return <CorrectionFields kept={kept} view={view} lang={p.lang} />;
    default:
      return null;
  }
}
