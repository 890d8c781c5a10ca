import { z } from 'zod';

import { id, instant } from '../../../kit/contract.ts';
import { applicant, channel, person, provenance, received, representative } from '../contract/words.ts';

/** The shape of a case outside the installation that holds it; described for others in docs/guides/case-package.md. */
export const FORMAT = 'lienthong-case';
export const VERSION = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const unit = z.object({ id: z.string().max(80), code: z.string().optional(), name: z.string().max(500) });
const named = { vi: z.string(), en: z.string().optional() };
const anything = z.record(z.string(), z.unknown());

const value = z.object({
  key: z.string().max(100),
  /** Identity of the datum in all procedures and versions; absent where the pinned form no longer has the field. */
  term: z.string().max(200).optional(),
  type: z.string().max(40).optional(),
  label: z.object(named).optional(),
  value: z.unknown(),
  /** Of a place or unit: what it is called, for who does not know our ids. */
  name: z.string().optional(),
  provenance: provenance.optional(),
});

const file = z.object({
  name: z.string().min(1).max(300),
  type: z.string().max(200),
  size: z.number().int(),
  sha256,
  /** What a scanner has said; bytes come along only of what may be opened. */
  state: z.string().max(40),
  uploadedAt: instant,
  path: z.string().max(400).optional(),
});

const event = z.object({
  seq: z.number().int(),
  at: instant,
  kind: z.string(),
  by: anything,
  payload: anything,
  /** The event's own hash in the chain of its case: SHA-256, hex. */
  hash: z.string(),
});

export const packageCase = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  exportedAt: instant,
  /** The unit at which the case stood when it was exported. */
  from: unit,
  case: z.object({
    id,
    code: z.string().max(100).optional(),
    handling: z.string(),
    statusCode: z.number().int().optional(),
    channel,
    caseKind: z.string().optional(),
    submittedAt: instant,
    receivedAt: instant.optional(),
  }),
  procedure: z.object({
    code: z.string().min(1).max(40),
    ...named,
    versionId: id,
    /** What the province had decided for itself. */
    overlayId: z.string().optional(),
    number: z.number().int(),
  }),
  places: z.object({
    help: unit.optional(),
    reception: unit,
    /** The place that decides who is competent. */
    place: unit.optional(),
    decision: unit.optional(),
    returnTo: unit,
  }),
  applicant,
  representative: representative.optional(),
  coApplicants: z.array(person).max(50),
  delivery: z
    .object({ how: z.enum(['portal', 'desk', 'post']), address: z.string().max(300).optional() })
    .optional(),
  values: z.array(value).max(2000),
  components: z
    .array(
      received.omit({ fileIds: true }).extend({ ...named, vi: z.string(), files: z.array(sha256).max(50) }),
    )
    .max(100),
  due: z.object({
    at: instant.optional(),
    legalAt: instant.optional(),
    first: instant.optional(),
    lines: z.array(anything),
  }),
  onTime: z.object({ provincial: z.string(), national: z.string() }),
  decision: anything.optional(),
  supplements: z.array(anything),
  consultations: z.array(anything),
  duty: anything.optional(),
  receipts: z.array(anything),
  files: z.array(file).max(500),
  events: z.array(event),
});
export type PackageCase = z.infer<typeof packageCase>;

export const manifest = z.object({
  format: z.literal('lienthong-package'),
  version: z.literal(VERSION),
  parts: z.array(z.object({ path: z.string().max(400), size: z.number().int(), sha256 })).max(600),
});
