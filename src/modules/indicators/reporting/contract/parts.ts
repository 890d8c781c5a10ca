import { z } from 'zod';

/** What a report is composed of, in order, before any number is known. */

const heading = z.string().trim().max(200).default('');
const id = z.string().regex(/^[a-z0-9]{1,12}$/);
/** What a template says in an English report; absent in reports, which speak one language. */
const en = z
  .object({ heading: z.string().trim().max(200), text: z.string().max(20_000) })
  .partial()
  .optional();
const codes = z.array(z.string().max(60)).max(40).default([]);

export const tablesOf = ['agencies', 'units', 'tasks', 'late', 'index'] as const;
export const chartsOf = ['states', 'units', 'months'] as const;

export const part = z.discriminatedUnion('kind', [
  /** Free text, a paragraph a line; its numbers are tokens such as {{figure:overdueShare|numerator}}. */
  z.object({ kind: z.literal('text'), id, heading, en, text: z.string().max(20_000).default('') }),
  /** Figures with both counts and their rule; beside them those of the period before. */
  z.object({ kind: z.literal('figures'), id, heading, en, codes, compare: z.boolean().default(true) }),
  /** agencies: by state; units: chosen figures of the units below; tasks: the list; late: by agency; index: scores. */
  z.object({ kind: z.literal('table'), id, heading, en, of: z.enum(tablesOf), codes }),
  /** states: by agency; units: one figure of the units below; months: one figure over the last months. */
  z.object({
    kind: z.literal('chart'),
    id,
    heading,
    en,
    of: z.enum(chartsOf),
    code: z.string().max(60).optional(),
  }),
  /** What other bodies published, with whether it adds up. */
  z.object({ kind: z.literal('cites'), id, heading, en, codes }),
  /** Whether the report adds up. */
  z.object({ kind: z.literal('checks'), id, heading, en }),
]);
export type Part = z.output<typeof part>;
export const partKinds = ['text', 'figures', 'table', 'chart', 'cites', 'checks'] as const;

export const parts = z.array(part).max(60);
