import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { CaseRow } from './caseFile.ts';

/** Running cases of a procedure on other versions than one, page by page; locked when they are to be changed. */
export const listOnOthers = (
  tx: Tx,
  of: { code: string; versionId: string; after?: string | undefined; limit: number; lock?: boolean },
): Promise<CaseRow[]> =>
  tx.rows(sql`select f.unit_id, f.id, f.classification, f.account_id, f.applicant_name, f.secret_hash, f.state, f.version
    from cases.case_file f where f.work in ('working', 'waiting') and f.received_at is not null and f.procedure_code = ${of.code}
      and f.version_id <> ${of.versionId} ${of.after ? sql`and f.id > ${of.after}::uuid` : sql``}
    order by f.id limit ${of.limit} ${of.lock ? sql`for update` : sql``}`);
