import { type CheckedTree, checkExpression, evaluate, type FactKind } from '../language/index.ts';
import { type RecordClass, recordClasses } from './classNames.ts';
import { classWords } from './words.ts';

/** Tasks and assignments, of which a rule may use where they stand for counting. */
export const taskKind: FactKind = {
  code: 'task',
  text: { vi: 'Nhiệm vụ và giao việc', en: 'Tasks and assignments' },
  fields: [
    {
      name: 'class',
      type: 'text',
      column: 'class',
      text: { vi: 'Tình trạng', en: 'State' },
      values: recordClasses.map((code) => ({ code, text: classWords[code] })),
    },
  ],
  periods: [],
};

const read = new Map<string, ReadonlySet<RecordClass>>();
/** A class stands for all its records, whatever the day. */
const ANY_DAY = '2000-01-01';

/** The classes of which a rule counts the records. @throws Error where the text is no rule over classes. */
export function classesByRule(text: string): ReadonlySet<RecordClass> {
  const known = read.get(text);
  if (known) return known;
  const checked = checkExpression(text, taskKind, 'boolean');
  if (!checked.ok) throw new Error(`not a rule over classes: ${text}: ${checked.problem.en}`);
  const found = new Set(recordClasses.filter((one) => holds(checked.tree, one)));
  read.set(text, found);
  return found;
}

const holds = (tree: CheckedTree, one: RecordClass): boolean =>
  evaluate(tree, { class: one }, ANY_DAY) === true;
