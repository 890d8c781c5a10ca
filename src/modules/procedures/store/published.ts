import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Announcement, Day, OverlayContent, ProcedureContent } from '../rules/model.ts';

export interface PublishedVersion {
  id: string;
  code: string;
  validFrom: Day;
  validTo: Day | null;
  content: ProcedureContent;
  announcement: Announcement | null;
  publishedAt: Date | null;
}
export interface PublishedOverlay {
  id: string;
  code: string;
  provinceId: string;
  validFrom: Day;
  validTo: Day | null;
  content: OverlayContent;
  announcement: Announcement | null;
  publishedAt: Date | null;
}

/** Every version that was ever published and not withdrawn, with the moment of its publishing. */
export const listPublishedVersions = (tx: Tx): Promise<PublishedVersion[]> =>
  tx.rows(sql`
    select v.id, v.code, v.valid_from, v.valid_to, v.content, v.announcement, p.at as published_at
    from procedures.version v left join lateral (
      select max(e.at) as at from kit.event e where e.stream = 'procedure:' || v.code and e.kind = 'procedure.published'
        and e.payload ->> 'versionId' = v.id::text) p on true
    where v.state = 'published' order by v.code, v.valid_from`);

export const listPublishedOverlays = (tx: Tx): Promise<PublishedOverlay[]> =>
  tx.rows(sql`
    select o.id, o.code, o.province_id, o.valid_from, o.valid_to, o.content, o.announcement, p.at as published_at
    from procedures.overlay o left join lateral (
      select max(e.at) as at from kit.event e where e.stream = 'procedure:' || o.code and e.kind = 'procedure.overlayPublished'
        and e.payload ->> 'overlayId' = o.id::text) p on true
    where o.state = 'published' order by o.code, o.province_id, o.valid_from`);
