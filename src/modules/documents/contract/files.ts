import { z } from 'zod';

import { classification, endpoint, id, instant } from '../../../kit/contract.ts';
import { badFile, fileLocked, fileWaits, infectedFile } from './problems.ts';

/** `notScanned`: no scanner has looked yet; where one is set up, the file is held back until it has. */
export const fileState = z.enum(['notScanned', 'clean', 'infected', 'rejected']);

export const fileMeta = z.object({
  id,
  unitId: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  /** SHA-256 of the bytes, hex. */
  hash: z.string(),
  classification,
  state: fileState,
  /** Whether it can be downloaded now. */
  available: z.boolean(),
  uploadedBy: z.object({ id: z.string(), name: z.string() }),
  uploadedAt: instant,
});
export type FileMeta = z.infer<typeof fileMeta>;

/** 20 MB in base64. */
const MOST_BASE64 = 27_962_028;

export const uploadFile = endpoint({
  name: 'documents.uploadFile',
  method: 'POST',
  path: '/files',
  summary: { vi: 'Tải tệp lên cho một cơ quan', en: 'Upload a file for a unit' },
  permission: 'file.write',
  input: {
    unitId: z.string().min(1).max(80),
    name: z.string().min(1).max(300),
    classification: classification.default('internal'),
    content: z.string().max(MOST_BASE64).meta({ contentEncoding: 'base64', description: 'Up to 20 MB' }),
  },
  reply: fileMeta,
  problems: [badFile, infectedFile],
});

export const getFile = endpoint({
  name: 'documents.getFile',
  method: 'GET',
  path: '/files/:id',
  summary: { vi: 'Thông tin của một tệp', en: 'What is known of a file' },
  permission: 'public',
  input: { id },
  reply: fileMeta,
});

export const downloadFile = endpoint({
  name: 'documents.downloadFile',
  method: 'GET',
  path: '/files/:id/content',
  summary: { vi: 'Nội dung của một tệp', en: 'The bytes of a file' },
  permission: 'public',
  file: true,
  input: { id },
  reply: z.any(),
  problems: [fileLocked, fileWaits],
});
