import type { z } from 'zod';

import { Checkbox } from '../../../web/components/choices.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow } from '../../../web/components/form.tsx';
import { FileInput, type Option, Select, TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import type { getDirective } from '../contract.ts';
import { cycle, directiveKind } from '../contract/words.ts';
import type { Kept, Picked } from './parts/forms.tsx';
import { useMessages } from './parts/say.tsx';
import { sectionsText } from './parts/sections.ts';

type Directive = z.infer<typeof getDirective.reply>;

/** What identifies the document; fixed once it is entered. */
export function IdentityFields({
  k,
  owner,
  directives,
  today,
}: {
  k: Kept;
  owner: Picked;
  directives: readonly Option[];
  today: string;
}) {
  const { editor: t, words } = useMessages();
  return (
    <Panel title={t.identity}>
      <FieldRow>
        <TextInput {...k.field('number')} label={t.number} hint={t.numberHint} required />
        <Select
          {...k.field('kind', 'resolution')}
          label={t.kind}
          options={directiveKind.options.map((value) => ({ value, text: words.kinds[value] }))}
        />
        <DateInput {...k.field('issuedOn')} max={today} label={t.issuedOn} required />
      </FieldRow>
      <TextInput {...k.field('issuerText')} label={t.issuer} />
      <UnitPicker {...owner} label={t.owner} hint={t.ownerHint} search required />
      <Select {...k.field('parentId')} label={t.parent} empty={t.noParent} options={directives} />
    </Panel>
  );
}

export function ContentFields({ k, d }: { k: Kept; d?: Directive }) {
  const { editor: t, words } = useMessages();
  return (
    <Panel title={t.content}>
      <TextArea {...k.field('titleVi', d?.titleVi)} label={t.titleVi} rows={2} required />
      <TextArea {...k.field('titleEn', d?.titleEn)} label={t.titleEn} rows={2} optional />
      <TextArea {...k.field('summaryVi', d?.summaryVi)} label={t.summary} rows={3} optional />
      <FieldRow>
        <Select
          {...k.field('classification', d?.classification ?? 'internal')}
          label={t.classification}
          options={(['public', 'internal', 'restricted'] as const).map((value) => ({
            value,
            text: words.classifications[value],
          }))}
        />
        {d && (
          <Select
            {...k.field('state', d.state)}
            label={t.state}
            options={(['active', 'ended'] as const).map((value) => ({ value, text: words.states[value] }))}
          />
        )}
      </FieldRow>
      <TextInput {...k.field('link', d?.link)} label={t.link} type="url" size="full" optional />
      <FileInput
        name="file"
        id={k.id('file')}
        label={t.file}
        hint={d?.fileId || k.field('fileId').value ? t.fileKept : t.fileHint}
        accept=".pdf,.docx"
        optional
      />
      {k.field('fileId').value && <input type="hidden" name="fileId" value={k.field('fileId').value} />}
      <TextArea
        {...k.field('sections', d && sectionsText(d.sections))}
        label={t.sections}
        hint={t.sectionsHint}
        rows={5}
        optional
      />
    </Panel>
  );
}

/** Who confirms and accepts, and when reports are due. */
export function SettingFields({ k, d }: { k: Kept; d?: Directive }) {
  const { editor: t, words } = useMessages();
  const given = d?.settings;
  const c = given?.cycle;
  const at = (name: string) => `settings.cycle.${name}`;
  return (
    <Panel title={t.settings}>
      <div class="choice-list">
        <Checkbox
          name="settings.confirm"
          id={k.id('settings.confirm')}
          label={t.confirm}
          checked={k.checked('settings.confirm', given?.confirm ?? true)}
        />
        <Checkbox
          name="settings.accept"
          id={k.id('settings.accept')}
          label={t.accept}
          checked={k.checked('settings.accept', given?.accept ?? true)}
        />
      </div>
      <Select
        {...k.field(at('period'), c?.period)}
        label={t.period}
        empty={t.noCycle}
        options={cycle.shape.period.options.map((value) => ({ value, text: words.periods[value] }))}
      />
      <FieldRow>
        <TextInput
          {...k.field(at('cutoffDay'), c?.cutoffDay ?? 10)}
          label={t.cutoffDay}
          inputMode="numeric"
          size="short"
        />
        <TextInput
          {...k.field(at('cutoffHour'), c?.cutoffHour ?? '23:30')}
          label={t.cutoffHour}
          size="short"
        />
        <Select
          {...k.field(at('cutoffMonthOffset'), c?.cutoffMonthOffset ?? 1)}
          label={t.cutoffMonth}
          options={[
            { value: '0', text: t.cutoffMonths[0] },
            { value: '1', text: t.cutoffMonths[1] },
          ]}
        />
      </FieldRow>
      <FieldRow>
        <TextInput
          {...k.field(at('remindDaysBefore'), c?.remindDaysBefore ?? 3)}
          label={t.remind}
          inputMode="numeric"
          size="short"
        />
        <TextInput
          {...k.field(at('lockHoursAfter'), c?.lockHoursAfter ?? 24)}
          label={t.lock}
          inputMode="numeric"
          size="short"
        />
      </FieldRow>
      <TextInput
        {...k.field(at('fixedCutoffs'), c?.fixedCutoffs?.join(', '))}
        label={t.fixed}
        hint={t.fixedHint}
        optional
      />
    </Panel>
  );
}
