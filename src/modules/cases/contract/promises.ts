import { z } from 'zod';

import { endpoint, id } from '../../../kit/contract.ts';
import { noMandate, noPerson, notPromised, stepNotOpen } from './problems.ts';
import { received, standing } from './words.ts';

/** The desk has a paper that its applicant said he would bring. */
export const receivePaper = endpoint({
  name: 'cases.receivePaper',
  method: 'POST',
  path: '/cases/:id/papers',
  summary: { vi: 'Nhận giấy tờ đã hẹn nộp tại quầy', en: 'Take a paper promised for the desk' },
  permission: 'case.receive',
  input: {
    id,
    component: z.string().min(1).max(100),
    form: received.shape.form.default('original'),
    count: received.shape.count,
    fileIds: received.shape.fileIds,
  },
  reply: standing,
  problems: [stepNotOpen, noPerson, noMandate, notPromised],
});
