import { z } from 'zod';

import { isDay } from './day.ts';
import type { Text } from './i18n.ts';
import type { ProblemKind } from './problems.ts';

/** Who may call: anyone, anyone signed in, or holders of a permission such as `report.accept`. */
export type Permission = 'public' | 'signedIn' | (string & {});

/** An endpoint as a value: the only spelling of its path, its input and its reply. */
export interface Endpoint<I extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  /** `module.verb` or `module.noun.verb`, unique; also the operationId of OpenAPI and the name of audit rows. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path under /api with `:name` for fields of the input. */
  path: string;
  summary: Text;
  permission: Permission;
  input: I;
  reply: R;
  problems: readonly ProblemKind[];
  /** A GET only reads; a write runs in one transaction with its events. */
  effect: 'read' | 'write';
  /** Reads personal data: each call leaves an audit row. */
  personal: boolean;
  /** The reply is a file (`FileReply`), not JSON. */
  file: boolean;
  /** All statements see one moment (REPEATABLE READ). */
  snapshot: boolean;
}

type Shape = Record<string, z.ZodType>;
interface Spec<S extends Shape, R extends z.ZodType> {
  name: string;
  method: Endpoint['method'];
  path: string;
  summary: Text;
  permission: Permission;
  input: S;
  reply: R;
  problems?: readonly ProblemKind[];
  personal?: boolean;
  file?: boolean;
  snapshot?: boolean;
}

/** Declares an endpoint. Unknown input fields are refused by name. */
export function endpoint<S extends Shape, R extends z.ZodType>(
  spec: Spec<S, R>,
): Endpoint<z.ZodObject<S, z.core.$strict>, R> {
  return {
    problems: [],
    personal: false,
    file: false,
    snapshot: false,
    effect: spec.method === 'GET' ? 'read' : 'write',
    ...spec,
    input: z.strictObject(spec.input),
  };
}

export type InputOf<E> = E extends Endpoint<infer I> ? z.input<I> : never;
export type ParsedOf<E> = E extends Endpoint<infer I> ? z.output<I> : never;
export type ReplyOf<E> = E extends Endpoint<z.ZodType, infer R> ? z.output<R> : never;

/** What a file endpoint returns. */
export interface FileReply {
  body: Uint8Array | string | NodeJS.ReadableStream;
  type: string;
  name: string;
  inline?: boolean;
  /** Headers in place of the usual ones; with an `etag`, who has it already gets no body again. */
  headers?: Readonly<Record<string, string>>;
}

/** What is said of a text that is no day. */
export const dayText: Text = {
  vi: 'Không phải ngày hợp lệ; nhập theo dạng ngày/tháng/năm, ví dụ 30/06/2025.',
  en: 'Not a valid day; write it as 30/06/2025 or 2025-06-30.',
};

/** A calendar day `YYYY-MM-DD`; never a Date. */
export const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { abort: true })
  // 30/02 has the shape of a day, and no database knows it.
  .refine(isDay, { params: dayText })
  .meta({ format: 'date' });
/** An instant, ISO 8601 with zone, as text in JSON. */
export const instant = z.iso.datetime({ offset: true });
export const id = z.uuid();
export const classification = z.enum(['public', 'internal', 'restricted']);
/** A page of a list: `next` is the opaque cursor of the following page, absent at the end. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().optional() });
/** What is said of a place in a list that no list of ours has given. */
export const cursorText: Text = {
  vi: 'Không có chỗ này trong danh sách; hãy mở lại danh sách từ trang đầu.',
  en: 'There is no such place in the list; open the list again from its first page.',
};
export const cursor = z
  .string()
  .max(500)
  .refine((text) => text === '' || unpackCursor(text) !== undefined, { params: cursorText })
  .optional();
export const limit = z.coerce.number().int().min(1).max(500).default(50);

/** Packs the last row's sort values into an opaque cursor. */
export const packCursor = (values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object';

/** Unpacks a cursor; nothing for one that is absent. Of a broken one the contract has told its reader. */
export function unpackCursor(text: string | undefined): unknown[] | undefined {
  if (!text) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(values) && values.every(isPlain) ? values : undefined;
  } catch {
    return undefined;
  }
}
