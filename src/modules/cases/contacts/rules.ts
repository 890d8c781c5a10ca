/** Contacts of applicants: what is compared, and how it is told without being shown. */
import type { Applicant } from '../rules/content.ts';

export const contactKinds = ['phone', 'email', 'account'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** A number as it is dialled inside the country: `+84 91 234 5678` and `0912345678` are one. */
export const phoneKey = (phone: string): string =>
  phone.replaceAll(/[^\d]/g, '').replace(/^84(?=\d{9}$)/, '0');

/** The end of a number or the middle of an address, enough to recognise what one knows already. */
export function hintOf(kind: ContactKind, value: string): string {
  if (kind === 'phone') return `•••• ${value.slice(-3)}`;
  if (kind === 'account') return value;
  const [name = '', host = ''] = value.split('@');
  return `${name.slice(0, 2)}•••@${host}`;
}

/** What an applicant can be reached by; a part he left out is absent. */
export function contactsOf({ phone, email }: Pick<Applicant, 'phone' | 'email'>): {
  kind: 'phone' | 'email';
  value: string;
}[] {
  const number = phone && phoneKey(phone);
  const address = email?.trim().toLowerCase();
  return [
    ...(number ? [{ kind: 'phone' as const, value: number }] : []),
    ...(address ? [{ kind: 'email' as const, value: address }] : []),
  ];
}

const plain = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('vi');

/**
 * Whether an official hands in for somebody else: he holds an office, and is neither the applicant nor his representative.
 * Then the case came through a helper and does not count as online (R21, R26).
 */
export const filesForAnother = (
  by: { isOfficial: boolean; name: string },
  people: { applicant: { fullName: string }; representative?: { fullName: string } | undefined },
): boolean =>
  by.isOfficial &&
  ![people.applicant, people.representative].some((one) => one && plain(one.fullName) === plain(by.name));
