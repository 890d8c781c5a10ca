import { z } from 'zod';

import { endpoint } from '../../../kit/contract.ts';

const named = z.object({ nameVi: z.string(), nameEn: z.string() });

export const searchProcedures = endpoint({
  name: 'procedures.search',
  method: 'GET',
  path: '/procedures/search',
  summary: {
    vi: 'Tìm thủ tục hoặc lĩnh vực theo tên, mã; kể cả thủ tục không còn áp dụng',
    en: 'Find procedures or fields by name or code, those that have ended too',
  },
  permission: 'public',
  input: {
    q: z.string().trim().min(1).max(300),
    what: z.enum(['procedure', 'field']).default('procedure'),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  },
  reply: z.object({
    items: z.array(
      named.extend({
        /** Code of a procedure; a field is its own name. */
        id: z.string(),
        /** The text is the whole name or code. */
        exact: z.boolean(),
        /** Code and field of a procedure. */
        above: z.array(named),
      }),
    ),
    /** Says that there are more. */
    next: z.string().optional(),
  }),
});
