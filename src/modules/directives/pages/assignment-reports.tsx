import type { z } from 'zod';

import { TimeLine, type TimeLineEntry } from '../../../web/components/lists.tsx';
import { EmptyState, Panel } from '../../../web/components/panel.tsx';
import { Chip, type ChipTone } from '../../../web/components/state.tsx';
import { formatDay, formatInstant, formatMoney, formatNumber, formatShare } from '../../../web/format.ts';
import type { IconName } from '../../../web/icons.tsx';
import { type Lang, useLang } from '../../../web/language.tsx';
import type { difficultyItem, getAssignment, reportItem } from '../contract.ts';
import { EvidenceLine } from './parts/evidence.tsx';
import { periodName, useMessages } from './parts/say.tsx';
import { unitName } from './parts/unit.tsx';

type Report = z.infer<typeof reportItem>;
type Difficulty = z.infer<typeof difficultyItem>;
type Assignment = z.infer<typeof getAssignment.reply>;

const tones: Record<Report['state'], ChipTone> = {
  submitted: 'calm',
  confirmed: 'calm',
  accepted: 'good',
  returned: 'bad',
};
const icons: Record<Report['state'], IconName> = {
  submitted: 'hourglass',
  confirmed: 'check',
  accepted: 'checkCircle',
  returned: 'left',
};

function ReportBody({ r }: { r: Report }) {
  const {
    work: { assignment: t, eventDetail },
  } = useMessages();
  const lang = useLang();
  const isShare = r.numerator !== undefined && r.denominator !== undefined;
  return (
    <>
      <p class="chip-row">
        <Chip tone={tones[r.state]}>
          <ReportState r={r} />
        </Chip>
        {r.claims && (
          <Chip icon="checkCircle" tone="good">
            {t.claimed}
          </Chip>
        )}
        {r.nothing && <Chip>{t.nothing}</Chip>}
        {r.progress !== undefined && !r.claims && (
          <span>{eventDetail.progress(formatNumber(r.progress, lang))}</span>
        )}
      </p>
      {r.result && (
        <p class="quote" lang="vi">
          {r.result}
        </p>
      )}
      {isShare && (
        <p>
          {t.value}: <strong>{formatShare(r.numerator!, r.denominator!, lang, { digits: 2 })}</strong> (
          {formatNumber(r.numerator!, lang)} / {formatNumber(r.denominator!, lang)})
        </p>
      )}
      {!isShare && r.value && (
        <p>
          {t.value}: <strong>{r.value}</strong>
        </p>
      )}
      {r.product && (
        <p>
          {t.productClaimed}:{' '}
          <strong>
            <EvidenceLine item={r.product} />
          </strong>
        </p>
      )}
      {r.evidence.length > 0 && (
        <ul class="lines">
          {r.evidence.map((e, i) => (
            <li key={i}>
              <EvidenceLine item={e} />
            </li>
          ))}
        </ul>
      )}
      {(r.moneyAllocated !== undefined || r.moneyPaid !== undefined) && (
        <p>
          {t.money}:{' '}
          {[
            r.moneyAllocated === undefined ? '' : t.allocated(formatMoney(r.moneyAllocated, lang)),
            r.moneyPaid === undefined ? '' : t.paid(formatMoney(r.moneyPaid, lang)),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
      {r.forecastOn && <p>{t.forecastOn(formatDay(r.forecastOn))}</p>}
      {r.reason && <p class="loud">{t.returnedFor(r.reason)}</p>}
    </>
  );
}

function ReportState({ r }: { r: Report }) {
  const { words } = useMessages();
  return (
    <>
      {words.reportStates[r.state]}
      {r.decidedAt && ` · ${formatInstant(r.decidedAt)}`}
    </>
  );
}

/** Every report with what it said and what became of it; newest first. */
export function ReportPanel({ reports }: { reports: readonly Report[] }) {
  const {
    work: { assignment: t },
  } = useMessages();
  const lang = useLang();
  if (reports.length === 0)
    return (
      <Panel title={t.reports}>
        <EmptyState icon="file" title={t.noReports}>
          <p>{t.noReportsHint}</p>
        </EmptyState>
      </Panel>
    );
  return (
    <Panel title={t.reports}>
      <TimeLine
        entries={reports.map((r) => ({
          id: `r-${r.id}`,
          when: formatInstant(r.submittedAt),
          icon: icons[r.state],
          tone: tones[r.state],
          title: periodName(r.period, lang),
          who: r.submittedBy && t.by(r.submittedBy),
          body: <ReportBody r={r} />,
        }))}
      />
    </Panel>
  );
}

export function DifficultyPanel({ items }: { items: readonly Difficulty[] }) {
  const {
    work: { assignment: a, difficulty: t },
    words,
  } = useMessages();
  const lang = useLang();
  return (
    <Panel title={a.difficulties}>
      {items.length === 0 ? (
        <p class="soft">{a.noDifficulties}</p>
      ) : (
        <ul class="plain-list">
          {items.map((d) => (
            <li key={d.id} id={`d-${d.id}`}>
              <p class="chip-row">
                <Chip
                  icon={d.kind === 'difficulty' ? 'alert' : 'info'}
                  tone={d.state === 'answered' ? 'good' : 'warn'}
                >
                  {words.difficultyKinds[d.kind]}
                </Chip>
                {d.late && (
                  <Chip tone="bad" icon="late">
                    {t.late}
                  </Chip>
                )}
              </p>
              <p class="quote" lang="vi">
                {d.body}
              </p>
              <p>
                <small>
                  {t.to}: {unitName(d.addressee, lang)} · {t.due}: {formatDay(d.due)}
                </small>
              </p>
              {d.answer && (
                <p class="quote" lang="vi">
                  {d.answer}
                </p>
              )}
              {d.mayAnswer && (
                <p>
                  <a href={`/difficulties?toMe=true#d-${d.id}`}>{t.answer}</a>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const looks: Record<string, readonly [IconName, ChipTone]> = {
  'assignment.created': ['file', 'idle'],
  'assignment.reported': ['edit', 'calm'],
  'assignment.claimed': ['upload', 'calm'],
  'assignment.confirmed': ['check', 'calm'],
  'assignment.accepted': ['checkCircle', 'good'],
  'assignment.returned': ['left', 'bad'],
  'assignment.reopened': ['repeat', 'warn'],
  'assignment.dueChanged': ['clock', 'warn'],
  'assignment.extensionAsked': ['clock', 'calm'],
  'assignment.extensionGranted': ['clock', 'good'],
  'assignment.extensionRefused': ['clock', 'bad'],
  'assignment.cancelled': ['cancel', 'idle'],
  'assignment.redirected': ['right', 'idle'],
  'period.unlocked': ['lock', 'warn'],
};

type Event = Assignment['history'][number];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function detailOf(
  { detail }: Event,
  t: ReturnType<typeof useMessages>['work']['eventDetail'],
  lang: Lang,
): string {
  const to = detail['to'] as { text?: string; lastDay?: string } | undefined;
  const until = text(detail['until']).slice(0, 10);
  const product = detail['product'] as { number?: string; date?: string } | undefined;
  return [
    typeof detail['progress'] === 'number' ? t.progress(formatNumber(detail['progress'], lang)) : '',
    text(detail['period']) && t.period(periodName(text(detail['period']), lang)),
    product ? [product.number, product.date && formatDay(product.date)].filter(Boolean).join(', ') : '',
    to && typeof to === 'object' ? t.until(to.lastDay ? formatDay(to.lastDay) : (to.text ?? '')) : '',
    until && t.until(formatDay(until)),
    text(detail['document']) && t.document(text(detail['document'])),
    text(detail['reason']),
    detail['automatic'] === true ? t.automatic : '',
  ]
    .filter(Boolean)
    .join('; ');
}

/** Everything that happened to the assignment, from its events; newest first. */
export function HistoryPanel({ a }: { a: Assignment }) {
  const {
    work: { assignment: t, events, eventDetail },
  } = useMessages();
  const lang = useLang();
  const entries = a.history.toReversed().map((e, i): TimeLineEntry => {
    const [icon, tone] = looks[e.kind] ?? ['info', 'idle'];
    const said = detailOf(e, eventDetail, lang);
    return {
      id: `e-${i}`,
      when: formatInstant(e.at),
      icon,
      tone,
      title: events[e.kind as keyof typeof events] ?? e.kind,
      who: e.by || eventDetail.system,
      body: said ? <p>{said}</p> : undefined,
    };
  });
  return (
    <Panel title={t.history} id="history">
      {entries.length > 0 ? <TimeLine entries={entries} /> : <p class="soft">{t.historyPrivate}</p>}
    </Panel>
  );
}
