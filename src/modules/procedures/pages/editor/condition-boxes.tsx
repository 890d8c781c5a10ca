import { FieldRow } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { useLang } from '../../../../web/language.tsx';
import type { FormField } from '../../rules/model.ts';
import { sayIn } from '../parts.tsx';
import { rowsOf } from './flat.ts';
import { optionsOf, Tick, useBox, useSheet, useWords } from './sheet.tsx';

interface ConditionProps {
  at: string;
  title: string;
  /** Questions on which it may rest. */
  fields: readonly FormField[];
}

/** A condition: lines of question, comparison and value; one blank line at the end takes another. */
export function ConditionBoxes({ at, title, fields }: ConditionProps) {
  const { values } = useSheet();
  const t = useWords();
  const box = useBox();
  const lines = rowsOf(values, at).filter((row) => row.text('field'));
  const raw = values[`${at}.raw`];
  return (
    <fieldset class="edit-condition">
      <legend class="label">{title}</legend>
      {raw && (
        <Notice>
          <p>{t.raw}</p>
          <p>
            <code>{raw}</code>
          </p>
          <input type="hidden" name={`${at}.raw`} value={raw} />
          <Tick name={`${at}.drop`} label={t.drop} />
        </Notice>
      )}
      {fields.length === 0 && !raw && lines.length === 0 ? (
        <p class="hint">{t.noFields}</p>
      ) : (
        [...lines.map(({ index }) => index), Math.max(-1, ...lines.map(({ index }) => index)) + 1].map(
          (index) => <Line key={index} at={`${at}.${index}`} fields={fields} />,
        )
      )}
      {lines.length > 1 && (
        <Select {...box(`${at}.join`, 'and')} label={t.join} options={optionsOf(t.joins)} />
      )}
      {lines.length === 0 && fields.length > 0 && <p class="hint">{t.always}</p>}
    </fieldset>
  );
}

function Line({ at, fields }: { at: string; fields: readonly FormField[] }) {
  const t = useWords();
  const box = useBox();
  const lang = useLang();
  const chosen = box(`${at}.field`).value;
  const isKnown = chosen === '' || fields.some(({ key }) => key === chosen);
  return (
    <FieldRow>
      <Select
        {...box(`${at}.field`)}
        label={t.conditionField}
        empty={t.none}
        options={[
          ...fields.map((field) => ({ value: field.key, text: sayIn(lang, field.label) })),
          ...(isKnown ? [] : [{ value: chosen, text: chosen }]),
        ]}
      />
      <Select {...box(`${at}.compare`, '===')} label={t.compare} options={optionsOf(t.compares)} />
      <ValueBox at={at} field={fields.find(({ key }) => key === chosen)} />
    </FieldRow>
  );
}

function ValueBox({ at, field }: { at: string; field: FormField | undefined }) {
  const t = useWords();
  const box = useBox();
  const lang = useLang();
  const isOne = box(`${at}.compare`).value !== 'in';
  const yesNo = [
    { value: 'true', text: t.yes },
    { value: 'false', text: t.no },
  ];
  const options =
    field?.type === 'yesNo'
      ? yesNo
      : (field?.options ?? []).map(({ value, label }) => ({ value, text: sayIn(lang, label) }));
  const { value } = box(`${at}.value`);
  if (isOne && options.some((one) => one.value === value))
    return <Select {...box(`${at}.value`)} label={t.value} options={options} />;
  return <TextInput {...box(`${at}.value`)} label={t.value} />;
}
