import { Button } from '../../../web/components/button.tsx';
import type { UnitPick } from '../../../web/components/unit-picker.tsx';
import { useLang } from '../../../web/language.tsx';
import type { FormSection, ProcedureForm } from '../rules/model.ts';
import { type FormValues, variablesOf } from './conditions.ts';
import { formMessages } from './messages.ts';
import type { Prefilled } from './prefill.ts';
import { progressOf } from './progress.ts';
import { readForm, visibleFields } from './values.ts';
import { FieldView } from './view-field.tsx';

export interface FormViewProps {
  form: ProcedureForm;
  /** By field key, typed or as they came from a refused form. */
  values: FormValues;
  /** By field key, in the reader's language. */
  errors?: Readonly<Record<string, string>>;
  /** What `prefill` knew: locked fields are shown as facts with their origin, others say where they come from. */
  known?: Pick<Prefilled, 'locks' | 'origins'>;
  /** What the pickers of places and units show, by field key; see `formPicks`. */
  picks?: Readonly<Record<string, UnitPick>>;
  /** Names of the inputs are `<name>.<key>`. */
  name?: string;
  /** Draws this section only: one step of a long form. */
  section?: string;
}

/**
 * A procedure's form in one column, without the <form> around it. Fields whose condition does not hold are hidden and
 * appear where scripts run; elsewhere the section's button “Tiếp tục” sends `continue`, and the page draws anew.
 */
export function FormView({ form, values, known, section, ...rest }: FormViewProps) {
  const text = formMessages[useLang()].view;
  const read = readForm(form, values);
  const visible = new Set(visibleFields(form, values).map(({ key }) => key));
  const { done, all } = progressOf(form, values);
  const sections = form.sections.filter(({ key }) => section === undefined || key === section);
  return (
    <div class="form" data-conditions={rest.name ?? 'form'}>
      <p class="hint">
        <progress value={done} max={Math.max(all, 1)} aria-label={text.progress(done, all)} />{' '}
        {text.progress(done, all)}
      </p>
      {sections.map((one) => (
        <SectionView
          key={one.key}
          {...rest}
          section={one}
          place={text.section(form.sections.indexOf(one) + 1, form.sections.length)}
          values={{ ...values, ...read }}
          visible={visible}
          known={known ?? { locks: [], origins: {} }}
        />
      ))}
    </div>
  );
}

// What a locked field says to conditions in the browser, where no input says it.
const answerText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

type SectionProps = Omit<FormViewProps, 'form' | 'section' | 'known'> & {
  section: FormSection;
  place: string;
  visible: ReadonlySet<string>;
  known: Pick<Prefilled, 'locks' | 'origins'>;
};

function SectionView({ section, place, values, visible, known, errors, picks, name = 'form' }: SectionProps) {
  const lang = useLang();
  const text = formMessages[lang].view;
  const own = new Set(section.fields.map(({ key }) => key));
  const asksMore = section.fields.some(({ when }) => variablesOf(when).some((key) => own.has(key)));
  return (
    <fieldset class="field">
      <legend>
        <h3>
          {(lang === 'en' && section.title.en) || section.title.vi} <small class="label-note">{place}</small>
        </h3>
      </legend>
      <div class="form">
        {section.fields.map((field) => (
          <div
            key={field.key}
            hidden={!visible.has(field.key)}
            data-when={field.when === undefined ? undefined : JSON.stringify(field.when)}
            data-field={field.key}
            data-type={field.type}
            data-value={known.locks.includes(field.key) ? answerText(values[field.key]) : undefined}
          >
            <FieldView
              field={field}
              name={`${name}.${field.key}`}
              value={values[field.key]}
              error={errors?.[field.key]}
              isLocked={known.locks.includes(field.key)}
              origin={known.origins[field.key]}
              pick={picks?.[field.key]}
            />
          </div>
        ))}
        {asksMore && (
          <p class="no-script">
            <Button small name="continue" value={section.key}>
              {text.continue}
            </Button>{' '}
            <span class="hint">{text.continueHint}</span>
          </p>
        )}
      </div>
    </fieldset>
  );
}
