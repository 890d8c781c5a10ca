import { z } from 'zod';

import { endpoint } from '../../../kit/contract.ts';
import { unitId } from './words.ts';

/** Server-sent events: `overview` with what `cases.overview` replies, at once and again whenever a count has changed. */
export const liveOverview = endpoint({
  name: 'cases.liveOverview',
  method: 'GET',
  path: '/cases/overview/live',
  summary: { vi: 'Tổng quan theo đơn vị, cập nhật liên tục', en: 'Overview by unit, as it changes' },
  permission: 'case.view',
  input: { unitId: unitId.optional() },
  reply: z.any(),
  file: true,
});
