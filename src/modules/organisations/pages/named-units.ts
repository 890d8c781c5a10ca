import type { PageContext } from '../../../kit/page.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { parseAgencyText } from '../contract/units.ts';
import { deskMessages } from '../messages-desk.ts';

/**
 * The units that a person wrote by name or abbreviation into a field, as of a day. @throws a refusal of the field where
 * a part of the text names no single unit.
 */
export async function namedUnits(
  p: PageContext,
  field: string,
  text: unknown,
  asOf: unknown,
): Promise<string[]> {
  if (typeof text !== 'string' || text.trim() === '') return [];
  const day = typeof asOf === 'string' && /^\d{4}-\d\d-\d\d$/.test(asOf) ? { asOf } : {};
  const { parts } = await p.call(parseAgencyText, { text, ...day });
  const wrong = parts.find((part) => part.kind !== 'unit');
  if (wrong || parts.length === 0) {
    const shown = wrong?.text ?? text;
    throw fieldProblem(
      field,
      `“${shown}”: ${deskMessages.vi.change.unknownUnit}`,
      `“${shown}”: ${deskMessages.en.change.unknownUnit}`,
    );
  }
  return parts.flatMap((part) => part.units.map((unit) => unit.id));
}
