import type { PageContext } from '../../../../kit/page.ts';
import { Checkbox } from '../../../../web/components/choices.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { FieldGroup } from '../../../../web/components/field.tsx';
import { FieldRow } from '../../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../../web/components/inputs.tsx';
import { UnitPicker, type UnitPick } from '../../../../web/components/unit-picker.tsx';
import { messages } from '../messages.ts';
import { actorRoles, figurePeriods, severities, silences, type WatchKind } from '../rules/rule.ts';
import { silenceWords } from '../rules/words.ts';

/** What a form shows: what was typed when there is something, else what the rule says. */
export interface Shown {
  p: PageContext;
  kind: WatchKind;
  field: (name: string) => { name: string; value: string | undefined; error: string | undefined };
  levels: readonly string[];
  under: UnitPick;
  figures: readonly { of: string; code: string; name: { vi: string; en: string } }[];
  isNew: boolean;
}

type Words = (typeof messages)['vi']['edit'];

/** What each field of the form is called. */
export const fieldLabels = (t: Words): Record<string, string> => ({
  code: t.code,
  'name.vi': t.nameVi,
  'name.en': t.nameEn,
  'explanation.vi': t.explanationVi,
  'explanation.en': t.explanationEn,
  'source.vi': t.sourceVi,
  'source.en': t.sourceEn,
  severity: t.severity,
  'watch.figure.period': t.period,
  'watch.figure.code': t.figure,
  'watch.limit': t.limit,
  'watch.endAt': t.endAt,
  'watch.minDenominator': t.minDenominator,
  'watch.steps': t.steps,
  'watch.stepDays': t.stepDays,
  'watch.by': t.by,
  'watch.endBy': t.endBy,
  'watch.days': t.days,
  'watch.lateBy': t.lateBy,
  'watch.floor': t.floor,
  'units.levels': t.levels,
  under: t.under,
  'actor.role': t.role,
  escalateAfterDays: t.escalate,
  validFrom: t.validFrom,
  reason: t.reason,
});

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

function FigureField({ s }: { s: Shown }) {
  const t = messages[s.p.lang].edit;
  const groups = (['tasks', 'assignments', 'records'] as const).map((of) => ({
    label: capital(t[of]),
    options: s.figures
      .filter((f) => f.of === of)
      .map((f) => ({ value: `${of}/${f.code}`, text: `${f.name[s.p.lang]} (${t[of]})` })),
  }));
  return (
    <FieldRow>
      <Select
        {...s.field('watch.figure.code')}
        label={t.figure}
        hint={t.figureHint}
        empty=""
        options={groups.filter((g) => g.options.length > 0)}
        size="full"
        required
      />
      <Select
        {...s.field('watch.figure.period')}
        label={t.period}
        hint={t.periodHint}
        empty=""
        options={figurePeriods.map((value) => ({ value, text: t.periods[value] }))}
      />
    </FieldRow>
  );
}

function Num({
  s,
  name,
  label,
  unit,
  hint,
}: {
  s: Shown;
  name: string;
  label: string;
  unit?: string;
  hint?: string;
}) {
  return (
    <TextInput
      {...s.field(name)}
      label={label}
      inputMode="decimal"
      size="short"
      required
      {...(unit && { unit })}
      {...(hint && { hint })}
    />
  );
}

function Threshold({ s }: { s: Shown }) {
  const t = messages[s.p.lang].edit;
  return (
    <>
      <FigureField s={s} />
      <FieldRow>
        <Select
          {...s.field('watch.comparison')}
          label={t.comparison}
          options={(['above', 'below'] as const).map((value) => ({ value, text: t[value] }))}
        />
        <Num s={s} name="watch.limit" label={t.limit} unit="%" />
        <Num s={s} name="watch.endAt" label={t.endAt} unit="%" hint={t.endAtHint} />
        <Num s={s} name="watch.minDenominator" label={t.minDenominator} />
      </FieldRow>
    </>
  );
}

function Trend({ s }: { s: Shown }) {
  const t = messages[s.p.lang].edit;
  return (
    <>
      <FigureField s={s} />
      <FieldRow>
        <Select
          {...s.field('watch.direction')}
          label={t.direction}
          options={(['falling', 'rising'] as const).map((value) => ({ value, text: t[value] }))}
        />
        <Num s={s} name="watch.steps" label={t.steps} />
        <Num s={s} name="watch.stepDays" label={t.stepDays} />
      </FieldRow>
      <FieldRow>
        <Num s={s} name="watch.by" label={t.by} />
        <Num s={s} name="watch.endBy" label={t.endBy} />
        <Num s={s} name="watch.minDenominator" label={t.minDenominator} />
      </FieldRow>
    </>
  );
}

function Silence({ s }: { s: Shown }) {
  const t = messages[s.p.lang].edit;
  return (
    <>
      <Select
        {...s.field('watch.of')}
        label={t.silenceOf}
        size="full"
        options={silences.map((value) => ({ value, text: capital(silenceWords[value][s.p.lang]) }))}
      />
      <Num s={s} name="watch.days" label={t.days} hint={t.daysHint} />
    </>
  );
}

function Prediction({ s }: { s: Shown }) {
  const t = messages[s.p.lang].edit;
  return (
    <>
      <FieldRow>
        <Select
          {...s.field('watch.of')}
          label={t.predictionOf}
          options={(['assignment', 'case'] as const).map((value) => ({ value, text: t[value] }))}
        />
        <Select
          {...s.field('watch.bound')}
          label={t.bound}
          options={(['p50', 'p80'] as const).map((value) => ({ value, text: t[value] }))}
        />
      </FieldRow>
      <FieldRow>
        <Num s={s} name="watch.lateBy" label={t.lateBy} />
        <Num s={s} name="watch.endAt" label={t.endAt} hint={t.endAtHint} />
        <Num s={s} name="watch.floor" label={t.floor} />
      </FieldRow>
    </>
  );
}

const watches = { threshold: Threshold, trend: Trend, silence: Silence, prediction: Prediction };

function Words({ s }: { s: Shown }) {
  const t = messages[s.p.lang].edit;
  return (
    <>
      {s.isNew ? (
        <TextInput {...s.field('code')} label={t.code} hint={t.codeHint} required spellcheck={false} />
      ) : (
        <input type="hidden" name="code" value={s.field('code').value} />
      )}
      <FieldRow>
        <TextInput {...s.field('name.vi')} label={t.nameVi} size="full" required />
        <TextInput {...s.field('name.en')} label={t.nameEn} hint={t.blankEn} size="full" optional />
      </FieldRow>
      <Select
        {...s.field('severity')}
        label={t.severity}
        options={severities.map((value) => ({ value, text: messages[s.p.lang].severities[value] }))}
      />
    </>
  );
}

function Units({ s }: { s: Shown }) {
  const t = messages[s.p.lang];
  const { error } = s.field('units.levels');
  const levels = Object.keys(t.levels) as (keyof typeof t.levels)[];
  return (
    <>
      <FieldGroup name="units.levels" label={t.edit.levels} error={error} inline>
        {levels.map((level) => (
          <Checkbox
            key={level}
            name="units.levels"
            value={level}
            label={t.levels[level]}
            checked={s.levels.includes(level)}
          />
        ))}
      </FieldGroup>
      <UnitPicker
        name="under"
        label={t.edit.under}
        hint={t.edit.underHint}
        error={s.field('under').error ?? s.field('units.under').error}
        pick={s.under}
        search
        optional
      />
    </>
  );
}

function Who({ s }: { s: Shown }) {
  const t = messages[s.p.lang].edit;
  return (
    <FieldRow>
      <Select
        {...s.field('actor.role')}
        label={t.role}
        options={actorRoles.map((value) => ({ value, text: t.roles[value] }))}
      />
      <Select
        {...s.field('actor.at')}
        label={t.at}
        options={[
          { value: 'unit', text: t.atUnit },
          { value: 'above', text: t.atAbove },
        ]}
      />
      <Num s={s} name="escalateAfterDays" label={t.escalate} />
    </FieldRow>
  );
}

/** All fields of a rule; those of the watch by its kind. */
export function RuleFields({ s }: { s: Shown }) {
  const t = messages[s.p.lang].edit;
  const Watch = watches[s.kind];
  return (
    <>
      <input type="hidden" name="watch.kind" value={s.kind} />
      <Words s={s} />
      <Watch s={s} />
      <Units s={s} />
      <Who s={s} />
      <FieldRow>
        <TextArea {...s.field('explanation.vi')} label={t.explanationVi} rows={3} optional />
        <TextArea {...s.field('explanation.en')} label={t.explanationEn} hint={t.blankEn} rows={3} optional />
      </FieldRow>
      <FieldRow>
        <TextArea {...s.field('source.vi')} label={t.sourceVi} hint={t.sourceHint} rows={3} optional />
        <TextArea {...s.field('source.en')} label={t.sourceEn} hint={t.blankEn} rows={3} optional />
      </FieldRow>
      <Checkbox
        name="active"
        label={t.active}
        hint={t.activeHint}
        checked={s.field('active').value !== undefined && s.field('active').value !== 'false'}
      />
      <DateInput {...s.field('validFrom')} label={t.validFrom} min={s.p.today} required />
      <TextArea {...s.field('reason')} label={t.reason} rows={2} required />
    </>
  );
}
