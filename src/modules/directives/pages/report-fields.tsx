import type { z } from 'zod';

import type { PageContext } from '../../../kit/page.ts';
import { Radios } from '../../../web/components/choices.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow } from '../../../web/components/form.tsx';
import { FileInput, Select, TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { Explain } from '../../../web/components/records.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { formatInstant } from '../../../web/format.ts';
import type { getTask, periodsOf } from '../contract.ts';
import type { Kept, Picked } from './parts/forms.tsx';
import { goalText } from './parts/goal.ts';
import { periodName, useMessages } from './parts/say.tsx';

type Target = NonNullable<z.infer<typeof getTask.reply>['target']>;
type Periods = z.infer<typeof periodsOf.reply>['items'];

const openStates = new Set(['open', 'reminded', 'late', 'unlocked', 'submitted']);
const accepted = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg';

/** Which period the report is for; the earliest that is still open is chosen. */
export function PeriodField({ p, k, periods }: { p: PageContext; k: Kept; periods: Periods }) {
  const { report: t, work } = useMessages();
  const state = (s: string) =>
    work.assignment.periodStates[s as keyof typeof work.assignment.periodStates] ?? s;
  const open = periods.filter((x) => openStates.has(x.state));
  const locked = periods.filter((x) => x.state === 'locked').map((x) => periodName(x.period, p.lang));
  const first = open.find((x) => x.state !== 'submitted') ?? open.at(-1);
  if (periods.length === 0) return <p class="hint">{t.noPeriod(periodName(p.today.slice(0, 7), p.lang))}</p>;
  return (
    <Select
      {...k.field('period', first?.period)}
      size="full"
      label={t.period}
      hint={locked.length > 0 ? t.locked(locked.join(', ')) : t.periodHint}
      options={open.map((x) => ({
        value: x.period,
        text: t.periodOption(periodName(x.period, p.lang), state(x.state), formatInstant(x.cutoffAt)),
      }))}
    />
  );
}

export function OutcomeField({ k, recurring }: { k: Kept; recurring: boolean }) {
  const { report: t } = useMessages();
  const choices = [
    { value: 'progress', text: t.outcomes.progress },
    { value: 'nothing', text: t.outcomes.nothing, hint: t.outcomeHints.nothing },
    ...(recurring ? [] : [{ value: 'done', text: t.outcomes.done, hint: t.outcomeHints.done }]),
  ];
  return <Radios {...k.field('outcome', 'progress')} label={t.outcome} choices={choices} />;
}

export function ProgressFields({ k }: { k: Kept }) {
  const { report: t } = useMessages();
  return (
    <>
      <TextArea {...k.field('result')} label={t.result} hint={t.resultHint} rows={4} />
      <FieldRow>
        <TextInput
          {...k.field('progress')}
          label={t.progress}
          hint={t.progressHint}
          inputMode="numeric"
          size="short"
          unit="%"
          optional
        />
        <DateInput {...k.field('forecastOn')} label={t.forecast} />
      </FieldRow>
      <FieldRow>
        <TextInput
          {...k.field('moneyAllocated')}
          label={`${t.money}: ${t.allocated.toLowerCase()}`}
          inputMode="numeric"
          unit={t.dong}
          optional
        />
        <TextInput
          {...k.field('moneyPaid')}
          label={`${t.money}: ${t.paid.toLowerCase()}`}
          inputMode="numeric"
          unit={t.dong}
          optional
        />
      </FieldRow>
    </>
  );
}

/** The value of a target; shares by both counts. */
export function TargetFields({ k, target, lang }: { k: Kept; target: Target; lang: 'vi' | 'en' }) {
  const { report: t } = useMessages();
  const goal = goalText(target, lang);
  return (
    <Panel title={t.target} level={2}>
      <p class="hint">{t.valueHint(goal)}</p>
      {target.hasRatio ? (
        <>
          <p class="hint">{t.ratioHint}</p>
          <FieldRow>
            <TextInput {...k.field('numerator')} label={t.numerator} inputMode="decimal" optional />
            <TextInput {...k.field('denominator')} label={t.denominator} inputMode="decimal" optional />
          </FieldRow>
        </>
      ) : (
        <TextInput {...k.field('value')} label={t.value} size="short" unit={target.unit} optional />
      )}
    </Panel>
  );
}

/** Number, date, title, link and file of one document; names begin with `at` (`product`, `evidence.0`). */
export function DocumentFields({
  k,
  at,
  legend,
  required = false,
}: {
  k: Kept;
  at: string;
  legend?: string;
  required?: boolean;
}) {
  const { report: t } = useMessages();
  const fileName = k.field(`${at}.fileName`).value;
  return (
    <fieldset class="form group">
      {legend && <legend class="label">{legend}</legend>}
      <FieldRow>
        <TextInput {...k.field(`${at}.number`)} label={t.number} hint={t.numberHint} />
        <DateInput {...k.field(`${at}.date`)} label={required ? t.productDate : t.date} required={required} />
      </FieldRow>
      <TextInput {...k.field(`${at}.title`)} label={t.docTitle} size="full" optional />
      <FieldRow>
        <TextInput {...k.field(`${at}.link`)} label={t.link} type="url" optional />
        <FileInput
          name={`${at}.file`}
          id={k.id(`${at}.file`)}
          label={t.file}
          hint={fileName ? t.fileKept(fileName) : t.fileHint}
          accept={accepted}
          optional
        />
      </FieldRow>
      {k.field(`${at}.fileId`).value && (
        <>
          <input type="hidden" name={`${at}.fileId`} value={k.field(`${at}.fileId`).value} />
          <input type="hidden" name={`${at}.fileName`} value={fileName} />
        </>
      )}
    </fieldset>
  );
}

export function DifficultyFields({ k, n, addressee }: { k: Kept; n: number; addressee: Picked }) {
  const { report: t, words } = useMessages();
  const at = `difficulties.${n}`;
  return (
    <fieldset class="form group">
      <legend class="label">{t.difficultyN(String(n + 1))}</legend>
      <TextArea {...k.field(`${at}.body`)} label={t.body} rows={2} />
      <FieldRow>
        <Select
          {...k.field(`${at}.kind`, 'difficulty')}
          label={t.kind}
          options={[
            { value: 'difficulty', text: words.difficultyKinds.difficulty },
            { value: 'proposal', text: words.difficultyKinds.proposal },
          ]}
        />
        <UnitPicker {...addressee} label={t.addressee} placeholder={t.addresseeEmpty} />
        <DateInput {...k.field(`${at}.due`)} label={t.due} />
      </FieldRow>
    </fieldset>
  );
}

/** Three documents and three difficulties; all but the first are folded away. */
export function MoreFields({ k, addressees }: { k: Kept; addressees: readonly Picked[] }) {
  const [first, ...others] = addressees;
  const { report: t } = useMessages();
  const used = (at: string, names: readonly string[]) => names.some((name) => k.field(`${at}.${name}`).value);
  return (
    <>
      <Panel title={t.evidence}>
        <p class="hint">{t.evidenceHint}</p>
        <DocumentFields k={k} at="evidence.0" legend={t.evidenceN('1')} />
        <Explain
          summary={t.more}
          open={[1, 2].some((n) => used(`evidence.${n}`, ['number', 'date', 'title', 'link', 'fileId']))}
        >
          {[1, 2].map((n) => (
            <DocumentFields key={n} k={k} at={`evidence.${n}`} legend={t.evidenceN(String(n + 1))} />
          ))}
        </Explain>
      </Panel>
      <Panel title={t.difficulties}>
        <p class="hint">{t.difficultyHint}</p>
        {first && <DifficultyFields k={k} n={0} addressee={first} />}
        <Explain summary={t.more} open={[1, 2].some((n) => used(`difficulties.${n}`, ['body']))}>
          {others.map((addressee, i) => (
            <DifficultyFields key={addressee.name} k={k} n={i + 1} addressee={addressee} />
          ))}
        </Explain>
      </Panel>
    </>
  );
}
