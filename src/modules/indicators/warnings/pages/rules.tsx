import type { ReplyOf } from '../../../../kit/contract.ts';
import { type PageContext, page, submits } from '../../../../kit/page.ts';
import { Button, LinkButton } from '../../../../web/components/button.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { Columns, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { formatDay, formatInstant, formatNumber } from '../../../../web/format.ts';
import { withQuery } from '../../../../web/with-query.ts';
import { evaluateWarnings, getWarningRule, listWarningRules } from '../contract.ts';
import { messages } from '../messages.ts';
import { actorWords } from '../rules/words.ts';
import { SeverityChip } from './parts.tsx';

type Short = ReplyOf<typeof listWarningRules>['items'][number];
type Whole = ReplyOf<typeof getWarningRule>;
type Shown = Whole['rule'];

const evaluates = (to: (p: PageContext) => string) =>
  submits(evaluateWarnings, {
    then: ({ raised, ended, escalated }, p) => ({
      redirect: to(p),
      flash: {
        vi: messages.vi.rules.evaluated(String(raised), String(ended), String(escalated)),
        en: messages.en.rules.evaluated(String(raised), String(ended), String(escalated)),
      },
    }),
  });

const columnsOf = (p: PageContext): Column<Short>[] => {
  const t = messages[p.lang];
  return [
    {
      key: 'name',
      head: t.rules.name,
      main: true,
      width: 'wide',
      cell: (r) => (
        <>
          <a class="link link-strong" href={`/warnings/rules/${r.code}`}>
            {r.name[p.lang]}
          </a>
          <p class="hint">{r.sentence[p.lang]}</p>
        </>
      ),
    },
    { key: 'kind', head: t.rules.kind, cell: (r) => t.kinds[r.kind] },
    { key: 'severity', head: t.rules.severity, cell: (r) => <SeverityChip of={r.severity} /> },
    {
      key: 'active',
      head: t.list.state,
      cell: (r) => <Chip tone={r.active ? 'good' : 'idle'}>{r.active ? t.rules.active : t.rules.off}</Chip>,
    },
    {
      key: 'open',
      head: t.rules.open,
      numeric: true,
      cell: (r) => <a href={withQuery('/warnings', 'ruleCode', r.code)}>{formatNumber(r.open, p.lang)}</a>,
    },
  ];
};

export const warningRulesPage = page({
  path: '/warnings/rules',
  permission: 'warning.view',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const { items, mayDefine } = await p.call(listWarningRules, {});
    return {
      title: t.rules.title,
      nav: 'warningRules',
      crumbs: [{ href: '/warnings', text: t.list.title }],
      body: (
        <>
          <PageHead
            title={t.rules.title}
            lead={<p>{t.rules.lead}</p>}
            actions={
              mayDefine && (
                <LinkButton kind="primary" icon="plus" href="/warnings/rules/new">
                  {t.rules.new}
                </LinkButton>
              )
            }
          />
          <DataTable
            caption={t.rules.title}
            captionHidden
            columns={columnsOf(p)}
            rows={items}
            rowKey={(r) => r.code}
            rowHref={(r) => `/warnings/rules/${r.code}`}
            empty={t.rules.none}
          />
          {mayDefine && items.length > 0 && (
            <Form csrf={p.csrf} name="evaluate">
              <Button icon="repeat">{t.rules.evaluate}</Button>
            </Form>
          )}
        </>
      ),
    };
  },
  forms: { evaluate: evaluates(() => '/warnings/rules') },
});

function Facts({ p, rule }: { p: PageContext; rule: Shown }) {
  const t = messages[p.lang];
  const levels = rule.units.levels.map((level) => t.levels[level as 'ministry'] ?? level).join(', ');
  const { under } = rule.units;
  return (
    <KeyValueList
      items={[
        { key: t.rule.watches, value: rule.sentence[p.lang] },
        { key: t.rule.units, value: under ? `${levels} (${t.rule.under(under.name[p.lang])})` : levels },
        { key: t.rule.who, value: actorWords(rule.actor)[p.lang] },
        { key: t.rule.escalate, value: t.rule.escalateText(formatNumber(rule.escalateAfterDays, p.lang)) },
        rule.explanation[p.lang] !== '' && { key: t.rule.explanation, value: rule.explanation[p.lang] },
        rule.source[p.lang] !== '' && { key: t.rule.source, value: rule.source[p.lang] },
        { key: t.rule.code, value: <code>{rule.code}</code> },
      ]}
    />
  );
}

function LastRun({ p, data }: { p: PageContext; data: Whole }) {
  const t = messages[p.lang];
  const n = (value: number): string => formatNumber(value, p.lang);
  const run = data.lastRun;
  if (!run) return <p class="soft">{t.rule.notRun}</p>;
  const unsaid = Object.entries(run.unsaid) as [keyof typeof t.unsaid, number][];
  return (
    <>
      <p>{t.rule.run(formatInstant(run.at), n(run.subjects))}</p>
      <p>{t.rule.runText(n(run.raised), n(run.ended), n(run.escalated))}</p>
      {!run.complete && <p class="soft">{t.rule.notComplete}</p>}
      {unsaid.length > 0 && (
        <p class="soft">
          {t.rule.unsaid}: {unsaid.map(([why, many]) => `${t.unsaid[why]} ${n(many)}`).join('; ')}
        </p>
      )}
      {run.nobody.length > 0 && (
        <>
          <p>{t.rule.nobody}:</p>
          <ul>
            {run.nobody.map((one) => (
              <li key={one.unit.id}>{one.title[p.lang]}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Versions({ p, data }: { p: PageContext; data: Whole }) {
  const t = messages[p.lang].rule;
  return (
    <Panel title={t.versions}>
      <ul>
        {data.versions.map((v) => (
          <li key={v.version}>
            <strong>{t.version(String(v.version))}</strong> {t.from(formatDay(v.validFrom))}{' '}
            {v.version === data.inForce && <Chip tone="good">{t.inForce}</Chip>}
            {!v.active && <Chip tone="idle">{t.ends}</Chip>}
            <p class="hint">{v.sentence[p.lang]}</p>
            <p class="hint" lang="vi">
              {t.reason}: {v.reason}
            </p>
            {v.statedBy && <p class="hint">{t.stated(v.statedBy, formatInstant(v.statedAt))}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export const warningRulePage = page({
  path: '/warnings/rules/:code',
  permission: 'warning.view',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const data = await p.call(getWarningRule, { code: p.params['code']! });
    const { rule } = data;
    return {
      title: rule.name[p.lang],
      nav: 'warningRules',
      crumbs: [
        { href: '/warnings', text: t.list.title },
        { href: '/warnings/rules', text: t.rules.title },
      ],
      body: (
        <>
          <PageHead
            kicker={t.kinds[rule.watch.kind]}
            title={rule.name[p.lang]}
            chips={
              <>
                <SeverityChip of={rule.severity} />
                <Chip tone={data.inForce ? 'good' : 'idle'}>
                  {data.inForce ? t.rules.active : t.rules.off}
                </Chip>
              </>
            }
            actions={
              data.mayDefine && (
                <LinkButton icon="edit" href={`/warnings/rules/${rule.code}/edit`}>
                  {t.rule.edit}
                </LinkButton>
              )
            }
          />
          <Columns
            aside={
              <>
                <Panel title={t.rule.lastRun}>
                  <LastRun p={p} data={data} />
                  {data.mayDefine && data.inForce !== undefined && (
                    <Form csrf={p.csrf} name="evaluate">
                      <input type="hidden" name="ruleCode" value={rule.code} />
                      <Button icon="repeat">{t.rules.evaluateOne}</Button>
                    </Form>
                  )}
                </Panel>
                <Panel title={t.rule.openNow}>
                  <p>
                    <a href={withQuery('/warnings', 'ruleCode', rule.code)}>
                      {formatNumber(data.open, p.lang)} {t.rules.open.toLocaleLowerCase('vi')}
                    </a>
                  </p>
                </Panel>
              </>
            }
          >
            <Panel title={t.one.rule}>
              <Facts p={p} rule={rule} />
            </Panel>
            <Versions p={p} data={data} />
          </Columns>
        </>
      ),
    };
  },
  forms: { evaluate: evaluates((p) => `/warnings/rules/${p.params['code']}`) },
});
