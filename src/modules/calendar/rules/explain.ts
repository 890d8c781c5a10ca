import type { Text } from '../../../kit/i18n.ts';
import type { Course, coursesOf, RunOfTime, Start } from './course.ts';
import { daysBetween } from './explain-days.ts';
import { instantAt, minuteOf } from './minutes.ts';
import type { AgencyCalendar, DueLine, Pause, TimeFacts, TimeRule } from './model.ts';
import { workOf } from './run.ts';
import { momentText, sentences as say } from './sentences.ts';
import { channelNames, limitText } from './words.ts';

const line = (kind: DueLine['kind'], minute: number, text: Text): DueLine => ({
  kind,
  at: instantAt(minute),
  ...text,
});

const whyNot = {
  outsideHours: say.outsideHours,
  dayOff: say.receivedOnDayOff,
  cutoff: say.movedByCutoff,
} as const;

function startLines(start: Start): DueLine[] {
  const lines: DueLine[] = [];
  const { cutoff } = start;
  if (cutoff) {
    const when = cutoff.at === 'lastHour' ? say.inLastHour : say.after(cutoff.at);
    lines.push(line('cutoff', start.received, say[cutoff.effect](when, cutoff.legalBasis)));
  }
  if (start.at !== start.received)
    lines.push(
      line(
        'start',
        start.at,
        say.start(momentText(start.at), start.why ? whyNot[start.why] : say.outsideHours),
      ),
    );
  return lines;
}

function limitLine(rule: TimeRule, run: RunOfTime): DueLine {
  const sameHour = rule.endsAt === 'sameHour';
  const byHour = rule.limit.unit === 'hour' || workOf({ limit: rule.limit, sameHour }) !== undefined;
  const how = byHour
    ? rule.limit.unit === 'workingDay'
      ? say.eightHours
      : say.fromStart
    : rule.limit.value === 0
      ? say.sameDay
      : say.firstDayLeftOut;
  return line('limit', run.start.at, say.limit(limitText(rule.limit), how, rule.legalBasis));
}

function pauseLine(pause: Pause, course: Course, subtract: boolean): DueLine {
  const from = minuteOf(pause.from);
  const to = pause.to ? minuteOf(pause.to) : undefined;
  const late = course.tooLate.some((one) => one.from <= from);
  if (to === undefined)
    return line(
      late ? 'pause' : 'open',
      from,
      (late ? say.pausedTooLate : say.open)(pause, momentText(from)),
    );
  if (late) return line('pause', from, say.pausedTooLate(pause, momentText(from)));
  return line(
    'pause',
    from,
    (subtract ? say.subtracted : say.stood)(pause, momentText(from), momentText(to)),
  );
}

function dueLines(course: Course, kind: 'norm' | 'legal', rule: TimeRule): DueLine[] {
  if (course.due === undefined) return [];
  const run = course.runs.at(-1)!;
  if (kind === 'legal')
    return [line('due', course.due, say.legalDue(momentText(course.due), limitText(rule.legalLimit!)))];
  const moved = run.beforeCutoff !== undefined && run.beforeCutoff !== course.due;
  return [
    ...(moved ? [line('cutoff', course.due, say.resultNextDay(momentText(run.beforeCutoff!)))] : []),
    line('due', course.due, say.due(momentText(course.due))),
  ];
}

/** The lines of an explanation: the same words for citizen and official, each with its day, hour and paper. */
export function explain(
  rule: TimeRule,
  facts: TimeFacts,
  calendar: AgencyCalendar,
  { norm, legal }: ReturnType<typeof coursesOf>,
  closesAt: Date | undefined,
): DueLine[] {
  const [first, ...restarts] = norm.runs;
  const received = first!.start.received;
  const lines: DueLine[] = [
    line('received', received, say.received(momentText(received), channelNames[facts.channel])),
    ...startLines(first!.start),
    limitLine(rule, first!),
    ...facts.additions.map((one) =>
      line('addition', first!.start.at, say.addition(limitText(one.limit), one)),
    ),
  ];
  for (const pause of facts.pauses.toSorted((a, b) => a.from.getTime() - b.from.getTime()))
    lines.push(pauseLine(pause, norm, rule.pause === 'subtract'));
  for (const run of restarts)
    lines.push(
      line('restart', run.start.at, say.restart(momentText(run.start.at), limitText(rule.limit))),
      ...startLines(run.start).filter(({ kind }) => kind === 'cutoff'),
    );
  if (norm.due !== undefined) lines.push(...daysBetween(calendar, rule, facts, norm));
  lines.push(...dueLines(norm, 'norm', rule), ...(legal ? dueLines(legal, 'legal', rule) : []));
  if (closesAt) {
    const minute = minuteOf(closesAt);
    lines.push(line('open', minute, say.closes(momentText(minute), rule.autoCloseAfter!)));
  }
  return lines;
}
