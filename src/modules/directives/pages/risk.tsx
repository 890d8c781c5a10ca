import type { ReplyOf } from '../../../kit/contract.ts';
import { type PageContext, page, submits } from '../../../kit/page.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { Columns, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { formatDay, formatInstant, formatNumber } from '../../../web/format.ts';
import type { Lang } from '../../../web/language.tsx';
import { listRiskRules, stateRiskRules } from '../contract.ts';
import { messages } from '../messages.ts';
import { type Kept, keptOf, Refusal, said } from './parts/forms.tsx';

type Sets = ReplyOf<typeof listRiskRules>;
type RuleSet = Sets['items'][number];
type Rule = RuleSet['rules'][number];

const kinds = ['timeUsedVsProgress', 'silence', 'dependencyLate', 'dueWithin'] as const;
/** Lines of the form: those of the set in force, and room for more. */
const room = 3;

/** A rule with its thresholds, as a sentence. */
function sentence(rule: Rule, lang: Lang): string {
  const t = messages[lang].risk;
  const n = (value: number) => formatNumber(value, lang);
  switch (rule.kind) {
    case 'timeUsedVsProgress':
      return t.timeUsedVsProgress(n(rule.used), n(rule.progress));
    case 'silence':
      return t.silence(n(rule.days));
    case 'dependencyLate':
      return t.dependencyLate;
    case 'dueWithin':
      return t.dueWithin(n(rule.days), n(rule.progress));
  }
}

function SetPanel({ p, set }: { p: PageContext; set: RuleSet }) {
  const t = messages[p.lang].risk;
  const tone = { inForce: 'good', coming: 'calm', past: 'idle', never: 'idle' } as const;
  const by = set.stated ? t.by(set.stated.by ?? t.bySystem, formatInstant(set.stated.at)) : t.byProduct;
  return (
    <Panel title={t.version(set.version)} id={`v${set.version}`}>
      <p>
        <Chip tone={tone[set.state]}>{t[set.state]}</Chip>{' '}
        {set.validTo
          ? t.until(formatDay(set.validFrom), formatDay(set.validTo))
          : t.from(formatDay(set.validFrom))}
      </p>
      {set.rules.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul class="lines">
          {set.rules.map((rule) => (
            <li key={rule.code}>{sentence(rule, p.lang)}</li>
          ))}
        </ul>
      )}
      <p class="soft">{by}</p>
      {set.stated?.reason && (
        <p class="soft" lang="vi">
          {t.reason}: {set.stated.reason}
        </p>
      )}
    </Panel>
  );
}

function Line({ p, k, n, rule }: { p: PageContext; k: Kept; n: number; rule: Rule | undefined }) {
  const t = messages[p.lang].risk;
  const at = `rules.${n}`;
  const value = (name: string) =>
    rule && name in rule ? (rule as unknown as Record<string, number>)[name] : undefined;
  return (
    <fieldset class="form group">
      <legend class="label">{t.sign(String(n + 1))}</legend>
      <input type="hidden" name={`${at}.code`} value={k.field(`${at}.code`, rule?.code).value} />
      <FieldRow>
        <Select
          {...k.field(`${at}.kind`, rule?.kind)}
          label={t.kind}
          empty={t.unused}
          options={kinds.map((kind) => ({ value: kind, text: t.kinds[kind] }))}
        />
        <TextInput {...k.field(`${at}.used`, value('used'))} label={t.used} unit="%" inputMode="decimal" />
        <TextInput
          {...k.field(`${at}.progress`, value('progress'))}
          label={t.progress}
          unit="%"
          inputMode="decimal"
        />
        <TextInput
          {...k.field(`${at}.days`, value('days'))}
          label={t.days}
          unit={t.daysUnit}
          inputMode="numeric"
        />
      </FieldRow>
    </fieldset>
  );
}

function ChangeForm({ p, rules }: { p: PageContext; rules: readonly Rule[] }) {
  const t = messages[p.lang].risk;
  const k = keptOf(p, 'default');
  return (
    <Panel title={t.change} id="change">
      <Form csrf={p.csrf} name="default">
        <Refusal kept={k} />
        <p class="hint">{t.changeHint}</p>
        {Array.from({ length: rules.length + room }, (_, n) => (
          <Line key={n} p={p} k={k} n={n} rule={rules[n]} />
        ))}
        <DateInput {...k.field('validFrom', p.today)} label={t.validFrom} hint={t.validFromHint} required />
        <TextArea {...k.field('reason')} label={t.reason} hint={t.reasonHint} rows={2} required />
        <ButtonRow>
          <Button kind="primary" confirm={t.sure}>
            {t.send}
          </Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

const asks: Record<string, readonly string[]> = {
  timeUsedVsProgress: ['used', 'progress'],
  silence: ['days'],
  dependencyLate: [],
  dueWithin: ['days', 'progress'],
};
const numberOf = (text: unknown): unknown =>
  typeof text === 'string' && /^\d+([.,]\d+)?$/.test(text.trim())
    ? Number(text.trim().replace(',', '.'))
    : text;

/** Lines that are used, each with the thresholds of its kind; a new one is called by its kind and place. */
function rulesOf(fields: Record<string, unknown>): Record<string, unknown> {
  const rules: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) if (!name.startsWith('rules.')) rest[name] = value;
  for (let n = 0; `rules.${n}.kind` in fields; n++) {
    const kind = fields[`rules.${n}.kind`];
    if (typeof kind !== 'string' || !(kind in asks)) continue;
    rules[`rules.${n}.kind`] = kind;
    rules[`rules.${n}.code`] = fields[`rules.${n}.code`] || `${kind}-${n + 1}`;
    for (const name of asks[kind]!) rules[`rules.${n}.${name}`] = numberOf(fields[`rules.${n}.${name}`]);
  }
  return { ...rest, ...rules };
}

export const riskPage = page({
  path: '/risk-rules',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const { risk: t, help } = messages[p.lang];
    const { items, mayState } = await p.call(listRiskRules, {});
    const inForce = items.find((set) => set.state === 'inForce');
    const sets = items.map((set) => <SetPanel key={set.version} p={p} set={set} />);
    return {
      title: t.title,
      nav: 'riskRules',
      description: t.lead,
      crumbs: [{ href: '/help', text: help.title }],
      body: (
        <>
          <PageHead
            title={t.title}
            lead={
              <>
                <p>{t.lead}</p>
                <p>{t.noSource}</p>
              </>
            }
          />
          {mayState ? (
            <Columns aside={<>{sets}</>}>
              <ChangeForm p={p} rules={inForce?.rules ?? []} />
            </Columns>
          ) : (
            sets
          )}
        </>
      ),
    };
  },
  forms: {
    default: submits(stateRiskRules, {
      input: rulesOf,
      then: () => ({ redirect: '/risk-rules', flash: said((m) => m.risk.done) }),
    }),
  },
});
