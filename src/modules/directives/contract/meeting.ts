import { z } from 'zod';

import { classification, cursor, day, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import { shortText, standing, stepRefused, text, unitId, unitRef } from './words.ts';

const agendaItem = z.object({
  assignmentId: id,
  taskId: id,
  directiveNumber: z.string(),
  ref: z.string(),
  titleVi: z.string(),
  titleEn: z.string(),
  unit: unitRef,
  standing,
  progress: z.number().int(),
});
const conclusion = z.object({
  no: z.number().int(),
  body: z.string(),
  taskId: id.optional(),
  taskRef: z.string().optional(),
});
const meetingItem = z.object({
  id,
  name: z.string(),
  heldOn: day,
  unit: unitRef,
  state: z.enum(['planned', 'held']),
  classification,
});

export const listMeetings = endpoint({
  name: 'directives.meetings',
  method: 'GET',
  path: '/meetings',
  summary: { vi: 'Các phiên họp', en: 'Sessions' },
  permission: 'directive.view',
  input: { cursor, limit },
  reply: pageOf(meetingItem),
});

export const getMeeting = endpoint({
  name: 'directives.meeting',
  method: 'GET',
  path: '/meetings/:id',
  summary: {
    vi: 'Một phiên họp với chương trình và kết luận',
    en: 'One session with its agenda and conclusions',
  },
  permission: 'directive.view',
  input: { id },
  reply: meetingItem.extend({
    directives: z.array(z.object({ id, number: z.string() })),
    /** Late and at-risk assignments: as they stood when the agenda was fixed, or as they stand now before that. */
    agenda: z.array(agendaItem),
    agendaAt: instant.optional(),
    conclusions: z.array(conclusion),
    mayHold: z.boolean(),
  }),
});

export const planMeeting = endpoint({
  name: 'directives.meetings.plan',
  method: 'POST',
  path: '/meetings',
  summary: { vi: 'Lập phiên họp', en: 'Plan a session' },
  permission: 'meeting.hold',
  input: {
    unitId,
    name: shortText,
    heldOn: day,
    classification: classification.default('internal'),
    directiveIds: z.array(id).max(50).default([]),
  },
  reply: z.object({ id }),
});

export const fixAgenda = endpoint({
  name: 'directives.meetings.fixAgenda',
  method: 'POST',
  path: '/meetings/:id/agenda',
  summary: {
    vi: 'Chốt chương trình: việc quá hạn và có nguy cơ, như hiện trạng lúc này',
    en: 'Fix the agenda: late and at-risk work as it stands at this moment',
  },
  permission: 'meeting.hold',
  input: { id },
  reply: z.object({ items: z.number().int() }),
  problems: [stepRefused],
});

export const conclude = endpoint({
  name: 'directives.meetings.conclude',
  method: 'POST',
  path: '/meetings/:id/conclusions',
  summary: {
    vi: 'Ghi một kết luận; có văn bản thì thành nhiệm vụ ngay',
    en: 'Record a conclusion; with a directive it becomes a task at once',
  },
  permission: 'meeting.hold',
  input: {
    id,
    body: text,
    /** The notice of conclusion in which it becomes a task; without it the conclusion stays a sentence. */
    directiveId: id.optional(),
    ref: z.string().trim().max(60).optional(),
    leadText: z.string().trim().max(2000).default(''),
    deadlineText: z.string().trim().max(300).default(''),
    productVi: z.string().trim().max(2000).default(''),
  },
  reply: z.object({ no: z.number().int(), taskId: id.optional(), assignments: z.number().int() }),
});
