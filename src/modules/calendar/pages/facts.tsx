import type { ReplyOf } from '../../../kit/contract.ts';
import { formatDay } from '../../../kit/day.ts';
import type { PageContext } from '../../../kit/page.ts';
import { Notice } from '../../../web/components/notice.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import type { getCalendar } from '../contract.ts';
import { messages } from '../messages.ts';
import { dayWords } from '../rules/sentences.ts';
import { nameOf, weekText } from './words.ts';

export type CalendarPage = ReplyOf<typeof getCalendar>;

/** A paper, with what could not be checked about it. */
function Paper({ text, unverified, p }: { text: string; unverified?: string | undefined; p: PageContext }) {
  return (
    <>
      {text}
      {unverified && (
        <p class="hint">
          {messages[p.lang].unverified}: {unverified}
        </p>
      )}
    </>
  );
}

export function NamedDays({ calendar, p }: { calendar: CalendarPage; p: PageContext }) {
  const t = messages[p.lang];
  const title = t.one.named(String(calendar.year));
  return (
    <Panel title={title}>
      <DataTable
        caption={title}
        captionHidden
        rows={calendar.exceptions}
        rowKey={(one) => `${one.day} ${one.kind} ${one.issuedOn}`}
        empty={t.one.none}
        columns={[
          { key: 'day', head: t.one.day, main: true, cell: (one) => dayWords(one.day)[p.lang] },
          {
            key: 'what',
            head: t.one.what,
            cell: (one) =>
              `${t.kinds[one.kind === 'off' ? 'off' : 'makeUp']}: ${nameOf(one, p.lang)}${
                one.insteadOf ? `, ${t.one.insteadOf(dayWords(one.insteadOf)[p.lang])}` : ''
              }${one.own || !calendar.follows ? '' : ` (${t.one.inherited})`}`,
          },
          {
            key: 'decision',
            head: t.one.decision,
            width: 'wide',
            cell: (one) => <Paper text={one.decision} unverified={one.unverified} p={p} />,
          },
          { key: 'issued', head: t.one.issuedOn, cell: (one) => formatDay(one.issuedOn) },
        ]}
      />
      {calendar.openQuestions.map((one) => (
        <Notice key={one.en} tone="warn" title={t.one.open}>
          <p>{one[p.lang]}</p>
        </Notice>
      ))}
    </Panel>
  );
}

export function Versions({ calendar, p }: { calendar: CalendarPage; p: PageContext }) {
  const t = messages[p.lang].one;
  return (
    <Panel title={t.versions}>
      <DataTable
        caption={t.versions}
        captionHidden
        rows={calendar.versions}
        rowKey={(one) => one.validFrom}
        columns={[
          { key: 'from', head: t.validFrom, main: true, cell: (one) => formatDay(one.validFrom) },
          { key: 'hours', head: messages[p.lang].list.hours, cell: (one) => weekText(one, p.lang) },
          { key: 'keeps', head: t.makeUpKept, cell: (one) => (one.keepsMakeUpDays ? t.yes : t.no) },
          {
            key: 'basis',
            head: t.decision,
            width: 'wide',
            cell: (one) => <Paper text={one.legalBasis} unverified={one.unverified} p={p} />,
          },
        ]}
      />
    </Panel>
  );
}

export function Units({ calendar, p }: { calendar: CalendarPage; p: PageContext }) {
  const t = messages[p.lang];
  return (
    <Panel title={t.one.units}>
      <DataTable
        caption={t.one.units}
        captionHidden
        rows={calendar.units}
        rowKey={(one) => `${one.unitId} ${one.validFrom}`}
        empty={t.one.noUnits}
        columns={[
          { key: 'unit', head: t.keep.unit, main: true, cell: (one) => nameOf(one, p.lang) },
          { key: 'from', head: t.keep.validFrom, cell: (one) => formatDay(one.validFrom) },
          { key: 'decision', head: t.keep.decision, cell: (one) => one.decision },
        ]}
      />
    </Panel>
  );
}
