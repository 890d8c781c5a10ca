import { sql, type RawBuilder } from 'kysely';

import type { Actor, Classification } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { missing } from '../../../kit/problems.ts';
import type { Cycle } from '../rules/cycle.ts';
import { visibleDirectives } from './visible.ts';

export interface DirectiveSettings {
  confirm: boolean;
  accept: boolean;
  cycle?: Cycle;
}
export interface DirectiveRow {
  id: string;
  ownerUnitId: string;
  number: string;
  kind: string;
  titleVi: string;
  titleEn: string;
  summaryVi: string;
  issuerUnitId: string | null;
  issuerText: string;
  issuedOn: Day;
  classification: Classification;
  link: string | null;
  fileId: string | null;
  parentId: string | null;
  state: 'active' | 'ended';
  settings: DirectiveSettings;
  version: number;
}
export interface SectionRow {
  code: string;
  number: string;
  titleVi: string;
  titleEn: string;
  parentCode: string | null;
}

const columns = sql`d.id, d.owner_unit_id, d.number, d.kind, d.title_vi, d.title_en, d.summary_vi, d.issuer_unit_id, d.issuer_text,
  d.issued_on, d.classification, d.link, d.file_id, d.parent_id, d.state, d.settings, d.version`;

export interface DirectiveFilter {
  q?: string | undefined;
  kind?: string | undefined;
  ownerUnitId?: string | undefined;
  /** As printed. */
  issuer?: string | undefined;
  year?: number | undefined;
  after?: readonly unknown[] | undefined;
  limit: number;
}

type Filters = Omit<DirectiveFilter, 'after' | 'limit'>;

function matching(actor: Actor, f: Filters): RawBuilder<unknown> {
  const where: RawBuilder<unknown>[] = [visibleDirectives(actor)];
  if (f.q)
    where.push(
      sql`kit.fold(d.number || ' ' || d.title_vi || ' ' || d.title_en || ' ' || d.summary_vi || ' ' || d.issuer_text) like '%' || kit.fold(${f.q}) || '%'`,
    );
  if (f.kind) where.push(sql`d.kind = ${f.kind}`);
  if (f.ownerUnitId) where.push(sql`d.owner_unit_id = ${f.ownerUnitId}`);
  if (f.issuer) where.push(sql`d.issuer_text = ${f.issuer}`);
  if (f.year)
    where.push(sql`d.issued_on between make_date(${f.year}, 1, 1) and make_date(${f.year}, 12, 31)`);
  return sql.join(where, sql` and `);
}

/** Directives one may see, newest first. */
export function listDirectiveRows(tx: Tx, actor: Actor, f: DirectiveFilter): Promise<DirectiveRow[]> {
  const after = f.after ? sql`(d.issued_on, d.id) < (${f.after[0]}::date, ${f.after[1]}::uuid)` : sql`true`;
  return tx.rows(
    sql`select ${columns} from directives.directive d where ${matching(actor, f)} and ${after} order by d.issued_on desc, d.id desc limit ${f.limit}`,
  );
}

/** Who issued the directives one may see, with how many; the most productive first. */
export function listIssuerRows(
  tx: Tx,
  actor: Actor,
  f: Filters,
  limit: number,
): Promise<{ issuer: string; count: number }[]> {
  return tx.rows(
    sql`select d.issuer_text as issuer, count(*) as count from directives.directive d where ${matching(actor, f)} and d.issuer_text <> ''
      group by d.issuer_text order by count(*) desc, d.issuer_text limit ${limit}`,
  );
}

/** One directive that the actor may see; 404 otherwise. */
export async function getDirectiveRow(tx: Tx, actor: Actor, id: string): Promise<DirectiveRow> {
  const row = await tx.maybe<DirectiveRow>(
    sql`select ${columns} from directives.directive d where d.id = ${id} and ${visibleDirectives(actor)}`,
  );
  return row ?? missing();
}

export async function lockDirective(tx: Tx, actor: Actor, id: string): Promise<DirectiveRow> {
  const row = await tx.maybe<DirectiveRow>(
    sql`select ${columns} from directives.directive d where d.id = ${id} and ${visibleDirectives(actor)} for update`,
  );
  return row ?? missing();
}

/** A directive by what is printed on it, among those of one owner. */
export function findDirectiveByNumber(
  tx: Tx,
  ownerUnitId: string,
  number: string,
  issuedOn: Day,
): Promise<DirectiveRow | undefined> {
  return tx.maybe(
    sql`select ${columns} from directives.directive d where d.owner_unit_id = ${ownerUnitId} and d.number = ${number} and d.issued_on = ${issuedOn}`,
  );
}

export async function saveDirective(tx: Tx, d: DirectiveRow, now: Date): Promise<void> {
  await tx.run(sql`insert into directives.directive (id, owner_unit_id, number, kind, title_vi, title_en, summary_vi, issuer_unit_id, issuer_text, issued_on, classification, link, file_id, parent_id, state, settings, created_at, version)
    values (${d.id}, ${d.ownerUnitId}, ${d.number}, ${d.kind}, ${d.titleVi}, ${d.titleEn}, ${d.summaryVi}, ${d.issuerUnitId}, ${d.issuerText}, ${d.issuedOn}, ${d.classification}, ${d.link}, ${d.fileId}, ${d.parentId}, ${d.state}, ${JSON.stringify(d.settings)}, ${now}, ${d.version})
    on conflict (id) do update set title_vi = excluded.title_vi, title_en = excluded.title_en, summary_vi = excluded.summary_vi, classification = excluded.classification,
      link = excluded.link, file_id = excluded.file_id, parent_id = excluded.parent_id, state = excluded.state, settings = excluded.settings, version = excluded.version`);
}

export function listSections(tx: Tx, directiveId: string): Promise<SectionRow[]> {
  return tx.rows(
    sql`select code, number, title_vi, title_en, parent_code from directives.section where directive_id = ${directiveId} order by position`,
  );
}

export async function saveSections(
  tx: Tx,
  directiveId: string,
  sections: readonly SectionRow[],
): Promise<void> {
  for (const [position, s] of sections.entries())
    await tx.run(sql`insert into directives.section (directive_id, code, number, title_vi, title_en, parent_code, position)
      values (${directiveId}, ${s.code}, ${s.number}, ${s.titleVi}, ${s.titleEn}, ${s.parentCode}, ${position})
      on conflict (directive_id, code) do update set number = excluded.number, title_vi = excluded.title_vi, title_en = excluded.title_en, parent_code = excluded.parent_code, position = excluded.position`);
}

export interface RelationRow {
  kind: 'amends' | 'replaces' | 'implements' | 'basedOn';
  id: string;
  number: string;
  titleVi: string;
  titleEn: string;
  note: string;
}

/** Relations one may follow: `from` this directive, or of others `to` it. */
export function listRelations(tx: Tx, actor: Actor, id: string, way: 'from' | 'to'): Promise<RelationRow[]> {
  const [own, other] = way === 'from' ? [sql`r.from_id`, sql`r.to_id`] : [sql`r.to_id`, sql`r.from_id`];
  return tx.rows(sql`select r.kind, d.id, d.number, d.title_vi, d.title_en, r.note from directives.relation r join directives.directive d on d.id = ${other}
    where ${own} = ${id} and ${visibleDirectives(actor)} order by d.issued_on`);
}

export async function saveRelation(
  tx: Tx,
  r: { fromId: string; toId: string; kind: string; note: string },
): Promise<void> {
  await tx.run(sql`insert into directives.relation (from_id, to_id, kind, note) values (${r.fromId}, ${r.toId}, ${r.kind}, ${r.note})
    on conflict (from_id, to_id, kind) do update set note = excluded.note`);
}
