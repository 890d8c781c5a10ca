import { createHash } from 'node:crypto';

/** The identifier of an invented record: the same at every loading, in the form of a UUID version 7 of its moment. */
export function madeId(key: string, at: Date): string {
  const bytes = createHash('sha256').update(`demo ${key}`).digest().subarray(0, 16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [0, 8, 12, 16, 20].map((from, i, starts) => hex.slice(from, starts[i + 1] ?? 32)).join('-');
}
