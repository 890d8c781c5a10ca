import { Chip, type ChipTone } from '../../../../../web/components/state.tsx';
import { formatInstant } from '../../../../../web/format.ts';
import type { IconName } from '../../../../../web/icons.tsx';
import { type Lang, useLang } from '../../../../../web/language.tsx';
import { leftText } from '../../../../calendar/index.ts';
import { deskMessages, type DeskMessages } from '../../../messages/desk.ts';
import type { Handling } from '../../../rules/model.ts';

/** The words of these pages in the language of the page. */
export const useDesk = (): DeskMessages => deskMessages[useLang()];

/** A text in the reader's language; Vietnamese where there is no translation. */
export const sayIn = (lang: Lang, text: { vi: string; en?: string | undefined }): string =>
  (lang === 'en' && text.en) || text.vi;

const looks: Record<Handling, readonly [IconName, ChipTone]> = {
  draft: ['edit', 'idle'],
  submitted: ['bell', 'warn'],
  received: ['empty', 'calm'],
  refused: ['cancel', 'bad'],
  handling: ['half', 'calm'],
  supplementAsked: ['hourglass', 'warn'],
  awaitingDuty: ['hourglass', 'warn'],
  stopped: ['cancel', 'idle'],
  withdrawn: ['cancel', 'idle'],
  finished: ['checkCircle', 'good'],
  returned: ['check', 'good'],
  closedNoSupplement: ['cancel', 'idle'],
};

/** How far the handling of a case is. */
export function HandlingChip({ state }: { state: Handling }) {
  const [icon, tone] = looks[state];
  return (
    <Chip icon={icon} tone={tone}>
      {useDesk().words.handling[state]}
    </Chip>
  );
}

/** Working minutes from which on a case is nearly late. */
const NEAR = 8 * 60;

/** How a row stands with time. */
export const toneOf = (minutesLeft: number | undefined): 'bad' | 'warn' | undefined => {
  if (minutesLeft === undefined) return undefined;
  if (minutesLeft < 0) return 'bad';
  return minutesLeft <= NEAR ? 'warn' : undefined;
};

/** Working time left, or by how much it is overdue. */
export function LeftChip({ minutes }: { minutes: number | undefined }) {
  const lang = useLang();
  if (minutes === undefined) return null;
  const tone = toneOf(minutes);
  return (
    <Chip icon={tone === 'bad' ? 'late' : tone === 'warn' ? 'alert' : 'clock'} tone={tone ?? 'calm'}>
      {leftText(minutes)[lang]}
    </Chip>
  );
}

export const when = (instant: string | undefined): string => (instant ? formatInstant(instant) : '');
