import type { ReplyOf } from '../../../../kit/contract.ts';
import { type PageContext, page, submits } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { ErrorSummary, Form } from '../../../../web/components/form.tsx';
import { TextArea } from '../../../../web/components/inputs.tsx';
import { TimeLine, type TimeLineEntry } from '../../../../web/components/lists.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { Columns, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { formatDay, formatInstant, formatNumber } from '../../../../web/format.ts';
import { acknowledgeWarning, checkWarning, getWarning } from '../contract.ts';
import { messages } from '../messages.ts';
import { Looks, Steps, Value } from './one-values.tsx';
import { capital, PhaseChip, SeverityChip, whyWords } from './parts.tsx';

type One = ReplyOf<typeof getWarning>;
type Happening = One['history'][number];

const looks = {
  raised: ['alert', 'bad'],
  acknowledged: ['check', 'calm'],
  escalated: ['up', 'warn'],
  ended: ['checkCircle', 'good'],
} as const;

function entry(p: PageContext, one: Happening, i: number): TimeLineEntry {
  const t = messages[p.lang].one;
  const [icon, tone] = looks[one.kind];
  const names = one.responsible?.people.map((who) => who.name).join(', ');
  return {
    id: `event-${i}`,
    when: formatInstant(one.at),
    title: t.events[one.kind],
    who: one.by,
    icon,
    tone,
    body: (
      <>
        {one.valueText && <p>{capital(one.valueText[p.lang])}</p>}
        {one.cause && <p>{t.causes[one.cause]}</p>}
        {one.waitedDays !== undefined && <p>{t.waited(formatNumber(one.waitedDays, p.lang))}</p>}
        {names && <p>{t.to(names)}</p>}
        {one.comment && <p lang="vi">{one.comment}</p>}
      </>
    ),
  };
}

function Rule({ p, data }: { p: PageContext; data: One }) {
  const t = messages[p.lang].one;
  const { rule, ruleNow } = data;
  return (
    <Panel title={t.rule}>
      <p>
        <a href={`/warnings/rules/${rule.code}`}>{rule.name[p.lang]}</a>
      </p>
      <p>{rule.sentence[p.lang]}</p>
      <p class="soft">{t.version(String(rule.version), formatDay(rule.validFrom))}</p>
      {ruleNow && !ruleNow.active && <p class="soft">{t.ruleOff}</p>}
      {ruleNow?.active && ruleNow.version !== rule.version && (
        <p class="soft">{t.newer(String(ruleNow.version))}</p>
      )}
      {rule.explanation[p.lang] && <p>{rule.explanation[p.lang]}</p>}
      {rule.source[p.lang] && (
        <p class="soft">
          {t.source}: {rule.source[p.lang]}
        </p>
      )}
    </Panel>
  );
}

function Who({ p, data }: { p: PageContext; data: One }) {
  const t = messages[p.lang].one;
  const { responsible, rule, history } = data;
  const up = history.find((one) => one.kind === 'escalated');
  const why = up ? t.whyUp(formatNumber(up.waitedDays ?? 0, p.lang)) : whyWords(responsible, rule.actor, p);
  return (
    <Panel title={t.who}>
      <ul>
        {responsible.people.map((who) => (
          <li key={who.key}>
            <strong>{who.name}</strong>
          </li>
        ))}
      </ul>
      <p class="hint">{responsible.unit.name[p.lang]}</p>
      <p>{why}</p>
    </Panel>
  );
}

function Acknowledge({ p, data }: { p: PageContext; data: One }) {
  const t = messages[p.lang].one;
  const refused = p.form?.form === 'acknowledge' ? p.form : undefined;
  const error = refused?.errors['comment'];
  return (
    <Panel title={data.phase === 'open' ? t.acknowledge : t.again} id="acknowledge">
      {data.mayAcknowledge && (
        <Form csrf={p.csrf} name="acknowledge">
          {refused && <ErrorSummary title={refused.problem.title} errors={refused.errors} />}
          <input type="hidden" name="id" value={data.id} />
          <TextArea
            name="comment"
            label={t.comment}
            hint={t.commentHint}
            rows={3}
            value={refused ? String(refused.values['comment'] ?? '') : undefined}
            error={error}
            required
          />
          <ButtonRow>
            <Button kind="primary" icon="check">
              {data.phase === 'open' ? t.acknowledge : t.again}
            </Button>
          </ButtonRow>
        </Form>
      )}
      {data.mayCheck && (
        <Form csrf={p.csrf} name="check">
          <input type="hidden" name="id" value={data.id} />
          <Button icon="repeat">{t.check}</Button>
        </Form>
      )}
    </Panel>
  );
}

export const warningPage = page({
  path: '/warnings/:id',
  permission: 'warning.view',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const data = await p.call(getWarning, { id: p.params['id']! });
    return {
      title: `${t.list.what}: ${data.subject.title[p.lang]}`,
      nav: 'warnings',
      crumbs: [{ href: '/warnings', text: t.list.title }],
      body: (
        <>
          <PageHead
            kicker={`${t.kinds[data.kind]} · ${data.ruleName[p.lang]}`}
            title={data.subject.title[p.lang]}
            chips={
              <>
                <SeverityChip of={data.severity} />
                <PhaseChip of={data.phase} />
              </>
            }
            lead={<p>{capital((data.phase === 'ended' ? data.raised : data).valueText[p.lang])}</p>}
          />
          {data.phase === 'open' && data.mine && (
            <Notice tone="warn" title={t.list.tabs.mine}>
              <p>
                <a href="#acknowledge">{t.one.acknowledge}</a>
              </p>
            </Notice>
          )}
          <Columns
            aside={
              <>
                <Who p={p} data={data} />
                <Rule p={p} data={data} />
              </>
            }
          >
            <Value p={p} data={data} />
            <Steps p={p} data={data} />
            <Looks p={p} data={data} />
            {(data.mayAcknowledge || data.mayCheck) && <Acknowledge p={p} data={data} />}
            <Panel title={t.one.history}>
              <TimeLine entries={data.history.map((one, i) => entry(p, one, i))} />
            </Panel>
          </Columns>
        </>
      ),
    };
  },
  forms: {
    acknowledge: submits(acknowledgeWarning, {
      then: (_, p) => ({
        redirect: `/warnings/${p.params['id']}`,
        flash: { vi: messages.vi.one.acknowledged, en: messages.en.one.acknowledged },
      }),
    }),
    check: submits(checkWarning, {
      then: ({ phase }, p) => ({
        redirect: `/warnings/${p.params['id']}`,
        flash: {
          vi: messages.vi.one.checked(messages.vi.phases[phase]),
          en: messages.en.one.checked(messages.en.phases[phase]),
        },
      }),
    }),
  },
});
