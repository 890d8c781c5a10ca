import type { TimeLimit, TimeRule } from '../../calendar/contract.ts';
import type { StepRole } from '../../mandates/contract.ts';

/** A calendar day, 'YYYY-MM-DD'; a `validTo` day is the first on which it no longer holds. */
export type Day = string;
/** Vietnamese first; English may be missing in a national record, never on a form. */
export interface Words {
  vi: string;
  en?: string;
}

export const channels = ['desk', 'online', 'post'] as const;
export type Channel = (typeof channels)[number];
/** Integer đồng; free, unknown and 'the province decides' are different things. */
export type Fee =
  | { kind: 'free' }
  | { kind: 'amount'; dong: number; per?: Words }
  | { kind: 'province' }
  | { kind: 'unknown' };

/** Time and fee belong to the channel and the kind of case, not to the procedure. */
export interface ChannelRow {
  channel: Channel;
  /** Of `caseKinds`; every kind where absent. */
  caseKind?: string;
  /** Absent when the record gives none; a value without a unit is kept as text in `remark` and blocks publishing. */
  limit?: TimeLimit;
  limitText?: string;
  fee: Fee;
  remark?: Words;
}

/** A kind of case inside one procedure, with its own limit: remote communes, data held elsewhere. */
export interface CaseKind {
  key: string;
  name: Words;
  /** Condition over the form's fields (JSON Logic); the first kind that holds is the case's. */
  when?: unknown;
  addition?: TimeLimit;
  legalBasis?: string;
}

export interface Component {
  key: string;
  name: Words;
  /** 'form' is filled on the screen; 'shown' is only presented. */
  kind: 'form' | 'paper' | 'shown';
  originals: number;
  copies: number;
  /** A certified copy is asked for: published per agency, blocked where an original or data is enough. */
  certified?: boolean;
  required: boolean;
  /** Condition over the form's fields (JSON Logic) under which it is needed. */
  when?: unknown;
  /** The database that replaces the paper, with the place of the law. */
  replacedBy?: { database: string; legalPlace: string };
  formNumber?: string;
}

/** One step of the plan. `next` names the following steps; the last has none. 'return' has no time. */
export interface Step {
  key: string;
  role: StepRole;
  name: Words;
  /** Which part of the competent unit acts; 'reception' is the place of reception, 'coordinator' another unit. */
  at: 'reception' | 'competent' | 'coordinator' | 'returnPlace';
  limit?: TimeLimit;
  next: readonly { to: string; when?: unknown; name?: Words }[];
  /** Pauses the clock until something arrives. */
  waitsFor?: 'financialDuty' | 'otherAgency' | 'applicantAnswer';
  /** Silence after this long means consent (draft to the citizen, consultation). */
  silenceAfter?: TimeLimit;
}

/** Stable identity: the same field in two versions or two forms of one case is the same `term`. */
export interface FormField {
  key: string;
  /** Dictionary term: one identity per datum in all procedures ('person.fullName' of role 'child'). */
  term: string;
  label: Words;
  hint?: Words;
  type:
    | 'text'
    | 'longText'
    | 'day'
    | 'number'
    | 'money'
    | 'choice'
    | 'yesNo'
    | 'personalId'
    | 'phone'
    | 'email'
    | 'place'
    | 'unit';
  options?: readonly { value: string; label: Words }[];
  required: boolean;
  /** Condition over other fields (JSON Logic) under which it is asked. */
  when?: unknown;
  /** Where the value is looked up, so that nobody types it. */
  source?: { database: string; path: string };
  /** From the signed-in person; locked when it is. */
  fromAccount?: 'fullName' | 'personalId' | 'birthDay' | 'sex' | 'phone' | 'email' | 'residence';
  maxLength?: number;
  /** A day that cannot lie in the future: birth, death, issue of a paper. */
  notAfterToday?: boolean;
  min?: number;
  max?: number;
}
export interface FormSection {
  key: string;
  title: Words;
  fields: readonly FormField[];
}
/** JSON Schema is made from this (`formSchema`), with `x-term` on every property. */
export interface ProcedureForm {
  sections: readonly FormSection[];
}

export const levels = ['ministry', 'province', 'commune', 'other'] as const;
export type ProcedureLevel = (typeof levels)[number];

/** Events of life that an authority tells. */
export const lifeEvents = [
  'birth',
  'death',
  'marriage',
  'divorce',
  'move',
  'disability',
  'retirement',
  'businessOpened',
] as const;
export type LifeEvent = (typeof lifeEvents)[number];
/** What makes a service be offered unasked. */
export type OfferOccasion =
  /** A case of this procedure was granted; with `months` so long ago, less `daysBefore`: its paper runs out. */
  | { kind: 'granted'; procedureCode: string; months?: number; daysBefore?: number }
  /** Somebody whose day of birth a granted case tells, by his role in it, reaches an age. */
  | { kind: 'age'; role: string; years: number; daysBefore?: number }
  | { kind: 'told'; event: LifeEvent };

/** How a planned service is offered, refused and undone. Source: Decree 224/2026/ND-CP, in four levels. */
export interface OfferRule {
  on: readonly OfferOccasion[];
  /** Calendar days for which an offer stands. */
  openDays: number;
  /** Calendar days within which what was accepted, or began by itself, can be undone. */
  undoDays: number;
  /** Level 4: calendar days between the offer and its beginning by itself, in which it can be refused. */
  startDays?: number;
  legalBasis: string;
  /** Fields that another term of the occasion's case fills, or a fixed value; the same term fills itself. */
  fill?: readonly { field: string; term?: string; value?: string }[];
}

/** All that one version pins. */
export interface ProcedureContent {
  name: Words;
  fieldVi: string;
  level: ProcedureLevel;
  decision: string;
  subjects: readonly ('citizen' | 'business' | 'organisation' | 'official')[];
  /** As published; `competence` says who it is in the unit tree. */
  agencyText: string;
  competence: {
    level: 'commune' | 'department' | 'province' | 'ministry';
    place: 'residence' | 'land' | 'business' | 'reception';
    field?: string;
  };
  coordinating: readonly string[];
  conditions: readonly Words[];
  channels: readonly ChannelRow[];
  caseKinds: readonly CaseKind[];
  components: readonly Component[];
  steps: readonly Step[];
  results: readonly { code?: string; name: Words; electronic: boolean }[];
  legalBases: readonly string[];
  lifeEvents: readonly string[];
  form?: ProcedureForm;
  /** How its time is counted; `limit` is that of the case's channel row. */
  time?: Omit<TimeRule, 'limit'>;
  /** Keys and versions of the slips' templates. */
  templates: Readonly<Record<string, string>>;
  rules: {
    /** The draft goes to the citizen before signing; silence after this long is consent. */
    draftToApplicant?: TimeLimit;
    /** 1 reminds, 2 prepares the dossier, 3 recommends what is ready to be sent, 4 begins by itself with consent. */
    proactive?: 1 | 2 | 3 | 4;
    /** On which occasions it is offered; none where absent. */
    offer?: OfferRule;
    /** Anywhere inside the province (phi địa giới). */
    anyPlace: boolean;
  };
  serviceLevel?: 'full' | 'partial' | 'information';
  serviceLevelReason?: string;
  /** Other procedures that one form opens together. */
  interlinked?: readonly string[];
  sourceUrl?: string;
  notes?: string;
}

/** What a province decides for itself, by its own decision; the rest stays national. */
export type OverlayContent = Partial<
  Pick<
    ProcedureContent,
    'channels' | 'steps' | 'serviceLevel' | 'serviceLevelReason' | 'competence' | 'rules' | 'templates'
  >
> & {
  decision: string;
};

/**
 * Which running cases move to a new version when it begins: none, those that have not reached a step yet, or those that
 * the decision describes (received from a day on, standing at one of these steps).
 */
export type Transition =
  | { kind: 'none' }
  | { kind: 'beforeStep'; step: string }
  | { kind: 'stated'; text: Words; receivedFrom?: Day; atSteps?: readonly string[] };

/**
 * The decision by which a ministry (of a national version) or a province (of its own rules) announces it. Whether that was in
 * time is judged against the day from which the newest text of its legal base holds; where nobody states that day, the
 * first day of the version serves, because a procedure begins with the text that it follows from.
 */
export interface Announcement {
  /** As printed; absent: the decision named in the content. */
  number?: string;
  /** Day of the decision. */
  day: Day;
  /** First day of the newest text of the legal base, where it is not the first day of the version. */
  basisFrom?: Day;
}

export type VersionState = 'draft' | 'published' | 'withdrawn';
export interface ProcedureVersion {
  id: string;
  code: string;
  number: number;
  state: VersionState;
  validFrom: Day;
  /** First day on which it no longer holds; of a pinned version, as it stood when it was read. */
  validTo?: Day;
  content: ProcedureContent;
  /** Absent: none moves. */
  transition?: Transition;
  /** Absent: nobody has stated it. */
  announcement?: Announcement;
}
/** A province's decision over the national versions of one procedure. */
export interface Overlay {
  id: string;
  provinceId: string;
  number: number;
  state: VersionState;
  validFrom: Day;
  validTo?: Day;
  content: OverlayContent;
  announcement?: Announcement;
}
/** What holds for a province on a day: the national version with the overlay laid over it; a case pins both ids. */
export interface EffectiveVersion extends ProcedureVersion {
  overlayId?: string;
  provinceId?: string;
  /** Papers of this procedure that databases replace, each with its days. */
  substitutions?: readonly Substitution[];
}

/** That a paper is replaced by a database from a day until before another, by a stated place of the law. */
export interface Substitution {
  document: string;
  database: string;
  databaseName: string;
  legalPlace: string;
  decision: string;
  validFrom: Day;
  validTo?: Day;
}
