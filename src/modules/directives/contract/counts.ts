import { z } from 'zod';

import { endpoint } from '../../../kit/contract.ts';
import { listAssignments } from './assignment.ts';
import { listTasks } from './task.ts';
import { time, work } from './words.ts';

const n = z.number().int();
/** How many of what a list would show, in all and along both axes. */
const counts = z.object({ total: n, byTime: z.record(time, n), byWork: z.record(work, n) });

const { cursor: _c, limit: _l, ...assignmentFilters } = listAssignments.input.shape;
const { cursor: _d, limit: _m, sort: _s, ...taskFilters } = listTasks.input.shape;

export const countAssignments = endpoint({
  name: 'directives.assignments.count',
  method: 'GET',
  path: '/assignments/counts',
  summary: { vi: 'Đếm giao việc theo hai trục trạng thái', en: 'Count assignments along both axes of state' },
  permission: 'public',
  input: assignmentFilters,
  reply: counts,
});

export const countTasks = endpoint({
  name: 'directives.tasks.count',
  method: 'GET',
  path: '/tasks/counts',
  summary: {
    vi: 'Đếm nhiệm vụ, chỉ tiêu theo hai trục trạng thái',
    en: 'Count tasks and targets along both axes of state',
  },
  permission: 'public',
  input: taskFilters,
  reply: counts,
});

/** Past these many nobody needs the exact number beside an entry of the navigation. */
export const mostWaiting = 1000;

export const countWaitingForMe = endpoint({
  name: 'directives.waiting.count',
  method: 'GET',
  path: '/waiting/counts',
  summary: {
    vi: `Số việc chờ tôi; đếm đến ${mostWaiting}`,
    en: `How many things wait for me, counted up to ${mostWaiting}`,
  },
  permission: 'signedIn',
  input: {},
  reply: z.object({
    /** Reports to confirm or accept. */
    queue: n,
    /** Difficulties and proposals to answer. */
    difficulties: n,
  }),
});
