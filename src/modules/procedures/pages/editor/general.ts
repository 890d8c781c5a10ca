import { resultOf } from '../../intake/parts.ts';
import type { ProcedureContent } from '../../rules/model.ts';
import { boxes, type Flat, given, linesOf, namesIn, rowAt } from './flat.ts';

export const subjects = ['citizen', 'business', 'organisation', 'official'] as const;

const resultLine = ({ name, code }: ProcedureContent['results'][number]): string =>
  name.vi + (code ? ` (${code})` : '');

/** What a procedure is: its names, who decides, how far it goes online, its law. */
export const generalBoxes = (c: Partial<ProcedureContent>): Flat =>
  boxes('general', {
    nameVi: c.name?.vi,
    nameEn: c.name?.en,
    fieldVi: c.fieldVi,
    level: c.level ?? 'commune',
    decision: c.decision,
    agencyText: c.agencyText,
    competenceLevel: c.competence?.level ?? 'commune',
    competencePlace: c.competence?.place ?? 'residence',
    competenceField: c.competence?.field,
    anyPlace: c.rules?.anyPlace ?? true,
    ...Object.fromEntries((c.subjects ?? []).map((subject) => [subject, true])),
    serviceLevel: c.serviceLevel,
    serviceLevelReason: c.serviceLevelReason,
    lifeEvents: (c.lifeEvents ?? []).join(', '),
    interlinked: (c.interlinked ?? []).join(', '),
    coordinating: (c.coordinating ?? []).join('\n'),
    conditions: (c.conditions ?? []).map((one) => one.vi).join('\n'),
    legalBases: (c.legalBases ?? []).join('\n'),
    results: (c.results ?? []).map(resultLine).join('\n'),
    sourceUrl: c.sourceUrl,
    notes: c.notes,
  });

const subjectsFrom = (was: ProcedureContent['subjects'], yes: (name: string) => boolean) => [
  ...was.filter(yes),
  ...subjects.filter((one) => yes(one) && !was.includes(one)),
];

export function generalFrom(values: Flat, was: ProcedureContent): Partial<ProcedureContent> {
  const { text, yes } = rowAt(values, 'general');
  const interlinked = namesIn(text('interlinked'));
  return {
    name: { vi: text('nameVi'), ...given({ en: text('nameEn') }) },
    fieldVi: text('fieldVi'),
    level: text('level') as ProcedureContent['level'],
    decision: text('decision'),
    agencyText: text('agencyText'),
    subjects: subjectsFrom(was.subjects, yes),
    competence: {
      level: text('competenceLevel') as ProcedureContent['competence']['level'],
      place: text('competencePlace') as ProcedureContent['competence']['place'],
      ...given({ field: text('competenceField') }),
    },
    rules: { ...was.rules, anyPlace: yes('anyPlace') },
    serviceLevel: (text('serviceLevel') || undefined) as ProcedureContent['serviceLevel'],
    serviceLevelReason: text('serviceLevelReason') || undefined,
    lifeEvents: namesIn(text('lifeEvents')),
    interlinked: interlinked.length > 0 || was.interlinked ? interlinked : undefined,
    coordinating: linesOf(text('coordinating')),
    conditions: linesOf(text('conditions')).map(
      (vi) => was.conditions.find((one) => one.vi === vi) ?? { vi },
    ),
    legalBases: linesOf(text('legalBases')),
    results: linesOf(text('results')).map(
      (line) => was.results.find((one) => resultLine(one) === line) ?? resultOf(line),
    ),
    sourceUrl: text('sourceUrl') || undefined,
    notes: text('notes') || undefined,
  };
}
