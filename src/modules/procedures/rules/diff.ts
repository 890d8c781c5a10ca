import type { Text } from '../../../kit/i18n.ts';
import { diffForms } from '../form/diff.ts';
import type { ProcedureContent, Words } from './model.ts';
import { say } from './say.ts';

/** One thing that differs between two versions, in words for the person who publishes. */
export interface WordChange {
  path: string;
  vi: string;
  en: string;
  was?: string;
  becomes?: string;
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
};
const equal = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const words = (text: Words | undefined): string | undefined => text?.vi;

interface Named {
  path: string;
  title: Text;
  was: string | undefined;
  becomes: string | undefined;
}
const change = ({ path, title, was, becomes }: Named): WordChange => ({
  path,
  ...title,
  ...(was === undefined ? {} : { was }),
  ...(becomes === undefined ? {} : { becomes }),
});

interface ListWords<T> {
  key: (item: T) => string;
  name: (item: T) => Text;
  text: (item: T) => string;
}
type Titles = Record<'added' | 'removed' | 'changed', (name: Text) => Text>;

/** A list whose items have keys: what came, what went, what is said differently of the same. */
function listDiff<T>(
  path: string,
  [was, becomes]: readonly [readonly T[], readonly T[]],
  { key, name, text }: ListWords<T>,
  titles: Titles,
): WordChange[] {
  const before = new Map(was.map((item) => [key(item), item]));
  const after = new Map(becomes.map((item) => [key(item), item]));
  const one = (what: keyof Titles, [at, item]: [string, T], a?: string, b?: string) =>
    change({ path: `${path}.${at}`, title: titles[what](name(item)), was: a, becomes: b });
  const came = [...after].filter(([at]) => !before.has(at));
  const went = [...before].filter(([at]) => !after.has(at));
  const differ = [...after].flatMap(([at, item]) => {
    const earlier = before.get(at);
    if (earlier === undefined || equal(earlier, item)) return [];
    const [a, b] = [text(earlier), text(item)];
    return [one('changed', [at, item], a, a === b ? undefined : b)];
  });
  return [
    ...came.map((entry) => one('added', entry, undefined, text(entry[1]))),
    ...went.map((entry) => one('removed', entry, text(entry[1]))),
    ...differ,
  ];
}

function plainChanges(was: ProcedureContent, becomes: ProcedureContent): WordChange[] {
  const plain: [string, Text, (c: ProcedureContent) => string | undefined][] = [
    ['name', say.name, (c) => words(c.name)],
    ['decision', say.decision, (c) => c.decision],
    ['fieldVi', say.field, (c) => c.fieldVi],
    ['level', say.level, (c) => c.level],
    ['agencyText', say.agency, (c) => c.agencyText],
    ['competence', say.competence, (c) => `${c.competence.level} / ${c.competence.place}`],
    ['serviceLevel', say.serviceLevel, (c) => c.serviceLevel],
    ['serviceLevelReason', say.serviceReason, (c) => c.serviceLevelReason],
    ['rules.anyPlace', say.anyPlace, (c) => (c.rules.anyPlace ? '✓' : '–')],
    ['rules.proactive', say.proactive, (c) => c.rules.proactive?.toString()],
    ['rules.offer', say.offer, (c) => (c.rules.offer ? say.offerRule(c.rules.offer) : undefined)],
    ['time', say.time, (c) => (c.time ? say.timeRule(c.time) : undefined)],
    ['conditions', say.conditions, (c) => c.conditions.map((one) => one.vi).join('; ')],
    ['coordinating', say.coordinating, (c) => c.coordinating.join('; ')],
    ['legalBases', say.legalBases, (c) => c.legalBases.join('; ')],
    ['results', say.results, (c) => c.results.map((one) => one.name.vi).join('; ')],
    ['subjects', say.subjects, (c) => c.subjects.join(', ')],
  ];
  return plain.flatMap(([path, title, read]) => {
    const [a, b] = [read(was) ?? '', read(becomes) ?? ''];
    return a === b ? [] : [change({ path, title, was: a || undefined, becomes: b || undefined })];
  });
}

function formChanges(was: ProcedureContent, becomes: ProcedureContent): WordChange[] {
  const { added, removed, changed } = diffForms(was.form, becomes.form);
  const label = ({ field }: { field: { label: Words } }): Text => ({
    vi: field.label.vi,
    en: field.label.en ?? field.label.vi,
  });
  return [
    ...added.map((one) => ({ path: `form.${one.field.key}`, ...say.fieldAdded(label(one)) })),
    ...removed.map((one) => ({ path: `form.${one.field.key}`, ...say.fieldRemoved(label(one)) })),
    ...changed.map((one) => ({
      path: `form.${one.after.field.key}`,
      ...say.fieldChanged(label(one.after)),
      becomes: one.properties.join(', '),
    })),
  ];
}

/** Everything in which two contents differ, in the order in which a person reads a procedure; none for equal ones. */
export function diffOf(was: ProcedureContent, becomes: ProcedureContent): WordChange[] {
  const text = (name: Words): Text => ({ vi: name.vi, en: name.en ?? name.vi });
  const lists = [
    ...listDiff(
      'channels',
      [was.channels, becomes.channels],
      {
        key: (row) => `${row.channel}${row.caseKind ? `-${row.caseKind}` : ''}`,
        name: (row) => say.channel(row),
        text: (row) => say.row(row),
      },
      say.channels,
    ),
    ...listDiff(
      'caseKinds',
      [was.caseKinds, becomes.caseKinds],
      { key: (kind) => kind.key, name: (kind) => text(kind.name), text: (kind) => kind.name.vi },
      say.kinds,
    ),
    ...listDiff(
      'components',
      [was.components, becomes.components],
      { key: (part) => part.key, name: (part) => text(part.name), text: (part) => say.component(part) },
      say.components,
    ),
    ...listDiff(
      'steps',
      [was.steps, becomes.steps],
      { key: (step) => step.key, name: (step) => text(step.name), text: (step) => say.step(step) },
      say.steps,
    ),
  ];
  const known = [...plainChanges(was, becomes), ...lists, ...formChanges(was, becomes)];
  if (known.length > 0 || equal(was, becomes)) return known;
  return [{ path: '', ...say.somethingElse }];
}
