import type { ComponentChildren } from 'preact';

import type { PageContext } from '../../../../kit/page.ts';
import { Button } from '../../../../web/components/button.tsx';
import { Checkbox } from '../../../../web/components/choices.tsx';
import { ErrorSummary, FieldRow, Form } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { UnitPicker, type UnitPick } from '../../../../web/components/unit-picker.tsx';
import { formatNumber } from '../../../../web/format.ts';
import type { ProcedureForm } from '../../../procedures/contract.ts';
import { FormView } from '../../../procedures/index.ts';
import type { Kept, Picked } from './parts/forms.tsx';
import { HandlingChip, useDesk, when } from './parts/words.tsx';
import { boxesOf, formBelow } from './receive-asked.ts';
import type { Intake, Twins } from './receive-load.ts';
import { Components } from './receive-papers.tsx';

export interface IntakeProps {
  p: PageContext;
  intake: Intake;
  kept: Kept;
  twins: Twins;
  picks: Readonly<Record<string, UnitPick>>;
  place: Picked | undefined;
  returnTo: Picked;
  help: Picked;
}

/** Errors of the form's own fields by their keys. */
const formErrors = (kept: Kept): Record<string, string> =>
  Object.fromEntries(
    Object.entries(kept.refused?.errors ?? {}).flatMap(([path, message]) =>
      path.startsWith('values.') ? [[path.slice('values.'.length), message]] : [],
    ),
  );

function Refused({ kept, form }: { kept: Kept; form: ProcedureForm | undefined }) {
  const { receive: t } = useDesk();
  if (!kept.refused?.problem.code) return null;
  const { errors, problem } = kept.refused;
  const above = form ? boxesOf(form) : {};
  const named = Object.entries(errors).map(([path, message]) => {
    const key = /^values\.(.+)$/.exec(path)?.[1];
    return [key && !above[key] ? `form.${key}` : `${kept.form}-${(key && above[key]) ?? path}`, message];
  });
  // Where fields are marked the remedy says already that nothing is lost.
  const isKept = named.length === 0 ? t.kept : '';
  const detail = [problem.detail, problem.remedy, isKept].filter(Boolean).join(' ');
  return <ErrorSummary title={problem.title} detail={detail} errors={Object.fromEntries(named)} />;
}

/** Open cases of the same person: to be looked at before the same is taken in once more. */
function TwinsNotice({ twins, p }: { twins: Twins; p: PageContext }) {
  const { receive: t, words } = useDesk();
  if (twins.length === 0) return null;
  return (
    <Notice tone="warn" live title={t.twins(formatNumber(twins.length, p.lang))}>
      <ul>
        {twins.map((one) => (
          <li key={one.id}>
            <a href={`/cases/${one.id}`}>{one.code ?? words.noCode}</a> {when(one.submittedAt)}{' '}
            <HandlingChip state={one.handling} />
          </li>
        ))}
      </ul>
      <p>{t.twinsHint}</p>
      <input type="hidden" name="twinsSeen" value="true" />
    </Notice>
  );
}

/** Co-applicants in the form: who has more adds them to the case afterwards. */
export const coRows = [0, 1, 2, 3] as const;

function ApplicantFields({ kept }: { kept: Kept }) {
  const { receive: t, words } = useDesk();
  const line = (
    name: string,
    label: string,
    more: { hint?: string; required?: boolean; focus?: boolean } = {},
  ) => (
    <TextInput {...kept.field(name)} label={label} autocomplete="off" {...more} optional={!more.required} />
  );
  return (
    <Panel title={t.applicant}>
      <div class="form">
        <FieldRow>
          {line('applicant.personalId', t.personalId, { hint: t.personalIdHint, focus: !kept.refused })}
          {line('applicant.fullName', t.fullName, { required: true })}
          <Select
            {...kept.field('applicant.kind', 'citizen')}
            label={t.kind}
            options={Object.entries(words.kinds).map(([value, text]) => ({ value, text }))}
            size="short"
          />
        </FieldRow>
        <FieldRow>
          {line('applicant.phone', t.phone)}
          {line('applicant.email', t.email)}
          {line('applicant.address', t.address)}
        </FieldRow>
        <details open={Boolean(kept.value('representative.fullName'))}>
          <summary>{t.representative}</summary>
          <FieldRow>
            {line('representative.fullName', t.repName)}
            {line('representative.personalId', t.repId)}
            {line('representative.authority', t.authority)}
          </FieldRow>
          <Checkbox
            name="representative.consent"
            id={kept.field('representative.consent').id}
            label={t.consent}
            checked={kept.checked('representative.consent')}
          />
        </details>
        <details open={Boolean(kept.value('coApplicants.0.fullName'))}>
          <summary>{t.coApplicants}</summary>
          <p class="hint">{t.coApplicantsHint}</p>
          {coRows.map((i) => (
            <FieldRow key={i}>
              {line(`coApplicants.${i}.fullName`, `${t.coName} ${i + 1}`)}
              {line(`coApplicants.${i}.personalId`, `${t.coId} ${i + 1}`)}
            </FieldRow>
          ))}
        </details>
      </div>
    </Panel>
  );
}

function Places({ kept, place, returnTo, help }: Pick<IntakeProps, 'kept' | 'place' | 'returnTo' | 'help'>) {
  const { receive: t, words } = useDesk();
  return (
    <Panel title={t.places}>
      <FieldRow>
        {place && <UnitPicker {...place} label={t.place} hint={t.placeHint} search optional />}
        <UnitPicker {...returnTo} label={t.returnTo} hint={t.returnHint} search optional />
        <UnitPicker {...help} label={t.help} hint={t.helpHint} search optional />
        <Select
          {...kept.field('channel', 'desk')}
          label={t.channel}
          options={(['desk', 'post', 'helper'] as const).map((value) => ({
            value,
            text: words.channels[value],
          }))}
          size="short"
        />
      </FieldRow>
    </Panel>
  );
}

/** The whole intake on one page, in the order in which papers cross the desk. */
export function IntakeForm(props: IntakeProps): ComponentChildren {
  const { p, intake, kept, twins, picks } = props;
  const { receive: t } = useDesk();
  const { form } = intake.version.content;
  return (
    <Form name="receive" csrf={p.csrf} action={p.url} files autosave={`/api/cases/intake/${intake.id}`}>
      <Refused kept={kept} form={form} />
      <TwinsNotice twins={twins} p={p} />
      <input type="hidden" name="procedureCode" value={intake.code} />
      <ApplicantFields kept={kept} />
      <Components kept={kept} items={intake.checklist} isFresh={intake.isFresh} lang={p.lang} />
      {form && (
        <Panel title={t.form}>
          <p class="hint">{t.formHint}</p>
          <FormView form={formBelow(form)} values={intake.values} errors={formErrors(kept)} picks={picks} />
        </Panel>
      )}
      <Places {...props} />
      <div data-whole>
        <Button kind="primary" name="do" value="receive">
          {t.send}
        </Button>{' '}
        <span class="hint needs-script">{t.sendKey}</span>
      </div>
    </Form>
  );
}
