import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';

/** What notices say of a warning that is still open; nothing once it has ended. */
export const findToldWarning = (
  tx: Tx,
  warningId: string,
): Promise<
  | { unitId: string; classification: string; caseId: string | null; params: Record<string, unknown> }
  | undefined
> =>
  tx.maybe(sql`
    select unit_id, classification, case when subject_kind = 'case' then subject_id::uuid end as case_id,
      jsonb_build_object('titleVi', state->'ruleName'->>'vi', 'titleEn', state->'ruleName'->>'en', 'subject', state->'title', 'value', state->'valueText') as params
    from indicators.v_open_warning where warning_id = ${warningId}`);
