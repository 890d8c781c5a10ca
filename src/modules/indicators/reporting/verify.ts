import { createPublicKey, verify } from 'node:crypto';

import type { Text } from '../../../kit/i18n.ts';
import type { FigureDefinition } from '../../directives/index.ts';
import { readCarried, type ReadCarried } from '../../documents/index.ts';
import { checkProof, keyIdOf, type Proof, PROOF_NAME, type ProofCheck } from '../proof.ts';

export interface FileCheck extends ProofCheck {
  proof?: Proof;
}

const isProof = (value: unknown): value is Proof =>
  typeof value === 'object' &&
  value !== null &&
  ['content', 'hash', 'signature', 'keyId', 'publicKey'].every(
    (name) => typeof (value as Record<string, unknown>)[name] === 'string',
  );

const otherFile: Text = {
  vi: 'Tệp này không phải báo cáo do hệ thống ký; chọn tệp PDF, DOCX, XLSX hoặc JSON tải từ trang của báo cáo.',
  en: 'This file is no report that was signed here; choose the PDF, DOCX, XLSX or JSON downloaded from the page of the report.',
};

function proofFrom(text: string): { proof?: Proof; fault?: Text } {
  if (!text.trimStart().startsWith('{')) return { fault: otherFile };
  try {
    const read: unknown = JSON.parse(text);
    if (isProof(read)) return { proof: read };
    return { fault: otherFile };
  } catch (error) {
    const where = (error as Error).message;
    return {
      fault: {
        vi: `Tệp kiểm chứng bị hỏng, không đọc được: ${where}`,
        en: `The verification file is damaged and cannot be read: ${where}`,
      },
    };
  }
}

function sealFits({ text, signature }: NonNullable<ReadCarried['seal']>, publicKey: string): boolean {
  try {
    const key = createPublicKey(publicKey);
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

/** Whether the printed pages around a proof are those that were exported with it. */
function sealFaults({ seal, changed }: ReadCarried, publicKey: string): Text[] {
  if (!seal) return [{ vi: 'Tệp không có niêm phong.', en: 'The file bears no seal.' }];
  if (!sealFits(seal, publicKey))
    return [
      {
        vi: 'Tệp đã bị sửa sau khi xuất: niêm phong của cả tệp không khớp.',
        en: 'The file was changed after it was exported: the seal over the whole file does not fit.',
      },
    ];
  return changed.length === 0
    ? []
    : [
        {
          vi: `Tệp đã bị sửa sau khi xuất, ở: ${changed.join(', ')}.`,
          en: `The file was changed after it was exported, in: ${changed.join(', ')}.`,
        },
      ];
}

function carriedIn(bytes: Uint8Array): { carried?: ReadCarried; fault?: Text } {
  try {
    const carried = readCarried(bytes, PROOF_NAME);
    return carried
      ? { carried }
      : {
          fault: {
            vi: 'Tệp không mang theo phần kiểm chứng của báo cáo.',
            en: 'The file does not carry the proof of a report.',
          },
        };
  } catch (error) {
    const where = (error as Error).message;
    return { fault: { vi: `Tệp bị hỏng: ${where}`, en: `The file is damaged: ${where}` } };
  }
}

/** The key whose signature counts, when the one who checks has it from elsewhere. */
function keyFaults(proof: Proof, trusted: string | undefined): Text[] {
  if (trusted === undefined) return [];
  const wanted = keyIdOf(createPublicKey(trusted).export({ type: 'spki', format: 'pem' }) as string);
  const own = keyIdOf(proof.publicKey);
  return own === wanted
    ? []
    : [
        {
          vi: `Ký bằng khóa ${own}, không phải khóa ${wanted} được đưa ra để đối chiếu.`,
          en: `Signed with key ${own}, not with key ${wanted} that was given to compare.`,
        },
      ];
}

/**
 * Checks a report in a file (verification file, PDF, DOCX, XLSX) by what the file itself holds: no server, no database.
 * `trusted` is a public key (PEM) that the one who checks has from the installation itself.
 */
export function checkReportFile(
  bytes: Uint8Array,
  { trusted, definitions }: { trusted?: string | undefined; definitions?: readonly FigureDefinition[] } = {},
): FileCheck {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  const isJson = head !== '%PDF' && !head.startsWith('PK');
  const found = isJson ? undefined : carriedIn(bytes);
  if (found?.fault) return { faults: [found.fault], notes: [] };
  const { proof, fault } = proofFrom(
    found?.carried ? found.carried.text : Buffer.from(bytes).toString('utf8'),
  );
  if (!proof) return { faults: [fault!], notes: [] };
  const checked = checkProof(proof, definitions);
  const faults = [
    ...checked.faults,
    ...(found?.carried ? sealFaults(found.carried, proof.publicKey) : []),
    ...keyFaults(proof, trusted),
  ];
  const notes =
    trusted === undefined
      ? [
          {
            vi: `Khóa ký: ${proof.keyId}. Đối chiếu với khóa mà cơ quan công bố tại /api/reports-key, hoặc thêm --key TỆP.pem.`,
            en: `Signing key: ${proof.keyId}. Compare it with the key the installation publishes at /api/reports-key, or add --key FILE.pem.`,
          },
        ]
      : [];
  return { ...checked, proof, faults, notes: [...checked.notes, ...notes] };
}
