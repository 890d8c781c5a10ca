import { FieldRow } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { useLang } from '../../../../web/language.tsx';
import { roles } from '../../facts/terms.ts';
import type { FormField } from '../../rules/model.ts';
import type { Row } from './flat.ts';
import { offerMessages } from './offer-messages.ts';
import { optionsOf, Rows, useBox } from './sheet.tsx';

/** When the service is offered unasked, for how long, and what of it is filled in. */
export function OfferBoxes({ fields }: { fields: readonly FormField[] }) {
  const t = offerMessages[useLang()];
  const box = useBox();
  return (
    <Panel title={t.title}>
      <p class="hint">{t.lead}</p>
      <FieldRow>
        <TextInput {...box('offer.openDays')} label={t.openDays} inputMode="numeric" size="short" />
        <TextInput {...box('offer.undoDays')} label={t.undoDays} inputMode="numeric" size="short" />
        <TextInput
          {...box('offer.startDays')}
          label={t.startDays}
          hint={t.startHint}
          inputMode="numeric"
          size="short"
        />
      </FieldRow>
      <TextInput {...box('offer.legalBasis')} label={t.legalBasis} size="full" />
      <h3>{t.on}</h3>
      <Rows list="offerOn" what={t.occasion} summary={(row) => occasionText(row, t)}>
        {(row) => <OccasionRow at={row.at} />}
      </Rows>
      <h3>{t.fill}</h3>
      <p class="hint">{t.fillHint}</p>
      <Rows
        list="offerFill"
        what={t.filled}
        summary={(row) =>
          row.text('field') && `${row.text('field')} ← ${row.text('term') || row.text('value')}`
        }
      >
        {(row) => <FillRow at={row.at} fields={fields} />}
      </Rows>
    </Panel>
  );
}

type Words = (typeof offerMessages)['vi' | 'en'];

function occasionText(row: Row, t: Words): string {
  const kind = row.text('kind');
  if (kind === 'granted') return [t.kinds.granted, row.text('procedureCode')].join(' ');
  if (kind === 'age') return [t.kinds.age, row.text('years')].join(' ');
  if (kind === 'told') return t.events[row.text('event') as keyof Words['events']] ?? t.kinds.told;
  return '';
}

function OccasionRow({ at }: { at: string }) {
  const lang = useLang();
  const t = offerMessages[lang];
  const box = useBox();
  const people = Object.entries(roles).map(([value, name]) => ({ value, text: name[lang] ?? name.vi }));
  return (
    <>
      <Select {...box(`${at}.kind`)} label={t.kind} empty="–" options={optionsOf(t.kinds)} />
      <FieldRow>
        <TextInput {...box(`${at}.procedureCode`)} label={t.procedureCode} size="short" />
        <TextInput {...box(`${at}.months`)} label={t.months} inputMode="numeric" size="short" />
      </FieldRow>
      <FieldRow>
        <Select {...box(`${at}.role`)} label={t.role} empty="–" options={people} />
        <TextInput {...box(`${at}.years`)} label={t.years} inputMode="numeric" size="short" />
      </FieldRow>
      <TextInput {...box(`${at}.daysBefore`)} label={t.daysBefore} inputMode="numeric" size="short" />
      <Select {...box(`${at}.event`)} label={t.event} empty="–" options={optionsOf(t.events)} />
    </>
  );
}

function FillRow({ at, fields }: { at: string; fields: readonly FormField[] }) {
  const lang = useLang();
  const t = offerMessages[lang];
  const box = useBox();
  return (
    <FieldRow>
      <Select
        {...box(`${at}.field`)}
        label={t.field}
        empty="–"
        options={fields.map(({ key, label }) => ({
          value: key,
          text: (lang === 'en' && label.en) || label.vi,
        }))}
      />
      <TextInput {...box(`${at}.term`)} label={t.term} />
      <TextInput {...box(`${at}.value`)} label={t.value} />
    </FieldRow>
  );
}
