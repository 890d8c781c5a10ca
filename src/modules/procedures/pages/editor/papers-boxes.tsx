import { FieldRow } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { Explain } from '../../../../web/components/records.tsx';
import type { FormField } from '../../rules/model.ts';
import { useMessages } from '../parts.tsx';
import { ConditionBoxes } from './condition-boxes.tsx';
import { optionsOf, Rows, Tick, useBox, useSheet, useWords } from './sheet.tsx';

export function PapersBoxes({ fields }: { fields: readonly FormField[] }) {
  const t = useWords();
  const { words } = useMessages();
  return (
    <Panel title={t.papersTitle}>
      <Rows
        list="components"
        what={t.aPaper}
        summary={(row) => row.text('vi')}
        note={(row) =>
          [
            words.kinds[row.text('kind') as keyof typeof words.kinds],
            row.yes('required') ? '' : t.optional,
            row.text('database') ? t.replaced : '',
          ]
            .filter(Boolean)
            .join(' · ')
        }
      >
        {(row) => <PaperRow at={row.at} fields={fields} />}
      </Rows>
    </Panel>
  );
}

function PaperRow({ at, fields }: { at: string; fields: readonly FormField[] }) {
  const t = useWords();
  const { words } = useMessages();
  const box = useBox();
  const { values } = useSheet();
  return (
    <>
      <TextInput {...box(`${at}.vi`)} label={t.nameVi} size="full" />
      <TextInput {...box(`${at}.en`)} label={t.nameEn} size="full" />
      <FieldRow>
        <Select {...box(`${at}.kind`, 'paper')} label={t.kind} options={optionsOf(words.kinds)} />
        <TextInput {...box(`${at}.originals`)} label={t.originals} inputMode="numeric" />
        <TextInput {...box(`${at}.copies`)} label={t.copies} inputMode="numeric" />
        <TextInput {...box(`${at}.formNumber`)} label={t.formNumber} />
      </FieldRow>
      <Tick name={`${at}.required`} label={t.required} />
      <Tick name={`${at}.certified`} label={t.certified} />
      <ConditionBoxes at={`${at}.when`} title={t.neededWhen} fields={fields} />
      <Explain summary={t.replaced} open={Boolean(values[`${at}.database`])}>
        <FieldRow>
          <TextInput {...box(`${at}.database`)} label={t.database} />
          <TextInput {...box(`${at}.legalPlace`)} label={t.legalPlace} />
        </FieldRow>
      </Explain>
    </>
  );
}
