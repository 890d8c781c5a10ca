import type { ComponentChildren } from 'preact';

import type { ReplyOf } from '../../../kit/contract.ts';
import { formatDay } from '../../../kit/day.ts';
import type { PageContext } from '../../../kit/page.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { Checkbox } from '../../../web/components/choices.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary, FieldRow, Form } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { type UnitPick, UnitPicker } from '../../../web/components/unit-picker.tsx';
import { formatNumber } from '../../../web/format.ts';
import type { previewException } from '../contract.ts';
import { messages } from '../messages.ts';
import { weekdays } from '../rules/model.ts';
import { limitText } from '../rules/words.ts';
import type { CalendarPage } from './facts.tsx';
import { spansText } from './words.ts';

export type Preview = ReplyOf<typeof previewException>;
/** What stands in the fields of one form: typed before, else what is given. */
export type Typed = (name: string, otherwise?: string) => string;

export function typedIn(p: PageContext, form: string, given: Record<string, unknown> = {}): Typed {
  const values: Record<string, unknown> = p.form?.form === form ? p.form.values : given;
  return (name, otherwise = '') => {
    const value = values[name];
    return typeof value === 'string' ? value : otherwise;
  };
}

export const errorsIn = (p: PageContext, form: string): Record<string, string> =>
  p.form?.form === form ? p.form.errors : {};

export function StatementForm(props: {
  form: string;
  title: string;
  lead?: string;
  p: PageContext;
  children: ComponentChildren;
}) {
  const { form, title, lead, p } = props;
  const refused = p.form?.form === form ? p.form : undefined;
  return (
    <Panel title={title} id={form}>
      {lead && <p>{lead}</p>}
      {refused && (
        <ErrorSummary
          title={refused.problem.title}
          detail={refused.problem.detail ?? refused.problem.remedy}
          errors={refused.errors}
        />
      )}
      <Form name={form} csrf={p.csrf}>
        {props.children}
      </Form>
    </Panel>
  );
}

function Effects({ preview, p }: { preview: Preview; p: PageContext }) {
  const t = messages[p.lang].state;
  const caption = t.effect(formatNumber(preview.receptions, p.lang));
  return (
    <DataTable
      caption={caption}
      rows={preview.limits}
      rowKey={(one) => `${one.value} ${one.unit}`}
      columns={[
        { key: 'limit', head: t.limit, main: true, cell: (one) => limitText(one)[p.lang] },
        { key: 'changed', head: t.changed, numeric: true, cell: (one) => formatNumber(one.changed, p.lang) },
        {
          key: 'example',
          head: t.example,
          cell: ({ example }) =>
            example
              ? t.exampleText(
                  formatDay(example.received),
                  formatDay(example.before),
                  formatDay(example.after),
                )
              : t.noChange,
        },
      ]}
    />
  );
}

export function StateDay({ p, was, preview }: { p: PageContext; was: Typed; preview?: Preview | undefined }) {
  const t = messages[p.lang].state;
  const errors = errorsIn(p, 'state');
  const kinds = [
    { value: 'off', text: t.off },
    { value: 'working', text: t.working },
  ];
  const box = (name: 'nameVi' | 'nameEn' | 'decision') => (
    <TextInput name={name} label={t[name]} size="full" value={was(name)} error={errors[name]} />
  );
  const date = (name: 'day' | 'insteadOf' | 'issuedOn', id?: string) => (
    <DateInput name={name} id={id} label={t[name]} value={was(name)} error={errors[name]} />
  );
  return (
    <StatementForm form="state" title={t.title} lead={t.lead} p={p}>
      <FieldRow>
        <Select
          name="kind"
          label={t.kind}
          value={was('kind', 'off')}
          options={kinds}
          error={errors['kind']}
        />
        {date('day')}
        {date('insteadOf')}
      </FieldRow>
      {box('nameVi')}
      {box('nameEn')}
      {box('decision')}
      {date('issuedOn')}
      {preview && <Effects preview={preview} p={p} />}
      <ButtonRow>
        <Button name="preview" value="1">
          {t.preview}
        </Button>
        <Button kind="primary">{t.save}</Button>
      </ButtonRow>
    </StatementForm>
  );
}

/** One line of hours a weekday, as typed before or as given; errors of a span stand at its day. */
export function WeekBoxes(props: {
  p: PageContext;
  form: string;
  name: string;
  given: CalendarPage['version']['week'];
}) {
  const { p, form, name, given } = props;
  const was = typedIn(p, form);
  const errors = errorsIn(p, form);
  const errorOf = (path: string) =>
    Object.entries(errors).find(([one]) => one === path || one.startsWith(`${path}.`))?.[1];
  return weekdays.map((weekday) => (
    <TextInput
      key={weekday}
      name={`${name}.${weekday}`}
      label={messages[p.lang].weekdayNames[weekday]}
      size="medium"
      value={was(`${name}.${weekday}`, p.form?.form === form ? '' : spansText(given[weekday]))}
      error={errorOf(`${name}.${weekday}`)}
    />
  ));
}

export function StateVersion({ calendar, p }: { calendar: CalendarPage; p: PageContext }) {
  const t = messages[p.lang].version;
  const was = typedIn(p, 'version');
  const errors = errorsIn(p, 'version');
  const kept = p.form?.form === 'version' ? was('keepsMakeUpDays') !== '' : calendar.version.keepsMakeUpDays;
  return (
    <StatementForm form="version" title={t.title} lead={t.lead} p={p}>
      <DateInput
        name="validFrom"
        id="f-version-from"
        label={t.validFrom}
        value={was('validFrom')}
        error={errors['validFrom']}
      />
      <WeekBoxes p={p} form="version" name="week" given={calendar.version.week} />
      <Checkbox name="keepsMakeUpDays" label={t.keeps} checked={kept} />
      <TextInput
        name="legalBasis"
        label={t.legalBasis}
        size="full"
        value={was('legalBasis')}
        error={errors['legalBasis']}
      />
      <Button kind="primary">{t.save}</Button>
    </StatementForm>
  );
}

export function StateUnit({ p, pick }: { p: PageContext; pick: UnitPick }) {
  const t = messages[p.lang].keep;
  const was = typedIn(p, 'keep');
  const errors = errorsIn(p, 'keep');
  return (
    <StatementForm form="keep" title={t.title} p={p}>
      <UnitPicker name="unitId" label={t.unit} pick={pick} search error={errors['unitId']} />
      <DateInput
        name="validFrom"
        id="f-keep-from"
        label={t.validFrom}
        value={was('validFrom', p.today)}
        error={errors['validFrom']}
      />
      <TextInput
        name="decision"
        id="f-keep-decision"
        label={t.decision}
        size="full"
        value={was('decision')}
        error={errors['decision']}
      />
      <Button kind="primary">{t.save}</Button>
    </StatementForm>
  );
}
