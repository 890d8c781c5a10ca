import type { ComponentChildren } from 'preact';

import { Panel } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { formatDay, formatInstant, formatTime } from '../../../../web/format.ts';
import { count, NoSource, Opening, say, type Shown, words } from './shown.tsx';

/** How far the events behind a listener are counted. */
const MOST_COUNTED = 10_000;

function Line({
  name,
  note,
  children,
}: {
  name: string;
  note?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <>
      <dt>
        {name} {note && <small class="soft">{note}</small>}
      </dt>
      <dd>{children}</dd>
    </>
  );
}

/** Nothing tells this installation about feedback yet, and the panel says just that. */
export function FeedbackPanel({ shown: { p } }: { shown: Shown }) {
  const t = words(p);
  return (
    <Panel title={t.feedback}>
      <NoSource title={t.noSource}>{t.noFeedback}</NoSource>
    </Panel>
  );
}

/** What leaves the installation, and whether its parts keep up with the events. */
export function ExchangePanel({ shown: { p, board, links } }: { shown: Shown }) {
  const t = words(p);
  const { mail, portal, jobs, listeners, seal } = board.exchange;
  const last = listeners.toSorted((a, b) => b.behind - a.behind)[0];
  const failing = listeners.filter((one) => one.failing);
  return (
    <Panel title={t.exchange}>
      <dl class="board-lines">
        {mail && (
          <>
            <Line name={t.mailWaiting} note={mail.oldest && t.mailOldest(formatInstant(mail.oldest))}>
              <Opening p={p} n={mail.waiting} href={links.records('mail')} />
            </Line>
            <Line name={t.mailLater}>
              <Opening p={p} n={mail.later} href={links.records('laterMail')} />
            </Line>
            <Line name={t.mailGone}>
              <Opening p={p} n={mail.failed} href={links.failedMail} />
            </Line>
            <Line name={t.mailLast}>
              {mail.lastSentAt ? (
                <a href="/notices/sent?state=sent">{formatInstant(mail.lastSentAt)}</a>
              ) : (
                t.never
              )}
            </Line>
          </>
        )}
        {portal && (
          <>
            <Line name={t.portalOpen} note={portal.late > 0 && t.portalLate(count(p, portal.late))}>
              <Opening p={p} n={portal.open} href="/exchange" />
            </Line>
            <Line name={t.portalRefused}>
              <Opening p={p} n={portal.refused} href="/exchange?state=refused" />
            </Line>
            <Line name={t.portalConflicts}>
              <Opening p={p} n={portal.conflicts} href="/exchange/conflicts" />
            </Line>
          </>
        )}
        <Line name={t.jobs}>
          <Opening p={p} n={jobs.waiting} href={links.records('jobs')} />
        </Line>
        <Line name={t.jobsFailed}>
          <Opening p={p} n={jobs.failed} href={links.records('failedJobs')} />
        </Line>
        <Line name={t.behind} note={last && last.behind > 0 && t.behindMost(last.name)}>
          <Opening p={p} n={last?.behind ?? 0} href={links.records('listeners')} />
          {(last?.behind ?? 0) >= MOST_COUNTED && '+'}
        </Line>
        <Line name={t.failing} note={failing.map((one) => one.name).join(', ')}>
          <Opening p={p} n={failing.length} href={links.records('failing')} />
        </Line>
        <Line name={t.seal} note={seal && t.sealSince(count(p, seal.since))}>
          {seal ? formatInstant(seal.at) : t.never}
        </Line>
      </dl>
    </Panel>
  );
}

/** Where the data itself is wanting. */
export function QualityPanel({ shown: { p, board, links } }: { shown: Shown }) {
  const t = words(p);
  const { gaps, blocked, silent, at } = board.quality;
  const units = (list: readonly { unit: { name: { vi: string; en: string } }; note: string }[]) =>
    list.length > 0 && (
      <p class="duty-note">{list.map((one) => `${say(p, one.unit.name)} (${one.note})`).join(' · ')}</p>
    );
  return (
    <Panel title={t.quality}>
      <dl class="board-lines">
        {gaps && (
          <Line name={t.gaps} note={gaps.units > 0 && t.gapsIn(count(p, gaps.units))}>
            <Opening p={p} n={gaps.steps} href={links.gaps} />
          </Line>
        )}
        {blocked && (
          <Line name={t.blocked}>
            <a href="/catalogue?state=draft&check=any">
              {count(p, blocked.drafts)}
              {blocked.more && '+'}
            </a>
          </Line>
        )}
        {silent && (
          <Line name={t.silent} note={t.silentSince(formatDay(silent.since), count(p, silent.active))}>
            <Opening p={p} n={silent.silent} href={links.records('silent')} />
          </Line>
        )}
      </dl>
      {silent && units(silent.first.map((one) => ({ ...one, note: t.lastOn(formatDay(one.last)) })))}
      <p class="duty-note">{t.lookedAt(formatTime(at))}</p>
    </Panel>
  );
}

const tones = { urgent: 'bad', serious: 'warn', notice: 'calm' } as const;

/** Warnings that somebody must act on, the most urgent first. */
export function WarningsPanel({ shown: { p, board, links, isWall } }: { shown: Shown }) {
  const t = words(p);
  const { warnings } = board;
  if (!warnings)
    return (
      <Panel title={t.warnings}>
        <NoSource title={t.warnings}>{t.noWarnings}</NoSource>
      </Panel>
    );
  return (
    <Panel
      title={t.warnings}
      flush={warnings.items.length > 0}
      actions={
        <>
          {(['urgent', 'serious', 'notice'] as const).map((one) => (
            <span key={one}>
              {t.severities[one]}{' '}
              <strong>
                <Opening
                  p={p}
                  n={warnings[one]}
                  href={warnings[one] > 0 ? links.warningsOf(one) : undefined}
                />
              </strong>
            </span>
          ))}
          <a href={links.warnings}>{t.allWarnings}</a>
        </>
      }
    >
      {warnings.items.length === 0 ? (
        <p class="soft">{t.noOpenWarnings}</p>
      ) : (
        <ul class="duties">
          {warnings.items.map((one) => (
            <li key={one.id} data-id={one.id}>
              <p>
                <a href={`/warnings/${one.id}`}>{say(p, isWall ? one.rule : one.title)}</a>
              </p>
              <div class="duty-end">
                <Chip icon="alert" tone={tones[one.severity as keyof typeof tones] ?? 'calm'}>
                  {t.severities[one.severity as keyof typeof tones]}
                </Chip>
              </div>
              <p class="duty-note">
                {say(p, one.unit.name)} · {t.since(formatInstant(one.since))}
                {!isWall && one.people.length > 0 && `. ${t.mustAct(one.people.join(', '))}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
