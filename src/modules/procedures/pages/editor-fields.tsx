import { Checkbox } from '../../../web/components/choices.tsx';
import { FieldRow } from '../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { limitText } from '../../calendar/index.ts';
import { stepRoles } from '../../mandates/contract.ts';
import type { ChannelRow, Component, Fee, ProcedureContent, Step } from '../rules/model.ts';
import { channels, levels } from '../rules/model.ts';
import { useMessages } from './parts.tsx';

/** What a box shows: what was typed when the form was refused, otherwise what the draft holds. */
export type Read = (
  name: string,
  otherwise: string,
) => { name: string; value: string; error?: string | undefined };

const options = <K extends string>(names: Readonly<Record<K, string>>) =>
  (Object.entries(names) as [K, string][]).map(([value, text]) => ({ value, text }));

const feeWords = (fee: Fee | undefined): string =>
  fee === undefined || fee.kind === 'unknown'
    ? ''
    : fee.kind === 'amount'
      ? String(fee.dong)
      : fee.kind === 'free'
        ? 'miễn phí'
        : 'tỉnh quy định';

export function IdentityFields({ content: c, read }: { content: Partial<ProcedureContent>; read: Read }) {
  const { editor: t, words } = useMessages();
  return (
    <Panel title={t.identity}>
      <TextInput {...read('nameVi', c.name?.vi ?? '')} label={t.nameVi} size="full" required />
      <TextInput {...read('nameEn', c.name?.en ?? '')} label={t.nameEn} size="full" />
      <FieldRow>
        <TextInput {...read('fieldVi', c.fieldVi ?? '')} label={words.field} required />
        <Select
          {...read('level', c.level ?? 'commune')}
          label={words.level}
          options={levels.map((value) => ({ value, text: words.levels[value] }))}
        />
        <TextInput {...read('decision', c.decision ?? '')} label={words.decision} />
      </FieldRow>
      <TextInput {...read('agencyText', c.agencyText ?? '')} label={t.agency} size="full" />
      <FieldRow>
        <Select
          {...read('competenceLevel', c.competence?.level ?? 'commune')}
          label={t.competence}
          options={options(words.competences)}
        />
        <Select
          {...read('competencePlace', c.competence?.place ?? 'residence')}
          label={t.place}
          options={options(words.places)}
        />
      </FieldRow>
      <Checkbox
        name="anyPlace"
        label={t.anyPlace}
        checked={read('anyPlace', String(c.rules?.anyPlace ?? true)).value === 'true'}
      />
      <FieldRow>
        <Select
          {...read('serviceLevel', c.serviceLevel ?? '')}
          label={words.service}
          empty="–"
          options={options(words.services)}
        />
        <TextInput
          {...read('serviceLevelReason', c.serviceLevelReason ?? '')}
          label={t.serviceReason}
          size="full"
        />
      </FieldRow>
      <TextInput
        {...read('lifeEvents', (c.lifeEvents ?? []).join(', '))}
        label={t.lifeEvents}
        hint={t.commas}
        size="full"
      />
      <TextArea
        {...read('coordinating', (c.coordinating ?? []).join('\n'))}
        label={t.coordinating}
        hint={t.onePerLine}
      />
      <TextArea
        {...read('conditions', (c.conditions ?? []).map((one) => one.vi).join('\n'))}
        label={t.conditions}
        hint={t.onePerLine}
      />
      <TextArea
        {...read('legalBases', (c.legalBases ?? []).join('\n'))}
        label={t.legalBases}
        hint={t.onePerLine}
      />
      <TextArea
        {...read(
          'results',
          (c.results ?? []).map((one) => one.name.vi + (one.code ? ` (${one.code})` : '')).join('\n'),
        )}
        label={t.results}
        hint={t.onePerLine}
      />
    </Panel>
  );
}

/** Two blank rows at the end take what is new. */
const withBlanks = <T,>(rows: readonly T[] | undefined): (T | undefined)[] => [
  ...(rows ?? []),
  undefined,
  undefined,
];

export function ChannelFields({ rows, read }: { rows: readonly ChannelRow[] | undefined; read: Read }) {
  const { editor: t, words } = useMessages();
  return (
    <Panel title={t.channels}>
      {withBlanks(rows).map((row, i) => (
        <fieldset key={i}>
          <legend>{t.row(t.channel, i + 1)}</legend>
          <FieldRow>
            <Select
              {...read(`channels.${i}.channel`, row?.channel ?? '')}
              label={t.channel}
              empty="–"
              options={channels.map((value) => ({ value, text: words.channels[value] }))}
            />
            <TextInput {...read(`channels.${i}.caseKind`, row?.caseKind ?? '')} label={t.caseKind} />
            <TextInput
              {...read(`channels.${i}.limit`, row?.limit ? limitText(row.limit).vi : (row?.limitText ?? ''))}
              label={t.limit}
              hint={t.limitHint}
            />
            <TextInput {...read(`channels.${i}.fee`, feeWords(row?.fee))} label={t.fee} hint={t.feeHint} />
            <TextInput {...read(`channels.${i}.remark`, row?.remark?.vi ?? '')} label={t.remark} />
          </FieldRow>
        </fieldset>
      ))}
    </Panel>
  );
}

export function ComponentFields({ rows, read }: { rows: readonly Component[] | undefined; read: Read }) {
  const { editor: t, words } = useMessages();
  return (
    <Panel title={t.components}>
      {withBlanks(rows).map((row, i) => (
        <fieldset key={i}>
          <legend>{t.row(t.component, i + 1)}</legend>
          <TextInput {...read(`components.${i}.vi`, row?.name.vi ?? '')} label={t.nameVi} size="full" />
          <TextInput {...read(`components.${i}.en`, row?.name.en ?? '')} label={t.nameEn} size="full" />
          <FieldRow>
            <TextInput {...read(`components.${i}.key`, row?.key ?? '')} label={t.key} size="short" />
            <Select
              {...read(`components.${i}.kind`, row?.kind ?? 'paper')}
              label={t.kind}
              options={options(words.kinds)}
            />
            <TextInput
              {...read(`components.${i}.originals`, String(row?.originals ?? 1))}
              label={t.originals}
              size="short"
            />
            <TextInput
              {...read(`components.${i}.copies`, String(row?.copies ?? 0))}
              label={t.copies}
              size="short"
            />
            <TextInput
              {...read(`components.${i}.database`, row?.replacedBy?.database ?? '')}
              label={t.database}
            />
          </FieldRow>
          <Checkbox
            name={`components.${i}.required`}
            id={`f-components-${i}-required`}
            label={t.required}
            checked={read(`components.${i}.required`, String(row?.required ?? true)).value === 'true'}
          />
        </fieldset>
      ))}
    </Panel>
  );
}

export function StepFields({ rows, read }: { rows: readonly Step[] | undefined; read: Read }) {
  const { editor: t, words } = useMessages();
  return (
    <Panel title={t.steps}>
      {withBlanks(rows).map((row, i) => (
        <fieldset key={i}>
          <legend>{t.row(t.step, i + 1)}</legend>
          <FieldRow>
            <TextInput {...read(`steps.${i}.key`, row?.key ?? '')} label={t.key} size="short" />
            <TextInput {...read(`steps.${i}.vi`, row?.name.vi ?? '')} label={t.nameVi} />
            <TextInput {...read(`steps.${i}.en`, row?.name.en ?? '')} label={t.nameEn} />
          </FieldRow>
          <FieldRow>
            <Select
              {...read(`steps.${i}.role`, row?.role ?? 'appraise')}
              label={t.role}
              options={stepRoles.map((value) => ({ value, text: words.roles[value] }))}
            />
            <Select
              {...read(`steps.${i}.at`, row?.at ?? 'competent')}
              label={t.at}
              options={options(words.where)}
            />
            <TextInput
              {...read(`steps.${i}.limit`, row?.limit ? limitText(row.limit).vi : '')}
              label={t.limit}
              hint={t.limitHint}
            />
            <TextInput
              {...read(`steps.${i}.next`, (row?.next ?? []).map((way) => way.to).join(', '))}
              label={t.next}
              hint={t.commas}
            />
          </FieldRow>
        </fieldset>
      ))}
      <p class="hint">{t.blankRemoves}</p>
    </Panel>
  );
}
