import type { z } from 'zod';

import { type PageContext, page } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { ProgressBar } from '../../../web/components/figure.tsx';
import { KeyValueList, type Step, Stepper } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Columns, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Tag } from '../../../web/components/state.tsx';
import { formatDay, formatInstant } from '../../../web/format.ts';
import { useLang } from '../../../web/language.tsx';
import { getAssignment, getDirective, listDifficulties, listReports, periodsOf } from '../contract.ts';
import { messages } from '../messages.ts';
import { DifficultyPanel, HistoryPanel, ReportPanel } from './assignment-reports.tsx';
import { stepHandlers, StepPanel, type StepChoices } from './assignment-steps.tsx';
import { Secrecy } from './parts/directive-records.tsx';
import { EvidenceLine } from './parts/evidence.tsx';
import { keptOf, pickIn } from './parts/forms.tsx';
import { periodName, Title, titleOf, useMessages } from './parts/say.tsx';
import { Standing } from './parts/standing.tsx';
import { shortName, UnitName, unitName } from './parts/unit.tsx';

type Assignment = z.infer<typeof getAssignment.reply>;
type Reports = z.infer<typeof listReports.reply>['items'];
type Periods = z.infer<typeof periodsOf.reply>['items'];
interface Settings {
  confirm: boolean;
  accept: boolean;
}

function Must({ a }: { a: Assignment }) {
  const {
    work: { assignment: t },
    words,
  } = useMessages();
  const lang = useLang();
  return (
    <Panel title={t.must}>
      <KeyValueList
        items={[
          {
            key: t.task,
            value: (
              <a href={`/tasks/${a.taskId}`}>
                <Title item={a} />
              </a>
            ),
          },
          a.part !== '' && { key: t.part, value: a.part },
          a.productVi !== '' && { key: t.product, value: <strong lang="vi">{a.productVi}</strong> },
          { key: t.unit, value: <UnitName unit={a.unit} /> },
          { key: t.role, value: words.roles[a.role] },
          { key: t.directive, value: <a href={`/directives/${a.directiveId}`}>{a.directiveNumber}</a> },
          { key: t.assignedOn, value: formatDay(a.assignedOn) },
        ]}
      />
      {a.unit.holder && (
        <Notice>
          <p>{t.origin(unitName(a.unit, lang), formatDay(a.assignedOn))}</p>
        </Notice>
      )}
      {a.holderUnsettled && (
        <Notice tone="warn" title={t.unsettled}>
          <p>{t.unsettledNote(a.holders.map((h) => h.name).join(', '))}</p>
        </Notice>
      )}
    </Panel>
  );
}

function pathOf(
  a: Assignment,
  reports: Reports,
  settings: Settings,
  t: ReturnType<typeof useMessages>['work']['assignment'],
): Step[] {
  const { work } = a.standing;
  const confirmed = work === 'completed' || reports.some((r) => r.claims && r.state === 'confirmed');
  const claimed = work === 'submitted' || work === 'completed';
  const done = [
    reports.length > 0 || claimed,
    claimed,
    ...(settings.confirm ? [confirmed] : []),
    ...(settings.accept ? [work === 'completed'] : []),
  ];
  const titles = [
    t.path.report,
    t.path.claim,
    ...(settings.confirm ? [t.path.confirm] : []),
    ...(settings.accept ? [t.path.accept] : []),
  ];
  const now = done.indexOf(false);
  return titles.map((title, i) => ({ title, state: done[i] ? 'done' : i === now ? 'current' : 'waiting' }));
}

function State({ a, reports, settings }: { a: Assignment; reports: Reports; settings: Settings }) {
  const {
    work: { assignment: t },
    task,
    risk,
    words,
  } = useMessages();
  const lang = useLang();
  const lines = [...new Set(a.explanation.map((line) => line[lang]))];
  const takesPart = a.standing.work !== 'cancelled' && a.standing.work !== 'recurring';
  return (
    <Panel title={t.state}>
      {takesPart && <Stepper label={t.state} steps={pathOf(a, reports, settings, t)} />}
      {takesPart && (
        <ProgressBar
          label={t.progress}
          value={a.standing.work === 'completed' ? 100 : a.progress}
          showLabel
        />
      )}
      <ul class="lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {a.standing.time === 'atRisk' && (
        <p>
          <a href="/risk-rules">{risk.link}</a>
        </p>
      )}
      {a.extension && (
        <Notice tone="warn" title={t.extensionOpen}>
          <p>
            {t.extensionAsk(formatDay(a.extension.until), formatDay(a.extension.askedOn))}{' '}
            {a.extension.reason}
          </p>
        </Notice>
      )}
      {a.product && (
        <p>
          {t.productClaimed}:{' '}
          <strong>
            <EvidenceLine item={a.product} />
          </strong>
        </p>
      )}
      {a.dueChanges.length > 0 && (
        <div>
          <h3>{task.changes}</h3>
          <ul class="lines">
            {a.dueChanges.map((c, i) => (
              <li key={i}>
                <span class="figures">
                  {task.change(
                    c.from ? formatDay(c.from) : words.noDue,
                    c.to ? formatDay(c.to) : words.noDue,
                  )}
                </span>{' '}
                · {c.document}, {formatDay(c.on)}
                {c.reason && `: ${c.reason}`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}

function PeriodPanel({ p, periods }: { p: PageContext; periods: Periods }) {
  const {
    work: { assignment: t },
  } = useMessages();
  if (periods.length === 0) return null;
  const state = (s: string) => t.periodStates[s as keyof typeof t.periodStates] ?? s;
  return (
    <Panel title={t.periods}>
      <ul class="lines">
        {periods
          .toReversed()
          .slice(0, 12)
          .map((x) => (
            <li key={x.period}>
              {t.periodLine(periodName(x.period, p.lang), state(x.state), formatInstant(x.cutoffAt))}
            </li>
          ))}
      </ul>
    </Panel>
  );
}

async function choicesOf(p: PageContext, a: Assignment, periods: Periods): Promise<StepChoices> {
  return {
    unit: await pickIn(p, keptOf(p, 'redirect'), 'toUnitId'),
    lockedPeriods: periods.filter((x) => x.state === 'locked').map((x) => x.period),
  };
}

export const assignmentPage = page({
  path: '/assignments/:id',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const id = p.params['id']!;
    const a = await p.call(getAssignment, { id });
    const reports = (await p.call(listReports, { id })).items;
    const periods = (await p.call(periodsOf, { id })).items;
    const difficulties =
      p.actor.kind === 'public' ? [] : (await p.call(listDifficulties, { assignmentId: id })).items;
    const settings = (await p.maybe(getDirective, { id: a.directiveId }))?.settings ?? {
      confirm: true,
      accept: true,
    };
    const {
      work: { assignment: t, steps, list },
      words,
    } = messages[p.lang];
    const mayReport = a.steps.includes('report') || a.steps.includes('claim');
    return {
      title: `${a.ref}: ${titleOf(a, p.lang)}`.slice(0, 150),
      nav: 'work',
      crumbs: [
        {
          href: p.actor.kind === 'public' ? '/assignments' : '/work',
          text: p.actor.kind === 'public' ? list.title : messages[p.lang].work.nav.work,
        },
        { href: `/tasks/${a.taskId}`, text: a.ref },
        { href: `/assignments/${id}`, text: shortName(a.unit, p.lang) },
      ],
      body: (
        <>
          <PageHead
            kicker={t.kicker(`${a.ref} · ${a.directiveNumber}`)}
            title={<Title item={a} />}
            chips={
              <>
                <Standing standing={a.standing} />
                <Tag>{unitName(a.unit.holder ?? a.unit, p.lang)}</Tag>
                <Tag>{words.roles[a.role]}</Tag>
                <Secrecy classification={a.classification} />
              </>
            }
            actions={
              mayReport ? (
                <LinkButton kind="primary" icon="edit" href={`/assignments/${id}/report`}>
                  {steps.report}
                </LinkButton>
              ) : (
                a.steps.length > 0 && (
                  <LinkButton icon="down" href="#steps">
                    {steps.title}
                  </LinkButton>
                )
              )
            }
          />
          <Columns
            aside={
              <>
                <StepPanel p={p} a={a} choices={await choicesOf(p, a, periods)} />
                <PeriodPanel p={p} periods={periods} />
              </>
            }
          >
            <Must a={a} />
            <State a={a} reports={reports} settings={settings} />
            <ReportPanel reports={reports} />
            {p.actor.kind !== 'public' && <DifficultyPanel items={difficulties} />}
            {p.actor.kind !== 'public' && <HistoryPanel a={a} />}
          </Columns>
        </>
      ),
    };
  },
  forms: stepHandlers,
});
