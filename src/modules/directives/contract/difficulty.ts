import { z } from 'zod';

import { cursor, day, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import { stepRefused, text, unitRef } from './words.ts';

export const difficultyItem = z.object({
  id,
  kind: z.enum(['difficulty', 'proposal']),
  body: z.string(),
  state: z.enum(['open', 'answered']),
  unit: unitRef,
  addressee: unitRef,
  assignmentId: id,
  taskId: id,
  directiveNumber: z.string(),
  ref: z.string(),
  titleVi: z.string(),
  titleEn: z.string(),
  due: day,
  late: z.boolean(),
  raisedAt: instant,
  answer: z.string().optional(),
  answeredAt: instant.optional(),
  mayAnswer: z.boolean(),
});

export const listDifficulties = endpoint({
  name: 'directives.difficulties',
  method: 'GET',
  path: '/difficulties',
  summary: { vi: 'Khó khăn và kiến nghị', en: 'Difficulties and proposals' },
  permission: 'signedIn',
  input: {
    toMe: z.boolean().default(false),
    state: z.enum(['open', 'answered']).optional(),
    taskId: id.optional(),
    assignmentId: id.optional(),
    cursor,
    limit,
  },
  reply: pageOf(difficultyItem),
});

export const answerDifficulty = endpoint({
  name: 'directives.difficulties.answer',
  method: 'POST',
  path: '/difficulties/:id/answer',
  summary: { vi: 'Trả lời một khó khăn, kiến nghị', en: 'Answer a difficulty or proposal' },
  permission: 'difficulty.answer',
  input: { id, answer: text },
  reply: z.object({}),
  problems: [stepRefused],
});
