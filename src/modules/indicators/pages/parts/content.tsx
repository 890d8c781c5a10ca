import { Share } from '../../../../web/components/figure.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../../web/format.ts';
import type { ReportContent } from '../../contract/reports.ts';
import { messages } from '../../messages.ts';
import { sumOf } from '../../rules/classes.ts';
import { ClassBar, ClassChip } from './figure.tsx';
import { hrefWith, type ScopeQuery } from './scope.tsx';

interface ContentProps {
  content: ReportContent;
  lang: 'vi' | 'en';
}

/** The scope of a report as an address; figures in it open at the day of the report. */
export const scopeOfContent = (content: ReportContent): ScopeQuery =>
  Object.fromEntries(
    Object.entries(content.scope.input).flatMap(([name, value]) =>
      value === undefined || value === null || (name === 'subtree' && value === true)
        ? []
        : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
    ),
  );

function FigureTable({ content, lang }: ContentProps) {
  const t = messages[lang].report;
  const scope = scopeOfContent(content);
  const forms = new Set(content.onTime.map((f) => f.code));
  return (
    <DataTable
      caption={t.figure}
      captionHidden
      phone="scroll"
      columns={[
        {
          key: 'name',
          head: t.figure,
          main: true,
          cell: (f) => (
            <>
              <a href={hrefWith(`/figures/${f.code}`, scope)}>{f.name[lang]}</a>{' '}
              <small>
                {f.rule[lang]} ({t.version(f.version)})
              </small>
            </>
          ),
        },
        {
          key: 'share',
          head: t.rate,
          numeric: true,
          cell: (f) => (
            <Share
              numerator={f.numerator}
              denominator={f.denominator}
              digits={f.rounding.decimals}
              rounding={f.rounding.mode}
            />
          ),
        },
      ]}
      rows={[...content.onTime, ...content.figures.filter((f) => !forms.has(f.code))]}
      rowKey={(f) => f.code}
    />
  );
}

function AgencyTable({ content, lang }: ContentProps) {
  const t = messages[lang].report;
  type Row = ReportContent['byAgency'][number];
  const n = (value: number | undefined): string => formatNumber(value ?? 0, lang);
  return (
    <DataTable
      caption={t.sections.byAgency}
      captionHidden
      phone="scroll"
      columns={[
        { key: 'name', head: t.agency, main: true, cell: (r: Row) => r.name },
        { key: 'total', head: t.total, numeric: true, cell: (r) => n(r.total) },
        {
          key: 'onTime',
          head: t.doneOnTime,
          numeric: true,
          cell: (r) => n(sumOf(r.byClass, ['doneOnTime', 'doneAhead'])),
        },
        { key: 'late', head: t.doneLate, numeric: true, cell: (r) => n(r.byClass.doneLate) },
        { key: 'inTerm', head: t.inTerm, numeric: true, cell: (r) => n(r.byClass.inTerm) },
        { key: 'overdue', head: t.overdue, numeric: true, cell: (r) => n(r.byClass.overdue) },
      ]}
      rows={content.byAgency}
      rowKey={(r) => r.id}
    />
  );
}

function TaskTable({ content, lang }: ContentProps) {
  const t = messages[lang].report;
  const title = (x: { titleVi: string; titleEn: string }): string =>
    lang === 'en' && x.titleEn ? x.titleEn : x.titleVi;
  return (
    <DataTable
      caption={t.sections.tasks}
      captionHidden
      phone="scroll"
      columns={[
        { key: 'no', head: t.no, width: 'narrow', cell: (x) => x.number || x.ref },
        {
          key: 'task',
          head: t.task,
          main: true,
          width: 'wide',
          cell: (x) => (
            <>
              <a href={`/tasks/${x.id}`}>{title(x)}</a> <small>{x.directiveNumber}</small>
            </>
          ),
        },
        { key: 'product', head: t.product, desktopOnly: true, cell: (x) => x.productVi },
        { key: 'due', head: t.due, cell: (x) => (x.due ? formatDay(x.due) : x.deadlineText) },
        { key: 'lead', head: t.lead, cell: (x) => x.agencies },
        {
          key: 'progress',
          head: t.progress,
          cell: (x) => (
            <>
              <ClassChip of={x.class} />
              {x.leads > 1 && (
                <div>
                  <small>{t.leads(x.leadsDone, x.leads)}</small>
                </div>
              )}
            </>
          ),
        },
        {
          key: 'result',
          head: t.result,
          width: 'wide',
          cell: (x) => x.result.split('\n').map((line) => <div key={line}>{line}</div>),
        },
      ]}
      rows={content.tasks}
      rowKey={(x) => x.id}
    />
  );
}

function LateTable({ content, lang }: ContentProps) {
  const t = messages[lang].report;
  const n = (value: number): string => formatNumber(value, lang);
  return (
    <>
      <DataTable
        caption={t.sections.late}
        captionHidden
        phone="scroll"
        columns={[
          { key: 'name', head: t.agency, main: true, cell: (g) => g.name },
          { key: 'overdue', head: t.overdue, numeric: true, cell: (g) => n(g.overdue) },
          { key: 'doneLate', head: t.doneLate, numeric: true, cell: (g) => n(g.doneLate) },
          { key: 'count', head: t.count, numeric: true, cell: (g) => n(g.count) },
        ]}
        rows={content.late.groups}
        rowKey={(g) => g.id}
        total={{ name: t.sum, count: n(content.late.sum) }}
        empty={t.none}
      />
      {content.late.total > 0 && (
        <p>
          <strong>
            {t.total}: {n(content.late.total)}
          </strong>
          . {content.late.statement?.[lang]}
        </p>
      )}
    </>
  );
}

/** Whether a report adds up, check by check. */
export function Checks({ content, lang }: ContentProps) {
  const t = messages[lang];
  return (
    <ul>
      {content.checks.map((one) => (
        <li key={one.name.vi}>
          <Chip tone={one.ok ? 'good' : 'bad'} icon={one.ok ? 'check' : 'alert'}>
            {one.ok ? t.puzzles.ok : t.puzzles.notOk}
          </Chip>{' '}
          {one.name[lang]}: {one.words[lang]} {one.suggestions.map((s) => s.words[lang]).join(' ')}
        </li>
      ))}
    </ul>
  );
}

/** A report on screen: the same content as on paper, its figures as links. */
export function ReportBody({ content, lang }: ContentProps) {
  const t = messages[lang].report;
  const said = (key: 'leadership' | 'limits' | 'next' | 'proposals') =>
    content[key].length > 0 && (
      <Panel title={t.sections[key]}>
        {content[key].map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Panel>
    );
  return (
    <>
      {said('leadership')}
      <Panel title={t.sections.results}>
        <p>
          {content.scope.words[lang]}. {content.scope.counts[lang]}.
        </p>
        <ClassBar byClass={content.byClass} scope={scopeOfContent(content)} />
        {content.kind === 'session' && <FigureTable content={content} lang={lang} />}
      </Panel>
      {content.kind === 'session' && (
        <Panel title={t.sections.byAgency}>
          <AgencyTable content={content} lang={lang} />
        </Panel>
      )}
      {content.kind === 'session' && (
        <Panel title={t.sections.tasks}>
          <TaskTable content={content} lang={lang} />
        </Panel>
      )}
      <Panel title={t.sections.late}>
        <LateTable content={content} lang={lang} />
      </Panel>
      {said('limits')}
      {said('next')}
      {said('proposals')}
      {content.reported.length > 0 && (
        <Panel title={t.sections.reported}>
          <ul>
            {content.reported.map((r) => (
              <li key={r.code}>
                <a href={`/figures/puzzles/${r.code}`}>
                  {r.bodyName}: {r.source}
                </a>
                :{' '}
                {r.counts
                  .map(
                    (c) =>
                      `${c.label[lang]} ${formatNumber(c.count, lang)}${c.percent ? ` (${c.percent})` : ''}`,
                  )
                  .join('; ')}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t.sections.checks}>
        <Checks content={content} lang={lang} />
      </Panel>
    </>
  );
}
