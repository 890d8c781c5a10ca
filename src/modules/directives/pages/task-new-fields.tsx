import type { z } from 'zod';

import { Checkbox, Radios } from '../../../web/components/choices.tsx';
import { FieldRow } from '../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { Explain } from '../../../web/components/records.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import { useLang } from '../../../web/language.tsx';
import { type getDirective, type previewFanOut, target } from '../contract.ts';
import type { Kept } from './parts/forms.tsx';
import { titleOf, useMessages } from './parts/say.tsx';
import { UnitName } from './parts/unit.tsx';
import { viaText } from './parts/via.ts';

type Directive = z.infer<typeof getDirective.reply>;
type FanOut = z.infer<typeof previewFanOut.reply>;

export interface Preview {
  leads?: FanOut | undefined;
  others?: FanOut | undefined;
}

export function TaskFields({ k, d }: { k: Kept; d: Directive }) {
  const {
    editor: { task: t },
    words,
  } = useMessages();
  const lang = useLang();
  return (
    <>
      <Panel>
        <Radios
          {...k.field('kind', 'task')}
          label={t.kind}
          inline
          choices={[
            { value: 'task', text: words.taskKinds.task },
            { value: 'target', text: words.taskKinds.target },
          ]}
        />
        <FieldRow>
          <TextInput {...k.field('ref')} label={t.ref} hint={t.refHint} required />
          <TextInput {...k.field('number')} label={t.number} optional />
          {d.sections.length > 0 && (
            <Select
              {...k.field('sectionCode')}
              label={t.section}
              empty={t.noSection}
              options={d.sections.map((s) => ({
                value: s.code,
                text: `${s.number} ${titleOf(s, lang)}`.trim(),
              }))}
            />
          )}
        </FieldRow>
        <TextArea {...k.field('titleVi')} label={t.titleVi} rows={2} required />
        <TextArea {...k.field('titleEn')} label={t.titleEn} rows={2} optional />
        <TextInput {...k.field('productVi')} label={t.product} size="full" optional />
        <TextInput {...k.field('deadlineText')} label={t.deadline} hint={t.deadlineHint} />
      </Panel>
      <Panel>
        <TextArea {...k.field('leadText')} label={t.lead_} hint={t.leadHint} rows={2} />
        <TextArea {...k.field('coordinatingText')} label={t.coordinating} rows={2} optional />
        <Checkbox
          name="keepUnknown"
          id={k.id('keepUnknown')}
          label={t.keepUnknown}
          checked={k.checked('keepUnknown')}
        />
      </Panel>
    </>
  );
}

/** What is measured; only for targets. */
export function TargetInputs({ k }: { k: Kept }) {
  const {
    editor: { task: t },
    task,
  } = useMessages();
  const words = task.target;
  return (
    <div data-when="target">
      <Panel title={t.target}>
        <FieldRow>
          <Select
            {...k.field('target.comparator', 'atLeast')}
            label={t.comparator}
            options={target.shape.comparator.options.map((value) => ({
              value,
              text: words.comparators[value],
            }))}
          />
          <TextInput {...k.field('target.value')} label={t.value} inputMode="decimal" size="short" />
          <TextInput
            {...k.field('target.valueTo')}
            label={t.valueTo}
            inputMode="decimal"
            size="short"
            optional
          />
          <TextInput {...k.field('target.unit')} label={t.unit} size="short" />
        </FieldRow>
        <FieldRow>
          <Select
            {...k.field('target.direction', 'higher')}
            label={t.direction}
            options={[
              { value: 'higher', text: words.higher },
              { value: 'lower', text: words.lower },
            ]}
          />
          <Select
            {...k.field('target.measure', 'cumulative')}
            label={t.measure}
            options={[
              { value: 'cumulative', text: words.cumulative },
              { value: 'inPeriod', text: words.inPeriod },
            ]}
          />
        </FieldRow>
        <FieldRow>
          <TextInput
            {...k.field('target.base.year')}
            label={t.baseYear}
            inputMode="numeric"
            size="short"
            optional
          />
          <TextInput
            {...k.field('target.base.value')}
            label={t.baseValue}
            inputMode="decimal"
            size="short"
            optional
          />
        </FieldRow>
        <TextInput
          {...k.field('target.trajectory')}
          label={t.trajectory}
          hint={t.trajectoryHint}
          size="full"
          optional
        />
        <Checkbox
          name="target.hasRatio"
          id={k.id('target.hasRatio')}
          label={t.hasRatio}
          checked={k.checked('target.hasRatio')}
        />
      </Panel>
    </div>
  );
}

function FanOutLine({ title, fan, on }: { title: string; fan: FanOut | undefined; on: string }) {
  const m = useMessages();
  const t = m.editor.task;
  const lang = useLang();
  if (!fan) return null;
  return (
    <div class="stack">
      <p>
        {title} <strong>{t.fanOut(formatNumber(fan.units.length, lang), formatDay(on))}</strong>
      </p>
      {fan.unknown.length > 0 && (
        <Notice tone="warn" title={t.unknown(fan.unknown.join(', '))}>
          <p>{t.unknownHint}</p>
        </Notice>
      )}
      {fan.units.length > 0 && (
        <Explain summary={t.list} open={fan.units.length <= 6}>
          <ul class="lines">
            {fan.units.map((u) => (
              <li key={u.id}>
                <UnitName unit={u} />
                {u.via && <small> {viaText(u.via, m)}</small>}
              </li>
            ))}
          </ul>
        </Explain>
      )}
    </div>
  );
}

/** Which units the printed names mean on the day of issue, before anything is saved. */
export function PreviewPanel({ preview, on }: { preview: Preview; on: string }) {
  const {
    editor: { task: t },
  } = useMessages();
  return (
    <Panel title={t.previewTitle} id="preview">
      {!preview.leads && !preview.others && <p class="soft">{t.noneNamed}</p>}
      <FanOutLine title={t.leads} fan={preview.leads} on={on} />
      <FanOutLine title={t.others} fan={preview.others} on={on} />
    </Panel>
  );
}
