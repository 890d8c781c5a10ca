import { expect, test } from 'vitest';

import { readCertificate } from './read.ts';
import { type Certificate, judgeSerial, reminderDue, serialOf, standingAt, stoodAt } from './rules.ts';
import { sampleCertificates } from './sampleCertificates.ts';

const now = new Date('2025-11-17T08:00:00+07:00');
const of = (which: keyof typeof sampleCertificates, more: Partial<Certificate> = {}): Certificate => {
  const { der: _, ...read } = readCertificate(sampleCertificates[which], now);
  return { id: which, unitId: 'u', personId: 'p', ...read, recordedAt: now.toISOString(), ...more };
};

test('a certificate is read from PEM and from DER alike, with its Vietnamese names', () => {
  const { der, ...read } = readCertificate(sampleCertificates.valid, now);
  expect(read).toMatchObject({
    serial: '5401A9',
    subject: 'CN=Người ký mẫu, O=Ủy ban nhân dân mẫu, C=VN',
    issuer: 'CN=CA mẫu, O=Tổ chức chứng thực mẫu, C=VN',
    from: '2024-12-31T17:00:00.000Z',
    to: '2027-12-31T16:59:59.000Z',
  });
  expect(readCertificate(der, now)).toEqual({ der, ...read });
});

test.each([
  ['no certificate', 'xin chào', /no certificate that can be read/],
  ['a broken one', sampleCertificates.valid.replace('MIIB', 'AAAA'), /no certificate that can be read/],
  ['that of an authority', sampleCertificates.authority, /authority/],
  ['that of a machine', sampleCertificates.server, /machine/],
  [
    'one with its key',
    `${sampleCertificates.valid}-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n`,
    /private key/,
  ],
])('%s is refused at its field', (_, content, said) => {
  expect(() => readCertificate(content, now)).toThrow(
    expect.objectContaining({
      fields: [{ path: 'content', message: expect.objectContaining({ en: expect.stringMatching(said) }) }],
    }),
  );
});

test('one that has ended is not taken in any more', () => {
  expect(() => readCertificate(sampleCertificates.ending, new Date('2025-12-10T00:00:00+07:00'))).toThrow(
    /invalidInput/,
  );
});

test.each([
  ['54:01:a9', '5401A9'],
  ['0x005401A9', '5401A9'],
  [' 54 01 A9 ', '5401A9'],
  ['0', '0'],
  ['', ''],
])('the serial number %s is compared as %s', (typed, compared) => {
  expect(serialOf(typed)).toBe(compared);
});

const by = { personId: 'p', unitIds: ['u'], at: now };
test.each([
  ['none', [], undefined, 'missing'],
  ['blanks', [], ' ', 'missing'],
  ['unknown', [], '5401A9', 'unknown'],
  ['another person’s', [of('valid', { personId: 'q' })], '5401A9', 'others'],
  ['another unit’s', [of('unit', { personId: undefined as never, unitId: 'v' })], '5401E3', 'others'],
  ['not yet valid', [of('later')], '5401C1', 'notYet'],
  ['expired', [of('ending', { to: '2025-11-16T00:00:00.000Z' })], '5401B0', 'expired'],
  [
    'revoked',
    [of('valid', { revoked: { on: '2025-11-17', reason: 'x', recordedAt: now.toISOString() } })],
    '5401A9',
    'revoked',
  ],
] as const)('a signature with a certificate that is %s is refused', (_, found, serial, fault) => {
  expect(judgeSerial(found, { ...by, serial })).toMatchObject({ fault });
});

test('his own does, and that of the office he signs for', () => {
  const own = of('valid');
  expect(judgeSerial([of('valid', { personId: 'q' }), own], { ...by, serial: '54:01:A9' })).toEqual({
    certificate: own,
  });
  const { personId: _, ...unit } = of('unit');
  expect(judgeSerial([unit], { ...by, serial: '5401E3' })).toEqual({ certificate: unit });
});

test('what was revoked later, backwards too, leaves what was known at the signature as it was', () => {
  const revoked = { on: '2025-11-10', reason: 'Mất thiết bị', recordedAt: '2025-11-20T01:00:00.000Z' };
  const one = of('valid', { revoked });
  const signed = new Date('2025-11-15T08:00:00+07:00');
  expect([stoodAt(one, signed), standingAt(one, signed)]).toEqual(['valid', 'revoked']);
  expect(stoodAt(one, new Date('2025-11-21T08:00:00+07:00'))).toBe('revoked');
  expect(standingAt(one, new Date('2025-11-09T23:00:00+07:00'))).toBe('valid');
});

test.each([
  [31, null, undefined],
  [30, null, 30],
  [30, 30, undefined],
  [12, null, 30],
  [7, 30, 7],
  [3, null, 7],
  [0, 7, undefined],
])('with %d days left and %s given the reminder is %s', (left, given, due) => {
  expect(reminderDue(left, given)).toBe(due);
});
