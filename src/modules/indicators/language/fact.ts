import type { Text } from '../../../kit/i18n.ts';

/** What a field holds; a calendar day is text 'YYYY-MM-DD'. Every field may also hold nothing (null). */
export type FieldType = 'boolean' | 'number' | 'text' | 'day';

/** A published field of a kind of facts: the only names an expression may use, besides `asOf`. */
export interface FactField {
  /** As written in expressions: letters and digits, camelCase. */
  name: string;
  type: FieldType;
  /** The column of the fact table that holds it; never part of an expression. */
  column: string;
  text: Text;
  /** The codes that a text field may hold, with their words; a comparison with any other is refused. */
  values?: readonly { code: string; text: Text }[];
}

/** A kind of facts that a module publishes: one record per case, procedure or assignment. */
export interface FactKind {
  code: string;
  text: Text;
  fields: readonly FactField[];
  /** Day fields by which records may be assigned to a period. */
  periods: readonly string[];
  /** Day fields after which what is true of a record may change by the mere passing of time (a due day). */
  turns?: readonly string[];
}

/** A record of a kind: values by field name; a missing one counts as null. */
export type FactRecord = Readonly<Record<string, boolean | number | string | null | undefined>>;
