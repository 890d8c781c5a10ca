import type { Text } from '../../../../kit/i18n.ts';
import type { Day, ProcedureContent } from '../model.ts';

export type Severity = 'block' | 'warn';

/** What a check may know besides the content itself. */
export interface CheckFacts {
  code: string;
  /** First day of the version: rules of law hold from a day on. */
  day: Day;
  /** Other published procedures with the same name, by code. */
  sameName: readonly string[];
  /** Papers of this procedure that a database replaces on that day, with the place of the law. */
  replaced: readonly { document: string; database: string; databaseName: string; legalPlace: string }[];
}

/** One thing a check found: where in the content (JSON path) and what, in both languages. */
export interface Finding {
  path: string;
  vi: string;
  en: string;
  /** Where it differs from the check's own. */
  severity?: Severity;
}

/** A named rule over the content of a version. */
export interface Check {
  name: string;
  severity: Severity;
  title: Text;
  remedy: Text;
  find: (content: ProcedureContent, facts: CheckFacts) => Finding[];
}

export interface CheckResult extends Finding {
  check: string;
  severity: Severity;
  remedy: Text;
}
