import { Checkbox } from '../../../../web/components/choices.tsx';
import { FieldRow } from '../../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../../web/components/inputs.tsx';
import type { Lang } from '../../../../web/language.tsx';
import type { Point } from '../../rules/events.ts';
import type { CaseView } from './case-load.ts';
import type { Kept } from './parts/forms.tsx';
import { sayIn, useDesk } from './parts/words.tsx';

interface Props {
  kept: Kept;
  view: CaseView;
  lang: Lang;
}

/** Rows for points of a supplement; more than these go into one text. */
const ROWS = 4;

const fieldsOf = (view: CaseView) =>
  view.plan.version.content.form?.sections.flatMap((section) => section.fields) ?? [];

/** All points on one slip, each pointing at a field or a paper. */
export function Points({ kept, view, lang }: Props) {
  const { fields: f, reasons } = useDesk().steps;
  const components = view.plan.checklist.map((one) => ({
    value: `component:${one.key}`,
    text: sayIn(lang, one),
  }));
  const fields = fieldsOf(view).map((one) => ({ value: `field:${one.key}`, text: sayIn(lang, one.label) }));
  return (
    <>
      {Array.from({ length: ROWS }, (_, i) => (
        <fieldset class="field" key={i}>
          <legend class="label">{f.point(String(i + 1))}</legend>
          <FieldRow>
            <Select
              {...kept.field(`points.${i}.about`)}
              label={f.pointAbout}
              empty={f.pointGeneral}
              options={[
                { label: f.pointComponents, options: components },
                ...(fields.length > 0 ? [{ label: f.pointFields, options: fields }] : []),
              ]}
            />
            <Select
              {...kept.field(`points.${i}.reason`)}
              label={f.pointWhy}
              options={Object.entries(reasons).map(([value, text]) => ({ value, text }))}
            />
          </FieldRow>
          <TextArea
            {...kept.field(`points.${i}.text`)}
            label={f.pointText}
            rows={2}
            required={i === 0}
            optional={i > 0}
          />
          <Checkbox
            name={`points.${i}.dataFault`}
            id={kept.field(`points.${i}.dataFault`).id}
            label={f.dataFault}
            checked={kept.checked(`points.${i}.dataFault`)}
          />
        </fieldset>
      ))}
    </>
  );
}

/** The papers that were asked for, to be ticked as they come over the desk. */
export function Papers({ kept, view, lang }: Props) {
  const { words, receive: r } = useDesk();
  const asked = view.c.timeline.findLast(({ kind }) => kind === 'case.supplementAsked');
  const points = (asked?.payload['points'] ?? []) as Point[];
  const keys = new Set(points.flatMap((one) => one.component ?? []));
  const items = view.plan.checklist.filter(({ key }) => keys.size === 0 || keys.has(key));
  return (
    <>
      {items.map((item) => (
        <FieldRow key={item.key}>
          <Checkbox
            name={`got.${item.key}`}
            id={kept.field(`got.${item.key}`).id}
            label={sayIn(lang, item)}
            checked={kept.checked(`got.${item.key}`)}
          />
          <Select
            {...kept.field(`as.${item.key}`, 'original')}
            label={r.as}
            options={(['original', 'copy', 'scan', 'shown'] as const).map((value) => ({
              value,
              text: words.forms[value],
            }))}
            size="short"
          />
        </FieldRow>
      ))}
    </>
  );
}

/** One value of the form to be put right. */
export function CorrectionFields({ kept, view, lang }: Props) {
  const { fields: f } = useDesk().steps;
  return (
    <FieldRow>
      <Select
        {...kept.field('field')}
        label={f.field}
        required
        options={fieldsOf(view).map((one) => ({ value: one.key, text: sayIn(lang, one.label) }))}
      />
      <TextInput {...kept.field('value')} label={f.value} required />
    </FieldRow>
  );
}
