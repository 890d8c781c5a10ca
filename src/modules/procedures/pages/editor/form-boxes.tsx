import { FieldRow } from '../../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { Explain } from '../../../../web/components/records.tsx';
import { type Lang, useLang } from '../../../../web/language.tsx';
import { data, roles } from '../../facts/terms.ts';
import type { FormField, Words } from '../../rules/model.ts';
import { sayIn } from '../parts.tsx';
import { ConditionBoxes } from './condition-boxes.tsx';
import type { Row } from './flat.ts';
import { type EditorMessages, editorMessages } from './messages.ts';
import { optionsOf, Rows, Tick, useBox, useSheet, useWords } from './sheet.tsx';

export function FormBoxes({ fields }: { fields: readonly FormField[] }) {
  const t = useWords();
  const { values } = useSheet();
  const isEmpty = !Object.keys(values).some((name) => name.startsWith('sections.'));
  return (
    <Panel title={t.formTitle}>
      {isEmpty && <p>{t.noForm}</p>}
      <Rows list="sections" what={t.aSection} summary={(row) => row.text('vi')}>
        {(row) => <SectionRow at={row.at} fields={fields} />}
      </Rows>
    </Panel>
  );
}

function SectionRow({ at, fields }: { at: string; fields: readonly FormField[] }) {
  const t = useWords();
  const box = useBox();
  const list = `${at}.fields`;
  return (
    <>
      <FieldRow>
        <TextInput {...box(`${at}.vi`)} label={t.sectionTitle} />
        <TextInput {...box(`${at}.en`)} label={`${t.sectionTitle} (${t.english})`} />
      </FieldRow>
      <Rows list={list} what={t.aField} summary={(row) => row.text('vi')} note={(row) => noteOf(row, t)}>
        {(row) => <FieldBoxes row={row} fields={aboveOf(row, fields)} />}
      </Rows>
    </>
  );
}

const noteOf = (row: Row, t: EditorMessages): string =>
  [
    t.types[row.text('type') as keyof EditorMessages['types']],
    row.yes('required') ? '' : t.optional,
    row.text('when.0.field') || row.text('when.raw') ? t.conditional : '',
  ]
    .filter(Boolean)
    .join(' · ');

/** A condition looks back only: the questions above a row. */
function aboveOf(row: Row, fields: readonly FormField[]): readonly FormField[] {
  const place = fields.findIndex(({ key }) => key === row.text('was'));
  return place === -1 ? fields : fields.slice(0, place);
}

function FieldBoxes({ row: { at, text }, fields }: { row: Row; fields: readonly FormField[] }) {
  const t = useWords();
  const box = useBox();
  return (
    <>
      <FieldRow>
        <TextInput {...box(`${at}.vi`)} label={t.fieldLabel} />
        <TextInput {...box(`${at}.en`)} label={`${t.fieldLabel} (${t.english})`} />
      </FieldRow>
      <TermBoxes at={at} />
      <Tick name={`${at}.required`} label={t.required} />
      {(text('type') === 'choice' || text('options')) && (
        <TextArea {...box(`${at}.options`)} label={t.options} hint={t.optionsHint} rows={3} />
      )}
      <ConditionBoxes at={`${at}.when`} title={t.when} fields={fields} />
      <FieldRow>
        <TextInput {...box(`${at}.hintVi`)} label={t.hint} />
        <TextInput {...box(`${at}.hintEn`)} label={`${t.hint} (${t.english})`} />
      </FieldRow>
      <Explain summary={t.limits}>
        <BoundBoxes at={at} />
      </Explain>
    </>
  );
}

function TermBoxes({ at }: { at: string }) {
  const t = useWords();
  const box = useBox();
  const lang = useLang();
  const { values } = useSheet();
  const datum = values[`${at}.datum`] ?? '';
  const role = values[`${at}.role`] ?? '';
  const groups = termGroups(lang);
  const others = datum && !(datum in data) ? [{ value: datum, text: datum }] : [];
  return (
    <FieldRow>
      <Select {...box(`${at}.type`, 'text')} label={t.type} options={optionsOf(t.types)} />
      <Select {...box(`${at}.datum`)} label={t.datum} empty={t.none} options={[...groups, ...others]} />
      {role === '' || role in roles ? (
        <Select
          {...box(`${at}.role`)}
          label={t.datumRole}
          empty={t.none}
          options={Object.entries(roles).map(([value, name]) => ({ value, text: sayIn(lang, name) }))}
        />
      ) : (
        <TextInput {...box(`${at}.role`)} label={t.datumRole} />
      )}
    </FieldRow>
  );
}

/** The dictionary in groups: `person.*`, `land.*`. */
function termGroups(lang: Lang) {
  const t = editorMessages[lang];
  const entries = Object.entries(data) as [string, { name: Words }][];
  return (Object.keys(t.fieldGroups) as (keyof EditorMessages['fieldGroups'])[]).map((group) => ({
    label: t.fieldGroups[group],
    options: entries
      .filter(([key]) => key.startsWith(`${group}.`))
      .map(([value, { name }]) => ({ value, text: sayIn(lang, name) })),
  }));
}

function BoundBoxes({ at }: { at: string }) {
  const t = useWords();
  const box = useBox();
  return (
    <>
      <FieldRow>
        <TextInput {...box(`${at}.min`)} label={t.min} inputMode="decimal" />
        <TextInput {...box(`${at}.max`)} label={t.max} inputMode="decimal" />
        <TextInput {...box(`${at}.maxLength`)} label={t.maxLength} inputMode="numeric" />
      </FieldRow>
      <Tick name={`${at}.notAfterToday`} label={t.notAfterToday} />
      <FieldRow>
        <Select
          {...box(`${at}.fromAccount`)}
          label={t.fromAccount}
          empty={t.none}
          options={optionsOf(t.accounts)}
        />
        <TextInput {...box(`${at}.database`)} label={t.sourceDatabase} />
        <TextInput {...box(`${at}.path`)} label={t.sourcePath} />
      </FieldRow>
    </>
  );
}
