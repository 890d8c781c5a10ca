import { X509Certificate } from 'node:crypto';

import { fieldProblem } from '../../../kit/problems.ts';
import { type Certificate, serialOf } from './rules.ts';

type Read = Pick<Certificate, 'serial' | 'subject' | 'issuer' | 'fingerprint' | 'from' | 'to'>;

const EMAIL_OR_ANY = new Set(['1.3.6.1.5.5.7.3.4', '2.5.29.37.0']);
/** Uses that only say what a machine is for; who signs documents has none, or another one beside them. */
const MACHINES = new Set([
  '1.3.6.1.5.5.7.3.1',
  '1.3.6.1.5.5.7.3.2',
  '1.3.6.1.5.5.7.3.8',
  '1.3.6.1.5.5.7.3.9',
]);

/** Names one a line, the most special first, as people read them. */
const inOneLine = (name: string): string =>
  name
    .split('\n')
    .filter((part) => part !== '')
    .toReversed()
    .join(', ');

const refused = (vi: string, en: string) => fieldProblem('content', vi, en);

function parse(content: string): X509Certificate {
  const text = content.trim();
  try {
    return new X509Certificate(text.startsWith('-----BEGIN') ? text : Buffer.from(text, 'base64'));
  } catch {
    throw refused(
      'Không đọc được chứng thư số: cần tệp X.509 dạng PEM hoặc DER (.cer, .crt, .pem, .der).',
      'This is no certificate that can be read: an X.509 file is needed, PEM or DER (.cer, .crt, .pem, .der).',
    );
  }
}

/**
 * Reads a certificate file: PEM text, or DER in base64.
 * @throws a problem at `content` for what is no certificate, a certificate of an authority or of a machine, and one that has ended
 */
export function readCertificate(content: string, now: Date): Read & { der: string } {
  const x = parse(content);
  if (content.includes('PRIVATE KEY'))
    throw refused(
      'Tệp có khóa bí mật. Chỉ gửi chứng thư, không bao giờ gửi khóa.',
      'The file holds a private key. Send the certificate alone, never a key.',
    );
  if (x.ca)
    throw refused(
      'Đây là chứng thư của tổ chức chứng thực, không phải của người ký.',
      'This is the certificate of an authority, not of somebody who signs.',
    );
  const uses: string[] = x.keyUsage ?? [];
  if (uses.some((use) => MACHINES.has(use)) && !uses.some((use) => EMAIL_OR_ANY.has(use)))
    throw refused(
      'Chứng thư này cấp cho máy chủ hoặc thiết bị, không dùng để ký văn bản.',
      'This certificate is for a machine and does not sign documents.',
    );
  if (x.validToDate.getTime() < now.getTime())
    throw refused('Chứng thư đã hết hạn.', 'The certificate has ended.');
  return {
    serial: serialOf(x.serialNumber),
    subject: inOneLine(x.subject),
    issuer: inOneLine(x.issuer),
    fingerprint: x.fingerprint256.replaceAll(':', '').toLowerCase(),
    from: x.validFromDate.toISOString(),
    to: x.validToDate.toISOString(),
    der: x.raw.toString('base64'),
  };
}
