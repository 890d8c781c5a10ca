import { z } from 'zod';

import { day } from '../../../kit/contract.ts';
import type { LimitUnit, TimeRule } from '../../calendar/contract.ts';
import type { StepRole } from '../../mandates/contract.ts';
import type {
  Announcement,
  OfferRule,
  OverlayContent,
  ProcedureContent,
  Transition,
} from '../rules/model.ts';
import { channels, levels, lifeEvents } from '../rules/model.ts';

const words = z.object({
  vi: z.string().trim().min(1).max(4000),
  en: z.string().trim().max(4000).optional(),
});
const key = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,79}$/);
const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A condition in JSON Logic over the keys of the form's fields. */
const condition = z.unknown().optional();

const units: readonly LimitUnit[] = ['workingHour', 'workingDay', 'hour', 'day', 'month'];
// No working days: inside the day of reception.
const limit = z.object({ value: z.number().min(0).max(10_000), unit: z.enum(units) });
const roleNames: readonly StepRole[] = [
  'receive',
  'assign',
  'appraise',
  'check',
  'sign',
  'issue',
  'return',
  'collect',
  'consult',
];

const fee = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('free') }),
  z.object({ kind: z.literal('amount'), dong: z.number().int().min(0), per: words.optional() }),
  z.object({ kind: z.literal('province') }),
  z.object({ kind: z.literal('unknown') }),
]);
const channelRow = z.object({
  channel: z.enum(channels),
  caseKind: key.optional(),
  limit: limit.optional(),
  limitText: z.string().max(500).optional(),
  fee,
  remark: words.optional(),
});
const caseKind = z.object({
  key,
  name: words,
  when: condition,
  addition: limit.optional(),
  legalBasis: z.string().max(500).optional(),
});
const component = z.object({
  key,
  name: words,
  kind: z.enum(['form', 'paper', 'shown']),
  originals: z.number().int().min(0).max(50),
  copies: z.number().int().min(0).max(50),
  certified: z.boolean().optional(),
  required: z.boolean(),
  when: condition,
  replacedBy: z.object({ database: z.string().max(300), legalPlace: z.string().max(500) }).optional(),
  formNumber: z.string().max(100).optional(),
});
const step = z.object({
  key,
  role: z.enum(roleNames),
  name: words,
  at: z.enum(['reception', 'competent', 'coordinator', 'returnPlace']),
  limit: limit.optional(),
  next: z.array(z.object({ to: key, when: condition, name: words.optional() })).max(20),
  waitsFor: z.enum(['financialDuty', 'otherAgency', 'applicantAnswer']).optional(),
  silenceAfter: limit.optional(),
});

const fieldTypes = [
  'text',
  'longText',
  'day',
  'number',
  'money',
  'choice',
  'yesNo',
  'personalId',
  'phone',
  'email',
  'place',
  'unit',
] as const;
const fromAccount = ['fullName', 'personalId', 'birthDay', 'sex', 'phone', 'email', 'residence'] as const;
const formField = z.object({
  key,
  term: z.string().min(1).max(200),
  label: words,
  hint: words.optional(),
  type: z.enum(fieldTypes),
  options: z.array(z.object({ value: z.string().min(1).max(100), label: words })).optional(),
  required: z.boolean(),
  when: condition,
  source: z.object({ database: z.string(), path: z.string() }).optional(),
  fromAccount: z.enum(fromAccount).optional(),
  maxLength: z.number().int().positive().optional(),
  notAfterToday: z.boolean().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
});
const form = z.object({
  sections: z.array(z.object({ key, title: words, fields: z.array(formField).max(200) })).max(50),
});

const cutoff = z.object({
  at: z.union([z.literal('lastHour'), z.string().regex(/^\d{2}:\d{2}$/)]),
  effect: z.enum(['startNextWorkingDay', 'dueNextWorkingDay']),
  countsFrom: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  legalBasis: z.string().max(500),
});
const time = z.object({
  legalLimit: limit.optional(),
  cutoff: cutoff.optional(),
  endsAt: z.enum(['endOfDay', 'sameHour']).optional(),
  pause: z.enum(['restart', 'subtract']),
  autoCloseAfter: z.number().int().positive().optional(),
  legalBasis: z.string().max(500),
}) satisfies z.ZodType<Omit<TimeRule, 'limit'>>;

const competence = z.object({
  level: z.enum(['commune', 'department', 'province', 'ministry']),
  place: z.enum(['residence', 'land', 'business', 'reception']),
  field: z.string().max(200).optional(),
});
/** Events of life that an authority tells. */
export const lifeEvent = z.enum(lifeEvents);
const daysBefore = z.number().int().min(0).max(366).optional();
const offer: z.ZodType<OfferRule> = z.object({
  on: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('granted'),
          procedureCode: z.string().max(40),
          months: z.number().int().min(0).max(1200).optional(),
          daysBefore,
        }),
        z.object({
          kind: z.literal('age'),
          role: z.string().min(1).max(60),
          years: z.number().int().min(0).max(120),
          daysBefore,
        }),
        z.object({ kind: z.literal('told'), event: lifeEvent }),
      ]),
    )
    .max(20),
  openDays: z.number().int().min(0).max(366),
  undoDays: z.number().int().min(0).max(366),
  startDays: z.number().int().min(0).max(366).optional(),
  legalBasis: z.string().trim().max(500),
  fill: z
    .array(
      z.object({ field: key, term: z.string().max(200).optional(), value: z.string().max(500).optional() }),
    )
    .max(100)
    .optional(),
});
const rules = z.object({
  draftToApplicant: limit.optional(),
  proactive: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
  offer: offer.optional(),
  anyPlace: z.boolean(),
});
const serviceLevel = z.enum(['full', 'partial', 'information']);

const own = {
  channels: z.array(channelRow).max(100),
  steps: z.array(step).max(60),
  serviceLevel: serviceLevel.optional(),
  serviceLevelReason: z.string().trim().max(2000).optional(),
  competence,
  rules,
  templates: z.record(z.string(), z.string()),
};

/** All that one version pins. What is missing or wrong in it is said by the checks, so that a draft can be kept. */
export const procedureContent: z.ZodType<ProcedureContent> = z.object({
  ...own,
  name: words,
  fieldVi: z.string().trim().min(1).max(300),
  level: z.enum(levels),
  decision: z.string().trim().max(500),
  subjects: z.array(z.enum(['citizen', 'business', 'organisation', 'official'])),
  agencyText: z.string().trim().max(2000),
  coordinating: z.array(z.string().max(500)),
  conditions: z.array(words),
  caseKinds: z.array(caseKind).max(50),
  components: z.array(component).max(200),
  results: z.array(z.object({ code: z.string().max(60).optional(), name: words, electronic: z.boolean() })),
  legalBases: z.array(z.string().max(2000)),
  lifeEvents: z.array(z.string().max(60)),
  form: form.optional(),
  time: time.optional(),
  interlinked: z.array(z.string().max(40)).optional(),
  sourceUrl: z.string().max(1000).optional(),
  notes: z.string().max(10_000).optional(),
});

/** What a province decides for itself; what is absent stays national. */
export const overlayContent: z.ZodType<OverlayContent> = z.object({
  ...z.object(own).partial().shape,
  decision: z.string().trim().min(1).max(500),
});

export const transition: z.ZodType<Transition> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('beforeStep'), step: key }),
  z.object({
    kind: z.literal('stated'),
    text: words,
    receivedFrom: dayText.optional(),
    atSteps: z.array(key).optional(),
  }),
]);

/** The decision that announces a version: what nobody has stated is absent. */
export const announcement = z.object({
  number: z.string().trim().max(200).optional(),
  day,
  basisFrom: day.optional(),
}) satisfies z.ZodType<Announcement>;

/** `N.NNNNNN`, always text; provinces append an agency's suffix to it. */
export const procedureCode = z
  .string()
  .trim()
  .regex(/^\d\.\d{6}(\.[A-Z0-9.]{1,40})?$/);
