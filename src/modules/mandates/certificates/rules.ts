import { dayOf } from '../../../kit/day.ts';
import type { Day, Paper } from '../rules/model.ts';

/** A registered signing certificate of a person, or of a unit where no person is named; instants are ISO texts. */
export interface Certificate {
  id: string;
  unitId: string;
  personId?: string;
  /** Upper-case hexadecimal, without colons or leading zeros. */
  serial: string;
  subject: string;
  issuer: string;
  /** SHA-256 of the file. */
  fingerprint: string;
  /** Its first and its last instant. */
  from: string;
  to: string;
  recordedAt: string;
  /** The first day on which it is not good any more, stated by hand. */
  revoked?: { on: Day; reason: string; recordedAt: string };
}

export type CertificateEvent =
  | { what: 'registered'; certificate: Certificate }
  | { what: 'revoked'; revoked: NonNullable<Certificate['revoked']> };

/** The certificate after an event. */
export function evolveCertificate(
  state: Certificate | undefined,
  event: CertificateEvent,
): Certificate | undefined {
  if (event.what === 'registered') return event.certificate;
  return state && { ...state, revoked: event.revoked };
}

/** That a unit signs with registered certificates from a day on; a `to` day is the first without. */
export interface CertificateDuty {
  id: string;
  unitId: string;
  from: Day;
  to?: Day;
  paper: Paper;
  endPaper?: Paper;
}

export type DutyEvent = { what: 'stated'; duty: CertificateDuty } | { what: 'ended'; on: Day; paper: Paper };

/** The duty after an event. */
export function evolveDuty(
  state: CertificateDuty | undefined,
  event: DutyEvent,
): CertificateDuty | undefined {
  if (event.what === 'stated') return event.duty;
  return state && { ...state, to: event.on, endPaper: event.paper };
}

export const standings = ['valid', 'notYet', 'expired', 'revoked'] as const;
export type CertificateStanding = (typeof standings)[number];

/** How a certificate stands at an instant, by all that is known now. */
export function standingAt(certificate: Certificate, at: Date): CertificateStanding {
  const { from, to, revoked } = certificate;
  if (at.getTime() < Date.parse(from)) return 'notYet';
  if (revoked && dayOf(at) >= revoked.on) return 'revoked';
  return at.getTime() > Date.parse(to) ? 'expired' : 'valid';
}

/** How it stood at an instant by what was known at that instant: what was revoked later, backwards too, is left out. */
export function stoodAt(certificate: Certificate, at: Date): CertificateStanding {
  const { revoked, ...before } = certificate;
  const isKnown = revoked !== undefined && Date.parse(revoked.recordedAt) <= at.getTime();
  return standingAt(isKnown ? certificate : before, at);
}

/** Serial numbers are written with colons, blanks, small letters, leading zeros or `0x`; this is the one way they are compared. */
export function serialOf(text: string): string {
  const bare = text
    .trim()
    .replace(/^0x/i, '')
    .replaceAll(/[\s:.-]/g, '');
  return bare.toUpperCase().replace(/^0+(?=.)/, '');
}

/** What stands against a signature; `missing`: none was named. */
export const certificateFaults = ['missing', 'unknown', 'others', 'notYet', 'expired', 'revoked'] as const;
export type CertificateFault = (typeof certificateFaults)[number];

/**
 * Whether a person may sign with a serial number: it is that of a certificate of his own, or of a unit for which he signs,
 * and good at this instant. `found` are all certificates with that number.
 */
export function judgeSerial(
  found: readonly Certificate[],
  by: { serial: string | undefined; personId: string; unitIds: readonly string[]; at: Date },
): { fault: CertificateFault; certificate?: Certificate } | { certificate: Certificate } {
  if (!by.serial || serialOf(by.serial) === '') return { fault: 'missing' };
  if (found.length === 0) return { fault: 'unknown' };
  const own = found.filter((one) =>
    one.personId === undefined ? by.unitIds.includes(one.unitId) : one.personId === by.personId,
  );
  if (own.length === 0) return { fault: 'others' };
  const best = own.find((one) => standingAt(one, by.at) === 'valid') ?? own[0]!;
  const standing = standingAt(best, by.at);
  return standing === 'valid' ? { certificate: best } : { fault: standing, certificate: best };
}

/** So many days before its end a certificate is announced, once for each. */
export const reminderDays = [30, 7] as const;

/** The reminder that is due with so many days left, if it was not given before; the nearer one goes before the farther. */
export function reminderDue(daysLeft: number, given: number | null): number | undefined {
  const due = reminderDays.toSorted((a, b) => a - b).find((days) => daysLeft <= days);
  return due !== undefined && (given === null || due < given) ? due : undefined;
}
