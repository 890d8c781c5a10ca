import { FieldRow } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { useLang } from '../../../../web/language.tsx';
import type { CaseKind, FormField } from '../../rules/model.ts';
import { channels } from '../../rules/model.ts';
import { sayIn, useMessages } from '../parts.tsx';
import { ConditionBoxes } from './condition-boxes.tsx';
import type { Row } from './flat.ts';
import { optionsOf, Rows, useBox, useWords } from './sheet.tsx';

interface TimesProps {
  fields: readonly FormField[];
  kinds: readonly CaseKind[];
}

export function TimesBoxes({ fields, kinds }: TimesProps) {
  const t = useWords();
  return (
    <>
      <Panel title={t.channelsTitle}>
        <ChannelRows kinds={kinds} />
      </Panel>
      <Panel title={t.kindsTitle}>
        <p class="hint">{t.kindsLead}</p>
        <Rows
          list="caseKinds"
          what={t.aKind}
          summary={(row) => row.text('vi')}
          note={(row) => row.text('addition')}
        >
          {(row) => <KindRow row={row} fields={fields} />}
        </Rows>
      </Panel>
      <TimeRuleBoxes />
    </>
  );
}

/** Channels with time and fee, also those of a province. */
export function ChannelRows({ kinds }: { kinds: readonly CaseKind[] }) {
  const t = useWords();
  const { words } = useMessages();
  const lang = useLang();
  const kindOf = (key: string) => {
    const kind = kinds.find((one) => one.key === key);
    return kind ? ` – ${sayIn(lang, kind.name)}` : '';
  };
  return (
    <Rows
      list="channels"
      what={t.aChannel}
      summary={(row) => {
        const name = words.channels[row.text('channel') as keyof typeof words.channels];
        return name ? name + kindOf(row.text('caseKind')) : '';
      }}
      note={(row) => [row.text('limit'), row.text('fee')].filter(Boolean).join(' · ')}
    >
      {(row) => <ChannelRow at={row.at} kinds={kinds} />}
    </Rows>
  );
}

function ChannelRow({ at, kinds }: { at: string; kinds: readonly CaseKind[] }) {
  const t = useWords();
  const { words } = useMessages();
  const lang = useLang();
  const box = useBox();
  return (
    <>
      <FieldRow>
        <Select
          {...box(`${at}.channel`)}
          label={t.channel}
          empty={t.none}
          options={channels.map((value) => ({ value, text: words.channels[value] }))}
        />
        <Select
          {...box(`${at}.caseKind`)}
          label={t.caseKind}
          empty={t.everyKind}
          options={kinds.map(({ key, name }) => ({ value: key, text: sayIn(lang, name) }))}
        />
        <TextInput {...box(`${at}.limit`)} label={t.limit} hint={t.limitHint} />
      </FieldRow>
      <FieldRow>
        <TextInput {...box(`${at}.fee`)} label={t.fee} hint={t.feeHint} />
        <TextInput {...box(`${at}.per`)} label={t.per} hint={t.perHint} />
      </FieldRow>
      <FieldRow>
        <TextInput {...box(`${at}.remarkVi`)} label={t.remark} />
        <TextInput {...box(`${at}.remarkEn`)} label={`${t.remark} (${t.english})`} />
      </FieldRow>
    </>
  );
}

function KindRow({ row: { at }, fields }: { row: Row; fields: readonly FormField[] }) {
  const t = useWords();
  const box = useBox();
  return (
    <>
      <FieldRow>
        <TextInput {...box(`${at}.vi`)} label={t.nameVi} />
        <TextInput {...box(`${at}.en`)} label={t.nameEn} />
      </FieldRow>
      <ConditionBoxes at={`${at}.when`} title={t.kindWhen} fields={fields} />
      <FieldRow>
        <TextInput {...box(`${at}.addition`)} label={t.addition} hint={t.limitHint} />
        <TextInput {...box(`${at}.legalBasis`)} label={t.basis} />
      </FieldRow>
    </>
  );
}

function TimeRuleBoxes() {
  const t = useWords();
  const box = useBox();
  return (
    <Panel title={t.timeTitle}>
      <FieldRow>
        <Select {...box('time.pause')} label={t.pause} empty={t.noRule} options={optionsOf(t.pauses)} />
        <TextInput
          {...box('time.autoCloseAfter')}
          label={t.autoClose}
          unit={t.workingDays}
          inputMode="numeric"
        />
      </FieldRow>
      <FieldRow>
        <Select {...box('time.cutoff')} label={t.cutoff} empty={t.none} options={optionsOf(t.cutoffs)} />
        <TextInput {...box('time.cutoffAt')} label={t.cutoffAt} hint={t.cutoffAtHint} />
        <Select
          {...box('time.cutoffEffect', 'startNextWorkingDay')}
          label={t.cutoffEffect}
          options={optionsOf(t.effects)}
        />
      </FieldRow>
      <TextInput {...box('time.cutoffBasis')} label={t.cutoffBasis} size="full" />
      <FieldRow>
        <Select {...box('time.endsAt')} label={t.endsAt} empty={t.noRule} options={optionsOf(t.ends)} />
        <TextInput {...box('time.legalLimit')} label={t.legalLimit} hint={t.legalLimitHint} />
      </FieldRow>
      <TextInput {...box('time.legalBasis')} label={t.basis} size="full" />
    </Panel>
  );
}
