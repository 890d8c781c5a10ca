import type { PageContext } from '../../../../../kit/page.ts';
import { KeyValueList, TimeLine } from '../../../../../web/components/lists.tsx';
import { Panel } from '../../../../../web/components/panel.tsx';
import { Chip, type ChipTone } from '../../../../../web/components/state.tsx';
import { formatInstant } from '../../../../../web/format.ts';
import { DueLines, Say, textIn, unitName, useMessages } from '../parts.tsx';
import type { Tracked } from './load.ts';
import { SlipOf } from './slips.tsx';

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

type Slip = Tracked['slips'][number];
interface Moment {
  at: string;
  code?: number;
  title: string;
  slips: Slip[];
}

/** The code that a case reaches with each slip; an apology changes none. */
const codeOf: Partial<Record<Slip['key'], number>> = {
  receipt: 2,
  refusal: 3,
  supplement: 5,
  stop: 8,
  result: 9,
};

/** The codes with the slips that went out with them; a slip without a new code, an apology, is a moment of its own. */
function momentsOf({ history, slips }: Tracked, t: ReturnType<typeof useMessages>['track']): Moment[] {
  const moments: Moment[] = history.map(({ code, at }) => ({
    at,
    code,
    title: t.codes[code] ?? String(code),
    slips: [],
  }));
  for (const slip of slips) {
    const code = codeOf[slip.key];
    const same = code && moments.find((one) => one.at === slip.at && one.code === code);
    if (same) same.slips.push(slip);
    else moments.push({ at: slip.at, title: t.slipMoments[slip.key], slips: [slip] });
  }
  return moments.toReversed().toSorted((a, b) => Number(b.at > a.at) - Number(b.at < a.at));
}

/** What happened, in the words of the national portal's ten codes, with every slip issued; the newest first. */
export function History({ p, tracked }: { p: PageContext; tracked: Tracked }) {
  const { track: t } = useMessages();
  const moments = momentsOf(tracked, t);
  if (moments.length === 0) return null;
  return (
    <Panel title={t.history} id="history">
      <TimeLine
        entries={moments.map(({ at, title, slips }, index) => ({
          id: `step-${moments.length - 1 - index}`,
          when: formatInstant(at),
          title,
          ...(slips.length > 0 && {
            body: slips.map((slip) => <SlipOf key={slip.key} p={p} slip={slip} />),
          }),
        }))}
      />
    </Panel>
  );
}
