import { TextArea } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { fieldsOf } from '../../form/read-value.ts';
import { FormView } from '../../form/view.tsx';
import type { ProcedureForm } from '../../rules/model.ts';
import type { Flat } from './flat.ts';
import { FormBoxes } from './form-boxes.tsx';
import { sectionsFrom } from './form.ts';
import { GeneralBoxes } from './general-boxes.tsx';
import { PapersBoxes } from './papers-boxes.tsx';
import type { Edited, Part } from './parts.ts';
import { useBox, useWords } from './sheet.tsx';
import { StepsBoxes } from './steps-boxes.tsx';
import { TimesBoxes } from './times-boxes.tsx';

/** The boxes of one part; conditions rest on the questions of the form, as typed where the form itself is edited. */
export function PartBoxes({ part, was, values }: { part: Part; was: Edited; values: Flat }) {
  const { form } = was.content;
  const saved = form ? fieldsOf(form) : [];
  const fields = part === 'form' ? fieldsOf({ sections: sectionsFrom(values, form) }) : saved;
  switch (part) {
    case 'general':
      return <GeneralBoxes />;
    case 'times':
      return <TimesBoxes fields={fields} kinds={was.content.caseKinds} />;
    case 'papers':
      return <PapersBoxes fields={fields} />;
    case 'steps':
      return <StepsBoxes fields={fields} />;
    case 'form':
      return <FormBoxes fields={fields} />;
    case 'expert':
      return <ExpertBox />;
  }
}

function ExpertBox() {
  const t = useWords();
  const box = useBox();
  return (
    <Panel title={t.expertTitle}>
      <TextArea {...box('json')} label={t.expertTitle} hint={t.expertHint} rows={30} />
    </Panel>
  );
}

/** The form as it is typed now, as citizens will see it. */
export function FormPreview({ values, was }: { values: Flat; was: ProcedureForm | undefined }) {
  const t = useWords();
  const form = { sections: sectionsFrom(values, was) };
  if (form.sections.length === 0) return null;
  return (
    <Panel title={t.preview}>
      <p class="hint">{t.previewHint}</p>
      <FormView form={form} values={{}} name="preview" />
    </Panel>
  );
}
