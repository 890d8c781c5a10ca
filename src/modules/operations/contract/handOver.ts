import { z } from 'zod';

import { cursor, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import { problemKind } from '../../../kit/problems.ts';
import { text, unitId, unknownUnit } from './board.ts';

const n = z.number().int();

export const alreadyTaken = problemKind(
  'operations.alreadyTaken',
  409,
  { vi: 'Ca trực này đã có người nhận bàn giao', en: 'This shift has already been taken over' },
  { vi: 'Xem ai đã nhận trên trang của bản bàn giao.', en: 'The page of the note says who took it over.' },
);
export const ownNote = problemKind(
  'operations.ownNote',
  409,
  { vi: 'Người bàn giao không tự nhận ca của mình', en: 'Who hands over cannot take over from himself' },
  { vi: 'Người trực ca sau đăng nhập và nhận.', en: 'The person of the next shift signs in and takes over.' },
);

/** A number of the board as it stood when the note was written. */
export const frozenFigure = z.object({
  panel: z.string(),
  key: z.string(),
  label: text,
  value: z.number().nullable(),
  of: z.number().optional(),
  href: z.string().optional(),
});

const short = z.object({
  id,
  unit: z.object({ id: z.string(), name: text }),
  writtenAt: instant,
  by: z.string(),
  note: z.string(),
  takenAt: instant.optional(),
  takenBy: z.string().optional(),
  /** Late tasks and cases of that moment. */
  late: z.object({ tasks: n.optional(), cases: n.optional() }),
});

export const writeHandOver = endpoint({
  name: 'operations.handOver.write',
  method: 'POST',
  path: '/operations/hand-overs',
  summary: {
    vi: 'Ghi bản bàn giao ca trực; số liệu lúc đó được giữ nguyên trong bản',
    en: 'Write the hand-over note of a shift; the figures of that moment stay in it',
  },
  permission: 'operations.handOver',
  input: { unitId, note: z.string().trim().min(3).max(4000) },
  reply: z.object({ id }),
  problems: [unknownUnit],
});

export const takeHandOver = endpoint({
  name: 'operations.handOver.take',
  method: 'POST',
  path: '/operations/hand-overs/:id/take',
  summary: { vi: 'Nhận bàn giao ca trực', en: 'Take over a shift' },
  permission: 'operations.handOver',
  input: { id, remark: z.string().trim().max(1000).default('') },
  reply: z.object({ id }),
  problems: [alreadyTaken, ownNote],
});

export const listHandOvers = endpoint({
  name: 'operations.handOver.list',
  method: 'GET',
  path: '/operations/hand-overs',
  summary: { vi: 'Các bản bàn giao ca trực, mới nhất trước', en: 'Hand-over notes, newest first' },
  permission: 'operations.view',
  input: { unitId: unitId.optional(), cursor, limit },
  reply: pageOf(short),
});

export const getHandOver = endpoint({
  name: 'operations.handOver.get',
  method: 'GET',
  path: '/operations/hand-overs/:id',
  summary: { vi: 'Một bản bàn giao ca trực với số liệu lúc đó', en: 'A hand-over note with its figures' },
  permission: 'operations.view',
  input: { id },
  reply: short.extend({
    remark: z.string(),
    figures: z.array(frozenFigure),
    /** SHA-256 of unit, moment, writer, note and figures, as its event holds them. */
    hash: z.string(),
    mayTake: z.boolean(),
  }),
});
