/** A calendar day, 'YYYY-MM-DD', in Asia/Ho_Chi_Minh. */
export type Day = string;
/** A time of day, 'HH:MM', in Asia/Ho_Chi_Minh. */
export type ClockTime = string;

/** One stretch of work inside a day. */
export interface WorkSpan {
  from: ClockTime;
  to: ClockTime;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
/** The spans of each weekday; none on a day of rest. */
export type WorkWeek = Record<Weekday, readonly WorkSpan[]>;

/** How an agency works from a day on: holds until the next version of the same calendar. */
export interface CalendarVersion {
  validFrom: Day;
  week: WorkWeek;
  /** The agency keeps the make-up days of officials; a desk that works on Saturdays anyway may not. */
  keepsMakeUpDays: boolean;
  legalBasis: string;
  /** What about it could not be checked against a primary text; shown wherever it is used. */
  unverified?: string;
}

/** One day that differs from the week, by a dated decision. `working` days carry the spans of `insteadOf`'s weekday. */
export interface DayException {
  day: Day;
  kind: 'off' | 'working';
  /** For a make-up day: the day off it pays for. */
  insteadOf?: Day;
  nameVi: string;
  nameEn: string;
  decision: string;
  /** When the decision became known: what was computed before could not know it. */
  issuedOn: Day;
  /** What about it could not be checked against a primary text; shown wherever it is used. */
  unverified?: string;
}

/** A calendar as one agency keeps it, ready for the rules: versions by day, exceptions by day. */
export interface AgencyCalendar {
  id: string;
  versions: readonly CalendarVersion[];
  exceptions: readonly DayException[];
}

export const limitUnits = ['workingHour', 'workingDay', 'hour', 'day', 'month'] as const;
export type LimitUnit = (typeof limitUnits)[number];
/** A length of legal time. Eight working hours are one working day. */
export interface TimeLimit {
  value: number;
  unit: LimitUnit;
}

export const cutoffEffects = ['startNextWorkingDay', 'dueNextWorkingDay'] as const;
/** What reception late in the day does. `at` is 'HH:MM', or 'lastHour': the hour before the day's work ends. */
export interface Cutoff {
  at: ClockTime;
  effect: (typeof cutoffEffects)[number];
  /** The hour from which a day counts for receptions, where the law names one (08:00); else the opening. */
  countsFrom?: ClockTime;
  legalBasis: string;
}

/** The way time is counted for one kind of case: part of the procedure's version. */
export interface TimeRule {
  /** What is promised to the citizen. */
  limit: TimeLimit;
  /** What the law allows at most, where it differs. */
  legalLimit?: TimeLimit;
  cutoff?: Cutoff;
  /** Whether a limit in working days ends with the day (default) or at the hour of reception, eight hours each. Calendar
   * days and months always end with the day (Civil Code 2015, article 148 clause 1). */
  endsAt?: 'endOfDay' | 'sameHour';
  pause: 'restart' | 'subtract';
  /** Working days after a supplement request without an answer; then the case closes by itself. */
  autoCloseAfter?: number;
  legalBasis: string;
}

export const pauseReasons = [
  'supplement',
  'financialDuty',
  'otherAgency',
  'forceMajeure',
  'applicantAnswer',
] as const;
export type PauseReason = (typeof pauseReasons)[number];
/** A stretch in which the clock stands; open while `to` is absent. */
export interface Pause {
  from: Date;
  to?: Date;
  reason: PauseReason;
  /** The paper or event that stopped it. */
  basis: string;
}

/** What happened to a case that bears on its time. */
export interface TimeFacts {
  receivedAt: Date;
  channel: 'online' | 'desk' | 'post' | 'helper';
  pauses: readonly Pause[];
  /** Further time by a stated rule or decision: remote communes, verification by another commune, a new appointment. */
  additions: readonly { limit: TimeLimit; reasonVi: string; reasonEn: string; basis: string }[];
}

/** One line of the explanation of a due date; the same words for citizen and official. */
export interface DueLine {
  kind:
    | 'received'
    | 'cutoff'
    | 'start'
    | 'limit'
    | 'dayOff'
    | 'makeUp'
    | 'pause'
    | 'restart'
    | 'addition'
    | 'due'
    | 'open';
  at: Date;
  vi: string;
  en: string;
}

/** When something is due and why. While a pause is open there is no due date (`dueAt` absent). */
export interface Due {
  startAt: Date;
  dueAt?: Date;
  legalDueAt?: Date;
  /** While a supplement is awaited: when the case closes by itself (`autoCloseAfter`). */
  closesAt?: Date;
  lines: readonly DueLine[];
}
