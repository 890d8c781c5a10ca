declare module 'pg/lib/utils.js' {
  /** A value as the driver hands it to the server: text, bytes or nothing. */
  export function prepareValue(value: unknown): string | Buffer | null;
}
