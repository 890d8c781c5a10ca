/** What somebody handed in: kept beside the events, named in them by its hash. */

/** An application that nobody has touched for so many days is deleted with its files. */
export const DRAFT_DAYS = 90;

export interface Person {
  fullName: string;
  /** Personal number, or tax code of a business. */
  personalId?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  address?: string | undefined;
}
export interface Applicant extends Person {
  kind: 'citizen' | 'business' | 'organisation';
  /** The language in which he wants to be written to. */
  lang?: 'vi' | 'en' | undefined;
}
/** Acts for the applicant by a paper of authority, or with his consent recorded in the dossier (R27). */
export interface Representative extends Person {
  authority: string;
  consentAt?: string | undefined;
}
/** Where a value came from, when, and who confirmed it. */
export interface Provenance {
  source: 'applicant' | 'account' | 'official' | 'registry' | 'earlierCase';
  at: string;
  database?: string | undefined;
  by?: string | undefined;
}
/** One paper of the dossier as received. */
export interface Received {
  component: string;
  form: 'original' | 'copy' | 'certified' | 'scan' | 'shown' | 'electronic' | 'database';
  count: number;
  fileIds: readonly string[];
}
export interface CaseContent {
  values: Record<string, unknown>;
  provenance: Record<string, Provenance>;
  applicant: Applicant;
  representative?: Representative | undefined;
  coApplicants: readonly Person[];
  components: readonly Received[];
  /** Components that the applicant brings to the desk; absent where there are none. */
  promised?: readonly string[] | undefined;
  delivery?: { how: 'portal' | 'desk' | 'post'; address?: string | undefined } | undefined;
}

/** The same content always makes the same text, whatever order its keys came in. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
}

/** Names of values that differ between two versions. */
export function changedFields(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => canonical(before[key]) !== canonical(after[key])).sort();
}
