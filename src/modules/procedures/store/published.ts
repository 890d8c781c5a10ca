import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Day, OverlayContent, ProcedureContent } from '../rules/model.ts';

export interface PublishedVersion {
  id: string;
  code: string;
  validFrom: Day;
  validTo: Day | null;
  content: ProcedureContent;
  publishedAt: Date | null;
}
export interface PublishedOverlay {
  code: string;
  provinceId: string;
  validFrom: Day;
  validTo: Day | null;
  content: OverlayContent;
}

/** Every version that was ever published and not withdrawn, with the moment of its publishing. */
export const listPublishedVersions = (tx: Tx): Promise<PublishedVersion[]> =>
  tx.rows(sql`
    select v.id, v.code, v.valid_from, v.valid_to, v.content, p.at as published_at
    from procedures.version v left join lateral (
      select max(e.at) as at from kit.event e where e.stream = 'procedure:' || v.code and e.kind = 'procedure.published'
        and e.payload ->> 'versionId' = v.id::text) p on true
    where v.state = 'published' order by v.code, v.valid_from`);

export const listPublishedOverlays = (tx: Tx): Promise<PublishedOverlay[]> =>
  tx.rows(
    sql`select code, province_id, valid_from, valid_to, content from procedures.overlay where state = 'published' order by code, province_id, valid_from`,
  );
