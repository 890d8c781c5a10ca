import type { Rich } from '../report/model.ts';

/** The slips of a case and its result; `record` is the whole case on paper. */
export const slipKeys = [
  'receipt',
  'supplement',
  'refusal',
  'apology',
  'stop',
  'control',
  'draft',
  'result',
] as const;
export type SlipKey = (typeof slipKeys)[number];

/** A column of a slip's table: which value of each row it shows. */
export interface SlipColumn {
  title: string;
  value: string;
  width: number;
  align: 'left' | 'center' | 'right';
}

export type SlipPart =
  | { kind: 'heading'; text: string; when?: string }
  | { kind: 'paragraph'; text: string; when?: string }
  | { kind: 'note'; text: string; when?: string }
  | { kind: 'table'; of: string; columns: SlipColumn[]; when?: string };

/** A slip before it is filled in: a form's number, a title, and parts with `{{words}}` in them. */
export interface SlipTemplate {
  formLabel: string;
  title: string;
  subtitle?: string;
  parts: SlipPart[];
  signature?: { title: string; name: string };
  recipients: string[];
}

/** What a template is filled with. A word that is absent or blank hides the parts that depend on it. */
export interface SlipFacts {
  heading: { superior?: string; agency: string; number?: string; place: string; date: string };
  words: Readonly<Record<string, string | undefined>>;
  tables: Readonly<Record<string, readonly Readonly<Record<string, Rich>>[]>>;
  /** Where the case can be followed; printed as a QR code with `trackLabel` before it. */
  trackUrl?: string;
  trackLabel?: string;
  /** The moment the slip was made; the same facts give the same bytes. */
  madeAt: Date;
  watermark?: string;
}

/** What is wrong with one line of a template's text. */
export interface TemplateFault {
  line: number;
  vi: string;
  en: string;
}
