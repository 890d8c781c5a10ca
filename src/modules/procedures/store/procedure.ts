import { sql } from 'kysely';

import { prepared, type Tx } from '../../../kit/db.ts';
import type { ProcedureState } from '../rules/life.ts';
import type { Day, Overlay, ProcedureVersion } from '../rules/model.ts';

type Nullable<T, K extends keyof T> = Omit<T, K> & { [P in K]: T[P] | null };
type VersionRow = Nullable<ProcedureVersion, 'validTo' | 'transition' | 'announcement'>;
type OverlayRow = Nullable<Overlay, 'validTo' | 'announcement'>;

const versionOf = ({ validTo, transition, announcement, ...row }: VersionRow): ProcedureVersion => ({
  ...row,
  ...(validTo === null ? {} : { validTo }),
  ...(transition === null ? {} : { transition }),
  ...(announcement === null ? {} : { announcement }),
});
const overlayOf = ({ validTo, announcement, ...row }: OverlayRow): Overlay => ({
  ...row,
  ...(validTo === null ? {} : { validTo }),
  ...(announcement === null ? {} : { announcement }),
});

const versionColumns = sql`v.id, v.code, v.number, v.state, v.valid_from, v.valid_to, v.content, v.transition, v.announcement`;
const overlayColumns = sql`o.id, o.province_id, o.number, o.state, o.valid_from, o.valid_to, o.content, o.announcement`;

/** Everything of one procedure; a state without versions for a code that is unknown. */
export async function loadProcedure(tx: Tx, code: string): Promise<ProcedureState> {
  const [versions, overlays] = await Promise.all([
    tx.rows<VersionRow>(
      sql`select ${versionColumns} from procedures.version v where v.code = ${code} order by v.number`,
    ),
    tx.rows<OverlayRow>(
      sql`select ${overlayColumns} from procedures.overlay o where o.code = ${code} order by o.province_id, o.number`,
    ),
  ]);
  return { code, versions: versions.map(versionOf), overlays: overlays.map(overlayOf) };
}

/** Makes this transaction the only one that changes the procedure, and loads it. */
export async function lockProcedure(tx: Tx, code: string, now: Date): Promise<ProcedureState> {
  await tx.run(
    sql`insert into procedures.procedure (code, created_at) values (${code}, ${now}) on conflict do nothing`,
  );
  await tx.run(sql`select from procedures.procedure where code = ${code} for update`);
  return loadProcedure(tx, code);
}

const searchText = ({ code, content }: ProcedureVersion): string =>
  [code, content.name.vi, content.name.en, content.fieldVi, ...content.lifeEvents].filter(Boolean).join(' ');

async function saveVersion(tx: Tx, version: ProcedureVersion, at: Date): Promise<void> {
  const { id, code, number, state, validFrom, content } = version;
  const { name, fieldVi, level, serviceLevel = null, lifeEvents } = content;
  const transition = version.transition ? JSON.stringify(version.transition) : null;
  const announcement = version.announcement ? JSON.stringify(version.announcement) : null;
  await tx.run(sql`
    insert into procedures.version (id, code, number, state, valid_from, valid_to, content, transition, announcement, name_vi,
      field_vi, level, service_level, life_events, search, changed_at)
    values (${id}, ${code}, ${number}, ${state}, ${validFrom}, ${version.validTo ?? null}, ${JSON.stringify(content)}::jsonb,
      ${transition}::jsonb, ${announcement}::jsonb, ${name.vi}, ${fieldVi}, ${level}, ${serviceLevel}, ${lifeEvents}, kit.fold(${searchText(version)}), ${at})
    on conflict (id) do update set state = excluded.state, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
      content = excluded.content, transition = excluded.transition, announcement = excluded.announcement, name_vi = excluded.name_vi, field_vi = excluded.field_vi,
      level = excluded.level, service_level = excluded.service_level, life_events = excluded.life_events,
      search = excluded.search, changed_at = excluded.changed_at`);
}

async function saveOverlay(tx: Tx, code: string, overlay: Overlay, at: Date): Promise<void> {
  const { id, provinceId, number, state, validFrom, validTo = null, content } = overlay;
  const announcement = overlay.announcement ? JSON.stringify(overlay.announcement) : null;
  await tx.run(sql`
    insert into procedures.overlay (id, code, province_id, number, state, valid_from, valid_to, content, announcement, changed_at)
    values (${id}, ${code}, ${provinceId}, ${number}, ${state}, ${validFrom}, ${validTo}, ${JSON.stringify(content)}::jsonb,
      ${announcement}::jsonb, ${at})
    on conflict (id) do update set state = excluded.state, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
      content = excluded.content, announcement = excluded.announcement, changed_at = excluded.changed_at`);
}

/** Writes what differs between two states of a procedure: what ends before what begins. */
export async function saveProcedure(
  tx: Tx,
  was: ProcedureState,
  becomes: ProcedureState,
  at: Date,
): Promise<void> {
  for (const version of becomes.versions)
    if (!was.versions.includes(version)) await saveVersion(tx, version, at);
  for (const overlay of becomes.overlays)
    if (!was.overlays.includes(overlay)) await saveOverlay(tx, becomes.code, overlay, at);
}

/** The code a version or an overlay belongs to. */
export const findCodeOf = async (tx: Tx, id: string): Promise<string | undefined> =>
  (
    await tx.maybe<{ code: string }>(sql`
      select code from procedures.version where id = ${id}
      union all select code from procedures.overlay where id = ${id}`)
  )?.code;

/** One version and one overlay by their ids, whatever their state. */
export async function findPinned(
  tx: Tx,
  versionId: string,
  overlayId: string | null,
): Promise<{ version: ProcedureVersion; overlay: Overlay | undefined } | undefined> {
  const version = await tx.maybe<VersionRow>(
    sql`select ${versionColumns} from procedures.version v where v.id = ${versionId}`,
  );
  if (!version) return undefined;
  const overlay = overlayId
    ? await tx.maybe<OverlayRow>(sql`
        select ${overlayColumns} from procedures.overlay o where o.id = ${overlayId} and o.code = ${version.code}`)
    : undefined;
  if (overlayId && !overlay) return undefined;
  return { version: versionOf(version), overlay: overlay && overlayOf(overlay) };
}

export interface Standing {
  versionId: string;
  validTo: Day | null;
  overlayId: string | null;
  provinceId: string | null;
}

/** Which version holds on a day, and with which overlay in which province, without their contents: a row for each overlay. */
export const listStanding = (tx: Tx, { code, day }: { code: string; day: Day }): Promise<Standing[]> =>
  tx.rows<Standing>(
    prepared(sql`
    select v.id as version_id, v.valid_to, o.id as overlay_id, o.province_id
    from procedures.version v
    left join procedures.overlay o on o.code = v.code and o.state = 'published'
      and o.valid_from <= ${day} and (o.valid_to is null or o.valid_to > ${day})
    where v.code = ${code} and v.state = 'published' and v.valid_from <= ${day}
      and (v.valid_to is null or v.valid_to > ${day})`),
  );

/** What a province has decided for a day, whether the national version has begun or not. */
export async function findOverlayOn(
  tx: Tx,
  { code, provinceId, day }: { code: string; provinceId: string; day: Day },
): Promise<Overlay | undefined> {
  const row = await tx.maybe<OverlayRow>(sql`
    select ${overlayColumns} from procedures.overlay o where o.code = ${code} and o.province_id = ${provinceId} and o.state = 'published'
      and o.valid_from <= ${day} and (o.valid_to is null or o.valid_to > ${day})`);
  return row && overlayOf(row);
}

export interface PublishedOnDay {
  versionId: string;
  code: string;
  content: ProcedureVersion['content'];
}

/** Every version in force on a day. */
export const listPublished = (tx: Tx, day: Day): Promise<PublishedOnDay[]> =>
  tx.rows<PublishedOnDay>(sql`
    select v.id as version_id, v.code, v.content from procedures.version v
    where v.state = 'published' and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to > ${day})
    order by v.code`);
