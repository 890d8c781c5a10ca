import type { Fields } from '../../../kit/page.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { messages } from '../messages.ts';
import { readSections, type Section } from './parts/sections.ts';

const textOf = (fields: Fields, name: string): string =>
  typeof fields[name] === 'string' ? fields[name].trim() : '';

/** Days of the year as `MM-DD`, from text with commas; refuses what is no such day. */
function fixedCutoffs(text: string): string[] {
  const days = text.split(/[,;\s]+/).filter(Boolean);
  if (!days.every((day) => /^\d{2}-\d{2}$/.test(day)))
    throw fieldProblem(
      'settings.cycle.fixedCutoffs',
      messages.vi.editor.badFixed,
      messages.en.editor.badFixed,
    );
  return days;
}

/** The fields of the editor as the endpoints take them: unticked boxes are said, an empty cycle and blank lines fall out. */
export function directiveInput(fields: Fields, there: readonly Section[] = []): Record<string, unknown> {
  const texts = Object.entries(fields).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const hasCycle = textOf(fields, 'settings.cycle.period') !== '';
  const plain = texts.filter(
    ([name]) => !['csrf', 'form', 'sections', 'fileName'].includes(name) && !name.startsWith('settings.'),
  );
  const cycle = texts.filter(
    ([name]) => name.startsWith('settings.cycle.') && name !== 'settings.cycle.fixedCutoffs',
  );
  const fixed = fixedCutoffs(textOf(fields, 'settings.cycle.fixedCutoffs'));
  return {
    ...Object.fromEntries(plain),
    'settings.confirm': textOf(fields, 'settings.confirm') || 'false',
    'settings.accept': textOf(fields, 'settings.accept') || 'false',
    ...(hasCycle ? Object.fromEntries(cycle) : {}),
    ...(hasCycle && fixed.length > 0 ? { 'settings.cycle.fixedCutoffs': fixed } : {}),
    sections: readSections(textOf(fields, 'sections'), there),
  };
}
