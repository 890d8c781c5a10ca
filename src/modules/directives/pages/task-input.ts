import type { Fields } from '../../../kit/page.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { messages } from '../messages.ts';
import { readNumber } from '../rules/targetText.ts';

const textOf = (fields: Fields, name: string): string =>
  typeof fields[name] === 'string' ? fields[name].trim() : '';
/** A number as stored, with a point; what is no number stays as typed. */
const stored = (text: string): string => readNumber(text) ?? text;

/** "2026: 12, 2027: 15,5" as points of a trajectory. */
function trajectoryOf(text: string): { period: string; expected: string }[] {
  const points = [...text.matchAll(/(\d{4})\s*:\s*(-?\d+(?:[.,]\d+)*)/g)].map(([, period, value]) => ({
    period: period!,
    expected: stored(value!),
  }));
  if (text !== '' && points.length === 0)
    throw fieldProblem(
      'target.trajectory',
      messages.vi.editor.badTrajectory,
      messages.en.editor.badTrajectory,
    );
  return points;
}

function targetOf(fields: Fields): Record<string, unknown> {
  const value = textOf(fields, 'target.value');
  const valueTo = textOf(fields, 'target.valueTo');
  const [year, base] = [textOf(fields, 'target.base.year'), textOf(fields, 'target.base.value')];
  const trajectory = trajectoryOf(textOf(fields, 'target.trajectory'));
  return {
    comparator: textOf(fields, 'target.comparator') || 'atLeast',
    direction: textOf(fields, 'target.direction') || 'higher',
    measure: textOf(fields, 'target.measure') || 'cumulative',
    unit: textOf(fields, 'target.unit'),
    hasRatio: textOf(fields, 'target.hasRatio') || 'false',
    ...(value ? { value: stored(value) } : {}),
    ...(valueTo ? { valueTo: stored(valueTo) } : {}),
    ...(year && base ? { base: { year, value: stored(base) } } : {}),
    ...(trajectory.length > 0 ? { trajectory } : {}),
  };
}

/** The fields of the form of a new task as the endpoint takes them; the target counts only where the kind says so. */
export function taskInput(fields: Fields, directiveId: string): Record<string, unknown> {
  const plain = Object.entries(fields).filter(
    ([name, value]) =>
      typeof value === 'string' && !['csrf', 'form', 'action'].includes(name) && !name.startsWith('target.'),
  );
  return {
    ...Object.fromEntries(plain),
    directiveId,
    ...(fields['kind'] === 'target' ? { target: targetOf(fields) } : {}),
  };
}
