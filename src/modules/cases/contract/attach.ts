import { z } from 'zod';

import { endpoint, id } from '../../../kit/contract.ts';
import { fileState } from '../../documents/contract/files.ts';
import { badFile, infectedFile } from '../../documents/contract/problems.ts';
import { refusal, secret, unitId } from './words.ts';

/** 20 MB in base64. */
const MOST_BASE64 = 27_962_028;

export const tooManyFiles = refusal(
  'tooManyFiles',
  409,
  'Hồ sơ đã có quá nhiều tệp',
  'The application holds too many files',
  'Ghép các trang của một giấy tờ thành một tệp PDF, hoặc mang bản giấy đến bộ phận một cửa.',
  'Put the pages of a paper into one PDF, or bring it on paper to the desk.',
);

export const attached = z.object({
  id,
  name: z.string(),
  size: z.number().int(),
  state: fileState,
  /** What a person should look at once more; the file is kept all the same. */
  looks: z.array(z.enum(['rotated', 'small'])),
});

const upload = {
  name: z.string().min(1).max(300),
  content: z.string().max(MOST_BASE64).meta({ contentEncoding: 'base64', description: 'Up to 20 MB' }),
};

/** A paper of a draft, of a supplement or of a payment, from a file or a camera; an account or the secret opens it. */
export const attachFile = endpoint({
  name: 'cases.attach',
  method: 'POST',
  path: '/cases/:id/files',
  summary: { vi: 'Đính kèm tệp vào hồ sơ', en: 'Attach a file to an application' },
  permission: 'public',
  input: { id, secret, ...upload },
  reply: attached,
  problems: [badFile, infectedFile, tooManyFiles],
});

export const listAttached = endpoint({
  name: 'cases.listAttached',
  method: 'POST',
  path: '/cases/:id/files/own',
  summary: { vi: 'Tệp người nộp đã đính kèm', en: 'Files the applicant has attached' },
  permission: 'public',
  input: { id, secret },
  reply: z.object({ items: z.array(attached.omit({ looks: true })) }),
});

/** While nothing is handed in a file is gone when it is taken off: its bytes too, unless another file has the same. */
export const detachFile = endpoint({
  name: 'cases.detach',
  method: 'POST',
  path: '/cases/drafts/:id/files/:fileId/off',
  summary: { vi: 'Bỏ một tệp khỏi hồ sơ đang soạn', en: 'Take a file off an application being written' },
  permission: 'public',
  input: { id, secret, fileId: id },
  reply: z.object({ id }),
});

/** A paper taken in at the desk, before the case is received. */
export const keepIntakeFile = endpoint({
  name: 'cases.keepIntakeFile',
  method: 'POST',
  path: '/cases/intake/:id/files',
  summary: { vi: 'Giữ tệp của hồ sơ đang nhập tại quầy', en: 'Keep a file of an intake at the desk' },
  permission: 'case.receive',
  input: { id, unitId, ...upload },
  reply: z.object({ id, name: z.string() }),
  problems: [badFile, infectedFile],
});
