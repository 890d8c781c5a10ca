/** The fields of a form as the parts of a report: which parts there are is not the form's to say, only what they hold. */
import { type Part, part as schema } from '../contract/parts.ts';

export type Content = Record<string, string | string[]>;

const textOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
const listOf = (value: string | string[] | undefined): string[] =>
  (Array.isArray(value) ? value : [value ?? '']).filter((one) => one !== '');

/** The fields of one part. Boxes that are not ticked are not sent: `part.<id>.shown` says that they were on the form. */
function withFields(part: Part, content: Content): Part {
  const field = (name: string) => content[`part.${part.id}.${name}`];
  if (field('shown') === undefined) return part;
  const heading = textOf(field('heading')) ?? part.heading;
  const made: Record<Part['kind'], object> = {
    text: { text: textOf(field('text')) ?? '' },
    figures: { codes: listOf(field('codes')), compare: field('compare') !== undefined },
    table: { of: textOf(field('of')), codes: listOf(field('codes')) },
    chart: { of: textOf(field('of')), code: textOf(field('code')) || undefined },
    cites: { codes: listOf(field('codes')) },
    checks: {},
  };
  return schema.safeParse({ ...part, heading, ...made[part.kind] }).data ?? part;
}

export const partsWith = (parts: readonly Part[], content: Content): Part[] =>
  parts.map((one) => withFields(one, content));

/** A short id that no part bears yet. */
function freeId(parts: readonly Part[]): string {
  const taken = new Set(parts.map((one) => one.id));
  for (let n = parts.length + 1; ; n += 1) if (!taken.has(`p${n}`)) return `p${n}`;
}

export type Arrange = { act: 'add'; kind: Part['kind'] } | { act: 'remove' | 'up' | 'down'; part: string };

/** Adds, removes or moves a part. A move beyond the end changes nothing. */
export function arranged(parts: readonly Part[], how: Arrange): { parts: Part[]; part?: string } {
  if (how.act === 'add') {
    const id = freeId(parts);
    const of = how.kind === 'chart' ? 'states' : 'agencies';
    const made = schema.parse({ kind: how.kind, id, of });
    return { parts: [...parts, made], part: id };
  }
  const at = parts.findIndex((one) => one.id === how.part);
  if (at < 0) return { parts: [...parts] };
  if (how.act === 'remove') return { parts: parts.toSpliced(at, 1) };
  const to = at + (how.act === 'up' ? -1 : 1);
  if (to < 0 || to >= parts.length) return { parts: [...parts], part: how.part };
  return { parts: parts.toSpliced(at, 1).toSpliced(to, 0, parts[at]!), part: how.part };
}
