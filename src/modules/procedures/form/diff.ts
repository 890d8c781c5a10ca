import type { FormField, ProcedureForm } from '../rules/model.ts';

/** A field with the section it stands in. */
export interface PlacedField {
  section: string;
  field: FormField;
}

export interface FormDiff {
  added: PlacedField[];
  removed: PlacedField[];
  /** The same datum, differently asked: names of the properties that differ, `section` and `order` among them. */
  changed: { before: PlacedField; after: PlacedField; properties: string[] }[];
}

const placed = (form: ProcedureForm | undefined): PlacedField[] =>
  (form?.sections ?? []).flatMap(({ key, fields }) => fields.map((field) => ({ section: key, field })));

/**
 * What changed between two forms. A field is the same when its dictionary term is, whatever it is called now: then what
 * people entered stays theirs. Keys tell fields apart where a term is missing.
 */
export function diffForms(before: ProcedureForm | undefined, after: ProcedureForm | undefined): FormDiff {
  const [old, now] = [placed(before), placed(after)];
  const identity = ({ field }: PlacedField) => field.term || `key:${field.key}`;
  const oldBy = new Map(old.map((entry) => [identity(entry), entry]));
  const nowBy = new Map(now.map((entry) => [identity(entry), entry]));
  const oldKept = old.filter((entry) => nowBy.has(identity(entry))).map(identity);
  const nowKept = now.filter((entry) => oldBy.has(identity(entry))).map(identity);
  const moved = new Set(movedBetween(oldKept, nowKept));
  return {
    added: now.filter((entry) => !oldBy.has(identity(entry))),
    removed: old.filter((entry) => !nowBy.has(identity(entry))),
    changed: now.flatMap((entry) => {
      const earlier = oldBy.get(identity(entry));
      if (!earlier) return [];
      const properties = differing(earlier, entry);
      if (moved.has(identity(entry)) && !properties.includes('section')) properties.push('order');
      return properties.length > 0 ? [{ before: earlier, after: entry, properties }] : [];
    }),
  };
}

function differing(before: PlacedField, after: PlacedField): string[] {
  const names = new Set([...Object.keys(before.field), ...Object.keys(after.field)]) as Set<keyof FormField>;
  const own = [...names].filter((name) => canonical(before.field[name]) !== canonical(after.field[name]));
  return before.section === after.section ? own : [...own, 'section'];
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';

/** Those that left their place: all that are not in a longest run that kept its order. */
function movedBetween(before: readonly string[], after: readonly string[]): string[] {
  const position = new Map(before.map((key, index) => [key, index]));
  const best: { length: number; previous: number }[] = [];
  after.forEach((key, index) => {
    let found = { length: 1, previous: -1 };
    for (let i = 0; i < index; i += 1)
      if (position.get(after[i]!)! < position.get(key)! && best[i]!.length >= found.length)
        found = { length: best[i]!.length + 1, previous: i };
    best.push(found);
  });
  const kept = new Set<string>();
  let at = best.reduce((top, { length }, index) => (length > (best[top]?.length ?? 0) ? index : top), 0);
  while (at >= 0 && after[at] !== undefined) {
    kept.add(after[at]!);
    at = best[at]!.previous;
  }
  return after.filter((key) => !kept.has(key));
}
