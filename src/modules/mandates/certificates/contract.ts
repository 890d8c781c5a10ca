import { z } from 'zod';

import { day, endpoint, id, instant } from '../../../kit/contract.ts';
import { paper, paperReply, personRef, unitId, unitRef } from '../contract/shapes.ts';
import { alreadyEnded, certificateRevoked, certificateTaken, dutyStands, unitNotThere } from '../problems.ts';
import { standings } from './rules.ts';

export const standing = z.enum(standings);

/** A certificate with the names of today; `standing` is how it stands now. */
export const certificateReply = z.object({
  id,
  unit: unitRef,
  /** Absent: it is the unit's own. */
  person: personRef.optional(),
  serial: z.string(),
  subject: z.string(),
  issuer: z.string(),
  fingerprint: z.string(),
  validFrom: instant,
  validTo: instant,
  recordedAt: instant,
  revoked: z.object({ on: day, reason: z.string(), recordedAt: instant }).optional(),
  standing,
});
const dutyReply = z.object({
  id,
  unit: unitRef,
  from: day,
  to: day.optional(),
  paper: paperReply,
  endPaper: paperReply.optional(),
});

export const registerCertificate = endpoint({
  name: 'mandates.registerCertificate',
  method: 'POST',
  path: '/mandates/certificates',
  summary: {
    vi: 'Đăng ký chứng thư số của người ký hoặc của cơ quan',
    en: 'Register the signing certificate of an official or of a unit',
  },
  permission: 'signedIn',
  input: {
    id: id.optional(),
    unitId,
    /** Whose it is; without a person it is the unit's own. Everybody registers his own. */
    personId: id.optional(),
    /** The X.509 file: PEM text, or DER in base64. */
    content: z.string().min(1).max(40_000),
  },
  reply: z.object({ id }),
  problems: [certificateTaken, unitNotThere],
});

export const revokeCertificate = endpoint({
  name: 'mandates.revokeCertificate',
  method: 'POST',
  path: '/mandates/certificates/:id/revoke',
  summary: { vi: 'Ghi thu hồi chứng thư số', en: 'Record that a certificate is revoked' },
  permission: 'signedIn',
  input: { id, on: day, reason: z.string().trim().min(1).max(500) },
  reply: z.object({ id }),
  problems: [certificateRevoked],
});

export const getCertificate = endpoint({
  name: 'mandates.getCertificate',
  method: 'GET',
  path: '/mandates/certificates/:id',
  summary: { vi: 'Một chứng thư số', en: 'One certificate' },
  permission: 'mandate.view',
  input: { id },
  reply: certificateReply,
});

export const listCertificates = endpoint({
  name: 'mandates.listCertificates',
  method: 'GET',
  path: '/mandates/certificates',
  summary: {
    vi: 'Chứng thư số của một cơ quan và người của cơ quan; quy định ký bằng chứng thư số',
    en: 'Certificates of a unit and its people, and since when it signs with certificates',
  },
  permission: 'mandate.view',
  input: { unitId },
  reply: z.object({ unit: unitRef, items: z.array(certificateReply), duties: z.array(dutyReply) }),
});

export const listMyCertificates = endpoint({
  name: 'mandates.listMyCertificates',
  method: 'GET',
  path: '/mandates/certificates/mine',
  summary: { vi: 'Chứng thư số của tôi', en: 'My own certificates' },
  permission: 'signedIn',
  input: {},
  reply: z.object({
    items: z.array(certificateReply),
    /** Units in which the person serves today: where he can register one. */
    units: z.array(unitRef),
    /** One of these units signs with certificates today. */
    isDuty: z.boolean(),
  }),
});

export const stateCertificateDuty = endpoint({
  name: 'mandates.stateCertificateDuty',
  method: 'POST',
  path: '/mandates/certificate-duties',
  summary: {
    vi: 'Quy định cơ quan ký bằng chứng thư số từ một ngày',
    en: 'State that a unit signs with registered certificates from a day on',
  },
  permission: 'mandate.edit',
  input: { id: id.optional(), unitId, from: day, paper },
  reply: z.object({ id }),
  problems: [dutyStands, unitNotThere],
});

export const endCertificateDuty = endpoint({
  name: 'mandates.endCertificateDuty',
  method: 'POST',
  path: '/mandates/certificate-duties/:id/end',
  summary: { vi: 'Thôi quy định ký bằng chứng thư số', en: 'End that a unit signs with certificates' },
  permission: 'mandate.edit',
  input: { id, on: day, paper },
  reply: z.object({ id, unitId: z.string() }),
  problems: [alreadyEnded],
});
