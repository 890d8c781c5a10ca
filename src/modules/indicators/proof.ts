import { createHash, createPublicKey, verify } from 'node:crypto';

import type { Text } from '../../kit/i18n.ts';
import { compute, type FigureDefinition } from '../directives/index.ts';
import { frozenContent, type FrozenContent } from './contract/reports.ts';
import { frozenPaper, type FrozenPaper, type PaperContent } from './reporting/contract/paper.ts';
import { changedPieces, digestsOf, ownFaults } from './reporting/recount.ts';
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

/** The name under which a report's own file carries its proof. */
export const PROOF_NAME = 'report.proof.json';

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
export const keyIdOf = (publicPem: string): string =>
  createHash('sha256').update(publicPem).digest('hex').slice(0, 16);

export type AnyFrozen = FrozenContent | FrozenPaper;
export interface ProofCheck {
  faults: Text[];
  content?: AnyFrozen;
  /** What could not be checked here, and why. */
  notes: Text[];
}

const digest = (value: unknown): string => hashOf(canonical(value));
export const pieceDigests = (content: PaperContent): Record<string, string> => digestsOf(content, digest);

/** The content of a report of either format; undefined when it is none. */
export function readContent(text: string): AnyFrozen | undefined {
  try {
    const read: unknown = JSON.parse(text);
    const format = (read as { format?: unknown } | null)?.format;
    return (format === 'lienthong-report/2' ? frozenPaper : frozenContent).safeParse(read).data;
  } catch {
    return undefined;
  }
}

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

/** Which piece of a report was changed, where its pieces are known by their digests. */
function changeNamed(content: AnyFrozen | undefined): Text {
  const names = content?.format === 'lienthong-report/2' ? changedPieces(content, digest) : [];
  return names.length === 0
    ? {
        vi: 'Nội dung không khớp mã băm: báo cáo đã bị sửa.',
        en: 'The content does not fit its hash: the report was changed.',
      }
    : {
        vi: `Nội dung không khớp mã băm: báo cáo đã bị sửa ở ${names.join('; ')}.`,
        en: `The content does not fit its hash: the report was changed in ${names.join('; ')}.`,
      };
}

function contentFaults(content: AnyFrozen, definitions: readonly FigureDefinition[]): Text[] {
  if (content.format === 'lienthong-report/2') return ownFaults(content);
  const wrong = miscounted(content, definitions);
  return wrong.length === 0
    ? []
    : [
        {
          vi: `Chỉ số không khớp danh sách bản ghi: ${wrong.join(', ')}.`,
          en: `Figures that do not fit the records listed: ${wrong.join(', ')}.`,
        },
      ];
}

/**
 * Checks a report: the hash is that of the content, the signature fits the hash and the key, the key bears its id, and
 * the figures are those of the records the report lists. Reports of the first format do not carry their rules: without
 * `definitions` their figures are not counted again.
 */
export function checkProof(proof: Proof, definitions: readonly FigureDefinition[] = []): ProofCheck {
  const content = readContent(proof.content);
  const faults: Text[] = [];
  if (hashOf(proof.content) !== proof.hash) faults.push(changeNamed(content));
  if (!signatureFits(proof)) faults.push({ vi: 'Chữ ký không khớp.', en: 'The signature does not fit.' });
  if (keyIdOf(proof.publicKey) !== proof.keyId)
    faults.push({
      vi: 'Khóa công khai không mang mã đã ghi.',
      en: 'The public key does not bear the id given.',
    });
  if (!content) {
    faults.push({ vi: 'Không đọc được nội dung báo cáo.', en: 'The content of the report cannot be read.' });
    return { faults, notes: [] };
  }
  const notes =
    content.format === 'lienthong-report/1' && definitions.length === 0
      ? [
          {
            vi: 'Chưa đếm lại chỉ số: báo cáo theo khuôn cũ không mang theo quy tắc.',
            en: 'Figures not counted again: a report of the older format does not carry its rules.',
          },
        ]
      : [];
  return { faults: [...faults, ...contentFaults(content, definitions)], content, notes };
}
