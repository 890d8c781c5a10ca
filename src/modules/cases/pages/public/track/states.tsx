import type { PageContext } from '../../../../../kit/page.ts';
import { KeyValueList, TimeLine } from '../../../../../web/components/lists.tsx';
import { Panel } from '../../../../../web/components/panel.tsx';
import { Chip, type ChipTone } from '../../../../../web/components/state.tsx';
import { formatInstant } from '../../../../../web/format.ts';
import { DueLines, Say, textIn, unitName, useMessages } from '../parts.tsx';
import type { Tracked } from './load.ts';

const waits = ['supplementAsked', 'awaitingDuty'];
const ends = ['refused', 'closedNoSupplement'];
const done = ['finished', 'returned'];

/** How the state of handling stands out: what waits for the applicant first of all. */
export const toneOf = (handling: string): ChipTone => {
  if (waits.includes(handling)) return 'warn';
  if (ends.includes(handling)) return 'bad';
  return done.includes(handling) ? 'good' : 'calm';
};

/** Four states that never stand for each other, each in plain words. */
export function States({ tracked }: { tracked: Tracked }) {
  const { track: t } = useMessages();
  const { handling, payment, delivery, sync } = tracked;
  return (
    <Panel title={t.now}>
      <KeyValueList
        items={[
          { key: t.handling, value: <Chip tone={toneOf(handling)}>{t.handlings[handling]}</Chip> },
          tracked.step ? { key: t.step, value: <Say words={tracked.step} /> } : false,
          { key: t.payment, value: t.payments[payment] },
          { key: t.delivery, value: t.deliveries[delivery] },
          { key: t.sync, value: t.syncs[sync] },
        ]}
      />
    </Panel>
  );
}

const waiting: readonly Tracked['handling'][] = ['handling', 'supplementAsked', 'awaitingDuty'];

/** Why there is no date: not received yet, waiting for somebody, or nothing more to come. */
const undated = ({ receivedAt, handling }: Tracked): 'noDue' | 'dueStands' | 'dueEnded' =>
  waiting.includes(handling) ? 'dueStands' : receivedAt || handling === 'withdrawn' ? 'dueEnded' : 'noDue';

/** When it is due and why, in the very lines that officials see. */
export function DuePanel({ tracked }: { tracked: Tracked }) {
  const { track: t } = useMessages();
  return (
    <Panel title={t.due}>
      <p>{tracked.dueAt ? <strong>{formatInstant(tracked.dueAt)}</strong> : t[undated(tracked)]}</p>
      <DueLines summary={t.dueWhy} lines={tracked.due} note={t.dueSame} />
    </Panel>
  );
}

export async function Places(p: PageContext, { places, submittedAt, receivedAt }: Tracked) {
  const { track: t } = textIn(p);
  const [reception, decision, returnTo] = await Promise.all([
    unitName(p, places.reception),
    unitName(p, places.decision),
    unitName(p, places.returnTo),
  ]);
  return (
    <Panel title={t.places}>
      <KeyValueList
        items={[
          { key: t.submittedAt, value: formatInstant(submittedAt) },
          receivedAt ? { key: t.receivedAt, value: formatInstant(receivedAt) } : false,
          { key: t.reception, value: reception },
          { key: t.decision, value: decision },
          { key: t.returnTo, value: returnTo },
        ]}
      />
    </Panel>
  );
}

/** What happened, in the words of the national portal's ten codes, the newest first. */
export function History({ tracked }: { tracked: Tracked }) {
  const { track: t } = useMessages();
  if (tracked.history.length === 0) return null;
  return (
    <Panel title={t.history}>
      <TimeLine
        entries={tracked.history
          .map(({ code, at }, index) => ({
            id: `step-${index}`,
            when: formatInstant(at),
            title: t.codes[code] ?? String(code),
          }))
          .reverse()}
      />
    </Panel>
  );
}
