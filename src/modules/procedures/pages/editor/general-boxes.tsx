import { FieldGroup } from '../../../../web/components/field.tsx';
import { FieldRow } from '../../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { levels } from '../../rules/model.ts';
import { useMessages } from '../parts.tsx';
import { subjects } from './general.ts';
import { optionsOf, Tick, useBox, useWords } from './sheet.tsx';

export function GeneralBoxes() {
  return (
    <>
      <Names />
      <Who />
      <Online />
      <Law />
    </>
  );
}

function Names() {
  const t = useWords();
  const { words } = useMessages();
  const box = useBox();
  return (
    <Panel title={t.identity}>
      <TextInput {...box('general.nameVi')} label={t.nameVi} size="full" required />
      <TextInput {...box('general.nameEn')} label={t.nameEn} size="full" />
      <FieldRow>
        <TextInput {...box('general.fieldVi')} label={words.field} required />
        <TextInput {...box('general.decision')} label={words.decision} />
      </FieldRow>
      <FieldGroup name="subjects" label={t.subjects} inline>
        {subjects.map((one) => (
          <Tick key={one} name={`general.${one}`} label={t.subject[one]} />
        ))}
      </FieldGroup>
      <FieldRow>
        <TextInput {...box('general.lifeEvents')} label={t.lifeEvents} hint={t.commas} />
        <TextInput {...box('general.interlinked')} label={t.interlinked} hint={t.commas} />
      </FieldRow>
    </Panel>
  );
}

function Who() {
  const t = useWords();
  const { words } = useMessages();
  const box = useBox();
  return (
    <Panel title={t.competenceTitle}>
      <FieldRow>
        <Select
          {...box('general.level', 'commune')}
          label={words.level}
          options={levels.map((value) => ({ value, text: words.levels[value] }))}
        />
        <Select
          {...box('general.competenceLevel', 'commune')}
          label={t.competence}
          options={optionsOf(words.competences)}
        />
        <Select
          {...box('general.competencePlace', 'residence')}
          label={t.place}
          options={optionsOf(words.places)}
        />
      </FieldRow>
      <TextInput {...box('general.agencyText')} label={t.agency} size="full" />
      <TextInput {...box('general.competenceField')} label={t.competenceField} />
      <Tick name="general.anyPlace" label={t.anyPlace} />
      <TextArea {...box('general.coordinating')} label={t.coordinating} hint={t.onePerLine} rows={2} />
    </Panel>
  );
}

function Online() {
  const t = useWords();
  const { words } = useMessages();
  const box = useBox();
  return (
    <Panel title={t.onlineTitle}>
      <Select
        {...box('general.serviceLevel')}
        label={words.service}
        empty={t.noRule}
        options={optionsOf(words.services)}
      />
      <TextInput {...box('general.serviceLevelReason')} label={t.serviceReason} size="full" />
    </Panel>
  );
}

function Law() {
  const t = useWords();
  const box = useBox();
  return (
    <Panel title={t.lawTitle}>
      <TextArea {...box('general.legalBases')} label={t.legalBases} hint={t.onePerLine} rows={3} />
      <TextArea {...box('general.conditions')} label={t.conditions} hint={t.onePerLine} rows={3} />
      <TextArea {...box('general.results')} label={t.results} hint={t.onePerLine} rows={2} />
      <TextInput {...box('general.sourceUrl')} label={t.sourceUrl} size="full" />
      <TextArea {...box('general.notes')} label={t.notes} rows={2} />
    </Panel>
  );
}
