import { createHash, createPublicKey, verify } from 'node:crypto';

import { compute, type FigureDefinition } from '../directives/index.ts';
import { frozenContent, type FrozenContent } from './contract/reports.ts';
import { type ByClass, countsOf, recordClasses } from './rules/classes.ts';

/** What a verification file holds: enough to check a report without the installation that made it. */
export interface Proof {
  format: 'lienthong-proof/1';
  /** The very text that was hashed. */
  content: string;
  hash: string;
  /** Ed25519 over the signed text, base64. */
  signature: string;
  keyId: string;
  publicKey: string;
}

/** One text for one value: keys in order, no blanks. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonical(v ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
}

export const hashOf = (content: string): string => createHash('sha256').update(content, 'utf8').digest('hex');
export const signedText = (hash: string): string => `lienthong-report|${hash}`;
const keyIdOf = (publicPem: string): string =>
  createHash('sha256').update(publicPem).digest('hex').slice(0, 16);

export interface ProofCheck {
  faults: { vi: string; en: string }[];
  content?: FrozenContent;
}

const parsed = (text: string): FrozenContent | undefined => {
  try {
    return frozenContent.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

function signatureFits(proof: Proof): boolean {
  try {
    return verify(
      null,
      Buffer.from(signedText(proof.hash), 'utf8'),
      createPublicKey(proof.publicKey),
      Buffer.from(proof.signature, 'base64'),
    );
  } catch {
    return false;
  }
}

/** Figures whose counts are not those of the records listed in the report itself. */
function miscounted(content: FrozenContent, definitions: readonly FigureDefinition[]): string[] {
  const byClass: ByClass = Object.fromEntries(
    recordClasses.flatMap((one) => (content.records[one] ? [[one, content.records[one].length]] : [])),
  );
  return content.figures.flatMap((f) => {
    const definition = definitions.find((d) => d.code === f.code && d.version === f.version);
    if (!definition) return [];
    const again = compute(definition, countsOf(byClass));
    return again.numerator === f.numerator &&
      again.denominator === f.denominator &&
      (again.rounded ?? undefined) === f.rounded
      ? []
      : [f.code];
  });
}

/**
 * Checks a report: the hash is that of the content, the signature fits the hash and the key, the key bears its id, and
 * the figures are those of the records the report lists.
 */
export function checkProof(proof: Proof, definitions: readonly FigureDefinition[]): ProofCheck {
  const faults: ProofCheck['faults'] = [];
  if (hashOf(proof.content) !== proof.hash)
    faults.push({
      vi: 'Nội dung không khớp mã băm: báo cáo đã bị sửa.',
      en: 'The content does not fit its hash: the report was changed.',
    });
  if (!signatureFits(proof)) faults.push({ vi: 'Chữ ký không khớp.', en: 'The signature does not fit.' });
  if (keyIdOf(proof.publicKey) !== proof.keyId)
    faults.push({
      vi: 'Khóa công khai không mang mã đã ghi.',
      en: 'The public key does not bear the id given.',
    });
  const content = parsed(proof.content);
  if (!content)
    return {
      faults: [
        ...faults,
        { vi: 'Không đọc được nội dung báo cáo.', en: 'The content of the report cannot be read.' },
      ],
    };
  const wrong = miscounted(content, definitions);
  if (wrong.length > 0)
    faults.push({
      vi: `Chỉ số không khớp danh sách bản ghi: ${wrong.join(', ')}.`,
      en: `Figures that do not fit the records listed: ${wrong.join(', ')}.`,
    });
  return { faults, content };
}
