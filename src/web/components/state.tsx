import type { ComponentChildren } from 'preact';

import { formatDays } from '../format.ts';
import { Icon, type IconName } from '../icons.tsx';
import { useLang, useText } from '../language.tsx';

export type WorkState = 'notStarted' | 'inProgress' | 'submitted' | 'completed' | 'cancelled' | 'recurring';
export type TimeState = 'inTerm' | 'atRisk' | 'overdue' | 'doneOnTime' | 'doneLate';
export type ChipTone = 'good' | 'calm' | 'warn' | 'bad' | 'late' | 'idle';

const workLooks: Record<WorkState, readonly [IconName, ChipTone]> = {
  notStarted: ['empty', 'idle'],
  inProgress: ['half', 'calm'],
  submitted: ['hourglass', 'calm'],
  completed: ['checkCircle', 'good'],
  cancelled: ['cancel', 'idle'],
  recurring: ['repeat', 'idle'],
};
const timeLooks: Record<TimeState, readonly [IconName, ChipTone]> = {
  inTerm: ['clock', 'calm'],
  atRisk: ['alert', 'warn'],
  overdue: ['late', 'bad'],
  doneOnTime: ['check', 'good'],
  doneLate: ['checkLate', 'late'],
};

/** A word with an icon on a wash of colour: the colour never stands alone. */
export function Chip({
  tone = 'idle',
  icon,
  children,
}: {
  tone?: ChipTone;
  icon?: IconName;
  children: ComponentChildren;
}) {
  return (
    <span class={`chip chip-${tone}`}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  );
}

/** How far the work is. */
export function WorkChip({ state }: { state: WorkState }) {
  const [icon, tone] = workLooks[state];
  return (
    <Chip icon={icon} tone={tone}>
      {useText().work[state]}
    </Chip>
  );
}

/** How it stands with time; `days` are those left (in term, at risk), gone (overdue) or late by (done late). */
export function TimeChip({ state, days }: { state: TimeState; days?: number | undefined }) {
  const text = useText();
  const lang = useLang();
  const [icon, tone] = timeLooks[state];
  return (
    <Chip icon={icon} tone={tone}>
      {text.time[state]}
      {days !== undefined && days > 0 && state !== 'doneOnTime'
        ? ` · ${text.days[state](formatDays(days, lang))}`
        : ''}
    </Chip>
  );
}

/** Both axes side by side. One chip says both where the words would repeat ("Hoàn thành đúng hạn"). */
export function StateChip({
  work,
  time,
  days,
}: {
  work: WorkState;
  time?: TimeState | undefined;
  days?: number | undefined;
}) {
  const said = work === 'completed' && (time === 'doneOnTime' || time === 'doneLate');
  return (
    <span class="chip-row">
      {!said && <WorkChip state={work} />}
      {time && <TimeChip state={time} days={days} />}
    </span>
  );
}

/** A neutral word: kind of document, field, role. */
export function Tag({ children }: { children: ComponentChildren }) {
  return <span class="tag">{children}</span>;
}

/** The initials of a person's given names, for lists of people: "Nguyễn Văn An" → "VA". */
export function Avatar({ name }: { name: string }) {
  const words = name.trim().split(/\s+/);
  const letters = words
    .slice(-2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
  return (
    <span class="avatar" aria-hidden="true">
      {letters}
    </span>
  );
}
