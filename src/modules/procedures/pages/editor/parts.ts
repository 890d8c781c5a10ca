import { fieldProblem } from '../../../../kit/problems.ts';
import { blank } from '../../intake/model.ts';
import type { ProcedureContent, Transition } from '../../rules/model.ts';
import { timesBoxes, timesFrom } from './channels.ts';
import type { Flat } from './flat.ts';
import { formBoxes, formFrom } from './form.ts';
import { generalBoxes, generalFrom } from './general.ts';
import { editorMessages } from './messages.ts';
import { paperBoxes, papersFrom } from './papers.ts';
import { planBoxes, planFrom, transitionFrom } from './steps.ts';

/** A version is edited part by part; what a part does not show stays as it was. */
export const parts = ['general', 'times', 'papers', 'steps', 'form', 'expert'] as const;
export type Part = (typeof parts)[number];

/** What is being edited. */
export interface Edited {
  content: ProcedureContent;
  transition?: Transition | undefined;
}

export const partOf = (name: string | undefined): Part => parts.find((one) => one === name) ?? 'general';

/** The boxes of a part as the draft has them. */
export function boxesOf(part: Part, { content, transition }: Edited): Flat {
  switch (part) {
    case 'general':
      return generalBoxes(content);
    case 'times':
      return timesBoxes(content);
    case 'papers':
      return paperBoxes(content);
    case 'steps':
      return planBoxes(content, transition);
    case 'form':
      return formBoxes(content);
    case 'expert':
      return { json: JSON.stringify({ ...content, transition }, null, 2) };
  }
}

function changesOf(part: Part, values: Flat, content: ProcedureContent): Partial<ProcedureContent> {
  switch (part) {
    case 'general':
      return generalFrom(values, content);
    case 'times':
      return timesFrom(values, content);
    case 'papers':
      return papersFrom(values, content);
    case 'steps':
      return planFrom(values, content);
    case 'form':
      return formFrom(values, content);
    case 'expert':
      return {};
  }
}

const withoutAbsent = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

/** Any JSON of a box. @throws a field problem where it is none. */
export function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text || '{}') as unknown;
  } catch {
    throw fieldProblem(name, editorMessages.vi.badJson, editorMessages.en.badJson);
  }
}

/** A new procedure before anything is entered. */
export const nothingYet = (): ProcedureContent => ({
  ...blank,
  name: { vi: '' },
  fieldVi: '',
  level: 'commune',
  agencyText: '',
  competence: { level: 'commune', place: 'residence' },
});

/** The draft with the boxes of one part laid over it. */
export function editedBy(part: Part, values: Flat, was: Edited): Edited {
  if (part === 'expert') {
    const { transition, ...content } = jsonOf(values['json'] ?? '', 'json') as ProcedureContent & Edited;
    return { content, transition };
  }
  const content = withoutAbsent({ ...was.content, ...changesOf(part, values, was.content) });
  const transition = part === 'steps' ? transitionFrom(values, was.transition) : was.transition;
  return { content, transition };
}
