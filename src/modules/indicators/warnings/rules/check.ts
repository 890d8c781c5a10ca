/** What a rule must satisfy before it is kept; each fault names its field. */
import type { FieldFault } from '../../../../kit/problems.ts';
import type { RuleBody } from './rule.ts';

const fault = (path: string, vi: string, en: string): FieldFault => ({ path, message: { vi, en } });

interface Known {
  levels: readonly string[];
  /** Codes of figures by what they are of. */
  figures: ReadonlySet<string>;
  units: { has(id: string): boolean };
}

/** Faults of a rule; none means that it may be kept. */
export function faultsOf(rule: RuleBody, known: Known): FieldFault[] {
  const { watch, units } = rule;
  const found: FieldFault[] = [];
  for (const level of units.levels)
    if (!known.levels.includes(level))
      found.push(fault('units.levels', `Không có cấp “${level}”.`, `There is no level “${level}”.`));
  if (units.under !== undefined && !known.units.has(units.under))
    found.push(fault('units.under', 'Không có đơn vị này.', 'There is no such unit.'));
  if ('figure' in watch && !known.figures.has(`${watch.figure.of}/${watch.figure.code}`))
    found.push(
      fault(
        'watch.figure.code',
        `Không có chỉ số “${watch.figure.code}” đang có hiệu lực.`,
        `There is no figure “${watch.figure.code}” in force.`,
      ),
    );
  return [...found, ...endFaults(rule)];
}

/** The end must lie on the quiet side of the beginning, or a warning would end as it begins. */
function endFaults({ watch }: RuleBody): FieldFault[] {
  if (watch.kind === 'threshold') {
    const wrong = watch.comparison === 'above' ? watch.endAt > watch.limit : watch.endAt < watch.limit;
    return wrong
      ? [
          watch.comparison === 'above'
            ? fault(
                'watch.endAt',
                'Mức kết thúc không được cao hơn ngưỡng.',
                'The end must not lie above the limit.',
              )
            : fault(
                'watch.endAt',
                'Mức kết thúc không được thấp hơn ngưỡng.',
                'The end must not lie below the limit.',
              ),
        ]
      : [];
  }
  if (watch.kind === 'prediction' && watch.endAt >= watch.lateBy)
    return [
      fault(
        'watch.endAt',
        'Mức kết thúc phải thấp hơn mức cảnh báo.',
        'The end must lie below the days from which it warns.',
      ),
    ];
  return [];
}
