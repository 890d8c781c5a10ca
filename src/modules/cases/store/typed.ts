import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Applicant } from '../rules/content.ts';

/** Puts what one part of a draft's page holds in the place of what it held before; the other parts stay. */
export async function keepTyped(
  tx: Tx,
  id: string,
  { part, fields, now }: { part: string; fields: Record<string, unknown>; now: Date },
): Promise<void> {
  await tx.run(sql`update cases.draft set saved_at = ${now},
      content = content || jsonb_build_object('typed', coalesce(content -> 'typed', '{}') || jsonb_build_object(${part}::text, ${JSON.stringify(fields)}::jsonb))
    where id = ${id}`);
}

interface OwnContent {
  code: string;
  at: Date;
  values: Record<string, unknown>;
  applicant: Applicant;
  versionId: string;
  overlayId: string | null;
}

/** What an account stated in its last cases, the newest first; what was withdrawn is as if it had not been stated. */
export const listOwnContents = (tx: Tx, accountId: string): Promise<OwnContent[]> =>
  tx.rows(sql`select f.code, c.at, c.content -> 'values' as values, c.content -> 'applicant' as applicant, f.version_id, f.state ->> 'overlayId' as overlay_id
    from cases.case_file f join cases.content c on c.case_id = f.id and c.unit_id = f.unit_id and c.version = (f.state -> 'content' ->> 'version')::int
    where f.account_id = ${accountId} and f.code is not null and f.handling <> 'withdrawn' order by f.submitted_at desc, f.id desc limit 10`);
